import { type Caller, databaseScope, reachOf } from '../../access/caller.ts'
import type { Database } from '../../platform/database.ts'
import { statement } from '../../platform/statements.ts'
import { firstDayOf, lastDayOf, type Period, periodText } from '../period.ts'

/** Of the fact rows of a record the last one. */
const last = (later: string) => `not exists (select from ${later} later
  where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id and later.seq > f.seq)`

/** The summaries in force of one period, of head offices in the units asked for: all the caller may see, for null. */
const REPORTS = `periodic_report_fact f where f.report_kind = 'accident-summary' and f.period = $1 and f.counted
  and ($2::text[] is null or f.reach && $2) and ($3::text is null or $3 = any (f.reach)) and ${last('report_fact_later')}`

const selectReported = statement(
  'office-summary-reported',
  `select f.ownership, count(*) as establishments, sum(f.workers) as workers, sum(f.workers_women) as women,
          sum(f.victims) as victims, sum(f.deaths) as deaths, sum(f.serious) as serious
     from ${REPORTS} group by f.ownership`,
)

const selectRegistered = statement(
  'office-summary-registered',
  `select e.ownership, count(*) as establishments, sum(e.workers) as workers
     from enterprise e
    where not e.provisional and ($1::text[] is null or e.reach && $1) and ($2::text is null or $2 = any (e.reach))
    group by e.ownership`,
)

const selectFigures = statement(
  'office-summary-figures',
  `select cell.key as line, sum(cell.value::text::bigint) as value
     from (select f.figures from ${REPORTS}) reports
    cross join lateral jsonb_each(reports.figures) cell
    group by cell.key`,
)

/** By the head office, as reports are: an accident elsewhere is in the report of its establishment too. */
const selectDeclared = statement(
  'office-summary-declared',
  `select count(*) as accidents, count(*) filter (where f.deaths > 0) as "fatalAccidents",
          coalesce(sum(f.victims), 0) as victims, coalesce(sum(f.deaths), 0) as deaths,
          coalesce(sum(f.serious), 0) as serious
     from accident_fact f
    where f.counted and f.occurred_on between $1 and $2
      and ($3::text[] is null or f.office_reach && $3) and ($4::text is null or $4 = any (f.office_reach))
      and ${last('accident_fact_later')}`,
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

export interface RegisteredByType {
  readonly ownership: string | null
  readonly establishments: number
  readonly workers: number | null
}

export interface DeclaredCounts {
  readonly accidents: number
  readonly fatalAccidents: number
  readonly victims: number
  readonly deaths: number
  readonly serious: number
}

/** What an office holds of one period. */
export interface FiguresOfOffice {
  readonly reported: readonly ReportedByType[]
  readonly registered: readonly RegisteredByType[]
  /** Sums over the reports by the name of the cell, `1.1.7.deaths`. */
  readonly cells: ReadonlyMap<string, number>
  readonly declared: DeclaredCounts
}

/** `unit`: a key `scheme:code`; null: all of the caller's jurisdiction. */
export async function figuresOfOffice(
  database: Database,
  caller: Caller,
  period: Period,
  unit: string | null,
): Promise<FiguresOfOffice> {
  const own = caller.jurisdiction === null ? [] : reachOf(caller.jurisdiction)
  const reach = own === '*' ? null : [...own]
  return database.within(databaseScope(caller), async (session) => {
    const asked = [periodText(period), reach, unit]
    const cells = await session.run<{ line: string; value: number }>(selectFigures, asked)
    const [declared] = await session.run<DeclaredCounts & Record<string, unknown>>(selectDeclared, [
      firstDayOf(period),
      lastDayOf(period),
      reach,
      unit,
    ])
    return {
      reported: await session.run<ReportedByType & Record<string, unknown>>(selectReported, asked),
      registered: await session.run<RegisteredByType & Record<string, unknown>>(selectRegistered, [reach, unit]),
      cells: new Map(cells.map(({ line, value }) => [line, Number(value)])),
      declared: declared ?? { accidents: 0, fatalAccidents: 0, victims: 0, deaths: 0, serious: 0 },
    }
  })
}
