import { daysBetween, legalDateOf } from '../reference/legal-date.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import { explain, explainReason } from './explain.ts'
import type { Reason } from './obligation.ts'
import type { ObligationRow } from './row.ts'
import type { ObligationView } from './schema.ts'
import type { SourceKind } from './vocabulary.ts'
import { openWaiverReason, type WaiverDeps } from './waiver-reason.ts'

/** An obligation as its readers see it. */
export async function present(
  deps: WaiverDeps,
  row: ObligationRow,
  { now, language }: { readonly now: Date; readonly language: Language },
): Promise<ObligationView> {
  const reason: Reason = { code: row.reason, params: row.params }
  const told = {
    status: row.status,
    duty: row.duty,
    owedBy: row.owed_by,
    owedTo: row.owed_to,
    period: row.period,
    dueOn: row.due_on,
    before: row.before,
    certain: row.certain,
    doneOn: row.done_on,
  }
  return {
    id: row.id,
    ...told,
    party: row.party,
    enterpriseId: OF_NO_ENTERPRISE.has(row.source_kind) ? null : row.tenant_id,
    source: { kind: row.source_kind, id: row.source_id, subject: row.subject === '' ? null : row.subject },
    since: row.since,
    dueAt: row.due_at?.toISOString() ?? null,
    daysLeft: row.due_on === null ? null : daysBetween(legalDateOf(now), row.due_on),
    citations: row.citations.map((citation) => ({ ...presentCitation(citation, language) })),
    reason: { code: row.reason, text: explainReason(reason, language) },
    explanation: explain({ ...told, citations: row.citations, reason, what: row.what }, language),
    waiver: row.waiver && {
      reason: await openWaiverReason(deps, row, row.waiver.reason),
      at: new Date(row.waiver.decided_at).toISOString(),
      by: { clientId: row.waiver.client_id, actor: row.waiver.actor },
    },
  }
}

const OF_NO_ENTERPRISE: ReadonlySet<SourceKind> = new Set(['office', 'commune', 'monitor'])
