import type { Example, Text } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import { type Head, type ReportContext, type ReportRule, type Verdict, violationAt } from '../../rules/define.ts'
import { knowing } from '../../rules/knowing.ts'
import { sampleDeclaredYear, sampleOshAnnual } from '../sample.ts'
import type { OshAnnual } from '../schema.ts'

export const BASE = '/oshAnnual'

const OF_THE_HEAD = /^\/(period|workforce|onBehalf)/

/** Places of the section, as inputs; every rule of this form depends on the kind too. */
export function at(...pointers: readonly string[]): readonly string[] {
  return ['/kind', ...pointers.map((pointer) => `${BASE}${pointer}`)]
}

/** A rule judged once, on the whole section. */
export function oshRule(
  head: Head & { readonly at: string; readonly violated: (section: OshAnnual, facts: ReportFacts) => Verdict },
): ReportRule {
  const { at: pointer, violated } = head
  return {
    ...head,
    judge: (facts) => {
      const section = facts.section.oshAnnual
      return section ? violationAt(`${BASE}${pointer}`, violated(section, facts)) : []
    },
  }
}

/** The sample of this form, changed within its section, under the context in which it is faultless. */
export function osh(
  change: Readonly<Record<string, unknown>> = {},
  context: Partial<ReportContext> = {},
): Example<ReportContext> {
  const changes = Object.entries(change).map(([pointer, value]) => [
    OF_THE_HEAD.test(pointer) ? pointer : `${BASE}${pointer}`,
    value,
  ])
  return {
    change: { '/kind': 'osh-annual', [BASE]: sampleOshAnnual, ...Object.fromEntries(changes) },
    context: { ...knowing({ declaredYear: sampleDeclaredYear }), ...context },
  }
}

/** Of `2026-03`. */
export function monthName(month: string): Text {
  return { vi: month.split('-').toReversed().join('/'), en: month }
}
