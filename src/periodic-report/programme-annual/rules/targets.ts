import type { Programme } from '../../../law/programmes.ts'
import { measureOf } from '../../../law/target-reached.ts'
import type { Violation } from '../../../rules/rule.ts'
import { BY_ARITHMETIC, type ReportRule, shapeRule } from '../../rules/define.ts'
import { wrongRows } from '../../rules/wrong-rows.ts'
import { type PlannedTarget, plannedTargets } from '../plans.ts'
import type { ProgrammeReported } from '../schema.ts'
import { BASE, eachPlan, FROM_PLAN, PERIOD, PLAN, PROGRAMME } from './define.ts'
import { IN_BACH_THONG, OF_BACH_THONG, reached, reporting, yearly } from './examples.ts'

const TARGET = `${BASE}/*/targets/*/target`
const NUMBER = (name: string) => `${BASE}/*/targets/*/${name}`
const RATIO = [NUMBER('value'), NUMBER('numerator'), NUMBER('denominator')] as const
const CHANGE = NUMBER('change')
const READING = NUMBER('reading')
const WORKERS = `${BASE}/*/groups/*/workers`

function eachTarget(judge: (one: PlannedTarget) => readonly Violation[]): ReportRule['judge'] {
  return ({ section: { programmeAnnual } }) => plannedTargets(programmeAnnual ?? {}).flatMap(judge)
}

/** Percent, as the numbers beside it give it; null where they do not. */
function valueFrom({ target, reported: { numerator, denominator } }: PlannedTarget): number | null {
  if (numerator === undefined || denominator === undefined || denominator === 0) return null
  switch (measureOf(target)) {
    case 'direction':
      return null
    case 'share':
      return (numerator / denominator) * 100
    case 'growth':
      return (numerator / denominator - 1) * 100
  }
}

/** Rounded or cut off at any decimal. */
function agrees(told: number, exact: number): boolean {
  const decimals = String(told).split('.')[1]?.length ?? 0
  return Math.abs(told - exact) < 10 ** -decimals
}

/** What the target is judged by: of a direction the change, of two readings either, else the value. */
function isTold({ target, reported: { value, change } }: PlannedTarget): boolean {
  if (target.operator === 'two-readings') return (value ?? change) !== undefined
  return (measureOf(target) === 'direction' ? change : value) !== undefined
}

function untoldOf(plan: Programme, reported: ProgrammeReported): readonly string[] {
  const told = plannedTargets({ programmes: [reported] }).filter(isTold)
  return plan.targets.flatMap(({ id }) => (told.some(({ target }) => target.id === id) ? [] : [id]))
}

