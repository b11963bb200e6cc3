import { firstDeclaredAt } from '../declaration/moments.ts'

/** What the rows say of how an event became known, of an accident or an incident. */
export interface FirstNewsRow {
  readonly occurred_at: Date
  readonly filed_at: Date
  readonly known_at: string | null
  readonly declared_at: string | null
  readonly channel: string | null
  /** Of the office that filed first; null: nobody filed on behalf of the party. */
  readonly on_behalf_channel: string | null
  /** When whoever owed the declaration filed first. */
  readonly own_filing_at: Date | null
  readonly first_notice: boolean
  readonly completed_at: Date | null
}

export interface FirstNews {
  /** When the declarant had the news; of the event itself where nobody says. */
  readonly knownAt: Date
  /** Whoever owed it declared, by whatever channel; null: an office learnt of the event from others. */
  readonly declaredAt: Date | null
  /** From where an office learnt of it; null where the party declared. */
  readonly channel: string | null
  /** The first notice, and when it was completed; null where the first filing was complete. */
  readonly firstNotice: { readonly at: Date; readonly completedAt: Date | null } | null
}

/** Channels by which an office learnt of an event from others than who owed the declaration. */
const FROM_OTHERS = new Set(['POLICE', 'PRESS', 'HOSPITAL'])

export function firstNewsOf(row: FirstNewsRow): FirstNews {
  const { filed_at: receivedAt, on_behalf_channel: onBehalf } = row
  const fromOthers = onBehalf !== null && FROM_OTHERS.has(onBehalf)
  const stated = row.declared_at === null ? null : new Date(row.declared_at)
  const telling = { channel: row.channel ?? undefined, onBehalf: onBehalf ?? undefined }
  const declaredAt = firstDeclaredAt(telling, stated, { amends: null, receivedAt }) ?? receivedAt
  return {
    knownAt: row.known_at === null ? row.occurred_at : new Date(row.known_at),
    declaredAt: fromOthers ? row.own_filing_at : declaredAt,
    channel: fromOthers ? onBehalf : null,
    firstNotice: row.first_notice ? { at: receivedAt, completedAt: row.completed_at } : null,
  }
}
