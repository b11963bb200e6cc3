import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccidentOf, insertAccidents } from '../../support/accident-facts.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let national: TestClient

/** Each group of tests has a year of its own. */
const within = (year: number) => `from=${year}-01-01&to=${year}-12-31`
const record = (...accidents: AccidentOf[]) => insertAccidents(service.ownerUrl, accidents)
const ask = (query: string, client = national) => client.expect(200, 'get', `/v1/statistics/accidents?${query}`)
const rowsOf = (answer: { body: Json }) => answer.body.rows as Json[]
/** Rows without their labels. */
const numbersOf = (answer: { body: Json }) => rowsOf(answer).map(({ labels, ...row }) => row)

beforeAll(async () => {
  service = await startTestService()
  national = await service.admin.newClient({ name: 'Bộ', role: 'labour-office', jurisdiction: { national: true } })
})
afterAll(() => service.close())

describe('two grains', () => {
  beforeAll(() =>
    record(
      {
        occurred_on: '2019-01-10',
        listed: [
          { sex: 'male', condition: 'dead' },
          { sex: 'female', days_lost: 30 },
        ],
      },
      { occurred_on: '2019-02-10', listed: [{ sex: 'male', condition: 'serious' }] },
      { occurred_on: '2019-03-10', victims: 4, light: 4, costs: 900 },
    ),
  )

  it('counts an accident with a man and a woman once in each and once in the total', async () => {
    const answer = await ask(`${within(2019)}&measures=accidents,victims,deaths&by=sex`)
    expect(numbersOf(answer)).toEqual([
      { sex: 'female', accidents: 1, victims: 1, deaths: 0 },
      { sex: 'male', accidents: 2, victims: 2, deaths: 1 },
    ])
    expect(answer.body).toMatchObject({ additive: false, totals: { accidents: 3, victims: 7, deaths: 1 } })
  })

  it('counts victims whom nobody listed in the total alone', async () => {
    const listed = await ask(`${within(2019)}&measures=victims&by=sex`)
    expect(rowsOf(listed).reduce((sum, row) => sum + Number(row.victims), 0)).toBe(3)
    expect(listed.body.totals).toEqual({ victims: 7 })
  })

  it('counts accidents that have such a victim when it filters by one', async () => {
    const answer = await ask(`${within(2019)}&measures=accidents,fatalAccidents,victims,daysLost&sex=female`)
    expect(numbersOf(answer)).toEqual([{ accidents: 1, fatalAccidents: 1, victims: 1, daysLost: 30 }])
  })

  it('adds up by attributes of the accident, also under a filter by victims', async () => {
    const answer = await ask(`${within(2019)}&measures=accidents&by=month&sex=male`)
    expect(answer.body).toMatchObject({ additive: true, totals: { accidents: 2 } })
    expect(rowsOf(answer).map(({ month, accidents }) => [month, accidents])).toEqual([
      ['2019-01', 1],
      ['2019-02', 1],
    ])
  })

  it('refuses to divide what belongs to the accident as a whole, and says so', async () => {
    const refused = await national.get(`/v1/statistics/accidents?measures=accidents,costs&by=sex`)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([
      { pointer: '/querystring/measures', code: 'indivisible', message: expect.stringContaining('"costs"') },
    ])
  })

  it('gives all measures of the accident', async () => {
    const answer = await ask(`${within(2019)}&measures=multiVictimAccidents,serious,light,women,costs,propertyDamage`)
    expect(answer.body.totals).toEqual({
      multiVictimAccidents: 2,
      serious: 1,
      light: 5,
      women: 1,
      costs: 900,
      propertyDamage: 0,
    })
  })

  it('puts a victim of two vulnerable groups under each, and one of none under none', async () => {
    await record({
      occurred_on: '2018-05-01',
      listed: [{ vulnerable_groups: ['women', 'elderly'] }, { vulnerable_groups: [] }],
    })
    const answer = await ask(`${within(2018)}&measures=accidents,victims&by=vulnerableGroup`)
    expect(numbersOf(answer)).toEqual([
      { vulnerableGroup: 'elderly', accidents: 1, victims: 1 },
      { vulnerableGroup: 'none', accidents: 1, victims: 1 },
      { vulnerableGroup: 'women', accidents: 1, victims: 1 },
    ])
    expect(answer.body).toMatchObject({ additive: false, totals: { accidents: 1, victims: 2 } })
    const some = await ask(`${within(2018)}&measures=victims&by=vulnerableGroup&vulnerableGroup=elderly,none`)
    expect(rowsOf(some).map((row) => row.vulnerableGroup)).toEqual(['elderly', 'none'])
    const filtered = await ask(`${within(2018)}&measures=victims&vulnerableGroup=elderly,women`)
    expect(filtered.body.totals).toEqual({ victims: 1 })
  })

  it('forms age bands from their limits', async () => {
    const ages = [14, 15, 17, 18, 24, 25, 59, 60, null]
    await record({ occurred_on: '2017-01-01', listed: ages.map((age) => ({ age })) })
    const answer = await ask(`${within(2017)}&measures=victims&by=ageBand`)
    expect(rowsOf(answer).map(({ ageBand, victims }) => [ageBand, victims])).toEqual([
      ['15-17', 2],
      ['18-24', 2],
      ['25-34', 1],
      ['55-59', 1],
      ['60+', 1],
      ['<15', 1],
      ['unknown', 1],
    ])
  })
})

