import { z } from 'zod'
import { code, codeOf, count, day, thousandDong } from '../../declaration/schema-parts.ts'

/** Annex XII of Decree 39/2016: the summary of the accidents of an establishment. */

const row = {
  accidents: count.optional().meta({ description: 'Column 3.' }),
  fatalAccidents: count.optional().meta({ description: 'Column 4: with somebody killed.' }),
  multiVictimAccidents: count.optional().meta({ description: 'Column 5: with two victims or more.' }),
  victims: count.optional().meta({ description: 'Column 6.' }),
  victimsOutside: count.optional().meta({ description: "Column 7: of these, not under the employer's management." }),
  women: count.optional().meta({ description: 'Column 8: women among the victims.' }),
  womenOutside: count.optional().meta({ description: "Column 9: of these, not under the employer's management." }),
  deaths: count.optional().meta({ description: 'Column 10.' }),
  deathsOutside: count.optional().meta({ description: "Column 11: of these, not under the employer's management." }),
  serious: count.optional().meta({ description: 'Column 12: seriously injured.' }),
  seriousOutside: count.optional().meta({ description: "Column 13: of these, not under the employer's management." }),
}

const summaryRow = z
  .strictObject(row)
  .meta({ id: 'AccidentSummaryRow', description: 'Columns 3 to 13 of part I; an empty cell is nought.' })

/** Part II has five groups of contents that a publication must hold (Circular 13/2020, Art. 4.6). */
export const PUBLICATION_CONTENTS = ['accidents', 'victims', 'causes', 'losses', 'comparison'] as const

/** Million VND. */
export const MOST_PAYROLL = 1_000_000_000
export const MOST_DAYS = 100_000_000

export const accidentSummarySchema = z
  .strictObject({
    payroll: z
      .int()
      .min(0)
      .max(MOST_PAYROLL)
      .optional()
      .meta({ description: 'Total payroll of the period, MILLION VND.' }),
    atWork: z
      .strictObject({
        total: summaryRow.optional().meta({ description: 'Row 1.' }),
        byCause: z
          .array(z.strictObject({ cause: codeOf('accident-causes'), ...row }))
          .max(50)
          .optional()
          .meta({ description: 'Rows 1.1: one main cause an accident.' }),
        byFactor: z
          .array(
            z.strictObject({
              factor: z
                .strictObject({
                  list: z
                    .string()
                    .min(1)
                    .max(40)
                    .meta({ description: 'A list that begins with `injury-factors-`, see /v1/code-lists.' }),
                  code: code.meta({ description: 'Of that list.' }),
                })
                .meta({ description: 'Main injury factor.' }),
              ...row,
            }),
          )
          .max(200)
          .optional()
          .meta({ description: 'Rows 1.2: one main factor an accident, with the list its code is from.' }),
        byOccupation: z
          .array(z.strictObject({ occupation: codeOf('occupations-2020'), ...row }))
          .max(600)
          .optional()
          .meta({ description: 'Rows 1.3: by occupation of the victims.' }),
      })
      .optional()
      .meta({ id: 'AccidentsAtWork', description: 'Section 1.' }),
    commuting: summaryRow
      .optional()
      .meta({ description: 'Section 2: accidents of Article 39.2 of Law 84/2015, on the way to or from work.' }),
    total: summaryRow.optional().meta({ description: 'Section 3 = 1 + 2; computed when left out.' }),
    losses: z
      .strictObject({
        daysOff: z.int().min(0).max(MOST_DAYS).optional().meta({ description: 'Days off, leave by regime included.' }),
        costs: z
          .strictObject({
            total: thousandDong.optional(),
            medical: thousandDong.optional(),
            wages: thousandDong.optional().meta({ description: 'Paid during treatment. Thousand VND.' }),
            compensation: thousandDong.optional().meta({ description: 'Compensation and allowances. Thousand VND.' }),
          })
          .optional()
          .meta({ description: 'What the accidents cost; the total is added up when left out.' }),
        propertyDamage: thousandDong.optional(),
      })
      .optional()
      .meta({ id: 'AccidentSummaryLosses', description: 'Part II.' }),
    publication: z
      .strictObject({
        publishedOn: day.optional(),
        contents: z
          .array(z.enum(PUBLICATION_CONTENTS))
          .max(5)
          .optional()
          .meta({ description: 'What was published; the circular asks for all five.' }),
      })
      .optional()
      .meta({
        id: 'AccidentSummaryPublication',
        description: 'Whether the workers were told (Circular 13/2020, Art. 4); not on the form.',
      }),
  })
  .meta({ id: 'AccidentSummary' })

export type AccidentSummary = z.infer<typeof accidentSummarySchema>
