import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { ReportOfRound } from './known.ts'

/**
 * Where screenings meet Annex 8: the reports in force on the periods that a round belongs to, with the new diagnoses of
 * the other rounds of each. $1 tenant, $2 the round itself, $3 the day it ended.
 */
const selectReportsOfRound = statement(
  'select-reports-of-round',
  `select r.declaration_id as id, r.period, r.figures,
          coalesce((
            select json_object_agg(other.disease, other.diagnosed) from (
              select d.disease, sum(d.diagnosed_new) as diagnosed
                from disease_fact f
                join disease_result_fact d
                  on (d.tenant_id, d.declaration_id, d.seq) = (f.tenant_id, f.declaration_id, f.seq)
               where f.tenant_id = r.tenant_id and f.counted and f.declaration_id is distinct from $2::uuid
                 and f.examined_on between make_date(r.year, 1, 1) and r.period_end
                 and not exists (select from disease_fact_later later
                                  where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                                    and later.seq > f.seq)
               group by d.disease) other), '{}') as elsewhere
     from periodic_report_fact r
    where r.tenant_id = $1 and r.report_kind = 'occupational-health' and r.counted
      and r.year = extract(year from $3::date) and r.period_end >= $3::date
      and not exists (select from report_fact_later later
                       where later.tenant_id = r.tenant_id and later.declaration_id = r.declaration_id
                         and later.seq > r.seq)
    order by r.period_end, r.declaration_id`,
)

interface ReportRow extends Record<string, unknown> {
  readonly id: string
  readonly period: string
  readonly figures: Readonly<Record<string, number>>
  readonly elsewhere: Readonly<Record<string, number>>
}

/** Of each report as much as the diseases examined for ask. */
export async function reportsOfRound(
  session: Session,
  round: { readonly tenantId: string; readonly self: string | null; readonly on: LegalDate },
  diseases: ReadonlySet<string>,
): Promise<readonly ReportOfRound[]> {
  const rows = await session.run<ReportRow>(selectReportsOfRound, [round.tenantId, round.self, round.on])
  return rows.map(({ id, period, figures, elsewhere }) => ({
    id,
    period,
    diseases: [...diseases].map((disease) => ({
      disease,
      examined: figures[`IV.1.${disease}.examined`] ?? 0,
      diagnosed: figures[`IV.1.${disease}.diagnosed`] ?? 0,
      diagnosedElsewhere: elsewhere[disease] ?? 0,
    })),
  }))
}
