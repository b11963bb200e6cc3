import { oneAtATime, readLog, WHOLE_LOG } from '../declaration/log-reader.ts'
import type { Clock } from '../platform/clock.ts'
import { type LegalDate, legalDateOf, yearOf } from '../reference/legal-date.ts'
import { turns } from '../rules/slices.ts'
import { dutiesOfAccident } from './duties-of-accident.ts'
import { dutiesOfIncident } from './duties-of-incident.ts'
import { dutiesOfCampaign } from './duties-of-monitoring.ts'
import { dutiesOfStandingReporter } from './duties-of-office.ts'
import { dutiesOfEnterprise } from './duties-of-register.ts'
import { dutiesOfScreenings } from './duties-of-screening.ts'
import { type GatherDeps, gather, type Located, type PartyOnRecord, type Placed } from './gather.ts'
import { obligationLawHash } from './law-hash.ts'
import { type Obligation, obligationId } from './obligation.ts'
import { keepObligations, selectChangedParties } from './statements.ts'
import type { obligationTable } from './tables.ts'

export interface ProjectorDeps extends GatherDeps {
  readonly clock: Clock
}

/** Parties made at a time. */
const BATCH = 250

/** Longer than a statement may run: what was written before the last reading and committed after it is looked at again. */
const LONGEST_STATEMENT_MS = 20_000

/**
 * Brings the obligations up to date with everything that was acknowledged before: those of parties about whom something
 * was filed or registered; all of them when the law is another, or a year has begun.
 */
export function obligationProjector(deps: ProjectorDeps): () => Promise<void> {
  return oneAtATime(() => {
    const today = legalDateOf(deps.clock())
    const year = yearOf(today)
    return readLog(deps.database, `obligations/${year}/${obligationLawHash(year)}`, async ({ from, readAt }) => {
      const since = readAt && new Date(readAt.getTime() - LONGEST_STATEMENT_MS)
      const changed = await deps.database.within(WHOLE_LOG, (session) =>
        session.run<{ id: string }>(selectChangedParties, [from, since]),
      )
      const ids = changed.map(({ id }) => id)
      await makeAll(deps, ids, today)
      return ids.length > 0
    })
  })
}

/** The database keeps one batch while the next is made. */
async function makeAll(deps: ProjectorDeps, ids: readonly string[], today: LegalDate): Promise<void> {
  let keeping: Promise<unknown> = Promise.resolve()
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH)
    const [made] = await Promise.all([make(deps, batch, today), keeping])
    keeping = deps.database.run(keepObligations, [batch, made])
  }
  await keeping
}

/** Rows of the parties, as JSON. */
async function make(deps: ProjectorDeps, ids: readonly string[], today: LegalDate): Promise<string> {
  const pause = turns()
  const rows: string[] = []
  for (const party of await gather(deps, ids, today)) {
    for (const row of rowsOf(party, yearOf(today))) rows.push(JSON.stringify(row))
    await pause()
  }
  return `[${rows.join(',')}]`
}

type ObligationRow = Record<keyof typeof obligationTable.$inferInsert, unknown>

/** The rows of one party. */
export function rowsOf(party: PartyOnRecord, year: number): ObligationRow[] {
  const { id, accidents, incidents, rounds, campaigns, enterprise, standing } = party
  const screenings = new Map(rounds.map(({ on, placed }) => [on.id, placed]))
  const row = (obligation: Obligation, placed: Placed) => rowOf(id, obligation, placed)
  const each = <T>(located: readonly Located<T>[], dutiesOf: (on: T) => readonly Obligation[]) =>
    located.flatMap(({ on, placed }) => dutiesOf(on).map((obligation) => row(obligation, placed)))
  return [
    ...each(accidents, dutiesOfAccident),
    ...each(incidents, dutiesOfIncident),
    ...dutiesOfScreenings(rounds.map(({ on }) => on)).flatMap((obligation) => {
      const placed = screenings.get(obligation.source.id)
      return placed === undefined ? [] : [row(obligation, placed)]
    }),
    ...each(campaigns, dutiesOfCampaign),
    ...each(enterprise === null ? [] : [enterprise], (on) => dutiesOfEnterprise(on, year)),
    ...each(standing, (on) => dutiesOfStandingReporter(on, year)),
  ]
}

/** What is null is left out: most obligations have little of it, and there are many. */
function rowOf(partyId: string, obligation: Obligation, placed: Placed): ObligationRow {
  const { source, dueAt, doneAt, reason } = obligation
  return {
    tenant_id: partyId,
    id: obligationId(obligation),
    duty: obligation.duty,
    source_kind: source.kind,
    source_id: source.id,
    subject: obligation.subject,
    period: obligation.period ?? undefined,
    owed_by: obligation.owedBy,
    owed_to: obligation.owedTo,
    since: obligation.since,
    due_on: obligation.due ?? undefined,
    due_at: dueAt ?? undefined,
    before: obligation.before ?? undefined,
    certain: obligation.certain,
    done_on: obligation.done ?? undefined,
    done_at: doneAt ?? undefined,
    citations: obligation.citations,
    reason: reason.code,
    params: reason.params,
    what: obligation.what ?? undefined,
    party: placed.name,
    current_province: placed.province,
    reach: placed.reach,
    office_reach: placed.officeReach,
  }
}
