import { v7 as uuid } from 'uuid'
import type { Caller } from '../access/caller.ts'
import type { Dated, Language } from '../rules/rule.ts'
import type { DeclarationDeps } from './deps.ts'
import { contentHash, lookUpAbout } from './draft.ts'
import { filerOf } from './filer.ts'
import type { FilingContext } from './filing-context.ts'
import { judge, refusalOf } from './judge.ts'
import type { AnyKind, DeclarationKind, FilingEnvelope } from './kind.ts'
import { type PresentedJudgement, presentJudgement } from './present.ts'
import { standingWithContent } from './standing-content.ts'

export interface Validation extends PresentedJudgement {
  /** Whether it would be stored as it stands. */
  readonly acceptable: boolean
  readonly consequences: Readonly<Record<string, unknown>>
}

/** What filing would find, by exactly the code that files; nothing is stored. */
export async function validate<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  { body, caller, language }: { body: unknown; caller: Caller | null; language: Language },
  amends: FilingContext['amends'],
): Promise<Validation> {
  const found = caller === null ? null : await filerOf(kind, deps, caller, body)
  const filer = typeof found === 'string' ? null : found
  const judgement = await judge(kind, body, {
    context: {
      receivedAt: deps.clock(),
      filedAs: filer?.filedAs ?? 'anonymous',
      register: filer?.register ?? null,
      sameContentAs: filer === null || amends !== null ? null : await sameContent(kind, deps, filer.tenantId, body),
      amends,
    },
    lookUp: (parsed) => kind.lookUp(lookUpAbout(deps, parsed, filer?.tenantId ?? null, amends?.declarationId ?? null)),
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
  kind: AnyKind,
  deps: DeclarationDeps,
  tenantId: string,
  body: unknown,
): Promise<string | null> {
  if (body === null || typeof body !== 'object') return null
  return standingWithContent(deps, tenantId, await contentHash(deps, tenantId, kind, body))
}
