import { accidentSummaryForm } from './accident-summary/form.ts'
import { communeAccidentSummaryForm } from './commune-accident-summary/form.ts'
import { environmentAnnualForm } from './environment-annual/form.ts'
import type { AnyForm } from './form.ts'
import { monitorAnnualForm } from './monitor-annual/form.ts'
import { occupationalHealthForm } from './occupational-health/form.ts'
import { officeSummaryForm } from './office-summary/form.ts'
import { oshAnnualForm } from './osh-annual/form.ts'
import { programmeAnnualForm } from './programme-annual/form.ts'
import { officeHealthSummaryForm, officeOshSummaryForm } from './received-reports/form.ts'
import type { ReportKind } from './vocabulary.ts'

/** Every form that can be filed. */
const FORMS: readonly AnyForm[] = [
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

export const FILED_KINDS = FORMS.map(({ kind }) => kind) as [ReportKind, ...ReportKind[]]
