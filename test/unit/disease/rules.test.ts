import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FilingContext } from '../../../src/declaration/filing-context.ts'
import { judge } from '../../../src/declaration/judge.ts'
import { diseaseConsequences } from '../../../src/disease/consequences.ts'
import { diseaseFacts } from '../../../src/disease/facts.ts'
import { diseaseKind } from '../../../src/disease/kind.ts'
import type { DiseaseKnown } from '../../../src/disease/known.ts'
import { diseaseRules } from '../../../src/disease/rules/index.ts'
import { sampleContext, sampleScreening } from '../../../src/disease/sample.ts'
import type { DiseaseScreening } from '../../../src/disease/schema.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'

type Change = Readonly<Record<string, unknown>>

function judged(body: unknown, given: Partial<FilingContext<DiseaseKnown>> = {}) {
  const { known, ...context } = { ...sampleContext, ...given }
  return judge(diseaseKind, body, {
    context,
    lookUp: async () => known,
    absent: new Set(),
    mintId: () => 'minted',
  })
}

function sampleWith(change: Change): unknown {
  return Object.entries(change).reduce(
    (body: unknown, [pointer, value]) => withValueAt(body, pointer, value),
    sampleScreening,
  )
}

/** What a filer has to answer for: `rule kind pointer`, without what is only worth knowing. */
async function complaints(body: unknown, context: Partial<FilingContext<DiseaseKnown>> = {}): Promise<string[]> {
  const { findings } = await judged(body, context)
  return findings.filter(({ kind }) => kind !== 'info').map(({ rule, kind, pointer }) => `${rule} ${kind} ${pointer}`)
}

async function infos(body: unknown, context: Partial<FilingContext<DiseaseKnown>> = {}): Promise<string[]> {
  const { findings } = await judged(body, context)
  return findings.filter(({ kind }) => kind === 'info').map(({ rule }) => rule)
}

const IN_2025 = {
  '/examination/from': '2025-09-08',
  '/examination/to': '2025-09-12',
  '/hazards/0/monitoringOn': '2025-06-18',
  '/hazards/1/monitoringOn': '2025-06-18',
  '/cases/0/examinedOn': '2025-09-09',
  '/cases/0/diagnosedOn': '2025-09-19',
  '/cases/1/examinedOn': '2025-09-09',
  '/cases/1/diagnosedOn': '2025-09-19',
  '/files/forms': 'TT28',
  '/establishment/industry': undefined,
} as const
/** 20 working days after 12 September 2025, and after 9 September for those who are referred at once. */
const IN_TIME_2025 = {
  ...IN_2025,
  '/examination/resultsReturnedOn': '2025-10-10',
  '/cases/0/referredOn': '2025-10-07',
  '/cases/1/referredOn': '2025-10-07',
} as const

describe('one mistake is told once', () => {
  it.each<[string, Change, string[]]>([
    [
      'a factor that the list does not have',
      { '/hazards/0/monitoringResult': undefined, '/cases/0/factor': 'SILIC' },
      ['KB-DIS-21 error /cases/0/factor'],
    ],
    [
      'more women than persons',
      { '/formerWorkers/examined': { total: 0, women: 1 } },
      ['OD-R003 error /formerWorkers/examined/women'],
    ],
    ['a round that ends before it begins', { '/examination/from': '2026-09-12' }, ['KB-DIS-10 error /examination/to']],
    ['a case without a sex', { '/cases/0/sex': undefined }, ['OD-R059 error /cases/0/sex']],
    [
      'bands that do not add up',
      { '/diseases/0/bands/from31': { total: 1, women: 0 } },
      ['OD-R034 error /diseases/0/bands'],
    ],
    ['a case missing in the list', { '/cases/1': undefined }, ['OD-R041 warning /diseases/1/diagnosed/total']],
    [
      'a worker left at the cause of the disease',
      { '/cases/1/currentJob/controlMeasure': undefined },
      ['OD-R073 breach /cases/1/currentJob'],
    ],
    ['a referral that never came', { '/cases/0/referredOn': undefined }, ['OD-R067 breach /cases/0/referredOn']],
    ['forms that are no longer in force', { '/files/forms': 'TT28' }, ['OD-R085 breach /files/forms']],
    [
      'failed monitoring and nobody examined',
      {
        '/hazards/0/examined': { total: 0, women: 0 },
        '/diseases/0': undefined,
        '/cases/0': undefined,
        '/files/certificates': 1,
        '/files/caseReports': 1,
      },
      ['OD-R038 breach /hazards/0/examined'],
    ],
  ])('%s', async (_mistake, change, expected) => {
    expect(await complaints(sampleWith(change))).toEqual(expected)
  })
})

