import { z } from 'zod'
import { line } from '../../declaration/schema-parts.ts'
import { MOST_IN_PROVINCE } from '../office-summary/filed-schema.ts'
import { isToTheThousandth } from '../osh-annual/schema.ts'

/** Of a whole province. */
export const MOST_OF_SUM = 1_000_000_000_000
const number = z.int().min(0).max(MOST_IN_PROVINCE)

/**
 * What an office received of one kind of report, summed up: its own reports on safety and health (Circular 07/2016,
 * Art. 10.3, Annex III) and on occupational health (Circular 19/2016, Art. 12, Annex 10). Nobody here has read those
 * annexes: the cells are those of the reports they sum up.
 */
export const receivedReportsSchema = z
  .strictObject({
    establishments: number.optional().meta({ description: 'Establishments of the area.' }),
    reporting: number.optional().meta({ description: 'Of these, those that reported.' }),
    workers: number.optional().meta({ description: 'Workers of those that reported.' }),
    cells: z
      .array(
        z
          .strictObject({
            line: line(100)
              .optional()
              .meta({ description: 'Name of a cell of the reports, as in their `differences`.', examples: ['3.new'] }),
            value: z.number().min(0).max(MOST_OF_SUM).refine(isToTheThousandth).optional().meta({
              description: 'Its sum; in million VND where the form has millions.',
            }),
          })
          .meta({ id: 'ReceivedReportsCell' }),
      )
      .max(5_000)
      .optional()
      .meta({ description: 'A cell that is left out is nought.' }),
  })
  .meta({ id: 'ReceivedReports' })

export type ReceivedReports = z.infer<typeof receivedReportsSchema>
