import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../support/database.ts'
import { insertScreenings, type ScreeningOf } from '../../support/screening-facts.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let health: TestClient
let labour: TestClient

const within = (year: number) => `from=${year}-01-01&to=${year}-12-31`
const record = (...screenings: ScreeningOf[]) => insertScreenings(service.ownerUrl, screenings)
const ask = (query: string, client = health, cube = 'disease') =>
  client.expect(200, 'get', `/v1/statistics/${cube}?${query}`)
const numbersOf = (answer: { body: Json }) => (answer.body.rows as Json[]).map(({ labels, ...row }) => row)

beforeAll(async () => {
  service = await startTestService()
  const office = (role: string) => service.admin.newClient({ name: 'Cơ quan', role, jurisdiction: { national: true } })
  health = await office('health-office')
  labour = await office('labour-office')
})
afterAll(() => service.close())

describe('three counts that are never mixed up', () => {
  const enterprise = randomUUID()
  beforeAll(() =>
    record(
      {
        tenant_id: enterprise,
        examined_on: '2019-03-10',
        exposed: 40,
        exposed_women: 10,
        examined: 30,
        examined_women: 8,
        hazards: [
          { factor: 'HZ-DUST-SILICA', exposed: 40, examined: 30 },
          { factor: 'HZ-PHY-NOISE', exposed: 35, examined: 20, monitoring_result: 'exceeding' },
        ],
        results: [
          { disease: 'OD-01', disease_group: 'G1', examined: 30, suspected: 4, diagnosed: 2, diagnosed_new: 1 },
          {
            disease: 'OD-20',
            disease_group: 'G3',
            examined: 20,
            diagnosed: 1,
            diagnosed_new: 1,
            assessed: 1,
            from31: 1,
          },
        ],
      },
      {
        tenant_id: enterprise,
        examined_on: '2019-09-10',
        exposed: 10,
        examined: 10,
        results: [{ disease: 'OD-01', examined: 10 }],
      },
    ),
  )

  it('distinct persons of each round, of whom coverage is told with its denominator', async () => {
    const answer = await ask(`${within(2019)}&measures=rounds,enterprises,examinedPersons,examinedOfExposed`)
    expect(answer.body.totals).toEqual({
      rounds: 2,
      enterprises: 1,
      examinedPersons: 40,
      exposedPersons: 50,
      examinedOfExposed: 80,
    })
    expect(answer.body.basis).toMatchObject([{ id: 'exposed-as-filed', measure: 'exposedPersons' }])
  })

  it('persons x disease', async () => {
    const answer = await ask(
      `${within(2019)}&measures=rounds,enterprises,examinations,diagnosed,assessedFrom31&by=disease`,
    )
    expect(numbersOf(answer)).toEqual([
      { disease: 'OD-01', rounds: 2, enterprises: 1, examinations: 40, diagnosed: 2, assessedFrom31: 0 },
      { disease: 'OD-20', rounds: 1, enterprises: 1, examinations: 20, diagnosed: 1, assessedFrom31: 1 },
    ])
    expect(answer.body).toMatchObject({ totals: { rounds: 2, enterprises: 1, examinations: 60, diagnosed: 3 } })
  })

  it('persons x factor, of whom coverage has a denominator of its own', async () => {
    const answer = await ask(`${within(2019)}&measures=examinedOfExposures&by=hazard`, labour, 'disease-exposure')
    expect(numbersOf(answer)).toEqual([
      { hazard: 'HZ-DUST-SILICA', examinedExposures: 30, exposures: 40, examinedOfExposures: 75 },
      { hazard: 'HZ-PHY-NOISE', examinedExposures: 20, exposures: 35, examinedOfExposures: 57.1429 },
    ])
    const filtered = await ask(
      `${within(2019)}&measures=exposures&monitoringResult=exceeding`,
      labour,
      'disease-exposure',
    )
    expect(filtered.body.totals).toEqual({ exposures: 35 })
  })

  it.each(['by=disease&measures=examinedPersons', 'insured=yes&measures=examinedOfExposed'])(
    'persons are not divided by disease: %s',
    async (query) => {
      const refused = await health.get(`/v1/statistics/disease?${query}`)
      expect(refused.status).toBe(422)
      expect((refused.body.errors as Json[])[0]).toMatchObject({ code: 'indivisible' })
    },
  )

  it('an enterprise with two rounds counts once, also where rows do not add up to it', async () => {
    const answer = await ask(`${within(2019)}&measures=enterprises&by=quarter`)
    expect(numbersOf(answer)).toEqual([
      { quarter: '2019-Q1', enterprises: 1 },
      { quarter: '2019-Q3', enterprises: 1 },
    ])
    expect(answer.body).toMatchObject({ additive: false, totals: { enterprises: 1 } })
  })
})

