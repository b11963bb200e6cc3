import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertMonitorings, type MonitoringOf } from '../../support/monitoring-facts.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let office: TestClient

const within = (year: number) => `from=${year}-01-01&to=${year}-12-31`
const record = (...campaigns: MonitoringOf[]) => insertMonitorings(service.ownerUrl, campaigns)
const ask = (query: string) => office.expect(200, 'get', `/v1/statistics/environment?${query}`)
const numbersOf = (answer: { body: Json }) => (answer.body.rows as Json[]).map(({ labels, ...row }) => row)

beforeAll(async () => {
  service = await startTestService()
  office = await service.admin.newClient({ name: 'Bộ', role: 'labour-office', jurisdiction: { national: true } })
})
afterAll(() => service.close())

const SAMPLES = 'samples,assessedSamples,exceeding,advisoryExceeding,notAssessable'

describe('samples', () => {
  beforeAll(() =>
    record({
      sampled_on: '2019-03-10',
      at: [
        { workers: 12, women: 3 },
        { workers: 30, women: 20 },
        { workers: 7, women: 0 },
      ],
      measured: [
        { position: 1, verdict: 'exceed' },
        { position: 1, verdict: 'exceed' },
        { position: 2, verdict: 'pass' },
        { position: 2, factor: 'DU-TOT', hazards: ['HZ-DUST-SILICA'], verdict: 'exceed', advisory: true },
        { position: 3, factor: 'DU-TOT', hazards: ['HZ-DUST-SILICA'], verdict: 'not-assessable' },
        { position: 3, factor: 'DU-TOT', hazards: [], verdict: 'exceed', counted: false },
      ],
    }),
  )

  it('beyond a limit nobody verified, or by an instrument out of date, are no exceedances', async () => {
    const answer = await ask(`${within(2019)}&measures=${SAMPLES}`)
    expect(answer.body.totals).toEqual({
      samples: 5,
      assessedSamples: 3,
      exceeding: 2,
      advisoryExceeding: 1,
      notAssessable: 1,
    })
  })

  it('are the same by factor', async () => {
    const answer = await ask(`${within(2019)}&measures=campaigns,${SAMPLES}&by=factor`)
    expect(numbersOf(answer)).toEqual([
      {
        factor: 'DU-TOT',
        campaigns: 1,
        samples: 2,
        assessedSamples: 0,
        exceeding: 0,
        advisoryExceeding: 1,
        notAssessable: 1,
      },
      {
        factor: 'PH-NOISE-LAEQ',
        campaigns: 1,
        samples: 3,
        assessedSamples: 3,
        exceeding: 2,
        advisoryExceeding: 0,
        notAssessable: 0,
      },
    ])
  })

  it('are told by verdict, advisory ones apart', async () => {
    const answer = await ask(`${within(2019)}&measures=samples&by=verdict`)
    expect(numbersOf(answer)).toEqual([
      { verdict: 'advisory-exceed', samples: 1 },
      { verdict: 'exceed', samples: 2 },
      { verdict: 'not-assessable', samples: 1 },
      { verdict: 'pass', samples: 1 },
    ])
  })

  it('stand under each harmful factor they belong to', async () => {
    const answer = await ask(`${within(2019)}&measures=samples,exceedingOfAssessed&by=hazard`)
    expect(numbersOf(answer)).toEqual([
      { hazard: 'HZ-DUST-SILICA', samples: 2, exceeding: 0, assessedSamples: 0, exceedingOfAssessed: null },
      { hazard: 'HZ-PHY-NOISE', samples: 3, exceeding: 2, assessedSamples: 3, exceedingOfAssessed: 66.6667 },
    ])
  })

  it('tell how many work where a verified limit is exceeded, each position once', async () => {
    const answer = await ask(`${within(2019)}&measures=positionsExceeding,workersExceeding,womenExceeding`)
    expect(answer.body.totals).toEqual({ positionsExceeding: 1, workersExceeding: 12, womenExceeding: 3 })
    const refused = await office.get(`/v1/statistics/environment?${within(2019)}&measures=workersExceeding&by=factor`)
    expect(refused.body.errors).toMatchObject([{ code: 'indivisible' }])
  })
})

describe('campaigns', () => {
  const enterprise = randomUUID()
  const organisation_id = randomUUID()
  beforeAll(() =>
    record(
      { tenant_id: enterprise, sampled_on: '2018-02-01', organisation_id, organisation: 'Viện Mẫu', measured: [{}] },
      { tenant_id: enterprise, sampled_on: '2018-08-01', organisation_id, organisation: 'Viện Mẫu', measured: [{}] },
      {
        sampled_on: '2018-05-01',
        counted: false,
        eligible: false,
        organisation: 'Tổ chức lạ',
        measured: [{ verdict: 'exceed' }],
        at: [{ workers: 5 }],
      },
      { sampled_on: '2018-05-01', in_force: false, counted: false, status: 'withdrawn', measured: [{}] },
    ),
  )

  it('that do not count stand apart, and are in no other figure', async () => {
    const answer = await ask(
      `${within(2018)}&measures=campaigns,campaignsOutside,enterprises,samples,exceeding,workersExceeding`,
    )
    expect(answer.body.totals).toEqual({
      campaigns: 2,
      campaignsOutside: 1,
      enterprises: 1,
      samples: 2,
      exceeding: 0,
      workersExceeding: 0,
    })
  })

  it('are told by organisation, by the name that was filed', async () => {
    const answer = await ask(`${within(2018)}&measures=campaigns,campaignsOutside&by=organisation`)
    expect(answer.body.rows).toMatchObject([
      { organisation: organisation_id, campaigns: 2, labels: { organisation: { vi: 'Viện Mẫu' } } },
      { organisation: 'unknown', campaigns: 0, campaignsOutside: 1 },
    ])
    const byFactor = await ask(`${within(2018)}&measures=enterprises,samples&by=organisation,factor`)
    expect(byFactor.body.rows).toMatchObject([
      { organisation: organisation_id, enterprises: 1, samples: 2, labels: { organisation: { vi: 'Viện Mẫu' } } },
    ])
  })

  it('count the samples of old forms that hold counts only', async () => {
    await record({ sampled_on: '2017-01-01', measured: [{ samples: 40 }, { samples: 3, verdict: 'exceed' }] })
    const answer = await ask(`${within(2017)}&measures=samples,exceeding&by=form04Group`)
    expect(answer.body.totals).toEqual({ samples: 43, exceeding: 3 })
  })
})

describe('the published table of monitoring', () => {
  it('is suppressed like others', async () => {
    await record(
      { sampled_on: '2012-01-01', measured: [{ samples: 60 }, { samples: 3, verdict: 'exceed' }] },
      {
        sampled_on: '2012-01-01',
        measured: [
          { factor: 'DU-TOT', samples: 80 },
          { factor: 'DU-TOT', samples: 9, verdict: 'exceed' },
        ],
      },
    )
    const { body } = await office.expect(200, 'get', '/v1/statistics/published/monitoring-by-factor?period=2012')
    expect(body).toMatchObject({ totals: { samples: 152, exceeding: 12 } })
    expect(body.suppressed).toHaveLength(2)
    expect(body.suppressed).toContainEqual({ factor: 'PH-NOISE-LAEQ' })
  })
})
