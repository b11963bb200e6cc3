import { accidentKind } from '../../../src/accident/kind.ts'
import { freeFields as freeAccidentFields } from '../../../src/accident/rules/index.ts'
import { sampleContext as accidentContext } from '../../../src/accident/sample.ts'
import type { FilingContext } from '../../../src/declaration/filing-context.ts'
import { type Judgement, judge } from '../../../src/declaration/judge.ts'
import type { AnyKind } from '../../../src/declaration/kind.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'
import type { Dated, Example, Rule } from '../../../src/rules/rule.ts'
import { ruleSet } from '../../../src/rules/rule-set.ts'

export interface JudgedKind {
  readonly kind: AnyKind
  /** The context in which the kind's sample is faultless. */
  readonly context: FilingContext
  readonly freeFields: Readonly<Record<string, string>>
}

/** Every kind of declaration whose rules pass the gates: a new one joins by a line here. */
export const judgedKinds: readonly JudgedKind[] = [
  { kind: accidentKind, context: accidentContext, freeFields: freeAccidentFields },
]

export type AnyRule = Rule<Dated, FilingContext>

export function rulesOf({ kind }: JudgedKind): readonly AnyRule[] {
  return kind.rules.rules
}

export function bodyOf({ kind }: JudgedKind, example: Example<FilingContext>): unknown {
  return Object.entries(example.change ?? {}).reduce(
    (body: unknown, [pointer, value]) => withValueAt(body, pointer, value),
    kind.sample,
  )
}

/** The real way of a filing, from its body to its findings. */
export function judgeExample(judged: JudgedKind, example: Example<FilingContext>): Promise<Judgement<unknown, Dated>> {
  return judgeBody(judged, bodyOf(judged, example), example)
}

export function judgeBody({ kind, context: usual }: JudgedKind, body: unknown, example: Example<FilingContext>) {
  let minted = 0
  const { known, ...context } = { ...usual, ...example.context }
  return judge(kind, body, {
    context,
    lookUp: async () => known,
    absent: new Set(),
    mintId: () => `minted-${++minted}`,
  })
}

/** The kind with one rule alone, as it is or judging otherwise. */
export function withOnly(judged: JudgedKind, rule: AnyRule): JudgedKind {
  return { ...judged, kind: { ...judged.kind, rules: ruleSet(judged.kind.id, [rule], []) } }
}