/** What was reached of the targets. */
export const targetRules: readonly ReportRule[] = [
  shapeRule({
    id: 'KB-PA-01',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...RATIO, CHANGE, WORKERS],
    guards: [...RATIO, CHANGE, WORKERS],
    message: {
      vi: 'Kết quả là một số (dấu thập phân là dấu chấm); tử số, mẫu số, số người là số nguyên không âm.',
      en: 'What was reached is a number; numerators, denominators and workers are whole numbers, not below nought.',
    },
    fix: {
      vi: 'Ghi số không có dấu phân cách hàng nghìn, không đặt trong ngoặc kép, ví dụ 6.5 và 2130.',
      en: 'Write numbers without thousands separators or quotation marks, such as 6.5 and 2130.',
    },
    examples: {
      holds: [yearly()],
      fails: [reached('fatality-rate', { numerator: -1 }), reporting({ targets: [{ value: '6,5' }] })],
    },
  }),

  {
    id: 'KB-PA-06',
    kind: 'error',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME, TARGET],
    judge: eachPlan(({ plan, reported, pointer }) =>
      wrongRows(
        reported.targets ?? [],
        ({ target }) => target,
        (target) => plan.targets.some(({ id }) => id === target),
      ).map(({ code, index }) => ({
        pointer: `${pointer}/targets/${index}/target`,
        params: { programme: plan.id, target: code },
      })),
    ),
    message: {
      vi: 'Chương trình, kế hoạch {programme} không có chỉ tiêu {target}, hoặc chỉ tiêu được báo cáo hai lần.',
      en: 'Programme {programme} has no target {target}, or the target is reported twice.',
    },
    fix: { vi: 'Chọn một mã chỉ tiêu tại /v1/programmes.', en: 'Choose a target from /v1/programmes.' },
    examples: {
      holds: [yearly()],
      fails: [
        reached('officers-trained', { value: 90 }),
        reporting({ targets: [{ target: 'fatality-rate' }, { target: 'fatality-rate' }] }),
        reporting({ targets: [{ value: 1 }] }),
      ],
    },
  },

  {
    id: 'KB-PA-07',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, PROGRAMME, TARGET, ...RATIO],
    judge: eachTarget(({ target, reported: { value = 0, numerator = 0, denominator }, pointer }) => {
      if (measureOf(target) !== 'share') return []
      return [
        ...(value < 0 || value > 100
          ? [{ pointer: `${pointer}/value`, params: { target: target.id, told: `${value} %` } }]
          : []),
        ...(denominator !== undefined && numerator > denominator
          ? [{ pointer: `${pointer}/numerator`, params: { target: target.id, told: `${numerator}/${denominator}` } }]
          : []),
      ]
    }),
    message: {
      vi: 'Chỉ tiêu {target} là tỷ lệ của một phần trong tổng số, từ 0 đến 100 %: {told} là không thể.',
      en: 'Target {target} is the share of a part in its whole, from 0 to 100 %: {told} is impossible.',
    },
    fix: {
      vi: 'Sửa kết quả, tử số hoặc mẫu số; nếu sổ đăng ký còn thiếu mẫu số thì bỏ trống và nêu ở note.',
      en: 'Correct value, numerator or denominator; where the register lacks part of the whole, leave them out and say so in note.',
    },
    examples: {
      holds: [yearly(), reached('disease-exam-growth', { value: -20 }), reached('disease-exam-growth', { value: 140 })],
      fails: [
        reached('fatality-rate', { value: 101 }),
        reached('fatality-rate', { value: -1 }),
        reached('fatality-rate', { numerator: 5, denominator: 4 }),
      ],
    },
  },

  {
    id: 'KB-PA-08',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, PROGRAMME, TARGET, ...RATIO],
    judge: eachTarget((one) => {
      const { target, reported, pointer } = one
      const exact = valueFrom(one)
      if (reported.value === undefined || exact === null || agrees(reported.value, exact)) return []
      const { value, numerator = 0, denominator = 0 } = reported
      const follows = Math.round(exact * 1e4) / 1e4
      return [{ pointer: `${pointer}/value`, params: { target: target.id, value, numerator, denominator, follows } }]
    }),
    message: {
      vi: 'Chỉ tiêu {target}: ghi {value} %, trong khi {numerator} và {denominator} cho {follows} %.',
      en: 'Target {target}: {value} % are stated, and {numerator} and {denominator} give {follows} %.',
    },
    fix: {
      vi: 'Sửa kết quả, tử số (năm nay) hoặc mẫu số (năm trước, nếu là mức tăng).',
      en: 'Correct the value, the numerator (of a growth: this year) or the denominator (of a growth: the year before).',
    },
    examples: {
      holds: [
        yearly(),
        reached('fatality-rate', { value: 33, numerator: 1, denominator: 3 }),
        reached('fatality-rate', { value: 66.6, numerator: 2, denominator: 3 }),
        reached('fatality-rate', { value: 66.67, numerator: 2, denominator: 3 }),
        reached('disease-exam-growth', { value: 5, numerator: 5, denominator: 0 }),
      ],
      fails: [
        reached('fatality-rate', { value: 32, numerator: 1, denominator: 3 }),
        reached('fatality-rate', { value: 66.65, numerator: 2, denominator: 3 }),
        reached('disease-exam-growth', { value: 105, numerator: 105, denominator: 100 }),
      ],
    },
  },

  {
    id: 'KB-PA-10',
    kind: 'info',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME, TARGET, ...RATIO, CHANGE],
    judge: eachPlan(({ plan, reported, pointer }) => {
      const untold = untoldOf(plan, reported)
      return untold.length === 0
        ? []
        : [{ pointer: `${pointer}/targets`, params: { programme: plan.id, untold: untold.join(', ') } }]
    }),
    message: {
      vi: 'Chương trình, kế hoạch {programme}: chưa có kết quả của chỉ tiêu {untold}.',
      en: 'Programme {programme}: nothing is said of what was reached in {untold}.',
    },
    fix: {
      vi: 'Ghi value; với chỉ tiêu chỉ yêu cầu tăng hoặc giảm thì ghi change; không đo được thì nêu lý do ở note.',
      en: 'Give value; of a target that is to rise or fall give change; where it cannot be measured, say why in note.',
    },
    examples: {
      holds: [yearly()],
      fails: [
        reporting({ targets: undefined }),
        reporting({ targets: [{ target: 'fatality-rate', note: 'Chưa có số liệu.' }] }),
        yearly(
          { programmes: [{ programme: OF_BACH_THONG, targets: [{ target: 'sme-osh-management', value: 12 }] }] },
          IN_BACH_THONG,
          2025,
        ),
      ],
    },
  },

  {
    id: 'KB-PA-11',
    kind: 'info',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME, TARGET, ...RATIO, CHANGE, READING],
    judge: eachTarget(({ target, reported, pointer }) =>
      target.operator === 'two-readings' &&
      reported.reading === undefined &&
      (reported.value ?? reported.change) !== undefined
        ? [{ pointer: `${pointer}/reading`, params: { target: target.id, limit: target.value } }]
        : [],
    ),
    message: {
      vi: 'Chỉ tiêu {target} có hai cách hiểu: giảm {limit} % so với năm trước (fell), hoặc thấp hơn {limit} % (below); chưa chọn nên chưa kết luận đạt hay không.',
      en: 'Target {target} has two readings: a fall by {limit} % on the year before (fell), or below {limit} % (below); none is chosen, so whether it is met is not told.',
    },
    fix: { vi: 'Ghi reading là fell hoặc below.', en: 'Set reading to fell or below.' },
    examples: {
      holds: [yearly(), reached('fatality-rate', {}), reached('disease-exam-growth', { value: 5 })],
      fails: [reached('fatality-rate', { value: 0.5 }), reached('fatality-rate', { change: -2 })],
    },
  },
]
