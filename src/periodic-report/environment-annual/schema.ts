import { z } from 'zod'
import { codeOf, count, prose } from '../../declaration/schema-parts.ts'

/**
 * The employer's yearly report on environment monitoring to the Department of Health (Decree 44/2016, Art. 45.3.b). The
 * decree sets no form: the rows are those of section II of Annex 8 of Circular 19/2016.
 */
export const environmentAnnualSchema = z
  .strictObject({
    campaigns: count.optional().meta({ description: 'Monitoring campaigns of the year.' }),
    factors: z
      .array(
        z.strictObject({
          factor: codeOf('hazard-factors').optional(),
          samples: count.optional().meta({ description: 'Taken in the year.' }),
          failed: count.optional().meta({ description: 'Samples beyond the limit.' }),
        }),
      )
      .max(200)
      .optional()
      .meta({ description: 'One row for each factor that was measured.' }),
    measures: prose().optional().meta({ description: 'What was done about what lay beyond the limits.' }),
  })
  .meta({ id: 'EnvironmentAnnualReport' })

export type EnvironmentAnnual = z.infer<typeof environmentAnnualSchema>
