import {
  clockTime,
  duration,
  firstDeclaredAt,
  hoursBetween,
  inTheFuture,
  moment,
  outOfOrder,
} from '../../declaration/moments.ts'
import { accidentPolicy } from '../../law/accident-constants.ts'
import { cite } from '../../law/citation.ts'
import type { IncidentFacts } from '../facts.ts'
import { BY_ARITHMETIC, DECLARABLE, FROM_TEXT, type IncidentRule, incidentRule } from './define.ts'

const STATED = [
  '/incident/occurredAt',
  '/incident/knownAt',
  '/incident/declaredAt',
  '/recipients/*/notifiedAt',
] as const

function statedMoments({ incident, declaration: { recipients = [] } }: IncidentFacts) {
  return {
    occurred: moment('/incident/occurredAt', incident.occurredAt),
    later: [...moment('/incident/knownAt', incident.knownAt), ...moment('/incident/declaredAt', incident.declaredAt)],
    told: recipients.map(({ notifiedAt }, index) => moment(`/recipients/${index}/notifiedAt`, notifiedAt)),
  }
}

/** The order of events, and whether they were told in time. */
export const timeRules: readonly IncidentRule[] = [
  {
    id: 'KB-INC-23',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: STATED,
    judge: (facts) => {
      const { occurred, later, told } = statedMoments(facts)
      return [...outOfOrder([...occurred, ...later]), ...told.flatMap((at) => outOfOrder([...occurred, ...at]))]
    },
    message: {
      vi: 'Thứ tự thời gian phải là xảy ra sự cố, biết tin, khai báo; nhưng mốc {time} lại sớm hơn mốc trước đó ({before}).',
      en: 'An incident happens, is known, is declared; yet {time} is earlier than what comes before it ({before}).',
    },
    fix: {
      vi: 'Kiểm tra ngày, giờ và múi giờ (+07:00) của các mốc.',
      en: 'Check days, hours and offsets (+07:00) of these times.',
    },
    examples: {
      holds: [{}, { change: { '/incident/knownAt': '2026-05-12T07:20:00+07:00' } }],
      fails: [
        { change: { '/incident/knownAt': '2026-05-12T07:19:00+07:00' } },
        { change: { '/incident/declaredAt': '2026-05-12T07:21:00+07:00' } },
        { change: { '/recipients/1/notifiedAt': '2026-05-12T07:00:00+07:00' } },
      ],
    },
  },

  {
    id: 'KB-INC-24',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: STATED,
    judge: (facts) => {
      const { occurred, later, told } = statedMoments(facts)
      return inTheFuture([...occurred, ...later, ...told.flat()], facts.context.receivedAt)
    },
    message: { vi: 'Thời điểm {time} còn ở tương lai.', en: '{time} is still in the future.' },
    fix: {
      vi: 'Sửa lại ngày, giờ; chú ý múi giờ (+07:00).',
      en: 'Correct the day and hour; mind the offset (+07:00).',
    },
    examples: {
      holds: [{}, { change: { '/incident/declaredAt': '2026-05-12T11:50:00+07:00' } }],
      fails: [
        { change: { '/incident/declaredAt': '2026-05-12T11:51:00+07:00' } },
        { change: { '/incident/occurredAt': '2026-06-12T07:20:00+07:00' } },
        { change: { '/recipients/0/notifiedAt': '2026-05-12T12:00:00+07:00' } },
      ],
    },
  },

  incidentRule({
    id: 'KB-INC-25',
    kind: 'breach',
    citations: [
      cite('ND39-2016 26.1'),
      cite('ND39-2016 26.3.a'),
      { kind: 'policy', note: `${accidentPolicy.immediatelyHours} h` },
    ],
    provenance: FROM_TEXT,
    inputs: [...DECLARABLE, '/incident/serious', '/incident/declaredAt', '/channel', '/onBehalf/channel'],
    at: '/incident/declaredAt',
    violated: ({ declaration, declarable, setting, knownAt, occurredAt, declaredAt, context }) => {
      const news = knownAt ?? occurredAt
      const declared = firstDeclaredAt(declaration, declaredAt, context)
      if ((!declarable && !setting.serious) || news === null || declared === null) return false
      const hours = hoursBetween(news, declared)
      const limit = accidentPolicy.immediatelyHours
      return hours > limit && { hours: duration(hours), limit, declared: clockTime(declared) }
    },
    message: {
      vi: 'Khai báo lúc {declared}, {hours} sau khi biết tin (không ghi lúc biết tin thì tính từ lúc xảy ra); quy định yêu cầu khai báo ngay, hệ thống coi quá {limit} giờ là chậm.',
      en: 'Declared at {declared}, {hours} after the news (after the incident where the news is not dated); the law says at once, and here later than {limit} hours counts as late.',
    },
    fix: {
      vi: 'Nếu đã báo trước bằng điện thoại, fax hoặc thư, ghi channel và declaredAt của lần báo đó (khai qua cổng này thì tính lúc hệ thống nhận, không tính declaredAt); nếu biết tin muộn, ghi knownAt; nếu đúng là chậm thì giữ nguyên và nêu lý do ở note.',
      en: 'If it was told earlier by telephone, fax or mail, state that channel and its declaredAt (declared through this portal, its receipt counts and not declaredAt); if the news came late, state knownAt; if it is late indeed, leave it and say why in note.',
    },
    examples: {
      holds: [
        {},
        { change: { '/channel': 'PHONE' }, context: { receivedAt: new Date('2026-05-15T11:00:00+07:00') } },
        {
          change: { '/incident/serious': false, '/casualties/others/serious': 1 },
          context: { receivedAt: new Date('2026-05-15T11:00:00+07:00') },
        },
      ],
      fails: [
        { context: { receivedAt: new Date('2026-05-13T10:00:00+07:00') } },
        { change: { '/casualties/others/serious': 0 }, context: { receivedAt: new Date('2026-05-13T10:00:00+07:00') } },
        { change: { '/incident/serious': false }, context: { receivedAt: new Date('2026-05-13T10:00:00+07:00') } },
      ],
    },
  }),
]
