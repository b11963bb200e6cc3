import { describe, expect, it } from 'vitest'
import {
  currentSuccessorsOf,
  currentUnit,
  isKnownUnit,
  levelOf,
  lineage,
  mayOverlap,
  reachOf,
  schemeOn,
  type UnitRef,
  type UnitScheme,
  unitKey,
  unitName,
} from '../../../src/reference/administrative-units.ts'
import { administrativeUnits2004, administrativeUnits2025 } from '../../../src/reference/catalogue.ts'
import type { CodeList } from '../../../src/reference/code-list.ts'
import { type LegalDate, legalDate } from '../../../src/reference/legal-date.ts'

const LAST_DAY_OF_DISTRICTS = legalDate('2025-06-30')
const FIRST_DAY_OF_TWO_LEVELS = legalDate('2025-07-01')
const AFTER_DONG_NAI_BECAME_A_CITY = legalDate('2026-05-01')

const old = (code: string): UnitRef => ({ scheme: 'VN-2004', code })
const now = (code: string): UnitRef => ({ scheme: 'VN-2025', code })

function countByType(list: CodeList, level: string, on: LegalDate): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const unit of list.entriesOn(on)) {
    const { type = 'none' } = unit.attributes
    if (unit.level === level) counts[type] = (counts[type] ?? 0) + 1
  }
  return counts
}

const oldUnits = (level: string) =>
  administrativeUnits2004.entriesOn(LAST_DAY_OF_DISTRICTS).filter((unit) => unit.level === level)

describe('official counts of administrative units', () => {
  it('1 July 2025: 34 provinces and 3,321 communes', () => {
    expect(countByType(administrativeUnits2025, 'province', FIRST_DAY_OF_TWO_LEVELS)).toEqual({
      Tỉnh: 28,
      'Thành phố': 6,
    })
    expect(countByType(administrativeUnits2025, 'commune', FIRST_DAY_OF_TWO_LEVELS)).toEqual({
      Xã: 2621,
      Phường: 687,
      'Đặc khu': 13,
    })
  })

  it('1 May 2026: Đồng Nai is a city and ten of its communes are wards', () => {
    expect(countByType(administrativeUnits2025, 'province', AFTER_DONG_NAI_BECAME_A_CITY)).toEqual({
      Tỉnh: 27,
      'Thành phố': 7,
    })
    expect(countByType(administrativeUnits2025, 'commune', AFTER_DONG_NAI_BECAME_A_CITY)).toEqual({
      Xã: 2611,
      Phường: 697,
      'Đặc khu': 13,
    })
  })

  it('30 June 2025: 63 provinces, 696 districts, 10,035 communes', () => {
    expect(oldUnits('province')).toHaveLength(63)
    expect(countByType(administrativeUnits2004, 'district', LAST_DAY_OF_DISTRICTS)).toEqual({
      Huyện: 508,
      'Thành phố': 87,
      'Thị xã': 52,
      Quận: 49,
    })
    expect(countByType(administrativeUnits2004, 'commune', LAST_DAY_OF_DISTRICTS)).toEqual({
      Xã: 7692,
      Phường: 1726,
      'Thị trấn': 617,
    })
  })

  it('of the old communes 9,595 went to one new commune and 440 to several', () => {
    const successors = oldUnits('commune').map(({ code }) => currentSuccessorsOf(code).length)
    expect(successors.filter((count) => count === 1)).toHaveLength(9595)
    expect(successors.filter((count) => count > 1)).toHaveLength(440)
  })

  it('every new commune took something from an old commune or island district', () => {
    const reached = new Set(oldUnits('district').flatMap(({ code }) => currentSuccessorsOf(code).map((s) => s.code)))
    const communes = administrativeUnits2025
      .entriesOn(FIRST_DAY_OF_TWO_LEVELS)
      .filter((unit) => unit.level === 'commune')
    expect(communes.filter(({ code }) => !reached.has(code))).toEqual([])
  })

  it('the 63 provinces went to 34, none of them split', () => {
    const successors = oldUnits('province').map(({ code }) => currentSuccessorsOf(code))
    expect(successors.every((list) => list.length === 1 && list[0]?.share === 'whole')).toBe(true)
    expect(new Set(successors.flat().map(({ code }) => code)).size).toBe(34)
  })
})

