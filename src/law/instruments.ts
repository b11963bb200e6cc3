import { z } from 'zod'
import { covers, type Interval, type LegalDate } from '../reference/legal-date.ts'
import { booleanCell, optionalDateCell, optionalTextCell, readTableLines } from './table.ts'

interface LegalText {
  readonly code: string
  /** Title. */
  readonly vi: string
  readonly en: string
  /** How citations name the text: kind and number. */
  readonly shortVi: string
  readonly shortEn: string
  /** Whether its dates were read in a source; false means from memory. */
  readonly verified: boolean
  readonly note: string | null
  /** The source the office named where the text is from its own data; null for a text of the release. */
  readonly supplied: string | null
}

export interface IssuedInstrument extends LegalText, Interval {
  readonly status: 'issued'
}

/** Has no dates at all, so that it cannot pass for a text in force with both ends open. */
export interface DraftInstrument extends LegalText {
  readonly status: 'draft'
}

export type Instrument = IssuedInstrument | DraftInstrument

const row = z
  .strictObject({
    code: z.string().min(1),
    status: z.enum(['issued', 'draft']),
    valid_from: optionalDateCell,
    valid_to: optionalDateCell,
    verified: booleanCell,
    short_vi: z.string().min(1),
    short_en: z.string().min(1),
    vi: z.string().min(1),
    en: z.string().min(1),
    note: optionalTextCell,
  })
  .transform(({ status, valid_from, valid_to, short_vi, short_en, ...rest }): Instrument => {
    const text = { ...rest, shortVi: short_vi, shortEn: short_en, supplied: null }
    return status === 'draft' ? { ...text, status } : { ...text, status, validFrom: valid_from, validTo: valid_to }
  })

/** A text has one row, so that the office can also correct its first day. */
const KEY = { subject: ['code'], from: null, to: null } as const

/** The legal texts that rules, limits and lists cite, by code. */
export const instruments: ReadonlyMap<string, Instrument> = new Map(
  readTableLines('instruments.csv', row, KEY).map(({ row: text, supplied }) => [
    text.code,
    { ...text, supplied: supplied?.source ?? null },
  ]),
)

/** @throws RangeError on an unknown code: a citation that resolves to nothing is a defect of ours. */
export function instrument(code: string): Instrument {
  const found = instruments.get(code)
  if (found === undefined) throw new RangeError(`unknown legal instrument: ${code}`)
  return found
}

/**
 * Whether the text has effect on the day; a draft never has.
 * @throws RangeError on an unknown code.
 */
export function inForce(code: string, on: LegalDate): boolean {
  const text = instrument(code)
  return text.status === 'issued' && covers(text, on)
}
