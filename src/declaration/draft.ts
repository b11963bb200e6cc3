import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Dated } from '../rules/rule.ts'
import { turns } from '../rules/slices.ts'
import type { Annex } from './annex.ts'
import { canonicalText } from './chain.ts'
import type { DeclarationDeps } from './deps.ts'
import type { Filer } from './filer.ts'
import { breachesIn, type FilingRequest, type Refused, sealContext } from './filing.ts'
import type { FilingContext } from './filing-context.ts'
import { type Judgement, judge, refusalOf } from './judge.ts'
import type { AnyKind, DeclarationKind, FilingEnvelope, LookUp } from './kind.ts'
import { type PresentedJudgement, presentJudgement } from './present.ts'
import { mapReasons, sealReason } from './reasons.ts'
import { sealValues, separate } from './sealed-fields.ts'
import type { ActToWrite } from './write.ts'

/** A filing that the law lets in: parsed, judged, not yet written. */
export interface Draft<B, F, K> {
  readonly outcome: 'drafted'
  readonly receivedAt: Date
  readonly body: B
  readonly facts: F
  /** What was looked up to judge it. */
  readonly known: K
  readonly judgement: Judgement<B, F, K>
  readonly presented: PresentedJudgement
  readonly needsReview: boolean
  /** Keyed hash of the content without its envelope. */
  readonly contentHash: Buffer
}

export async function draft<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  { body, language }: FilingRequest,
  filer: Filer,
  history: Pick<FilingContext, 'sameContentAs' | 'amends'>,
  annexes: readonly Annex[] = [],
): Promise<Draft<B, F, K> | Refused> {
  const receivedAt = deps.clock()
  const judgement = await judge(kind, body, {
    context: { receivedAt, filedAs: filer.filedAs, register: filer.register, ...history },
    annexes,
    lookUp: (parsed) => kind.lookUp(lookUpAbout(deps, parsed, filer.tenantId, history.amends?.declarationId ?? null)),
    absent: filer.register === null ? REGISTER_ABSENT : NOTHING_ABSENT,
    mintId: uuid,
  })
  const presented = presentJudgement(kind, judgement, language)
  const refusal = refusalOf(judgement)
  if (refusal !== null || judgement.judged === null) {
    return { outcome: refusal ?? 'validation-failed', judgement: presented, defects: judgement.defects }
  }
  return {
    outcome: 'drafted',
    receivedAt,
    ...judgement.judged,
    judgement,
    presented,
    needsReview: filer.register?.provisional === true || judgement.defects.length > 0,
    contentHash: await contentHash(deps, filer.tenantId, kind, body),
  }
}

const NOTHING_ABSENT: ReadonlySet<string> = new Set()
const REGISTER_ABSENT: ReadonlySet<string> = new Set(['register'])

/** What a kind's look-up is told. */
export function lookUpAbout<B>(
  { database, master }: Pick<DeclarationDeps, 'database' | 'master'>,
  body: B,
  tenantId: string | null,
  self: string | null,
): LookUp<B> {
  return { database, body, tenantId, self, pseudonym: (value) => master.pseudonym('person', value) }
}

/** Keyed, because a plain hash of a body with few unknowns would let anybody try names against a dump. */
export async function contentHash(
  { master }: Pick<DeclarationDeps, 'master'>,
  tenantId: string,
  { id, longArrays }: Pick<AnyKind, 'id' | 'longArrays'>,
  raw: unknown,
): Promise<Buffer> {
  const content: Record<string, unknown> = withoutEnvelope(raw as FilingEnvelope)
  for (const name of longArrays) {
    const list = content[name]
    if (Array.isArray(list)) content[name] = await digestOf(list)
  }
  return master.pseudonym(`content/${id}/${tenantId}`, canonicalText(content))
}

/** Of a long array, element by element. */
async function digestOf(list: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256')
  const pause = turns()
  for (const element of list) {
    hash.update(`${canonicalText(element)}\n`)
    await pause()
  }
  return hash.digest('hex')
}

/** Recognises a retry: the same content with the same envelope. */
export function requestHash({ master }: Pick<DeclarationDeps, 'master'>, content: Buffer, raw: FilingEnvelope): Buffer {
  const { confirmations = [], reason = null } = raw
  return master.pseudonym(`request/${content.toString('hex')}`, canonicalText([confirmations, reason]))
}

function withoutEnvelope<B extends FilingEnvelope>(body: B): Omit<B, 'confirmations' | 'reason'> {
  const { confirmations: _confirmations, reason: _reason, ...content } = body
  return content
}

/** What only the caller knows about the act that the draft becomes. */
export type ActSpecifics = Pick<
  ActToWrite<unknown>,
  'declarationId' | 'act' | 'state' | 'filedAt' | 'previousHash' | 'reason'
> & { readonly contentKey: Buffer | null }

export async function actFrom<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: FilingRequest,
  filer: Filer,
  drafted: Draft<B, F, K>,
  { contentKey, ...specifics }: ActSpecifics,
): Promise<ActToWrite<F>> {
  const pause = turns()
  const { open, values } = separate(withoutEnvelope(drafted.body), kind.sealed)
  const body = JSON.stringify(open)
  await pause()
  const key = await deps.tenantKeys.keyOf(filer.tenantId)
  const sealedPart = sealValues(values, key, sealContext(specifics.declarationId, specifics.state.revision))
  await pause()
  const { findings, notExecuted, confirmed } = drafted.judgement
  const sealed = (reason: string) => sealReason(reason, key, specifics.declarationId)
  return {
    ...specifics,
    reason: specifics.reason === null ? null : sealed(specifics.reason),
    tenantId: filer.tenantId,
    recordedAt: drafted.receivedAt,
    legalDate: drafted.facts.legalDate,
    caller: request.caller,
    facts: drafted.facts,
    breaches: breachesIn(findings),
    register: filer.register,
    partyTenants: await partyTenants(kind, deps, drafted.body, drafted.facts.legalDate),
    judgement: { findings, notExecuted, ruleSet: kind.rules.hash, known: drafted.known },
    revision: {
      filedAs: filer.filedAs,
      body,
      confirmations: mapReasons(confirmed, sealed),
      ...sealedPart,
      contentHash: drafted.contentHash,
      contentKey,
      idempotencyKey: request.idempotencyKey,
      requestHash:
        request.idempotencyKey === null ? null : requestHash(deps, drafted.contentHash, request.body as FilingEnvelope),
    },
  }
}

/** Tenants of the other parties that the declaration names by tax code, where the register knows them. */
export async function partyTenants<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  { register }: Pick<DeclarationDeps, 'register'>,
  body: B,
  on: LegalDate,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const taxCode of new Set(kind.partyTaxCodes(body))) {
    const tenant = await register.tenantOfTaxCode(taxCode, on)
    if (tenant !== null) found.set(taxCode, tenant)
  }
  return found
}
