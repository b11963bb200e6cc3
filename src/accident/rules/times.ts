import { clockTime, duration, hoursBetween, inTheFuture, moment, outOfOrder } from '../../declaration/moments.ts'
import { accidentPolicy, declarationAbroadWorkingDays } from '../../law/accident-constants.ts'
import { addWorkingDays, type CountedDay } from '../../law/calendar.ts'
import { cite } from '../../law/citation.ts'
import { valueOn } from '../../law/dated-constant.ts'
import { legalDateOf } from '../../reference/legal-date.ts'
import type { AccidentFacts } from '../facts.ts'
import { FIRST_DECLARED_INPUTS, firstDeclaredAt } from './clock.ts'
import {
  type AccidentRule,
  BY_ARITHMETIC,
  BY_POLICY,
  COUNTED,
  declarationRule,
  FROM_TEXT,
  victimRule,
} from './define.ts'

/** When the employer had the news; the accident itself where the filing says nothing else. */
function newsAt({ knownAt, occurredAt }: AccidentFacts): Date | null {
  return knownAt ?? occurredAt
}

/** The last timely day for an accident abroad that must be declared. */
function dueAbroad(facts: AccidentFacts): CountedDay | null {
  const news = newsAt(facts)
  if (!facts.setting.abroad || !facts.declarable || news === null) return null
  const known = legalDateOf(news)
  const limit = valueOn(declarationAbroadWorkingDays, known)
  return limit ? addWorkingDays(known, limit.value) : null
}

const ABROAD = { '/accident/abroad': true } as const
const DECLARED = [...FIRST_DECLARED_INPUTS, '/accident/occurredAt', '/accident/knownAt'] as const

