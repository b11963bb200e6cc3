import type { DeclarationDeps } from './deps.ts'
import { selectStandingContent } from './statements.ts'

/**
 * The id of an earlier declaration of the tenant with the same content; null when there is none. One that was withdrawn
 * is none: whoever filed by mistake withdraws and files anew.
 */
export async function standingWithContent(
  { database }: Pick<DeclarationDeps, 'database'>,
  tenantId: string,
  contentHash: Buffer,
): Promise<string | null> {
  const rows = await database.within({ tenant: tenantId }, (session) =>
    session.run<{ declaration_id: string }>(selectStandingContent, [tenantId, contentHash]),
  )
  return rows[0]?.declaration_id ?? null
}
