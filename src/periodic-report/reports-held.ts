import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { type Period, periodText } from './period.ts'
import type { ReportKind } from './vocabulary.ts'

/**
 * What an office holds of the reports of one kind and period: those in force, of head offices in the units asked for.
 * Row-level security holds whoever asks to what it may see.
 */

const LAST = `not exists (select from report_fact_later later
  where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id and later.seq > f.seq)`

const REPORTS = `periodic_report_fact f where f.report_kind = $1 and f.period = $2 and f.counted
  and ($3::text[] is null or f.reach && $3) and ($4::text is null or $4 = any (f.reach)) and ${LAST}`

const selectReported = statement(
  'reports-held',
  `select f.ownership, count(*) as establishments, sum(f.workers) as workers, sum(f.workers_women) as women,
          sum(f.victims) as victims, sum(f.deaths) as deaths, sum(f.serious) as serious
     from ${REPORTS} group by f.ownership`,
)

/**
 * With those that report while the register does not have them, or has them elsewhere by now: nobody can report who is
 * no establishment. The type is the one reported, as in the other column.
 */
const selectEstablishments = statement(
  'reports-held-of',
  `with reported as (select f.tenant_id, f.ownership, f.workers from ${REPORTS}),
        registered as (
          select e.tenant_id, e.ownership, e.workers from enterprise e
           where not e.provisional and ($3::text[] is null or e.reach && $3) and ($4::text is null or $4 = any (e.reach)))
   select coalesce(r.ownership, e.ownership) as ownership, count(*) as establishments,
          sum(coalesce(e.workers, r.workers)) as workers
     from registered e full join reported r using (tenant_id)
    group by 1`,
)

/** Not whole numbers only: Annex II of Circular 07/2016 has millions of dong to the thousand. */
const selectCells = statement(
  'reports-held-cells',
  `select cell.key as line, sum(cell.value::text::numeric) as value
     from (select f.figures from ${REPORTS}) reports
    cross join lateral jsonb_each(reports.figures) cell
    group by cell.key`,
)

export interface ReportedByType {
  readonly ownership: string | null
  readonly establishments: number
  readonly workers: number | null
  readonly women: number | null
  readonly victims: number | null
  readonly deaths: number | null
  readonly serious: number | null
}

export interface EstablishmentsByType {
  readonly ownership: string | null
  readonly establishments: number
  /** By the register; as reported where it does not tell. */
  readonly workers: number | null
}

export interface ReportsHeld {
  readonly reported: readonly ReportedByType[]
  /** Who is there to report, whether it did or not. */
  readonly establishments: readonly EstablishmentsByType[]
  /** Sums over the reports by the name of the cell, `1.1.7.deaths`. */
  readonly cells: ReadonlyMap<string, number>
}

/** Units by their keys `scheme:code`; null: all that the session may see. */
export interface AreaAsked {
  readonly reach: readonly string[] | null
  /** One unit among them. */
  readonly unit: string | null
}

export async function reportsHeld(
  session: Session,
  kind: ReportKind,
  period: Period,
  { reach, unit }: AreaAsked,
): Promise<ReportsHeld> {
  const asked = [kind, periodText(period), reach, unit]
  const cells = await session.run<{ line: string; value: string }>(selectCells, asked)
  return {
    reported: await session.run<ReportedByType & Record<string, unknown>>(selectReported, asked),
    establishments: await session.run<EstablishmentsByType & Record<string, unknown>>(selectEstablishments, asked),
    cells: new Map(cells.map(({ line, value }) => [line, Number(value)])),
  }
}

/** Of one column over all types. */
export function totalOf<Row, Column extends keyof Row>(rows: readonly Row[], column: Column): number {
  return rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)
}
