import { v7 as uuid } from 'uuid'
import { findEnterprise, type RegisterKeys } from '../enterprise/enterprises.ts'
import { tenantOfTaxCode } from '../enterprise/tax-codes.ts'
import type { ShapeError } from '../http/shape-errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Session } from '../platform/database.ts'
import { findMonitoringOrganisation } from '../provider/snapshot.ts'
import { reachOf, type UnitRef } from '../reference/administrative-units.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { type Caller, type Jurisdiction, type Role, registerScope } from './caller.ts'
import type { ClientBody } from './client-schemas.ts'
import { type Client, findClient, type NewSecret, newSecret, storeClient } from './clients.ts'
import { communeTenant } from './commune-tenant.ts'
import { coversUnit, judgeJurisdiction, soleCommune } from './jurisdiction.ts'
import { manageableRoles } from './managed-clients.ts'
import { storeTenant } from './own-tenant.ts'
import { scopesOfRole } from './permissions.ts'

export interface ClientDeps extends RegisterKeys {
  readonly database: Database
  readonly clock: Clock
}

export type CreationOutcome =
  | { readonly outcome: 'created'; readonly client: Client; readonly secret: NewSecret }
  | { readonly outcome: 'role-not-allowed' | 'outside-jurisdiction' }
  | { readonly outcome: 'invalid'; readonly errors: readonly ShapeError[] }

/** What the client acts for: an enterprise, a monitoring organisation, a commune, units, or nothing but itself. */
type Place =
  | { readonly kind: 'enterprise'; readonly tenantId: string }
  | { readonly kind: 'organisation'; readonly id: string; readonly reach: readonly string[] }
  | { readonly kind: 'commune'; readonly commune: UnitRef }
  | { readonly kind: 'office'; readonly jurisdiction: Jurisdiction }
  | { readonly kind: 'none' }

type Judged = { readonly place: Place; readonly errors: readonly [] } | { readonly errors: readonly ShapeError[] }

/** Creates a client, as far as its creator may. */
export async function createClient(deps: ClientDeps, creator: Caller, body: ClientBody): Promise<CreationOutcome> {
  if (!manageableRoles(creator).includes(body.role)) return { outcome: 'role-not-allowed' }
  const judged = await judgePlace(deps, creator, body)
  const errors = [...judged.errors, ...scopeErrors(body)]
  if (!('place' in judged) || errors.length > 0) return { outcome: 'invalid', errors }
  const { place } = judged
  if (place.kind === 'commune' && creator.jurisdiction && !coversUnit(creator.jurisdiction, place.commune)) {
    return { outcome: 'outside-jurisdiction' }
  }

  const secret = await newSecret()
  const client = await deps.database.within({ client: creator.clientId }, async (session) => {
    const id = uuid()
    const created = {
      id,
      name: body.name,
      role: body.role,
      tenantId: await tenantOf(session, deps, place),
      jurisdiction: jurisdictionOf(place),
      scopes: body.scopes ?? [],
      provisional: false,
      createdBy: creator.clientId,
    }
    await storeClient(session, created, secret)
    return findClient(session, id)
  })
  if (client === null) throw new Error('a client that was just stored is not there')
  return { outcome: 'created', client, secret }
}

async function tenantOf(session: Session, { tenantKeys }: ClientDeps, place: Place): Promise<string | null> {
  if (place.kind === 'commune') return communeTenant(session, tenantKeys, place.commune)
  if (place.kind === 'organisation') {
    await storeTenant(session, tenantKeys, { ...place, kind: 'monitoring-organisation', unit: null })
    return place.id
  }
  return place.kind === 'enterprise' ? place.tenantId : null
}

function jurisdictionOf(place: Place): Jurisdiction | null {
  if (place.kind === 'commune') return { units: [place.commune] }
  return place.kind === 'office' ? place.jurisdiction : null
}

async function judgePlace(deps: ClientDeps, creator: Caller, body: ClientBody): Promise<Judged> {
  const wanted = PLACE_OF_ROLE[body.role]
  const today = legalDateOf(deps.clock())
  const misplaced = [
    wanted === 'taxCode' && body.taxCode === undefined && body.role !== 'monitor' ? ENTERPRISE_NEEDED : null,
    wanted === 'jurisdiction' && body.jurisdiction === undefined ? JURISDICTION_NEEDED : null,
    wanted !== 'taxCode' && body.taxCode !== undefined ? notForRole('/taxCode', body.role) : null,
    wanted !== 'jurisdiction' && body.jurisdiction !== undefined ? notForRole('/jurisdiction', body.role) : null,
  ].filter((error) => error !== null)
  if (misplaced.length > 0) return { errors: misplaced }

  if (body.taxCode !== undefined) {
    return body.role === 'monitor'
      ? judgeOrganisation(deps, body.taxCode)
      : judgeEnterprise(deps, creator, body.taxCode, today)
  }
  if (body.jurisdiction === undefined) return { place: { kind: 'none' }, errors: [] }
  const { jurisdiction, errors } = judgeJurisdiction(body.jurisdiction, today)
  if (errors.length > 0) return { errors }
  if (body.role !== 'commune') return { place: { kind: 'office', jurisdiction }, errors: [] }
  const commune = soleCommune(jurisdiction)
  return commune === null ? { errors: [ONE_COMMUNE] } : { place: { kind: 'commune', commune }, errors: [] }
}

