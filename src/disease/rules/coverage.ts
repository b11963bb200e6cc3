import { addMonths } from '../../law/calendar.ts'
import { cite } from '../../law/citation.ts'
import { periodicExaminationDue } from '../../law/examination-due-dates.ts'
import { legalDate } from '../../reference/legal-date.ts'
import { asDate, type DiseaseFacts, type HazardFacts } from '../facts.ts'
import type { EarlierScreening } from '../known.ts'
import {
  BY_POLICY,
  DATED,
  type DiseaseRule,
  FROM_TEXT,
  hazardName,
  hazardRule,
  historyOf,
  OUR_READING,
  screeningRule,
} from './define.ts'

const FACTOR = '/hazards/*/factor'
const EXPOSED = '/hazards/*/exposed/total'
const EXAMINED = '/hazards/*/examined/total'
const MONITORED = ['/hazards/*/monitoringOn', '/hazards/*/monitoringResult'] as const
const ASBESTOS = 'HZ-DUST-ASBESTOS'
/** Of the diseases asbestos causes, those its workers are examined for by the national plan. */
const OF_ASBESTOS: ReadonlySet<string> = new Set(['OD-02', 'OD-34'])

/** Ours. */
const NOTABLE_CHANGE = 10

/** What the round before says of a factor; undefined where there was none, or it did not have the factor. */
function earlierRow({ filed }: HazardFacts, screening: EarlierScreening | undefined) {
  return screening?.hazards.find(({ factor }) => factor === filed.factor)
}

function lastRoundThatExamined(hazard: HazardFacts, { context }: DiseaseFacts): EarlierScreening | undefined {
  return context.known.history?.screenings.find((screening) => (earlierRow(hazard, screening)?.examined ?? 0) > 0)
}

/** The round before of the same kind. */
function roundBefore({ context, examination }: DiseaseFacts): EarlierScreening | undefined {
  return context.known.history?.screenings.find(({ kind }) => kind === examination.kind)
}

/** For examples: a round of the year before. */
function round(day: string, hazards: EarlierScreening['hazards']): EarlierScreening {
  const on = legalDate(day)
  return { id: '0198f000-0000-7000-8000-0000000000a2', from: on, to: on, kind: 'detection', examined: 100, hazards }
}

