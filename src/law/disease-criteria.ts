import { z } from 'zod'
import type { Bilingual } from '../reference/code-list.ts'
import { groupBy } from '../reference/group-by.ts'
import { addDays, covers, type Interval, type LegalDate } from '../reference/legal-date.ts'
import { addMonths } from './calendar.ts'
import { type Citation, cite } from './citation.ts'
import { booleanCell, dateCell, optionalDateCell, optionalTextCell, readTable } from './table.ts'

const UNITS = ['occurrence', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const

export interface Period {
  readonly value: number
  /** `occurrence`: so many times, however short. */
  readonly unit: (typeof UNITS)[number]
}

/** `none`: the annex sets none. `unknown`: it was not read. */
export type MinimumExposure = Period | 'none' | 'unknown'
/** How long after the end of exposure the disease can still arise from it (Circular 15/2016 art. 2). */
export type GuaranteePeriod = Period | 'unlimited' | 'none' | 'unknown'

/** What the annex of a disease asks for before it counts as occupational, for one form of the disease. */
export interface DiseaseCriteria extends Interval {
  readonly disease: string
  /** `any` where the annex does not tell forms apart. */
  readonly form: string
  readonly minimumExposure: MinimumExposure
  /** The longest where the annex tells kinds of damage apart: see `guaranteeNote`. */
  readonly guarantee: GuaranteePeriod
  readonly guaranteeNote: Bilingual | null
  /** The exposure that the annex asks for; null where it was not read. */
  readonly level: Bilingual | null
  readonly citation: Citation
  readonly source: string
  /** Whether it was read in a copy of the text in force on the day asked for. */
  readonly verified: boolean
}

/**
 * The criteria of every form of a disease on a day. After the last day of the annexes that were read, the last ones
 * are given unverified: those of Circular 60/2025 are not known, and the older ones may inform and never decide.
 * Empty for a disease of which nothing was read, and before Circular 15/2016.
 */
export function criteriaOf(disease: string, on: LegalDate): readonly DiseaseCriteria[] {
  const known = (criteriaByDisease.get(disease) ?? []).filter(({ validFrom }) => validFrom === null || validFrom <= on)
  const inForce = known.filter((criteria) => covers(criteria, on))
  if (inForce.length > 0) return inForce
  const lastDay = known.map(({ validTo }) => validTo ?? '').reduce((a, b) => (a > b ? a : b), '')
  return known.filter(({ validTo }) => validTo === lastDay).map((criteria) => ({ ...criteria, verified: false }))
}

/** The criteria of one form, or those for any form; undefined where neither was read. */
export function criteriaOfForm(disease: string, form: string, on: LegalDate): DiseaseCriteria | undefined {
  const all = criteriaOf(disease, on)
  return all.find((criteria) => criteria.form === form) ?? all.find((criteria) => criteria.form === 'any')
}

/**
 * Whether an exposure lasted as long as the disease asks for. Exposure is told in days, so one day suffices for what
 * is set in minutes, hours or times. Null where no minimum is set or known.
 */
export function reachesMinimum(
  { minimumExposure }: DiseaseCriteria,
  exposure: { readonly from: LegalDate; readonly to: LegalDate },
): boolean | null {
  if (typeof minimumExposure === 'string') return null
  const { value, unit } = minimumExposure
  if (unit === 'minute' || unit === 'hour' || unit === 'occurrence') return exposure.from <= exposure.to
  return periodAfter(exposure.from, { value, unit }) <= exposure.to
}

/**
 * Whether a disease was found within its guarantee period from the end of exposure; hours are rounded up to days.
 * Null where none is set or known.
 */
export function withinGuarantee(
  { guarantee }: DiseaseCriteria,
  { exposureEnd, diagnosedOn }: { readonly exposureEnd: LegalDate; readonly diagnosedOn: LegalDate },
): boolean | null {
  if (guarantee === 'unlimited') return true
  if (typeof guarantee === 'string') return null
  return diagnosedOn <= periodAfter(exposureEnd, guarantee)
}

/**
 * Years of continuous exposure to noise, `dba` on average over 8 hours a day, before deafness counts as occupational:
 * 4 at 85 dBA, half as many for every 3 dBA more (Circular 15/2016, Annex 18; the formula is ours). Null below 85 dBA,
 * which does not deafen by that annex.
 */
export function minimumNoiseYears(dba: number): number | null {
  return dba < 85 ? null : 4 / 2 ** ((dba - 85) / 3)
}

function periodAfter(date: LegalDate, { value, unit }: Period): LegalDate {
  switch (unit) {
    case 'year':
      return addMonths(date, 12 * value)
    case 'month':
      return addMonths(date, value)
    case 'week':
      return addDays(date, 7 * value)
    case 'day':
      return addDays(date, value)
    case 'hour':
      return addDays(date, Math.ceil(value / 24))
    case 'minute':
      return addDays(date, Math.ceil(value / 1440))
    case 'occurrence':
      return date
  }
}

const PERIOD = new RegExp(`^(\\d+) (${UNITS.join('|')})$`)

function periodCell<Word extends string>(...words: readonly Word[]) {
  return z.string().transform((text, context): Period | Word | 'unknown' => {
    if (text === '') return 'unknown'
    const word = words.find((candidate) => candidate === text)
    if (word !== undefined) return word
    const [, value, unitText] = PERIOD.exec(text) ?? []
    const unit = UNITS.find((candidate) => candidate === unitText)
    if (unit !== undefined) return { value: Number(value), unit }
    context.addIssue(`no period: ${text}`)
    return z.NEVER
  })
}

/** The office may have supplied what cannot be read, which is told with its line. */
const citationCell = z.string().transform((text, context): Citation => {
  try {
    return cite(text)
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : 'not a citation')
    return z.NEVER
  }
})

const row = z
  .strictObject({
    id: z.string().min(1),
    disease: z.string().min(1),
    form: z.string().min(1),
    'valid-from': dateCell,
    'valid-to': optionalDateCell,
    'minimum-exposure': periodCell('none'),
    guarantee: periodCell('unlimited', 'none'),
    'level-vi': optionalTextCell,
    'level-en': optionalTextCell,
    'guarantee-note-vi': optionalTextCell,
    'guarantee-note-en': optionalTextCell,
    verified: booleanCell,
    citation: citationCell,
    source: z.string().min(1),
  })
  .transform(
    (cells): DiseaseCriteria => ({
      disease: cells.disease,
      form: cells.form,
      validFrom: cells['valid-from'],
      validTo: cells['valid-to'],
      minimumExposure: cells['minimum-exposure'],
      guarantee: cells.guarantee,
      guaranteeNote: bilingual(cells['guarantee-note-vi'], cells['guarantee-note-en']),
      level: bilingual(cells['level-vi'], cells['level-en']),
      citation: cells.citation,
      source: cells.source,
      verified: cells.verified,
    }),
  )

function bilingual(vi: string | null, en: string | null): Bilingual | null {
  return vi === null || en === null ? null : { vi, en }
}

const KEY = { subject: ['id'], from: 'valid-from', to: 'valid-to' } as const

const criteriaByDisease = groupBy(readTable('disease-criteria.csv', row, KEY), ({ disease }) => disease)
