import type { Example } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import { type Head, type ReportContext, type ReportRule, type Verdict, violationAt } from '../../rules/define.ts'
import { knowing } from '../../rules/knowing.ts'
import type { DeclaredHealth } from '../declared-health.ts'
import { sampleHealth } from '../sample.ts'
import type { OccupationalHealth, ReportedCase, ReportedDisease, ReportedFactor } from '../schema.ts'

export const KIND = 'occupational-health'
export const BASE = '/occupationalHealth'
export const PERIOD = ['/kind', '/period/year', '/period/half'] as const
export const WORKFORCE = ['/workforce/total', '/workforce/women'] as const

/** Patterns of places in the section; every rule of this form depends on the kind too. */
export function places(...within: readonly string[]): readonly string[] {
  return ['/kind', ...within.map((place) => `${BASE}${place}`)]
}

export function bothOf(place: string): readonly [string, string] {
  return [`${place}/total`, `${place}/women`]
}

/** A rule judged once, on the whole form; `at` is relative to its section. */
export function healthRule(
  head: Head & { readonly at: string; readonly violated: (report: OccupationalHealth, facts: ReportFacts) => Verdict },
): ReportRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) => {
      const report = facts.section.occupationalHealth
      return report ? violationAt(`${BASE}${at}`, violated(report, facts)) : []
    },
  }
}

/** A rule judged on each row of a table of the form; `at` is relative to the row. */
function rowRule<T>(table: string, rowsOf: (report: OccupationalHealth) => readonly T[] | undefined) {
  return (
    head: Head & {
      readonly at: string
      readonly violated: (row: T, facts: ReportFacts, report: OccupationalHealth, index: number) => Verdict
    },
  ): ReportRule => {
    const { at, violated } = head
    return {
      ...head,
      judge: (facts) => {
        const report = facts.section.occupationalHealth
        if (!report) return []
        return (rowsOf(report) ?? []).flatMap((row, index) =>
          violationAt(`${BASE}${table}/${index}${at}`, violated(row, facts, report, index)),
        )
      },
    }
  }
}

export const factorRule = rowRule<ReportedFactor>('/factors', ({ factors }) => factors)
export const absenceRule = rowRule<NonNullable<OccupationalHealth['absences']>[number]>(
  '/absences',
  ({ absences }) => absences,
)
export const diseaseRule = rowRule<ReportedDisease>('/diseases', ({ diseases }) => diseases)
/**
 * Findings are kept in the open and cases are not: a placeholder tells the ordinal and numbers of the law, never what
 * the person has.
 */
export const caseRule = rowRule<ReportedCase>('/cases', ({ cases }) => cases)

/** An example of this form, with so much of it as the rule is about. */
export function annex8(
  section: OccupationalHealth | Readonly<Record<string, unknown>>,
  context?: Partial<ReportContext>,
  rest: Readonly<Record<string, unknown>> = {},
): Example<ReportContext> {
  return { change: { '/kind': KIND, [BASE]: section, ...rest }, ...(context && { context }) }
}

/** The same, of a whole year, filed in time. */
export function annex8OfYear(
  section: OccupationalHealth,
  context: Partial<ReportContext> = {},
): Example<ReportContext> {
  return annex8(section, { ...IN_JANUARY, ...context }, { '/period/half': undefined })
}

export const IN_JANUARY: Partial<ReportContext> = { receivedAt: new Date('2027-01-05T09:00:00+07:00') }

/** For examples: what was declared of the period. */
export function declaring(health: Partial<DeclaredHealth>): Partial<ReportContext> {
  return knowing({ health: { ...sampleHealth, ...health } })
}

/** Of people: a count and, of them, women. */
export function of(total: number, women = 0) {
  return { total, women }
}
