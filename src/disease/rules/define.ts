import type { FilingContext } from '../../declaration/filing-context.ts'
import { instrument } from '../../law/instruments.ts'
import { hazardFactors, occupationalDiseases } from '../../reference/catalogue.ts'
import type { Interval, LegalDate } from '../../reference/legal-date.ts'
import type { Params, Provenance, Rule, Violation } from '../../rules/rule.ts'
import type { CaseFacts, DiseaseFacts, HazardFacts, ResultFacts } from '../facts.ts'
import type { DiseaseHistory, DiseaseKnown } from '../known.ts'

export type DiseaseContext = FilingContext<DiseaseKnown>
export type DiseaseRule = Rule<DiseaseFacts, DiseaseContext>

/** True or placeholders: the rule is violated. False: it holds, or does not concern these facts. */
type Verdict = boolean | Params

type Head = Omit<DiseaseRule, 'judge'> & { readonly at: string }

/** Where what a rule says was read. A public copy of the articles or of the form; a web copy of an annex; nowhere. */
export const FROM_TEXT: Provenance = { verified: true, source: 'public copy of the text' }
export const FROM_FORM: Provenance = {
  verified: true,
  source: 'columns of the form as software built from it has them',
}
export const FROM_ANNEX: Provenance = { verified: true, source: 'web copies of the annexes' }
export const FROM_MEMORY: Provenance = { verified: false, source: 'memory' }
export const BY_ARITHMETIC: Provenance = { verified: true, source: 'arithmetic' }
/** What we decided ourselves, and so know at first hand. */
export const BY_POLICY: Provenance = { verified: true, source: 'policy' }
/** Read in one of several ways, or inferred since the annexes of Circular 15/2016 lost effect. */
export const OUR_READING: Provenance = { verified: false, source: 'our reading' }

/** What `facts.legalDate` is made from: it chooses the version of lists and limits. */
export const DATED = ['/examination/from', '/examination/to'] as const

/** For a rule that cites an older law beside the newer text from which it holds. */
export function intervalOf(code: string): Interval {
  const text = instrument(code)
  if (text.status === 'draft') throw new RangeError(`${code} was never issued`)
  return { validFrom: text.validFrom, validTo: text.validTo }
}

/** A rule judged once, on the screening as a whole. */
export function screeningRule(head: Head & { readonly violated: (facts: DiseaseFacts) => Verdict }): DiseaseRule {
  const { at, violated } = head
  return { ...head, judge: (facts) => violationAt(at, violated(facts)) }
}

/** A rule judged on each factor; `at` is relative to its row. */
export function hazardRule(
  head: Head & { readonly violated: (hazard: HazardFacts, facts: DiseaseFacts) => Verdict },
): DiseaseRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) =>
      facts.hazards.flatMap((hazard) => violationAt(`/hazards/${hazard.index}${at}`, violated(hazard, facts))),
  }
}

/** A rule judged on each row of persons x disease; `at` is relative to the row. */
export function resultRule(
  head: Head & { readonly violated: (result: ResultFacts, facts: DiseaseFacts) => Verdict },
): DiseaseRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) =>
      facts.results.flatMap((result) => violationAt(`/diseases/${result.index}${at}`, violated(result, facts))),
  }
}

/**
 * A rule judged on each case; `at` is relative to the case. Findings are kept in the open and cases are not, so a
 * placeholder tells the ordinal and numbers of the law, never what the person has.
 */
export function caseRule(
  head: Head & { readonly violated: (one: CaseFacts, facts: DiseaseFacts) => Verdict },
): DiseaseRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) => {
      const found: Violation[] = []
      for (const one of facts.cases) {
        const verdict = violated(one, facts)
        if (verdict === false) continue
        const params = { ordinal: one.index + 1, ...(verdict === true ? {} : verdict) }
        found.push({ pointer: `/cases/${one.index}${at}`, params })
      }
      return found
    },
  }
}

function violationAt(pointer: string, verdict: Verdict): readonly Violation[] {
  if (verdict === false) return []
  return [verdict === true ? { pointer } : { pointer, params: verdict }]
}

/** `HZ-PHY-NOISE (Tiếng ồn)`: codes are for machines, official names for people. */
export function hazardName(code: string | undefined): string {
  return named(code, hazardFactors.findEver(code ?? '')?.vi)
}

/** By the list in force on the day, else by its first version. */
export function diseaseName(code: string | undefined, on: LegalDate): string {
  return named(code, (occupationalDiseases.find(code ?? '', on) ?? occupationalDiseases.findEver(code ?? ''))?.vi)
}

function named(code: string | undefined, name: string | undefined): string {
  if (code === undefined) return '—'
  return name === undefined ? code : `${code} (${name})`
}

/** For examples: what else was filed before, and nothing besides. */
export function historyOf(part: Partial<DiseaseHistory>): Partial<DiseaseContext> {
  const nothing = { screenings: [], diagnosed: [], cumulative: [], monitoring: [], measuredInYear: [], reports: [] }
  return { known: { facility: null, history: { ...nothing, ...part } } }
}
