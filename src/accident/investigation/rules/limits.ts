import { NOT_STATED } from '../../../declaration/code-name.ts'
import { investigationLimits } from '../../../law/accident-constants.ts'
import { investigationCase } from '../../../law/accident-duties.ts'
import { complaintOpenUntil, complaintReplyDue, minutesDue } from '../../../law/accident-investigation.ts'
import { cite } from '../../../law/citation.ts'
import { valueOn } from '../../../law/dated-constant.ts'
import type { LegalDate } from '../../../reference/legal-date.ts'
import { knownWith } from '../../outcome/sample.ts'
import { BY_POLICY, FROM_TEXT } from '../../rules/define.ts'
import type { InvestigationFacts } from '../facts.ts'
import { fileRule, type InvestigationRule } from './define.ts'
import { BY_EMPLOYER } from './team.ts'

/** While the police have not found whether it was a work accident, the team pauses (Decree 39/2016, Art. 20.1.h). */
export function isPaused({ file: { police } }: InvestigationFacts): boolean {
  return police?.reply === 'awaited' || police?.reply === 'undetermined'
}

const LIMIT = [
  '/authority',
  '/reportedAt',
  '/expertise/*/kind',
  '/police/notProsecutedOn',
  '/police/fileCompleteOn',
  '/extensions/*/days',
  '/extensions/*/consentedOn',
] as const

const EXTENDED = { days: 20, reason: 'Chờ kết quả giám định giàn giáo.', consentedOn: '2026-06-08' } as const
const LIGHT = knownWith({ '/victims/0/condition': 'light', '/victims/0/death': undefined })

/** What is wrong with the extension, each with how the law has it. */
function extensionFaults({ file: { extensions = [] }, limit, after }: InvestigationFacts) {
  const ofClass = investigationCase(after.present.counts)
  if (extensions.length === 0 || limit === null || ofClass === null) return []
  const [first] = extensions
  return [
    ...(ofClass === 'LIGHT' ? [{ pointer: '/extensions/0', fix: NEVER_OF_LIGHT }] : []),
    ...extensions.slice(1).map((_, index) => ({ pointer: `/extensions/${index + 1}`, fix: ONCE })),
    ...(first !== undefined && first.days > limit.days ? [{ pointer: '/extensions/0/days', fix: NOT_LONGER }] : []),
    ...(first?.consentedOn === undefined ? [{ pointer: '/extensions/0/consentedOn', fix: CONSENT }] : []),
  ]
}

const NEVER_OF_LIGHT = { vi: 'Tai nạn nhẹ không được gia hạn.', en: 'Light accidents are never extended.' }
const ONCE = { vi: 'Chỉ được gia hạn một lần.', en: 'It is extended once only.' }
const NOT_LONGER = {
  vi: 'Thời gian gia hạn không dài hơn thời hạn ban đầu.',
  en: 'An extension is not longer than the limit itself.',
}
const CONSENT = {
  vi: 'Phải có sự đồng ý của người ban hành quyết định thành lập Đoàn.',
  en: 'Whoever decided to form the team must agree.',
}

