import { type Caller, databaseScope, reachOf } from '../../access/caller.ts'
import type { Database, Session } from '../../platform/database.ts'
import { statement } from '../../platform/statements.ts'
import { firstDayOf, lastDayOf, type Period } from '../period.ts'
import { type AreaAsked, type ReportsHeld, reportsHeld } from '../reports-held.ts'

/** By the head office, as reports are: an accident elsewhere is in the report of its establishment too. */
const selectDeclared = statement(
  'office-summary-declared',
  `select count(*) as accidents, count(*) filter (where f.deaths > 0) as "fatalAccidents",
          coalesce(sum(f.victims), 0) as victims, coalesce(sum(f.deaths), 0) as deaths,
          coalesce(sum(f.serious), 0) as serious
     from accident_fact f
    where f.counted and f.occurred_on between $1 and $2
      and ($3::text[] is null or f.office_reach && $3) and ($4::text is null or $4 = any (f.office_reach))
      and not exists (select from accident_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)`,
)

export interface DeclaredCounts {
  readonly accidents: number
  readonly fatalAccidents: number
  readonly victims: number
  readonly deaths: number
  readonly serious: number
}

/** What an office holds of one period. */
export interface FiguresOfOffice extends ReportsHeld {
  readonly declared: DeclaredCounts
}

/** The summaries of establishments that an office holds of one period. */
export function summariesHeld(session: Session, period: Period, area: AreaAsked): Promise<ReportsHeld> {
  return reportsHeld(session, 'accident-summary', period, area)
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
    const [declared] = await session.run<DeclaredCounts & Record<string, unknown>>(selectDeclared, [
      firstDayOf(period),
      lastDayOf(period),
      reach,
      unit,
    ])
    return {
      ...(await summariesHeld(session, period, { reach, unit })),
      declared: declared ?? { accidents: 0, fatalAccidents: 0, victims: 0, deaths: 0, serious: 0 },
    }
  })
}