describe('the scheme of a date', () => {
  it.each<[string, UnitScheme]>([
    ['2025-06-30', 'VN-2004'],
    ['2025-07-01', 'VN-2025'],
  ])('%s is read in %s', (date, scheme) => {
    expect(schemeOn(legalDate(date))).toBe(scheme)
  })
})

describe('one code in two schemes', () => {
  it('15 was Yên Bái and is Lào Cai', () => {
    expect(unitName(old('15'))).toBe('Tỉnh Yên Bái')
    expect(unitName(now('15'))).toBe('Tỉnh Lào Cai')
  })

  it('is told apart by its key', () => {
    expect(unitKey(old('15'))).toBe('VN-2004:15')
    expect(unitKey(now('15'))).not.toBe(unitKey(old('15')))
  })
})

describe('a unit', () => {
  it('is known on a date of its own scheme only', () => {
    expect(isKnownUnit(old('063'), LAST_DAY_OF_DISTRICTS)).toBe(true)
    expect(isKnownUnit(old('063'), FIRST_DAY_OF_TWO_LEVELS)).toBe(false)
    expect(isKnownUnit(now('19'), FIRST_DAY_OF_TWO_LEVELS)).toBe(true)
    expect(isKnownUnit(now('19'), LAST_DAY_OF_DISTRICTS)).toBe(false)
    expect(isKnownUnit(now('063'), FIRST_DAY_OF_TWO_LEVELS)).toBe(false)
  })

  it('has a level, or none when the scheme never had it', () => {
    expect(levelOf(old('06'))).toBe('province')
    expect(levelOf(old('063'))).toBe('district')
    expect(levelOf(now('01849'))).toBe('commune')
    expect(levelOf(now('063'))).toBeNull()
  })

  it('is named in full, by the name it had on the date', () => {
    expect(unitName(old('760'))).toBe('Quận 1')
    expect(unitName(now('75'), FIRST_DAY_OF_TWO_LEVELS)).toBe('Tỉnh Đồng Nai')
    expect(unitName(now('75'))).toBe('Thành phố Đồng Nai')
    expect(unitName(now('99999'))).toBeNull()
  })

  it('lies in what contained it on the date', () => {
    expect(lineage(old('063'))).toEqual({ province: '06', district: '063', commune: null })
    expect(lineage(old('01834'))).toEqual({ province: '06', district: '058', commune: '01834' })
    expect(lineage(now('01849'))).toEqual({ province: '19', district: null, commune: '01849' })
    expect(lineage(now('19'))).toEqual({ province: '19', district: null, commune: null })
    expect(lineage(old('01834'), FIRST_DAY_OF_TWO_LEVELS)).toBeNull()
  })
})

describe('Bạch Thông', () => {
  it('was district 063 of Bắc Kạn and is found without accents', () => {
    const found = administrativeUnits2004.search('bach thong', LAST_DAY_OF_DISTRICTS)
    expect(found.map(({ code, vi }) => [code, vi])).toContainEqual(['063', 'Bạch Thông'])
    expect(lineage(old('063'), LAST_DAY_OF_DISTRICTS)?.province).toBe('06')
  })

  it('went to five communes of Thái Nguyên', () => {
    const names = currentSuccessorsOf('063').map(({ code }) => unitName(now(code)))
    expect(names).toEqual(['Xã Phong Quang', 'Xã Phủ Thông', 'Xã Vĩnh Thông', 'Xã Cẩm Giàng', 'Xã Bạch Thông'])
    expect(currentUnit(old('063'))).toEqual({ province: '19', commune: null })
  })
})

