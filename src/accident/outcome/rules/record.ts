import { NOT_STATED } from '../../../declaration/code-name.ts'
import { cite } from '../../../law/citation.ts'
import type { Text } from '../../../rules/rule.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_TEXT } from '../../rules/define.ts'
import { effectiveOutcomes } from '../effective.ts'
import type { OutcomeFacts } from '../facts.ts'
import { INJURED, knownWith } from '../sample.ts'
import { type OutcomeRule, outcomeRule } from './define.ts'

const PARTS = [
  '/condition',
  '/death',
  '/notice',
  '/returnedOn',
  '/daysLost',
  '/assessment',
  '/costs',
  '/compensation',
] as const

const PARTS_NAMED: Readonly<Record<string, Text>> = {
  '/condition/now': { vi: 'tình trạng hiện nay', en: 'the condition now' },
  '/condition/knownAt': { vi: 'lúc biết tình trạng', en: 'when the condition was known' },
  '/death/at': { vi: 'lúc chết', en: 'the time of death' },
  '/death/mode': { vi: 'trường hợp chết', en: 'the mode of death' },
  '/assessment/percent': { vi: 'mức suy giảm khả năng lao động', en: 'the loss of the capacity to work' },
  '/assessment/assessedOn': { vi: 'ngày giám định', en: 'the day of the assessment' },
  '/compensation/benefit': {
    vi: 'loại chi trả (bồi thường hay trợ cấp)',
    en: 'whether it is compensation or allowance',
  },
  '/compensation/monthlySalary': { vi: 'tiền lương tháng làm căn cứ', en: 'the monthly salary it goes by' },
  '/compensation/amount': { vi: 'số tiền', en: 'the amount' },
  '/compensation/decidedOn': { vi: 'ngày quyết định', en: 'the day of the decision' },
}

function saysNothing({ outcome }: OutcomeFacts): boolean {
  const { victimId: _victim, corrects: _corrects, confirmations: _confirmed, reason: _reason, ...said } = outcome
  return Object.values(said).every((part) => part === undefined)
}

/** What each part needs, once it is there at all, by this outcome or an earlier one. */
function missingParts({ outcome, victimBefore, victimAfter, compensation }: OutcomeFacts): readonly string[] {
  const { condition, death } = outcome
  const assessment = outcome.assessment && (victimAfter?.assessment ?? outcome.assessment)
  const lacking = (base: string, part: object, needed: readonly string[]) =>
    needed.filter((name) => (part as Record<string, unknown>)[name] === undefined).map((name) => `${base}/${name}`)
  const died = condition?.now === 'dead' && victimBefore?.condition !== 'dead'
  return [
    ...(condition === undefined ? [] : lacking('/condition', condition, ['now', 'knownAt'])),
    ...(died ? lacking('/death', death ?? {}, ['at', 'mode']) : []),
    ...(assessment === undefined ? [] : lacking('/assessment', assessment, ['percent', 'assessedOn'])),
    ...(compensation === null
      ? []
      : lacking('/compensation', compensation, ['benefit', 'monthlySalary', 'amount', 'decidedOn'])),
  ]
}

/** An earlier outcome that says something of the builder's return. */
const RETURNED = {
  act: 'outcome',
  seq: 2,
  revision: 1,
  recordedAt: new Date('2026-06-01T09:00:00+07:00'),
  clientId: 'c',
  actor: null,
  actedAs: 'enterprise',
  content: { victimId: 'v1', returnedOn: '2026-06-01' },
} as const
const AFTER_RETURN = knownWith(INJURED, [RETURNED])

