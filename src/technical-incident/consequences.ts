import { z } from 'zod'
import { citationSchema } from '../http/route-schema.ts'
import type { Citation } from '../law/citation.ts'
import { incidentDueDates } from '../law/incident-due-dates.ts'
import { whoIsToldOfIncident } from '../law/incident-recipients.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import type { IncidentFacts } from './facts.ts'

const citations = z.array(citationSchema)

export const incidentConsequencesSchema = z
  .object({
    serious: z.boolean().meta({ description: 'As stated (Law 84/2015, Art. 3.7).' }),
    declarable: z
      .boolean()
      .meta({ description: 'Whether the law asks to declare the incident itself (Decree 39/2016, Art. 26.1).' }),
    toBeTold: z.array(z.object({ recipient: z.string(), body: z.string(), by: z.string(), citations })),
    dueDates: z
      .array(
        z.object({
          duty: z.string(),
          owedBy: z.string(),
          due: z.string().nullable().meta({ description: 'Last timely day; null where the law sets none.' }),
          dueAt: z.string().optional().meta({ description: 'Where the limit is counted in hours.' }),
          text: z.string(),
          citations,
        }),
      )
      .meta({ description: 'What must be done, by whom, by when.' }),
  })
  .meta({ id: 'IncidentConsequences' })

/** What the law makes of a technical incident: who is told, what is due when. */
export function incidentConsequences(
  { setting, declarable, dates, legalDate, knownAt, occurredAt, context }: IncidentFacts,
  language: Language,
): z.infer<typeof incidentConsequencesSchema> {
  const knownOn = dates.known ?? legalDate
  const cited = (basis: readonly Citation[]) => basis.map((citation) => presentCitation(citation, language))
  return {
    serious: setting.serious,
    declarable,
    toBeTold: whoIsToldOfIncident(setting, knownOn).map((recipient) => ({
      recipient: recipient.code,
      body: recipient.name[language],
      by: recipient.toldBy,
      citations: cited(recipient.citations),
    })),
    dueDates: incidentDueDates({
      ...setting,
      occurredOn: legalDate,
      knownAt: knownAt ?? occurredAt ?? context.receivedAt,
    }).map((item) => ({
      duty: item.duty,
      owedBy: item.owedBy,
      due: item.due,
      ...(item.dueInstant ? { dueAt: item.dueInstant.toISOString() } : {}),
      text: item.text[language],
      citations: cited(item.citations),
    })),
  }
}
