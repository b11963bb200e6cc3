import { afterAll, describe, expect, it } from 'vitest'
import { mergedRows, suppliedHash, supplyFrom } from '../../../src/reference/supplied-data.ts'
import { documentedTables, officeData } from '../../support/office-data.ts'
import { removeDirectory } from '../../support/scratch-directory.ts'

const directory = officeData({
  ...documentedTables(),
  'instruments.csv': [
    'code,status,valid_from,short_vi,short_en,vi,en,source',
    'TT99-2027-BNV,issued,2027-01-01,Thông tư 99/2027/TT-BNV,Circular 99/2027/TT-BNV,Khai báo,Declarations,Công báo 1',
  ].join('\n'),
  'accident-bodies.csv': [
    'name,vi,en,valid-from,valid-to,source',
    'POLICE,Công an cấp xã,Commune police,2025-07-01,2026-12-31,ND129-2025 42',
    'POLICE,Công an khu vực,Area police,2027-01-01,,TT99-2027-BNV 3.1',
  ].join('\n'),
  'public-holidays.csv': [
    'date,kind,vi,basis,certainty,source',
    '2031-01-01,statutory,Tết Dương lịch,L45-2019 112,fixed,Bộ luật Lao động',
  ].join('\n'),
})
supplyFrom(directory)
afterAll(() => removeDirectory(directory))

// Loaded after the data are known, as the service does it.
const { faultsOfData } = await import('../../../src/data-faults.ts')
const { seriousInjuries } = await import('../../../src/reference/catalogue.ts')
const { legalDate } = await import('../../../src/reference/legal-date.ts')
const { minimumWorkingAge } = await import('../../../src/law/accident-constants.ts')
const { accidentBodies } = await import('../../../src/law/accident-bodies.ts')
const { valueOn } = await import('../../../src/law/dated-constant.ts')
const { describeCitation } = await import('../../../src/law/citation.ts')
const { instrument } = await import('../../../src/law/instruments.ts')
const { isPublicHoliday } = await import('../../../src/law/calendar.ts')
const { builtInLimits } = await import('../../../src/law/exposure/limit-book.ts')
const { ruleSet } = await import('../../../src/rules/rule-set.ts')

describe('data of the office', () => {
  it('as the documents show them fit the tables of the release', () => {
    expect(faultsOfData()).toEqual([])
    expect(Object.keys(documentedTables())).toHaveLength(3)
    expect(mergedRows().get('accident-bodies')).toEqual({ added: 1, replaced: 1 })
  })

  it('count as verified and name their source: a code', () => {
    expect(seriousInjuries.versionsOf('034')).toMatchObject([
      { verified: true, supplied: true, source: 'Nghị định 39/2016/NĐ-CP, Phụ lục II, mã 034' },
    ])
    expect(seriousInjuries.versionsOf('035')).toMatchObject([{ verified: false, supplied: false }])
  })

  it('count as verified: a limit', () => {
    const cadmium = builtInLimits().limits.filter(({ id }) => id === 'QCVN03-2019/11/twa')
    expect(cadmium).toMatchObject([{ max: 0.005, verified: true, supplied: true }])
  })

  it('count as verified: a constant, which cites the text the office read', () => {
    const age = valueOn(minimumWorkingAge, legalDate('2026-01-01'))
    expect(age).toMatchObject({ value: 15, verified: true, citation: { instrument: 'L45-2019', article: '3.1' } })
  })

  it('change a name from a day on, by a text that the office supplied too', () => {
    expect(valueOn(accidentBodies.POLICE, legalDate('2026-12-31'))?.value.en).toBe('Commune police')
    const after = valueOn(accidentBodies.POLICE, legalDate('2027-01-01'))
    expect(after && describeCitation(after.citation, 'en')).toContain('Circular 99/2027/TT-BNV')
    expect(instrument('TT99-2027-BNV')).toMatchObject({ supplied: 'Công báo 1', verified: true })
  })

  it('are holidays of their day', () => {
    expect(isPublicHoliday(legalDate('2031-01-01'))).toBe(true)
    expect(isPublicHoliday(legalDate('2031-01-02'))).toBe(false)
  })

  it('are part of the hash of every rule set', async () => {
    const { vi } = await import('vitest')
    const { hash } = ruleSet('empty', [], [])
    expect(suppliedHash()).toMatch(/^[0-9a-f]{64}$/)
    vi.resetModules()
    const without = await import('../../../src/rules/rule-set.ts')
    expect(without.ruleSet('empty', [], []).hash).not.toBe(hash)
  })

  it('must be known before a table is read', () => {
    expect(() => supplyFrom(directory)).toThrow('was read before')
  })
})
