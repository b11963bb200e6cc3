import { seal, unseal } from '../platform/cipher.ts'
import type { Confirmation } from './schema-parts.ts'

/**
 * Reasons that people write for amending, withdrawing and confirming name persons, so they are kept sealed, as text
 * in the columns that the hash chain covers.
 */

export function sealReason(reason: string, key: Buffer, declarationId: string): string {
  return seal(key, Buffer.from(reason), contextOf(declarationId)).toString('base64')
}

/** @throws Unsealable */
export function openReason(sealed: string, key: Buffer, declarationId: string): string {
  return unseal(key, Buffer.from(sealed, 'base64'), contextOf(declarationId)).toString()
}

/** Confirmations with every reason sealed, or opened, by the function given. */
export function mapReasons(confirmations: readonly Confirmation[], change: (reason: string) => string): Confirmation[] {
  return confirmations.map((confirmation) => ({ ...confirmation, reason: change(confirmation.reason) }))
}

function contextOf(declarationId: string): string {
  return `declaration/${declarationId}/reason`
}
