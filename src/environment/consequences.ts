import { z } from 'zod'
import { citationSchema } from '../http/route-schema.ts'
import { describeCitation } from '../law/citation.ts'
import { NOT_ASSESSABLE_REASONS } from '../law/exposure/assessment.ts'
import type { ExposureLimit } from '../law/exposure/limit.ts'
import { diseaseInvestigationTriggers } from '../reference/catalogue.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import { dueAfter, investigationsAfter } from './duties.ts'
import { type EnvironmentFacts, isExceedance, type MeasurementFacts, OBJECTIONS, type PositionFacts } from './facts.ts'
import { form04GroupSchema, form04Of, item9BucketSchema, item9Of } from './forms.ts'
import { hazardsOf } from './hazards.ts'
import { tallyOf } from './results.ts'
import { presentTally, tallySchema } from './tally.ts'
import { VERDICTS } from './vocabulary.ts'

const citations = z.array(citationSchema)

const limitSchema = z
  .object({
    id: z.string(),
    regulation: z.string(),
    text: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: z.string(),
    sampleType: z.string(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    verified: z.boolean().meta({ description: 'False: its verdicts advise and are no part of official figures.' }),
    supplied: z.boolean().meta({ description: "From the office's own directory of data." }),
  })
  .meta({ id: 'AppliedLimit', description: 'A limit that judged this campaign, as it was then.' })

const verdictSchema = z
  .object({
    measurementId: z.string(),
    verdict: z.enum(VERDICTS),
    reason: z.enum([...NOT_ASSESSABLE_REASONS, 'nothing-to-assess']).optional(),
    advisory: z.literal(true).optional().meta({ description: 'By a limit or formula nobody verified.' }),
    limit: z.string().optional().meta({ description: 'Id in `limits`.' }),
    limitValue: z.number().optional().meta({ description: 'What was compared with, after correction.' }),
    minimum: z.literal(true).optional().meta({ description: '`limitValue` is the least allowed.' }),
    correction: z.object({ formula: z.string(), factor: z.number() }).optional(),
    value: z.number().optional().meta({ description: 'In `unit`.' }),
    unit: z.string().optional(),
    index: z.number().optional().meta({ description: 'Exposure index: how many times the limit.' }),
  })
  .meta({ id: 'MeasurementVerdict' })

export const environmentConsequencesSchema = z
  .object({
    standing: z
      .object({ eligible: z.boolean(), counts: z.boolean(), objections: z.array(z.enum(OBJECTIONS)) })
      .meta({ id: 'CampaignStanding', description: 'Whether it counts as monitoring in the figures of compliance.' }),
    results: tallySchema,
    byFactor: z.array(
      tallySchema
        .extend({
          factor: z.string(),
          name: z.string(),
          fromCounts: z.boolean().meta({ description: 'As an old form declares it, without single results.' }),
        })
        .meta({ id: 'FactorResults' }),
    ),
    form04: z.array(form04GroupSchema),
    item9: z.array(item9BucketSchema),
    limits: z.array(limitSchema),
    verdicts: z.array(verdictSchema),
    exceedingPositions: z.array(
      z
        .object({
          positionId: z.string(),
          workshop: z.string().nullable(),
          job: z.string().nullable(),
          workers: z.int().nullable(),
          factors: z.array(z.string()),
          hazards: z.array(z.string()),
        })
        .meta({ id: 'ExceedingPosition', description: 'A position with a value beyond a verified limit.' }),
    ),
    mixtures: z.array(
      z.object({ positionId: z.string(), index: z.number() }).meta({
        id: 'MixtureIndex',
        description: 'Sum over the substances of a position of value to limit; above 1 it is too much. Advice only.',
      }),
    ),
    investigations: z.array(
      z.object({ code: z.string(), text: z.string(), citations }).meta({
        id: 'InvestigationCase',
        description: 'A case for an investigation of occupational disease.',
      }),
    ),
    dueDates: z
      .array(
        z.object({
          duty: z.string(),
          owedBy: z.string(),
          due: z.string().nullable().meta({ description: 'Last timely day; null where the law sets none.' }),
          certain: z.boolean(),
          text: z.string(),
          citations,
        }),
      )
      .meta({ description: 'What must be done, by whom, by when.' }),
  })
  .meta({ id: 'EnvironmentConsequences' })

/** What the law makes of a campaign: a verdict on each measurement, the results by form, what must follow. */
export function environmentConsequences(
  facts: EnvironmentFacts,
  language: Language,
): z.infer<typeof environmentConsequencesSchema> {
  const limits = new Map<string, ExposureLimit>()
  const verdicts = facts.measurements.map((measurement) => {
    const limit = measurement.assessment?.limit
    if (limit) limits.set(limit.id, limit)
    return verdictOn(measurement)
  })
  const { eligible, counts, objections } = facts.standing
  return {
    standing: { eligible, counts, objections: [...objections] },
    results: presentTally(tallyOf(facts.factors.values())),
    byFactor: [...facts.factors.values()].map((results) => ({
      factor: results.factor,
      name: results.entry?.[language] ?? results.factor,
      ...presentTally(results),
      fromCounts: results.fromCounts,
    })),
    form04: form04Of(facts, language),
    item9: item9Of(facts.factors.values(), language),
    limits: [...limits.values()].map((limit) => presentLimit(limit, language)),
    verdicts,
    exceedingPositions: facts.exceedingPositions.map(presentPosition),
    mixtures: facts.mixtures.map(({ position, index }) => ({ positionId: position.position.positionId, index })),
    investigations: investigationsAfter(facts).map(({ code, citations: cited }) => ({
      code,
      text: diseaseInvestigationTriggers.find(code, facts.legalDate)?.[language] ?? code,
      citations: cited.map((citation) => presentCitation(citation, language)),
    })),
    dueDates: dueAfter(facts).map((item) => ({
      duty: item.duty,
      owedBy: item.owedBy,
      due: item.due,
      certain: item.certain,
      text: item.text[language],
      citations: item.citations.map((citation) => presentCitation(citation, language)),
    })),
  }
}

function verdictOn({ index, measurement, assessment }: MeasurementFacts): z.infer<typeof verdictSchema> {
  const measurementId = measurement.measurementId ?? String(index + 1)
  if (assessment === null) return { measurementId, verdict: 'not-assessable', reason: 'nothing-to-assess' }
  const { verdict, reason, advisory, limit, limitValue, isMinimum, correction, value, unit } = assessment
  return {
    measurementId,
    verdict,
    ...(reason !== null && { reason }),
    ...(advisory && { advisory }),
    ...(limit && { limit: limit.id }),
    ...(limitValue !== null && { limitValue }),
    ...(isMinimum && { minimum: isMinimum }),
    ...(correction && { correction: { ...correction } }),
    ...(value !== null && { value, unit }),
    ...(assessment.index !== null && { index: assessment.index }),
  }
}

function presentLimit(limit: ExposureLimit, language: Language): z.infer<typeof limitSchema> {
  const { id, regulation, min, max, unit, sampleType, validFrom, validTo, verified, supplied } = limit
  const text = describeCitation({ kind: 'law', instrument: regulation }, language)
  return { id, regulation, text, min, max, unit, sampleType, validFrom, validTo, verified, supplied }
}

function presentPosition({ position, measurements }: PositionFacts) {
  const exceeding = measurements.filter(isExceedance).map(({ measurement }) => measurement)
  return {
    positionId: position.positionId,
    workshop: position.workshop ?? null,
    job: position.job ?? null,
    workers: position.workers ?? null,
    factors: [...new Set(exceeding.flatMap(({ factor }) => factor ?? []))],
    hazards: [...new Set(exceeding.flatMap(hazardsOf))],
  }
}
