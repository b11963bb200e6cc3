import { everyDeclaration } from '../declaration/every-declaration.ts'
import type { AnyKind } from '../declaration/kind.ts'
import { Unsealable } from '../platform/cipher.ts'
import { filesOf } from './attached-file.ts'
import type { FileDeps } from './files.ts'

export interface FileVerification {
  readonly files: number
  /** One sentence each; empty when every content is the one that was attached. */
  readonly faults: readonly string[]
}

/** Holds the content of every file to the hash in the act that attached it. */
export async function verifyFiles(kind: AnyKind, deps: FileDeps): Promise<FileVerification> {
  const faults: string[] = []
  let files = 0
  for await (const record of everyDeclaration(kind, deps)) {
    for (const file of await filesOf(kind, deps, record)) {
      files += 1
      const content = await readOrNull(deps, record.tenantId, file.id)
      if (content === null || !file.isContent(content)) {
        faults.push(`${record.id}: the content of file ${file.id} is not what was attached`)
      }
    }
  }
  return { files, faults }
}

async function readOrNull({ storage }: FileDeps, tenantId: string, fileId: string): Promise<Buffer | null> {
  try {
    return await storage.read(tenantId, fileId)
  } catch (error) {
    if (error instanceof Unsealable) return null
    throw error
  }
}
