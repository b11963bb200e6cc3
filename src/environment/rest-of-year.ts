import { HEALTH_FAILED, HEALTH_SAMPLES, OSH_FAILED, OSH_SAMPLES, sumOfFigures } from '../law/report-cells.ts'
import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { type LegalDate, yearOf } from '../reference/legal-date.ts'
import type { ReportOfSamples, RestOfYear, SampleCounts } from './known.ts'

/**
 * Where a campaign meets the other campaigns of its year and the reports of samples. $1 tenant, $2 the campaign itself,
 * $3 the year, $4 the day on which its sampling began.
 */
const selectRestOfYear = statement(
  'select-rest-of-monitored-year',
  `with campaigns as materialized (
     select f.sampled_on, f.samples, f.exceeding, f.hazards from environment_fact f
      where f.tenant_id = $1 and f.counted and f.declaration_id is distinct from $2::uuid
        and f.sampled_on between make_date($3, 1, 1) and make_date($3, 12, 31)
        and not exists (select from environment_fact_later later
                         where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                           and later.seq > f.seq))
   select array(select distinct unnest(hazards) from campaigns order by 1) as hazards,
          coalesce((
            select json_agg(json_build_object('id', r.declaration_id, 'kind', r.report_kind, 'period', r.period,
                                              'figures', r.figures, 'elsewhere', elsewhere.counts)
                            order by r.report_kind, r.period)
              from periodic_report_fact r
             cross join lateral (
               select json_build_object('samples', coalesce(sum(samples), 0), 'failed', coalesce(sum(exceeding), 0))
                 from campaigns where sampled_on <= r.period_end) elsewhere (counts)
             where r.tenant_id = $1 and r.year = $3 and r.report_kind in ('occupational-health', 'osh-annual')
               and r.counted and r.period_end >= $4
               and not exists (select from report_fact_later later
                                where later.tenant_id = r.tenant_id and later.declaration_id = r.declaration_id
                                  and later.seq > r.seq)), '[]') as reports`,
)

interface RestRow extends Record<string, unknown> {
  readonly hazards: readonly string[]
  readonly reports: readonly (Omit<ReportOfSamples, 'reported'> & { readonly figures: Record<string, number> })[]
}

/** What else one enterprise filed on the year in which sampling began. */
export async function restOfYear(
  session: Session,
  { tenantId, self, start }: { readonly tenantId: string; readonly self: string | null; readonly start: LegalDate },
): Promise<RestOfYear> {
  const [row] = await session.run<RestRow>(selectRestOfYear, [tenantId, self, yearOf(start), start])
  return {
    hazards: row?.hazards ?? [],
    reports: (row?.reports ?? []).map(({ figures, ...report }) => ({
      ...report,
      reported: reported(report.kind, figures),
    })),
  }
}

const CELLS = {
  'occupational-health': { samples: HEALTH_SAMPLES, failed: HEALTH_FAILED },
  'osh-annual': { samples: OSH_SAMPLES, failed: OSH_FAILED },
} as const

function reported(kind: ReportOfSamples['kind'], figures: Record<string, number>): SampleCounts {
  return {
    samples: sumOfFigures(figures, CELLS[kind].samples),
    failed: sumOfFigures(figures, CELLS[kind].failed),
  }
}