describe('the law of the day', () => {
  it('of a round before 15 February 2026 counts working days', async () => {
    expect(await complaints(sampleWith(IN_TIME_2025))).toEqual([])
    const late = {
      ...IN_TIME_2025,
      '/examination/resultsReturnedOn': '2025-10-11',
      '/cases/0/referredOn': '2025-10-08',
    }
    expect(await complaints(sampleWith(late))).toEqual([
      'OD-R079 breach /examination/resultsReturnedOn',
      'OD-R067 breach /cases/0/referredOn',
    ])
  })

  it('of a round before 15 February 2026 asks for a consultation on silicosis', async () => {
    expect(await complaints(sampleWith({ ...IN_TIME_2025, '/consultation': undefined }))).toEqual([
      'OD-R084 breach /diseases/0/diagnosed',
    ])
    expect(await complaints(sampleWith({ '/consultation': undefined }))).toEqual([])
  })

  it('refers to assessment at once for noise deafness, after treatment for lead poisoning', async () => {
    const lead = {
      '/hazards/0/factor': 'HZ-CHEM-PB',
      '/diseases/0/disease': 'OD-08',
      '/cases/0/disease': 'OD-08',
      '/cases/0/factor': 'HZ-CHEM-PB',
      '/cases/0/icd10': 'T56.0',
      '/cases/0/referredOn': undefined,
    }
    expect(await complaints(sampleWith(lead))).toEqual([])
    expect(await complaints(sampleWith({ ...lead, '/cases/0/treatmentEndedOn': '2026-09-10' }))).toEqual([
      'OD-R068 breach /cases/0/referredOn',
    ])
  })

  it.each([
    [85, 4],
    [88, 2],
    [91, 1],
    [94, 0.5],
  ])('asks for years of noise by its level: %s dBA, %s years', async (level, years) => {
    const at = (exposed: number) =>
      complaints(sampleWith({ ...IN_TIME_2025, '/cases/1/level/value': level, '/cases/1/exposureYears': exposed }))
    expect(await at(years)).toEqual([])
    expect(await at(years - 0.1)).toEqual(['OD-R065 warning /cases/1/exposureStart'])
  })

  it('only informs of minimum exposures since the annexes of Circular 15/2016 lost effect', async () => {
    const short = sampleWith({ '/cases/1/exposureYears': 0.5 })
    expect(await complaints(short)).toEqual([])
    expect(await infos(short)).toContain('KB-DIS-32')
  })

  it('judges each case by its own diagnosis', async () => {
    const short = { '/cases/1/exposureYears': 0.5, '/cases/1/fromEarlierRound': true, '/cases/1/examinedOn': undefined }
    expect(await complaints(sampleWith({ ...short, '/cases/1/diagnosedOn': '2026-02-14' }))).toEqual([
      'OD-R065 warning /cases/1/exposureStart',
    ])
    expect(await complaints(sampleWith({ ...short, '/cases/1/diagnosedOn': '2026-02-15' }))).toEqual([])
  })
})

describe('a faultless round', () => {
  it('of a first placement needs no disease', async () => {
    const body = sampleWith({
      '/examination/kind': 'pre-placement',
      '/diseases': undefined,
      '/cases': undefined,
      '/files/certificates': 0,
      '/files/caseReports': 0,
    })
    expect(await complaints(body)).toEqual([])
  })

  it('counts former workers apart', async () => {
    const body = sampleWith({
      '/formerWorkers/examined': { total: 30, women: 2 },
      '/diseases/0/examined': { total: 150, women: 14 },
      '/diseases/0/former': { examined: { total: 30, women: 2 }, diagnosed: { total: 0, women: 0 } },
    })
    expect(await complaints(body)).toEqual([])
  })

  it('leaves to the registers what they have', async () => {
    const body = sampleWith({
      '/establishment': undefined,
      '/workforce': undefined,
      '/site/unit': undefined,
      '/facility': { taxCode: '0101218690' },
    })
    expect(await complaints(body)).toEqual([])
  })

  it('is not refused for a register that is out of date', async () => {
    const register = sampleContext.register && { ...sampleContext.register, workers: 20, women: 2 }
    const told = await complaints(sampleWith({ '/workforce': undefined }), { register })
    expect(told.filter((line) => line.includes(' error '))).toEqual([])
    expect(told).toContain('OD-R027 warning /diseases/0/examined/total')
  })

  it('validated by somebody who is not known is judged without history', async () => {
    const { known } = sampleContext
    expect(
      await complaints(sampleScreening, { filedAs: 'anonymous', register: null, known: { ...known, history: null } }),
    ).toEqual([])
  })
})

