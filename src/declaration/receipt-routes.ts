import { z } from 'zod'
import type { App } from '../http/route-schema.ts'
import type { Database } from '../platform/database.ts'
import { receiptClaims } from './receipt.ts'
import { selectHash } from './statements.ts'

/** Verifies a signature of ours; null when it is none. */
export type VerifyReceipt = (receipt: string) => Promise<unknown>

const body = z.strictObject({ receipt: z.string().min(1).max(10_000) }).meta({ id: 'ReceiptToVerify' })

const answer = z
  .object({
    valid: z.boolean().meta({ description: 'Signed by this service, and what is stored is what it states.' }),
    reason: z.enum(['not-ours', 'unknown-record', 'record-differs']).optional(),
    claims: receiptClaims.optional(),
  })
  .meta({ id: 'ReceiptVerification' })

export async function receiptRoutes(
  app: App,
  deps: { database: Database; verifyReceipt: VerifyReceipt },
): Promise<void> {
  app.route({
    method: 'POST',
    url: '/v1/receipts/verify',
    config: {
      access: 'open',
      returns: 'Whether it is ours and true; a receipt that is not is an answer, not an error.',
      examples: {
        request: { receipt: 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIifQ.c2ln' },
        response: { valid: false, reason: 'not-ours' },
      },
    },
    schema: {
      operationId: 'verifyReceipt',
      summary: 'Is this receipt ours, and is that what was filed',
      description: 'The signature also verifies offline with the keys of /.well-known/jwks.json.',
      tags: ['receipts'],
      body,
      response: { 200: answer },
    },
    handler: async (request) => {
      const parsed = receiptClaims.safeParse(await deps.verifyReceipt(request.body.receipt))
      if (!parsed.success) return { valid: false, reason: 'not-ours' }
      const claims = parsed.data
      const [stored] = await deps.database.within({ reach: '*' }, (session) =>
        session.run<{ hash: Buffer }>(selectHash, [claims.sub, claims.seq]),
      )
      if (stored === undefined) return { valid: false, reason: 'unknown-record', claims }
      return stored.hash.toString('hex') === claims.hash
        ? { valid: true, claims }
        : { valid: false, reason: 'record-differs', claims }
    },
  })
}
