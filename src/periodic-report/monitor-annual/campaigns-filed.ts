import type { Session } from '../../platform/database.ts'
import { statement } from '../../platform/statements.ts'
import type { DeclaredCampaign } from '../occupational-health/declared-health.ts'
import { RESULTS_OF_CAMPAIGN } from '../occupational-health/health-declared.ts'
import { firstDayOf, lastDayOf, type Period } from '../period.ts'

/** One campaign that a monitoring organisation filed in the name of an enterprise, by the day its sampling began. */
export interface FiledCampaign extends DeclaredCampaign {
  /** The enterprise. */
  readonly enterprise: string
  readonly positions: number
}

/**
 * Those that count and whose first act is by a client of the organisation itself, as they stand now. What an enterprise filed
 * is its own filing, whomever it names.
 */
const selectFiledCampaigns = statement(
  'select-campaigns-filed-by-organisation',
  `select f.declaration_id as id, f.tenant_id as enterprise, f.positions, ${RESULTS_OF_CAMPAIGN} as results
     from environment_fact f
     join declaration_act first on first.tenant_id = f.tenant_id and first.declaration_id = f.declaration_id
      and first.seq = 1 and first.filed_as = 'monitor'
     join client on client.id = first.client_id and client.tenant_id = $1
    where f.counted and f.sampled_on between $2 and $3
      and not exists (select from environment_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    order by f.sampled_on, f.declaration_id`,
)

/** Needs a session that sees the whole country: an organisation works anywhere. */
export function filedCampaigns(session: Session, organisation: string, period: Period): Promise<FiledCampaign[]> {
  return session.run<FiledCampaign & Record<string, unknown>>(selectFiledCampaigns, [
    organisation,
    firstDayOf(period),
    lastDayOf(period),
  ])
}
