import type { DeclarationDeps } from './deps.ts'
import type { AnyKind } from './kind.ts'
import { type DeclarationRecord, loadRecord } from './record.ts'
import { selectIds } from './statements.ts'

const PAGE = 500
/** With the role that diagnoses are shown to: a check reads every fact. */
export const WHOLE_COUNTRY = { reach: '*', role: 'health-office' } as const

/** Every declaration of a kind, in the order of the ids: for checks of the whole register. */
export async function* everyDeclaration(
  kind: Pick<AnyKind, 'id'>,
  { database }: Pick<DeclarationDeps, 'database'>,
): AsyncGenerator<DeclarationRecord> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await database.within(WHOLE_COUNTRY, (session) =>
      session.run<{ declaration_id: string }>(selectIds, [kind.id, after, PAGE]),
    )
    for (const { declaration_id: id } of page) {
      const record = await database.within(WHOLE_COUNTRY, (session) => loadRecord(session, kind.id, id))
      if (record !== null) yield record
      after = id
    }
    if (page.length < PAGE) return
  }
}