describe('what counts', () => {
  it('takes the last act of a declaration, and never one that does not count', async () => {
    const [first] = await record({ occurred_on: '2016-01-01', victims: 1 })
    const same = { tenant_id: first?.tenant_id, declaration_id: first?.declaration_id, occurred_on: '2016-01-01' }
    await record({ ...same, seq: 2, victims: 3, recorded_at: new Date('2026-07-01T00:00:00Z') })
    expect((await ask(`${within(2016)}&measures=accidents,victims`)).body.totals).toEqual({ accidents: 1, victims: 3 })
    await record({
      ...same,
      seq: 3,
      victims: 3,
      counted: false,
      status: 'withdrawn',
      recorded_at: new Date('2026-08-01T00:00:00Z'),
    })
    expect((await ask(`${within(2016)}&measures=accidents,victims`)).body.totals).toEqual({ accidents: 0, victims: 0 })
    const asOf = async (instant: string) =>
      (await ask(`${within(2016)}&measures=accidents,victims&asOf=${instant}`)).body.totals
    expect(await asOf('2026-05-01T00:00:00Z')).toEqual({ accidents: 0, victims: 0 })
    expect(await asOf('2026-06-15T00:00:00Z')).toEqual({ accidents: 1, victims: 1 })
    expect(await asOf('2026-07-15T00:00:00Z')).toEqual({ accidents: 1, victims: 3 })
  })

  it('tells commuting apart by context, and by declarable what the law did not ask for', async () => {
    await record(
      { occurred_on: '2015-01-01', context: 'commuting', listed: [{ condition: 'dead' }] },
      { occurred_on: '2015-01-02', listed: [{ condition: 'light' }] },
    )
    const answer = await ask(`${within(2015)}&measures=accidents&by=context,declarable`)
    expect(numbersOf(answer)).toEqual([
      { context: 'at-work', declarable: 'no', accidents: 1 },
      { context: 'commuting', declarable: 'yes', accidents: 1 },
    ])
    expect(rowsOf(answer)[1]?.labels).toMatchObject({ declarable: { vi: 'Phải khai báo', en: 'Yes' } })
  })

  it('forms halves, quarters and months of the day it happened', async () => {
    await record({ occurred_on: '2014-06-30' }, { occurred_on: '2014-07-01' })
    for (const [by, expected] of Object.entries({
      year: ['2014'],
      half: ['2014-H1', '2014-H2'],
      quarter: ['2014-Q2', '2014-Q3'],
      month: ['2014-06', '2014-07'],
    })) {
      const answer = await ask(`${within(2014)}&measures=accidents&by=${by}`)
      expect(rowsOf(answer).map((row) => row[by])).toEqual(expected)
    }
  })

  it('never converts one version of VSIC into another', async () => {
    await record(
      { occurred_on: '2013-01-01', industry_version: '2018', industry: '41' },
      { occurred_on: '2013-01-02', industry_version: '2025', industry: '4101' },
      { occurred_on: '2013-01-03', industry_version: '2025', industry: 'F' },
      { occurred_on: '2013-01-04' },
    )
    const sections = await ask(`${within(2013)}&measures=accidents&by=industrySection`)
    expect(rowsOf(sections).map(({ industrySection, accidents }) => [industrySection, accidents])).toEqual([
      ['2018:F', 1],
      ['2025:F', 2],
      ['unknown', 1],
    ])
    const divisions = await ask(`${within(2013)}&measures=accidents&by=industry`)
    expect(rowsOf(divisions).map((row) => row.industry)).toEqual(['2018:41', '2025:41', '2025:F', 'unknown'])
  })
})

