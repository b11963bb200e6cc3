import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { diseaseKind } from '../../../src/disease/kind.ts'
import { environmentKind } from '../../../src/environment/kind.ts'
import { sampleOccupationalHealth } from '../../../src/periodic-report/occupational-health/sample.ts'
import type { PeriodicReport } from '../../../src/periodic-report/schema.ts'
import { execute, freshDatabase } from '../../support/database.ts'
import {
  enrol,
  type Parties,
  registerFacility,
  registerMonitoringOrganisation,
  SAMPLE_ENTERPRISE,
  sample,
} from '../../support/parties.ts'
import {
  type Answer,
  type Json,
  NOW,
  startTestService,
  type TestClient,
  type TestService,
} from '../../support/service.ts'

const PATH = '/v1/periodic-reports'
/** Filed in November: the year is not over. */
const EARLY = { rule: 'KB-REP-07', pointer: '/period', reason: 'Cơ sở nghỉ sản xuất từ tháng 12.' }

let url: string
let service: TestService
let quarry: Parties
let health: TestClient
/** Ids of what the quarry declared in 2026. */
const declared: Record<'screening' | 'campaign' | 'accident', string> = { screening: '', campaign: '', accident: '' }

beforeAll(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  service = await startTestService({}, url)
  quarry = await enrol(service)
  await registerFacility(service)
  await registerMonitoringOrganisation(service)
  health = await service.admin.newClient({
    name: 'Sở Y tế',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  declared.campaign = await declaring('/v1/environment-monitorings', environmentKind.sample, '2026-03-30T02:00:00Z')
  declared.accident = await declaring('/v1/accident-declarations', sample(), '2026-05-12T04:45:00Z')
  declared.screening = await declaring('/v1/disease-screenings', diseaseKind.sample, '2026-10-02T02:00:00Z')
  service.setTime(NOW)
})
afterAll(() => service.close())

async function declaring(path: string, body: unknown, at: string): Promise<string> {
  service.setTime(at)
  const answer = await quarry.enterprise.expect(201, 'post', path, body, { 'idempotency-key': randomUUID() })
  return String(answer.body.id)
}

function file(report: unknown, by: TestClient = quarry.enterprise): Promise<Answer> {
  return by.send('post', PATH, report, { 'idempotency-key': randomUUID() })
}

function validate(report: unknown, by: TestClient = quarry.enterprise): Promise<Answer> {
  return by.send('post', `${PATH}/validate`, report)
}

async function draftOf(kind: string, period: string, by = quarry.enterprise, query = '') {
  const { body } = await by.expect(200, 'get', `${PATH}/draft?kind=${kind}&period=${period}${query}`)
  return body as unknown as { draft: PeriodicReport; from: Json[] }
}

/** The draft with what no declaration tells: the head of the form, and the names of section IV.2. */
async function completed(): Promise<PeriodicReport> {
  const { draft } = await draftOf('occupational-health', '2026')
  const { product, direct, hazardous, hygieneFile, medical, firstAiders, absences } = sampleOccupationalHealth
  const cases = sampleOccupationalHealth.cases?.map((one) => ({ ...one, detectedOn: '2026-09-18' }))
  const head = { product, direct, hazardous, hygieneFile, medical, firstAiders, absences }
  const section = { ...draft.occupationalHealth, ...head, ...(cases && { cases }) }
  return { ...draft, occupationalHealth: section, confirmations: [EARLY] }
}

const findings = (answer: Answer, kind?: string) =>
  (answer.body.findings as Json[]).filter((each) => kind === undefined || each.kind === kind).map(({ rule }) => rule)

describe('the draft of a report on occupational health', () => {
  it('holds what screenings, campaigns and accidents of the period tell, with their ids', async () => {
    const { draft, from } = await draftOf('occupational-health', '2026')
    expect(draft.occupationalHealth).toMatchObject({
      diseases: [
        { disease: 'OD-01', examined: { total: 120, women: 12 }, diagnosed: { total: 1, women: 0 } },
        { disease: 'OD-18', examined: { total: 80, women: 6 }, diagnosed: { total: 1, women: 0 } },
      ],
      distinct: { examined: { total: 150, women: 15 } },
      diseasesByQuarter: [
        { disease: 'OD-01', quarters: { q3: 1 } },
        { disease: 'OD-18', quarters: { q3: 1 } },
      ],
      accidentsByQuarter: { victims: { q2: 1 }, deaths: { q2: 1 } },
    })
    const idsOf = (asked: string) => from.find(({ line }) => line === asked)?.declarations
    expect(idsOf('IV.1.OD-01.diagnosed')).toEqual([declared.screening])
    expect(idsOf('II.HZ-PHY-NOISE.samples')).toEqual([declared.campaign])
    expect(idsOf('II.HZ-PHY-NOISE.exposed')).toEqual([declared.screening])
    expect(idsOf('V.3.deaths.q2')).toEqual([declared.accident])
  })

  it('counts every sample of the campaigns once', async () => {
    const { draft } = await draftOf('occupational-health', '2026')
    const samples = draft.occupationalHealth?.factors?.reduce((sum, row) => sum + (row.samples ?? 0), 0)
    expect(samples).toBe(environmentKind.sample.measurements?.length)
  })

  it('of the first half-year knows nothing of the round in September', async () => {
    const { draft } = await draftOf('occupational-health', '2026-H1')
    expect(draft.occupationalHealth?.diseases).toEqual([])
    expect(draft.occupationalHealth?.accidentsByQuarter?.deaths).toEqual({ q2: 1 })
  })

  it('tells a labour office nothing of diseases', async () => {
    const { draft, from } = await draftOf(
      'occupational-health',
      '2026',
      quarry.office,
      `&enterprise=${quarry.enterpriseId}`,
    )
    expect(draft.occupationalHealth?.diseases).toEqual([])
    expect(JSON.stringify(from)).not.toContain('OD-01')
  })
})

describe('a report on occupational health', () => {
  let filed: Answer

  it('filed as drafted and completed differs in nothing from the declarations', async () => {
    filed = await file(await completed())
    expect(filed.status, filed.text).toBe(201)
    expect(filed.body.differences).toEqual([])
    expect(filed.body.due).toMatchObject({ due: '2027-01-09', timely: true })
  })

  it('is read whole by the health office, names for a purpose only', async () => {
    const { body } = await health.expect(200, 'get', `${PATH}/${filed.body.id}`)
    const cases = (body.declaration as PeriodicReport).occupationalHealth?.cases
    expect(cases?.map(({ disease }) => disease)).toEqual(['OD-01', 'OD-18'])
    expect(cases?.every(({ name }) => name === undefined)).toBe(true)
    expect(body.withheld).toContain('/occupationalHealth/cases/0/name')
  })

  it('is read by the labour office without cases, without diagnoses, and without what follows from them', async () => {
    const { body, text } = await quarry.office.expect(200, 'get', `${PATH}/${filed.body.id}`)
    expect(body.withheld).toEqual(expect.arrayContaining(['/occupationalHealth/cases', '/occupationalHealth/diseases']))
    expect((body.declaration as PeriodicReport).occupationalHealth?.factors).not.toEqual([])
    expect(text).not.toMatch(/OD-01|Nguyễn Văn Đá|differences/)
  })

  it('keeps neither names nor diagnoses in the body that stays open', async () => {
    const acts = await execute(url, `select body::text from declaration_act where kind = 'report'`)
    const kept = JSON.stringify(acts)
    expect(kept).toContain('occupationalHealth')
    expect(kept).not.toMatch(/Nguyễn Văn Đá|Lê Thị Trạm|OD-18/)
  })

  it('is judged anew by the health office, and by no labour office', async () => {
    const { occupationalHealth, ...report } = await completed()
    const { cases: _, ...unlisted } = occupationalHealth ?? {}
    const reason = 'Danh sách người mắc gửi sau.'
    const confirmed = [0, 1].map((row) => ({
      rule: 'KB-OH-37',
      pointer: `/occupationalHealth/diseases/${row}/diagnosed`,
      reason,
    }))
    const amendment = { ...report, occupationalHealth: unlisted, confirmations: [EARLY, ...confirmed], reason }
    const path = `${PATH}/${filed.body.id}`
    await quarry.enterprise.expect(200, 'put', path, amendment, { 'if-match': '"1"' })
    const anew = { reason: 'Kiểm tra lại.' }
    const byHealth = await health.expect(200, 'post', `${path}/re-evaluation`, anew, { 'if-match': '"2"' })
    expect(findings(byHealth, 'warning')).toContain('KB-OH-37')
    const byLabour = await quarry.office.expect(403, 'post', `${path}/re-evaluation`, anew, { 'if-match': '"3"' })
    expect(byLabour.text).not.toMatch(/OD-01|OD-18/)
  })
})

describe('a mistake in a report on occupational health', () => {
  const inVietnamese = (answer: Answer, rule: string) =>
    String((answer.body.findings as Json[]).find((each) => each.rule === rule)?.message)

  it('is told in Vietnamese, with the declarations it contradicts', async () => {
    const report = await completed()
    const [first, ...rest] = report.occupationalHealth?.diseases ?? []
    const wrong = { ...first, examined: { total: 90, women: 12 } }
    const answer = await validate({
      ...report,
      occupationalHealth: { ...report.occupationalHealth, diseases: [wrong, ...rest] },
    })
    expect(inVietnamese(answer, 'OD-R083')).toContain(
      `báo cáo ghi 90, các đợt khám đã khai báo trong kỳ cho 120 (hồ sơ: ${declared.screening})`,
    )
  })

  it('is refused where it is impossible', async () => {
    const report = await completed()
    const answer = await validate({
      ...report,
      period: { year: 2025 },
      occupationalHealth: { factors: [{ factor: 'HZ-PHY-NOISE', samples: 10, failed: 12 }] },
    })
    expect(findings(answer, 'error')).toEqual(['OD-R012'])
    expect(inVietnamese(answer, 'OD-R012')).toBe(
      'HZ-PHY-NOISE (Tiếng ồn): số mẫu không đạt (12) lớn hơn tổng số mẫu (10).',
    )
  })

  it('is no mistake where a duty was missed: the truth is accepted', async () => {
    const truth = {
      hygieneFile: false,
      medical: { staffed: false, ownFacility: { exists: false }, contract: { exists: false } },
      factors: [{ factor: 'HZ-PHY-NOISE', samples: 0, failed: 0, exposed: { total: 80, women: 6 } }],
    }
    const answer = await file({ kind: 'occupational-health', period: { year: 2025 }, occupationalHealth: truth })
    expect(answer.status, answer.text).toBe(201)
    expect(findings(answer, 'breach')).toEqual(
      expect.arrayContaining(['OD-R008', 'OD-R009', 'OD-R010', 'OD-R018', 'KB-OH-27', 'OD-R091']),
    )
  })
})

describe('who records a report on occupational health that came on paper', () => {
  const onPaper = async (taxCode: string) => {
    const other = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode, name: 'Mỏ đá Khác' })
    const onBehalf = { enterpriseId: other.enterpriseId, channel: 'POST', receivedOn: '2026-01-08' }
    return { kind: 'occupational-health', period: { year: 2025 }, occupationalHealth: {}, onBehalf }
  }

  it('is the health office', async () => {
    const answer = await file(await onPaper('4600123459-031'), health)
    expect(answer.status, answer.text).toBe(201)
  })

  it('is never a labour office', async () => {
    const answer = await file(await onPaper('4600123459-032'), quarry.office)
    expect(answer.status).toBe(422)
    expect(findings(answer, 'error')).toEqual(['KB-OH-40'])
  })
})

describe("the employer's yearly report on monitoring", () => {
  it('filed as drafted, before the year ends, differs in nothing from the campaigns', async () => {
    const { draft, from } = await draftOf('environment-annual', '2026')
    expect(from.find(({ line }) => line === 'campaigns')).toMatchObject({ value: 1, declarations: [declared.campaign] })
    const answer = await file(draft)
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body.differences).toEqual([])
    expect(findings(answer, 'breach')).toEqual([])
    expect(answer.body.due).toMatchObject({ due: '2026-12-30', timely: true })
  })

  it('is late in the year after, and tells of a year without monitoring', async () => {
    const answer = await file({ kind: 'environment-annual', period: { year: 2025 }, zero: true })
    expect(answer.status, answer.text).toBe(201)
    expect(findings(answer, 'breach')).toEqual(expect.arrayContaining(['KB-EA-05', 'KB-EA-06']))
  })

  it('is drafted of whole years only', async () => {
    const answer = await quarry.enterprise.get(`${PATH}/draft?kind=environment-annual&period=2026-H1`)
    expect(answer.status).toBe(400)
  })
})
