import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../src/access/caller.ts'
import { type Operation, PERMISSIONS } from '../../src/access/permissions.ts'
import { sampleFacility, sampleMonitoringOrganisation } from '../../src/provider/sample.ts'
import { parseTaxCode } from '../../src/reference/tax-code.ts'
import { sampleIncident } from '../../src/technical-incident/sample.ts'
import { committedDocument, type DescribedOperation, operationsOf } from '../support/document.ts'
import { registerFacility, registerMonitoringOrganisation, SAMPLE_ENTERPRISE, sample } from '../support/parties.ts'
import { type Answer, type Json, startTestService, TestClient, type TestService } from '../support/service.ts'

/** Every operation × every role × a record of one's own side and a foreign one. */

const SIDES = ['own', 'foreign'] as const
type Side = (typeof SIDES)[number]
/** What exists on one side: a province, an enterprise in it, and what belongs to that. */
type Records = Readonly<Record<string, string>>

/** Statuses for the record of one's own side and for the foreign one. */
type Statuses = readonly [own: number, foreign: number]

interface Expectation {
  readonly permission: Operation
  /** For every role that the permission names; all other roles are refused. */
  readonly roles: Partial<Readonly<Record<Role, Statuses>>>
  readonly body?: (records: Records, role: Role | null) => Json
  readonly headers?: (records: Records) => Record<string, string>
  /** Records made anew for every request, where the request ends them. */
  readonly fresh?: (records: Records) => Promise<Records>
}

let service: TestService
const callers = new Map<Role, TestClient>()
let anonymous: TestClient
let revoked: TestClient
const sides = {} as Record<Side, Records>

beforeAll(async () => {
  service = await startTestService()
  anonymous = TestClient.anonymous(service)
  sides.own = await populate('19', '01849', SAMPLE_ENTERPRISE.taxCode, '4600777885')
  sides.foreign = await populate('01', '00004', '0100109106', '0101248141')
  const units = [{ scheme: 'VN-2025', code: '19' }]
  const places: Partial<Record<Role, Json>> = {
    enterprise: { taxCode: SAMPLE_ENTERPRISE.taxCode },
    commune: { jurisdiction: { units: [{ scheme: 'VN-2025', code: '01849' }] } },
    'labour-office': { jurisdiction: { units } },
    'health-office': { jurisdiction: { units } },
  }
  for (const role of ROLES) callers.set(role, await service.admin.newClient({ name: role, role, ...places[role] }))
  revoked = await service.admin.newClient({ name: 'đã thu hồi', role: 'administrator' })
  await service.admin.expect(204, 'delete', `/v1/clients/${revoked.clientId}`)
})
afterAll(() => service.close())

async function populate(
  province: string,
  commune: string,
  taxCode: string,
  taxCodeOfNewcomer: string,
): Promise<Records> {
  const headOffice = { scheme: 'VN-2025', code: commune }
  const { body: enterprise } = await service.admin.expect(201, 'post', '/v1/enterprises', {
    ...SAMPLE_ENTERPRISE,
    taxCode,
    headOffice,
  })
  const client = await service.admin.newClient({ name: 'phần mềm', role: 'enterprise', taxCode })
  const declaration = declarationAt(commune, taxCode)
  const filed = await client.file(declaration)
  const path = `/v1/accident-declarations/${filed.body.id}`
  const amendment = { ...declaration, reason: 'Bổ sung.', declarant: { ...declaration.declarant, phone: '0912000333' } }
  await client.expect(200, 'put', path, amendment, { 'if-match': '"1"' })
  const spare = await service.admin.newClient({ name: 'phần mềm cũ', role: 'enterprise', taxCode })
  const registration = await anonymous.expect(201, 'post', '/v1/registrations', {
    taxCode: taxCodeOfNewcomer,
    name: 'Cơ sở mới',
    headOffice,
    contact: { name: 'Người liên hệ', phone: '0912000222' },
  })
  const incident = await filedIncident({ commune, taxCode })
  const changed = { ...newIncident({ commune, taxCode }, 'enterprise'), reason: 'Bổ sung.' }
  await client.expect(200, 'put', `/v1/technical-incidents/${incident.incident}`, changed, { 'if-match': '"1"' })
  const there = { taxCode: newTaxCode(), unit: headOffice }
  return {
    province,
    commune,
    taxCode,
    enterprise: String(enterprise.id),
    client: client.clientId,
    spare: spare.clientId,
    declaration: String(filed.body.id),
    ...incident,
    registration: String(registration.body.id),
    facility: await registerFacility(service, { ...sampleFacility, ...there }),
    organisation: await registerMonitoringOrganisation(service, { ...sampleMonitoringOrganisation, ...there }),
  }
}

