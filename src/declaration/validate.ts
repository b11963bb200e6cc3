import { v7 as uuid } from 'uuid'
import type { Caller } from '../access/caller.ts'
import type { Dated, Language } from '../rules/rule.ts'
import { contentHash } from './draft.ts'
import { filerOf } from './filer.ts'
import type { FilingContext } from './filing-context.ts'
import { judge, refusalOf } from './judge.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { type PresentedJudgement, presentJudgement } from './present.ts'
import { selectSameContent } from './statements.ts'
import type { DeclarationDeps } from './write.ts'

export interface Validation extends PresentedJudgement {
  /** Whether it would be stored as it stands. */
  readonly acceptable: boolean
  readonly consequences: Readonly<Record<string, unknown>>
}

/** What filing would find, by exactly the code that files; nothing is stored. */
export async function validate<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  { body, caller, language }: { body: unknown; caller: Caller | null; language: Language },
  amends: FilingContext['amends'],
): Promise<Validation> {
  const filer = caller === null ? null : await filerOf(deps, caller, body)
  const judgement = judge(kind, body, {
    context: {
      receivedAt: deps.clock(),
      filedAs: filer?.filedAs ?? 'anonymous',
      register: filer?.register ?? null,
      sameContentAs: filer === null || amends !== null ? null : await sameContent(kind.id, deps, filer.tenantId, body),
      amends,
    },
    absent: new Set([...(filer?.register ? [] : ['register']), ...(filer === null ? ['history'] : [])]),
    mintId: uuid,
  })
  return {
    acceptable: refusalOf(judgement) === null,
    ...presentJudgement(kind, judgement, language),
    consequences: judgement.judged === null ? {} : kind.consequences(judgement.judged.facts, language),
  }
}

async function sameContent(
  kindId: string,
  deps: DeclarationDeps,
  tenantId: string,
  body: unknown,
): Promise<string | null> {
  if (body === null || typeof body !== 'object') return null
  const rows = await deps.database.within({ tenant: tenantId }, (session) =>
    session.run<{ declaration_id: string }>(selectSameContent, [tenantId, contentHash(deps, tenantId, kindId, body)]),
  )
  return rows[0]?.declaration_id ?? null
}
