import { codeName } from '../../../declaration/code-name.ts'
import {
  type MinutesRecipient,
  minutesFormOf,
  minutesNotSent,
  penaltyDecreeFor,
} from '../../../law/accident-investigation.ts'
import { cite } from '../../../law/citation.ts'
import { instrument } from '../../../law/instruments.ts'
import { accidentCauses, accidentContexts, codeLists } from '../../../reference/catalogue.ts'
import type { LegalDate } from '../../../reference/legal-date.ts'
import { written } from '../../../rules/present.ts'
import type { Language, Text } from '../../../rules/rule.ts'
import { CONCLUSION_NAMES, MINUTES_FORM_NAMES, MINUTES_RECIPIENT_NAMES } from '../../names.ts'
import { knownWith } from '../../outcome/sample.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_FORM, FROM_TEXT } from '../../rules/define.ts'
import { isFactorList } from '../../rules/filed-codes.ts'
import type { InvestigationFacts } from '../facts.ts'
import { fileRule, type InvestigationRule } from './define.ts'
import { isPaused } from './limits.ts'
import { BY_EMPLOYER } from './team.ts'

function isFactor({ list, code }: { readonly list: string; readonly code: string }, on: LegalDate): boolean {
  const found = isFactorList(list) ? codeLists.get(list) : undefined
  return found !== undefined && (!found.complete || found.find(code, on) !== undefined)
}

const PARTS_NAMED = {
  '/authority': { vi: 'cấp điều tra', en: 'the level of the investigation' },
  '/startedOn': { vi: 'ngày bắt đầu điều tra', en: 'the day it began' },
  '/conclusion': { vi: 'kết luận', en: 'the conclusion' },
  '/minutes/form': { vi: 'mẫu biên bản', en: 'the form of the minutes' },
} as const

/** Who should have the minutes and is not among those they went to. */
function unsent({ file: { authority, minutes }, before }: InvestigationFacts): readonly MinutesRecipient[] {
  const sent = minutes?.sent ?? []
  if (authority === undefined || authority === 'commune' || sent.length === 0) return []
  return minutesNotSent(
    authority,
    sent.map(({ to }) => to),
    before,
  )
}

function recipientsNamed(recipients: readonly MinutesRecipient[]): Text {
  const named = (language: Language) => recipients.map((to) => MINUTES_RECIPIENT_NAMES[to][language]).join(', ')
  return { vi: named('vi'), en: named('en') }
}

