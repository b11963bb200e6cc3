import type { FilingContext } from '../declaration/filing-context.ts'
import { type PlaceFacts, placeOfHeadOffice } from '../declaration/place.ts'
import { type LegalDate, legalDate, legalDateOf } from '../reference/legal-date.ts'
import type { Dated } from '../rules/rule.ts'
import { type DeclaredFigures, type Difference, differencesBetween, type Figure } from './figures.ts'
import type { AnyForm, ReportDue } from './form.ts'
import { formOf } from './forms.ts'
import { type ReportKnown, withoutDiagnoses } from './known.ts'
import { firstDayOf, lastDayOf, type Period } from './period.ts'
import type { PeriodicReport } from './schema.ts'
import { REPORT_SECTIONS, type ReportSection } from './sections.ts'
import { tellsNought } from './zero.ts'

/** Everything a rule about a periodic report may look at. */
export interface ReportFacts extends Dated {
  /** As filed, without the parts whose type or shape was wrong. */
  readonly declaration: PeriodicReport
  readonly context: FilingContext<ReportKnown>
  /** Null for a kind that is not named or not received here. */
  readonly form: AnyForm | null
  /** Null without a year. */
  readonly period: Period | null
  /** The sections as far as they are of the kind that is filed: rules of a form ask for theirs here. */
  readonly section: { readonly [S in ReportSection]: PeriodicReport[S] | null }
  /** The head office, to whose offices reports go; the commune or office itself for its own. */
  readonly place: PlaceFacts | null
  /** As filed, else as registered. */
  readonly workforce: { readonly total: number | null; readonly women: number | null }
  /** Every number of the section of its kind. */
  readonly figures: readonly Figure[]
  /** Where it and the declarations of the period do not agree; null where none were looked up. */
  readonly differences: readonly Difference[] | null
  readonly due: ReportDue | null
  /** The first receipt of the report, on paper or here, or the day an office sent its own: what timeliness is measured by. */
  readonly receivedOn: LegalDate
  readonly dates: Readonly<Record<'begins' | 'ends' | 'received' | 'filed', LegalDate | null>>
}

export function reportFacts(declaration: PeriodicReport, context: FilingContext<ReportKnown>): ReportFacts {
  const { known, register } = context
  const form = formOf(declaration.kind)
  const { year, half } = declaration.period ?? {}
  const period = year === undefined ? null : { year, half: half ?? null }
  const received = legalDateOf(context.receivedAt)
  const paper = declaration.onBehalf?.receivedOn ?? declaration.sentAs?.on
  const receivedOn = known.own?.receivedOn ?? (paper === undefined ? received : legalDate(paper))
  const ends = period && lastDayOf(period)
  const section = form && declaration[form.section]
  const figures = form && section ? form.figures(section) : []
  const declared = form?.declared(context.filedAs === 'labour-office' ? withoutDiagnoses(known) : known) ?? null
  const on = ends ?? received
  return {
    declaration,
    context,
    form,
    period,
    section: sectionsOf(declaration, form),
    place: placeOfHeadOffice(known.self?.unit ?? known.commune ?? register?.headOffice),
    workforce: {
      total: declaration.workforce?.total ?? register?.workers ?? null,
      women: declaration.workforce?.women ?? register?.women ?? null,
    },
    figures,
    differences: form && declared && section ? comparedWith(declared, figures, form, declaration) : null,
    due: form && period && form.due(period, { section: section ?? null, known }),
    receivedOn,
    legalDate: on,
    dates: { begins: period && firstDayOf(period), ends, received, filed: receivedOn },
  }
}

/** Of a zero report in what it tells only. */
function comparedWith(
  declared: DeclaredFigures,
  figures: readonly Figure[],
  form: AnyForm,
  { zero }: PeriodicReport,
): readonly Difference[] {
  return differencesBetween(figures, declared).filter(({ line }) => zero !== true || tellsNought(form, line))
}

/** Only the section of its kind: what else is filed is refused, and no rule of another form judges it. */
function sectionsOf(declaration: PeriodicReport, form: AnyForm | null): ReportFacts['section'] {
  const sections = REPORT_SECTIONS.map((name) => [name, form?.section === name ? (declaration[name] ?? null) : null])
  return Object.fromEntries(sections) as ReportFacts['section']
}

/** Null where the law sets no day. */
export function isTimely({ due, receivedOn }: Pick<ReportFacts, 'due' | 'receivedOn'>): boolean | null {
  return due && receivedOn <= due.due
}
