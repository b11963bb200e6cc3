import { addMonths } from '../../law/calendar.ts'
import { cite } from '../../law/citation.ts'
import { causesVerified, isMeasurable, measurableHazardsOfDiseases } from '../../law/disease-hazards.ts'
import { yearOf } from '../../reference/legal-date.ts'
import type { Violation } from '../../rules/rule.ts'
import { type DiseaseFacts, type HazardFacts, type ResultFacts, sexes } from '../facts.ts'
import { type EarlierMonitoring, MONTHS_OF_MONITORING, type ReportOfRound } from '../known.ts'
import { sampleContext } from '../sample.ts'
import {
  BY_ARITHMETIC,
  DATED,
  type DiseaseRule,
  diseaseName,
  FROM_TEXT,
  hazardName,
  hazardRule,
  historyOf,
  resultRule,
} from './define.ts'
import { bothOf } from './person-counts.ts'

const MONITORED = ['/hazards/*/monitoringOn', '/hazards/*/monitoringResult'] as const
const HAZARD = ['/hazards/*/factor', '/hazards/*/exposed/total', '/hazards/*/examined/total', ...MONITORED] as const
const NEWLY_DIAGNOSED = [
  '/diseases/*/disease',
  ...bothOf('/diseases/*/diagnosed'),
  ...bothOf('/diseases/*/diagnosedEarlier'),
]
/** Other diseases share one cell of Annex 8, whatever their names. */
const UNLISTED = 'OTHER'

const AN_ID = '0198f000-0000-7000-8000-0000000000a3'
const DECLARE_CAMPAIGN = {
  vi: 'Nếu đã quan trắc thì ghi ngày vào hazards.monitoringOn và khai báo đợt đó tại /v1/environment-monitorings (hoặc đề nghị tổ chức quan trắc khai báo); nếu chưa thì tổ chức quan trắc.',
  en: 'If it was measured, state the day in hazards.monitoringOn and declare the campaign at /v1/environment-monitorings (or ask who monitored to declare it); otherwise have it measured.',
} as const
/** The sample says that it measured in June. */
const WITHOUT_RESULT = { '/hazards/0/monitoringResult': undefined } as const
const SILENT = { '/hazards/0/monitoringOn': undefined, ...WITHOUT_RESULT } as const
const SILENT_ON_ALL = {
  ...SILENT,
  '/hazards/1/monitoringOn': undefined,
  '/hazards/1/monitoringResult': undefined,
} as const
const NEXT_YEAR = { receivedAt: new Date('2027-01-04T09:00:00+07:00') }

/** Examined for, and measured in no campaign of the year that counts. */
function isUnmonitored({ filed: { factor }, examined }: HazardFacts, { context }: DiseaseFacts): boolean {
  const { history } = context.known
  if (factor === undefined || history === null || examined.total === 0) return false
  return isMeasurable(factor) && !history.measuredInYear.includes(factor)
}

/** Whether the filing itself says that the factor was measured on that day or later. */
function saysMonitored({ filed }: HazardFacts, since: string): boolean {
  const { monitoringOn, monitoringResult } = filed
  if (monitoringResult === 'not-monitored') return false
  return monitoringOn === undefined ? monitoringResult !== undefined : monitoringOn >= since
}

/** The year is over, people are exposed, and not even the filing says that it was measured. */
function missedTheYear(hazard: HazardFacts, { dates, legalDate }: DiseaseFacts): boolean {
  const year = yearOf(legalDate)
  return hazard.exposed.total > 0 && (dates.received ?? '') > `${year}-12-31` && !saysMonitored(hazard, `${year}-01-01`)
}

function toldOfYear({ filed, examined }: HazardFacts, { legalDate }: DiseaseFacts) {
  return { factor: hazardName(filed.factor), examined: examined.total, year: yearOf(legalDate) }
}

function measurableCauses({ filed }: ResultFacts): readonly string[] {
  return filed.disease === undefined ? [] : (measurableHazardsOfDiseases()[filed.disease] ?? [])
}

/** Campaigns of the three years that measured a cause of the disease; null where that cannot be asked. */
function monitoringOfCauses(result: ResultFacts, { context }: DiseaseFacts): readonly EarlierMonitoring[] | null {
  const causes = measurableCauses(result)
  const { history } = context.known
  if (history === null || causes.length === 0) return null
  return history.monitoring.filter(({ factor }) => causes.includes(factor))
}

function hazardsThatCause(result: ResultFacts, { hazards }: DiseaseFacts): readonly HazardFacts[] {
  const causes = measurableCauses(result)
  return hazards.filter(({ filed }) => filed.factor !== undefined && causes.includes(filed.factor))
}