describe('units', () => {
  const BA_BE_DISTRICT = { scheme: 'VN-2004', code: '061' } as const

  beforeAll(() =>
    record(
      // Bắc Kạn went to Thái Nguyên as a whole; the communes of a district to several new ones.
      { occurred_on: '2012-01-01', place: BA_BE_DISTRICT },
      { occurred_on: '2012-02-01', place: { scheme: 'VN-2004', code: '06' } },
      { occurred_on: '2012-03-01', place: { scheme: 'VN-2025', code: '01849' } },
      { occurred_on: '2012-04-01', current_province: null, current_commune: null, unit_scheme: null, reach: [] },
    ),
  )

  it('counts old accidents in the province of today', async () => {
    const answer = await ask(`${within(2012)}&measures=accidents&by=province`)
    expect(rowsOf(answer)).toMatchObject([
      { province: '19', accidents: 3, labels: { province: { vi: 'Tỉnh Thái Nguyên' } } },
      { province: 'unknown', accidents: 1 },
    ])
  })

  it('shows under its province what lies in a commune that cannot be determined', async () => {
    const answer = await ask(`${within(2012)}&measures=accidents&by=commune`)
    expect(answer.body.by).toEqual(['province', 'commune'])
    expect(numbersOf(answer)).toEqual([
      { province: '19', commune: '01849', accidents: 1 },
      { province: '19', commune: 'undetermined', accidents: 2 },
      { province: 'unknown', commune: 'unknown', accidents: 1 },
    ])
  })

  it('keeps figures of districts answerable', async () => {
    const answer = await ask(`${within(2012)}&measures=accidents&by=district&units=at-event`)
    expect(numbersOf(answer)).toContainEqual({ province: 'VN-2004:06', district: 'VN-2004:061', accidents: 1 })
    const filtered = await ask(`${within(2012)}&measures=accidents&district=061&units=at-event`)
    expect(filtered.body.totals).toEqual({ accidents: 1 })
    const today = await national.get(`/v1/statistics/accidents?by=district`)
    expect(today.status).toBe(400)
    expect(today.body.errors).toMatchObject([{ pointer: '/querystring/by', code: 'not-in-this-mode' }])
  })

  it('filters by a unit with or without its scheme', async () => {
    const count = async (query: string) => (await ask(`${within(2012)}&measures=accidents&${query}`)).body.totals
    expect(await count('province=19')).toEqual({ accidents: 3 })
    expect(await count('province=VN-2025:19')).toEqual({ accidents: 3 })
    expect(await count('units=at-event&province=19')).toEqual({ accidents: 1 })
    expect(await count('units=at-event&province=VN-2004:06')).toEqual({ accidents: 2 })
    expect(await count('province=unknown')).toEqual({ accidents: 1 })
  })
})

describe('jurisdiction', () => {
  const office = (scheme: 'VN-2004' | 'VN-2025', code: string) =>
    service.admin.newClient({ name: `Sở ${code}`, role: 'labour-office', jurisdiction: { units: [{ scheme, code }] } })

  it('limits an office to accidents that happened in its units, of either scheme', async () => {
    await record(
      { occurred_on: '2011-01-01', place: { scheme: 'VN-2025', code: '01849' } },
      { occurred_on: '2011-01-02', place: { scheme: 'VN-2004', code: '061' } },
      { occurred_on: '2011-01-03', place: { scheme: 'VN-2025', code: '01' }, office_reach: ['VN-2025:19'] },
    )
    const count = async (client: TestClient) => (await ask(`${within(2011)}&measures=accidents`, client)).body.totals
    expect(await count(await office('VN-2025', '19'))).toEqual({ accidents: 2 })
    expect(await count(await office('VN-2004', '06'))).toEqual({ accidents: 1 })
    expect(await count(national)).toEqual({ accidents: 3 })
  })

  it('stops counting an accident in a province when it is amended to another, which its office cannot see', async () => {
    const [first] = await record({ occurred_on: '2010-01-01', place: { scheme: 'VN-2025', code: '01849' } })
    await record({
      tenant_id: first?.tenant_id,
      declaration_id: first?.declaration_id,
      seq: 2,
      occurred_on: '2010-01-01',
      place: { scheme: 'VN-2025', code: '01' },
    })
    const answer = await ask(`${within(2010)}&measures=accidents`, await office('VN-2025', '19'))
    expect(answer.body.totals).toEqual({ accidents: 0 })
  })

  it('is for offices alone', async () => {
    for (const role of ['integrator', 'administrator']) {
      const client = await service.admin.newClient({ name: role, role })
      expect((await client.get('/v1/statistics/accidents')).status).toBe(403)
    }
  })
})

