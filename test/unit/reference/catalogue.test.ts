import { describe, expect, it } from 'vitest'
import {
  codeLists,
  countries,
  employmentRelations,
  industries2018,
  industries2025,
  injuryFactors1996,
  injuryFactors2020,
  injuryFactorsProvisional,
  occupations,
  recipients,
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

describe('countries', () => {
  it('are named in both languages', () => {
    expect(countries.findEver('VN')).toMatchObject({ vi: 'Việt Nam', en: 'Vietnam' })
    expect(codes(countries.search('han quoc'))).toEqual(['KR'])
  })
})
