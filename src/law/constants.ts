import { z } from 'zod'
import type { Bilingual } from '../reference/code-list.ts'
import { groupBy } from '../reference/group-by.ts'
import { tellFault } from '../reference/supplied-data.ts'
import { type Citation, cite } from './citation.ts'
import type { DatedConstant, DatedValue } from './dated-constant.ts'
import { booleanCell, dateCell, optionalDateCell, readTableLines, type TableLine } from './table.ts'

const datedRow = z.object({
  name: z.string().min(1),
  'valid-from': dateCell,
  'valid-to': optionalDateCell,
  verified: booleanCell,
  source: z.string().min(1),
})

/** How the text of a value is read: undefined where it cannot be, with words for what is expected. */
export interface ValueForm<T> {
  readonly read: (text: string) => T | undefined
  readonly expected: Bilingual
}

/** A name that nothing asks for would change nothing, and nobody would notice. */
const KEY = { subject: ['name'], from: 'valid-from', to: 'valid-to', closed: true } as const

const lines = readTableLines('constants.csv', datedRow.extend({ value: z.string().min(1), unit: z.string() }), KEY)
const byName = groupBy(lines, ({ row }) => row.name)

/**
 * A constant of `data/constants.csv`, as the office may have corrected it.
 * @throws RangeError when the release has no such constant, or cannot read it itself: a defect of ours.
 */
export function constant<T>(name: string, form: ValueForm<T>): DatedConstant<T> {
  const versions = byName.get(name)
  if (versions === undefined) throw new RangeError(`unknown constant: ${name}`)
  return versions.flatMap((line) => {
    const value = form.read(line.row.value)
    if (value !== undefined) return dated(line, value)
    refuse(line, 'value', {
      vi: `"${line.row.value}" không đọc được; cần ${form.expected.vi}.`,
      en: `"${line.row.value}" cannot be read; expected ${form.expected.en}.`,
    })
    return []
  })
}

/**
 * Names that changed with the law, kept in a table of their own with the columns `vi` and `en`.
 * @throws RangeError when the release has none for one of the names: a defect of ours.
 */
export function datedNames<Name extends string>(
  file: string,
  names: readonly Name[],
): Readonly<Record<Name, DatedConstant<Bilingual>>> {
  const row = datedRow.extend({ vi: z.string().min(1), en: z.string().min(1) })
  const versions = groupBy(readTableLines(file, row, KEY), (line) => line.row.name)
  const entries = names.map((name) => {
    const own = versions.get(name)
    if (own === undefined) throw new RangeError(`${file} has no ${name}`)
    return [name, own.flatMap((line) => dated(line, { vi: line.row.vi, en: line.row.en }))]
  })
  return Object.fromEntries(entries)
}

type DatedLine = TableLine<z.output<typeof datedRow>>

/** The source of a value is also what findings cite, so it must be a citation. */
function dated<T>(line: DatedLine, value: T): DatedValue<T>[] {
  const citation = citationOf(line)
  if (citation === null) return []
  const { row } = line
  return [{ validFrom: row['valid-from'], validTo: row['valid-to'], value, citation, verified: row.verified }]
}

function citationOf(line: DatedLine): Citation | null {
  try {
    return cite(line.row.source)
  } catch (error) {
    if (line.supplied === undefined) throw error
    refuse(line, 'source', {
      vi: `"${line.row.source}" không đọc được; cần mã văn bản trong instruments.csv rồi điều, khoản, điểm, như "L84-2015 34.1.b".`,
      en: `"${line.row.source}" cannot be read; expected a code of instruments.csv and the place in it, as "L84-2015 34.1.b".`,
    })
    return null
  }
}

/** @throws RangeError for a row of the release. */
function refuse({ supplied, row }: DatedLine, column: string, reason: Bilingual): void {
  if (supplied === undefined) throw new RangeError(`${row.name}: ${reason.en}`)
  tellFault({ file: supplied.file, line: supplied.line, column, reason })
}
