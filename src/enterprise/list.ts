import { z } from 'zod'
import { unitQuery } from '../declaration/listing.ts'
import { line } from '../declaration/schema-parts.ts'
import { afterId, pageById } from '../http/id-page.ts'
import { pageQuery } from '../http/route-schema.ts'
import type { MasterKey } from '../platform/cipher.ts'
import type { Database, Scope } from '../platform/database.ts'
import { unitKey } from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import { parseTaxCode } from '../reference/tax-code.ts'
import { type EnterpriseRow, viewOf } from './enterprise-row.ts'
import { listEnterprises as selectPage } from './enterprise-statements.ts'
import type { EnterpriseView } from './schema.ts'
import { taxCodeKey } from './tax-codes.ts'

export const enterpriseListQuery = z.strictObject({
  taxCode: z.string().min(1).max(20).optional().meta({ description: 'Of whom this is the tax code now.' }),
  q: line(200).optional().meta({ description: 'Part of the name; accents and case do not matter.' }),
  unit: unitQuery
    .optional()
    .meta({ description: 'Unit of the head office or one that contains it: `VN-2025:19`, or a code of today.' }),
  ...pageQuery,
})

/**
 * A page of what the scope may see, oldest registration first. A tax code that is none finds nobody.
 * @throws ProblemError 400 on a cursor that is none.
 */
export async function listEnterprises(
  { database, master }: { readonly database: Database; readonly master: MasterKey },
  scope: Scope,
  { taxCode, q, unit, limit, cursor }: z.infer<typeof enterpriseListQuery>,
): Promise<{ items: EnterpriseView[]; next: string | null }> {
  const after = afterId(cursor)
  const parsed = taxCode === undefined ? null : parseTaxCode(taxCode)
  if (parsed?.kind === 'invalid') return { items: [], next: null }

  const rows = await database.within(scope, (session) =>
    session.run<EnterpriseRow>(selectPage, [
      after,
      parsed && taxCodeKey(master, parsed.canonical),
      q === undefined ? null : foldText(q),
      unit === undefined ? null : unitKey(unit),
      limit + 1,
    ]),
  )
  return pageById(rows, limit, viewOf)
}