/** Who ought to be examined was, and the rounds and monitorings before agree with this one. */
export const coverageRules: readonly DiseaseRule[] = [
  hazardRule({
    id: 'OD-R037',
    kind: 'breach',
    citations: [cite('L84-2015 21.2'), cite('TT56-2025-BYT 6')],
    provenance: FROM_TEXT,
    inputs: [
      FACTOR,
      EXPOSED,
      EXAMINED,
      '/diseases/*/disease',
      '/diseases/*/examined/total',
      '/examination/kind',
      ...DATED,
    ],
    needs: ['history'],
    at: '/examined',
    violated: (hazard, facts) => {
      const { filed, exposed, examined, diseases } = hazard
      if (facts.examination.kind !== 'detection' || exposed.total === 0 || diseases.length === 0) return false
      const anybody =
        examined.total > 0 &&
        facts.results.some((row) => diseases.includes(row.filed.disease ?? '') && row.examined.total > 0)
      if (anybody) return false
      const last = lastRoundThatExamined(hazard, facts)
      const withinAYear = last !== undefined && addMonths(last.to, 12) >= facts.legalDate
      return !withinAYear && { factor: hazardName(filed.factor), exposed: exposed.total }
    },
    message: {
      vi: '{factor}: có {exposed} người tiếp xúc nhưng không ai được khám phát hiện bệnh nghề nghiệp trong 12 tháng.',
      en: '{factor}: {exposed} are exposed and nobody was examined for its diseases within 12 months.',
    },
    fix: {
      vi: 'Tổ chức khám phát hiện bệnh nghề nghiệp cho những người này.',
      en: 'Have them examined for occupational diseases.',
    },
    examples: {
      holds: [
        {},
        {
          change: { '/hazards/0/examined/total': 0 },
          context: historyOf({
            screenings: [round('2025-10-01', [{ factor: 'HZ-DUST-SILICA', exposed: 9, examined: 9 }])],
          }),
        },
        { change: { '/hazards/0/examined/total': 0, '/examination/kind': 'acute-suspicion' }, context: historyOf({}) },
      ],
      fails: [
        { change: { '/hazards/0/examined/total': 0 }, context: historyOf({}) },
        { change: { '/diseases/0/examined/total': 0 }, context: historyOf({}) },
      ],
    },
  }),

  hazardRule({
    id: 'OD-R038',
    kind: 'breach',
    citations: [cite('ND44-2016 37.4')],
    provenance: FROM_TEXT,
    inputs: [FACTOR, EXPOSED, EXAMINED, ...MONITORED],
    needs: ['history'],
    at: '/examined',
    violated: (hazard, facts) => {
      const { filed, exposed, examined } = hazard
      if (filed.monitoringResult !== 'exceeding' || exposed.total === 0 || examined.total > 0) return false
      const since = filed.monitoringOn ?? ''
      const last = lastRoundThatExamined(hazard, facts)
      return !(last !== undefined && since !== '' && last.to >= since) && { factor: hazardName(filed.factor) }
    },
    message: {
      vi: '{factor}: quan trắc không đạt nhưng chưa khám phát hiện sớm bệnh nghề nghiệp cho người ở vị trí đó.',
      en: '{factor}: monitoring failed and those at these positions had no early examination.',
    },
    fix: {
      vi: 'Khám phát hiện sớm bệnh nghề nghiệp cho người làm việc ở vị trí không đạt.',
      en: 'Examine those who work at the positions that failed.',
    },
    examples: {
      holds: [
        {},
        {
          change: { '/hazards/0/examined/total': 0 },
          context: historyOf({
            screenings: [round('2026-07-01', [{ factor: 'HZ-DUST-SILICA', exposed: 9, examined: 9 }])],
          }),
        },
      ],
      fails: [{ change: { '/hazards/0/examined/total': 0 } }],
    },
  }),

  hazardRule({
    id: 'OD-R039',
    kind: 'info',
    citations: [cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: [FACTOR, EXPOSED, EXAMINED, '/examination/kind'],
    at: '/examined/total',
    violated: ({ filed, exposed, examined }, { examination }) =>
      examination.kind === 'detection' &&
      examined.total > 0 &&
      examined.total < exposed.total && {
        factor: hazardName(filed.factor),
        examined: examined.total,
        exposed: exposed.total,
        percent: Math.floor((100 * examined.total) / exposed.total),
      },
    message: {
      vi: '{factor}: khám {examined} trên {exposed} người tiếp xúc, đạt {percent}%.',
      en: '{factor}: {examined} of {exposed} exposed were examined, {percent} %.',
    },
    fix: { vi: 'Khám cho những người còn lại.', en: 'Have the others examined.' },
    examples: {
      holds: [{}, { change: { '/hazards/0/examined/total': 100, '/examination/kind': 'acute-suspicion' } }],
      fails: [{ change: { '/hazards/0/examined/total': 100 } }],
    },
  }),

  hazardRule({
    id: 'OD-R040',
    kind: 'info',
    citations: [cite('QD659-2020')],
    provenance: FROM_TEXT,
    inputs: [
      FACTOR,
      EXPOSED,
      '/hazards/*/monitoringResult',
      '/diseases/*/disease',
      '/diseases/*/examined/total',
      '/examination/kind',
    ],
    at: '/examined',
    violated: ({ filed, exposed }, { results, examination }) => {
      if (filed.factor !== ASBESTOS || examination.kind !== 'detection' || exposed.total === 0) return false
      const examined = results
        .filter((row) => OF_ASBESTOS.has(row.filed.disease ?? ''))
        .reduce((sum, row) => sum + row.examined.total, 0)
      return (
        (filed.monitoringResult === 'not-monitored' || examined < exposed.total) && { examined, exposed: exposed.total }
      )
    },
    message: {
      vi: 'Kế hoạch quốc gia đặt mục tiêu 100% người tiếp xúc với amiăng được quản lý, khám bệnh; mới khám {examined} trên {exposed} người.',
      en: 'The national plan aims at all who are exposed to asbestos being monitored and examined; {examined} of {exposed} were examined.',
    },
    fix: {
      vi: 'Quan trắc bụi amiăng và khám bệnh bụi phổi amiăng, ung thư trung biểu mô cho tất cả.',
      en: 'Monitor asbestos dust and examine everybody for asbestosis and mesothelioma.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/factor': ASBESTOS, '/diseases/0/disease': 'OD-02' } }],
      fails: [
        { change: { '/hazards/0/factor': ASBESTOS } },
        {
          change: {
            '/hazards/0/factor': ASBESTOS,
            '/hazards/0/monitoringResult': 'not-monitored',
            '/diseases/0/disease': 'OD-02',
          },
        },
      ],
    },
  }),

  hazardRule({
    id: 'OD-R087',
    kind: 'breach',
    citations: [cite('L84-2015 21.1'), cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: [FACTOR, EXPOSED, '/examination/kind', ...DATED],
    needs: ['history'],
    at: '',
    violated: (hazard, facts) => {
      const { examination, dates } = facts
      const last = lastRoundThatExamined(hazard, facts)
      const from = dates.from ?? dates.examined
      if (examination.kind !== 'detection' || hazard.exposed.total === 0 || last === undefined || from === null)
        return false
      const due = periodicExaminationDue(last.to, 'general')
      return (
        due !== undefined &&
        from > due.date && { factor: hazardName(hazard.filed.factor), last: last.to, due: due.date }
      )
    },
    message: {
      vi: '{factor}: lần khám trước kết thúc ngày {last}, lần này phải bắt đầu chậm nhất ngày {due}.',
      en: '{factor}: the round before ended on {last}; this one was due to begin by {due}.',
    },
    fix: {
      vi: 'Khám ít nhất mỗi năm một lần; nghề nặng nhọc, độc hại thì 6 tháng một lần.',
      en: 'Examine at least once a year, every 6 months in heavy or harmful jobs.',
    },
    examples: {
      holds: [{}, { context: historyOf({}) }],
      fails: [
        {
          context: historyOf({
            screenings: [round('2025-09-06', [{ factor: 'HZ-DUST-SILICA', exposed: 9, examined: 9 }])],
          }),
        },
      ],
    },
  }),

  screeningRule({
    id: 'KB-DIS-37',
    kind: 'info',
    citations: [cite('L84-2015 21.1')],
    provenance: FROM_TEXT,
    inputs: ['/workforce/heavy', '/examination/kind', ...DATED],
    needs: ['history'],
    at: '/workforce/heavy',
    violated: (facts) => {
      const { declaration, dates, examination } = facts
      const heavy = declaration.workforce?.heavy ?? 0
      const last = roundBefore(facts)
      const from = dates.from ?? dates.examined
      if (heavy === 0 || examination.kind !== 'detection' || last === undefined || from === null) return false
      const due = periodicExaminationDue(last.to, 'frequent')
      return due !== undefined && from > due.date && { heavy, last: last.to, due: due.date }
    },
    message: {
      vi: 'Có {heavy} người làm nghề nặng nhọc, độc hại, nguy hiểm: lần khám trước ngày {last}, với họ phải khám lại chậm nhất ngày {due}.',
      en: '{heavy} are in heavy, harmful or dangerous jobs: after the round of {last} they were due again by {due}.',
    },
    fix: {
      vi: 'Nếu họ đã được khám ở đợt khác thì khai đợt đó.',
      en: 'If they were examined in another round, declare that one.',
    },
    examples: {
      holds: [{}, { change: { '/workforce/heavy': 100 }, context: historyOf({}) }],
      fails: [{ change: { '/workforce/heavy': 100 } }],
    },
  }),

  {
    id: 'OD-R095',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [FACTOR, EXPOSED, '/examination/kind'],
    needs: ['history'],
    judge: (facts) => {
      const now = new Set(facts.hazards.filter(({ exposed }) => exposed.total > 0).map(({ filed }) => filed.factor))
      return (roundBefore(facts)?.hazards ?? [])
        .filter(({ factor, exposed }) => exposed > 0 && !now.has(factor))
        .map(({ factor, exposed }) => ({ pointer: '/hazards', params: { factor: hazardName(factor), exposed } }))
    },
    message: {
      vi: '{factor}: đợt trước có {exposed} người tiếp xúc, đợt này không khai ai.',
      en: '{factor}: {exposed} were exposed in the round before, nobody is in this one.',
    },
    fix: {
      vi: 'Kiểm tra lại; nếu đã hết yếu tố này thì giữ nguyên.',
      en: 'Check it; if the factor is gone, leave it.',
    },
    examples: {
      holds: [{}, { change: { '/examination/kind': 'acute-suspicion', '/hazards/1': undefined } }],
      fails: [{ change: { '/hazards/1': undefined } }, { change: { '/hazards/1/exposed/total': 0 } }],
    },
  },

  hazardRule({
    id: 'OD-R096',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [FACTOR, EXPOSED, '/examination/kind'],
    needs: ['history'],
    at: '/exposed/total',
    violated: (hazard, facts) => {
      const before = earlierRow(hazard, roundBefore(facts))?.exposed ?? 0
      const change = hazard.exposed.total - before
      if (before === 0 || Math.abs(change) < NOTABLE_CHANGE || Math.abs(change) <= before / 2) return false
      return { factor: hazardName(hazard.filed.factor), before, now: hazard.exposed.total }
    },
    message: {
      vi: '{factor}: số người tiếp xúc đổi từ {before} thành {now} so với đợt trước.',
      en: '{factor}: the number exposed changed from {before} to {now} since the round before.',
    },
    fix: { vi: 'Kiểm tra lại số liệu.', en: 'Check the numbers.' },
    examples: {
      holds: [{}, { change: { '/hazards/0/exposed/total': 177 } }],
      fails: [{ change: { '/hazards/0/exposed/total': 178 } }, { change: { '/hazards/1/exposed/total': 30 } }],
    },
  }),

  hazardRule({
    id: 'OD-R081',
    kind: 'info',
    citations: [cite('L84-2015 18.2'), cite('TT56-2025-BYT 8.1')],
    provenance: OUR_READING,
    inputs: [FACTOR, '/hazards/*/monitoringOn', ...DATED],
    at: '/monitoringOn',
    violated: ({ filed }, { dates }) => {
      const monitored = asDate(filed.monitoringOn)
      const from = dates.from ?? dates.examined
      return (
        monitored !== null &&
        from !== null &&
        from > addMonths(monitored, 12) && { factor: hazardName(filed.factor), monitored }
      )
    },
    message: {
      vi: '{factor}: kết quả quan trắc ngày {monitored} đã quá 12 tháng khi khám; hồ sơ cần kết quả còn hiệu lực.',
      en: '{factor}: the monitoring of {monitored} was more than 12 months old at the examination, which needs a valid one.',
    },
    fix: {
      vi: 'Quan trắc ít nhất mỗi năm một lần và dùng kết quả mới nhất.',
      en: 'Monitor at least once a year and use the latest result.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/monitoringOn': '2025-09-07' } }],
      fails: [{ change: { '/hazards/0/monitoringOn': '2025-09-06' } }],
    },
  }),

  hazardRule({
    id: 'KB-DIS-38',
    kind: 'warning',
    citations: [cite('TT56-2025-BYT 8.1')],
    provenance: BY_POLICY,
    inputs: [FACTOR, ...MONITORED],
    needs: ['history'],
    at: '/monitoringResult',
    violated: ({ filed }, { context: { known } }) => {
      if (filed.monitoringResult !== 'within-limits') return false
      const filedHere = known.history?.monitoring.find(
        ({ factor, sampledOn }) =>
          factor === filed.factor && (filed.monitoringOn === undefined || sampledOn <= filed.monitoringOn),
      )
      return (
        filedHere !== undefined &&
        filedHere.exceeding > 0 && {
          factor: hazardName(filed.factor),
          on: filedHere.sampledOn,
          exceeding: filedHere.exceeding,
        }
      )
    },
    message: {
      vi: '{factor}: ghi là trong giới hạn, nhưng quan trắc của cơ sở kết thúc ngày {on} có {exceeding} mẫu vượt giới hạn.',
      en: '{factor}: stated as within limits, yet the monitoring that the establishment filed of {on} has {exceeding} samples beyond them.',
    },
    fix: {
      vi: 'Sửa kết quả quan trắc; nếu dùng kết quả khác thì ghi ngày và xác nhận.',
      en: 'Correct the result; if another monitoring was used, state its day and confirm.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/monitoringResult': 'within-limits' }, context: historyOf({}) }],
      fails: [{ change: { '/hazards/0/monitoringResult': 'within-limits' } }],
    },
  }),
]
