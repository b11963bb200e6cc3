import { z } from 'zod'

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

/** Signs with the service's key (Ed25519). */
export interface Signer {
  readonly kid: string
  sign(data: Buffer): Buffer
}

export const RECEIPT_TYPE = 'khai-bao-receipt+jwt'

/** A JWS in compact form (RFC 7515, RFC 8037). */
export function signReceipt(claims: ReceiptClaims, signer: Signer): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'EdDSA', kid: signer.kid, typ: RECEIPT_TYPE })}.${part(claims)}`
  return `${signed}.${signer.sign(Buffer.from(signed)).toString('base64url')}`
}