/** What the minutes say, in which form, and to whom they go (Decree 39/2016, Arts. 13 to 15 and 20). */
export const minutesRules: readonly InvestigationRule[] = [
  {
    id: 'KB-INV-05',
    kind: 'error',
    citations: [cite('ND39-2016 13.4'), cite('L84-2015 35')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/startedOn', '/announcement/meetingOn', '/conclusion', '/minutes/form'],
    judge: ({ file, announcedOn }) => {
      const { authority, startedOn, conclusion, minutes } = file
      const announced = announcedOn !== null
      return [
        ...(authority === undefined ? ['/authority' as const] : []),
        ...(startedOn === undefined ? ['/startedOn' as const] : []),
        ...(announced && conclusion === undefined ? ['/conclusion' as const] : []),
        ...(announced && minutes?.form === undefined ? ['/minutes/form' as const] : []),
      ].map((pointer) => ({ pointer, params: { field: PARTS_NAMED[pointer] } }))
    },
    message: { vi: 'Thiếu {field}.', en: '{field} is missing.' },
    fix: {
      vi: 'Hồ sơ nêu cấp điều tra và ngày bắt đầu; khi đã công bố biên bản thì nêu kết luận và mẫu biên bản.',
      en: 'The file names the level and the start; once the minutes were announced, the conclusion and their form.',
    },
    examples: {
      holds: [{}, { change: { '/announcement': undefined, '/conclusion': undefined, '/minutes': undefined } }],
      fails: [
        { change: { '/authority': undefined } },
        { change: { '/startedOn': undefined } },
        { change: { '/conclusion': undefined } },
        { change: { '/minutes/form': undefined } },
      ],
    },
  },
  {
    id: 'ACC-E13',
    kind: 'error',
    citations: [cite('L84-2015 3.8'), cite('L84-2015 39.2')],
    provenance: FROM_TEXT,
    inputs: ['/conclusion'],
    guards: ['/conclusion'],
    judge: () => [],
    message: {
      vi: 'Kết luận phải là tai nạn lao động, tai nạn trên đường đi và về, hoặc không phải tai nạn lao động.',
      en: 'It is concluded to be occupational, commuting or not occupational.',
    },
    fix: {
      vi: 'Dùng "occupational", "commuting" hoặc "not-occupational".',
      en: 'Use "occupational", "commuting" or "not-occupational".',
    },
    examples: { holds: [{}], fails: [{ change: { '/conclusion': 'unknown' } }] },
  },
  fileRule({
    id: 'ACC-C20',
    kind: 'info',
    datedBy: 'announced',
    citations: [cite('L84-2015 3.8')],
    provenance: FROM_TEXT,
    inputs: ['/conclusion', '/announcement/meetingOn'],
    at: '/conclusion',
    violated: ({ after }) => !after.present.counted,
    message: {
      vi: 'Kết luận không phải tai nạn lao động: vụ này không còn được thống kê, hồ sơ vẫn được lưu.',
      en: 'Not occupational: the accident leaves the figures, and stays on record.',
    },
    examples: {
      holds: [{}, { change: { '/conclusion': 'not-occupational', '/announcement': undefined } }],
      fails: [{ change: { '/conclusion': 'not-occupational' } }],
    },
  }),
  fileRule({
    id: 'KB-INV-06',
    kind: 'warning',
    citations: [cite('L84-2015 39.2')],
    provenance: FROM_TEXT,
    inputs: ['/conclusion'],
    at: '/conclusion',
    violated: ({ file: { conclusion }, before }) => {
      const declared = before.accident.context ?? 'at-work'
      const differs =
        (conclusion === 'commuting' && declared !== 'commuting') ||
        (conclusion === 'occupational' && declared === 'commuting')
      return differs && conclusion !== undefined
        ? { conclusion: CONCLUSION_NAMES[conclusion], declared: codeName(accidentContexts, declared) }
        : false
    },
    message: {
      vi: 'Kết luận "{conclusion}" khác hoàn cảnh đã khai báo "{declared}".',
      en: 'The conclusion "{conclusion}" differs from the context declared, "{declared}".',
    },
    fix: { vi: 'Kiểm tra kết luận, hoặc xác nhận.', en: 'Check the conclusion, or confirm.' },
    examples: { holds: [{}], fails: [{ change: { '/conclusion': 'commuting' } }] },
  }),
  fileRule({
    id: 'ACC-E09',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, chú thích 4')],
    provenance: FROM_FORM,
    inputs: ['/cause', '/announcement/meetingOn'],
    at: '/cause',
    violated: ({ file: { cause }, announcedOn }) =>
      cause === undefined ? announcedOn !== null : accidentCauses.findEver(cause) === undefined,
    message: {
      vi: 'Biên bản phải nêu một nguyên nhân chính theo danh mục nguyên nhân tai nạn lao động.',
      en: 'The minutes name one main cause of the list of causes.',
    },
    fix: {
      vi: 'Chọn một mã tại /v1/code-lists/accident-causes.',
      en: 'Choose a code from /v1/code-lists/accident-causes.',
    },
    examples: {
      holds: [{}, { change: { '/cause': undefined, '/announcement': undefined } }],
      fails: [{ change: { '/cause': undefined } }, { change: { '/cause': '99' } }],
    },
  }),
  fileRule({
    id: 'ACC-E10',
    kind: 'error',
    citations: [cite('TT13-2020-BLDTBXH 3.1'), cite('ND39-2016 PL XII, chú thích 5')],
    provenance: FROM_FORM,
    inputs: ['/injuryFactor/list', '/injuryFactor/code', '/announcement/meetingOn'],
    at: '/injuryFactor',
    violated: ({ file: { injuryFactor }, announcedOn, legalDate }) =>
      injuryFactor === undefined ? announcedOn !== null : !isFactor(injuryFactor, legalDate),
    message: {
      vi: 'Biên bản phải nêu một yếu tố chính gây chấn thương, kèm danh mục.',
      en: 'The minutes name one main injury factor, with its list.',
    },
    fix: {
      vi: 'Chọn một mã của danh mục injury-factors-… tại /v1/code-lists.',
      en: 'Choose a code of a list injury-factors-… at /v1/code-lists.',
    },
    examples: {
      holds: [{}, { change: { '/injuryFactor': undefined, '/announcement': undefined } }],
      fails: [
        { change: { '/injuryFactor': undefined } },
        { change: { '/injuryFactor/list': 'accident-causes' } },
        { change: { '/injuryFactor/code': 'fall' } },
      ],
    },
  }),
  fileRule({
    id: 'ACC-E11',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/cause'],
    at: '/cause',
    violated: ({ file: { cause }, before }) =>
      cause === '4' && before.victims.some(({ training }) => training?.trained),
    message: {
      vi: 'Nguyên nhân chính là chưa huấn luyện, nhưng đã khai có nạn nhân được huấn luyện.',
      en: 'The main cause is a lack of training, yet a victim was declared as trained.',
    },
    fix: { vi: 'Kiểm tra nguyên nhân, hoặc xác nhận.', en: 'Check the cause, or confirm.' },
    examples: {
      holds: [{}, { change: { '/cause': '4' }, context: knownWith({ '/victims/0/training/trained': false }) }],
      fails: [{ change: { '/cause': '4' } }],
    },
  }),
  fileRule({
    id: 'ACC-E12',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/cause'],
    at: '/cause',
    violated: ({ file: { cause }, before }) =>
      cause === '8' && before.victims.some(({ protectiveEquipment }) => protectiveEquipment?.provided === false),
    message: {
      vi: 'Nguyên nhân chính là không dùng phương tiện bảo vệ cá nhân, nhưng nạn nhân không được cấp (xem nguyên nhân 2).',
      en: 'The main cause is that protective equipment was not used, yet none was provided (see cause 2).',
    },
    fix: { vi: 'Kiểm tra nguyên nhân, hoặc xác nhận.', en: 'Check the cause, or confirm.' },
    examples: {
      holds: [{}, { change: { '/cause': '8' } }],
      fails: [{ change: { '/cause': '8' }, context: knownWith({ '/victims/0/protectiveEquipment/provided': false }) }],
    },
  }),
  fileRule({
    id: 'ACC-E15',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 13.8'), cite('ND39-2016 14.5'), cite('ND39-2016 15.4')],
    provenance: FROM_TEXT,
    inputs: ['/announcement/dissent', '/announcement/dissentRecorded'],
    at: '/announcement/dissentRecorded',
    violated: ({ file: { announcement } }) => announcement?.dissent === true && announcement.dissentRecorded !== true,
    message: {
      vi: 'Có thành viên không nhất trí nhưng ý kiến chưa được ghi vào biên bản cuộc họp công bố.',
      en: 'Somebody disagreed, and the minutes of the meeting do not record it.',
    },
    fix: {
      vi: 'Ghi ý kiến không nhất trí vào biên bản cuộc họp công bố, rồi đặt announcement.dissentRecorded = true.',
      en: 'Record the dissent in the minutes of the meeting, then set announcement.dissentRecorded to true.',
    },
    examples: {
      holds: [{}, { change: { '/announcement/dissent': true, '/announcement/dissentRecorded': true } }],
      fails: [{ change: { '/announcement/dissent': true } }],
    },
  }),
  fileRule({
    id: 'ACC-Y04',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 13.5'), cite('ND39-2016 14.2'), cite('ND39-2016 15.3'), cite('ND39-2016 19.3.b')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/minutes/form'],
    at: '/minutes/form',
    violated: ({ file: { authority, minutes } }) => {
      if (authority === undefined || authority === 'commune' || minutes?.form === undefined) return false
      const form = minutesFormOf(authority)
      return minutes.form === form ? false : { form: MINUTES_FORM_NAMES[form] }
    },
    message: {
      vi: 'Biên bản điều tra không đúng mẫu của cấp Đoàn điều tra; phải dùng mẫu {form}.',
      en: 'The minutes are not on the form of the team that wrote them; it is {form}.',
    },
    fix: {
      vi: 'Lập lại biên bản theo mẫu {form}; nếu đã dùng đúng mẫu thì sửa minutes.form.',
      en: 'Write the minutes on {form}; if that form was used, correct minutes.form.',
    },
    examples: {
      holds: [{}, { change: { '/authority': 'base', '/minutes/form': 'ND39-PL9' }, context: BY_EMPLOYER }],
      fails: [{ change: { '/minutes/form': 'ND39-PL9' } }, { change: { '/authority': 'base' }, context: BY_EMPLOYER }],
    },
  }),
  fileRule({
    id: 'ACC-Y05',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 13.9'), cite('ND39-2016 14.6'), cite('ND39-2016 15.5')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/minutes/sent/*/to'],
    at: '/minutes/sent',
    violated: (facts) => {
      const missing = unsent(facts)
      return missing.length > 0 && { missing: recipientsNamed(missing) }
    },
    message: {
      vi: 'Biên bản chưa gửi đủ nơi nhận theo luật: {missing}.',
      en: 'The minutes did not go to all who receive them: {missing}.',
    },
    fix: {
      vi: 'Gửi biên bản cho {missing}, rồi ghi nơi nhận và ngày gửi vào minutes.sent.',
      en: 'Send the minutes to {missing}, then state in minutes.sent to whom they went and when.',
    },
    examples: {
      holds: [{}, { change: { '/minutes/sent': undefined } }],
      fails: [{ change: { '/minutes/sent/3': undefined } }, { change: { '/authority': 'base' }, context: BY_EMPLOYER }],
    },
  }),
  fileRule({
    id: 'ACC-Y09',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 20.1')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/police/reply', '/announcement/meetingOn'],
    at: '/announcement/meetingOn',
    violated: (facts) => facts.file.authority === 'provincial' && facts.announcedOn !== null && isPaused(facts),
    message: {
      vi: 'Cơ quan Công an chưa xác định có phải tai nạn lao động hay không mà Đoàn cấp tỉnh đã công bố biên bản.',
      en: 'The police had not found yet whether it was a work accident, and the provincial team announced its minutes.',
    },
    fix: {
      vi: 'Chờ kết luận của cơ quan Công an và ghi vào police.reply; nếu đã có kết luận thì sửa police.reply, repliedOn.',
      en: 'Await what the police find and state it in police.reply; if they have replied, correct police.reply and repliedOn.',
    },
    examples: {
      holds: [{}, { change: { '/police/reply': 'undetermined', '/announcement': undefined } }],
      fails: [{ change: { '/police/reply': 'awaited' } }, { change: { '/police/reply': 'undetermined' } }],
    },
  }),
  {
    id: 'ACC-Y10',
    kind: 'error',
    citations: [cite('ND283-2026 66'), cite('ND283-2026 67'), cite('ND12-2022')],
    provenance: FROM_TEXT,
    inputs: ['/handling/penalties/*/decree', '/handling/penalties/*/actEndedOn'],
    judge: ({ file: { handling }, received }) =>
      (handling?.penalties ?? []).flatMap(({ decree, actEndedOn }, index) => {
        const endedOn = (actEndedOn as LegalDate | undefined) ?? received
        const right = penaltyDecreeFor(endedOn)
        if (right === decree || right === null) return []
        const { shortVi, shortEn } = instrument(right)
        const fix = {
          vi: `Áp dụng ${shortVi}, có hiệu lực vào ngày ${written(endedOn, 'vi')}.`,
          en: `Apply ${shortEn}, in force on ${endedOn}.`,
        }
        return [{ pointer: `/handling/penalties/${index}/decree`, fix }]
      }),
    message: {
      vi: 'Nghị định xử phạt được dẫn không phải là nghị định áp dụng cho hành vi.',
      en: 'The decree on penalties that is cited is not the one for the act.',
    },
    fix: {
      vi: 'Dẫn nghị định có hiệu lực vào ngày hành vi chấm dứt (actEndedOn).',
      en: 'Cite the decree in force on the day the act ended (actEndedOn).',
    },
    examples: {
      holds: [
        {},
        { change: { '/handling/penalties/0/decree': 'ND283-2026', '/handling/penalties/0/actEndedOn': '2026-09-10' } },
      ],
      fails: [
        { change: { '/handling/penalties/0/decree': 'ND283-2026' } },
        { change: { '/handling/penalties/0/actEndedOn': '2026-09-10' } },
      ],
    },
  },
  fileRule({
    id: 'KB-INV-07',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/police/prosecutedOn', '/police/notProsecutedOn'],
    at: '/police',
    violated: ({ file: { police } }) => police?.prosecutedOn !== undefined && police.notProsecutedOn !== undefined,
    message: {
      vi: 'Không thể vừa khởi tố vừa không khởi tố.',
      en: 'It cannot be both prosecuted and not.',
    },
    fix: { vi: 'Giữ quyết định đang có hiệu lực.', en: 'Keep the decision that has effect.' },
    examples: {
      holds: [{}, { change: { '/police/prosecutedOn': '2026-06-01' } }],
      fails: [{ change: { '/police/prosecutedOn': '2026-06-01', '/police/notProsecutedOn': '2026-06-02' } }],
    },
  }),
]