function declarationAt(commune: string, taxCode: string): ReturnType<typeof sample> {
  const declaration = sample()
  declaration.establishment.taxCode = taxCode
  declaration.accident.place.unit.code = commune
  return declaration
}

let counter = 0
/** An accident that nobody has filed yet; by an office or commune, on behalf of the enterprise of that side. */
function newDeclaration({ commune = '', taxCode = '', enterprise }: Records, role: Role | null): Json {
  counter += 1
  const declaration = declarationAt(commune, taxCode)
  declaration.accident.place.description = `Tầng ${counter}`
  if (role === 'enterprise') return declaration
  return { ...declaration, onBehalf: { enterpriseId: enterprise, channel: 'PHONE', source: 'Điện thoại' } }
}

/** A technical incident that nobody has filed yet; by an office or commune, on behalf of the enterprise of that side. */
function newIncident({ commune = '', taxCode = '', enterprise }: Records, role: Role | null): Json {
  counter += 1
  const { place, ...incident } = sampleIncident.incident
  const unit = { scheme: 'VN-2025', code: commune }
  const declaration = {
    ...sampleIncident,
    establishment: { ...sampleIncident.establishment, taxCode },
    incident: { ...incident, place: { ...place, unit, description: `Cẩu tháp ${counter}` } },
  }
  if (role === 'enterprise') return declaration
  return { ...declaration, onBehalf: { enterpriseId: enterprise, channel: 'PHONE', source: 'Điện thoại' } }
}

/** Filed by the enterprise of that side. */
async function filedIncident(records: Records): Promise<Records> {
  const client = await service.admin.newClient({ name: 'tạm', role: 'enterprise', taxCode: records.taxCode })
  const headers = { 'idempotency-key': randomUUID() }
  const { body } = await client.expect(
    201,
    'post',
    '/v1/technical-incidents',
    newIncident(records, 'enterprise'),
    headers,
  )
  return { incident: String(body.id) }
}

/** Filed by an office in the name of the enterprise of that side. */
async function recordedIncident(records: Records): Promise<Records> {
  const office = await service.admin.newClient({
    name: 'Sở Nội vụ',
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: records.province }] },
  })
  const headers = { 'idempotency-key': randomUUID() }
  const body = newIncident(records, 'labour-office')
  const filed = await office.expect(201, 'post', '/v1/technical-incidents', body, headers)
  return { incident: String(filed.body.id) }
}

/** A valid code that nobody has registered. */
function newTaxCode(): string {
  counter += 1
  const nine = String(200_000_000 + counter)
  const digit = Array.from({ length: 10 }, (_, each) => each).find(
    (each) => parseTaxCode(`${nine}${each}`).kind !== 'invalid',
  )
  return digit === undefined ? newTaxCode() : `${nine}${digit}`
}

const always = (...roles: Role[]) =>
  Object.fromEntries(roles.map((role) => [role, [200, 200]])) as Partial<Record<Role, Statuses>>
const readers = { enterprise: [200, 404], commune: [200, 404], 'labour-office': [200, 404] } as const

/** Open to all, with the status that the request without a body gets. */
const OPEN: Readonly<Record<string, number>> = {
  getLiveness: 200,
  getReadiness: 200,
  readMetrics: 200,
  readOpenApi: 200,
  readSigningKeys: 200,
  readAuthorizationServer: 200,
  issueToken: 400,
  register: 422,
  verifyReceipt: 422,
  listCodeLists: 200,
  readCodeList: 200,
  listRules: 200,
  listLegalInstruments: 200,
  describeStatistics: 200,
  listPublishedTables: 200,
  readPublishedTable: 400,
  listFacilities: 200,
  readFacility: 200,
  listFacilityVersions: 200,
  listMonitoringOrganisations: 200,
  readMonitoringOrganisation: 200,
  listMonitoringOrganisationVersions: 200,
}

