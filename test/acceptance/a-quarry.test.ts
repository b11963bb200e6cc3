import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoEnterprises } from '../../src/cli/demo-filings.ts'
import { quarryCampaign, quarryCampaignAmended, quarryScreening } from '../../src/cli/demo-quarry-filings.ts'
import { sampleFacility, sampleMonitoringOrganisation } from '../../src/provider/sample.ts'
import { enrol } from '../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../support/service.ts'

const CAMPAIGNS = '/v1/environment-monitorings'
const SCREENINGS = '/v1/disease-screenings'
const YEAR = 'from=2026-01-01&to=2026-12-31'
const [, QUARRY] = demoEnterprises

let service: TestService
let office: TestClient
let health: TestClient
let quarry: TestClient
let examiner: TestClient
let monitor: TestClient
let quarryId: string

beforeAll(async () => {
  service = await startTestService()
  const parties = await enrol(service, QUARRY as unknown as Json & { taxCode: string })
  ;({ office, enterprise: quarry, enterpriseId: quarryId } = parties)
  health = await service.admin.newClient({
    name: 'Sở Y tế Thái Nguyên',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  examiner = await service.admin.newClient({ name: sampleFacility.name, role: 'examiner' })
  monitor = await service.admin.newClient({ name: sampleMonitoringOrganisation.name, role: 'monitor' })
})
afterAll(() => service.close())

const file = (client: TestClient, path: string, declaration: object) =>
  client.send(
    'post',
    path,
    { ...declaration, onBehalf: { enterpriseId: quarryId } },
    { 'idempotency-key': randomUUID() },
  )
const breachesOf = ({ body }: Answer) =>
  (body.findings as Json[]).filter(({ kind }) => kind === 'breach').map(({ rule, pointer }) => `${rule} ${pointer}`)
const etagOf = async (client: TestClient, path: string) => String((await client.get(path)).headers.etag)
const delegate = (client: TestClient, scope: string) =>
  quarry.expect(200, 'put', `/v1/enterprises/${quarryId}/delegations/${client.clientId}`, {
    scopes: [scope],
    until: '2027-12-31',
  })
const asked = async (client: TestClient, question: string) =>
  (await client.expect(200, 'get', `/v1/statistics/${question}&${YEAR}`)).body

describe('a quarry with silica dust and noise', () => {
  it('is monitored and exceeds, amends what it has done, is screened, and two are found ill', async () => {
    // The health office keeps both registers; without a delegation nobody files for the quarry.
    await health.expect(201, 'post', '/v1/facilities', sampleFacility)
    await health.expect(201, 'post', '/v1/monitoring-organisations', sampleMonitoringOrganisation)
    expect((await file(monitor, CAMPAIGNS, quarryCampaign)).status).toBe(403)
    await delegate(monitor, 'environment-monitoring')
    await delegate(examiner, 'disease-screening')

    // The organisation files what it measured. All of it is true, so all of it is accepted, the breaches too.
    const monitored = await file(monitor, CAMPAIGNS, quarryCampaign)
    expect([monitored.status, monitored.body.results]).toMatchObject([
      201,
      { samples: 5, passing: 1, exceeding: 3, notAssessable: 1 },
    ])
    expect(breachesOf(monitored).sort()).toEqual([
      'ENV-110 /measurements/2/verdict',
      'ENV-114 /measurements/1/value',
      'ENV-124 /measurements/0/value',
      'ENV-124 /measurements/2/value',
      'ENV-147 /positions/0/allowanceInKind',
      'ENV-147 /positions/1/allowanceInKind',
      'ENV-150 /publication/publishedOn',
      'ENV-151 /measures',
    ])
    expect(monitored.body.exceedingPositions).toMatchObject([
      { positionId: 'VT1', workers: 14, hazards: ['HZ-DUST-SILICA', 'HZ-PHY-NOISE'] },
      { positionId: 'VT2', workers: 8, hazards: ['HZ-DUST-SILICA'] },
    ])
    const duties = (monitored.body.dueDates as Json[]).map(({ duty }) => duty)
    expect(duties).toEqual(expect.arrayContaining(['publication', 'corrective-measures', 'early-examination']))

    // The quarry sees it, contests nothing, and adds measures and publication.
    const campaign = String(monitored.headers.location)
    expect((await quarry.get(campaign)).body).toMatchObject({ status: 'filed', contested: null })
    const amendment = { ...quarryCampaignAmended, onBehalf: { enterpriseId: quarryId } }
    const amended = await quarry.expect(200, 'put', campaign, amendment, { 'if-match': '"1"' })
    expect(breachesOf(amended)).toHaveLength(6)
    expect(breachesOf(amended).filter((told) => /ENV-15[01]/.test(told))).toEqual([])

    // The facility files the round: fifty of fifty-five persons, two of them ill.
    const screened = await file(examiner, SCREENINGS, quarryScreening)
    expect([screened.status, screened.body.coverage]).toMatchObject([
      201,
      {
        distinctPersons: { exposed: 55, examined: 50, percent: 90.9 },
        personsByFactor: { exposed: 72, examined: 67, percent: 93.1 },
      },
    ])
    const screening = String(screened.headers.location)

    // Who they are is told to the health office for a purpose, and to the labour office never.
    const diagnosed = (await health.expect(200, 'get', screening)).body.declaration as { cases: Json[] }
    expect(diagnosed.cases.map(({ disease, person }) => [disease, person])).toEqual([
      ['OD-01', undefined],
      ['OD-18', undefined],
    ])
    const purpose = { 'x-purpose': 'giam-sat-benh-nghe-nghiep' }
    expect((await health.expect(200, 'get', screening, undefined, purpose)).text).toContain('Lường Văn Khoan')
    expect((await office.expect(200, 'get', screening, undefined, purpose)).text).not.toContain('Lường Văn Khoan')

    // The health office returns the campaign for the report that said "pass", and accepts the screening.
    const comment = { pointer: '/measurements/2/verdict', text: 'Đề nghị tổ chức quan trắc đính chính.' }
    const returned = await health.expect(
      200,
      'post',
      `${campaign}/return`,
      { comments: [comment] },
      { 'if-match': await etagOf(health, campaign) },
    )
    expect(returned.body.status).toBe('returned')
    const told = (await quarry.expect(200, 'get', `${campaign}/comments`)).body.items
    expect(told).toMatchObject([{ text: 'Đề nghị tổ chức quan trắc đính chính.' }])
    const accepted = await health.expect(
      200,
      'post',
      `${screening}/acceptance`,
      {},
      { 'if-match': await etagOf(health, screening) },
    )
    expect(accepted.body.status).toBe('accepted')

    // The labour office counts samples; of diagnoses it learns nothing that would point at two persons.
    expect(await asked(office, 'environment?measures=samples,exceeding,workersExceeding')).toMatchObject({
      totals: { samples: 5, exceeding: 3, workersExceeding: 22 },
    })
    const hidden = await asked(office, 'disease?by=disease&measures=examinations,diagnosed')
    const ofDisease = (code: string) => (hidden.rows as Json[]).find(({ disease }) => disease === code)
    expect(['OD-01', 'OD-18', 'OD-02'].map(ofDisease)).toMatchObject([
      { examinations: null, diagnosed: null },
      { examinations: null, diagnosed: null },
      { examinations: 0, diagnosed: 0 },
    ])
    expect(hidden.totals).toEqual({ examinations: null, diagnosed: null })
    expect(await asked(health, 'disease?measures=examinations,diagnosed')).toMatchObject({
      totals: { examinations: 67, diagnosed: 2 },
    })

    // Coverage, each indicator with its denominator.
    expect(await asked(office, 'disease?measures=examinedOfExposed')).toMatchObject({
      totals: { examinedPersons: 50, exposedPersons: 55, examinedOfExposed: 90.9091 },
      basis: [{ id: 'exposed-as-filed' }],
    })
    expect(await asked(office, 'disease?measures=screenedOfHazardous')).toMatchObject({
      totals: { enterprisesWithHazardsScreened: 1, enterprisesWithHazards: 1, screenedOfHazardous: 100 },
      basis: [{ id: 'register-hazards' }],
    })
    expect(await asked(office, 'environment?measures=monitoredOfHazardous')).toMatchObject({
      totals: { monitoredOfHazardous: 100 },
      basis: [{ id: 'register-hazards' }],
    })
  })
})
