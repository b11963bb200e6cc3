import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { diseaseKind } from '../../../src/disease/kind.ts'
import { sampleContext } from '../../../src/disease/sample.ts'
import type { DiseaseScreening } from '../../../src/disease/schema.ts'
import { execute } from '../../support/database.ts'
import { insertMonitorings } from '../../support/monitoring-facts.ts'
import { enrol, type Parties, registerFacility, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import {
  type Answer,
  type Json,
  NOW,
  startTestService,
  type TestClient,
  type TestService,
} from '../../support/service.ts'

const PATH = '/v1/disease-screenings'

let service: TestService
let parties: Parties
let health: TestClient
let elsewhere: TestClient
let examiner: TestClient

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  await registerFacility(service)
  health = await officeOf('19')
  elsewhere = await officeOf('01')
  examiner = await service.admin.newClient({ name: 'Trung tâm Sức khỏe nghề nghiệp Sông Cầu', role: 'examiner' })
})
afterAll(() => service.close())

function officeOf(province: string): Promise<TestClient> {
  return service.admin.newClient({
    name: `Sở Y tế ${province}`,
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: province }] },
  })
}

/** The sample with another note: content that was not filed before. */
function fresh(): DiseaseScreening {
  return { ...structuredClone(diseaseKind.sample as DiseaseScreening), note: `Đợt khám ${randomUUID()}` }
}

/** Persons of their own, so that no case was told before. */
function freshPersons(): DiseaseScreening {
  const screening = fresh()
  for (const one of screening.cases ?? []) {
    Object.assign(one.person ?? {}, { identityNumber: String(Math.floor(1e11 + Math.random() * 8e11)) })
  }
  return screening
}

function file(client: TestClient, screening: unknown): Promise<Answer> {
  return client.send('post', PATH, screening, { 'idempotency-key': randomUUID() })
}

async function filed(screening: unknown = freshPersons(), client = parties.enterprise): Promise<string> {
  const { status, headers, text } = await file(client, screening)
  if (status !== 201) throw new Error(text)
  return String(headers.location)
}

const findingsOf = ({ body }: Answer) => body.findings as Json[]