describe('facilities', () => {
  it('are shown by the name that was filed', async () => {
    const facility_id = randomUUID()
    await record(
      { examined_on: '2018-01-01', facility_id, facility: 'Trung tâm Kiểm soát bệnh tật', facility_licensed: false },
      { examined_on: '2018-01-02', facility: 'Phòng khám chưa đăng ký' },
    )
    const answer = await ask(`${within(2018)}&measures=rounds&by=facility`)
    const named = (answer.body.rows as Json[]).find((row) => row.facility === facility_id)
    expect(named).toMatchObject({ rounds: 1, labels: { facility: { vi: 'Trung tâm Kiểm soát bệnh tật' } } })
    expect(answer.text).not.toContain('Phòng khám chưa đăng ký')
    const detail = await ask(`${within(2018)}&measures=rounds&by=facility&disease=OD-01`)
    expect(detail.body.rows).toEqual([])
    const unlicensed = await ask(`${within(2018)}&measures=rounds&facilityLicensed=no&facility=${facility_id}`)
    expect(unlicensed.body.totals).toEqual({ rounds: 1 })
  })
})

describe('enterprises that screened', () => {
  it('are told of those that the register says have harmful factors', async () => {
    const [screened, other, idle] = [randomUUID(), randomUUID(), randomUUID()]
    await execute(
      service.ownerUrl,
      `with made as (
         insert into tenant (id, kind, wrapped_key) select unnest($1::uuid[]), 'enterprise', '' returning id
       )
       insert into enterprise (tenant_id, id, version, name, search_text, reach, hazard_factors)
       select id, id, 1, 'Mẫu', 'mau', '{VN-2025:19}', case when id = $2 then '{}'::text[] else '{HZ-PHY-NOISE}' end
         from made`,
      [[screened, other, idle], other],
    )
    await record({ tenant_id: screened, examined_on: '2017-01-01' }, { tenant_id: other, examined_on: '2017-01-01' })
    const answer = await ask(`${within(2017)}&measures=enterprises,screenedOfHazardous&province=19`)
    expect(answer.body.totals).toMatchObject({
      enterprises: 2,
      enterprisesWithHazardsScreened: 1,
      enterprisesWithHazards: 2,
      screenedOfHazardous: 50,
    })
  })
})

