import type { Citation } from '../law/citation.ts'
import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Reason } from './obligation.ts'
import type { obligationTable } from './tables.ts'
import type { Duty, ObligationStatus, Party, SourceKind } from './vocabulary.ts'

/** A row as it is read, with its status by the clock of the question. */
export type ObligationRow = typeof obligationTable.$inferSelect & {
  readonly duty: Duty
  readonly owed_by: Party
  readonly owed_to: Party
  readonly source_kind: SourceKind
  readonly since: LegalDate
  readonly due_on: LegalDate | null
  readonly status: ObligationStatus
  readonly citations: readonly Citation[]
  readonly reason: Reason['code']
  readonly params: Reason['params']
  readonly what: Bilingual | null
  readonly waiver: {
    readonly reason: string
    readonly client_id: string
    readonly actor: string | null
    readonly decided_at: string
  } | null
}
