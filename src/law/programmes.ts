import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { UNIT_SCHEMES } from '../reference/administrative-units.ts'
import { covers, type LegalDate, legalDate } from '../reference/legal-date.ts'

const date = z.string().transform(legalDate)
const monthAndDay = z.string().regex(/^\d{2}-\d{2}$/)
/** Codes were reused on 1 July 2025, so a code means nothing without its scheme. */
const area = z.strictObject({ scheme: z.enum(UNIT_SCHEMES), codes: z.array(z.string()).nonempty() })

const direction = z.strictObject({
  id: z.string(),
  vi: z.string(),
  en: z.string(),
  operator: z.enum(['up', 'down']),
})

/**
 * `two-readings`: the plan's words allow both a fall by that much a year and a rate below it; who reports chooses.
 */
const threshold = direction.extend({
  operator: z.enum(['>', '>=', '=', 'two-readings']),
  value: z.number(),
  unit: z.enum(['%', '%/year']),
})

const programme = z.strictObject({
  id: z.string(),
  vi: z.string(),
  en: z.string(),
  basis: z.string(),
  validFrom: date,
  validTo: date.nullable(),
  /** Null: the plan names no unit; its operator does. */
  area: area.nullable(),
  /** Units since 1 July 2025 that took land of the area; not the same area, so older figures are asked by the old unit. */
  overlappingSince2025: area.nullable(),
  /** The day of the year before which units, and the labour office, report. */
  yearlyReportBefore: z.strictObject({ units: monthAndDay, labourOffice: monthAndDay.nullable() }),
  /** Groups of workers the report must tell apart. */
  breakdowns: z.array(z.string()),
  targets: z.array(z.discriminatedUnion('operator', [direction, threshold])),
})

export type Programme = Readonly<z.output<typeof programme>>
export type ProgrammeTarget = Programme['targets'][number]

/** The plans whose targets the labour office reports on; data, so that another province can bring its own. */
export const programmes: readonly Programme[] = z
  .array(programme)
  .parse(JSON.parse(readFileSync(new URL('../../src/law/data/programmes.json', import.meta.url), 'utf8')))

/** Whether a plan is one of who keeps these units, keys `scheme:code`. One without area is of whoever runs the service. */
export function concerns({ area, overlappingSince2025 }: Programme, reach: readonly string[]): boolean {
  const units = [area, overlappingSince2025].flatMap((part) =>
    part === null ? [] : part.codes.map((code) => `${part.scheme}:${code}`),
  )
  return units.length === 0 || units.some((unit) => reach.includes(unit))
}

export function runsIn(programme: Programme, year: number): boolean {
  return covers(programme, legalDate(`${year}-12-31`))
}

/** The day before which a plan is reported on in a year, which is late already; null: these do not report on it. */
export function reportedBefore(
  { yearlyReportBefore: { units, labourOffice } }: Programme,
  by: 'commune' | 'labour-office',
  year: number,
): LegalDate | null {
  const before = by === 'commune' ? units : labourOffice
  return before === null ? null : legalDate(`${year}-${before}`)
}
