import { investigationRules } from '../accident/investigation/rules/index.ts'
import { outcomeRules } from '../accident/outcome/rules/index.ts'
import { accidentRules } from '../accident/rules/index.ts'
import { diseaseRules } from '../disease/rules/index.ts'
import { environmentRules } from '../environment/rules/index.ts'
import { type Citation, describeCitation } from '../law/citation.ts'
import { reportRules } from '../periodic-report/rules/index.ts'
import { organisationRules } from '../provider/rules.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Dated, Example, FindingKind, Text } from '../rules/rule.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { incidentRules } from '../technical-incident/rules/index.ts'

/** A rule as the catalogue shows it. */
export interface DescribedRule {
  readonly id: string
  readonly set: string
  readonly kind: FindingKind | null
  readonly executable: boolean
  readonly awaits?: Text
  readonly message: Text
  readonly fix?: Text
  readonly citations: readonly (Citation & Text)[]
  readonly verified: boolean
  readonly source: string
  readonly validFrom: LegalDate | null
  readonly validTo: LegalDate | null
  readonly inputs: readonly string[]
  readonly examples?: unknown
}

/** Every rule of every kind of declaration, in the order of their ids. */
export function describeRules(): readonly DescribedRule[] {
  described ??= [
    ...describeSet(accidentRules),
    ...describeSet(outcomeRules),
    ...describeSet(investigationRules),
    ...describeSet(diseaseRules),
    ...describeSet(environmentRules),
    ...describeSet(incidentRules),
    ...describeSet(organisationRules),
    ...describeSet(reportRules),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
  return described
}

let described: readonly DescribedRule[] | undefined

function describeSet<F extends Dated, C>(set: RuleSet<F, C>): DescribedRule[] {
  const executable = set.rules.map((rule): DescribedRule => {
    const { id, kind, message, fix, citations, provenance, inputs, examples } = rule
    return {
      id,
      set: set.id,
      kind,
      executable: true,
      message,
      ...(fix && { fix }),
      citations: describeCitations(citations),
      ...provenance,
      ...set.intervalOf(rule),
      inputs,
      examples: { holds: examples.holds.map(describeExample), fails: examples.fails.map(describeExample) },
    }
  })
  const awaiting = set.awaiting.map(
    ({ id, message, fix, citations, provenance, awaits }): DescribedRule => ({
      id,
      set: set.id,
      kind: null,
      executable: false,
      awaits,
      message,
      ...(fix && { fix }),
      citations: describeCitations(citations),
      ...provenance,
      validFrom: null,
      validTo: null,
      inputs: [],
    }),
  )
  return [...executable, ...awaiting]
}

/**
 * Changes to the sample filing as a JSON Patch (RFC 6902), so that a removal can be seen in JSON. What was looked up is
 * left out: with its limits and whole declarations it would be most of the catalogue.
 */
function describeExample<C>({ change = {}, context }: Example<C>): unknown {
  const patch = Object.entries(change).map(([path, value]) =>
    value === undefined ? { op: 'remove', path } : { op: 'add', path, value },
  )
  const { known: _known, ...shown } = (context ?? {}) as { known?: unknown }
  return { patch, ...(Object.keys(shown).length === 0 ? {} : { context: shown }) }
}

function describeCitations(citations: readonly Citation[]): (Citation & Text)[] {
  return citations.map((citation) => ({
    ...citation,
    vi: describeCitation(citation, 'vi'),
    en: describeCitation(citation, 'en'),
  }))
}
