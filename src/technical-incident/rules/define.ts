import type { FilingContext } from '../../declaration/filing-context.ts'
import type { Params, Provenance, Rule, Violation } from '../../rules/rule.ts'
import type { IncidentFacts } from '../facts.ts'
import type { IncidentKnown } from '../known.ts'
import type { IncidentDeclaration } from '../schema.ts'

export type IncidentContext = FilingContext<IncidentKnown>
export type IncidentRule = Rule<IncidentFacts, IncidentContext>
type IncidentRecipient = NonNullable<IncidentDeclaration['recipients']>[number]

/** True or placeholders: the rule is violated. False: it holds, or does not concern these facts. */
type Verdict = boolean | Params

type Head = Omit<IncidentRule, 'judge'>

/** Where what a rule says was read. A public copy of the articles or of the form; a quotation elsewhere. */
export const FROM_TEXT: Provenance = { verified: true, source: 'public copy of the text' }
export const FROM_FORM: Provenance = { verified: true, source: 'public copy of the form' }
export const FROM_QUOTATION: Provenance = { verified: true, source: 'the text as quoted elsewhere' }
export const BY_ARITHMETIC: Provenance = { verified: true, source: 'arithmetic' }
/** What we decided ourselves, and so know at first hand. */
export const BY_POLICY: Provenance = { verified: true, source: 'policy' }

/** What `facts.declarable` is made from (Decree 39/2016, Art. 26.1). */
export const DECLARABLE = [
  '/casualties/unknown',
  '/casualties/others/dead',
  '/casualties/others/serious',
  '/incident/occurredAt',
  '/incident/knownAt',
] as const

export const SEVERAL = ['/incident/severalEstablishments', '/incident/severalLocalities'] as const

export const UNDER_SPECIALISED_LAW = ['/incident/underSpecialisedLaw', '/incident/specialField'] as const

/** A rule judged once, on the declaration as a whole. */
export function incidentRule(
  head: Head & { readonly at: string; readonly violated: (facts: IncidentFacts) => Verdict },
): IncidentRule {
  const { at, violated } = head
  return { ...head, judge: (facts) => violationAt(at, violated(facts)) }
}

/** A rule judged on each authority that was told; `at` is relative to the recipient. */
export function recipientRule(
  head: Head & { readonly at: string; readonly violated: (to: IncidentRecipient, facts: IncidentFacts) => Verdict },
): IncidentRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) =>
      (facts.declaration.recipients ?? []).flatMap((recipient, index) =>
        violationAt(`/recipients/${index}${at}`, violated(recipient, facts)),
      ),
  }
}

/** A rule that says only which values a field can take: the schema judges it, the rule words it and cites the law. */
export function shapeRule(head: Head & { readonly guards: readonly string[] }): IncidentRule {
  return { ...head, judge: () => [] }
}

function violationAt(pointer: string, verdict: Verdict): readonly Violation[] {
  if (verdict === false) return []
  return [verdict === true ? { pointer } : { pointer, params: verdict }]
}
