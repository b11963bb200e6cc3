import type { Session } from '../../platform/database.ts'
import { statement } from '../../platform/statements.ts'
import { firstDayOf, lastDayOf, type Period } from '../period.ts'
import type { DeclaredCampaign, DeclaredCasualties, DeclaredHealth, DeclaredRound } from './declared-health.ts'

/** Where the report and the declarations meet: those of the period that count, as they stand now. */

const selectRounds = statement(
  'select-rounds-of-period',
  `select f.declaration_id as id, extract(quarter from f.examined_on)::int as quarter,
          json_build_object('total', f.examined, 'women', f.examined_women) as examined,
          coalesce((select json_agg(json_build_object('factor', h.factor, 'exposed',
                                      json_build_object('total', h.exposed, 'women', h.exposed_women)) order by h.ordinal)
                      from disease_hazard_fact h
                     where (h.tenant_id, h.declaration_id, h.seq) = (f.tenant_id, f.declaration_id, f.seq)), '[]') as hazards,
          coalesce((select json_agg(json_build_object('disease', r.disease,
                             'examined', json_build_object('total', r.examined, 'women', r.examined_women),
                             'suspected', json_build_object('total', r.suspected, 'women', r.suspected_women),
                             'diagnosed', json_build_object('total', r.diagnosed, 'women', r.diagnosed_women),
                             'assessed', json_build_object('total', r.assessed, 'women', r.assessed_women),
                             'under5', json_build_object('total', r.under5, 'women', r.under5_women),
                             'from5to30', json_build_object('total', r.from5to30, 'women', r.from5to30_women),
                             'from31', json_build_object('total', r.from31, 'women', r.from31_women)) order by r.ordinal)
                      from disease_result_fact r
                     where (r.tenant_id, r.declaration_id, r.seq) = (f.tenant_id, f.declaration_id, f.seq)), '[]') as results,
          filed.body->'healthClasses' as classes
     from disease_fact f
     join declaration_act filed on filed.tenant_id = f.tenant_id and filed.declaration_id = f.declaration_id
      and filed.revision = f.revision and filed.body is not null
    where f.tenant_id = $1 and f.counted and f.examined_on between $2 and $3
      and not exists (select from disease_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    order by f.examined_on, f.declaration_id`,
)

/** Samples of a campaign `f` by what they stand for. */
export const RESULTS_OF_CAMPAIGN = `coalesce((select json_agg(json_build_object('hazards', m.hazards, 'samples', m.samples, 'failed', m.failed)
                            order by m.hazards)
              from (select hazards, sum(samples)::int as samples,
                           coalesce(sum(samples) filter (where verdict = 'exceed' and not advisory), 0)::int as failed
                      from environment_measurement_fact
                     where (tenant_id, declaration_id, seq) = (f.tenant_id, f.declaration_id, f.seq)
                     group by hazards) m), '[]')`

const selectCampaigns = statement(
  'select-campaigns-of-period',
  `select f.declaration_id as id, ${RESULTS_OF_CAMPAIGN} as results
     from environment_fact f
    where f.tenant_id = $1 and f.counted and f.sampled_on between $2 and $3
      and not exists (select from environment_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    order by f.sampled_on, f.declaration_id`,
)

const selectCasualties = statement(
  'select-casualties-of-period',
  `select f.declaration_id as id, extract(quarter from f.occurred_on)::int as quarter, f.victims, f.deaths
     from accident_fact f
    where f.tenant_id = $1 and f.counted and f.occurred_on between $2 and $3
      and not exists (select from accident_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    order by f.occurred_at, f.declaration_id`,
)

type Row = Record<string, unknown>

interface RoundRow extends Omit<DeclaredRound, 'healthClasses'>, Row {
  classes: readonly { class: string; persons?: { total?: number; women?: number } }[] | null
}

export async function declaredHealth(session: Session, tenantId: string, period: Period): Promise<DeclaredHealth> {
  const about = [tenantId, firstDayOf(period), lastDayOf(period)]
  const rounds = await session.run<RoundRow>(selectRounds, about)
  return {
    rounds: rounds.map(({ classes, ...round }) => ({
      ...round,
      healthClasses: (classes ?? []).map(({ class: name, persons: { total = 0, women = 0 } = {} }) => ({
        class: name,
        men: Math.max(0, total - women),
        women,
      })),
    })),
    campaigns: await declaredCampaigns(session, tenantId, period),
    accidents: await session.run<DeclaredCasualties & Row>(selectCasualties, about),
  }
}

export function declaredCampaigns(session: Session, tenantId: string, period: Period): Promise<DeclaredCampaign[]> {
  return session.run<DeclaredCampaign & Row>(selectCampaigns, [tenantId, firstDayOf(period), lastDayOf(period)])
}
