import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diseaseKind } from '../../../src/disease/kind.ts'
import type { DiseaseScreening } from '../../../src/disease/schema.ts'
import { insertMonitorings } from '../../support/monitoring-facts.ts'
import { enrol, type Parties, registerFacility } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

/** A quarry that measured silica within the limits and noise never, reported 2025 without diseases, and then declares a round. */
let service: TestService
let quarry: Parties
let health: TestClient
let report: string
let answer: Answer

const campaign = () => ({
  tenant_id: quarry.enterpriseId,
  place: { scheme: 'VN-2025' as const, code: '01849' },
  sampled_on: '2025-06-18',
  factors: ['DU-SIO2-RESP'],
  hazards: ['HZ-DUST-SILICA'],
  samples: 6,
  measured: [{ factor: 'DU-SIO2-RESP', hazards: ['HZ-DUST-SILICA'], sampled_on: '2025-06-18', samples: 6 }],
})

beforeAll(async () => {
  service = await startTestService()
  quarry = await enrol(service)
  await registerFacility(service)
  health = await service.admin.newClient({
    name: 'Sở Y tế',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  const zero = { kind: 'occupational-health', period: { year: 2025 }, zero: true }
  const filed = await quarry.enterprise.expect(201, 'post', '/v1/periodic-reports', zero, { 'idempotency-key': 'zero' })
  report = String(filed.body.id)
  await insertMonitorings(service.ownerUrl, [campaign()])
  answer = await quarry.enterprise.send('post', '/v1/disease-screenings', lastYear(), {
    'idempotency-key': randomUUID(),
  })
})
afterAll(() => service.close())

/** The sample a year earlier, which does not say when anything was measured. */
function lastYear(): DiseaseScreening {
  const text = JSON.stringify(diseaseKind.sample).replaceAll('"2026-', '"2025-')
  const round = JSON.parse(text) as DiseaseScreening
  round.establishment = { ...round.establishment, industry: undefined }
  for (const hazard of round.hazards ?? [])
    Object.assign(hazard, { monitoringOn: undefined, monitoringResult: undefined })
  Object.assign(round.files ?? {}, { forms: 'TT28' })
  return round
}

const found = (rule: string) =>
  (answer.body.findings as Json[])
    .filter((finding) => finding.rule === rule)
    .map(({ kind, pointer, message }) => ({ kind, pointer, message: String(message) }))

async function listed(check: string, client = health): Promise<Json[]> {
  return (await client.expect(200, 'get', `/v1/contradictions?check=${check}`)).body.items as Json[]
}

describe('a round beside the monitorings of the same enterprise', () => {
  it('that examined for what nobody measured in the year is stored with the breach', async () => {
    expect(answer.status, answer.text).toBe(201)
    expect(found('ENV-144')).toMatchObject([{ kind: 'breach', pointer: '/hazards/1/monitoringOn' }])
    expect(found('ENV-144')[0]?.message).toContain('HZ-PHY-NOISE (Tiếng ồn): có 80 người được khám, nhưng cả năm 2025')
    expect(await listed('screening-without-monitoring')).toMatchObject([
      { left: { id: answer.body.id, value: 80 }, right: { id: null } },
    ])
  })

  it('that found a disease whose cause was never measured is stored with the breach', async () => {
    expect(found('ENV-145')).toMatchObject([{ kind: 'breach', pointer: '/diseases/1/diagnosed' }])
    expect(found('ENV-145')[0]?.message).toContain('OD-18')
    expect(await listed('disease-without-monitoring')).toMatchObject([
      { left: { id: answer.body.id, value: 1 }, right: { id: null } },
    ])
  })

  it('that found a disease where all measurements were within the limits is told so', async () => {
    expect(found('ENV-171')).toMatchObject([{ kind: 'info', pointer: '/diseases/0/suspected' }])
    expect(found('ENV-171')[0]?.message).toContain('gần nhất ngày 18/06/2025')
    expect(await listed('disease-within-limits')).toMatchObject([{ left: { id: answer.body.id, value: 3 } }])
  })
})

describe('a round of a period that was reported without it', () => {
  it('names the report to amend, cell by cell', async () => {
    const told = found('KB-DIS-43')
    expect(told.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      'info /diseases/0/examined',
      'info /diseases/0/diagnosed',
      'info /diseases/1/examined',
      'info /diseases/1/diagnosed',
    ])
    expect(told[1]?.message).toContain(
      `Báo cáo y tế lao động ${report} kỳ 2025 chưa gồm đợt khám này: ô IV.1.OD-01.diagnosed ghi 0`,
    )
    const contradictions = await listed('screenings-reported')
    expect(contradictions.map(({ left, right }) => [left, right])).toMatchObject(
      ['OD-01', 'OD-18'].map(() => [
        { id: report, value: 0 },
        { id: answer.body.id, value: 1 },
      ]),
    )
  })

  it('says so to nobody but the health office, beside the enterprise', async () => {
    for (const check of ['screenings-reported', 'disease-without-monitoring', 'screening-without-monitoring']) {
      expect(await listed(check, quarry.office)).toEqual([])
    }
  })
})

describe('a round whose factors another campaign measured later in the year', () => {
  it('lacks no monitoring', async () => {
    const noise = { factor: 'PH-NOISE-LAEQ', hazards: ['HZ-PHY-NOISE'], sampled_on: '2025-11-20', samples: 8 }
    await insertMonitorings(service.ownerUrl, [
      {
        ...campaign(),
        sampled_on: '2025-11-20',
        factors: [noise.factor],
        hazards: noise.hazards,
        samples: 8,
        measured: [noise],
      },
    ])
    const validated = await quarry.enterprise.send('post', '/v1/disease-screenings/validate', lastYear())
    const rules = (validated.body.findings as Json[]).map(({ rule }) => rule)
    expect(rules).not.toContain('ENV-144')
    // What was measured after the round says nothing of the years before it.
    expect(rules).toContain('ENV-145')
  })
})