describe('filing', () => {
  it('accepts the sample and answers with coverage by two denominators, due dates and a receipt', async () => {
    const answer = await file(parties.enterprise, diseaseKind.sample)
    expect([answer.status, findingsOf(answer).filter(({ kind }) => kind !== 'info')]).toEqual([201, []])
    expect(answer.body.coverage).toMatchObject({
      distinctPersons: { exposed: 150, examined: 150, percent: 100 },
      personsByFactor: { exposed: 200, examined: 200, percent: 100 },
      hazards: [
        { factor: 'HZ-DUST-SILICA', exposed: 120, diseases: ['OD-01'] },
        { factor: 'HZ-PHY-NOISE', exposed: 80, diseases: ['OD-18'] },
      ],
    })
    expect((answer.body.dueDates as Json[]).map(({ duty, due }) => [duty, due])).toEqual([
      ['results', '2026-10-01'],
      ['periodic-examination', '2027-09-11'],
    ])
    expect(answer.body.investigations).toEqual([])
    expect(String(answer.body.receipt).split('.')).toHaveLength(3)
  })

  it('tells in Vietnamese everything that is wrong in a round typed from a spreadsheet', async () => {
    const screening = freshPersons() as unknown as Record<string, Json[]> & Json
    Object.assign(screening.hazards?.[0] ?? {}, { factor: 'Bụi silic' })
    Object.assign(screening.hazards?.[1] ?? {}, { exposed: { total: '80 người', women: 6 } })
    Object.assign(screening.cases?.[0] ?? {}, { sex: 'Nam', diagnosedOn: '18/09/2026' })
    const refused = await file(parties.enterprise, screening)
    expect([refused.status, refused.body.code]).toEqual([422, 'validation-failed'])
    const errors = findingsOf(refused).filter(({ kind }) => kind === 'error')
    const told = errors.map(({ rule, pointer }) => `${rule} ${pointer}`)
    expect(told).toEqual(
      expect.arrayContaining([
        'OD-R004 /hazards/1/exposed/total',
        'KB-DIS-21 /hazards/0/factor',
        'OD-R059 /cases/0/sex',
        'KB-DIS-39 /cases/0/diagnosedOn',
      ]),
    )
    expect(errors.find(({ rule }) => rule === 'KB-DIS-21')).toMatchObject({
      message: 'Mã "Bụi silic" không có trong danh mục hazard-factors.',
      fix: 'Chọn một mã tại /v1/code-lists/hazard-factors.',
    })
  })

  it('accepts a truthful report of what was missed', async () => {
    const screening = freshPersons()
    Object.assign(screening.examination ?? {}, { resultsReturnedOn: '2026-10-02' })
    Object.assign(screening.files ?? {}, { missing: ['monitoring-result'] })
    screening.gynaecologyExamined = 3
    const answer = await file(parties.enterprise, screening)
    expect(answer.status).toBe(201)
    expect(
      findingsOf(answer)
        .filter(({ kind }) => kind === 'breach')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['OD-R054', 'OD-R079', 'OD-R080'])
  })

  it('knows who was told as new before, and in which round, of the same enterprise only', async () => {
    const first = freshPersons()
    Object.assign(first.examination ?? {}, { from: '2026-06-01', to: '2026-06-05', resultsReturnedOn: '2026-06-10' })
    first.consultation = { held: true, on: '2026-06-08' }
    for (const row of first.hazards ?? []) row.monitoringOn = '2026-05-20'
    for (const one of first.cases ?? []) {
      Object.assign(one, { examinedOn: '2026-06-02', diagnosedOn: '2026-06-09', referredOn: '2026-06-20' })
      Object.assign(one, { certificate: undefined, exposureEnd: undefined, currentJob: undefined })
    }
    const earlier = await filed(first)
    const again = fresh()
    const [known, other] = again.cases ?? []
    Object.assign(known?.person ?? {}, first.cases?.[0]?.person)
    Object.assign(other?.person ?? {}, { identityNumber: '019080777001' })
    const validated = await parties.enterprise.send('post', `${PATH}/validate`, again)
    const repeated = findingsOf(validated).filter(({ rule }) => rule === 'OD-R074')
    expect(repeated.map(({ pointer }) => pointer)).toEqual(['/cases/0'])
    expect(repeated[0]?.message).toContain(earlier.split('/').at(-1))

    const stranger = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600771234', name: 'Mỏ đá Khác' })
    const elsewhereFiled = await stranger.enterprise.send('post', `${PATH}/validate`, again)
    expect(findingsOf(elsewhereFiled).filter(({ rule }) => rule === 'OD-R074')).toEqual([])
  })

  it('holds a factor said to be within limits against the monitoring that the same enterprise filed', async () => {
    const monitored = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '0100112437', name: 'Mỏ đá Đo' })
    const campaign = { tenant_id: monitored.enterpriseId, sampled_on: '2026-06-18' }
    const noise = (part: object) => ({ hazards: ['HZ-PHY-NOISE'], ...part })
    const dust = (part: object) => ({ hazards: ['HZ-DUST-SILICA'], factor: 'DU-SIO2-RESP', ...part })
    await insertMonitorings(service.ownerUrl, [
      {
        ...campaign,
        measured: [
          noise({ verdict: 'pass', samples: 3 }),
          noise({ verdict: 'exceed', samples: 2 }),
          // By a limit that nobody verified, or by an instrument out of calibration: no exceedance.
          dust({ verdict: 'exceed', advisory: true }),
          dust({ verdict: 'exceed', counted: false }),
        ],
      },
    ])
    const screening = freshPersons()
    for (const row of screening.hazards ?? []) row.monitoringResult = 'within-limits'
    const contradicted = async (client: TestClient) => {
      const validated = await client.send('post', `${PATH}/validate`, screening)
      return findingsOf(validated).filter(({ rule }) => rule === 'KB-DIS-38')
    }
    expect(await contradicted(monitored.enterprise)).toMatchObject([
      { kind: 'warning', pointer: '/hazards/1/monitoringResult', message: expect.stringContaining('có 2 mẫu') },
    ])
    expect(await contradicted(parties.enterprise)).toEqual([])
  })

  it('of a facility without a licence on the day is a breach, not a refusal', async () => {
    const ministry = await service.admin.newClient({
      name: 'Bộ Y tế',
      role: 'health-office',
      jurisdiction: { national: true },
    })
    await ministry.expect(201, 'post', '/v1/facilities', {
      taxCode: '0100109106',
      name: 'Phòng khám đa khoa Bờ Sông',
      address: 'Số 1, đường Bờ Sông',
      unit: { scheme: 'VN-2025', code: '19' },
      licences: [
        {
          number: '88/TNG-GPHĐ',
          issuedOn: '2024-05-06',
          issuedBy: 'Sở Y tế tỉnh Thái Nguyên',
          validFrom: '2024-05-06',
          coversOccupationalDiseases: false,
        },
      ],
    })
    const screening = freshPersons()
    screening.facility = { taxCode: '0100109106' }
    screening.examination = { ...screening.examination, mobile: false }
    const answer = await file(parties.enterprise, screening)
    expect([answer.status, findingsOf(answer).find(({ rule }) => rule === 'OD-R077')]).toMatchObject([
      201,
      { kind: 'breach', pointer: '/facility', fix: expect.stringContaining('88/TNG-GPHĐ') },
    ])
  })
})

