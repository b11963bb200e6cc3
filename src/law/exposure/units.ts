import { measurementUnits } from '../../reference/catalogue.ts'
import { once } from '../../reference/once.ts'
import { MICROTESLA_OF_AMPERE, milligramsOfPpm, WATTS_OF_CALORIE } from './formulas.ts'

export type Converted =
  | { readonly value: number; readonly unit: string }
  | { readonly wrongUnit: string; readonly expected: readonly string[] }
  /** Parts per million of a substance whose molar mass is not known. */
  | { readonly molarMassUnknown: true }

/** Value in the wanted unit from the value in another. */
type Conversion = (value: number, molarMass: number) => number

const times =
  (factor: number): Conversion =>
  (value) =>
    value * factor

/** By the wanted unit, then by the unit at hand; both as the list `measurement-units` writes them. */
const CONVERSIONS: ReadonlyMap<string, ReadonlyMap<string, Conversion>> = new Map(
  Object.entries({
    '°C': { '°F': (value: number) => ((value - 32) * 5) / 9 },
    'W/m²': {
      'kW/m²': times(1_000),
      'cal/cm²/min': times(WATTS_OF_CALORIE),
      'mW/cm²': times(10),
      'µW/cm²': times(0.01),
    },
    'mg/m³': {
      'µg/m³': times(0.001),
      ppm: milligramsOfPpm,
      ppb: (value: number, molarMass: number) => milligramsOfPpm(value / 1_000, molarMass),
    },
    'sợi/mL': { 'f/L': times(0.001) },
    'kV/m': { 'V/m': times(0.001) },
    'V/m': { 'kV/m': times(1_000) },
    'A/m': { µT: times(1 / MICROTESLA_OF_AMPERE), mT: times(1_000 / MICROTESLA_OF_AMPERE) },
    'µW/cm²': { 'mW/cm²': times(1_000), 'W/m²': times(100) },
    'mW/cm²': { 'µW/cm²': times(0.001), 'W/m²': times(0.1) },
    'µSv/h': { 'mSv/h': times(1_000), 'nSv/h': times(0.001) },
  }).map(([wanted, from]) => [wanted, new Map(Object.entries(from))]),
)

const BY_MOLAR_MASS: ReadonlySet<string> = new Set(['ppm', 'ppb'])

const units = once(() => {
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  for (const { code, attributes } of measurementUnits.entriesOn()) {
    for (const name of [code, ...(attributes.aliases ?? '').split(';')]) {
      if (name === '') continue
      exact.set(name, code)
      folded.set(foldUnit(name), code)
    }
  }
  return { exact, folded }
})

/** Spaces, case, and the two characters that look like µ make no other unit. */
function foldUnit(text: string): string {
  return text.replaceAll('μ', 'µ').replaceAll(/\s/g, '').toLowerCase()
}

/** The code of `measurement-units` for what was written; null where the list has no such unit. */
export function canonicalUnit(text: string): string | null {
  const { exact, folded } = units()
  return exact.get(text) ?? folded.get(foldUnit(text)) ?? null
}

/** Whether values in the unit, written as in the list, can be given in the wanted one. */
export function isConvertible(unit: string, wanted: string): boolean {
  return unit === wanted || CONVERSIONS.get(wanted)?.has(unit) === true
}

/** A value in the wanted unit. `molarMass`, in g/mol, is needed for parts per million only (25 °C, 760 mmHg). */
export function convert(value: number, unit: string, wanted: string, molarMass: number | null): Converted {
  const canonical = canonicalUnit(unit)
  if (canonical === wanted) return { value, unit: wanted }
  const conversion = canonical === null ? undefined : CONVERSIONS.get(wanted)?.get(canonical)
  if (canonical === null || conversion === undefined) {
    return { wrongUnit: unit, expected: [wanted, ...(CONVERSIONS.get(wanted)?.keys() ?? [])] }
  }
  if (molarMass === null && BY_MOLAR_MASS.has(canonical)) return { molarMassUnknown: true }
  return { value: conversion(value, molarMass ?? Number.NaN), unit: wanted }
}
