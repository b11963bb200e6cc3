import { describe, expect, it } from 'vitest'
import { parseTaxCode } from '../../../src/reference/tax-code.ts'

const ENTERPRISES = `
0100100079 0100107370 0100107518 0100109106 0100111948 0100112437 0100150619
0100230800 0100233488 0100681592 0100684378 0100686174 0101245486 0101248141
0102671977 0300521758 0300583659 0300588569 0301444753 0303576603 0306731335
0900189284 2300325764 2500150335 3600252847 5700100256
`
  .trim()
  .split(/\s+/)

describe('tax code of an enterprise', () => {
  it.each(ENTERPRISES)('%s is one', (code) => {
    expect(parseTaxCode(code)).toEqual({ kind: 'enterprise', canonical: code })
  })

  it.each(ENTERPRISES)('%s with another check digit is none, and the right digit is told', (code) => {
    const right = Number(code[9])
    expect(parseTaxCode(code.slice(0, 9) + ((right + 1) % 10))).toEqual({
      kind: 'invalid',
      reason: 'check-digit',
      expectedCheckDigit: right,
    })
  })

  it.each(['0300588568', '0100233480'])('%s has a wrong check digit', (code) => {
    expect(parseTaxCode(code)).toMatchObject({ kind: 'invalid', reason: 'check-digit' })
  })

  it('has no valid check digit where the weighted sum is divisible by 11', () => {
    for (let digit = 0; digit <= 9; digit += 1) {
      expect(parseTaxCode(`010000005${digit}`)).toEqual({
        kind: 'invalid',
        reason: 'check-digit',
        expectedCheckDigit: null,
      })
    }
  })

  it('may be typed with spaces around it', () => {
    expect(parseTaxCode(' 0300588569 ')).toEqual({ kind: 'enterprise', canonical: '0300588569' })
  })
})

describe('tax code of a dependent unit', () => {
  it.each(['0314409058-002', '0312687878-001'])('%s is one, with or without its hyphen', (code) => {
    expect(parseTaxCode(code)).toEqual({ kind: 'dependent-unit', canonical: code })
    expect(parseTaxCode(code.replace('-', ''))).toEqual({ kind: 'dependent-unit', canonical: code })
  })

  it('never ends in 000', () => {
    expect(parseTaxCode('0314409058-000')).toEqual({ kind: 'invalid', reason: 'suffix' })
  })

  it('is checked in its first ten digits', () => {
    expect(parseTaxCode('0314409057-002')).toEqual({ kind: 'invalid', reason: 'check-digit', expectedCheckDigit: 8 })
  })
})

describe('tax code of a person', () => {
  it('has twelve digits and no check digit', () => {
    expect(parseTaxCode('019091000123')).toEqual({ kind: 'person', canonical: '019091000123' })
  })
})

describe('what is no tax code', () => {
  it.each([
    '',
    '12345',
    '03144090580',
    '0314409058-02',
    '031440905-8002',
    '03005885690001',
    '030058856A',
    '０300588569',
  ])('"%s" has the wrong length or other characters than digits', (text) => {
    expect(parseTaxCode(text)).toEqual({ kind: 'invalid', reason: 'length' })
  })
})