/** The order of events, and whether they were told in time. */
export const timeRules: readonly AccidentRule[] = [
  {
    id: 'ACC-D01',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/accident/occurredAt', '/accident/knownAt', '/accident/declaredAt', '/recipients/*/notifiedAt'],
    judge: ({ accident, declaration: { recipients = [] } }) => {
      const occurred = moment('/accident/occurredAt', accident.occurredAt)
      return [
        ...outOfOrder([
          ...occurred,
          ...moment('/accident/knownAt', accident.knownAt),
          ...moment('/accident/declaredAt', accident.declaredAt),
        ]),
        ...recipients.flatMap(({ notifiedAt }, index) =>
          outOfOrder([...occurred, ...moment(`/recipients/${index}/notifiedAt`, notifiedAt)]),
        ),
      ]
    },
    message: {
      vi: 'Thứ tự thời gian phải là xảy ra tai nạn, biết tin, khai báo; nhưng mốc {time} lại sớm hơn mốc trước đó ({before}).',
      en: 'An accident happens, is known, is declared; yet {time} is earlier than what comes before it ({before}).',
    },
    fix: {
      vi: 'Kiểm tra ngày, giờ và múi giờ (+07:00) của các mốc.',
      en: 'Check days, hours and offsets (+07:00) of these times.',
    },
    examples: {
      holds: [{}, { change: { '/accident/knownAt': '2026-05-12T09:40:00+07:00' } }],
      fails: [
        { change: { '/accident/knownAt': '2026-05-12T09:39:00+07:00' } },
        { change: { '/accident/declaredAt': '2026-05-12T09:45:00+07:00' } },
        { change: { '/accident/knownAt': undefined, '/accident/declaredAt': '2026-05-12T09:00:00+07:00' } },
        { change: { '/recipients/1/notifiedAt': '2026-05-12T09:00:00+07:00' } },
      ],
    },
  },

  {
    id: 'ACC-D02',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/accident/occurredAt',
      '/accident/knownAt',
      '/accident/declaredAt',
      '/accident/communeRecord/date',
      '/victims/*/death/at',
      '/recipients/*/notifiedAt',
    ],
    judge: ({ accident, victims, declaration: { recipients = [] }, context, dates }) => {
      const recordedOn = accident.communeRecord?.date
      const stated = [
        ...moment('/accident/occurredAt', accident.occurredAt),
        ...moment('/accident/knownAt', accident.knownAt),
        ...moment('/accident/declaredAt', accident.declaredAt),
        ...victims.flatMap(({ death }, index) => moment(`/victims/${index}/death/at`, death?.at)),
        ...recipients.flatMap(({ notifiedAt }, index) => moment(`/recipients/${index}/notifiedAt`, notifiedAt)),
      ]
      return [
        ...inTheFuture(stated, context.receivedAt),
        ...(recordedOn !== undefined && dates.received !== null && recordedOn > dates.received
          ? [{ pointer: '/accident/communeRecord/date', params: { time: recordedOn } }]
          : []),
      ]
    },
    message: {
      vi: 'Thời điểm {time} còn ở tương lai.',
      en: '{time} is still in the future.',
    },
    fix: {
      vi: 'Sửa lại ngày, giờ; chú ý múi giờ (+07:00).',
      en: 'Correct the day and hour; mind the offset (+07:00).',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/declaredAt': '2026-05-12T11:50:00+07:00' } },
        { change: { '/accident/communeRecord': { made: true, date: '2026-05-12' } } },
      ],
      fails: [
        { change: { '/accident/declaredAt': '2026-05-12T11:51:00+07:00' } },
        { change: { '/accident/occurredAt': '2026-06-12T09:40:00+07:00' } },
        { change: { '/victims/0/death/at': '2026-05-13T09:45:00+07:00' } },
        { change: { '/recipients/0/notifiedAt': '2026-05-12T12:00:00+07:00' } },
        { change: { '/accident/communeRecord': { made: true, date: '2026-05-13' } } },
      ],
    },
  },

  declarationRule({
    id: 'ACC-D03',
    kind: 'breach',
    citations: [
      cite('L84-2015 34.1.b'),
      cite('L84-2015 34.1.d'),
      cite('ND39-2016 10.1.a'),
      { kind: 'policy', note: `${accidentPolicy.immediatelyHours} h` },
    ],
    provenance: FROM_TEXT,
    inputs: [...DECLARED, ...COUNTED, '/accident/abroad'],
    at: '/accident/declaredAt',
    violated: (facts) => {
      const news = newsAt(facts)
      const declared = firstDeclaredAt(facts)
      if (!facts.declarable || facts.setting.abroad || news === null || declared === null) return false
      const hours = hoursBetween(news, declared)
      return (
        hours > accidentPolicy.immediatelyHours && { hours: duration(hours), limit: accidentPolicy.immediatelyHours }
      )
    },
    message: {
      vi: 'Khai báo sau {hours} kể từ lúc biết tin (không ghi lúc biết tin thì tính từ lúc xảy ra); luật yêu cầu khai báo ngay, hệ thống coi quá {limit} giờ là chậm.',
      en: 'Declared {hours} after the news (after the accident where the news is not dated); the law says at once, and here later than {limit} hours counts as late.',
    },
    fix: {
      vi: 'Nếu đã báo trước bằng điện thoại, fax hoặc thư, ghi channel và declaredAt của lần báo đó (khai qua cổng này thì tính lúc hệ thống nhận, không tính declaredAt); nếu biết tin muộn, ghi knownAt; nếu đúng là chậm thì giữ nguyên và nêu lý do ở note.',
      en: 'If it was told earlier by telephone, fax or mail, state that channel and its declaredAt (declared through this portal, its receipt counts and not declaredAt); if the news came late, state knownAt; if it is late indeed, leave it and say why in note.',
    },
    examples: {
      holds: [
        {},
        { change: { '/channel': 'PHONE' }, context: { receivedAt: new Date('2026-05-15T11:00:00+07:00') } },
        { change: { '/victims/0/condition': 'light' }, context: { receivedAt: new Date('2026-05-15T11:00:00+07:00') } },
        {
          context: {
            receivedAt: new Date('2026-05-15T11:00:00+07:00'),
            amends: { declarationId: '0198f000-0000-7000-8000-000000000002', revision: 1 },
          },
        },
      ],
      fails: [
        { context: { receivedAt: new Date('2026-05-13T10:00:00+07:00') } },
        {
          change: { '/accident/knownAt': undefined },
          context: { receivedAt: new Date('2026-05-13T09:50:00+07:00') },
        },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-D04',
    kind: 'warning',
    citations: [{ kind: 'policy', note: `${accidentPolicy.lateKnowledgeHours} h` }],
    provenance: BY_POLICY,
    inputs: ['/accident/occurredAt', '/accident/knownAt', '/accident/lateKnowledgeReason'],
    at: '/accident/knownAt',
    violated: ({ occurredAt, knownAt, accident }) => {
      if (occurredAt === null || knownAt === null || accident.lateKnowledgeReason !== undefined) return false
      const hours = hoursBetween(occurredAt, knownAt)
      return hours > accidentPolicy.lateKnowledgeHours && { hours: duration(hours) }
    },
    message: {
      vi: 'Cơ sở biết tin {hours} sau khi xảy ra tai nạn và chưa giải trình.',
      en: 'The establishment learnt of the accident {hours} after it, without an explanation.',
    },
    fix: {
      vi: 'Kiểm tra lại knownAt; nếu đúng, ghi lý do vào lateKnowledgeReason.',
      en: 'Check knownAt; if it is right, give the reason in lateKnowledgeReason.',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/knownAt': '2026-05-13T09:40:00+07:00' } },
        {
          change: {
            '/accident/knownAt': '2026-05-14T09:40:00+07:00',
            '/accident/lateKnowledgeReason': 'Nạn nhân tự về nhà, hôm sau mới nhập viện.',
          },
        },
      ],
      fails: [{ change: { '/accident/knownAt': '2026-05-14T09:40:00+07:00' } }],
    },
  }),

  victimRule({
    id: 'ACC-D05',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/death/at', '/accident/occurredAt'],
    at: '/death/at',
    violated: ({ death }, { occurredAt }) => {
      if (death?.at === undefined || occurredAt === null) return false
      const died = new Date(death.at)
      return died < occurredAt && { died: clockTime(died), occurred: clockTime(occurredAt) }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal} chết lúc {died}, trước khi xảy ra tai nạn ({occurred}).',
      en: 'Victim {ordinal} died at {died}, before the accident ({occurred}).',
    },
    fix: { vi: 'Sửa thời điểm chết hoặc thời điểm tai nạn.', en: 'Correct the time of death or of the accident.' },
    examples: {
      holds: [{}, { change: { '/victims/0/death/at': '2026-05-12T09:40:00+07:00' } }],
      fails: [{ change: { '/victims/0/death/at': '2026-05-12T09:39:00+07:00' } }],
    },
  }),

  declarationRule({
    id: 'ACC-Y01',
    kind: 'breach',
    datedBy: 'known',
    citations: [cite('ND39-2016 19.2.b')],
    provenance: FROM_TEXT,
    inputs: [...DECLARED, ...COUNTED, '/accident/abroad'],
    at: '/accident/declaredAt',
    violated: (facts) => {
      const due = dueAbroad(facts)
      const declared = firstDeclaredAt(facts)
      // Unknown holidays can only move the day later, so it is no ground for calling a declaration late.
      if (due === null || !due.certain || declared === null) return false
      const day = legalDateOf(declared)
      return day > due.date && { day, due: due.date }
    },
    message: {
      vi: 'Tai nạn ở nước ngoài được khai báo ngày {day}, sau hạn {due} tính theo ngày làm việc từ khi nhận tin.',
      en: 'An accident abroad was declared on {day}, after the last day {due}, counted in working days from the news.',
    },
    fix: {
      vi: 'Nếu đã báo trước bằng cách khác, ghi channel và declaredAt của lần báo đó.',
      en: 'If it was told earlier in another way, state that channel and its declaredAt.',
    },
    examples: {
      holds: [
        { change: ABROAD, context: { receivedAt: new Date('2026-05-19T23:00:00+07:00') } },
        { context: { receivedAt: new Date('2026-05-20T08:00:00+07:00') } },
        {
          change: { ...ABROAD, '/accident/occurredAt': '2020-05-12T09:40:00+07:00', '/accident/knownAt': undefined },
          context: { receivedAt: new Date('2020-06-20T08:00:00+07:00') },
        },
      ],
      fails: [{ change: ABROAD, context: { receivedAt: new Date('2026-05-20T08:00:00+07:00') } }],
    },
  }),

  declarationRule({
    id: 'KB-ACC-28',
    kind: 'info',
    datedBy: 'known',
    citations: [cite('ND39-2016 19.2.b'), { kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...COUNTED, '/accident/abroad', '/accident/occurredAt', '/accident/knownAt'],
    at: '/accident/knownAt',
    violated: (facts) => {
      const due = dueAbroad(facts)
      return due !== null && !due.certain && { due: due.date }
    },
    message: {
      vi: 'Hạn khai báo sớm nhất là ngày {due}, nhưng chưa rõ hết các ngày nghỉ lễ của thời gian đó.',
      en: 'The declaration is due on {due} at the earliest; not every public holiday of that time is known.',
    },
    examples: {
      holds: [{}, { change: ABROAD }],
      fails: [
        { change: { ...ABROAD, '/accident/occurredAt': '2020-05-12T09:40:00+07:00', '/accident/knownAt': undefined } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-A16',
    kind: 'info',
    citations: [{ kind: 'policy', note: `${accidentPolicy.writtenFormAfterPhoneHours} h` }],
    provenance: BY_POLICY,
    inputs: ['/channel', '/accident/declaredAt'],
    at: '/accident/declaredAt',
    violated: ({ declaration, accident, declaredAt, context }) => {
      if (declaration.channel !== 'PHONE' || accident.declaredAt === undefined || context.amends !== null) return false
      const hours = hoursBetween(declaredAt, context.receivedAt)
      return hours > accidentPolicy.writtenFormAfterPhoneHours && { hours: duration(hours) }
    },
    message: {
      vi: 'Đã báo qua điện thoại nhưng {hours} sau mới có bản khai báo theo mẫu.',
      en: 'Told by telephone, but the written form came {hours} later.',
    },
    examples: {
      holds: [{ change: { '/channel': 'PHONE' } }, { context: { receivedAt: new Date('2026-05-16T11:45:00+07:00') } }],
      fails: [{ change: { '/channel': 'PHONE' }, context: { receivedAt: new Date('2026-05-16T11:45:00+07:00') } }],
    },
  }),
]
