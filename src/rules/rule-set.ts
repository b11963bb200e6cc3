import { createHash } from 'node:crypto'
import { instrument } from '../law/instruments.ts'
import type { Interval, LegalDate } from '../reference/legal-date.ts'
import { suppliedHash } from '../reference/supplied-data.ts'
import type { AwaitingRule, Dated, Rule } from './rule.ts'

/** The rules of one kind of declaration, with what is derived from them once. */
export interface RuleSet<F extends Dated, C = unknown> {
  readonly id: string
  readonly rules: readonly Rule<F, C>[]
  readonly awaiting: readonly AwaitingRule[]
  /** Identifies exactly which rules judged a filing; stored with each revision. */
  readonly hash: string
  intervalOf(rule: Rule<F, C>): Interval
}

/** @throws Error on an id used twice: a defect of ours, told at start. */
export function ruleSet<F extends Dated, C>(
  id: string,
  rules: readonly Rule<F, C>[],
  awaiting: readonly AwaitingRule[],
): RuleSet<F, C> {
  const seen = new Set<string>()
  for (const { id: ruleId } of [...rules, ...awaiting]) {
    if (seen.has(ruleId)) throw new Error(`rule ${ruleId} stands twice in ${id}`)
    seen.add(ruleId)
  }
  const intervals = new Map(rules.map((rule) => [rule.id, rule.interval ?? hullOfCitedInstruments(rule)]))
  return {
    id,
    rules,
    awaiting,
    hash: hashOf(rules, intervals),
    intervalOf: (rule) => intervals.get(rule.id) ?? ALWAYS,
  }
}

const ALWAYS: Interval = { validFrom: null, validTo: null }
/** A text that was never issued has no day on which it applies. */
const NEVER: Interval = { validFrom: '9999-12-31' as LegalDate, validTo: '0001-01-01' as LegalDate }

/** From the first day any cited instrument applies to the last; arithmetic and policy apply always. */
function hullOfCitedInstruments<F>(rule: Pick<Rule<F>, 'citations'>): Interval {
  const cited = rule.citations.flatMap((citation) =>
    citation.kind === 'law' || citation.kind === 'form' ? [instrument(citation.instrument)] : [],
  )
  if (cited.length === 0) return ALWAYS
  const issued = cited.filter((text) => text.status !== 'draft')
  if (issued.length === 0) return NEVER
  return {
    validFrom: issued.some((text) => text.validFrom === null) ? null : least(issued.map((text) => text.validFrom)),
    validTo: issued.some((text) => text.validTo === null) ? null : greatest(issued.map((text) => text.validTo)),
  }
}

function least(dates: readonly (LegalDate | null)[]): LegalDate | null {
  return dates.reduce((a, b) => (a !== null && b !== null && a < b ? a : b))
}

function greatest(dates: readonly (LegalDate | null)[]): LegalDate | null {
  return dates.reduce((a, b) => (a !== null && b !== null && a > b ? a : b))
}

/**
 * Over the predicates' source as well as the texts: a rule whose judgement changed is another rule set. What a
 * predicate imports is not covered; the release that holds it is, and the data the office supplied are.
 */
function hashOf<F, C>(rules: readonly Rule<F, C>[], intervals: ReadonlyMap<string, Interval>): string {
  const hash = createHash('sha256')
  for (const { examples: _examples, ...rule } of rules) {
    hash.update(
      JSON.stringify([rule, intervals.get(rule.id)], (_key, value) =>
        typeof value === 'function' ? String(value) : value,
      ),
    )
  }
  const supplied = suppliedHash()
  if (supplied !== null) hash.update(supplied)
  return hash.digest('hex')
}
