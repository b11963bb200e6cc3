import { investigationKind } from '../../../src/accident/investigation/kind.ts'
import { freeInvestigationFields } from '../../../src/accident/investigation/rules/index.ts'
import { investigationContext } from '../../../src/accident/investigation/sample.ts'
import { accidentKind } from '../../../src/accident/kind.ts'
import { outcomeKind } from '../../../src/accident/outcome/kind.ts'
import { freeOutcomeFields } from '../../../src/accident/outcome/rules/index.ts'
import { outcomeContext } from '../../../src/accident/outcome/sample.ts'
import { freeFields as freeAccidentFields } from '../../../src/accident/rules/index.ts'
import { sampleContext as accidentContext } from '../../../src/accident/sample.ts'
import type { FilingContext } from '../../../src/declaration/filing-context.ts'
import { type Judgement, judge } from '../../../src/declaration/judge.ts'
import type { Judged } from '../../../src/declaration/kind.ts'
import { diseaseKind } from '../../../src/disease/kind.ts'
import { freeFields as freeDiseaseFields } from '../../../src/disease/rules/index.ts'
import { sampleContext as diseaseContext } from '../../../src/disease/sample.ts'
import { environmentKind } from '../../../src/environment/kind.ts'
import { freeFields as freeEnvironmentFields } from '../../../src/environment/rules/index.ts'
import { sampleContext as environmentContext } from '../../../src/environment/sample.ts'
import { reportKind } from '../../../src/periodic-report/kind.ts'
import { freeFields as freeReportFields } from '../../../src/periodic-report/rules/index.ts'
import { sampleContext as reportContext } from '../../../src/periodic-report/sample.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'
import type { Dated, Example, Rule } from '../../../src/rules/rule.ts'
import { ruleSet } from '../../../src/rules/rule-set.ts'
import { incidentKind } from '../../../src/technical-incident/kind.ts'
import { freeFields as freeIncidentFields } from '../../../src/technical-incident/rules/index.ts'
import { sampleContext as incidentContext } from '../../../src/technical-incident/sample.ts'

/** A declaration, or what is added to one, whose body and facts do not matter here. */
// biome-ignore lint/suspicious/noExplicitAny: they stand in both directions, so no other type covers all
type AnyJudged = Judged<any, any, any> & { readonly id: string }

export interface JudgedKind {
  readonly kind: AnyJudged
  /** The context in which the kind's sample is faultless. */
  readonly context: FilingContext
  readonly freeFields: Readonly<Record<string, string>>
}

/** Every kind of declaration, and of what is added to one, whose rules pass the gates: a new one joins by a line here. */
export const judgedKinds: readonly JudgedKind[] = [
  { kind: accidentKind, context: accidentContext, freeFields: freeAccidentFields },
  { kind: outcomeKind, context: outcomeContext, freeFields: freeOutcomeFields },
  { kind: investigationKind, context: investigationContext, freeFields: freeInvestigationFields },
  { kind: environmentKind, context: environmentContext, freeFields: freeEnvironmentFields },
  { kind: diseaseKind, context: diseaseContext, freeFields: freeDiseaseFields },
  { kind: reportKind, context: reportContext, freeFields: freeReportFields },
  { kind: incidentKind, context: incidentContext, freeFields: freeIncidentFields },
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