const EXPECTED: Readonly<Record<string, Expectation>> = {
  readSelf: { permission: 'self.read', roles: always(...ROLES) },
  createClient: {
    permission: 'client.manage',
    // To an office a foreign enterprise is none.
    roles: { 'labour-office': [201, 422], administrator: [201, 201] },
    body: ({ taxCode }) => ({ name: 'mới', role: 'enterprise', taxCode }),
  },
  listClients: { permission: 'client.manage', roles: always('labour-office', 'administrator') },
  readClient: { permission: 'client.manage', roles: { 'labour-office': [200, 404], administrator: [200, 200] } },
  revokeClient: {
    permission: 'client.manage',
    roles: { 'labour-office': [204, 404], administrator: [204, 204] },
    fresh: async ({ spare = '' }) => ({ client: spare }),
  },
  rotateClientSecret: {
    permission: 'client.rotate-secret',
    roles: {
      ...Object.fromEntries(ROLES.map((role) => [role, [404, 404]])),
      'labour-office': [201, 404],
      administrator: [201, 201],
    },
    body: () => ({}),
  },
  deleteClientSecret: {
    permission: 'client.rotate-secret',
    roles: {
      ...Object.fromEntries(ROLES.map((role) => [role, [404, 404]])),
      'labour-office': [204, 404],
      administrator: [204, 204],
    },
    fresh: async ({ taxCode }) => {
      const client = await service.admin.newClient({ name: 'tạm', role: 'enterprise', taxCode })
      const { body } = await service.admin.get(`/v1/clients/${client.clientId}`)
      return { client: client.clientId, secret: String((body.secrets as Json[])[0]?.secretId) }
    },
  },
  listRegistrations: { permission: 'registration.read', roles: always('labour-office', 'administrator') },
  readRegistration: {
    permission: 'registration.read',
    roles: { 'labour-office': [200, 404], administrator: [200, 200] },
  },
  decideRegistration: {
    permission: 'registration.decide',
    roles: { 'labour-office': [200, 404] },
    body: () => ({ decision: 'confirm' }),
  },
  grantDelegation: {
    permission: 'delegation.grant',
    roles: { enterprise: [200, 404] },
    body: () => ({ scopes: ['disease-screening'], until: '2027-12-31' }),
    fresh: async () => ({ client: callers.get('examiner')?.clientId ?? '' }),
  },
  listDelegations: { permission: 'delegation.grant', roles: { enterprise: [200, 404] } },
  revokeDelegation: {
    permission: 'delegation.grant',
    roles: { enterprise: [204, 404] },
    fresh: async () => ({ client: callers.get('examiner')?.clientId ?? '' }),
  },
  registerEnterprise: {
    permission: 'enterprise.register',
    roles: { 'labour-office': [201, 403], 'health-office': [201, 403], administrator: [201, 201] },
    body: ({ commune }) => ({
      ...SAMPLE_ENTERPRISE,
      taxCode: newTaxCode(),
      headOffice: { scheme: 'VN-2025', code: commune },
    }),
  },
  listEnterprises: {
    permission: 'enterprise.read',
    roles: always(...ROLES.filter((role) => role !== 'integrator')),
  },
  readEnterprise: {
    permission: 'enterprise.read',
    roles: {
      ...readers,
      'health-office': [200, 404],
      administrator: [200, 200],
      // Nobody has delegated to them at this point.
      examiner: [404, 404],
      monitor: [404, 404],
    },
  },
  changeEnterprise: {
    permission: 'enterprise.change',
    roles: {
      enterprise: [200, 404],
      'labour-office': [200, 404],
      'health-office': [200, 404],
      administrator: [200, 200],
    },
    body: ({ commune }) => ({ ...factsOf(SAMPLE_ENTERPRISE), headOffice: { scheme: 'VN-2025', code: commune } }),
    fresh: async (records) => {
      const { headers } = await service.admin.get(`/v1/enterprises/${records.enterprise}`)
      return { etag: String(headers.etag) }
    },
    headers: ({ etag = '"1"' }) => ({ 'if-match': etag }),
  },
  registerFacility: {
    permission: 'provider.keep',
    roles: { 'health-office': [201, 403] },
    body: ({ commune }) => ({ ...sampleFacility, taxCode: newTaxCode(), unit: { scheme: 'VN-2025', code: commune } }),
  },
  changeFacility: {
    permission: 'provider.keep',
    // The register is open, so a foreign record is no secret.
    roles: { 'health-office': [200, 403] },
    body: ({ commune }) => factsOf({ ...sampleFacility, unit: { scheme: 'VN-2025', code: commune } }),
    headers: () => ({ 'if-match': '"1"' }),
  },
  registerMonitoringOrganisation: {
    permission: 'provider.keep',
    roles: { 'health-office': [201, 403] },
    body: ({ commune }) => ({
      ...sampleMonitoringOrganisation,
      taxCode: newTaxCode(),
      unit: { scheme: 'VN-2025', code: commune },
    }),
  },
  changeMonitoringOrganisation: {
    permission: 'provider.keep',
    roles: { 'health-office': [200, 403] },
    body: ({ commune }) => factsOf({ ...sampleMonitoringOrganisation, unit: { scheme: 'VN-2025', code: commune } }),
    headers: () => ({ 'if-match': '"1"' }),
  },
  fileAccident: {
    permission: 'accident.file',
    // An enterprise files its own accidents, wherever they happen.
    roles: { enterprise: [201, 201], commune: [201, 403], 'labour-office': [201, 403] },
    body: newDeclaration,
    headers: () => ({ 'idempotency-key': randomUUID() }),
  },
  listAccidents: {
    permission: 'accident.read',
    roles: always('enterprise', 'commune', 'labour-office', 'health-office'),
  },
  readAccident: { permission: 'accident.read', roles: { ...readers, 'health-office': [200, 404] } },
  amendAccident: {
    permission: 'accident.file',
    // Whoever did not record it does not change it.
    roles: { enterprise: [200, 404], commune: [404, 404], 'labour-office': [404, 404] },
    body: (records) => ({ ...declarationAt(records.commune ?? '', records.taxCode ?? ''), reason: 'Sửa lại.' }),
    headers: () => ({ 'if-match': '"2"' }),
  },
  withdrawAccident: {
    permission: 'accident.withdraw',
    roles: { enterprise: [200, 404], commune: [404, 404], 'labour-office': [404, 404] },
    body: () => ({ reason: 'Khai nhầm.' }),
    headers: () => ({ 'if-match': '"3"' }),
  },
  listAccidentActs: { permission: 'accident.read', roles: { ...readers, 'health-office': [200, 404] } },
  readAccidentRevision: { permission: 'accident.read', roles: { ...readers, 'health-office': [200, 404] } },
  diffAccidentRevision: { permission: 'accident.read', roles: { ...readers, 'health-office': [200, 404] } },
  // The receipt is for those who see the whole.
  readAccidentReceipt: { permission: 'accident.read', roles: { ...readers, 'health-office': [404, 404] } },
  fileIncident: {
    permission: 'incident.file',
    roles: { enterprise: [201, 201], commune: [201, 403], 'labour-office': [201, 403] },
    body: newIncident,
    headers: () => ({ 'idempotency-key': randomUUID() }),
  },
  listIncidents: {
    permission: 'incident.read',
    roles: always('enterprise', 'commune', 'labour-office', 'health-office'),
  },
  readIncident: { permission: 'incident.read', roles: { ...readers, 'health-office': [200, 404] } },
  amendIncident: {
    permission: 'incident.file',
    roles: { enterprise: [200, 404], commune: [404, 404], 'labour-office': [404, 404] },
    body: (records) => ({ ...newIncident(records, 'enterprise'), reason: 'Sửa lại.' }),
    headers: () => ({ 'if-match': '"1"' }),
    fresh: filedIncident,
  },
  withdrawIncident: {
    permission: 'incident.withdraw',
    roles: { enterprise: [200, 404], commune: [404, 404], 'labour-office': [404, 404] },
    body: () => ({ reason: 'Khai nhầm.' }),
    headers: () => ({ 'if-match': '"1"' }),
    fresh: filedIncident,
  },
  contestIncident: {
    permission: 'incident.contest',
    // A commune contests only what was filed in its own name.
    roles: { enterprise: [200, 404], commune: [409, 404] },
    body: () => ({ reason: 'Không phải sự cố của chúng tôi.' }),
    headers: () => ({ 'if-match': '"1"' }),
    fresh: recordedIncident,
  },
  reEvaluateIncident: {
    permission: 'incident.re-evaluate',
    roles: { 'labour-office': [200, 404] },
    body: () => ({ reason: 'Danh mục đã được sửa.' }),
    headers: () => ({ 'if-match': '"1"' }),
    fresh: filedIncident,
  },
  returnIncident: {
    permission: 'incident.review',
    roles: { 'labour-office': [200, 404] },
    body: () => ({ comments: [{ text: 'Đề nghị bổ sung nguyên nhân.' }] }),
    headers: () => ({ 'if-match': '"1"' }),
    fresh: filedIncident,
  },
  acceptIncident: {
    permission: 'incident.review',
    roles: { 'labour-office': [200, 404] },
    body: () => ({}),
    headers: () => ({ 'if-match': '"1"' }),
    fresh: filedIncident,
  },
  listIncidentComments: { permission: 'incident.read', roles: { ...readers, 'health-office': [404, 404] } },
  commentIncident: {
    permission: 'incident.comment',
    roles: { enterprise: [201, 404], commune: [201, 404], 'labour-office': [201, 404] },
    body: () => ({ text: 'Đã kiểm tra.' }),
  },
  listIncidentActs: { permission: 'incident.read', roles: { ...readers, 'health-office': [200, 404] } },
  readIncidentRevision: { permission: 'incident.read', roles: { ...readers, 'health-office': [200, 404] } },
  diffIncidentRevision: { permission: 'incident.read', roles: { ...readers, 'health-office': [200, 404] } },
  readIncidentReceipt: { permission: 'incident.read', roles: { ...readers, 'health-office': [404, 404] } },
  askAccidents: { permission: 'statistics.ask', roles: always('labour-office', 'health-office') },
}