describe('the examples of the document', () => {
  it('are accepted as they stand, one after the other, and answered as it says', async () => {
    service.setTime(sampleContext.receivedAt.toISOString())
    const { enterprise } = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '0300588569' })
    const { document } = service.contract
    const example = (path: string, method: 'post' | 'put', part: 'request' | number) => {
      const operation = document.paths?.[path]?.[method] as unknown as {
        requestBody: { content: Record<string, { example: Json }> }
        responses: Record<number, { content: Record<string, { example: Json }> }>
      }
      const { content } = part === 'request' ? operation.requestBody : (operation.responses[part] ?? { content: {} })
      return content['application/json']?.example as Json
    }
    const answer = await file(enterprise, example(PATH, 'post', 'request'))
    expect(answer.status).toBe(201)
    const { id, receipt, receivedAt, ...stated } = example(PATH, 'post', 201)
    expect(receivedAt).toBe(answer.body.receivedAt)
    expect({ coverage: answer.body.coverage, dueDates: answer.body.dueDates }).toEqual({
      coverage: stated.coverage,
      dueDates: stated.dueDates,
    })
    const path = String(answer.headers.location)
    const amendment = example(`${PATH}/{id}`, 'put', 'request')
    await enterprise.expect(200, 'put', path, amendment, { 'if-match': '"1"' })
    const diff = await enterprise.get(`${path}/revisions/2/diff`)
    expect((diff.body.changes as Json[]).map(({ path: at }) => at)).toEqual(['/employerMeasures'])
    service.setTime(NOW)
  })
})