/** The time limits of an investigation (Law 84/2015, Art. 35.6; Decree 39/2016, Arts. 13 to 17). */
export const limitRules: readonly InvestigationRule[] = [
  fileRule({
    id: 'ACC-D06',
    kind: 'breach',
    citations: [cite('L84-2015 35.6')],
    provenance: FROM_TEXT,
    inputs: [...LIMIT, '/announcement/meetingOn', '/police/reply'],
    at: '/announcement/meetingOn',
    violated: (facts) => {
      const { limit, announcedOn, received } = facts
      if (limit === null || (announcedOn === null && isPaused(facts)) || (announcedOn ?? received) <= limit.date) {
        return false
      }
      return { due: limit.date, days: limit.days + limit.extendedBy, from: limit.from }
    },
    message: {
      vi: 'Quá thời hạn điều tra: {days} ngày tính từ {from}, chậm nhất ngày {due} phải công bố biên bản.',
      en: 'Past the limit: {days} days from {from}; the minutes were to be announced by {due}.',
    },
    fix: {
      vi: 'Công bố biên bản; nếu đã được gia hạn thì ghi vào extensions.',
      en: 'Announce the minutes; an extension that was granted goes into extensions.',
    },
    examples: {
      holds: [
        {},
        { change: { '/announcement': undefined, '/extensions': [EXTENDED] } },
        { change: { '/announcement': undefined, '/police/reply': 'awaited' } },
        { change: { '/reportedAt': '2026-05-01T08:00:00+07:00', '/expertise': [{ kind: 'technical' }] } },
        {
          change: {
            '/reportedAt': '2026-05-01T08:00:00+07:00',
            '/police/notProsecutedOn': '2026-05-28',
            '/police/fileCompleteOn': '2026-06-01',
          },
        },
      ],
      fails: [
        { change: { '/announcement/meetingOn': '2026-06-12' } },
        { change: { '/announcement': undefined } },
        { change: { '/authority': 'base' }, context: BY_EMPLOYER },
      ],
    },
  }),
  fileRule({
    id: 'ACC-D07',
    kind: 'breach',
    citations: [cite('L84-2015 35.6.d')],
    provenance: FROM_TEXT,
    inputs: ['/limit/days', '/expertise/*/kind'],
    at: '/limit/days',
    violated: ({ file: { limit, expertise = [] }, legalDate }) => {
      const ofExpertise = valueOn(investigationLimits.EXPERTISE, legalDate)?.value.days
      return ofExpertise !== undefined && expertise.length === 0 && limit?.days === ofExpertise
        ? { days: ofExpertise }
        : false
    },
    message: {
      vi: 'Thời hạn {days} ngày chỉ dành cho vụ cần giám định kỹ thuật hoặc giám định pháp y; hồ sơ không có giám định nào.',
      en: 'The {days} days are for accidents that need technical or forensic expertise; the file has none.',
    },
    fix: { vi: 'Ghi giám định vào expertise, hoặc sửa thời hạn.', en: 'State the expertise, or correct the limit.' },
    examples: {
      holds: [{}, { change: { '/limit/days': 60, '/expertise': [{ kind: 'forensic' }] } }],
      fails: [{ change: { '/limit/days': 60 } }],
    },
  }),
  {
    id: 'ACC-D08',
    kind: 'breach',
    citations: [cite('L84-2015 35.6')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/expertise/*/kind', '/extensions/*/days', '/extensions/*/consentedOn'],
    judge: extensionFaults,
    message: {
      vi: 'Gia hạn điều tra không đúng điều kiện.',
      en: 'The extension does not meet its conditions.',
    },
    fix: {
      vi: 'Gia hạn một lần, không dài hơn thời hạn đầu, có sự đồng ý của người ban hành quyết định thành lập Đoàn; tai nạn nhẹ không gia hạn.',
      en: 'Extend once, by no more than the limit, with the consent of who formed the team; a light accident is not extended.',
    },
    examples: {
      holds: [{}, { change: { '/extensions': [EXTENDED] } }],
      fails: [
        { change: { '/extensions': [EXTENDED, EXTENDED] } },
        { change: { '/extensions': [{ ...EXTENDED, days: 31 }] } },
        { change: { '/extensions': [{ days: 20 }] } },
        { change: { '/authority': 'base', '/extensions': [{ ...EXTENDED, days: 4 }] }, context: LIGHT },
      ],
    },
  },
  fileRule({
    id: 'ACC-D09',
    kind: 'breach',
    citations: [cite('L84-2015 35.6.d')],
    provenance: FROM_TEXT,
    inputs: ['/limit/from', '/police/notProsecutedOn', '/police/fileCompleteOn'],
    at: '/limit/from',
    violated: ({ file: { limit, police } }) =>
      police?.notProsecutedOn !== undefined && limit?.from !== undefined && limit.from !== police.fileCompleteOn
        ? { complete: police.fileCompleteOn ?? NOT_STATED }
        : false,
    message: {
      vi: 'Sau khi không khởi tố, thời hạn tính từ ngày Đoàn nhận đủ hồ sơ ({complete}).',
      en: 'After a decision not to prosecute, the limit runs from the day the team has the complete file ({complete}).',
    },
    fix: {
      vi: 'Ghi vào limit.from ngày Đoàn nhận đủ hồ sơ của cơ quan Công an (police.fileCompleteOn).',
      en: 'Set limit.from to the day the team had the complete file of the police (police.fileCompleteOn).',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/limit/from': '2026-06-01',
            '/police/notProsecutedOn': '2026-05-28',
            '/police/fileCompleteOn': '2026-06-01',
          },
        },
      ],
      fails: [
        { change: { '/police/notProsecutedOn': '2026-05-28', '/police/fileCompleteOn': '2026-06-01' } },
        { change: { '/police/notProsecutedOn': '2026-05-28' } },
      ],
    },
  }),
  {
    id: 'ACC-D10',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 13.9'), cite('ND39-2016 14.6'), cite('ND39-2016 15.5')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/announcement/meetingOn', '/minutes/sent/*/on'],
    judge: ({ file: { authority, minutes }, announcedOn, received }) => {
      if (announcedOn === null || authority === undefined || authority === 'commune') return []
      const due = minutesDue(announcedOn, authority)
      if (due === undefined) return []
      const sent = minutes?.sent ?? []
      const late = sent.flatMap(({ on }, index) => (on > due.date ? [`/minutes/sent/${index}/on`] : []))
      const unsent = sent.length === 0 && received > due.date ? ['/minutes/sent'] : []
      return [...late, ...unsent].map((pointer) => ({ pointer, params: { due: due.date } }))
    },
    message: {
      vi: 'Biên bản phải gửi trong 3 ngày làm việc kể từ ngày họp công bố, chậm nhất ngày {due}.',
      en: 'The minutes go out within 3 working days of the announcement meeting, by {due}.',
    },
    fix: {
      vi: 'Gửi ngay các biên bản còn thiếu rồi ghi ngày gửi vào minutes.sent.',
      en: 'Send the minutes now, then state the day in minutes.sent.',
    },
    examples: {
      holds: [{}, { change: { '/minutes/sent': undefined } }],
      fails: [
        { change: { '/minutes/sent/0/on': '2026-06-16' } },
        { change: { '/minutes/sent': undefined, '/announcement/meetingOn': '2026-06-01' } },
      ],
    },
  },
  fileRule({
    id: 'ACC-D13',
    kind: 'info',
    datedBy: 'announced',
    citations: [cite('ND39-2016 17')],
    provenance: FROM_TEXT,
    inputs: ['/announcement/meetingOn', '/complaint/receivedOn'],
    at: '/complaint/receivedOn',
    violated: ({ file: { complaint }, announcedOn }) => {
      const until = announcedOn === null ? undefined : complaintOpenUntil(announcedOn)
      return until !== undefined && (complaint?.receivedOn ?? '') > until ? { until } : false
    },
    message: {
      vi: 'Khiếu nại sau ngày {until}, quá 90 ngày kể từ ngày công bố biên bản.',
      en: 'The complaint came after {until}, more than 90 days after the announcement.',
    },
    examples: {
      holds: [{}, { change: { '/complaint': { receivedOn: '2026-09-08' } } }],
      fails: [{ change: { '/complaint': { receivedOn: '2026-09-09' } } }],
    },
  }),
  fileRule({
    id: 'ACC-D14',
    kind: 'info',
    citations: [cite('L84-2015 35.6'), { kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/authority', '/limit/days', '/expertise/*/kind'],
    at: '/limit/days',
    violated: ({ file, limit }) =>
      limit !== null && file.limit?.days !== undefined && file.limit.days !== limit.days
        ? { stated: file.limit.days, days: limit.days }
        : false,
    message: {
      vi: 'Đoàn tính {stated} ngày; theo loại tai nạn hiện nay thời hạn là {days} ngày.',
      en: 'The team counts {stated} days; by the class as it is now the limit is {days} days.',
    },
    examples: {
      holds: [{}, { change: { '/limit': undefined } }],
      fails: [{ change: { '/limit/days': 20 } }],
    },
  }),
  fileRule({
    id: 'KB-INV-01',
    kind: 'info',
    citations: [cite('L84-2015 35.6')],
    provenance: FROM_TEXT,
    inputs: LIMIT,
    at: '',
    violated: ({ limit }) =>
      limit !== null && { from: limit.from, days: limit.days, extended: limit.extendedBy, due: limit.date },
    message: {
      vi: 'Thời hạn điều tra {days} ngày tính từ {from}, gia hạn {extended} ngày: công bố biên bản chậm nhất ngày {due}.',
      en: 'The limit is {days} days from {from}, extended by {extended}: the minutes are announced by {due}.',
    },
    examples: { holds: [{ change: { '/authority': 'commune' } }], fails: [{}] },
  }),
  fileRule({
    id: 'KB-INV-02',
    kind: 'breach',
    citations: [cite('ND39-2016 17.1.a')],
    provenance: FROM_TEXT,
    inputs: ['/complaint/receivedOn', '/complaint/answeredOn'],
    at: '/complaint/answeredOn',
    violated: ({ file: { complaint }, received }) => {
      if (complaint?.receivedOn === undefined) return false
      const due = complaintReplyDue(complaint.receivedOn as LegalDate)
      return due !== undefined && (complaint.answeredOn ?? received) > due.date ? { due: due.date } : false
    },
    message: {
      vi: 'Khiếu nại phải được giải quyết trong 10 ngày làm việc, chậm nhất ngày {due}.',
      en: 'A complaint is answered within 10 working days, by {due}.',
    },
    fix: {
      vi: 'Trả lời khiếu nại ngay, rồi ghi ngày trả lời vào complaint.answeredOn.',
      en: 'Answer the complaint now, then state the day in complaint.answeredOn.',
    },
    examples: {
      holds: [{}, { change: { '/complaint': { receivedOn: '2026-05-20', answeredOn: '2026-06-03' } } }],
      fails: [{ change: { '/complaint': { receivedOn: '2026-05-20' } } }],
    },
  }),
]
