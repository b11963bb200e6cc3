import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { type Caller, databaseScope } from '../access/caller.ts'
import { type Annex, annexesOf } from '../declaration/annex.ts'
import type { AnnexKind } from '../declaration/annex-kind.ts'
import { countedFacts, findRecord } from '../declaration/change.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import type { FilingEnvelope } from '../declaration/kind.ts'
import type { Act } from '../declaration/lifecycle.ts'
import { presentFindings, presentNotExecutedList } from '../declaration/present.ts'
import { mapReasons, openReason } from '../declaration/reasons.ts'
import type { DeclarationRecord } from '../declaration/record.ts'
import type { Confirmation } from '../declaration/schema-parts.ts'
import { type SealedFields, withoutIdentity, withoutSealed } from '../declaration/sealed-fields.ts'
import { insertPersonalDataAccess } from '../declaration/statements.ts'
import { visibilityOf } from '../declaration/visibility.ts'
import { findingSchema, notExecutedSchema } from '../http/route-schema.ts'
import { statement } from '../platform/statements.ts'
import type { Finding, NotExecuted } from '../rules/evaluate.ts'
import type { Dated, Language } from '../rules/rule.ts'
import type { AccidentFacts } from './facts.ts'
import { accidentKind } from './kind.ts'
import { type AccidentDeclaration, accidentSealedFields } from './schema.ts'

/** How the annexes of an act were judged when they were written. */
const selectJudgements = statement(
  'accident-annex-judgements',
  `select seq, findings::text, not_executed::text, confirmations::text, rule_set
     from acts_of('accident', $1) where annex is not null and act = $2`,
)

interface JudgementRow extends Record<string, unknown> {
  seq: number
  findings: string
  not_executed: string
  confirmations: string
  rule_set: string
}

/** What every annex is shown with. */
export const annexView = {
  seq: z.int().meta({ description: 'Number of the act that told it.' }),
  revision: z.int().meta({ description: 'The revision it was told about.' }),
  recordedAt: z.string().meta({ format: 'date-time' }),
  by: z.object({ role: z.string(), clientId: z.string(), actor: z.string().nullable() }),
  withheld: z.array(z.string()).meta({ description: 'Pointers of what this caller is not shown.' }),
  findings: z.array(findingSchema),
  notExecuted: z.array(notExecutedSchema),
  confirmations: z.array(z.object({ rule: z.string(), pointer: z.string(), reason: z.string() })),
  ruleSet: z.string().meta({ description: 'Hash of the rules that judged it.' }),
}

export interface ReadAnnexes {
  readonly caller: Caller
  readonly id: string
  readonly language: Language
  /** Why personal data are read; without it they are withheld. */
  readonly purpose: string | null
}

export interface ShownAnnex {
  readonly annex: Annex
  /** As the caller may see it. */
  readonly content: unknown
  readonly view: Readonly<Record<string, unknown>>
}

/**
 * The annexes of one act of an accident, oldest first, as the caller may see them, with the record and the facts as
 * they stand. Null where the caller sees only what concerns it as another party, or nothing.
 */
export async function readAnnexes<A extends FilingEnvelope, G extends Dated>(
  annexKind: AnnexKind<A, G>,
  deps: DeclarationDeps,
  { caller, id, language, purpose }: ReadAnnexes,
): Promise<{ record: DeclarationRecord; facts: AccidentFacts; items: readonly ShownAnnex[] } | null> {
  const record = await findRecord(accidentKind, deps, caller, id)
  const visibility = record && visibilityOf(caller, record)
  if (record === null || visibility === null || visibility === 'party') return null
  const whole = visibility === 'whole'
  if (purpose !== null && whole) await trace(deps, record, caller, purpose)
  const judgements = await judgementsOf(deps, record, annexKind.act)
  const key = await deps.tenantKeys.keyOf(record.tenantId)
  const { facts } = await presentFacts(deps, record)
  const annexes = (await annexesOf(deps, accidentKind.id, record)).filter(({ act }) => act === annexKind.act)
  const items = annexes.map((annex): ShownAnnex => {
    const judged = judgements.get(annex.seq)
    if (judged === undefined) throw new Error(`act ${annex.seq} of ${record.id} was never judged`)
    const { body: content, withheld } = whole
      ? purpose === null
        ? withoutPersons(annex.content, annexKind.sealed, facts.declaration)
        : { body: annex.content, withheld: [] }
      : withoutSealed(annex.content, annexKind.sealed)
    const confirmations = JSON.parse(judged.confirmations) as Confirmation[]
    return {
      annex,
      content,
      view: {
        seq: annex.seq,
        revision: annex.revision,
        recordedAt: annex.recordedAt.toISOString(),
        by: { role: annex.actedAs, clientId: annex.clientId, actor: whole ? annex.actor : null },
        withheld,
        findings: presentFindings(annexKind, JSON.parse(judged.findings) as Finding[], language),
        notExecuted: presentNotExecutedList(JSON.parse(judged.not_executed) as NotExecuted[], language),
        confirmations: whole ? mapReasons(confirmations, (reason) => openReason(reason, key, record.id)) : [],
        ruleSet: judged.rule_set,
      },
    }
  })
  return { record, facts, items }
}

/** Without identities; the persons of the declaration are masked in its running text as well. */
function withoutPersons(
  content: unknown,
  fields: SealedFields,
  declaration: AccidentDeclaration,
): { body: unknown; withheld: string[] } {
  const { body, withheld } = withoutIdentity({ declaration, annex: content }, besideDeclaration(fields))
  const own = withheld.filter((pointer) => pointer.startsWith(ANNEX))
  return { body: body.annex, withheld: own.map((pointer) => pointer.slice(ANNEX.length)) }
}

const ANNEX = '/annex'

/** One object for each kind, because what is made from it is remembered by it. */
function besideDeclaration({ identity, shown }: SealedFields): SealedFields {
  const known = beside.get(identity)
  if (known !== undefined) return known
  const made = {
    identity: [
      ...accidentSealedFields.identity.map((pattern) => `/declaration${pattern}`),
      ...identity.map((pattern) => `${ANNEX}${pattern}`),
    ],
    shown: shown.map((pattern) => `${ANNEX}${pattern}`),
    special: [],
  }
  beside.set(identity, made)
  return made
}

const beside = new WeakMap<readonly string[], SealedFields>()

/** The facts of a record as they stand now. */
export function presentFacts(
  deps: DeclarationDeps,
  record: DeclarationRecord,
): Promise<{ readonly facts: AccidentFacts }> {
  return countedFacts(accidentKind, deps, record, record.state.inForce ?? record.state.revision)
}

async function judgementsOf(
  { database }: DeclarationDeps,
  record: DeclarationRecord,
  act: Act,
): Promise<ReadonlyMap<number, JudgementRow>> {
  const rows = await database.within({ tenant: record.tenantId }, (session) =>
    session.run<JudgementRow>(selectJudgements, [record.id, act]),
  )
  return new Map(rows.map((row) => [row.seq, row]))
}

async function trace(
  { database }: DeclarationDeps,
  record: DeclarationRecord,
  caller: Caller,
  purpose: string,
): Promise<void> {
  await database.within(databaseScope(caller), (session) =>
    session.run(insertPersonalDataAccess, [record.tenantId, uuid(), record.id, caller.clientId, caller.actor, purpose]),
  )
}
