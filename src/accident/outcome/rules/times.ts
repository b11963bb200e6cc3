import { clockTime, hoursBetween } from '../../../declaration/moments.ts'
import { accidentPolicy } from '../../../law/accident-constants.ts'
import { cite } from '../../../law/citation.ts'
import { daysBetween, type LegalDate, legalDateOf } from '../../../reference/legal-date.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_TEXT } from '../../rules/define.ts'
import { isNewDeath, type OutcomeFacts } from '../facts.ts'
import { INJURED, knownWith } from '../sample.ts'
import { type OutcomeRule, outcomeRule } from './define.ts'

interface Moment {
  readonly pointer: string
  readonly on: LegalDate
}

function moments({ outcome }: OutcomeFacts): Readonly<Record<string, Moment | undefined>> {
  const { condition, death, notice, returnedOn, assessment, compensation } = outcome
  const day = (pointer: string, on: string | undefined) =>
    on === undefined ? undefined : { pointer, on: on as LegalDate }
  const instant = (pointer: string, at: string | undefined) =>
    at === undefined ? undefined : { pointer, on: legalDateOf(new Date(at)) }
  return {
    knownAt: instant('/condition/knownAt', condition?.knownAt),
    diedAt: instant('/death/at', death?.at),
    policeToldAt: instant('/notice/policeToldAt', notice?.policeToldAt),
    handedOverOn: day('/notice/fileHandedOverOn', notice?.fileHandedOverOn),
    returnedOn: day('/returnedOn', returnedOn),
    assessedOn: day('/assessment/assessedOn', assessment?.assessedOn),
    receivedOn: day('/assessment/receivedOn', assessment?.receivedOn),
    decidedOn: day('/compensation/decidedOn', compensation?.decidedOn),
    paidOn: day('/compensation/paidOn', compensation?.paidOn),
    fileSentOn: day('/compensation/fileSentOn', compensation?.fileSentOn),
  }
}

/** What cannot come before what, besides that nothing comes before the accident. */
const ORDER = [
  ['diedAt', 'knownAt'],
  ['diedAt', 'policeToldAt'],
  ['diedAt', 'handedOverOn'],
  ['assessedOn', 'receivedOn'],
  ['decidedOn', 'paidOn'],
  ['decidedOn', 'fileSentOn'],
] as const

const MOMENTS = [
  '/condition/knownAt',
  '/death/at',
  '/notice/policeToldAt',
  '/notice/fileHandedOverOn',
  '/returnedOn',
  '/assessment/assessedOn',
  '/assessment/receivedOn',
  '/compensation/decidedOn',
  '/compensation/paidOn',
  '/compensation/fileSentOn',
] as const

const LATER_DEATH = {
  '/condition': { now: 'dead', knownAt: '2026-05-31T08:00:00+07:00' },
  '/death': { at: '2026-05-31T06:00:00+07:00', mode: 'C', forensicRecord: true },
} as const
const TOLD_AT_ONCE = { ...knownWith(INJURED), receivedAt: new Date('2026-05-31T10:00:00+07:00') }
const TOLD_LATE = { ...knownWith(INJURED), receivedAt: new Date('2026-06-03T10:00:00+07:00') }