function factsOf({ taxCode: _, ...facts }: Json & { readonly taxCode: string }): Json {
  return facts
}

/** Which record the path's `id` is of. */
const RECORD_OF_PATH: readonly (readonly [RegExp, string])[] = [
  [/^\/v1\/clients/, 'client'],
  [/^\/v1\/registrations/, 'registration'],
  [/^\/v1\/enterprises/, 'enterprise'],
  [/^\/v1\/accident-declarations/, 'declaration'],
  [/^\/v1\/technical-incidents/, 'incident'],
  [/^\/v1\/facilities/, 'facility'],
  [/^\/v1\/monitoring-organisations/, 'organisation'],
]

function pathOf({ path }: DescribedOperation, records: Records): string {
  const record = RECORD_OF_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? ''
  const values: Records = {
    id: records[record] ?? '',
    clientId: records.client ?? '',
    credentialId: records.secret ?? randomUUID(),
    revision: '2',
    list: 'accident-causes',
    table: 'accidents-by-province',
  }
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name)
}

async function ask(
  caller: TestClient,
  role: Role | null,
  operation: DescribedOperation,
  expectation: Pick<Expectation, 'body' | 'headers'>,
  records: Records,
): Promise<Answer> {
  return caller.send(
    operation.method as 'get',
    pathOf(operation, records),
    expectation.body?.(records, role),
    expectation.headers?.(records),
  )
}

