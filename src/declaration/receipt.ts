import { z } from 'zod'
import { type Signer, signCompact } from '../platform/jws.ts'

/** What a receipt states; signed, so that it can be checked without us. */
export const receiptClaims = z.object({
  iss: z.string(),
  sub: z.uuid(),
  kind: z.string(),
  revision: z.int(),
  seq: z.int(),
  status: z.string(),
  /** Hash of the act in its chain, hexadecimal. */
  hash: z.string(),
  previousHash: z.string().nullable(),
  receivedAt: z.string(),
  sandbox: z.literal(true).optional(),
})
export type ReceiptClaims = z.infer<typeof receiptClaims>

export const RECEIPT_TYPE = 'khai-bao-receipt+jwt'

export function signReceipt(claims: ReceiptClaims, signer: Signer): string {
  return signCompact(RECEIPT_TYPE, claims, signer)
}