describe('rates', () => {
  beforeAll(async () => {
    const enterprise = (taxCode: string, workers: number, code: string) => ({
      taxCode,
      name: `Công ty ${taxCode}`,
      headOffice: { scheme: 'VN-2025', code },
      industry: { version: '2025', code: '41' },
      workers,
    })
    await service.admin.expect(201, 'post', '/v1/enterprises', enterprise('4600123459', 1_000, '01849'))
    await service.admin.expect(201, 'post', '/v1/enterprises', enterprise('0100109106', 200, '01'))
    await record(
      { occurred_on: '2009-01-01', listed: [{ condition: 'dead' }, {}] },
      { occurred_on: '2009-02-01', place: { scheme: 'VN-2025', code: '04' }, listed: [{}] },
    )
  })

  it('divides by the workers of the register and names the basis', async () => {
    const answer = await ask(`${within(2009)}&measures=K,deathsPer100k&by=province`)
    expect(answer.body).toMatchObject({
      basis: [{ id: 'register-headcount', measure: 'workers' }],
      totals: { victims: 3, workers: 1_200, K: 2.5 },
    })
    expect(numbersOf(answer)).toEqual([
      { province: '04', victims: 1, deaths: 0, workers: null, K: null, deathsPer100k: null },
      { province: '19', victims: 2, deaths: 1, workers: 1_000, K: 2, deathsPer100k: 100 },
    ])
  })

  it('keeps the denominator over time and under filters of accidents alone', async () => {
    const answer = await ask(`${within(2009)}&measures=K&by=quarter,industrySection&context=at-work`)
    expect(numbersOf(answer)).toEqual([
      { quarter: '2009-Q1', industrySection: 'unknown', victims: 3, workers: null, K: null },
    ])
    const byMonth = await ask(`${within(2009)}&measures=K&by=month&class=fatal&province=19`)
    expect(numbersOf(byMonth)).toEqual([{ month: '2009-01', victims: 2, workers: 1_000, K: 2 }])
  })

  it('refuses a rate by what the register does not know', async () => {
    for (const query of ['by=sex', 'by=cause', 'sex=female', 'units=at-event&by=province']) {
      const refused = await national.get(`/v1/statistics/accidents?measures=K&${query}`)
      expect([query, refused.status]).toEqual([query, 422])
      expect(refused.body.errors).toMatchObject([{ code: 'no-denominator' }])
    }
  })
})

describe('the question', () => {
  it('names what was probably meant', async () => {
    const refused = await national.get('/v1/statistics/accidents?measures=victim&by=sexx&provinc=19&sex=femal', {
      'accept-language': 'en',
    })
    expect(refused.status).toBe(400)
    const suggestions = (refused.body.errors as Json[]).map(({ pointer, code, message }) => [
      pointer,
      code,
      /Did you mean "(\w+)"/.exec(String(message))?.[1],
    ])
    expect(suggestions).toEqual([
      ['/querystring/measures', 'unknown-name', 'victims'],
      ['/querystring/by', 'unknown-name', 'sex'],
      ['/querystring/sex', 'unknown-value', 'female'],
      ['/querystring/provinc', 'unknown-parameter', 'province'],
    ])
  })

  it.each([
    'by=year,month,sex,class',
    'from=2026-02-30',
    'from=2026-02-01&to=2026-01-01',
    'asOf=yesterday',
    'units=old',
    'sex=male&sex=female',
    'sex=',
    'constructor=1',
    'by=constructor',
    'factor=constructor:1',
    'province=99',
    'year=26',
    "occupation=7' or '1'='1",
  ])('refuses %s with 400 and a pointer', async (query) => {
    const refused = await national.get(`/v1/statistics/accidents?${query}`)
    expect(refused.status).toBe(400)
    expect((refused.body.errors as Json[])[0]?.pointer).toMatch(/^\/querystring\//)
  })
})

describe('representations', () => {
  const path = '/v1/statistics/accidents?measures=accidents&by=province&from=2008-01-01&to=2008-12-31'

  it('gives CSV that Excel opens with its diacritics', async () => {
    await record({ occurred_on: '2008-01-01' })
    const answer = await national.expect(200, 'get', path, undefined, { accept: 'text/csv' })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.text).toBe('\uFEFFprovince,province_label,accidents\r\n19,Tỉnh Thái Nguyên,1\r\n')
  })

  it('has nothing but JSON and CSV', async () => {
    expect((await national.get(path, { accept: 'image/png' })).status).toBe(406)
  })

  it('answers 304 until a figure changes', async () => {
    const first = await national.expect(200, 'get', path)
    service.setTime('2026-11-21T03:20:00Z')
    const tag = { 'if-none-match': String(first.headers.etag) }
    expect((await national.get(path, tag)).status).toBe(304)
    expect((await national.get(path, { ...tag, accept: 'text/csv' })).status).toBe(200)
    await record({ occurred_on: '2008-02-01' })
    expect((await national.get(path, tag)).status).toBe(200)
  })

  it('describes to everybody what can be asked', async () => {
    const { status, body } = await service.http.get('/v1/statistics')
    expect(status).toBe(200)
    expect(body.cubes[0]).toMatchObject({ id: 'accidents', defaultMeasures: expect.arrayContaining(['accidents']) })
    const sex = body.cubes[0].dimensions.find(({ id }: Json) => id === 'sex')
    expect(sex).toMatchObject({ grain: 'detail', values: ['female', 'male'] })
  })
})
