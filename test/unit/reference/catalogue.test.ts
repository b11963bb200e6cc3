import { describe, expect, it } from 'vitest'
import { code } from '../../../src/declaration/schema-parts.ts'
import {
  annualReportItem9,
  codeLists,
  countries,
  diseaseGroups,
  employmentRelations,
  examinationKinds,
  form04Groups,
  hazardFactors,
  highRiskSectors,
  industries2018,
  industries2025,
  injuryFactors1996,
  injuryFactors2020,
  injuryFactorsProvisional,
  measurementUnits,
  monitoredFactors,
  occupationalDiseases,
  occupations,
  recipients,
  reductionBands,
  seriousInjuries,
} from '../../../src/reference/catalogue.ts'
import type { CodeEntry } from '../../../src/reference/code-list.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const IN_2024 = legalDate('2024-03-01')
const LAST_DAY_OF_VSIC_2018 = legalDate('2025-11-14')
const FIRST_DAY_OF_VSIC_2025 = legalDate('2025-11-15')
const IN_2026 = legalDate('2026-06-01')

const codes = (entries: readonly CodeEntry[]) => entries.map(({ code }) => code)

function countByLevel(entries: readonly CodeEntry[]): number[] {
  const levels = ['1', '2', '3', '4', '5']
  return levels.map((level) => entries.filter((entry) => entry.level === level).length)
}

describe('the catalogue', () => {
  it('has every list under its own id', () => {
    for (const [id, list] of codeLists) expect(list.id).toBe(id)
  })

  it.each([...codeLists.keys()])('%s has entries, each with a title and a source', (id) => {
    const entries = codeLists.get(id)?.entriesOn() ?? []
    expect(entries).not.toHaveLength(0)
    expect(entries.filter(({ vi, source }) => vi === '' || source === '')).toEqual([])
  })

  it('has no code longer than what a declaration can hold', () => {
    const tooLong = [...codeLists.values()].flatMap((list) =>
      list.entriesOn().filter((entry) => !code.safeParse(entry.code).success),
    )
    expect(codes(tooLong)).toEqual([])
  })

  it('says in both languages what an incomplete list lacks', () => {
    const incomplete = [...codeLists.values()].filter(({ complete }) => !complete)
    expect(incomplete.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['occupations-2020', 'vsic-2018', 'injury-factors-tt13-2020', 'serious-injuries']),
    )
    for (const { note } of incomplete) expect(note).toEqual({ vi: expect.any(String), en: expect.any(String) })
  })
})

describe('industries', () => {
  it('VSIC 2025 has the official 22, 87, 259, 495 and 743 codes, from 15 November 2025', () => {
    expect(countByLevel(industries2025.entriesOn(FIRST_DAY_OF_VSIC_2025))).toEqual([22, 87, 259, 495, 743])
    expect(industries2025.entriesOn(LAST_DAY_OF_VSIC_2018)).toEqual([])
  })

  it('VSIC 2018 has the official 21 and 88 codes at the two levels known, until 14 November 2025', () => {
    expect(countByLevel(industries2018.entriesOn(LAST_DAY_OF_VSIC_2018))).toEqual([21, 88, 0, 0, 0])
    expect(industries2018.entriesOn(FIRST_DAY_OF_VSIC_2025)).toEqual([])
  })

  it('K changed its meaning between the two', () => {
    expect(industries2018.findEver('K')?.vi).not.toBe(industries2025.findEver('K')?.vi)
  })

  it('VSIC 2018 vouches for a class by its division, and for nothing outside its divisions', () => {
    expect(industries2018.longestKnownPrefix('41010', IN_2024)?.code).toBe('41')
    expect(industries2018.longestKnownPrefix('4', IN_2024)).toBeUndefined()
    expect(industries2018.longestKnownPrefix('04100', IN_2024)).toBeUndefined()
  })
})

describe('occupations', () => {
  it('vouches for a code of a level not held by the group above it', () => {
    expect(occupations.longestKnownPrefix('7112', IN_2026)?.code).toBe('71')
    expect(occupations.longestKnownPrefix('79', IN_2026)?.code).toBe('7')
    expect(occupations.longestKnownPrefix('X', IN_2026)).toBeUndefined()
  })

  it('holds the groups of leaders unverified, on which the copies disagree', () => {
    const unverified = occupations.entriesOn(IN_2026).filter(({ verified }) => !verified)
    expect(codes(unverified)).toEqual(['10', '11', '12', '13', '14', '15', '16', '17'])
  })
})

