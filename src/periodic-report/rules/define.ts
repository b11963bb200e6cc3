import type { FilingContext } from '../../declaration/filing-context.ts'
import { instrument } from '../../law/instruments.ts'
import type { Interval } from '../../reference/legal-date.ts'
import type { Params, Provenance, Rule, Violation } from '../../rules/rule.ts'
import type { ReportFacts } from '../facts.ts'
import type { ReportKnown } from '../known.ts'

export type ReportContext = FilingContext<ReportKnown>
export type ReportRule = Rule<ReportFacts, ReportContext>

/** True or placeholders: the rule is violated. False: it holds, or does not concern these facts. */
export type Verdict = boolean | Params

export type Head = Omit<ReportRule, 'judge'>

/** Where what a rule says was read. A public copy of the articles or of the form; a quotation elsewhere. */
export const FROM_TEXT: Provenance = { verified: true, source: 'public copy of the text' }
export const FROM_FORM: Provenance = { verified: true, source: 'public copy of the form' }
export const FROM_QUOTATION: Provenance = { verified: true, source: 'the text as quoted elsewhere' }
export const BY_ARITHMETIC: Provenance = { verified: true, source: 'arithmetic' }
/** What follows from the form as we understand it, and nobody has read there. */
export const BY_READING: Provenance = { verified: false, source: 'our reading of the form' }
/** What we decided ourselves, and so know at first hand. */
export const BY_POLICY: Provenance = { verified: true, source: 'policy' }

/** For a rule that cites an older law for what a newer text changed: the newer one says from when it holds. */
export function intervalOf(code: string): Interval {
  const text = instrument(code)
  if (text.status === 'draft') throw new RangeError(`${code} was never issued`)
  return { validFrom: text.validFrom, validTo: text.validTo }
}

/** A rule judged once, on the report as a whole, whatever its kind. */
export function reportRule(
  head: Head & { readonly at: string; readonly violated: (facts: ReportFacts) => Verdict },
): ReportRule {
  const { at, violated } = head
  return { ...head, judge: (facts) => violationAt(at, violated(facts)) }
}

/** A rule that says only which values a field can take: the schema judges it, the rule words it and cites the law. */
export function shapeRule(head: Head & { readonly guards: readonly string[] }): ReportRule {
  return { ...head, judge: () => [] }
}

export function violationAt(pointer: string, verdict: Verdict): readonly Violation[] {
  if (verdict === false) return []
  return [verdict === true ? { pointer } : { pointer, params: verdict }]
}