describe('where a unit lies today', () => {
  it('the commune too, when an old commune went to one only', () => {
    expect(currentSuccessorsOf('01834')).toEqual([{ code: '01840', share: 'whole' }])
    expect(currentUnit(old('01834'))).toEqual({ province: '19', commune: '01840' })
  })

  it('the province only, when an old commune was split', () => {
    expect(currentSuccessorsOf('00007').map(({ code }) => code)).toEqual(['00008', '00025'])
    expect(currentUnit(old('00007'))).toEqual({ province: '01', commune: null })
  })

  it('the province only, when an old commune had ended before 30 June 2025', () => {
    const ended = administrativeUnits2004
      .entriesOn(legalDate('2024-12-31'))
      .filter(({ code, level }) => level === 'commune' && !isKnownUnit(old(code), LAST_DAY_OF_DISTRICTS))
    expect(ended.length).toBeGreaterThan(100)
    for (const { code } of ended) {
      expect(currentUnit(old(code)).province).not.toBeNull()
      expect(currentUnit(old(code)).commune).toBeNull()
    }
  })

  it('the province only, for a province', () => {
    expect(currentUnit(old('06'))).toEqual({ province: '19', commune: null })
    expect(currentUnit(now('19'))).toEqual({ province: '19', commune: null })
  })

  it.each([
    ['318', '31', 'Đặc khu Bạch Long Vĩ'],
    ['471', '44', 'Đặc khu Cồn Cỏ'],
    ['498', '48', 'Đặc khu Hoàng Sa'],
    ['536', '51', 'Đặc khu Lý Sơn'],
    ['755', '79', 'Đặc khu Côn Đảo'],
  ])('island district %s became a special zone', (district, province, name) => {
    const today = currentUnit(old(district))
    expect(today.province).toBe(province)
    expect(unitName(now(today.commune ?? ''))).toBe(name)
  })

  it('a unit of today is its own answer, before and after Đồng Nai became a city', () => {
    expect(currentUnit(now('25270'))).toEqual({ province: '75', commune: '25270' })
    expect(currentUnit(now('75'))).toEqual({ province: '75', commune: null })
  })

  it('nowhere, for a code the scheme never had', () => {
    expect(currentUnit(now('063'))).toEqual({ province: null, commune: null })
    expect(currentSuccessorsOf('99999')).toEqual([])
  })
})

describe('the reach of a place', () => {
  it('holds its own lineage and what certainly contains it today', () => {
    expect(reachOf(old('01834'))).toEqual(['VN-2004:06', 'VN-2004:058', 'VN-2004:01834', 'VN-2025:19', 'VN-2025:01840'])
  })

  it('leaves out the commune of today where that is undetermined', () => {
    expect(reachOf(old('063'))).toEqual(['VN-2004:06', 'VN-2004:063', 'VN-2025:19'])
  })

  it('never goes back from a unit of today to the old scheme', () => {
    expect(reachOf(now('01849'))).toEqual(['VN-2025:19', 'VN-2025:01849'])
  })

  it('is empty for an unknown unit', () => {
    expect(reachOf(old('99999'))).toEqual([])
  })
})

describe('whether something may lie in both of two units', () => {
  const both = (one: UnitRef, other: UnitRef) => {
    expect(mayOverlap(other, one)).toBe(mayOverlap(one, other))
    return mayOverlap(one, other)
  }

  it('of one list, where one contains the other', () => {
    expect(both(now('19'), now('01849'))).toBe(true)
    expect(both(old('06'), old('063'))).toBe(true)
    expect(both(now('19'), now('01'))).toBe(false)
    expect(both(now('01849'), now('01'))).toBe(false)
  })

  it('of two, where the new one took some of the old one', () => {
    const [successor] = currentSuccessorsOf('063')
    const taken = now(successor?.code ?? '')
    for (const place of [old('063'), old('06')]) {
      expect(both(place, now('19'))).toBe(true)
      expect(both(place, taken)).toBe(true)
      expect(both(place, now('01'))).toBe(false)
      expect(both(place, now('00004'))).toBe(false)
    }
  })

  it('not of an old province, where the commune came from another that went to the same one of today', () => {
    const ofOldThaiNguyen = currentSuccessorsOf('164')[0]?.code ?? ''
    expect(lineage(now(ofOldThaiNguyen))?.province).toBe('19')
    expect(both(old('19'), now(ofOldThaiNguyen))).toBe(true)
    expect(both(old('06'), now(ofOldThaiNguyen))).toBe(false)
  })

  it('of a unit that ended before 30 June 2025, wherever in its province of today', () => {
    const ended = administrativeUnits2004
      .entriesOn(legalDate('2019-01-01'))
      .find(({ level, code }) => level === 'commune' && currentSuccessorsOf(code).length === 0)
    const ref = old(ended?.code ?? '')
    const { province } = currentUnit(ref)
    const [inside] = administrativeUnits2025.childrenOf(province ?? '', AFTER_DONG_NAI_BECAME_A_CITY)
    expect(both(ref, now(inside?.code ?? ''))).toBe(true)
    expect(both(ref, now(province === '01' ? '19' : '01'))).toBe(false)
  })
})