describe('serious injuries', () => {
  it('0110 is the tenth item of group 01, not a part of 011', () => {
    expect(seriousInjuries.find('0110', IN_2026)?.parent).toBe('01')
    expect(codes(seriousInjuries.childrenOf('01')).at(-1)).toBe('0110')
    expect(seriousInjuries.childrenOf('011')).toEqual([])
  })

  it('a code not held is vouched for by its group, never by an item', () => {
    expect(seriousInjuries.longestKnownPrefix('0119', IN_2026)?.code).toBe('01')
    expect(seriousInjuries.longestKnownPrefix('0710', IN_2026)).toBeUndefined()
  })

  it('group headings are no answer', () => {
    const headings = seriousInjuries.entriesOn().filter(({ selectable }) => !selectable)
    expect(codes(headings)).toEqual(['01', '02', '03', '04', '05', '06'])
  })

  it('from 034 on nothing is verified', () => {
    const entries = seriousInjuries.entriesOn()
    const firstUnverified = entries.findIndex(({ verified }) => !verified)
    expect(entries[firstUnverified]?.code).toBe('034')
    expect(entries.slice(firstUnverified).some(({ verified }) => verified)).toBe(false)
  })
})

describe('injury factors', () => {
  it('are kept apart: code 3 of Circular 13/2020 is another thing than code 03 of the former circular', () => {
    expect(injuryFactors2020.findEver('3')?.vi).toBe('Máy, thiết bị có yêu cầu nghiêm ngặt về an toàn lao động')
    expect(injuryFactors1996.findEver('03')?.vi).toBe('Do phương tiện vận tải')
  })

  it('Circular 13/2020 vouches below 3 and not for later top codes', () => {
    expect(injuryFactors2020.longestKnownPrefix('3.9', IN_2026)?.code).toBe('3')
    expect(injuryFactors2020.longestKnownPrefix('11', IN_2026)).toBeUndefined()
  })

  it('the provisional list is ours and claims nothing', () => {
    expect(injuryFactorsProvisional.basis).toBe('KB-POLICY')
    expect(injuryFactorsProvisional.entriesOn().some(({ verified }) => verified)).toBe(false)
  })
})

describe('employment relations', () => {
  it('each says whether there is a labour contract', () => {
    const without = employmentRelations.entriesOn().filter(({ attributes }) => attributes['has-contract'] === 'no')
    expect(codes(without)).toEqual([
      'domestic-without-contract',
      'self-employed',
      'farmer',
      'family-worker',
      'without-contract',
    ])
    const others = employmentRelations.entriesOn().filter((relation) => !without.includes(relation))
    expect(others.every(({ attributes }) => attributes['has-contract'] === 'yes')).toBe(true)
  })
})

describe('recipients', () => {
  const police = (on: string) =>
    codes(recipients.entriesOn(legalDate(on)).filter(({ attributes }) => attributes.role === 'police'))

  it('since 1 July 2025 the commune police take the place of the district police', () => {
    expect(police('2025-06-30')).toEqual(['DISTRICT_POLICE'])
    expect(police('2025-07-01')).toEqual(['COMMUNE_POLICE'])
  })

  it('since 1 July 2025 the Department of Home Affairs takes the place of the labour inspectorate', () => {
    expect(recipients.find('PROV_LABOUR_DOLISA', legalDate('2025-07-01'))).toBeUndefined()
    expect(recipients.find('PROV_HOME_AFFAIRS', legalDate('2025-07-01'))?.vi).toBe('Sở Nội vụ')
  })
})

