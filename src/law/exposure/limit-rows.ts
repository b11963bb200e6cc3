import { z } from 'zod'
import { isCasNumber } from '../../reference/cas-number.ts'
import { measurementUnits, monitoredFactors } from '../../reference/catalogue.ts'
import { once } from '../../reference/once.ts'
import { instruments } from '../instruments.ts'
import { booleanCell, dateCell, optionalDateCell, readTableLines } from '../table.ts'
import { BY_DURATION, type ExposureLimit, type LimitConditions, type Range, SAMPLE_TYPES } from './limit.ts'

/** One table for each matter; each has only the columns it needs. */
const TABLES = [
  'chemicals',
  'dust',
  'microclimate',
  'lighting',
  'noise',
  'vibration',
  'electromagnetic-fields',
  'ultraviolet',
  'ionising-radiation',
] as const

/** Every limit of the data files and of the office's own, in the order of the files; read on first use. */
export const limitRows: () => readonly ExposureLimit[] = once(() =>
  TABLES.flatMap((table) =>
    readTableLines(`exposure-limits/${table}.csv`, limitRow).map(
      ({ row, supplied }): ExposureLimit => ({ ...row, supplied: supplied !== undefined }),
    ),
  ),
)

const cell = z.string().default('')
const flagCell = z
  .enum(['true', 'false', ''])
  .default('')
  .transform((text) => text === 'true')

const numberCell = cell.transform((text, context): number | null => {
  if (text === '') return null
  const value = Number(text)
  if (Number.isFinite(value)) return value
  context.addIssue({ code: 'invalid_type', expected: 'number', input: text })
  return z.NEVER
})

const INTERVAL = /^([[(])(\d+(?:\.\d+)?);(\d+(?:\.\d+)?)([\])])$/

/** An interval as mathematicians write it: `[25;50)`. */
const rangeCell = cell.transform((text, context): Range | undefined => {
  if (text === '') return undefined
  const [, open, from, to, close] = INTERVAL.exec(text) ?? []
  if (close !== undefined) {
    return { from: Number(from), fromIncluded: open === '[', to: Number(to), toIncluded: close === ']' }
  }
  context.addIssue({ code: 'invalid_format', format: 'interval', input: text })
  return z.NEVER
})

const oneOf = <const T extends readonly string[]>(values: T) =>
  cell.transform((text, context): T[number] | undefined => {
    if (text === '' || values.includes(text)) return text || undefined
    context.addIssue({ code: 'invalid_value', values: [...values], input: text })
    return z.NEVER
  })

/** Says in words what a cell should have been; the reader names file, line and column. */
const valid = (format: string, is: (text: string) => boolean) =>
  z
    .string()
    .default('')
    .check(({ value, issues }) => {
      if (!is(value)) issues.push({ code: 'invalid_format', format, input: value })
    })

const limitRow = z
  .strictObject({
    id: valid('id (TEXT/entry/averaging)', (text) => /^[^/\s]+\/[^\s]+\/[^/\s]+$/.test(text)),
    regulation: valid('regulation', (code) => instruments.has(code)),
    factor: valid('code of monitored-factors', (code) => monitoredFactors.findEver(code) !== undefined),
    cas: valid('CAS', (text) => text === '' || text.split(' ').every(isCasNumber)).transform((text) =>
      text === '' ? [] : text.split(' '),
    ),
    vi: z.string().min(1),
    en: z.string().min(1),
    molar_mass: numberCell,
    sample_type: z.enum(SAMPLE_TYPES),
    labour_class: cell,
    room_type: cell,
    lighting_work: cell,
    dust_group: cell,
    axis: oneOf(['z', 'xy']),
    place: oneOf(['indoor']),
    body_share: rangeCell,
    frequency_mhz: rangeCell,
    free_silica: rangeCell,
    exposure_minutes: rangeCell,
    only_if_named: flagCell,
    min: numberCell,
    max: numberCell,
    unit: valid('code of measurement-units', (code) => measurementUnits.findEver(code) !== undefined),
    by_duration: oneOf(BY_DURATION),
    divided_by_frequency: flagCell,
    corrected_for_shift: flagCell,
    valid_from: dateCell,
    valid_to: optionalDateCell,
    verified: booleanCell,
    source: z.string().min(1),
  })
  .check(({ value: { min, max }, issues }) => {
    if (min !== null && max !== null && min > max) {
      issues.push({ code: 'too_small', origin: 'number', minimum: min, inclusive: true, path: ['max'], input: max })
    }
  })
  .transform(
    (row): Omit<ExposureLimit, 'supplied'> => ({
      id: row.id,
      regulation: row.regulation,
      factor: row.factor,
      cas: row.cas,
      name: { vi: row.vi, en: row.en },
      molarMass: row.molar_mass,
      sampleType: row.sample_type,
      conditions: stated({
        labourClass: row.labour_class || undefined,
        roomType: row.room_type || undefined,
        lightingWork: row.lighting_work || undefined,
        dustGroup: row.dust_group || undefined,
        axis: row.axis,
        place: row.place,
        bodyShare: row.body_share,
        frequency: row.frequency_mhz,
        freeSilica: row.free_silica,
        exposure: row.exposure_minutes,
        onlyIfNamed: row.only_if_named || undefined,
      }),
      min: row.min,
      max: row.max,
      unit: row.unit,
      byDuration: row.by_duration ?? null,
      dividedByFrequency: row.divided_by_frequency,
      correctedForShift: row.corrected_for_shift,
      verified: row.verified,
      source: row.source,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }),
  )

/** Without the conditions that do not matter: limits are kept with each campaign they judged. */
function stated(
  conditions: { readonly [K in keyof LimitConditions]: LimitConditions[K] | undefined },
): LimitConditions {
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined))
}
