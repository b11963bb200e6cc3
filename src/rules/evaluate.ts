import type { Citation } from '../law/citation.ts'
import { groupBy } from '../reference/group-by.ts'
import { covers, type LegalDate } from '../reference/legal-date.ts'
import { matches, touches } from './pointer.ts'
import type { Dated, FindingKind, Params, Rule, Text } from './rule.ts'
import type { RuleSet } from './rule-set.ts'
import { turns } from './slices.ts'

/** What a rule found, free of language: texts are taken from the catalogue when it is shown. */
export interface Finding {
  readonly rule: string
  readonly kind: FindingKind
  readonly pointer: string
  readonly legalDate: LegalDate
  readonly params?: Params
  readonly fix?: Text
  readonly citations?: readonly Citation[]
}

export type NotExecutedReason = 'invalid-input' | 'fact-not-at-hand' | 'rule-failed'

export interface NotExecuted {
  readonly rule: string
  readonly reason: NotExecutedReason
  /** Pointers that were invalid, the first of them where they are many, or the names of the facts that were missing. */
  readonly because: readonly string[]
}

export interface Evaluation {
  readonly findings: readonly Finding[]
  readonly notExecuted: readonly NotExecuted[]
  /** Rules that threw: our defects, to be logged; the filing waits for review. */
  readonly defects: readonly { readonly rule: string; readonly error: unknown }[]
  /** Invalid pointers that a rule has already explained, so that the schema need not say it again. */
  readonly explained: ReadonlySet<string>
}

export interface Inputs {
  /** Pointers whose values did not have the right type or shape; the facts were built without them. */
  readonly invalid: readonly string[]
  /** Names of facts that are not at hand. */
  readonly absent: ReadonlySet<string>
}

const RANK: Record<FindingKind, number> = { error: 0, warning: 1, breach: 2, info: 3 }

/**
 * Judges every rule in force in one pass. Pure: same facts, same answer, years later too. Rules over thousands of
 * elements take turns with other requests.
 */
export async function evaluate<F extends Dated, C>(set: RuleSet<F, C>, facts: F, inputs: Inputs): Promise<Evaluation> {
  const findings: Finding[] = []
  const notExecuted: NotExecuted[] = []
  const defects: { rule: string; error: unknown }[] = []
  const explained = new Set<string>()
  const pause = turns()
  const shapes = shapesOf(inputs.invalid)

  for (const rule of set.rules) {
    const legalDate = (rule.datedBy === undefined ? null : facts.dates[rule.datedBy]) ?? facts.legalDate
    if (!covers(set.intervalOf(rule), legalDate)) continue

    const absent = rule.needs?.filter((name) => inputs.absent.has(name)) ?? NONE
    if (absent.length > 0) {
      notExecuted.push({ rule: rule.id, reason: 'fact-not-at-hand', because: absent })
      continue
    }
    const invalid = invalidInputs(rule, shapes)
    if (invalid.length > 0) {
      const guarded = invalid.filter((pointer) => rule.guards?.some((pattern) => matches(pattern, pointer)))
      for (const pointer of guarded) {
        explained.add(pointer)
        findings.push({ rule: rule.id, kind: rule.kind, legalDate, pointer })
      }
      if (guarded.length === 0) {
        notExecuted.push({ rule: rule.id, reason: 'invalid-input', because: invalid.slice(0, TOLD) })
      }
      continue
    }
    await pause()
    try {
      for (const violation of rule.judge(facts))
        findings.push({ rule: rule.id, kind: rule.kind, legalDate, ...violation })
    } catch (error) {
      defects.push({ rule: rule.id, error })
      notExecuted.push({ rule: rule.id, reason: 'rule-failed', because: NONE })
    }
  }
  findings.sort((a, b) => RANK[a.kind] - RANK[b.kind])
  return { findings, notExecuted, defects, explained }
}

const NONE: readonly string[] = []

/** A column of thousands of wrong cells would else be told anew by every rule that reads it. */
const TOLD = 20

/** Invalid pointers by the pattern they have in common, so that a rule is compared with a handful of patterns. */
function shapesOf(invalid: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return groupBy(invalid, (pointer) => pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'))
}

function invalidInputs<F, C>(rule: Rule<F, C>, shapes: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (shapes.size === 0) return NONE
  return [...shapes].flatMap(([shape, pointers]) =>
    rule.inputs.some((pattern) => touches(pattern, shape)) ? pointers : NONE,
  )
}
