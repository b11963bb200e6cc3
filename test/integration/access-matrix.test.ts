import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../src/access/caller.ts'
import { PERMISSIONS } from '../../src/access/permissions.ts'
import { KINDS } from '../../src/kinds.ts'
import { sampleMonitoringOrganisation } from '../../src/provider/sample.ts'
import { KIND_ACCESS, kindExpectations } from '../support/access/kind-expectations.ts'
import { type Expectation, SIDES, type Side, type Statuses } from '../support/access/matrix.ts'
import { OPEN, OTHER_EXPECTATIONS } from '../support/access/other-expectations.ts'
import { populate } from '../support/access/two-sides.ts'
import { committedDocument, type DescribedOperation, operationsOf } from '../support/document.ts'
import { registerFacility, registerMonitoringOrganisation, SAMPLE_ENTERPRISE } from '../support/parties.ts'
import { type Answer, type Json, startTestService, TestClient, type TestService } from '../support/service.ts'
import { validTaxCode } from '../support/tax-codes.ts'

/** Every operation × every role × a record of one's own side and a foreign one. */

const EXPECTED: Readonly<Record<string, Expectation>> = Object.assign(
  {},
  OTHER_EXPECTATIONS,
  ...KIND_ACCESS.map(kindExpectations),
)

const OWN = { province: '19', commune: '01849', taxCode: SAMPLE_ENTERPRISE.taxCode }
const FOREIGN = { province: '01', commune: '00004', taxCode: validTaxCode(9_000_000) }

let service: TestService
const callers = new Map<Role, TestClient>()
let anonymous: TestClient
let revoked: TestClient
const sides = {} as Record<(typeof SIDES)[number], Side>

beforeAll(async () => {
  service = await startTestService()
  const { admin } = service
  anonymous = TestClient.anonymous(service)
  await registerFacility(service)
  await registerMonitoringOrganisation(service)
  const units = [{ scheme: 'VN-2025', code: OWN.province }]
  const places: Partial<Record<Role, Json>> = {
    enterprise: { taxCode: OWN.taxCode },
    monitor: { taxCode: sampleMonitoringOrganisation.taxCode },
    commune: { jurisdiction: { units: [{ scheme: 'VN-2025', code: OWN.commune }] } },
    'labour-office': { jurisdiction: { units } },
    'health-office': { jurisdiction: { units } },
  }
  const own = await populate(service, OWN)
  const foreign = await populate(service, FOREIGN)
  for (const role of ROLES) callers.set(role, await admin.newClient({ name: role, role, ...places[role] }))
  const examiner = callers.get('examiner')?.clientId ?? ''
  sides.own = { ...own, ids: { ...own.ids, examiner } }
  sides.foreign = { ...foreign, ids: { ...foreign.ids, examiner } }
  revoked = await admin.newClient({ name: 'đã thu hồi', role: 'administrator' })
  await admin.expect(204, 'delete', `/v1/clients/${revoked.clientId}`)
})
afterAll(() => service.close())

/** What the path's `id` is of. */
const SUBJECT_OF_PATH: Readonly<Record<string, string>> = {
  clients: 'client',
  registrations: 'registration',
  enterprises: 'enterprise',
  facilities: 'facility',
  'monitoring-organisations': 'organisation',
  duplicates: 'duplicate',
  contradictions: 'contradiction',
  obligations: 'obligation',
  ...Object.fromEntries(KINDS.map(({ path, id }) => [path, id])),
}

function pathOf({ path }: DescribedOperation, { ids }: Pick<Side, 'ids'>): string {
  const subject = SUBJECT_OF_PATH[path.split('/')[2] ?? ''] ?? ''
  const values: Readonly<Record<string, string | undefined>> = {
    id: ids[subject],
    fileId: ids[`${subject}File`],
    clientId: ids.client,
    credentialId: ids.secret ?? randomUUID(),
    revision: '2',
    list: 'accident-causes',
    table: 'accidents-by-province',
    indicator: 'examined-of-exposed',
    programme: 'directive-31-district-plan',
  }
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name)
}