describe('occupational diseases', () => {
  const on = (date: string) => occupationalDiseases.entriesOn(legalDate(date)).filter(({ code }) => code !== 'OTHER')

  it('are 34 by Circular 15/2016, 35 with COVID-19 from 1 April 2023 and by Circular 60/2025', () => {
    expect(on('2016-06-30')).toHaveLength(0)
    expect(on('2016-07-01')).toHaveLength(34)
    expect(on('2023-03-31')).toHaveLength(34)
    expect(on('2023-04-01')).toHaveLength(35)
    expect(on('2026-02-15').map(({ attributes }) => attributes.number)).toEqual(
      Array.from({ length: 35 }, (_, index) => String(index + 1)),
    )
  })

  it('have the names of the circular in force on the day', () => {
    expect(occupationalDiseases.find('OD-13', legalDate('2026-02-14'))?.vi).toBe('Bệnh nhiễm độc asen nghề nghiệp')
    expect(occupationalDiseases.find('OD-13', legalDate('2026-02-15'))?.vi).toBe('Bệnh nhiễm độc arsenic nghề nghiệp')
  })

  it('30 to 35 of Circular 60/2025 were not read, and say so', () => {
    const unverified = on('2026-02-15').filter(({ verified }) => !verified)
    expect(codes(unverified)).toEqual(['OD-30', 'OD-31', 'OD-32', 'OD-33', 'OD-34', 'OD-35'])
    expect(on('2026-02-14').every(({ verified }) => verified)).toBe(true)
  })

  it('nine are assessed at once, by either list', () => {
    const expected = ['OD-01', 'OD-02', 'OD-04', 'OD-05', 'OD-11', 'OD-18', 'OD-20', 'OD-21', 'OD-34']
    for (const date of ['2016-07-01', '2026-02-15']) {
      const atOnce = on(date).filter(({ attributes }) => attributes['immediate-assessment'] === 'yes')
      expect(codes(atOnce)).toEqual(expected)
    }
  })

  it('OTHER is recorded at any time and never counted as insured', () => {
    expect(occupationalDiseases.find('OTHER', legalDate('1990-01-01'))?.attributes.insured).toBe('no')
    expect(on('2026-02-15').every(({ attributes }) => attributes.insured === 'yes')).toBe(true)
  })

  it('each belongs to a group: 7 of lungs, 10 poisonings, 6 physical, 5 of skin, 7 others', () => {
    const sizes = diseaseGroups
      .entriesOn()
      .map(({ code }) => on('2026-02-15').filter(({ attributes }) => attributes.group === code).length)
    expect(sizes).toEqual([7, 10, 6, 5, 7])
  })
})

describe('hazards and what is monitored', () => {
  it('56 hazard factors, two of them from memory', () => {
    expect(hazardFactors.entriesOn()).toHaveLength(56)
    const unverified = hazardFactors.entriesOn().filter(({ verified }) => !verified)
    expect(codes(unverified)).toEqual(['HZ-PHY-PRESSURE', 'HZ-CHEM-PHOTOTOX'])
  })

  it('62 monitored factors, of which each result group of Form 04 and each row of item 9 has some', () => {
    expect(monitoredFactors.entriesOn()).toHaveLength(62)
    const used = (attribute: string) =>
      new Set(monitoredFactors.entriesOn().map(({ attributes }) => attributes[attribute]))
    expect(used('form-04-group')).toEqual(new Set(codes(form04Groups.entriesOn())))
    expect(used('item-9-bucket')).toEqual(new Set(codes(annualReportItem9.entriesOn())))
  })

  it('ranges are told as our policy, not as law', () => {
    const noise = monitoredFactors.findEver('PH-NOISE-LAEQ')
    expect(noise?.source).toContain('ranges are policy of Khai Báo')
    expect(noise?.attributes).toMatchObject({ unit: 'dBA', 'usual-max': '125', 'hard-max': '160', averaging: 'leq' })
  })

  it('units are found as people write them', () => {
    const written = (text: string) =>
      measurementUnits
        .entriesOn()
        .find(({ code, attributes }) => [code, ...(attributes.aliases ?? '').split(';')].includes(text))
    expect(written('mg/m3')?.code).toBe('mg/m³')
    expect(written('dB(A)')?.code).toBe('dBA')
    expect(written('f/cm³')?.code).toBe('sợi/mL')
  })

  it('normal cubic metres are a unit of emissions, not of the workplace', () => {
    expect(measurementUnits.search('Nm3')).toEqual([])
  })

  it('eleven high-risk sectors, each with what is usually monitored there', () => {
    const sectors = highRiskSectors.entriesOn()
    expect(sectors).toHaveLength(11)
    expect(sectors.every(({ attributes }) => attributes['expected-factors'])).toBe(true)
  })
})

describe('examinations', () => {
  it('are of five kinds', () => {
    expect(codes(examinationKinds.entriesOn())).toEqual([
      'pre-placement',
      'periodic',
      'detection',
      'after-failed-monitoring',
      'acute-suspicion',
    ])
  })

  it('assess every percentage in exactly one band', () => {
    const bandsOf = (percent: number) =>
      reductionBands
        .entriesOn()
        .filter(({ attributes }) => Number(attributes.min) <= percent && percent <= Number(attributes.max))
    for (let percent = 0; percent <= 100; percent += 1) expect(bandsOf(percent), String(percent)).toHaveLength(1)
    expect(codes(bandsOf(4))).toEqual(['under5'])
    expect(codes(bandsOf(31))).toEqual(['from31'])
  })
})

describe('countries', () => {
  it('are named in both languages', () => {
    expect(countries.findEver('VN')).toMatchObject({ vi: 'Việt Nam', en: 'Vietnam' })
    expect(codes(countries.search('han quoc'))).toEqual(['KR'])
  })
})
