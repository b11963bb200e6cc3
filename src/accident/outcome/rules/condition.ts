import { cite } from '../../../law/citation.ts'
import { seriousInjuries } from '../../../reference/catalogue.ts'
import { presentDuties } from '../../duties.ts'
import { CLASS_NAMES } from '../../names.ts'
import { BY_ARITHMETIC, FROM_TEXT } from '../../rules/define.ts'
import { isNewDeath } from '../facts.ts'
import { INJURED, knownWith } from '../sample.ts'
import { type OutcomeRule, outcomeRule } from './define.ts'

const CHANGED = { now: 'serious', knownAt: '2026-06-01T08:00:00+07:00' } as const
const DEAD = { now: 'dead', knownAt: '2026-05-31T08:00:00+07:00' } as const
const DEATH = { at: '2026-05-31T06:00:00+07:00', mode: 'C', forensicRecord: true } as const
const ALIVE = knownWith(INJURED)
const LIGHT = knownWith({ ...INJURED, '/victims/0/condition': 'light', '/victims/0/injuries': undefined })

const NOT_SET = { vi: '(luật không ấn định)', en: '(the law sets none)' } as const

/** The condition a victim is in now (Decree 39/2016, Art. 9). */
export const conditionRules: readonly OutcomeRule[] = [
  {
    id: 'KB-OUT-11',
    kind: 'error',
    citations: [cite('ND39-2016 9.2'), cite('ND39-2016 PL II')],
    provenance: FROM_TEXT,
    inputs: ['/victimId', '/condition/now', '/condition/injuries'],
    judge: ({ outcome: { condition }, victimAfter, before }) => {
      const injuries = victimAfter?.injuries ?? []
      const lacking = condition?.now === 'serious' && injuries.length === 0
      const graver = condition?.now === 'light' && (condition.injuries ?? []).length > 0
      const unknown = (condition?.injuries ?? []).flatMap((code, index) =>
        seriousInjuries.longestKnownPrefix(code, before.legalDate) ? [] : [`/condition/injuries/${index}`],
      )
      return [...(lacking || graver ? ['/condition/injuries'] : []), ...unknown].map((pointer) => ({ pointer }))
    },
    message: {
      vi: 'Bị thương nặng phải có ít nhất một chấn thương của Phụ lục II, bị thương nhẹ thì không có.',
      en: 'A serious injury has at least one injury of Annex II, a light one has none.',
    },
    fix: {
      vi: 'Chọn mã chấn thương tại /v1/code-lists/serious-injuries hoặc sửa tình trạng.',
      en: 'Choose a code from /v1/code-lists/serious-injuries, or correct the condition.',
    },
    examples: {
      holds: [{}, { change: { '/condition': { ...CHANGED, injuries: ['029'] } }, context: LIGHT }],
      fails: [
        { change: { '/condition': CHANGED }, context: LIGHT },
        { change: { '/condition': { ...CHANGED, now: 'light', injuries: ['029'] } }, context: ALIVE },
        { change: { '/condition': { ...CHANGED, injuries: ['999'] } }, context: LIGHT },
      ],
    },
  },
  outcomeRule({
    id: 'KB-OUT-12',
    kind: 'error',
    citations: [cite('ND39-2016 9.1')],
    provenance: BY_ARITHMETIC,
    inputs: ['/victimId', '/condition/now', '/death'],
    at: '/death',
    violated: ({ outcome: { death }, victimAfter }) =>
      death !== undefined && victimAfter !== null && victimAfter.condition !== 'dead',
    message: {
      vi: 'Nêu việc chết nhưng tình trạng nạn nhân không phải là chết.',
      en: 'A death is told, but the victim is not on record as dead.',
    },
    fix: { vi: 'Ghi condition.now là "dead" hoặc bỏ phần death.', en: 'Set condition.now to "dead", or drop death.' },
    examples: {
      holds: [{}, { change: { '/condition': DEAD, '/death': DEATH }, context: ALIVE }],
      fails: [{ change: { '/death': DEATH }, context: ALIVE }],
    },
  }),
  outcomeRule({
    id: 'KB-OUT-13',
    kind: 'error',
    citations: [cite('ND39-2016 9.1.d')],
    provenance: FROM_TEXT,
    inputs: ['/death/mode', '/death/courtDecision'],
    at: '/death/courtDecision',
    violated: ({ outcome: { death } }) => death?.mode === 'D' && death.courtDecision !== true,
    message: {
      vi: 'Người mất tích chỉ được tính là chết khi Tòa án đã tuyên bố.',
      en: 'Somebody missing is dead only when a court has declared so.',
    },
    fix: {
      vi: 'Ghi courtDecision khi đã có quyết định của Tòa án; trước đó giữ tình trạng mất tích.',
      en: 'State courtDecision once there is one; until then the condition stays missing.',
    },
    examples: {
      holds: [{}, { change: { '/death': { mode: 'D', courtDecision: true } } }],
      fails: [{ change: { '/death': { mode: 'D' } } }],
    },
  }),
  outcomeRule({
    id: 'KB-OUT-14',
    kind: 'info',
    citations: [cite('ND39-2016 9.1.c')],
    provenance: FROM_TEXT,
    inputs: ['/death/mode', '/death/forensicRecord'],
    at: '/death/forensicRecord',
    violated: ({ outcome: { death } }) => death?.mode === 'C' && death.forensicRecord !== true,
    message: {
      vi: 'Chết do vết thương tái phát phải có kết luận giám định pháp y; chết trong thời gian điều trị nên kèm theo.',
      en: 'A death by recurrence of the wound needs the forensic record; a death during treatment had better have it.',
    },
    examples: {
      holds: [{}, { change: { '/death': { mode: 'C', forensicRecord: true } } }],
      fails: [{ change: { '/death': { mode: 'C' } } }],
    },
  }),
  outcomeRule({
    id: 'KB-OUT-15',
    kind: 'warning',
    citations: [cite('ND39-2016 9.1.a')],
    provenance: BY_ARITHMETIC,
    inputs: ['/victimId', '/condition/now', '/death/mode'],
    at: '/death/mode',
    violated: (facts) => isNewDeath(facts) && facts.outcome.death?.mode === 'A',
    message: {
      vi: 'Nạn nhân đã khai là bị thương, nay ghi là chết tại nơi xảy ra tai nạn.',
      en: 'The victim was declared injured and is now told to have died at the scene.',
    },
    fix: { vi: 'Kiểm tra trường hợp chết, hoặc xác nhận.', en: 'Check the mode of death, or confirm.' },
    examples: {
      holds: [{}, { change: { '/condition': DEAD, '/death': DEATH }, context: ALIVE }],
      fails: [{ change: { '/condition': DEAD, '/death': { ...DEATH, mode: 'A' } }, context: ALIVE }],
    },
  }),
  {
    id: 'KB-OUT-16',
    kind: 'info',
    datedBy: 'changed',
    citations: [cite('L84-2015 35'), cite('ND39-2016 22')],
    provenance: FROM_TEXT,
    inputs: ['/victimId', '/condition/now', '/condition/knownAt', '/condition/injuries', '/death/at'],
    judge: ({ before, after }) => {
      const { worsened } = after.present
      if (worsened === null || before.present.worsened?.receivedAt.getTime() === worsened.receivedAt.getTime())
        return []
      const { investigator, due } = presentDuties(after)
      const limit = due.find(({ duty }) => duty === 'investigation')?.due ?? NOT_SET
      const fix = investigator && {
        vi: `${investigator.body.vi} điều tra; công bố biên bản chậm nhất ngày {due}.`,
        en: `Investigated by: ${investigator.body.en}; the minutes are announced by {due}.`,
      }
      const params = { class: CLASS_NAMES[after.present.class], due: limit }
      return [{ pointer: '/condition/now', params, ...(fix && { fix }) }]
    },
    message: {
      vi: 'Vụ tai nạn nay thuộc loại {class}: thời hạn điều tra tính lại, chậm nhất ngày {due}.',
      en: 'The accident is now {class}: the limit of the investigation is counted anew, to {due}.',
    },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/condition': DEAD, '/death': DEATH }, context: ALIVE },
        { change: { '/condition': { ...CHANGED, injuries: ['029'] } }, context: LIGHT },
      ],
    },
  },
]