function ask(
  caller: TestClient,
  role: Role | null,
  operation: DescribedOperation,
  expectation: Pick<Expectation, 'body' | 'query' | 'headers'>,
  side: Side,
): Promise<Answer> {
  return caller.send(
    operation.method as 'get',
    `${pathOf(operation, side)}${expectation.query?.(side) ?? ''}`,
    expectation.body?.(side, role),
    expectation.headers?.(side),
  )
}

/** The side as it is asked for one role: with records of its own where the request ends them. */
async function renewed(side: Side, { fresh, roles }: Expectation, role: Role): Promise<Side> {
  const { ids, bodies, ...rest } = (roles[role] && (await fresh?.(side, role))) ?? {}
  return { ...side, ...rest, ids: { ...side.ids, ...ids }, bodies: { ...side.bodies, ...bodies } }
}

/** The same side, were there none of its records. */
function missing(side: Side): Side {
  const other = (id: string) => (id.includes('-') ? randomUUID() : randomUUID().replaceAll('-', ''))
  return { ...side, ids: Object.fromEntries(Object.entries(side.ids).map(([name, id]) => [name, other(id)])) }
}

const operations = operationsOf(committedDocument())
const named = (ids: Readonly<Record<string, unknown>>) =>
  operations.map((each) => [each.operation.operationId ?? '', each] as const).filter(([id]) => id in ids)
const validating = KINDS.map(({ id, path, sample }) => [`validate of ${id}`, `/v1/${path}/validate`, sample] as const)

describe('the matrix', () => {
  it('names every operation of the document, and no other', () => {
    const stated = operations.map(({ operation }) => operation.operationId)
    const validations = KIND_ACCESS.map(({ name }) => `validate${name}`)
    expect([...Object.keys(OPEN), ...Object.keys(EXPECTED), ...validations].sort()).toEqual(stated.sort())
  })

  it('names every kind of declaration', () => {
    expect(KIND_ACCESS.map(({ id }) => id)).toEqual(KINDS.map(({ id }) => id))
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

  it.each(validating)('%s, though not with a token that is none any more', async (_, path, declaration) => {
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
      for (const name of SIDES) {
        const side = await renewed(sides[name], expectation, role)
        const answer = await ask(caller, role, operation, expectation, side)
        statuses.push(answer.status)
        if (answer.status === 404) {
          const other = await ask(caller, role, operation, expectation, missing(side))
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
  const answer = await callers.get(role)?.expect(200, 'get', `/v1/${path}?limit=200`)
  return answer?.body.items as Json[]
}

const LISTS = [
  ['enterprises', 'enterprise', ['enterprise', 'commune', 'labour-office', 'health-office']],
  ['clients', 'client', ['labour-office']],
  ['registrations', 'registration', ['labour-office']],
  ...KIND_ACCESS.map(({ id, whole, partly }) => {
    return [KINDS.find((kind) => kind.id === id)?.path ?? '', id, [...whole, ...partly]] as const
  }),
] as const

describe('lists', () => {
  it.each(LISTS)('of %s show what is of one’s own side and nothing foreign', async (path, subject, roles) => {
    for (const role of roles) {
      const items = JSON.stringify(await itemsOf(role, path))
      expect(items, role).toContain(sides.own.ids[subject])
      for (const id of [sides.foreign.ids[subject], sides.foreign.ids.enterprise]) {
        expect(items, role).not.toContain(id)
      }
    }
  })

  it('show an examiner and a monitor nothing but what was delegated to them', async () => {
    expect(await itemsOf('examiner', 'enterprises')).toEqual([])
    expect(await itemsOf('examiner', 'disease-screenings')).toEqual([])
    expect(await itemsOf('monitor', 'environment-monitorings')).toEqual([])
  })
})
