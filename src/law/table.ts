import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { legalDate } from '../reference/legal-date.ts'

export const dateCell = z.string().transform(legalDate)

/** An empty cell is null. */
export const optionalDateCell = z.string().transform((text) => (text === '' ? null : legalDate(text)))

/** An empty cell is null. */
export const optionalTextCell = z.string().transform((text) => (text === '' ? null : text))

export const booleanCell = z.enum(['true', 'false']).transform((text) => text === 'true')

/**
 * Reads a table of this folder's data, first line = column names.
 * @throws when a row does not fit its schema: a defect of ours, told at start.
 */
export function readTable<Row extends z.ZodType>(file: string, row: Row): z.output<Row>[] {
  const text = readFileSync(new URL(`../../src/law/data/${file}`, import.meta.url), 'utf8')
  return z.array(row).parse(parse(text, { columns: true }))
}
