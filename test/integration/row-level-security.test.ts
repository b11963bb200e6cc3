import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../src/kinds.ts'
import { enrol, registerFacility, registerMonitoringOrganisation, sample } from '../support/parties.ts'
import { type Json, startTestService, TestClient, type TestService } from '../support/service.ts'

/** The second line: what the database itself keeps from the application, were a check of the first line forgotten. */
let service: TestService
let db: pg.Client
let tenant: string

beforeAll(async () => {
  service = await startTestService()
  const { office, enterprise, enterpriseId } = await enrol(service)
  tenant = enterpriseId
  await registerFacility(service)
  await registerMonitoringOrganisation(service)
  for (const { id, path, sample: content } of KINDS) {
    // Of a year that the sample accident does not fall into.
    const body = id === 'report' ? { ...content, period: { year: 2025 } } : content
    const { headers } = await enterprise.expect(201, 'post', `/v1/${path}`, body, { 'idempotency-key': id })
    if (id !== 'accident') continue
    await enterprise.expect(200, 'get', headers.location ?? '', undefined, { 'x-purpose': 'Thanh tra' })
    const files = `${headers.location}/files?name=van-ban.pdf`
    await enterprise.expect(201, 'post', files, '%PDF-1.7', { 'content-type': 'application/octet-stream' })
  }
  const examiner = await service.admin.newClient({ name: 'Cơ sở khám', role: 'examiner' })
  const delegation = `/v1/enterprises/${enterpriseId}/delegations/${examiner.clientId}`
  await enterprise.expect(200, 'put', delegation, { scopes: ['disease-screening'], until: '2027-12-31' })
  const asked = await TestClient.anonymous(service).expect(201, 'post', '/v1/registrations', {
    taxCode: '4600777885',
    name: 'Cơ sở mới',
    headOffice: { scheme: 'VN-2025', code: '01849' },
    contact: { name: 'Người liên hệ', phone: '0912000222' },
  })
  await office.expect(200, 'get', `/v1/registrations/${asked.body.id}`, undefined, { 'x-purpose': 'Thanh tra' })
  const again = { ...sample(), declarant: { ...sample().declarant, position: 'Phó giám đốc' } }
  expect((await enterprise.file(again)).status).toBe(201)
  await decideOnFirst(office, '/v1/duplicates', { decision: 'distinct', reason: 'Hai vụ khác nhau.' })
  await decideOnFirst(office, '/v1/contradictions', { state: 'settled', explanation: 'Đã đối chiếu.' })
  const { body: owed } = await office.expect(200, 'get', '/v1/obligations?status=overdue&limit=200')
  const watched = (owed.items as Json[]).find(({ owedTo }) => owedTo === 'labour-office')
  await office.expect(200, 'post', `/v1/obligations/${watched?.id}/waiver`, { reason: 'Cơ sở đã giải thể.' })
  await office.expect(200, 'get', '/v1/work-list')
  await office.expect(200, 'get', '/v1/data-quality')
  db = new pg.Client({ connectionString: service.ownerUrl })
  await db.connect()
  // Nothing is added here any more: a file from before attaching was an act.
  await db.query(
    `insert into declaration_file values ($1, $2, $2, 'accident', 'application/pdf', 1, '', '', null, null, 'x', null, now())`,
    [tenant, randomUUID()],
  )
})
afterAll(async () => {
  await db.end()
  await service.close()
})

async function decideOnFirst(office: TestClient, list: string, decision: Json): Promise<void> {
  const { body } = await office.expect(200, 'get', list)
  const [first] = body.items as Json[]
  await office.expect(200, 'post', `${list}/${first?.id}/decision`, decision)
}

/** What offices learn by holding filings against each other, and who asked for an account. */
const NOT_FOR_TENANTS = /^(registration|duplicate|contradiction)/

/** Not bound to tenants: what is read before it is known who calls, and what is the same for all. */
const UNBOUND: Readonly<Record<string, string>> = {
  accident_fact_later: 'a view of the order of acts, without what they say',
  client: 'a token names its client before anybody knows the tenant',
  client_secret: 'hashes, checked before anybody knows the tenant',
  disease_fact_later: 'as accident_fact_later',
  environment_fact_later: 'as accident_fact_later',
  log_reader: 'of the service',
  master_key_check: 'of the service',
  provider: 'for everybody',
  provider_version: 'for everybody',
  published_table: 'for everybody',
  report_fact_later: 'as accident_fact_later',
  schema_migration: 'of the service',
  signing_key: 'of the service; the private half is sealed',
  tax_code_alias: 'keyed hashes',
  technical_incident_fact_later: 'as accident_fact_later',
  tenant: 'ids and sealed keys',
}