const operations = operationsOf(committedDocument())
const named = (ids: Readonly<Record<string, unknown>>) =>
  operations.map((each) => [each.operation.operationId ?? '', each] as const).filter(([id]) => id in ids)

describe('the matrix', () => {
  it('names every operation of the document, and no other', () => {
    const stated = operations.map(({ operation }) => operation.operationId)
    expect([...Object.keys(OPEN), ...Object.keys(EXPECTED), 'validateAccident', 'validateIncident'].sort()).toEqual(
      stated.sort(),
    )
  })

  it.each(Object.entries(EXPECTED))('names for %s the roles that its permission names', (_, { permission, roles }) => {
    expect(Object.keys(roles).sort()).toEqual([...PERMISSIONS[permission].roles].sort())
  })
})

describe('open to everybody', () => {
  it.each(named(OPEN))('%s', async (id, operation) => {
    for (const caller of [anonymous, revoked, ...callers.values()]) {
      const answer = await ask(caller, null, operation, {}, sides.own)
      expect(answer.status).toBe(OPEN[id])
    }
  })

  it.each([
    ['validateAccident', '/v1/accident-declarations/validate', sample()],
    ['validateIncident', '/v1/technical-incidents/validate', sampleIncident],
  ])('%s, though not with a token that is none any more', async (_, path, declaration) => {
    for (const caller of [anonymous, ...callers.values()]) {
      expect((await caller.send('post', path, declaration)).status).toBe(200)
    }
    expect((await revoked.send('post', path, declaration)).status).toBe(401)
  })
})

