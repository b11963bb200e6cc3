import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import { addToLatest, findRecord, openedRevision } from '../declaration/change.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import type { AnyKind } from '../declaration/kind.ts'
import { nextActs } from '../declaration/lifecycle.ts'
import type { DeclarationRecord } from '../declaration/record.ts'
import { insertPersonalDataAccess } from '../declaration/statements.ts'
import { visibilityOf } from '../declaration/visibility.ts'
import { type AttachedFile, type FileAnnex, fileFields, filesOf, sha256Of } from './attached-file.ts'
import { mediaTypeOf } from './media-type.ts'
import type { FileStorage } from './storage.ts'

export interface FileDeps extends DeclarationDeps {
  readonly storage: FileStorage
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
  return record !== null && visibilityOf(caller, record) === 'whole' ? record : null
}

/**
 * - `conflict`: nothing is added to the declaration any more.
 * - `unsupported`: the content is of none of the types that are taken.
 * - `unknown-victim`: the declaration has no such victim; `victimIds` are those it has.
 */
export type Attaching =
  | { readonly outcome: 'attached'; readonly file: AttachedFile; readonly seq: number }
  | { readonly outcome: 'not-found' | 'stale' | 'conflict' | 'unsupported' }
  | { readonly outcome: 'unknown-victim'; readonly victimIds: readonly string[] }

/** Keeps the content, then adds the file to the declaration by an act of the log. */
export async function attach(
  kind: AnyKind,
  deps: FileDeps,
  record: DeclarationRecord,
  caller: Caller,
  { name, content, victimId, paper }: FileToAttach,
): Promise<Attaching> {
  if (!nextActs(record.state).includes('attach')) return { outcome: 'conflict' }
  const mediaType = mediaTypeOf(content)
  if (mediaType === null) return { outcome: 'unsupported' }
  const victimIds = victimId === null ? [] : await victimIdsOf(kind, deps, record)
  if (victimId !== null && !victimIds.includes(victimId)) return { outcome: 'unknown-victim', victimIds }

  const id = uuid()
  await deps.storage.keep(record.tenantId, id, content)
  const said = { name, sha256: sha256Of(content), mediaType, size: content.length, victimId, paper }
  const annex = { content: { fileId: id, ...said } satisfies FileAnnex, sealed: fileFields }
  const done = await addToLatest(kind, deps, record, { act: 'attach', caller, annex })
  if (done.outcome !== 'done') return done
  const { clientId, actor } = caller
  const { seq } = done.state
  return { outcome: 'attached', seq, file: { id, ...said, seq, clientId, actor, attachedAt: done.recordedAt } }
}

/** Of the latest revision, and of the one in force: dossiers are of its victims. */
async function victimIdsOf(kind: AnyKind, deps: DeclarationDeps, record: DeclarationRecord): Promise<string[]> {
  const { revision, inForce } = record.state
  const ids = new Set<string>()
  for (const number of new Set([revision, inForce ?? revision])) {
    const { body } = await openedRevision(kind, deps, record, number, null)
    for (const id of kind.victimIds(body)) ids.add(id)
  }
  return [...ids]
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
  const file = (await filesOf(kind, deps, record)).find(({ id }) => id === fileId)
  if (file === undefined) return null
  const content = await deps.storage.read(record.tenantId, file.id)
  if (content === null || !file.isContent(content)) {
    throw new Error(`the content of file ${file.id} is not what was attached`)
  }
  await deps.database.within(databaseScope(caller), (session) =>
    session.run(insertPersonalDataAccess, [record.tenantId, uuid(), record.id, caller.clientId, caller.actor, purpose]),
  )
  return { ...file, content }
}
