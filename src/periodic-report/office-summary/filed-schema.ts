import { z } from 'zod'
import { codeOf, day, line, thousandDong } from '../../declaration/schema-parts.ts'

/** Annex XIV of Decree 39/2016 as an office files it: without the names of rows and the frequencies, which follow. */

/** Of a whole province. */
export const MOST_IN_PROVINCE = 100_000_000
const number = z.int().min(0).max(MOST_IN_PROVINCE)

/** Columns 3 to 10 of part I, in their order. */
export const PART_I_COLUMNS = [
  'establishments',
  'reporting',
  'workers',
  'workersReporting',
  'women',
  'victims',
  'deaths',
  'serious',
] as const
export type PartIColumn = (typeof PART_I_COLUMNS)[number]

/** Columns 8 to 10 of part I, which count what occurred. */
export const VICTIM_COLUMNS = ['victims', 'deaths', 'serious'] as const satisfies readonly PartIColumn[]

/** Columns 10 to 15 of part II, in their order. */
export const LOSS_COLUMNS = ['daysOff', 'costs', 'medical', 'wages', 'compensation', 'propertyDamage'] as const

const partIRow = z
  .strictObject({
    code: codeOf('establishment-types').nullable().optional().meta({
      description: 'Column 2: code of `establishment-types`; null: the total; left out: the type is not stated.',
    }),
    establishments: number.optional().meta({ description: 'Column 3: in the register.' }),
    reporting: number.optional().meta({ description: 'Column 4: that sent a report.' }),
    workers: number.optional().meta({ description: 'Column 5.' }),
    workersReporting: number.optional().meta({ description: 'Column 6: of those that reported.' }),
    women: number.optional().meta({ description: 'Column 7.' }),
    victims: number.optional().meta({ description: 'Column 8.' }),
    deaths: number.optional().meta({ description: 'Column 9.' }),
    serious: number.optional().meta({ description: 'Column 10: seriously injured.' }),
  })
  .meta({ id: 'FiledOfficeSummaryPartI', description: 'An empty cell is nought.' })

const partIIRow = z
  .strictObject({
    row: line(100).optional().meta({
      description: 'Number on the form: `1`, `1.1.7`, `1.2.injury-factors-kb:fall-from-height`, `1.3.71`, `2`, `3`.',
    }),
    accidents: number.optional().meta({ description: 'Column 3.' }),
    fatalAccidents: number.optional().meta({ description: 'Column 4: with somebody killed.' }),
    multiVictimAccidents: number.optional().meta({ description: 'Column 5: with two victims or more.' }),
    victims: number.optional().meta({ description: 'Column 6.' }),
    women: number.optional().meta({ description: 'Column 7: women among the victims.' }),
    deaths: number.optional().meta({ description: 'Column 8.' }),
    serious: number.optional().meta({ description: 'Column 9: seriously injured.' }),
    daysOff: number.optional().meta({ description: 'Column 10. Establishments report losses of row 3 only.' }),
    costs: thousandDong.optional().meta({ description: 'Column 11: total, thousand VND.' }),
    medical: thousandDong.optional(),
    wages: thousandDong.optional(),
    compensation: thousandDong.optional(),
    propertyDamage: thousandDong.optional(),
  })
  .meta({ id: 'FiledOfficeSummaryPartII', description: 'An empty cell is nought.' })

export const filedOfficeSummarySchema = z
  .strictObject({
    partI: z.array(partIRow).max(100).optional().meta({ description: 'The total, and a row for each type.' }),
    partII: z.array(partIIRow).max(2_000).optional().meta({ description: 'Rows 1, 1.1, 1.2, 1.3, 2 and 3.' }),
    publishedOn: day
      .optional()
      .meta({ description: 'When the figures were made public (Circular 13/2020, Art. 4.3).' }),
    publishedAt: line()
      .optional()
      .meta({ description: 'Where they stand.', examples: ['https://sonoivu.thainguyen.gov.vn'] }),
  })
  .meta({ id: 'FiledOfficeSummary' })

export type FiledOfficeSummary = z.infer<typeof filedOfficeSummarySchema>
export type PartIRow = z.infer<typeof partIRow>
export type PartIIRow = z.infer<typeof partIIRow>