describe('with a permission', () => {
  it.each(named(EXPECTED))('%s', async (id, operation) => {
    const expectation = EXPECTED[id]
    if (expectation === undefined) throw new Error(`nothing is expected of ${id}`)
    expect(operation.operation.security).toEqual([{ oauth2: [PERMISSIONS[expectation.permission].scope] }])

    for (const caller of [anonymous, revoked]) {
      expect((await ask(caller, null, operation, expectation, sides.own)).status).toBe(401)
    }
    const found: Record<string, Statuses> = {}
    const expected: Record<string, Statuses> = {}
    for (const [role, caller] of callers) {
      const statuses: number[] = []
      for (const side of SIDES) {
        const records = { ...sides[side], ...(await expectation.fresh?.(sides[side])) }
        const answer = await ask(caller, role, operation, expectation, records)
        statuses.push(answer.status)
        if (answer.status === 404) {
          const missing = Object.fromEntries(Object.keys(records).map((name) => [name, randomUUID()]))
          const kept = { taxCode: records.taxCode, commune: records.commune, etag: records.etag }
          const other = await ask(caller, role, operation, expectation, { ...missing, ...kept } as Records)
          expect(withoutIds(other), `${role}: a foreign record is like a missing one`).toEqual(withoutIds(answer))
        }
      }
      found[role] = statuses as unknown as Statuses
      expected[role] = expectation.roles[role] ?? [403, 403]
    }
    expect(found).toEqual(expected)
  })
})

function withoutIds({ status, body }: Answer): Json {
  const { requestId: _requestId, instance: _instance, ...rest } = body
  return { status, ...rest }
}

async function itemsOf(role: Role, path: string): Promise<Json[]> {
  const answer = await callers.get(role)?.expect(200, 'get', `${path}?limit=200`)
  return answer?.body.items as Json[]
}

describe('lists', () => {
  it.each([
    ['/v1/clients', 'clientId', 'client'],
    ['/v1/registrations', 'id', 'registration'],
    ['/v1/enterprises', 'id', 'enterprise'],
    ['/v1/accident-declarations', 'id', 'declaration'],
  ] as const)('%s shows the labour office its own province only', async (path, key, record) => {
    const ids = (await itemsOf('labour-office', path)).map((item) => item[key])
    expect(ids).toContain(sides.own[record])
    expect(ids).not.toContain(sides.foreign[record])
  })

  it.each(['enterprise', 'commune', 'health-office'] as const)('show the %s nothing foreign', async (role) => {
    for (const path of ['/v1/enterprises', '/v1/accident-declarations']) {
      const items = await itemsOf(role, path)
      expect(items.length).toBeGreaterThan(0)
      for (const id of [sides.foreign.enterprise, sides.foreign.declaration]) {
        expect(JSON.stringify(items)).not.toContain(id)
      }
    }
  })

  it('show an examiner no enterprise but those that delegated to it', async () => {
    expect(await itemsOf('examiner', '/v1/enterprises')).toEqual([])
  })
})
