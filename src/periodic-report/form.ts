import type { FilerRole } from '../declaration/filing-context.ts'
import type { Citation } from '../law/citation.ts'
import type { Session } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'
import type { DeclaredFigures, Figure } from './figures.ts'
import type { Reporter, ReportKnown, SelfReporter } from './known.ts'
import type { Period, PeriodLength } from './period.ts'
import type { ReportSection } from './sections.ts'
import type { ReportKind } from './vocabulary.ts'

/** By when a report is sent. */
export interface ReportDue {
  /** The last timely day. */
  readonly due: LegalDate
  /** The day the law names with "before": already late. */
  readonly strictlyBefore: LegalDate
  readonly citations: readonly Citation[]
}

/** What statistics and obligations ask of any report; null where the form does not tell. */
export interface ReportTotals {
  readonly accidents: number | null
  readonly fatalAccidents: number | null
  readonly victims: number | null
  readonly deaths: number | null
  readonly serious: number | null
  readonly daysOff: number | null
  /** Thousand VND. */
  readonly costs: number | null
  /** Thousand VND. */
  readonly propertyDamage: number | null
}

/**
 * What one kind of periodic report brings; everything else is the frame's. `S`: its section of the body. A new form
 * is a folder beside `accident-summary`, a property of the schema, a line in `forms.ts` and its rules in `rules/index.ts`.
 */
export interface ReportForm<S extends object = object> {
  readonly kind: ReportKind
  /** The property of the body that holds it. */
  readonly section: ReportSection
  readonly name: Text
  /** The article or annex that the form comes from; what sets its day where it does not tell. */
  readonly basis?: readonly Citation[]
  readonly periods: readonly PeriodLength[]
  /** Whose report it is; offices record that of an enterprise in its name. */
  readonly filedBy: readonly Reporter[]
  /** The office that reviews and summarises it; null: it goes to nobody who works with this register. */
  readonly recipient: Extract<FilerRole, 'labour-office' | 'health-office'> | null
  /** The other office that the law sends it to: reads the whole, and leaves the review to the first. */
  readonly copyTo?: Extract<FilerRole, 'labour-office' | 'health-office'>
  /** Null before the law that asks for it. `filed`: of the forms whose day depends on what is filed, and by whom. */
  due(period: Period, filed?: { readonly section: S | null; readonly known: ReportKnown }): ReportDue | null
  /**
   * What a zero report tells: that nothing occurred, in the cells that count it. Payroll, costs, stocks, training, yes and
   * no are told by nobody who reports that nothing occurred, and stay absent.
   */
  readonly zero: S
  /** Which cells a zero report says are nought; every cell of a form that does not tell. */
  zeroTells?(line: string): boolean
  /** All numbers of the section, in the order of the form. */
  figures(section: S): readonly Figure[]
  totals(section: S): ReportTotals
  /** What people call a cell, by its name among the figures; its name itself where the form does not tell. */
  cellName?(line: string): Text
  /** What of `known` this form is judged and drafted with, beside the history of reports; `self` of who reports on itself. */
  lookUp(
    session: Session,
    tenantId: string,
    period: Period,
    self: SelfReporter | undefined,
  ): Promise<Partial<ReportKnown>>
  /** Null where no declarations were looked up. */
  declared(known: ReportKnown): DeclaredFigures | null
  /** The section as the declarations of the period give it. */
  draft(known: ReportKnown, period: Period): S
}

/** A form whose section does not matter to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: S stands in both directions
export type AnyForm = ReportForm<any>

export const NO_TOTALS: ReportTotals = {
  accidents: null,
  fatalAccidents: null,
  victims: null,
  deaths: null,
  serious: null,
  daysOff: null,
  costs: null,
  propertyDamage: null,
}
