import { z } from 'zod'
import { citationSchema } from '../http/route-schema.ts'
import { READINGS } from '../law/target-reached.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import { isTimely, type ReportFacts } from './facts.ts'
import { targetsReached } from './programme-annual/targets-reached.ts'

export const reportConsequencesSchema = z
  .object({
    report: z.string().nullable().meta({ description: 'The report by its name.' }),
    covers: z.object({ from: z.string(), to: z.string() }).nullable(),
    due: z
      .object({
        due: z.string().meta({ description: 'Last timely day: the law says before the day after it.' }),
        receivedOn: z.string(),
        timely: z.boolean(),
        citations: z.array(citationSchema),
      })
      .nullable(),
    differences: z
      .array(
        z.object({
          line: z.string().meta({ description: 'Row and column of the form, such as `1.1.7.deaths`.' }),
          pointer: z.string().nullable().meta({ description: 'Null where the report does not have the row.' }),
          filed: z.number(),
          declared: z.number(),
          declarations: z.array(z.uuid()).meta({ description: 'The declarations counted in the cell.' }),
        }),
      )
      .nullable()
      .meta({ description: 'Cells in which report and declarations differ; null where none were looked up.' }),
    targets: z
      .array(
        z.object({
          programme: z.string(),
          target: z.string(),
          title: z.string(),
          value: z.number().nullable(),
          change: z.number().nullable().meta({ description: 'Percent on the year before.' }),
          reading: z.enum(READINGS).nullable(),
          met: z
            .boolean()
            .nullable()
            .meta({ description: 'Null where it cannot be told, or a reading must be chosen.' }),
        }),
      )
      .nullable()
      .meta({ description: 'Of a report on programmes what it says of their targets; null for any other.' }),
  })
  .meta({ id: 'ReportConsequences' })

/** What the law makes of a report: what it covers, whether it is timely, where it differs from what was declared. */
export function reportConsequences(facts: ReportFacts, language: Language): z.infer<typeof reportConsequencesSchema> {
  const { form, due, dates, differences, receivedOn } = facts
  return {
    report: form?.name[language] ?? null,
    covers: dates.begins && dates.ends && { from: dates.begins, to: dates.ends },
    due: due && {
      due: due.due,
      receivedOn,
      timely: isTimely(facts) === true,
      citations: due.citations.map((citation) => presentCitation(citation, language)),
    },
    differences:
      differences?.map(({ declarations, ...difference }) => ({ ...difference, declarations: [...declarations] })) ??
      null,
    targets: facts.section.programmeAnnual ? targetsReached(facts.section.programmeAnnual, language) : null,
  }
}
