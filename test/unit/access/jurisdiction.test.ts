import { describe, expect, it } from 'vitest'
import { coversUnit, judgeJurisdiction, jurisdictionOfKeys, soleCommune } from '../../../src/access/jurisdiction.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const THAI_NGUYEN = { units: [{ scheme: 'VN-2025', code: '19' }] } as const
const BAC_KAN = { units: [{ scheme: 'VN-2004', code: '06' }] } as const

describe('a jurisdiction', () => {
  it('covers what lies in it, through either scheme', () => {
    expect(coversUnit(THAI_NGUYEN, { scheme: 'VN-2025', code: '01849' })).toBe(true)
    expect(coversUnit(THAI_NGUYEN, { scheme: 'VN-2004', code: '01840' })).toBe(true)
    expect(coversUnit(BAC_KAN, { scheme: 'VN-2004', code: '01840' })).toBe(true)
    expect(coversUnit(THAI_NGUYEN, { scheme: 'VN-2025', code: '00070' })).toBe(false)
  })

  it('of a former province does not reach what can only be placed today', () => {
    expect(coversUnit(BAC_KAN, { scheme: 'VN-2025', code: '01849' })).toBe(false)
  })

  it('of the whole country covers everything', () => {
    expect(coversUnit({ national: true }, { scheme: 'VN-2004', code: '00001' })).toBe(true)
  })

  it('takes a unit without scheme as one of the day', () => {
    const body = { units: [{ code: '19' }] }
    expect(judgeJurisdiction(body, legalDate('2026-01-01')).jurisdiction).toEqual(THAI_NGUYEN)
    expect(judgeJurisdiction(body, legalDate('2025-06-30')).jurisdiction).toEqual({
      units: [{ scheme: 'VN-2004', code: '19' }],
    })
  })

  it('is one commune only when it is exactly that', () => {
    expect(soleCommune({ units: [{ scheme: 'VN-2025', code: '01849' }] })).toEqual({ scheme: 'VN-2025', code: '01849' })
    expect(soleCommune(THAI_NGUYEN)).toBeNull()
    expect(soleCommune({ national: true })).toBeNull()
  })
})

describe('a jurisdiction in a claim', () => {
  it('is a star, or unit keys as a list or parted by spaces', () => {
    expect(jurisdictionOfKeys('*')).toEqual({ national: true })
    expect(jurisdictionOfKeys(['VN-2025:19'])).toEqual(THAI_NGUYEN)
    expect(jurisdictionOfKeys('VN-2025:19 VN-2004:06')).toEqual({ units: [...THAI_NGUYEN.units, ...BAC_KAN.units] })
  })

  it.each([undefined, null, '', [], 19, '19', 'VN-2025:999', ['VN-2025:19', 'nowhere'], [['VN-2025:19', '*']]])(
    'is none in %j',
    (claim) => {
      expect(jurisdictionOfKeys(claim)).toBeNull()
    },
  )
})
