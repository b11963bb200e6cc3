import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOshAnnual } from '../../../src/periodic-report/osh-annual/sample.ts'
import type { PeriodicReport } from '../../../src/periodic-report/schema.ts'
import { insertMonitorings } from '../../support/monitoring-facts.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/periodic-reports'

let service: TestService
let parties: Parties
let campaign: string

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  service.setTime('2025-12-12T04:45:00Z')
  const accident = JSON.parse(
    JSON.stringify(sample()).replaceAll('2026-05-', '2025-12-').replaceAll('2026-01-', '2025-01-'),
  ) as Json
  await parties.enterprise.expect(201, 'post', '/v1/accident-declarations', accident, {
    'idempotency-key': randomUUID(),
  })
  campaign = randomUUID()
  await insertMonitorings(service.ownerUrl, [
    {
      tenant_id: parties.enterpriseId,
      declaration_id: campaign,
      sampled_on: '2025-11-03',
      measured: [
        { item_9: 'noise', verdict: 'exceed', samples: 2 },
        { item_9: 'dust', samples: 3 },
        { item_9: 'dust', verdict: 'exceed', advisory: true, samples: 1 },
      ],
    },
  ])
  service.setTime('2026-01-08T02:00:00Z')
})
afterAll(() => service.close())

function file(report: unknown, by: TestClient = parties.enterprise): Promise<Answer> {
  return by.send('post', PATH, report, { 'idempotency-key': randomUUID() })
}

async function draftFor(by: TestClient, more = ''): Promise<{ draft: PeriodicReport; from: Json[] }> {
  const { body } = await by.expect(200, 'get', `${PATH}/draft?kind=osh-annual&period=2025${more}`)
  return body as unknown as { draft: PeriodicReport; from: Json[] }
}

function findings(answer: Answer, kind: string): string[] {
  return (answer.body.findings as Json[]).filter((each) => each.kind === kind).map(({ rule }) => String(rule))
}

describe('the draft of the annual report on safety and health', () => {
  it('holds the accidents and the samples of the year, with the declarations behind them', async () => {
    const { draft, from } = await draftFor(parties.enterprise)
    expect(draft.oshAnnual).toMatchObject({
      accidents: { accidents: 1, fatalAccidents: 1, deaths: 1 },
      diseases: { total: 0, new: 0 },
      environment: { samples: 6, failed: 2, noise: { samples: 2, failed: 2 }, dust: { samples: 4, failed: 0 } },
    })
    expect(from).toContainEqual({ line: '9.noise.failed', value: 2, declarations: [campaign] })
  })

  it('tells a labour office nothing of diagnoses', async () => {
    const { draft } = await draftFor(parties.office, `&enterprise=${parties.enterpriseId}`)
    expect(draft.oshAnnual).toHaveProperty('environment')
    expect(draft.oshAnnual).not.toHaveProperty('diseases')
  })

  it('is of whole years', async () => {
    const answer = await parties.enterprise.get(`${PATH}/draft?kind=osh-annual&period=2025-H1`)
    expect(answer.status).toBe(400)
  })
})

describe('the annual report on safety and health', () => {
  it('is filed as drafted, in time, and differs from nothing declared', async () => {
    const { draft } = await draftFor(parties.enterprise)
    const { training, equipment, planCosts, groups } = sampleOshAnnual
    const report = { ...draft, oshAnnual: { ...draft.oshAnnual, groups, training, equipment, planCosts } }
    const answer = await file(report)
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({ due: { due: '2026-01-09', timely: true }, differences: [] })
    const { body } = await parties.office.expect(200, 'get', `${PATH}/${answer.body.id}`)
    expect(body.declaration).toMatchObject({ oshAnnual: { training } })
  })

  it('is refused in Vietnamese where samples do not add up, and asked for confirmation where they differ', async () => {
    const section = { ...sampleOshAnnual, environment: { samples: 7, failed: 0, noise: { samples: 6, failed: 0 } } }
    const refused = await file({ kind: 'osh-annual', period: { year: 2025 }, oshAnnual: section })
    expect(refused.status).toBe(422)
    expect(findings(refused, 'error')).toContain('KB-OSH-08')
    expect(findings(refused, 'warning')).toEqual(expect.arrayContaining(['ENV-140', 'ENV-140']))
    expect(refused.text).toContain('Tổng số mẫu ghi 7, các yếu tố cộng lại là 6.')
  })

  it('is refused for a half-year', async () => {
    const answer = await file({ kind: 'osh-annual', period: { year: 2025, half: 1 }, oshAnnual: sampleOshAnnual })
    expect(findings(answer, 'error')).toContain('KB-REP-04')
  })

  it('is late on 10 January and accepted as a breach, machines nobody inspected too', async () => {
    const section = { equipment: { total: 3, uninspected: 1 } }
    const answer = await file({ kind: 'osh-annual', period: { year: 2023 }, oshAnnual: section })
    expect(answer.status, answer.text).toBe(201)
    expect(findings(answer, 'breach').toSorted()).toEqual(['KB-OSH-20', 'OD-R092'])
  })

  it('is one call where there is nothing to report', async () => {
    const answer = await file({ kind: 'osh-annual', period: { year: 2024 }, zero: true })
    expect(answer.status, answer.text).toBe(201)
    const { body } = await parties.enterprise.expect(200, 'get', `${PATH}/${answer.body.id}`)
    expect(body.declaration).toMatchObject({
      zero: true,
      oshAnnual: { accidents: { deaths: 0 }, diseases: { new: 0 } },
    })
    expect(Object.keys((body.declaration as PeriodicReport).oshAnnual ?? {})).toEqual(['accidents', 'diseases'])
    // Nobody said that there was no training, no inspection and no management system.
    expect(findings(answer, 'breach')).toEqual(['OD-R092'])
  })
})