const stranger = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'
const SCOPES: Readonly<Record<string, Record<string, string>>> = {
  'no scope': {},
  'another tenant': { 'app.tenant': stranger },
  'another client': { 'app.client': stranger },
  'a foreign province': { 'app.reach': 'VN-2025:01' },
  'a unit with almost the same key': { 'app.reach': 'VN-2025:1' },
}

/** As the application, within a scope; nothing stays. */
async function asApplication<T>(scope: Record<string, string>, work: () => Promise<T>): Promise<T> {
  await db.query('begin')
  try {
    for (const [name, value] of Object.entries(scope)) await db.query('select set_config($1, $2, true)', [name, value])
    await db.query('set local role khaibao_app')
    return await work()
  } finally {
    await db.query('rollback')
  }
}

async function tables(bound: boolean): Promise<string[]> {
  const { rows } = await db.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')
      and relrowsecurity = $1 order by relname`,
    [bound],
  )
  return rows.map(({ relname }) => relname)
}

async function count(table: string): Promise<number> {
  return (await db.query(`select count(*)::int as n from ${table}`)).rows[0].n
}

describe('row-level security', () => {
  it('binds every table but those with a reason not to be', async () => {
    expect(await tables(false)).toEqual(Object.keys(UNBOUND).sort())
  })

  it('finds something in every bound table, so that seeing nothing means something', async () => {
    for (const table of await tables(true)) expect(await count(table), table).toBeGreaterThan(0)
  })

  it.each(Object.entries(SCOPES))('shows nothing to %s', async (_, scope) => {
    for (const table of await tables(true)) {
      expect(await asApplication(scope, () => count(table)), table).toBe(0)
    }
  })

  it('shows a tenant its own', async () => {
    for (const table of await tables(true)) {
      if (NOT_FOR_TENANTS.test(table)) continue
      expect(await asApplication({ 'app.tenant': tenant }, () => count(table)), table).toBeGreaterThan(0)
    }
  })

  it.each([
    ['an office of health of the province', { 'app.role': 'health-office', 'app.reach': 'VN-2025:19' }, true],
    ['the Ministry of Health', { 'app.role': 'health-office', 'app.reach': '*' }, true],
    ['an office of labour of the province', { 'app.role': 'labour-office', 'app.reach': 'VN-2025:19' }, false],
    ['the Ministry of Home Affairs', { 'app.role': 'labour-office', 'app.reach': '*' }, false],
    ['an office of health elsewhere', { 'app.role': 'health-office', 'app.reach': 'VN-2025:01' }, false],
    ['whoever is in the province', { 'app.reach': 'VN-2025:19' }, false],
  ])('shows a diagnosis of one person to whom health is entrusted: to %s', async (_, scope, shown) => {
    expect((await asApplication(scope, () => count('disease_case_fact'))) > 0).toBe(shown)
    const elsewhere = scope['app.reach'] === 'VN-2025:01'
    expect((await asApplication(scope, () => count('disease_fact'))) > 0).toBe(!elsewhere)
  })

  it('shows the registers of facilities and organisations, each version of them, to everybody', async () => {
    for (const table of ['provider', 'provider_version']) {
      expect(await asApplication({}, () => count(table)), table).toBe(2)
    }
  })

  it('lets nobody write as another tenant', async () => {
    for (const table of await tables(true)) {
      // Whoever reads leaves a trace with whose data they are.
      if (/_access$/.test(table)) continue
      const { rows } = await db.query(`select row_to_json(t) as row from ${table} t limit 1`)
      const writing = asApplication({ 'app.tenant': stranger }, () =>
        db.query(`insert into ${table} select * from json_populate_record(null::${table}, $1)`, [rows[0].row]),
      )
      await expect(writing, table).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('is not to be evaded, nor what was filed to be changed, by the application', async () => {
    const { rows: roles } = await db.query("select rolsuper, rolbypassrls from pg_roles where rolname = 'khaibao_app'")
    expect(roles).toEqual([{ rolsuper: false, rolbypassrls: false }])
    const { rows: owned } = await db.query("select relname from pg_class where relowner = 'khaibao_app'::regrole")
    expect(owned).toEqual([])
    const { rows: granted } = await db.query(
      `select distinct table_name from information_schema.role_table_grants
        where grantee = 'khaibao_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') order by table_name`,
    )
    expect(granted.map(({ table_name }) => table_name)).toEqual(CHANGEABLE)
  })
})

/** Everything else is only ever added to. */
const CHANGEABLE = ['client', 'client_secret', 'delegation', 'enterprise', 'provider', 'registration', 'tax_code_alias']
