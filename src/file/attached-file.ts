import { createHash } from 'node:crypto'
import { annexesOf } from '../declaration/annex.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import type { AnyKind } from '../declaration/kind.ts'
import type { DeclarationRecord } from '../declaration/record.ts'
import type { SealedFields } from '../declaration/sealed-fields.ts'
import { unseal } from '../platform/cipher.ts'
import type { MediaType } from './media-type.ts'
import { selectEarlierFiles } from './statements.ts'

/** What the act that attaches a file adds to the log: the hash chain covers it, so that no other file can take its place. */
export interface FileAnnex {
  readonly fileId: string
  readonly name: string
  /** Hexadecimal, of the content. */
  readonly sha256: string
  readonly mediaType: MediaType
  /** Bytes. */
  readonly size: number
  readonly victimId: string | null
  readonly paper: string | null
}

/** A name may be a person's, and by an open hash anybody with a dump could tell whether a document was attached. */
export const fileFields: SealedFields = { identity: [], shown: ['/name', '/sha256'], special: [] }

/** What is said of a file, without what is in it. */
export interface AttachedFile extends Omit<FileAnnex, 'fileId' | 'sha256'> {
  readonly id: string
  /** Null where the keyed hash is all that was kept. */
  readonly sha256: string | null
  /** The act that attached it; null for a file from before attaching was one. */
  readonly seq: number | null
  readonly clientId: string
  readonly actor: string | null
  readonly attachedAt: Date
}

/** An attached file, and how to tell its content from any other. */
export interface KeptFile extends AttachedFile {
  isContent(content: Buffer): boolean
}

/** The files of a declaration in the order they were attached. */
export async function filesOf(
  kind: Pick<AnyKind, 'id'>,
  deps: Pick<DeclarationDeps, 'database' | 'tenantKeys' | 'master'>,
  record: DeclarationRecord,
): Promise<readonly KeptFile[]> {
  const earlier = await earlierFiles(kind, deps, record)
  const annexes = await annexesOf(deps, kind.id, record)
  const attached = annexes
    .filter(({ act }) => act === 'attach')
    .map(({ seq, recordedAt, clientId, actor, content }) => {
      const { fileId, ...said } = content as FileAnnex
      const isContent = (read: Buffer) => sha256Of(read) === said.sha256
      return { ...said, id: fileId, seq, clientId, actor, attachedAt: recordedAt, isContent }
    })
  return [...earlier, ...attached]
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

interface EarlierRow extends Record<string, unknown> {
  id: string
  media_type: MediaType
  size: number
  digest: Buffer
  sealed_name: Buffer
  victim_id: string | null
  paper: string | null
  client_id: string
  actor: string | null
  attached_at: Date
}

/** Those attached before attaching was an act of the log; their hash is keyed. */
async function earlierFiles(
  kind: Pick<AnyKind, 'id'>,
  { database, tenantKeys, master }: Pick<DeclarationDeps, 'database' | 'tenantKeys' | 'master'>,
  { tenantId, id }: DeclarationRecord,
): Promise<readonly KeptFile[]> {
  const rows = await database.within({ tenant: tenantId }, (session) =>
    session.run<EarlierRow>(selectEarlierFiles, [tenantId, id, kind.id]),
  )
  const key = await tenantKeys.keyOf(tenantId)
  return rows.map((row) => ({
    id: row.id,
    name: unseal(key, row.sealed_name, `file/${row.id}/name`).toString(),
    sha256: null,
    mediaType: row.media_type,
    size: row.size,
    victimId: row.victim_id,
    paper: row.paper,
    seq: null,
    clientId: row.client_id,
    actor: row.actor,
    attachedAt: row.attached_at,
    isContent: (content) => master.pseudonym(`file/${tenantId}`, sha256Of(content)).equals(row.digest),
  }))
}
