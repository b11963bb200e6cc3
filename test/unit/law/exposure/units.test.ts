import { describe, expect, it } from 'vitest'
import { canonicalUnit, convert, isConvertible } from '../../../../src/law/exposure/units.ts'

describe('the unit of a value', () => {
  it.each([
    ['mg/m3', 'mg/m³'],
    ['MG/M3', 'mg/m³'],
    ['dB(A)', 'dBA'],
    ['μg/m3', 'µg/m³'],
    ['ug / m3', 'µg/m³'],
    ['sợi/cm3', 'sợi/mL'],
    ['f/ml', 'sợi/mL'],
    ['m/s × 10⁻²', 'cm/s'],
    ['Lux', 'lux'],
    ['độ C', '°C'],
  ])('%s is %s', (written, code) => {
    expect(canonicalUnit(written)).toBe(code)
  })

  it('is not that of emissions', () => {
    expect(canonicalUnit('mg/Nm3')).toBeNull()
  })
})

describe('conversion', () => {
  it.each<[number, string, string, number | null, number]>([
    [20, 'ppm', 'mg/m³', 28.01, 22.91],
    [20_000, 'ppb', 'mg/m³', 28.01, 22.91],
    [250, 'ug/m3', 'mg/m³', null, 0.25],
    [95, '°F', '°C', null, 35],
    [1, 'cal/cm2/phút', 'W/m²', null, 697.8],
    [0.1, 'kW/m²', 'W/m²', null, 100],
    [1, 'mW/cm²', 'W/m²', null, 10],
    [100, 'f/L', 'sợi/mL', null, 0.1],
    [10_000, 'V/m', 'kV/m', null, 10],
    [100.528, 'µT', 'A/m', null, 80],
    [1, 'mT', 'A/m', null, 795.8],
    [0.05, 'mSv/h', 'µSv/h', null, 50],
  ])('%d %s in %s', (value, unit, wanted, molarMass, expected) => {
    expect(convert(value, unit, wanted, molarMass)).toEqual({ value: expect.closeTo(expected, 2), unit: wanted })
  })

  it('says which units would do', () => {
    expect(convert(1, 'mg/Nm3', 'sợi/mL', null)).toEqual({ wrongUnit: 'mg/Nm3', expected: ['sợi/mL', 'f/L'] })
    expect(isConvertible('dBA', 'dB')).toBe(false)
  })

  it('cannot make milligrams of parts per million of what nobody weighed', () => {
    expect(convert(1, 'ppm', 'mg/m³', null)).toEqual({ molarMassUnknown: true })
  })
})
