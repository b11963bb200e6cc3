import type { FilingContext } from '../../declaration/filing-context.ts'
import { instrument } from '../../law/instruments.ts'
import type { Interval } from '../../reference/legal-date.ts'
import type { Params, Provenance, Rule, Violation } from '../../rules/rule.ts'
import type { AccidentFacts } from '../facts.ts'
import type { AccidentKnown } from '../known.ts'
import type { AccidentDeclaration, Victim } from '../schema.ts'

export type AccidentContext = FilingContext<AccidentKnown>
export type AccidentRule = Rule<AccidentFacts, AccidentContext>
export type AccidentRecipient = NonNullable<AccidentDeclaration['recipients']>[number]

/** True or placeholders: the rule is violated. False: it holds, or does not concern these facts. */
type Verdict = boolean | Params

type Head = Omit<AccidentRule, 'judge'>

/** Where what a rule says was read. A public copy of the articles or of the form; a quotation elsewhere; nowhere. */
export const FROM_TEXT: Provenance = { verified: true, source: 'public copy of the text' }
export const FROM_FORM: Provenance = { verified: true, source: 'public copy of the form' }
export const FROM_QUOTATION: Provenance = { verified: true, source: 'the text as quoted elsewhere' }
export const FROM_MEMORY: Provenance = { verified: false, source: 'memory' }
export const BY_ARITHMETIC: Provenance = { verified: true, source: 'arithmetic' }
/** What we decided ourselves, and so know at first hand. */
export const BY_POLICY: Provenance = { verified: true, source: 'policy' }

/** What `facts.counts`, and with it the class and the duty to declare, is made from. */
export const COUNTED = [
  '/victims/*/condition',
  '/casualties/dead',
  '/casualties/serious',
  '/casualties/light',
  '/casualties/missing',
] as const

/** For a rule that cites an older law for what a newer text changed: the newer one says from when it holds. */
export function intervalOf(code: string): Interval {
  const text = instrument(code)
  if (text.status === 'draft') throw new RangeError(`${code} was never issued`)
  return { validFrom: text.validFrom, validTo: text.validTo }
}

/** In a first notice silence means "not known yet"; in the full declaration it means "no". */
export function denies(facts: AccidentFacts, value: boolean | undefined): boolean {
  return facts.preliminary ? value === false : value !== true
}

/** A rule judged once, on the declaration as a whole. */
export function declarationRule(
  head: Head & { readonly at: string; readonly violated: (facts: AccidentFacts) => Verdict },
): AccidentRule {
  const { at, violated } = head
  return { ...head, judge: (facts) => violationAt(at, violated(facts)) }
}

/** A rule judged on each victim; `at` is relative to the victim. */
export function victimRule(
  head: Head & { readonly at: string; readonly violated: (victim: Victim, facts: AccidentFacts) => Verdict },
): AccidentRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) => ofEachVictim(facts, (victim, base) => violationAt(`${base}${at}`, violated(victim, facts))),
  }
}

/** A rule judged on each authority that was told; `at` is relative to the recipient. */
export function recipientRule(
  head: Head & { readonly at: string; readonly violated: (to: AccidentRecipient, facts: AccidentFacts) => Verdict },
): AccidentRule {
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
export function shapeRule(head: Head & { readonly guards: readonly string[] }): AccidentRule {
  return { ...head, judge: () => [] }
}

/** Violations found on each victim, given its pointer; each is told its ordinal, which people count from one. */
export function ofEachVictim(
  facts: AccidentFacts,
  judge: (victim: Victim, pointer: string) => readonly Violation[],
): readonly Violation[] {
  return facts.victims.flatMap((victim, index) =>
    judge(victim, `/victims/${index}`).map((violation) => ({
      ...violation,
      params: { ordinal: index + 1, ...violation.params },
    })),
  )
}

function violationAt(pointer: string, verdict: Verdict): readonly Violation[] {
  if (verdict === false) return []
  return [verdict === true ? { pointer } : { pointer, params: verdict }]
}
