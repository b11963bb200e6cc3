import type { Session } from '../platform/database.ts'
import type { FilerRole } from './filing-context.ts'
import type { Act } from './lifecycle.ts'
import type { DeclarationRecord } from './record.ts'
import { join, openValues, type SealedFields, type SealedPart, sealValues, separate } from './sealed-fields.ts'
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

export interface AnnexToWrite extends SealedPart {
  /** JSON text without what is sealed, stored and hashed as it is. */
  readonly open: string
  readonly actedAs: FilerRole
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
    ...sealValues(values, key, contextOf(place.declarationId, place.seq)),
  }
}

/** All annexes of a record in order. */
export async function loadAnnexes(
  session: Session,
  kindId: string,
  record: Pick<DeclarationRecord, 'id' | 'acts'>,
  key: Buffer,
): Promise<Annex[]> {
  if (!record.acts.some(({ annexed }) => annexed)) return []
  const rows = await session.run<AnnexRow & Record<string, unknown>>(selectAnnexes, [record.id, kindId])
  return rows.map((row) => ({
    act: row.act,
    seq: row.seq,
    revision: row.revision,
    recordedAt: row.recorded_at,
    clientId: row.client_id,
    actor: row.actor,
    actedAs: row.filed_as,
    content: join(JSON.parse(row.annex), openValues(row.sealed, key, contextOf(record.id, row.seq)).values),
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
  annex: string
  sealed: Buffer
}

function contextOf(declarationId: string, seq: number): string {
  return `declaration/${declarationId}/act/${seq}`
}
