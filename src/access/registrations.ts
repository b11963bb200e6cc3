import { v7 as uuid } from 'uuid'
import { editEnterprise, type RegisterKeys, releaseTaxCodes, storeEnterprise } from '../enterprise/enterprises.ts'
import { judgeFacts } from '../enterprise/judge.ts'
import { judgeTaxCode } from '../enterprise/judge-tax-code.ts'
import type { ShapeError } from '../http/shape-errors.ts'
import { seal, unseal } from '../platform/cipher.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { UnitScheme } from '../reference/administrative-units.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import { type Caller, registerScope } from './caller.ts'
import { confirmClientsOf, revokeClientsOf } from './client-statements.ts'
import { newSecret, storeClient } from './clients.ts'
import type { Contact, RegistrationBody } from './registration-schemas.ts'
import {
  decideRegistration,
  insertContactAccess,
  insertRegistration,
  selectContact,
  selectRegistration,
} from './registration-statements.ts'

export interface RegistrationDeps extends RegisterKeys {
  readonly database: Database
  readonly clock: Clock
  /** Told after a decision is committed; may be told again of a confirmation. */
  readonly onDecided: (enterpriseId: string, decision: 'confirm' | 'refuse', officer: Caller) => Promise<void>
}

export interface RegistrationRow {
  readonly id: string
  readonly tenant_id: string
  readonly client_id: string
  readonly state: 'pending' | 'confirmed' | 'refused'
  readonly reason: string | null
  readonly created_at: Date
  readonly decided_at: Date | null
  readonly tax_code: string | null
  readonly name: string | null
  readonly head_office_scheme: UnitScheme | null
  readonly head_office_unit: string | null
}

export type RegistrationOutcome =
  | {
      readonly outcome: 'registered'
      readonly id: string
      readonly enterpriseId: string
      readonly clientId: string
      readonly clientSecret: string
    }
  | { readonly outcome: 'invalid'; readonly errors: readonly ShapeError[] }
  | { readonly outcome: 'tax-code-taken' }

/** An enterprise asks for an account and has one at once; what it files waits until an office knows who it is. */
export async function register(
  { database, master, tenantKeys, clock }: RegistrationDeps,
  { contact, ...body }: RegistrationBody,
): Promise<RegistrationOutcome> {
  const { facts, errors } = judgeFacts(body, legalDateOf(clock()))
  const judged = judgeTaxCode(body.taxCode)
  const all = [judged.error, contactError(contact), ...errors].filter((error) => error !== null)
  if (judged.taxCode === null || all.length > 0) return { outcome: 'invalid', errors: all }

  const [id, enterpriseId, clientId] = [uuid(), uuid(), uuid()]
  const tenantKey = tenantKeys.create(enterpriseId)
  const sealedContact = seal(tenantKey.key, Buffer.from(JSON.stringify(contact)), contactContext(id))
  const secret = await newSecret()
  const client = {
    id: clientId,
    name: body.name.slice(0, 200),
    role: 'enterprise',
    tenantId: enterpriseId,
    jurisdiction: null,
    scopes: [],
    provisional: true,
    createdBy: null,
  } as const
  const { taxCode } = judged
  const stored = await database.within({ tenant: enterpriseId, client: clientId }, async (session) => {
    const enterprise = { id: enterpriseId, taxCode, facts, tenantKey, provisional: true }
    if (!(await storeEnterprise(session, master, enterprise, { clientId, actor: null }))) return false
    await storeClient(session, client, secret)
    await session.run(insertRegistration, [id, enterpriseId, clientId, sealedContact])
    return true
  })
  return stored
    ? { outcome: 'registered', id, enterpriseId, clientId, clientSecret: secret.plain }
    : { outcome: 'tax-code-taken' }
}

/** Null when the reader's jurisdiction does not show it. */
export async function findRegistration(
  { database }: Pick<RegistrationDeps, 'database'>,
  reader: Caller,
  id: string,
): Promise<RegistrationRow | null> {
  const [row] = await database.within(registerScope(reader), (session) =>
    session.run<RegistrationRow>(selectRegistration, [id]),
  )
  return row ?? null
}

/** Opens the contact of a registration that the reader may see, and records who read it and why. */
export async function readContact(
  { database, tenantKeys }: Pick<RegistrationDeps, 'database' | 'tenantKeys'>,
  reader: Caller,
  { id, tenant_id: tenantId }: RegistrationRow,
  purpose: string,
): Promise<Contact> {
  const sealed = await database.within(registerScope(reader), async (session) => {
    await session.run(insertContactAccess, [tenantId, uuid(), id, reader.clientId, reader.actor, purpose])
    const [row] = await session.run<{ sealed_contact: Buffer }>(selectContact, [id])
    return row?.sealed_contact
  })
  if (sealed === undefined) throw new Error(`registration ${id} was there a moment ago`)
  return JSON.parse(unseal(await tenantKeys.keyOf(tenantId), sealed, contactContext(id)).toString())
}

/** False when it was decided already. The clients of who is refused end, and the tax code is free for its owner. */
export async function decide(
  deps: RegistrationDeps,
  officer: Caller,
  { id, tenant_id: tenantId }: RegistrationRow,
  { decision, reason }: { readonly decision: 'confirm' | 'refuse'; readonly reason: string | null },
): Promise<boolean> {
  const state = decision === 'confirm' ? 'confirmed' : 'refused'
  return deps.database.within({ ...registerScope(officer), tenant: tenantId }, async (session) => {
    const [decided] = await session.run(decideRegistration, [id, state, reason, officer.clientId, deps.clock()])
    if (decided === undefined) return false
    if (decision === 'confirm') {
      await editEnterprise(session, deps, { id: tenantId, expectedVersion: null, provisional: false }, officer)
      await session.run(confirmClientsOf, [tenantId])
    } else {
      await releaseTaxCodes(session, tenantId)
      await session.run(revokeClientsOf, [tenantId])
    }
    return true
  })
}

function contactContext(registrationId: string): string {
  return `registration/${registrationId}`
}

function contactError({ phone, email }: Contact): ShapeError | null {
  if (phone !== undefined || email !== undefined) return null
  return {
    pointer: '/contact',
    code: 'required',
    message: {
      vi: 'Cần số điện thoại hoặc thư điện tử để cơ quan liên hệ xác nhận.',
      en: 'A telephone number or an e-mail address is needed, for the office to confirm who you are.',
    },
  }
}