describe('what follows', () => {
  const consequencesOf = async (change: Change) =>
    diseaseConsequences(await diseaseFacts(sampleWith(change) as DiseaseScreening, sampleContext), 'en')

  it('names both denominators and never mixes them', async () => {
    const { coverage } = await consequencesOf({
      '/persons/examined': { total: 120, women: 12 },
      '/hazards/1/examined': { total: 40, women: 3 },
    })
    expect(coverage.distinctPersons).toEqual({ exposed: 150, examined: 120, percent: 80 })
    expect(coverage.personsByFactor).toEqual({ exposed: 200, examined: 160, percent: 80 })
    expect(coverage.hazards.map(({ percent }) => percent)).toEqual([100, 50])
  })

  it('shows the cases for an investigation, by factor', async () => {
    const { investigations } = await consequencesOf({
      '/hazards/0/monitoringResult': 'not-monitored',
      '/diseases/1/diagnosed': { total: 0, women: 0 },
    })
    expect(investigations.map(({ trigger, factor }) => [trigger, factor])).toEqual([
      ['not-monitored', 'HZ-DUST-SILICA'],
      ['limit-exceeded-no-disease', 'HZ-PHY-NOISE'],
    ])
  })

  it('is due again after a year, after half a year for heavy work', async () => {
    const { dueDates } = await consequencesOf({ '/workforce/heavy': 100, '/cases/0/referredOn': undefined })
    expect(dueDates.map(({ duty, due }) => [duty, due])).toEqual([
      ['results', '2026-10-01'],
      ['assessment-referral', '2026-09-28'],
      ['periodic-examination', '2027-09-11'],
      ['periodic-examination', '2027-03-11'],
    ])
  })
})

describe('what is found about a case', () => {
  it('tells its ordinal and what the law says, never what the person has', async () => {
    const { findings } = await judged(
      sampleWith({
        '/cases/0/disease': 'OD-32',
        '/diseases/0/disease': 'OD-32',
        '/cases/0/person/birthDate': '2000-01-01',
        '/cases/0/assessment': { on: '2026-09-30', percent: 17, previousOn: '2026-01-01' },
      }),
    )
    const params = findings
      .filter(({ pointer, rule }) => pointer.startsWith('/cases/') && rule !== 'OD-R025')
      .flatMap(({ params: told = {} }) => Object.values(told))
    expect(params.length).toBeGreaterThan(0)
    for (const secret of ['OD-32', '2000-01-01', 17, '2026-01-01', 'Nguyễn Văn Đá'])
      expect(params).not.toContain(secret)
  })
})

describe('a screening with a part left out or spoilt', () => {
  /** Pointers of every value in the sample, the outer ones too. */
  const places = (value: unknown, at = ''): string[] =>
    value === null || typeof value !== 'object'
      ? []
      : Object.entries(value).flatMap(([key, part]) => [`${at}/${key}`, ...places(part, `${at}/${key}`)])

  it.each([undefined, 'x', {}])('%j is judged without a defect of ours', async (value) => {
    for (const pointer of places(sampleScreening)) {
      const { defects } = await judged(withValueAt(sampleScreening, pointer, value))
      expect([pointer, defects]).toEqual([pointer, []])
    }
  })
})

describe('the table of kinds in docs/rules', () => {
  const table = readFileSync(new URL('../../../docs/rules/disease-rule-kinds.md', import.meta.url), 'utf8')
  const documented = [...table.matchAll(/^\| ((?:OD|ENV|KB)-\S+) \| \S+ \| (\S+) \|/gm)].map(
    ([, id, kind]) => `${id} ${kind}`,
  )

  it('has every rule with the kind it has in the code', () => {
    const coded = [
      ...diseaseRules.rules.map(({ id, kind }) => `${id} ${kind}`),
      ...diseaseRules.awaiting.map(({ id }) => `${id} awaiting`),
    ]
    expect(documented.filter((line) => !line.endsWith(' elsewhere')).toSorted()).toEqual(coded.toSorted())
  })

  it('has every rule of the collection', () => {
    const expected = Array.from({ length: 108 }, (_, index) => `OD-R${String(index + 1).padStart(3, '0')}`)
    const ids = documented.map((line) => line.split(' ')[0])
    expect(ids.filter((id) => id?.startsWith('OD-')).toSorted()).toEqual(expected)
  })
})