describe('amending and listing', () => {
  it('keeps each revision, and lists the round as it stands now', async () => {
    const screening = freshPersons()
    const path = await filed(screening)
    const amended = structuredClone(screening)
    amended.persons = { exposed: { total: 140, women: 15 }, examined: { total: 140, women: 15 } }
    amended.reason = 'Đếm lại số người'
    await parties.enterprise.expect(200, 'put', path, amended, { 'if-match': '"1"' })
    const id = path.split('/').at(-1)
    const { body } = await health.expect(200, 'get', `${PATH}?unit=19&factor=HZ-PHY-NOISE&disease=OD-18&limit=200`)
    expect((body.items as Json[]).find((item) => item.id === id)).toMatchObject({
      revision: 2,
      kind: 'detection',
      facility: 'Trung tâm Sức khỏe nghề nghiệp Sông Cầu',
      exposed: 140,
      diagnosed: 2,
      suspected: 5,
    })
    expect((await health.expect(200, 'get', `${PATH}?disease=OD-02`)).body.items).toEqual([])
    expect((await elsewhere.expect(200, 'get', PATH)).body.items).toEqual([])
    const diff = await parties.enterprise.get(`${path}/revisions/2/diff`)
    expect((diff.body.changes as Json[]).map(({ path: at }) => at)).toEqual([
      '/persons/exposed/total',
      '/persons/examined/total',
    ])
  })

  it('pages through the list without a gap', async () => {
    await filed()
    const seen: string[] = []
    for (let cursor: unknown = ''; cursor !== null; ) {
      const { body } = await health.expect(200, 'get', `${PATH}?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...(body.items as Json[]).map(({ id }) => String(id)))
      cursor = body.next
    }
    const all = (await health.expect(200, 'get', `${PATH}?limit=200`)).body.items as Json[]
    expect(seen).toEqual(all.map(({ id }) => id))
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('who sees a screening', () => {
  it('a labour office sees how many were examined and no diagnosis, neither in the body nor in what is said about it', async () => {
    const screening = freshPersons()
    Object.assign(screening.cases?.[1] ?? {}, { currentJob: { sameFactor: true } })
    const path = await filed(screening)
    const { body, text } = await parties.office.expect(200, 'get', path, undefined, { 'x-purpose': 'kiem-tra' })
    expect((body.declaration as Json).cases).toBeUndefined()
    expect(body.withheld).toContain('/cases')
    expect((body.declaration as Json).diseases).toBeUndefined()
    expect(body).toMatchObject({ declaration: { persons: { examined: { total: 150 } } } })
    const listed = await parties.office.get(`${PATH}?limit=1`)
    expect(listed.body.items).toMatchObject([{ examined: 150, suspected: null, diagnosed: null }])
    const filtered = await parties.office.get(`${PATH}?disease=OD-32`)
    expect([filtered.status, filtered.body.detail]).toEqual([403, expect.stringContaining('chẩn đoán')])
    expect(findingsOf({ body } as Answer).filter(({ pointer }) => String(pointer).startsWith('/cases'))).toEqual([])
    for (const secret of ['Nguyễn Văn Đá', 'J62.8', 'GK-2026-0117']) expect(text).not.toContain(secret)
  })

  it('a health office of the place sees the cases, and who they are for a stated purpose', async () => {
    const path = await filed()
    const withheld = await health.expect(200, 'get', path)
    const [first] = (withheld.body.declaration as { cases: Json[] }).cases
    expect(first).toMatchObject({ disease: 'OD-01', icd10: 'J62.8', sex: 'male' })
    expect(first?.person).toBeUndefined()
    expect(withheld.text).not.toContain('GK-2026-0117')
    const shown = await health.expect(200, 'get', path, undefined, { 'x-purpose': 'dieu-tra-benh-nghe-nghiep' })
    expect(shown.text).toContain('Nguyễn Văn Đá')
    expect((await elsewhere.get(path)).status).toBe(404)
  })

  it('the rows of cases are for the enterprise, who filed and the health office of the place', async () => {
    await filed()
    const count = (scope: object) =>
      service.database.within(scope, async (session) =>
        Number((await session.run<{ n: number }>({ text: 'select count(*) as n from disease_case_fact' }))[0]?.n),
      )
    const reach = ['VN-2025:19']
    expect(await count({ tenant: parties.enterpriseId })).toBeGreaterThan(0)
    expect(await count({ reach, role: 'health-office' })).toBeGreaterThan(0)
    expect(await count({ reach: '*', role: 'health-office' })).toBeGreaterThan(0)
    expect(await count({ reach, role: 'labour-office' })).toBe(0)
    expect(await count({ reach: '*', role: 'labour-office' })).toBe(0)
    expect(await count({ reach: ['VN-2025:01'], role: 'health-office' })).toBe(0)
    expect(await count({ tenant: randomUUID() })).toBe(0)
  })

  it('a facility files for an enterprise that delegated to it, which sees it', async () => {
    const screening = { ...freshPersons(), onBehalf: { enterpriseId: parties.enterpriseId } }
    expect((await file(examiner, screening)).status).not.toBe(201)
    await parties.enterprise.expect(
      200,
      'put',
      `/v1/enterprises/${parties.enterpriseId}/delegations/${examiner.clientId}`,
      { scopes: ['disease-screening'], until: '2999-12-31' },
    )
    const path = await filed(screening, examiner)
    expect((await examiner.get(path)).status).toBe(200)
    expect((await parties.enterprise.get(path)).body.status).toBe('filed')
    const listed = (await examiner.expect(200, 'get', PATH)).body.items as Json[]
    expect(listed.map(({ enterpriseId }) => enterpriseId)).toEqual([parties.enterpriseId])
  })

  it('an enterprise may not file in the name of another', async () => {
    const refused = await file(parties.enterprise, { ...fresh(), onBehalf: { enterpriseId: randomUUID() } })
    expect(findingsOf(refused).map(({ rule }) => rule)).toContain('KB-DIS-14')
  })
})

describe('what is kept', () => {
  it('holds no name, number, certificate or diagnosis code in the clear, in no table, data file or log', async () => {
    const screening = fresh()
    const secrets = ['Phàn Thị Kín', '019188776654', '0977123456', 'GIAY-KIN-77', 'J62.88', 'Ho kéo dài từ tết']
    const [name, identityNumber, phone, number, icd10, note] = secrets
    Object.assign(screening.cases?.[0] ?? {}, {
      person: { fullName: name, birthYear: 1974, identityNumber, phone },
      certificate: { number, on: '2026-09-21' },
      icd10,
      note,
    })
    screening.employerMeasures = `Chuyển ${name} sang kho.`
    const path = await filed(screening)
    await health.expect(200, 'get', path, undefined, { 'x-purpose': 'kiem-tra' })
    await execute(service.ownerUrl, 'checkpoint')
    const tables = await execute(
      service.ownerUrl,
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    let copied = ''
    for (const { table_name: table } of tables) {
      const rows = await execute(service.ownerUrl, `select t::text as row from ${table} t`)
      copied += rows.map(({ row }) => row).join('\n')
    }
    const [{ directory }] = (await execute(
      service.ownerUrl,
      "select current_setting('data_directory') as directory",
    )) as [{ directory: string }]
    const files = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /base|pg_wal/.test(entry.parentPath))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    expect(copied).toContain('Mỏ đá Núi Voi')
    for (const secret of secrets) {
      expect(copied.includes(secret)).toBe(false)
      expect(service.logged().includes(secret)).toBe(false)
      expect(files.some((kept) => kept.includes(Buffer.from(secret).toString('latin1')))).toBe(false)
    }
  })

  it('agrees with its hash chain and its facts', async () => {
    const { declarations, faults } = await verifyDeclarations(diseaseKind, service.declarations)
    expect(faults).toEqual([])
    expect(declarations).toBeGreaterThan(5)
  })

  it('of five thousand cases is one filing', async () => {
    const screening = freshPersons()
    const [model] = screening.cases ?? []
    screening.cases = Array.from({ length: 5_000 }, (_, index) => ({
      ...model,
      caseId: `n${index}`,
      person: { fullName: `Người ${index}`, birthYear: 1970, identityNumber: String(100_000_000_000 + index) },
    }))
    const many = { total: 5_000, women: 0 }
    screening.workforce = { total: 6_000, women: 35, heavy: 0 }
    screening.persons = { exposed: { total: 5_080, women: 6 }, examined: { total: 5_080, women: 6 } }
    const [silica] = screening.hazards ?? []
    const [silicosis, deafness] = screening.diseases ?? []
    Object.assign(silica ?? {}, { exposed: many, examined: many })
    Object.assign(silicosis ?? {}, { examined: many, suspected: many, diagnosed: many })
    Object.assign(deafness ?? {}, { diagnosed: { total: 0, women: 0 } })
    screening.files = { ...screening.files, certificates: 5_000, caseReports: 5_000 }
    const answer = await file(parties.enterprise, screening)
    expect([answer.status, findingsOf(answer).filter(({ kind }) => kind === 'error' || kind === 'warning')]).toEqual([
      201,
      [],
    ])
  })
})
