import type { DeclarationDeps } from './deps.ts'
import type { FilerRole } from './filing-context.ts'
import type { Act } from './lifecycle.ts'
import type { DeclarationRecord } from './record.ts'
import type { Confirmation } from './schema-parts.ts'
import { join, openValues, type SealedFields, type SealedPart, sealValues, separate } from './sealed-fields.ts'
import type { Side } from './side.ts'
import { selectAnnexes } from './statements.ts'

/** What an act added beside the declaration. */
export interface Annex {
  readonly act: Act
  readonly seq: number
  /** The revision it was about. */
  readonly revision: number
  readonly recordedAt: Date
  readonly clientId: string
  readonly actor: string | null
  readonly actedAs: FilerRole
  readonly content: unknown
}

/** As it is kept. */
export interface KeptAnnex extends Annex {
  /** Whose word it was. */
  readonly side: Side
}

export interface AnnexToWrite extends SealedPart {
  /** JSON text without what is sealed, stored and hashed as it is. */
  readonly open: string
  readonly actedAs: FilerRole
  /** Reasons sealed. */
  readonly confirmations: readonly Confirmation[]
}

export function annexToWrite(
  content: object,
  fields: SealedFields,
  key: Buffer,
  place: { readonly declarationId: string; readonly seq: number; readonly actedAs: FilerRole },
): AnnexToWrite {
  const { open, values } = separate(content, fields)
  return {
    open: JSON.stringify(open),
    actedAs: place.actedAs,
    confirmations: [],
    ...sealValues(values, key, annexContext(place.declarationId, place.seq)),
  }
}

/** The annexes of a record in order, up to an act; all of them, for null. */
export async function annexesOf(
  { database, tenantKeys }: Pick<DeclarationDeps, 'database' | 'tenantKeys'>,
  kindId: string,
  record: Pick<DeclarationRecord, 'id' | 'tenantId' | 'acts'>,
  upTo: number | null = null,
): Promise<KeptAnnex[]> {
  if (!record.acts.some(({ annexed, seq }) => annexed && (upTo === null || seq <= upTo))) return []
  const key = await tenantKeys.keyOf(record.tenantId)
  const rows = await database.within({ tenant: record.tenantId }, (session) =>
    session.run<AnnexRow & Record<string, unknown>>(selectAnnexes, [record.id, kindId, upTo]),
  )
  return rows.map((row) => ({
    act: row.act,
    seq: row.seq,
    revision: row.revision,
    recordedAt: row.recorded_at,
    clientId: row.client_id,
    actor: row.actor,
    actedAs: row.filed_as,
    side: row.side,
    content: join(JSON.parse(row.annex), openValues(row.sealed, key, annexContext(record.id, row.seq)).values),
  }))
}

interface AnnexRow {
  act: Act
  seq: number
  revision: number
  recorded_at: Date
  client_id: string
  actor: string | null
  filed_as: FilerRole
  side: Side
  annex: string
  sealed: Buffer
}

/** Binds what is sealed to its act: it cannot be moved to another. */
export function annexContext(declarationId: string, seq: number): string {
  return `declaration/${declarationId}/act/${seq}`
}
