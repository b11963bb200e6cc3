import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import { findRecord } from '../declaration/change.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import type { AnyKind } from '../declaration/kind.ts'
import type { DeclarationRecord } from '../declaration/record.ts'
import { insertPersonalDataAccess } from '../declaration/statements.ts'
import { visibilityOf } from '../declaration/visibility.ts'
import { seal, unseal } from '../platform/cipher.ts'
import { type MediaType, mediaTypeOf } from './media-type.ts'
import { insertFile, selectFiles } from './statements.ts'
import type { FileStorage } from './storage.ts'

export interface FileDeps extends DeclarationDeps {
  readonly storage: FileStorage
}

/** What is said of a file, without what is in it. */
export interface AttachedFile {
  readonly id: string
  readonly name: string
  readonly mediaType: MediaType
  /** Bytes. */
  readonly size: number
  readonly victimId: string | null
  readonly paper: string | null
  readonly clientId: string
  readonly actor: string | null
  readonly attachedAt: Date
}

interface FileRow extends Record<string, unknown> {
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

export interface FileToAttach {
  readonly name: string
  readonly content: Buffer
  readonly victimId: string | null
  readonly paper: string | null
}

/** The declaration, for those who see the whole of it: files show persons. */
export async function recordOfFiles(
  kind: AnyKind,
  deps: DeclarationDeps,
  caller: Caller,
  id: string,
): Promise<DeclarationRecord | null> {
  const record = await findRecord(kind, deps, caller, id)
  return record !== null && visibilityOf(kind, caller, record) === 'whole' ? record : null
}

export async function attach(
  kind: AnyKind,
  deps: FileDeps,
  record: DeclarationRecord,
  caller: Caller,
  { name, content, victimId, paper }: FileToAttach,
): Promise<AttachedFile | 'conflict' | 'unsupported'> {
  if (record.state.status === 'withdrawn') return 'conflict'
  const mediaType = mediaTypeOf(content)
  if (mediaType === null) return 'unsupported'
  const id = uuid()
  const { tenantId } = record
  await deps.storage.keep(tenantId, id, content)
  const { clientId, actor } = caller
  const attachedAt = deps.clock()
  const sealedName = seal(await deps.tenantKeys.keyOf(tenantId), Buffer.from(name), nameContext(id))
  const digest = digestOf(deps, tenantId, content)
  const { length: size } = content
  await deps.database.within({ tenant: tenantId }, (session) =>
    session.run(insertFile, [
      tenantId,
      id,
      record.id,
      kind.id,
      mediaType,
      size,
      digest,
      sealedName,
      victimId,
      paper,
      clientId,
      actor,
      attachedAt,
    ]),
  )
  return { id, name, mediaType, size, victimId, paper, clientId, actor, attachedAt }
}

export async function listFiles(
  kind: AnyKind,
  deps: DeclarationDeps,
  record: DeclarationRecord,
): Promise<readonly AttachedFile[]> {
  const rows = await rowsOf(kind, deps, record, null)
  const key = await deps.tenantKeys.keyOf(record.tenantId)
  return rows.map((row) => described(row, key))
}

/**
 * One file with its content; that it was read is on record, with who and why. Null when the declaration has none such.
 * @throws Error when the content kept is not what was attached.
 */
export async function readFile(
  kind: AnyKind,
  deps: FileDeps,
  record: DeclarationRecord,
  caller: Caller,
  { fileId, purpose }: { readonly fileId: string; readonly purpose: string },
): Promise<(AttachedFile & { readonly content: Buffer }) | null> {
  const [row] = await rowsOf(kind, deps, record, fileId)
  if (row === undefined) return null
  const content = await deps.storage.read(record.tenantId, row.id)
  if (content === null || !digestOf(deps, record.tenantId, content).equals(row.digest)) {
    throw new Error(`the content of file ${row.id} is not what was attached`)
  }
  await deps.database.within(databaseScope(caller), (session) =>
    session.run(insertPersonalDataAccess, [record.tenantId, uuid(), record.id, caller.clientId, caller.actor, purpose]),
  )
  return { ...described(row, await deps.tenantKeys.keyOf(record.tenantId)), content }
}

function rowsOf(
  kind: AnyKind,
  { database }: DeclarationDeps,
  { tenantId, id }: DeclarationRecord,
  fileId: string | null,
): Promise<FileRow[]> {
  return database.within({ tenant: tenantId }, (session) =>
    session.run<FileRow>(selectFiles, [tenantId, id, kind.id, fileId]),
  )
}

function described(row: FileRow, key: Buffer): AttachedFile {
  return {
    id: row.id,
    name: unseal(key, row.sealed_name, nameContext(row.id)).toString(),
    mediaType: row.media_type,
    size: row.size,
    victimId: row.victim_id,
    paper: row.paper,
    clientId: row.client_id,
    actor: row.actor,
    attachedAt: row.attached_at,
  }
}

/** Keyed, so that nobody with a dump can tell whether a document they have was attached. */
function digestOf({ master }: DeclarationDeps, tenantId: string, content: Buffer): Buffer {
  return master.pseudonym(`file/${tenantId}`, createHash('sha256').update(content).digest('hex'))
}

function nameContext(fileId: string): string {
  return `file/${fileId}/name`
}
