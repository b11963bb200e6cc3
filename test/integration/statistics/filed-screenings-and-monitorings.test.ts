import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diseaseKind } from '../../../src/disease/kind.ts'
import { environmentKind } from '../../../src/environment/kind.ts'
import { enrol, type Parties, registerFacility, registerMonitoringOrganisation } from '../../support/parties.ts'
import { startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties
let health: TestClient

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  await registerFacility(service)
  await registerMonitoringOrganisation(service)
  const jurisdiction = { units: [{ scheme: 'VN-2025', code: '19' }] }
  health = await service.admin.newClient({ name: 'Sở Y tế', role: 'health-office', jurisdiction })
})
afterAll(() => service.close())

const YEAR = 'from=2026-01-01&to=2026-12-31'
const totalsOf = async (client: TestClient, cube: string, query: string) =>
  (await client.expect(200, 'get', `/v1/statistics/${cube}?${YEAR}&${query}`)).body.totals
const file = (path: string, body: unknown) =>
  parties.enterprise.expect(201, 'post', path, body, { 'idempotency-key': randomUUID() })

describe('figures of what was filed', () => {
  it('include a screening from its receipt on, and no longer once it is withdrawn', async () => {
    const measures = 'measures=rounds,enterprises,examinedPersons,examinedOfExposed'
    expect(await totalsOf(health, 'disease', measures)).toMatchObject({ rounds: 0 })
    const { headers } = await file('/v1/disease-screenings', diseaseKind.sample)
    expect(await totalsOf(health, 'disease', measures)).toEqual({
      rounds: 1,
      enterprises: 1,
      examinedPersons: 150,
      exposedPersons: 150,
      examinedOfExposed: 100,
    })
    expect(await totalsOf(health, 'disease', 'measures=examinations,diagnosed,diagnosedNew')).toEqual({
      examinations: 200,
      diagnosed: 2,
      diagnosedNew: 2,
    })
    expect(await totalsOf(health, 'disease-exposure', 'measures=exposures,examinedExposures')).toEqual({
      exposures: 200,
      examinedExposures: 200,
    })
    expect(await totalsOf(parties.office, 'disease', 'measures=rounds,diagnosed')).toEqual({
      rounds: 1,
      diagnosed: null,
    })
    await parties.enterprise.expect(
      200,
      'post',
      `${headers.location}/withdrawal`,
      { reason: 'Khai báo nhầm.' },
      { 'if-match': '"1"' },
    )
    expect(await totalsOf(health, 'disease', measures)).toMatchObject({ rounds: 0, examinedPersons: 0 })
    expect(await totalsOf(health, 'disease-exposure', 'measures=exposures')).toEqual({ exposures: 0 })
  })

  it('include a campaign from its receipt on, its samples by factor', async () => {
    expect(await totalsOf(parties.office, 'environment', 'measures=campaigns')).toEqual({ campaigns: 0 })
    await file('/v1/environment-monitorings', environmentKind.sample)
    const samples = environmentKind.sample.measurements?.length
    expect(
      await totalsOf(parties.office, 'environment', 'measures=campaigns,campaignsOutside,enterprises,samples'),
    ).toEqual({
      campaigns: 1,
      campaignsOutside: 0,
      enterprises: 1,
      samples,
    })
    const { body } = await health.expect(
      200,
      'get',
      `/v1/statistics/environment?${YEAR}&measures=samples,exceeding&by=organisation,factor`,
    )
    expect(body.rows).not.toEqual([])
    expect(body.rows).toContainEqual(
      expect.objectContaining({
        factor: 'PH-NOISE-LAEQ',
        labels: expect.objectContaining({ organisation: expect.anything() }),
      }),
    )
  })
})
