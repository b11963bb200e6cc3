import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { environmentKind } from '../../../src/environment/kind.ts'
import type { EnvironmentMonitoring } from '../../../src/environment/schema.ts'
import { enrol, type Parties, registerMonitoringOrganisation, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { insertScreenings } from '../../support/screening-facts.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/environment-monitorings'

/** A quarry whose register names silica only; a campaign of early 2025, too loud, is filed for it in late 2026. */
let service: TestService
let quarry: Parties
let health: TestClient
let monitor: TestClient
let report: string
let answer: Answer

beforeAll(async () => {
  service = await startTestService()
  quarry = await enrol(service, { ...SAMPLE_ENTERPRISE, hazardFactors: ['HZ-DUST-SILICA'] })
  await registerMonitoringOrganisation(service)
  health = await service.admin.newClient({
    name: 'Sở Y tế',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  monitor = await service.admin.newClient({ name: 'Trung tâm Quan trắc Sông Cầu', role: 'monitor' })
  const delegation = `/v1/enterprises/${quarry.enterpriseId}/delegations/${monitor.clientId}`
  const grant = { scopes: ['environment-monitoring'], until: '2999-12-31' }
  await quarry.enterprise.expect(200, 'put', delegation, grant)
  const zero = { kind: 'occupational-health', period: { year: 2025 }, zero: true }
  const filed = await quarry.enterprise.expect(201, 'post', '/v1/periodic-reports', zero, { 'idempotency-key': 'zero' })
  report = String(filed.body.id)
  answer = await file(lastYear())
})
afterAll(() => service.close())

/** The sample a year earlier, with noise beyond its limit. */
function lastYear(): EnvironmentMonitoring {
  const text = JSON.stringify(environmentKind.sample).replaceAll('"2026-', '"2025-').replaceAll('/2026/', '/2025/')
  const campaign = JSON.parse(text) as EnvironmentMonitoring
  Object.assign(campaign.campaign ?? {}, { year: 2025 })
  Object.assign(campaign.measurements?.[1] ?? {}, { value: 92, verdict: 'exceed' })
  // Before 1 July 2025 the commune had another code: without a place it is the head office.
  Object.assign(campaign, { site: undefined, summary: undefined, measures: [MEASURE] })
  return campaign
}

const MEASURE = { description: 'Bọc tiêu âm máy nghiền', responsible: 'Quản đốc', deadline: '2025-06-30' }

function file(campaign: EnvironmentMonitoring, client = quarry.enterprise): Promise<Answer> {
  return client.send('post', PATH, campaign, { 'idempotency-key': randomUUID() })
}

const found = (rule: string, { body } = answer) =>
  (body.findings as Json[]).filter((finding) => finding.rule === rule).map(({ kind, message }) => `${kind} ${message}`)

async function listed(check: string): Promise<Json[]> {
  return (await health.expect(200, 'get', `/v1/contradictions?check=${check}`)).body.items as Json[]
}

describe('a campaign filed when its workers should have been examined', () => {
  it('beyond a limit is stored with the breach', async () => {
    expect(answer.status, answer.text).toBe(201)
    expect(found('ENV-142')).toEqual([expect.stringMatching(/^breach .*11\/03\/2025 vượt giới hạn \(HZ-PHY-NOISE\)/)])
    expect(await listed('exceeded-without-examination')).toMatchObject([
      { left: { id: answer.body.id, value: 1 }, right: { id: null } },
    ])
  })

  it('within the limits too, where the register names the hazard', async () => {
    expect(found('KB-ENV-24')).toEqual([expect.stringMatching(/^breach .*\(HZ-DUST-SILICA\)/)])
    expect(await listed('exposed-without-examination')).toMatchObject([
      { left: { id: answer.body.id }, right: { id: null } },
    ])
  })
})

describe('a campaign beside the register and the reports', () => {
  it('is told which exceeded factor the register lacks', async () => {
    expect(found('KB-ENV-25')).toEqual([expect.stringMatching(/^info Yếu tố PH-NOISE-LAEQ vượt giới hạn/)])
    expect(await listed('exceeding-not-declared')).toMatchObject([
      { left: { id: answer.body.id }, right: { kind: 'enterprise' } },
    ])
  })

  it('is told which report cannot hold its samples', async () => {
    expect(found('KB-ENV-26')).toEqual([
      expect.stringContaining(`info Báo cáo ${report} kỳ 2025 chưa gồm đợt này: ghi 0 mẫu (0 mẫu không đạt)`),
    ])
    const told = (await listed('samples-of-health-report')).map(({ left, right }) => [left, right] as [Json, Json])
    expect(told.map(([left, right]) => [left.id, left.field, left.value, right.value]).sort()).toEqual([
      [report, 'failed', 0, 1],
      [report, 'samples', 0, 9],
    ])
  })
})

describe('a second campaign of the year', () => {
  it('lacks nothing that the first one measured', async () => {
    const second = lastYear()
    Object.assign(second.report ?? {}, { number: '52/2025/MTLĐ' })
    const noise = second.measurements?.[1]
    const positions = second.positions?.map((position) => ({ ...position, hazards: undefined }))
    const filed = await file({ ...second, positions, measurements: noise && [noise] } as EnvironmentMonitoring)
    expect(filed.status, filed.text).toBe(201)
    expect(found('ENV-040', filed)).toEqual([])
  })
})

describe('an organisation that files for the enterprise', () => {
  it('learns for what workers were examined, and not who or how many were ill', async () => {
    await insertScreenings(service.ownerUrl, [
      {
        tenant_id: quarry.enterpriseId,
        place: { scheme: 'VN-2025', code: '01849' },
        examined_on: '2025-09-10',
        hazards: [{ factor: 'HZ-PHY-NOISE', exposed: 1041, examined: 1041 }],
        results: [{ disease: 'OD-18', examined: 1041, suspected: 0, diagnosed: 1037, diagnosed_new: 1037 }],
      },
    ])
    const third = { ...lastYear(), onBehalf: { enterpriseId: quarry.enterpriseId } } as EnvironmentMonitoring
    Object.assign(third.report ?? {}, { number: '53/2025/MTLĐ' })
    Object.assign(third.measurements?.[0] ?? {}, { value: 0.02 })
    const filed = await file(third, monitor)
    expect(filed.status, filed.text).toBe(201)
    expect([found('ENV-142', filed), found('KB-ENV-24', filed).length]).toEqual([[], 1])
    const messages = (filed.body.findings as Json[]).map(({ message }) => message)
    expect(messages.join(' ')).not.toMatch(/OD-18|1037|1041/)
  })
})