/** The order of what happened after the declaration, and whether it was told in time. */
export const timeRules: readonly OutcomeRule[] = [
  {
    id: 'KB-OUT-07',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: MOMENTS,
    judge: (facts) => {
      const all = moments(facts)
      const accident = facts.before.legalDate
      const tooEarly = Object.values(all).filter((moment) => moment !== undefined && moment.on < accident)
      const swapped = ORDER.flatMap(([first, second]) => {
        const [a, b] = [all[first], all[second]]
        return a === undefined || b === undefined || a.on <= b.on ? [] : [{ ...b, before: a.on }]
      })
      return [...tooEarly.flatMap((moment) => (moment ? [{ ...moment, before: accident }] : [])), ...swapped].map(
        ({ pointer, on, before }) => ({ pointer, params: { date: on, before } }),
      )
    },
    message: {
      vi: 'Ngày {date} không thể trước ngày {before}.',
      en: '{date} cannot lie before {before}.',
    },
    fix: { vi: 'Sửa lại thứ tự các ngày.', en: 'Correct the order of the dates.' },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/compensation/decidedOn': '2026-05-01' } },
        { change: { '/compensation/paidOn': '2026-06-14' } },
        { change: { '/assessment': { percent: 20, assessedOn: '2026-06-02', receivedOn: '2026-06-01' } } },
      ],
    },
  },
  {
    id: 'KB-OUT-08',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: MOMENTS,
    judge: (facts) =>
      Object.values(moments(facts)).flatMap((moment) =>
        moment !== undefined && moment.on > facts.received
          ? [{ pointer: moment.pointer, params: { date: moment.on, received: facts.received } }]
          : [],
      ),
    message: {
      vi: 'Ngày {date} ở sau ngày gửi {received}.',
      en: '{date} lies after the day of filing, {received}.',
    },
    fix: { vi: 'Chỉ ghi việc đã xảy ra.', en: 'Tell only what has happened.' },
    examples: { holds: [{}], fails: [{ change: { '/compensation/paidOn': '2026-06-21' } }] },
  },
  outcomeRule({
    id: 'KB-OUT-09',
    kind: 'breach',
    datedBy: 'changed',
    citations: [cite('L84-2015 34.1'), cite('ND39-2016 10.1'), { kind: 'policy' }],
    provenance: FROM_TEXT,
    inputs: ['/victimId', '/condition/now', '/condition/knownAt', '/death/at', '/corrects'],
    at: '/condition/knownAt',
    violated: (facts) => {
      const { outcome, before, after, context } = facts
      const knownAt = outcome.condition?.knownAt
      const owed = after.present.declarable && (isNewDeath(facts) || !before.present.declarable)
      if (knownAt === undefined || !owed || outcome.corrects !== undefined) return false
      const known = new Date(knownAt)
      const hours = hoursBetween(known, context.receivedAt)
      return hours <= accidentPolicy.immediatelyHours
        ? false
        : { known: clockTime(known), received: clockTime(context.receivedAt), hours: accidentPolicy.immediatelyHours }
    },
    message: {
      vi: 'Biết tình trạng nặng hơn lúc {known} nhưng {received} mới khai báo bổ sung (hệ thống coi quá {hours} giờ là không "ngay").',
      en: 'The graver condition was known at {known} and declared at {received} only (this service takes more than {hours} hours for not "immediately").',
    },
    fix: {
      vi: 'Vẫn khai báo bổ sung ngay; nếu biết tin muộn hơn thì sửa condition.knownAt.',
      en: 'Declare it now all the same; if the news came later, correct condition.knownAt.',
    },
    examples: {
      holds: [{}, { change: LATER_DEATH, context: TOLD_AT_ONCE }],
      fails: [{ change: LATER_DEATH, context: TOLD_LATE }],
    },
  }),
  {
    id: 'ACC-C19',
    kind: 'breach',
    datedBy: 'changed',
    citations: [cite('ND39-2016 22'), cite('ND39-2016 10.1')],
    provenance: FROM_TEXT,
    inputs: [
      '/victimId',
      '/condition/now',
      '/condition/knownAt',
      '/death/at',
      '/notice/policeToldAt',
      '/notice/fileHandedOverOn',
    ],
    judge: (facts) => {
      const { outcome, before, after, context } = facts
      if (!isNewDeath(facts) || after.setting.abroad) return []
      const knownAt = outcome.condition?.knownAt
      const { immediatelyHours } = accidentPolicy
      const late = knownAt !== undefined && hoursBetween(new Date(knownAt), context.receivedAt) > immediatelyHours
      const byEmployer = !after.informal && before.present.counts.dead === 0 && before.present.counts.serious < 2
      return [
        ...(outcome.notice?.policeToldAt === undefined ? [{ pointer: '/notice/policeToldAt', fix: POLICE }] : []),
        ...(byEmployer && late && outcome.notice?.fileHandedOverOn === undefined
          ? [{ pointer: '/notice/fileHandedOverOn', fix: HAND_OVER }]
          : []),
      ]
    },
    message: {
      vi: 'Nạn nhân bị thương đã chết sau đó: chưa báo cơ quan Công an hoặc chưa bàn giao hồ sơ cho Đoàn điều tra cấp tỉnh.',
      en: 'An injured victim has died since: the police were not told, or the file has not gone to the provincial team.',
    },
    fix: {
      vi: 'Báo Công an cấp xã nơi xảy ra tai nạn, bàn giao hồ sơ cho Đoàn điều tra cấp tỉnh, rồi ghi vào notice.',
      en: 'Tell the commune police, hand the file over to the provincial team, then state both in notice.',
    },
    examples: {
      holds: [
        { change: { ...LATER_DEATH, '/notice': { policeToldAt: '2026-05-31T09:00:00+07:00' } }, context: TOLD_AT_ONCE },
        {
          change: {
            ...LATER_DEATH,
            '/notice': { policeToldAt: '2026-05-31T09:00:00+07:00', fileHandedOverOn: '2026-06-01' },
          },
          context: TOLD_LATE,
        },
      ],
      fails: [
        { change: LATER_DEATH, context: TOLD_AT_ONCE },
        { change: { ...LATER_DEATH, '/notice': { policeToldAt: '2026-05-31T09:00:00+07:00' } }, context: TOLD_LATE },
      ],
    },
  },
  outcomeRule({
    id: 'KB-OUT-10',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/daysLost'],
    at: '/daysLost',
    violated: ({ outcome: { daysLost = 0 }, before, received }) => {
      const elapsed = daysBetween(before.legalDate, received)
      return daysLost > elapsed ? { days: daysLost, elapsed } : false
    },
    message: {
      vi: 'Số ngày nghỉ {days} nhiều hơn {elapsed} ngày đã qua kể từ tai nạn.',
      en: '{days} days lost are more than the {elapsed} days since the accident.',
    },
    fix: { vi: 'Ghi số ngày đã nghỉ đến nay, hoặc xác nhận.', en: 'Give the days lost so far, or confirm.' },
    examples: { holds: [{}, { change: { '/daysLost': 39 } }], fails: [{ change: { '/daysLost': 40 } }] },
  }),
]

const POLICE = {
  vi: 'Báo ngay cho Công an cấp xã nơi xảy ra tai nạn rồi ghi vào notice.policeToldAt.',
  en: 'Tell the commune police of the place at once, then state it in notice.policeToldAt.',
}
const HAND_OVER = {
  vi: 'Bàn giao toàn bộ hồ sơ điều tra cho Đoàn điều tra cấp tỉnh rồi ghi vào notice.fileHandedOverOn.',
  en: 'Hand the whole file over to the provincial team, then state it in notice.fileHandedOverOn.',
}
