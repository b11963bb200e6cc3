import type { LookUp } from '../declaration/kind.ts'
import { addMonths } from '../law/calendar.ts'
import { builtInLimits, candidates, type LimitNeed } from '../law/exposure/limit-book.ts'
import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { findMonitoringOrganisation } from '../provider/snapshot.ts'
import { addDays, type LegalDate, legalDate } from '../reference/legal-date.ts'
import { turns } from '../rules/slices.ts'
import { MONTHS_TO_EXAMINE } from './examinations.ts'
import { dayOfSampling } from './facts.ts'
import type { EarlierCampaign, EnvironmentKnown, MonitoringHistory } from './known.ts'
import { restOfYear } from './rest-of-year.ts'
import type { EnvironmentMonitoring } from './schema.ts'
import { screeningsOf } from './screenings-of-workers.ts'

/** Of one enterprise, the latest acts of campaigns in force, without the one that is amended. */
const selectEarlierCampaigns = statement(
  'select-earlier-campaigns',
  `select f.declaration_id as id, f.sampled_on as "sampledFrom", f.sampled_to as "sampledTo",
          f.report_number as "reportNumber", f.organisation_tax_code as organisation, f.samples, f.exceeding, f.counted,
          f.factors, f.exceeding_factors as "exceedingFactors", f.exceeding_hazards as "exceedingHazards", f.workers,
          f.fingerprint
     from environment_fact f
    where f.tenant_id = $1 and f.in_force and f.declaration_id is distinct from $2::uuid
      and not exists (select from environment_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
      and f.sampled_on between $3 and $4
    order by f.sampled_on desc, f.declaration_id limit 100`,
)

/** Three years: as far as rules look back. */
const DAYS_OF_HISTORY = 3 * 366

/** The organisation, the limits, and what the same enterprise filed before; nothing of any other enterprise. */
export async function lookUpCampaign(about: LookUp<EnvironmentMonitoring>): Promise<EnvironmentKnown> {
  const { database, body, tenantId } = about
  const { id, taxCode } = body.organisation ?? {}
  return {
    organisation: await findMonitoringOrganisation(database, { id, taxCode }),
    limits: candidates(builtInLimits(), await needsOf(body)),
    history:
      tenantId === null
        ? null
        : await database.within({ tenant: tenantId }, (session) => historyOf(session, about, tenantId)),
  }
}

/** Each factor or substance once for each day. */
async function needsOf(body: EnvironmentMonitoring): Promise<Iterable<LimitNeed>> {
  const needs = new Map<string, LimitNeed>()
  const day = dayOfCampaign(body)
  const pause = turns()
  for (const [index, { factor, cas, sampledAt }] of (body.measurements ?? []).entries()) {
    const on = dayOfSampling(sampledAt) ?? day
    if (factor !== undefined && on !== null) needs.set(`${factor} ${cas ?? ''} ${on}`, { factor, cas, on })
    if (index % 64 === 63) await pause()
  }
  return needs.values()
}

/** Null where the filing names no day at all, for which it is refused. */
function dayOfCampaign({ campaign, report }: EnvironmentMonitoring): LegalDate | null {
  const day = campaign?.sampledFrom ?? campaign?.sampledTo ?? report?.date
  return day === undefined ? null : legalDate(day)
}

async function historyOf(
  session: Session,
  { body, self }: LookUp<EnvironmentMonitoring>,
  tenantId: string,
): Promise<MonitoringHistory> {
  const start = dayOfCampaign(body)
  if (start === null) return { campaigns: [], screenings: [] }
  const end = legalDate(body.campaign?.sampledTo ?? start)
  const since = addDays(start, -DAYS_OF_HISTORY)
  return {
    campaigns: await session.run<EarlierCampaign & Record<string, unknown>>(selectEarlierCampaigns, [
      tenantId,
      self,
      since,
      end,
    ]),
    screenings: await screeningsOf(session, tenantId, since, addMonths(end, MONTHS_TO_EXAMINE)),
    restOfYear: await restOfYear(session, { tenantId, self, start }),
  }
}