describe('diagnoses asked by a labour office', () => {
  const found = (disease: string, diagnosed: number, code = '01849'): ScreeningOf => ({
    examined_on: '2016-06-01',
    place: { scheme: 'VN-2025', code },
    diagnosed,
    results: [{ disease, examined: 100, diagnosed }],
  })
  beforeAll(() =>
    record(found('OD-01', 3), found('OD-20', 12), found('OD-21', 40), found('OD-32', 90), found('OD-01', 20, '00070')),
  )
  const shownTo = async (client: TestClient, query: string, name: string) => {
    const answer = await ask(`${within(2016)}&${query}`, client)
    const rows = (answer.body.rows as Json[]).filter((row) => row.diagnosed !== 0)
    return {
      rows: rows.map((row) => [row[name], row.diagnosed]),
      suppressed: answer.body.suppressed,
      totals: answer.body.totals,
    }
  }

  it('are whole to a health office', async () => {
    const { rows, suppressed } = await shownTo(health, 'measures=diagnosed&by=disease', 'disease')
    expect(rows).toEqual([
      ['OD-01', 23],
      ['OD-20', 12],
      ['OD-21', 40],
      ['OD-32', 90],
    ])
    expect(suppressed).toEqual([])
  })

  it('leave out HIV, in the rows and in the total', async () => {
    const { rows, suppressed, totals } = await shownTo(labour, 'measures=diagnosed&by=disease', 'disease')
    expect(rows).toEqual([
      ['OD-01', 23],
      ['OD-20', 12],
      ['OD-21', 40],
    ])
    expect(totals).toEqual({ diagnosed: 75 })
    expect(suppressed).toEqual([{ disease: 'OD-32' }])
    for (const query of ['measures=diagnosed', 'measures=diagnosed&by=province']) {
      expect((await shownTo(labour, query, 'province')).totals).toEqual({ diagnosed: 75 })
    }
  })

  it('hide a small number and one more, which is not one that everybody knows to be nothing', async () => {
    await record(
      { ...found('OD-01', 3), examined_on: '2021-06-01' },
      { ...found('OD-20', 12), examined_on: '2021-06-01' },
      { ...found('OD-21', 40), examined_on: '2021-06-01' },
      { ...found('OD-32', 90), examined_on: '2021-06-01' },
    )
    const answer = await ask(`${within(2021)}&measures=rounds,diagnosed,assessed&by=disease`, labour)
    const rows = new Map(
      (answer.body.rows as Json[]).map((row) => [row.disease, [row.rounds, row.diagnosed, row.assessed]]),
    )
    expect(['OD-01', 'OD-20', 'OD-21', 'OD-33'].map((code) => rows.get(code))).toEqual([
      [1, null, null],
      [1, null, null],
      [1, 40, 0],
      [0, 0, 0],
    ])
    expect(rows.has('OD-32')).toBe(false)
    expect(answer.body.suppressed).toEqual([{ disease: 'OD-01' }, { disease: 'OD-20' }, { disease: 'OD-32' }])
  })

  it('are shown by province with small cells and their complement hidden', async () => {
    await record({ ...found('OD-01', 2, '01279'), examined_on: '2015-06-01' })
    await record(
      { ...found('OD-01', 30), examined_on: '2015-06-01' },
      { ...found('OD-01', 9, '00070'), examined_on: '2015-06-01' },
    )
    const answer = await ask(`${within(2015)}&measures=diagnosed&by=province`, labour)
    const shown = (answer.body.rows as Json[])
      .filter((row) => row.diagnosed !== 0)
      .map((row) => [row.province, row.diagnosed])
    expect(shown.filter(([, diagnosed]) => diagnosed === null)).toHaveLength(2)
    expect(shown).toContainEqual(['19', 30])
    expect(answer.body.totals).toEqual({ diagnosed: 41 })
  })

  it('are hidden altogether where the whole is small', async () => {
    await record({ ...found('OD-01', 2), examined_on: '2014-06-01' })
    const answer = await ask(`${within(2014)}&measures=diagnosed`, labour)
    expect(answer.body).toMatchObject({ totals: { diagnosed: null }, suppressed: [{}, { disease: 'OD-32' }] })
  })

  it.each([
    ['part of a year', 'from=2016-01-01&to=2016-06-30&measures=diagnosed', '/querystring/from'],
    ['two years', 'from=2015-01-01&to=2016-12-31&measures=diagnosed', '/querystring/from'],
    ['no period', 'measures=suspected', '/querystring/from'],
    ['a filter', `${within(2016)}&measures=diagnosed&ownership=1`, '/querystring/ownership'],
    ['a filter by disease', `${within(2016)}&measures=rounds&disease=OD-32`, '/querystring/disease'],
    ['another dimension', `${within(2016)}&measures=diagnosed&by=commune`, '/querystring/by'],
    ['two dimensions', `${within(2016)}&measures=diagnosed&by=province,disease`, '/querystring/by'],
    ['an earlier state', `${within(2016)}&measures=diagnosed&asOf=2026-01-01T00:00:00Z`, '/querystring/asOf'],
    ['a rate', `${within(2016)}&measures=detectionRate`, '/querystring/measures'],
    ['units of the day', `${within(2016)}&measures=diagnosed&units=at-event`, '/querystring/units'],
  ])('are not told by %s', async (_, query, pointer) => {
    const refused = await labour.get(`/v1/statistics/disease?${query}`)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer, code: 'confidential' }])
  })

  it('come as CSV in the same way', async () => {
    const query = `/v1/statistics/disease?${within(2016)}&measures=diagnosed&by=disease`
    const { text } = await labour.expect(200, 'get', query, undefined, { accept: 'text/csv' })
    expect(text).toMatch(/OD-21,[^\r]*,40\r\n/)
    expect(text).not.toContain('OD-32')
  })
})

describe('the published table of diseases', () => {
  it('leaves out HIV and hides small cells, for everybody', async () => {
    const of = (disease: string, diagnosed: number) => ({
      examined_on: '2012-01-01',
      results: [{ disease, examined: 50 + diagnosed, diagnosed }],
    })
    await record(of('OD-32', 50), of('OD-01', 20), of('OD-20', 3), of('OD-21', 30))
    const { body } = await health.expect(200, 'get', '/v1/statistics/published/occupational-diseases?period=2012')
    expect(body.suppressed).toEqual([{ disease: 'OD-01' }, { disease: 'OD-20' }, { disease: 'OD-32' }])
    expect(body.totals).toMatchObject({ diagnosed: 53 })
    expect((body.rows as Json[]).map((row) => row.disease)).not.toContain('OD-32')
  })
})
