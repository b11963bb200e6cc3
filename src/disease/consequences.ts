import { z } from 'zod'
import { citationSchema } from '../http/route-schema.ts'
import type { ExaminedGroup } from '../law/examination-constants.ts'
import { examinationDueDates } from '../law/examination-due-dates.ts'
import { diseaseInvestigationTriggers } from '../reference/catalogue.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import { asDate, type DiseaseFacts, type HazardFacts } from './facts.ts'
import { triggersOf } from './investigation.ts'

const citations = z.array(citationSchema)
const percent = z.number().nullable().meta({ description: 'Null where nobody is exposed.' })

export const diseaseConsequencesSchema = z
  .object({
    coverage: z
      .object({
        distinctPersons: z
          .object({ exposed: z.int(), examined: z.int(), percent })
          .meta({ description: 'Of the distinct persons exposed: everybody counts once.' }),
        personsByFactor: z
          .object({ exposed: z.int(), examined: z.int(), percent })
          .meta({ description: 'Of persons x factor: the rows added up, who is exposed to two factors counts twice.' }),
        hazards: z.array(
          z.object({
            factor: z.string(),
            exposed: z.int(),
            examined: z.int(),
            percent,
            diseases: z.array(z.string()).meta({ description: 'Insured diseases that the factor may cause.' }),
          }),
        ),
      })
      .meta({
        id: 'ScreeningCoverage',
        description: 'Examined among exposed, by two denominators that are never mixed.',
      }),
    investigations: z
      .array(z.object({ trigger: z.string(), text: z.string(), factor: z.string().nullable(), citations }))
      .meta({
        description:
          'Cases in which the law has an occupational disease investigated: for the health office to consider.',
      }),
    dueDates: z
      .array(
        z.object({
          duty: z.string(),
          owedBy: z.string(),
          due: z.string().nullable().meta({ description: 'Last timely day; null where the law sets none yet.' }),
          certain: z.boolean().meta({ description: 'False when a holiday on the way is not fixed yet.' }),
          verified: z
            .boolean()
            .meta({ description: 'False where the text can be read in two ways: it advises and obliges nobody.' }),
          text: z.string(),
          citations,
        }),
      )
      .meta({ description: 'What must be done, by whom, by when.' }),
  })
  .meta({ id: 'DiseaseConsequences' })

/** What the law makes of a round: how far it covers those exposed, what it calls for, what is due when. */
export function diseaseConsequences(
  facts: DiseaseFacts,
  language: Language,
): z.infer<typeof diseaseConsequencesSchema> {
  const { hazards, exposed, examined } = facts
  const cited = (list: readonly Parameters<typeof presentCitation>[0][]) =>
    list.map((citation) => presentCitation(citation, language))
  const sum = (of: (hazard: HazardFacts) => number) => hazards.reduce((total, hazard) => total + of(hazard), 0)
  return {
    coverage: {
      distinctPersons: covered(exposed.total, examined.total),
      personsByFactor: covered(
        sum((hazard) => hazard.exposed.total),
        sum((hazard) => hazard.examined.total),
      ),
      hazards: hazards.map((hazard) => ({
        factor: hazard.filed.factor ?? '',
        ...covered(hazard.exposed.total, hazard.examined.total),
        diseases: [...hazard.diseases],
      })),
    },
    investigations: triggersOf(facts).map((trigger) => ({
      trigger: trigger.code,
      text: diseaseInvestigationTriggers.findEver(trigger.code)?.[language] ?? trigger.code,
      factor: trigger.hazard?.filed.factor ?? null,
      citations: cited(trigger.citations),
    })),
    dueDates: dueDatesOf(facts).map(({ duty, owedBy, due, certain, verified, text, citations: basis }) => ({
      duty,
      owedBy,
      due,
      certain,
      verified,
      text: text[language],
      citations: cited(basis),
    })),
  }
}

function covered(exposed: number, examined: number) {
  return { exposed, examined, percent: exposed === 0 ? null : Math.round((1_000 * examined) / exposed) / 10 }
}

/** Cases are counted in the texts and named nowhere: the answer goes also to who may not see them. */
function dueDatesOf({ declaration, examination, legalDate, cases }: DiseaseFacts) {
  const groups: ExaminedGroup[] = (declaration.workforce?.heavy ?? 0) > 0 ? ['general', 'frequent'] : ['general']
  return examinationDueDates({
    kind: examination.kind ?? '',
    endedOn: legalDate,
    groups,
    diagnosed: cases.flatMap(({ filed }) => {
      const examinedOn = asDate(filed.examinedOn)
      if (filed.disease === undefined || examinedOn === null) return []
      return [
        {
          id: filed.caseId ?? '',
          disease: filed.disease,
          examinedOn,
          treatmentEndedOn: asDate(filed.treatmentEndedOn),
          settled: filed.referredOn !== undefined || filed.assessment !== undefined,
        },
      ]
    }),
  })
}
