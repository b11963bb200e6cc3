import type { Citation } from '../law/citation.ts'
import type { Text } from '../rules/rule.ts'
import { accidentSummaryForm } from './accident-summary/form.ts'
import { communeAccidentSummaryForm } from './commune-accident-summary/form.ts'
import { environmentAnnualForm } from './environment-annual/form.ts'
import type { AnyForm } from './form.ts'
import type { Reporter } from './known.ts'
import { monitorAnnualForm } from './monitor-annual/form.ts'
import { text } from './names.ts'
import { occupationalHealthForm } from './occupational-health/form.ts'
import { officeSummaryForm } from './office-summary/form.ts'
import { oshAnnualForm } from './osh-annual/form.ts'
import type { Period } from './period.ts'
import { programmeAnnualForm } from './programme-annual/form.ts'
import { officeHealthSummaryForm, officeOshSummaryForm } from './received-reports/form.ts'
import type { ReportKind } from './vocabulary.ts'

/** Every form that can be filed. */
export const FORMS: readonly AnyForm[] = [
  accidentSummaryForm,
  communeAccidentSummaryForm,
  oshAnnualForm,
  occupationalHealthForm,
  environmentAnnualForm,
  monitorAnnualForm,
  programmeAnnualForm,
  officeSummaryForm,
  officeOshSummaryForm,
  officeHealthSummaryForm,
]

const byKind: ReadonlyMap<ReportKind, AnyForm> = new Map(FORMS.map((form) => [form.kind, form]))

/** Null for a kind of report that is not received here yet. */
export function formOf(kind: ReportKind | undefined): AnyForm | null {
  return (kind && byKind.get(kind)) ?? null
}

/** The articles that a form comes from. */
export function basisOf(form: AnyForm, period: Period | null): readonly Citation[] {
  return form.basis ?? (period && form.due(period)?.citations) ?? []
}

/** The forms that somebody owes. */
export function formsOf(reporter: Reporter): readonly AnyForm[] {
  return FORMS.filter(({ filedBy }) => filedBy.includes(reporter))
}

/** `accident-summary (Báo cáo …); osh-annual (…)`. */
export function kindsNamed(forms: readonly AnyForm[]): Text {
  return text((language) => forms.map(({ kind, name }) => `${kind} (${name[language]})`).join('; '))
}

export const FILED_KINDS = FORMS.map(({ kind }) => kind) as [ReportKind, ...ReportKind[]]