/** An enterprise out of the creator's sight is as good as none. */
async function judgeEnterprise(
  { database, master }: ClientDeps,
  creator: Caller,
  taxCode: string,
  today: LegalDate,
): Promise<Judged> {
  const id = await tenantOfTaxCode(database, master, taxCode, today)
  const row =
    id === null ? null : await database.within(registerScope(creator), (session) => findEnterprise(session, id))
  if (row === null) return { errors: [ENTERPRISE_UNKNOWN] }
  return { place: { kind: 'enterprise', tenantId: row.id }, errors: [] }
}

async function judgeOrganisation({ database }: ClientDeps, taxCode: string): Promise<Judged> {
  const organisation = await findMonitoringOrganisation(database, { taxCode })
  if (organisation === null) return { errors: [ORGANISATION_UNKNOWN] }
  return { place: { kind: 'organisation', id: organisation.id, reach: reachOf(organisation.unit) }, errors: [] }
}

function scopeErrors({ role, scopes }: ClientBody): readonly ShapeError[] {
  const allowed = scopesOfRole(role)
  return (scopes ?? []).flatMap((scope, index) =>
    allowed.includes(scope)
      ? []
      : [
          {
            pointer: `/scopes/${index}`,
            code: 'scope-not-of-role',
            message: {
              vi: `Vai trò ${role} không có phạm vi "${scope}"; chọn trong: ${allowed.join(', ')}.`,
              en: `The role ${role} has no scope "${scope}"; choose from: ${allowed.join(', ')}.`,
            },
          },
        ],
  )
}

const PLACE_OF_ROLE: Readonly<Record<Role, 'taxCode' | 'jurisdiction' | null>> = {
  enterprise: 'taxCode',
  commune: 'jurisdiction',
  'labour-office': 'jurisdiction',
  'health-office': 'jurisdiction',
  examiner: null,
  // May be left out: it then files for enterprises, and no report of its own.
  monitor: 'taxCode',
  integrator: null,
  administrator: null,
}

const ENTERPRISE_NEEDED: ShapeError = {
  pointer: '/taxCode',
  code: 'required',
  message: {
    vi: 'Tài khoản của cơ sở cần mã số thuế của một cơ sở đã đăng ký.',
    en: 'A client of an enterprise needs the tax code of a registered enterprise.',
  },
}
const ENTERPRISE_UNKNOWN: ShapeError = {
  pointer: '/taxCode',
  code: 'unknown-enterprise',
  message: {
    vi: 'Không có cơ sở nào đăng ký với mã số thuế này; hãy đăng ký trước bằng POST /v1/enterprises.',
    en: 'No enterprise is registered with this tax code; register it first with POST /v1/enterprises.',
  },
}
const ORGANISATION_UNKNOWN: ShapeError = {
  pointer: '/taxCode',
  code: 'unknown-monitoring-organisation',
  message: {
    vi: 'Danh sách tổ chức quan trắc (/v1/monitoring-organisations) không có mã số thuế này; cơ quan y tế ghi tổ chức vào danh sách trước.',
    en: 'No monitoring organisation (/v1/monitoring-organisations) has this tax code; a health office lists it first.',
  },
}
const JURISDICTION_NEEDED: ShapeError = {
  pointer: '/jurisdiction',
  code: 'required',
  message: {
    vi: 'Vai trò này cần địa bàn: {"national": true} hoặc {"units": [...]}.',
    en: 'This role needs a jurisdiction: {"national": true} or {"units": [...]}.',
  },
}
const ONE_COMMUNE: ShapeError = {
  pointer: '/jurisdiction',
  code: 'one-commune',
  message: {
    vi: 'Địa bàn của tài khoản cấp xã phải là đúng một xã, phường hoặc đặc khu.',
    en: 'The jurisdiction of a commune client is exactly one commune, ward or special zone.',
  },
}

function notForRole(pointer: string, role: Role): ShapeError {
  return {
    pointer,
    code: 'not-for-role',
    message: {
      vi: `Vai trò ${role} không dùng trường này; hãy bỏ đi.`,
      en: `The role ${role} does not take this; leave it out.`,
    },
  }
}