function isNewWithoutMonitoring(result: ResultFacts, facts: DiseaseFacts): boolean {
  return result.diagnosedNew.total > 0 && monitoringOfCauses(result, facts)?.length === 0
}

/** Somebody is exposed to a cause now, and not even the filing says that one was measured. */
function missedForYears(result: ResultFacts, facts: DiseaseFacts): boolean {
  const since = addMonths(facts.legalDate, -MONTHS_OF_MONITORING)
  const rows = hazardsThatCause(result, facts)
  return (
    causesVerified(result.filed.disease ?? '', facts.legalDate) &&
    rows.some(({ exposed }) => exposed.total > 0) &&
    !rows.some((row) => saysMonitored(row, since))
  )
}

function toldOfDisease(result: ResultFacts, { legalDate }: DiseaseFacts) {
  return {
    disease: diseaseName(result.filed.disease, legalDate),
    diagnosed: result.diagnosedNew.total,
    hazards: measurableCauses(result).map(hazardName).join(', '),
  }
}

/** The round beside the monitorings and reports of the same enterprise. What the office finds over the base it finds so too. */
export const crossRules: readonly DiseaseRule[] = [
  hazardRule({
    id: 'ENV-144',
    kind: 'breach',
    citations: [cite('L84-2015 18.2'), cite('ND44-2016 35.1')],
    provenance: FROM_TEXT,
    inputs: [...HAZARD, ...DATED],
    needs: ['history'],
    at: '/monitoringOn',
    violated: (hazard, facts) =>
      isUnmonitored(hazard, facts) && missedTheYear(hazard, facts) && toldOfYear(hazard, facts),
    message: {
      vi: '{factor}: có {examined} người được khám, nhưng cả năm {year} cơ sở không khai báo đợt quan trắc hợp lệ nào đo yếu tố này.',
      en: '{factor}: {examined} were examined, yet in all of {year} the establishment declared no valid campaign that measured it.',
    },
    fix: DECLARE_CAMPAIGN,
    examples: {
      holds: [
        {},
        { change: SILENT, context: NEXT_YEAR },
        { context: { ...historyOf({}), ...NEXT_YEAR } },
        { change: SILENT, context: historyOf({}) },
        {
          change: { ...SILENT_ON_ALL, '/hazards/0/exposed/total': 0, '/hazards/1/exposed/total': 0 },
          context: { ...historyOf({}), ...NEXT_YEAR },
        },
      ],
      fails: [
        { change: SILENT, context: { ...historyOf({}), ...NEXT_YEAR } },
        {
          change: { '/hazards/0/monitoringResult': 'not-monitored' },
          context: { ...historyOf({ measuredInYear: ['HZ-PHY-NOISE'] }), ...NEXT_YEAR },
        },
        { change: { '/hazards/0/monitoringOn': '2025-12-31' }, context: { ...historyOf({}), ...NEXT_YEAR } },
      ],
    },
  }),

  hazardRule({
    id: 'KB-DIS-41',
    kind: 'info',
    citations: [cite('TT28-2016-BYT 8.3'), cite('TT56-2025-BYT 8.1')],
    provenance: FROM_TEXT,
    inputs: [...HAZARD, ...DATED],
    needs: ['history'],
    at: '/monitoringOn',
    violated: (hazard, facts) =>
      isUnmonitored(hazard, facts) && !missedTheYear(hazard, facts) && toldOfYear(hazard, facts),
    message: {
      vi: '{factor}: khám cho {examined} người cần kết quả quan trắc, nhưng năm {year} ở đây chưa có đợt quan trắc hợp lệ nào của cơ sở đo yếu tố này.',
      en: '{factor}: examining {examined} needs the result of monitoring, yet no valid campaign of the establishment in {year} that measured it is declared here.',
    },
    fix: DECLARE_CAMPAIGN,
    examples: {
      holds: [
        {},
        { change: SILENT_ON_ALL, context: { ...historyOf({}), ...NEXT_YEAR } },
        // Measured by no factor of the list.
        {
          change: { '/hazards/0/factor': 'HZ-BIO-HBV' },
          context: historyOf({ measuredInYear: ['HZ-PHY-NOISE'] }),
        },
      ],
      fails: [
        { context: historyOf({}) },
        { change: SILENT, context: historyOf({}) },
        { context: { ...historyOf({}), ...NEXT_YEAR } },
      ],
    },
  }),

  resultRule({
    id: 'ENV-145',
    kind: 'breach',
    citations: [cite('L84-2015 18.2'), cite('ND44-2016 35.1')],
    provenance: FROM_TEXT,
    inputs: [...NEWLY_DIAGNOSED, '/hazards/*/factor', '/hazards/*/exposed/total', ...MONITORED, ...DATED],
    needs: ['history'],
    at: '/diagnosed',
    violated: (result, facts) =>
      isNewWithoutMonitoring(result, facts) && missedForYears(result, facts) && toldOfDisease(result, facts),
    message: {
      vi: '{disease}: {diagnosed} người được chẩn đoán mới và vẫn có người tiếp xúc, nhưng trong 3 năm trước không có đợt quan trắc nào đo yếu tố gây bệnh ({hazards}).',
      en: '{disease}: {diagnosed} newly diagnosed and people still exposed, yet no campaign of the 3 years before measured a cause of it ({hazards}).',
    },
    fix: DECLARE_CAMPAIGN,
    examples: {
      holds: [
        {},
        { change: SILENT },
        { context: historyOf({}) },
        {
          change: { ...SILENT_ON_ALL, '/hazards/0/exposed/total': 0, '/hazards/1/exposed/total': 0 },
          context: historyOf({}),
        },
        {
          change: {
            ...SILENT_ON_ALL,
            '/diseases/0/diagnosedEarlier/total': 1,
            '/diseases/1/diagnosedEarlier/total': 1,
          },
          context: historyOf({}),
        },
      ],
      fails: [
        { change: SILENT, context: historyOf({}) },
        { change: { '/hazards/0/monitoringResult': 'not-monitored' }, context: historyOf({}) },
        { change: { '/hazards/0/monitoringOn': '2023-09-10' }, context: historyOf({}) },
      ],
    },
  }),

  resultRule({
    id: 'KB-DIS-42',
    kind: 'info',
    citations: [cite('L84-2015 18.2'), cite('ND44-2016 35.1')],
    provenance: FROM_TEXT,
    inputs: [...NEWLY_DIAGNOSED, '/hazards/*/factor', '/hazards/*/exposed/total', ...MONITORED, ...DATED],
    needs: ['history'],
    at: '/diagnosed',
    violated: (result, facts) =>
      isNewWithoutMonitoring(result, facts) && !missedForYears(result, facts) && toldOfDisease(result, facts),
    message: {
      vi: '{disease}: {diagnosed} người được chẩn đoán mới, nhưng ở đây không có đợt quan trắc nào của cơ sở trong 3 năm trước đo yếu tố gây bệnh ({hazards}).',
      en: '{disease}: {diagnosed} newly diagnosed, yet no campaign of the establishment in the 3 years before that measured a cause of it ({hazards}) is declared here.',
    },
    fix: {
      vi: 'Khai báo các đợt quan trắc đã thực hiện tại /v1/environment-monitorings; nếu người bệnh chỉ tiếp xúc trước đó hoặc ở nơi khác thì giữ nguyên.',
      en: 'Declare the campaigns that took place at /v1/environment-monitorings; if those with it were exposed before that or elsewhere only, leave it.',
    },
    examples: {
      holds: [{}, { change: SILENT_ON_ALL, context: historyOf({}) }],
      fails: [
        { context: historyOf({}) },
        { change: { ...SILENT, '/hazards/0/exposed/total': 0 }, context: historyOf({}) },
      ],
    },
  }),

  resultRule({
    id: 'ENV-171',
    kind: 'info',
    citations: [cite('L84-2015 18.2'), cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_TEXT,
    inputs: [
      ...NEWLY_DIAGNOSED,
      '/diseases/*/suspected/total',
      '/hazards/*/factor',
      '/hazards/*/monitoringResult',
      ...DATED,
    ],
    needs: ['history'],
    at: '/suspected',
    violated: (result, facts) => {
      const found = sexes(result.filed.suspected).total + result.diagnosedNew.total
      const campaigns = monitoringOfCauses(result, facts) ?? []
      const [last] = campaigns
      if (found === 0 || last === undefined || campaigns.some(({ exceeding }) => exceeding > 0)) return false
      // By its own word the filing knows of an exceedance, or OD-R100 tells it.
      const told = hazardsThatCause(result, facts).map(({ filed }) => filed.monitoringResult)
      if (told.includes('exceeding') || told.includes('within-limits')) return false
      return { disease: diseaseName(result.filed.disease, facts.legalDate), found, on: last.sampledOn }
    },
    message: {
      vi: '{disease}: có {found} người nghi mắc hoặc được chẩn đoán mới, nhưng các đợt quan trắc trong 3 năm trước (gần nhất ngày {on}) không có mẫu nào của yếu tố gây bệnh vượt giới hạn.',
      en: '{disease}: {found} suspected or newly diagnosed, yet the campaigns of the 3 years before (the last of {on}) had no sample of its causes above a limit.',
    },
    fix: {
      vi: 'Xem lại vị trí, thời điểm lấy mẫu; cơ quan y tế xem xét điều tra bệnh nghề nghiệp. Hồ sơ này vẫn được ghi nhận.',
      en: 'See where and when samples are taken; the health office considers an investigation. This filing stands.',
    },
    examples: {
      holds: [
        {},
        { change: WITHOUT_RESULT, context: historyOf({}) },
        { change: WITHOUT_RESULT },
        { change: { '/hazards/0/monitoringResult': 'within-limits' }, context: withinLimits() },
        { context: withinLimits() },
        {
          change: {
            ...WITHOUT_RESULT,
            '/diseases/0/suspected/total': 0,
            '/diseases/0/diagnosed/total': 0,
          },
          context: withinLimits(),
        },
      ],
      fails: [
        { change: WITHOUT_RESULT, context: withinLimits() },
        { change: { ...WITHOUT_RESULT, '/diseases/0/diagnosed/total': 0 }, context: withinLimits() },
        { change: { ...WITHOUT_RESULT, '/diseases/0/suspected/total': 0 }, context: withinLimits() },
      ],
    },
  }),

  {
    id: 'KB-DIS-43',
    kind: 'info',
    citations: [cite('TT19-2016-BYT PL 8'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...NEWLY_DIAGNOSED, ...bothOf('/diseases/*/examined'), ...DATED],
    needs: ['history'],
    judge: (facts) => (facts.context.known.history?.reports ?? []).flatMap((report) => missingIn(report, facts)),
    message: {
      vi: 'Báo cáo y tế lao động {report} kỳ {period} chưa gồm đợt khám này: ô {line} ghi {reported}, các đợt khám đã khai báo kể cả đợt này cho ít nhất {declared}.',
      en: 'Report {report} on occupational health of {period} cannot hold this round: cell {line} has {reported}, the screenings with this one give at least {declared}.',
    },
    fix: {
      vi: 'Sửa đổi báo cáo đó (PUT /v1/periodic-reports/{report}); nếu báo cáo đúng thì sửa hồ sơ này.',
      en: 'Amend that report (PUT /v1/periodic-reports/{report}); if it is right, correct this filing.',
    },
    examples: {
      holds: [
        {},
        { context: afterReport({ examined: 120, diagnosed: 1 }) },
        { change: { '/diseases/0/diagnosedEarlier/total': 1 }, context: afterReport({ examined: 120, diagnosed: 0 }) },
      ],
      fails: [
        { context: afterReport({ examined: 120, diagnosed: 0 }) },
        { context: afterReport({ examined: 119, diagnosed: 1 }) },
        { context: afterReport({ examined: 120, diagnosed: 1, diagnosedElsewhere: 1 }) },
      ],
    },
  },
]

/** What the report cannot hold: rounds may examine somebody again, so fewer than one round examined is too few. */
function missingIn({ id, period, diseases }: ReportOfRound, { results }: DiseaseFacts): readonly Violation[] {
  return diseases
    .filter(({ disease }) => disease !== UNLISTED)
    .flatMap(({ disease, examined, diagnosed, diagnosedElsewhere }) => {
      const result = results.find(({ filed }) => filed.disease === disease)
      if (result === undefined) return []
      const at = `/diseases/${result.index}`
      const cells = [
        { column: 'examined', reported: examined, declared: result.examined.total },
        { column: 'diagnosed', reported: diagnosed, declared: diagnosedElsewhere + result.diagnosedNew.total },
      ]
      return cells
        .filter(({ reported, declared }) => reported < declared)
        .map(({ column, reported, declared }) => ({
          pointer: `${at}/${column}`,
          params: { report: id, period, line: `IV.1.${disease}.${column}`, reported, declared },
        }))
    })
}

/** The sample's monitorings with nothing beyond a limit. */
function withinLimits() {
  const monitoring = sampleContext.known.history?.monitoring ?? []
  return historyOf({ monitoring: monitoring.map((one) => ({ ...one, exceeding: 0 })) })
}

/** After a report of the year. */
function afterReport(silicosis: Partial<ReportOfRound['diseases'][number]>) {
  const disease = { disease: 'OD-01', examined: 0, diagnosed: 0, diagnosedElsewhere: 0, ...silicosis }
  return historyOf({ reports: [{ id: AN_ID, period: '2026', diseases: [disease] }] })
}
