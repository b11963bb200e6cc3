import type { FilingContext } from '../../declaration/filing-context.ts'
import type { Params, Provenance, Rule, Violation } from '../../rules/rule.ts'
import type { EnvironmentFacts, MeasurementFacts, PositionFacts } from '../facts.ts'
import type { EnvironmentKnown } from '../known.ts'

export type EnvironmentContext = FilingContext<EnvironmentKnown>
export type EnvironmentRule = Rule<EnvironmentFacts, EnvironmentContext>

/** True or placeholders: the rule is violated. False: it holds, or does not concern these facts. */
type Verdict = boolean | Params

type Head = Omit<EnvironmentRule, 'judge'>

/** Where what a rule says was read. A public copy of the articles or of the form; a quotation elsewhere; nowhere. */
export const FROM_TEXT: Provenance = { verified: true, source: 'public copy of the text' }
export const FROM_FORM: Provenance = { verified: true, source: 'public copy of the form' }
export const FROM_QUOTATION: Provenance = { verified: true, source: 'the text as quoted elsewhere' }
export const FROM_MEMORY: Provenance = { verified: false, source: 'memory' }
export const BY_ARITHMETIC: Provenance = { verified: true, source: 'arithmetic' }
/** What we decided ourselves, and so know at first hand. */
export const BY_POLICY: Provenance = { verified: true, source: 'policy' }

/** What verdicts of ours, and with them the exceedances, are made from. */
export const ASSESSED = [
  '/campaign/sampledFrom',
  '/campaign/sampledTo',
  '/positions/*/positionId',
  '/positions/*/labourClass',
  '/positions/*/place',
  '/positions/*/lightingWork',
  '/positions/*/roomType',
  '/positions/*/shiftHours',
  '/positions/*/weekHours',
  '/positions/*/daysPerWeek',
  '/measurements/*/positionId',
  '/measurements/*/factor',
  '/measurements/*/cas',
  '/measurements/*/limitCode',
  '/measurements/*/dustGroup',
  '/measurements/*/sampleType',
  '/measurements/*/sampledAt',
  '/measurements/*/durationMinutes',
  '/measurements/*/exposureMinutes',
  '/measurements/*/value',
  '/measurements/*/belowDetection',
  '/measurements/*/detectionLimit',
  '/measurements/*/unit',
  '/measurements/*/axis',
  '/measurements/*/frequencyHz',
  '/measurements/*/bodyShare',
] as const

/** A rule judged once, on the campaign as a whole. */
export function campaignRule(
  head: Head & { readonly at: string; readonly violated: (facts: EnvironmentFacts) => Verdict },
): EnvironmentRule {
  const { at, violated } = head
  return { ...head, judge: (facts) => violationAt(at, violated(facts)) }
}

/** A rule judged on each position; `at` is relative to the position. */
export function positionRule(
  head: Head & {
    readonly at: string
    readonly violated: (position: PositionFacts, facts: EnvironmentFacts) => Verdict
  },
): EnvironmentRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) =>
      facts.positions.flatMap((position) =>
        numbered(position, violationAt(`${position.pointer}${at}`, violated(position, facts))),
      ),
  }
}

/** A rule judged on each measurement; `at` is relative to the measurement. */
export function measurementRule(
  head: Head & {
    readonly at: string
    readonly violated: (measurement: MeasurementFacts, facts: EnvironmentFacts) => Verdict
  },
): EnvironmentRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) => {
      const found: Violation[] = []
      for (const measurement of facts.measurements) {
        const verdict = violated(measurement, facts)
        if (verdict !== false) {
          found.push(...numbered(measurement, violationAt(`${measurement.pointer}${at}`, verdict)))
        }
      }
      return found
    },
  }
}

/** A rule that says only which values a field can take: the schema judges it, the rule words it and cites the law. */
export function shapeRule(head: Head & { readonly guards: readonly string[] }): EnvironmentRule {
  return { ...head, judge: () => [] }
}

/** Each violation is told the ordinal of its element, which people count from one. */
export function numbered({ index }: { readonly index: number }, violations: readonly Violation[]): Violation[] {
  return violations.map((violation) => ({ ...violation, params: { ordinal: index + 1, ...violation.params } }))
}

export function violationAt(pointer: string, verdict: Verdict): readonly Violation[] {
  if (verdict === false) return []
  return [verdict === true ? { pointer } : { pointer, params: verdict }]
}
