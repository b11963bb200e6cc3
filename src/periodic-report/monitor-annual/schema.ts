import { z } from 'zod'
import { codeOf, count, line, prose } from '../../declaration/schema-parts.ts'

/**
 * The yearly report of a monitoring organisation on its activity, to the Department of Health (Decree 44/2016, Art. 44.4).
 * The decree sets no form: the rows are those of what it tells employers of (Art. 38), with factors that nobody has a limit for
 * (Art. 35.6) and what it works with (Arts. 33.2, 37.1).
 */
export const monitorAnnualSchema = z
  .strictObject({
    establishments: count.optional().meta({ description: 'Employers whose workplaces were monitored, each once.' }),
    campaigns: count.optional().meta({ description: 'Monitoring campaigns of the year.' }),
    positions: count.optional().meta({ description: 'Positions at which was sampled, summed over the campaigns.' }),
    factors: z
      .array(
        z.strictObject({
          factor: codeOf('hazard-factors').optional(),
          samples: count.optional(),
          failed: count.optional().meta({ description: 'Samples beyond the limit.' }),
        }),
      )
      .max(200)
      .optional(),
    newFactors: z
      .array(z.strictObject({ name: line().optional(), establishments: count.optional() }))
      .max(200)
      .optional()
      .meta({ description: 'Factors found for which there is no limit (Art. 35.6).' }),
    staff: z
      .strictObject({
        total: count.optional().meta({ description: 'Who monitor, at the end of the period.' }),
        certified: count.optional().meta({ description: 'Of these, with a training certificate.' }),
      })
      .optional(),
    instruments: z
      .strictObject({
        used: count.optional(),
        calibrated: count.optional().meta({ description: 'Of these, calibrated before every work of the year.' }),
      })
      .optional(),
    remarks: prose().optional().meta({ description: 'Difficulties and proposals.' }),
  })
  .meta({ id: 'MonitorAnnualReport' })

export type MonitorAnnual = z.infer<typeof monitorAnnualSchema>
