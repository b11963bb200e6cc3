import { z } from 'zod'
import { citationSchema } from '../http/route-schema.ts'
import { whoIsTold } from '../law/accident-recipients.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import { presentDuties } from './duties.ts'
import type { AccidentFacts } from './facts.ts'
import { CONCLUSIONS } from './investigation/schema.ts'
import { ACCIDENT_CLASSES, CONDITIONS } from './vocabulary.ts'

const citations = z.array(citationSchema)

export const accidentConsequencesSchema = z
  .object({
    class: z.enum(ACCIDENT_CLASSES).meta({ description: 'Of the worst victim (Decree 39/2016, Art. 9).' }),
    declarable: z.boolean().meta({ description: 'Whether the law asks for a declaration (Law 84/2015, Art. 34.1.b).' }),
    conclusion: z
      .enum(CONCLUSIONS)
      .nullable()
      .meta({ description: 'Of the minutes that were announced; what is `not-occupational` leaves the figures.' }),
    conditions: z
      .array(
        z.object({
          victimId: z.string(),
          condition: z.enum(CONDITIONS),
          knownOn: z.string().nullable().meta({ description: 'Since when; null: since the declaration.' }),
        }),
      )
      .meta({ description: 'Of each victim as things stand now, with the outcomes told since.' }),
    investigation: z
      .object({ authority: z.string(), body: z.string(), citations })
      .nullable()
      .meta({ description: 'Who investigates; null while the class is undetermined or where the law names nobody.' }),
    toBeTold: z.array(z.object({ recipient: z.string(), body: z.string(), by: z.string(), citations })),
    dueDates: z
      .array(
        z.object({
          duty: z.string(),
          owedBy: z.string(),
          due: z.string().nullable().meta({ description: 'Last timely day; null where the law sets none.' }),
          dueAt: z.string().optional().meta({ description: 'Where the limit is counted in hours.' }),
          certain: z.boolean().meta({ description: 'False when a holiday on the way is not fixed yet.' }),
          text: z.string(),
          citations,
        }),
      )
      .meta({ description: 'What must be done, by whom, by when.' }),
  })
  .meta({ id: 'AccidentConsequences' })

export type AccidentConsequences = z.infer<typeof accidentConsequencesSchema>

/** What the law makes of an accident as things stand now: its class, who investigates, who is told, what is due when. */
export function accidentConsequences(facts: AccidentFacts, language: Language): AccidentConsequences {
  const { present, setting, legalDate, dates } = facts
  const knownOn = present.worsened?.knownOn ?? dates.known ?? legalDate
  const { investigator, due } = presentDuties(facts)
  const cited = (citations: Parameters<typeof presentCitation>[0][]) =>
    citations.map((citation) => presentCitation(citation, language))
  return {
    class: present.class,
    declarable: present.declarable,
    conclusion: present.conclusion,
    conditions: present.victims.map(({ victimId, condition, conditionKnownOn }) => ({
      victimId,
      condition,
      knownOn: conditionKnownOn,
    })),
    investigation: investigator && {
      authority: investigator.authority,
      body: investigator.body[language],
      citations: cited([...investigator.citations]),
    },
    toBeTold: whoIsTold({ ...present.counts, ...setting }, knownOn).map((recipient) => ({
      recipient: recipient.code,
      body: recipient.name[language],
      by: recipient.toldBy,
      citations: cited([...recipient.citations]),
    })),
    dueDates: due.map((item) => ({
      duty: item.duty,
      owedBy: item.owedBy,
      due: item.due,
      ...(item.dueInstant ? { dueAt: item.dueInstant.toISOString() } : {}),
      certain: item.certain,
      text: item.text[language],
      citations: cited([...item.citations]),
    })),
  }
}