/** Whether an outcome is one: about somebody, about something, and what it corrects exists. */
export const recordRules: readonly OutcomeRule[] = [
  outcomeRule({
    id: 'KB-OUT-01',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victimId', '/corrects', ...PARTS],
    at: '/victimId',
    violated: (facts) =>
      facts.victimBefore === null && !(facts.outcome.corrects !== undefined && saysNothing(facts))
        ? { victim: facts.outcome.victimId ?? NOT_STATED }
        : false,
    message: {
      vi: 'Bản khai báo không có nạn nhân "{victim}".',
      en: 'The declaration has no victim "{victim}".',
    },
    fix: {
      vi: 'Dùng victimId như trong bản khai báo đang có hiệu lực; nạn nhân mới thì sửa đổi bản khai báo (PUT).',
      en: 'Use a victimId of the declaration in force; for a further victim amend the declaration (PUT).',
    },
    examples: {
      holds: [
        {},
        { change: { '/victimId': undefined, '/costs': undefined, '/compensation': undefined, '/corrects': 2 } },
      ],
      fails: [{ change: { '/victimId': 'v9' } }, { change: { '/victimId': undefined } }],
    },
  }),
  outcomeRule({
    id: 'KB-OUT-02',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/corrects', ...PARTS],
    at: '',
    violated: (facts) => facts.outcome.corrects === undefined && saysNothing(facts),
    message: { vi: 'Diễn biến không nêu nội dung nào.', en: 'The outcome tells nothing.' },
    fix: {
      vi: 'Nêu tình trạng, ngày trở lại làm việc, kết quả giám định, chi phí hoặc bồi thường.',
      en: 'Tell a condition, a return, an assessment, costs or compensation.',
    },
    examples: {
      holds: [{}, { change: { '/costs': undefined, '/compensation': undefined, '/corrects': 3 } }],
      fails: [{ change: { '/costs': undefined, '/compensation': undefined } }],
    },
  }),
  outcomeRule({
    id: 'KB-OUT-03',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/corrects'],
    at: '/corrects',
    violated: ({ outcome: { corrects }, context }) =>
      corrects !== undefined && !effectiveOutcomes(context.known.annexes).some(({ seq }) => seq === corrects)
        ? { seq: corrects }
        : false,
    message: {
      vi: 'Không có diễn biến số {seq}, hoặc nó đã được đính chính rồi.',
      en: 'There is no outcome {seq}, or it has been corrected already.',
    },
    fix: {
      vi: 'Xem các diễn biến đang có hiệu lực tại GET …/outcomes và dùng seq của chúng.',
      en: 'See the outcomes that stand at GET …/outcomes and use a seq of theirs.',
    },
    examples: {
      holds: [{}, { change: { '/corrects': 2 }, context: AFTER_RETURN }],
      fails: [{ change: { '/corrects': 9 } }, { change: { '/corrects': 3 }, context: AFTER_RETURN }],
    },
  }),
  outcomeRule({
    id: 'KB-OUT-04',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/corrects', '/reason'],
    at: '/reason',
    violated: ({ outcome }) => outcome.corrects !== undefined && outcome.reason === undefined,
    message: { vi: 'Đính chính diễn biến phải nêu lý do.', en: 'A correction names its reason.' },
    fix: { vi: 'Ghi lý do đính chính vào reason.', en: 'State in reason why it is corrected.' },
    examples: {
      holds: [{}, { change: { '/corrects': 2, '/reason': 'Nhầm nạn nhân' } }],
      fails: [{ change: { '/corrects': 2 } }],
    },
  }),
  {
    id: 'KB-OUT-05',
    kind: 'error',
    citations: [cite('ND39-2016 9.1'), cite('TT28-2021-BLDTBXH 6.1')],
    provenance: FROM_TEXT,
    inputs: [
      '/victimId',
      '/condition/now',
      '/condition/knownAt',
      '/death/at',
      '/death/mode',
      '/assessment/percent',
      '/assessment/assessedOn',
      '/compensation/benefit',
      '/compensation/monthlySalary',
      '/compensation/amount',
      '/compensation/decidedOn',
    ],
    judge: (facts) =>
      missingParts(facts).map((pointer) => ({ pointer, params: { field: PARTS_NAMED[pointer] ?? pointer } })),
    message: { vi: 'Thiếu {field}.', en: '{field} is missing.' },
    fix: {
      vi: 'Ghi giá trị còn thiếu; chưa biết thì gửi phần này khi đã biết.',
      en: 'Give what is missing; what is not known yet is told when it is.',
    },
    examples: {
      holds: [{}, { change: { '/condition': { now: 'dead', knownAt: '2026-06-01T08:00:00+07:00' } } }],
      fails: [
        { change: { '/condition': { now: 'light' } } },
        {
          change: { '/condition': { now: 'dead', knownAt: '2026-06-01T08:00:00+07:00' } },
          context: knownWith(INJURED),
        },
        { change: { '/assessment': { percent: 20 } } },
        { change: { '/compensation/monthlySalary': undefined } },
      ],
    },
  },
  {
    id: 'KB-OUT-06',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/victimId', '/condition/now', '/returnedOn', '/corrects'],
    judge: ({ outcome: { condition, returnedOn }, victimBefore }) => {
      if (victimBefore?.condition !== 'dead') return []
      return [
        ...(condition?.now === undefined || condition.now === 'dead' ? [] : [{ pointer: '/condition/now' }]),
        ...(returnedOn === undefined ? [] : [{ pointer: '/returnedOn' }]),
      ]
    },
    message: {
      vi: 'Nạn nhân đã được ghi nhận là chết.',
      en: 'The victim is on record as dead.',
    },
    fix: {
      vi: 'Nếu ghi nhầm: đính chính diễn biến đó bằng corrects, hoặc sửa đổi bản khai báo.',
      en: 'If that was a mistake, correct that outcome by corrects, or amend the declaration.',
    },
    examples: {
      holds: [{}, { change: { '/returnedOn': '2026-06-01' }, context: knownWith(INJURED) }],
      fails: [
        { change: { '/returnedOn': '2026-06-01' } },
        { change: { '/condition': { now: 'light', knownAt: '2026-06-01T08:00:00+07:00' } } },
      ],
    },
  },
]
