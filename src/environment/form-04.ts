import { z } from 'zod'
import { form04Groups, monitoredFactors } from '../reference/catalogue.ts'
import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import type { Language } from '../rules/rule.ts'
import type { environmentConsequencesSchema } from './consequences.ts'
import type { EnvironmentMonitoring, Measurement, Position } from './schema.ts'
import { VERDICTS } from './vocabulary.ts'

/** What a form is made of: the declaration as the caller may see it, with what the law makes of it. */
export interface FormSource extends Pick<z.infer<typeof environmentConsequencesSchema>, 'verdicts' | 'limits'> {
  readonly id: string
  readonly revision: number
  readonly declaration: EnvironmentMonitoring
}

const result = z
  .object({
    measurementId: z.string(),
    position: z.string().nullable().meta({ description: 'Workshop and job.' }),
    factor: z.string(),
    name: z.string(),
    substance: z.string().nullable(),
    cas: z.string().nullable(),
    value: z.number().nullable(),
    belowDetection: z.number().nullable().meta({ description: 'Limit of detection, where the value is below it.' }),
    unit: z.string().nullable(),
    exposureMinutes: z.number().nullable(),
    limit: z
      .object({
        min: z.number().nullable(),
        max: z.number().nullable(),
        unit: z.string(),
        text: z.string(),
        verified: z.boolean(),
      })
      .nullable(),
    comparedWith: z.number().nullable().meta({ description: 'The limit after correction, in its unit.' }),
    verdict: z.enum(VERDICTS),
    advisory: z.boolean(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Form04Result' })

export const form04Schema = z
  .object({
    declarationId: z.uuid(),
    revision: z.int(),
    report: z.object({ number: z.string().nullable(), date: z.string().nullable() }),
    organisation: z.object({
      name: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    establishment: z.object({ name: z.string().nullable(), address: z.string().nullable() }),
    sampledFrom: z.string().nullable(),
    sampledTo: z.string().nullable(),
    instruments: z.array(
      z.object({
        name: z.string().nullable(),
        model: z.string().nullable(),
        serial: z.string().nullable(),
        calibratedUntil: z.string().nullable(),
      }),
    ),
    groups: z.array(z.object({ group: z.string(), name: z.string(), results: z.array(result) })),
    counts: z.array(
      z.object({ group: z.string().nullable(), factor: z.string(), samples: z.int(), exceeding: z.int() }),
    ),
  })
  .meta({
    id: 'Form04',
    description:
      'Report of workplace-environment monitoring, Form 04 of Annex III of Decree 44/2016: its head and result groups. The columns of its tables are ours, the official ones were not at hand.',
  })

/** Form 04 of a campaign; groups in the order of the form, those without results left out. */
export function form04(source: FormSource, language: Language): z.infer<typeof form04Schema> {
  const { declaration, verdicts } = source
  const { report, organisation, establishment, site, campaign, measurements = [], counts = [] } = declaration
  const on = campaign?.sampledFrom === undefined ? null : legalDate(campaign.sampledFrom)
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.measurementId, verdict]))
  const limitOf = new Map(source.limits.map((limit) => [limit.id, limit]))
  const positionOf = new Map((declaration.positions ?? []).map((position) => [position.positionId, position]))

  const byGroup = new Map<string, z.infer<typeof result>[]>()
  for (const measurement of measurements) {
    const { measurementId = '', factor = '' } = measurement
    const entry = factorOf(factor, on)
    const verdict = verdictOf.get(measurementId)
    const limit = limitOf.get(verdict?.limit ?? '')
    const group = entry?.attributes['form-04-group'] ?? OTHER
    const results = byGroup.get(group) ?? []
    byGroup.set(group, results)
    results.push({
      measurementId,
      position: placeOf(positionOf.get(measurement.positionId ?? '')),
      factor,
      name: entry?.[language] ?? factor,
      ...quantityOf(measurement),
      limit: limit
        ? { min: limit.min, max: limit.max, unit: limit.unit, text: limit.text, verified: limit.verified }
        : null,
      comparedWith: verdict?.limitValue ?? null,
      verdict: verdict?.verdict ?? 'not-assessable',
      advisory: verdict?.advisory ?? false,
      reason: verdict?.reason ?? null,
    })
  }
  return {
    declarationId: source.id,
    revision: source.revision,
    report: { number: report?.number ?? null, date: report?.date ?? null },
    organisation: {
      name: organisation?.name ?? null,
      address: organisation?.address ?? null,
      phone: organisation?.phone ?? null,
    },
    establishment: {
      name: site?.name ?? establishment?.name ?? null,
      address: site?.address ?? establishment?.address ?? null,
    },
    sampledFrom: campaign?.sampledFrom ?? null,
    sampledTo: campaign?.sampledTo ?? null,
    instruments: (declaration.instruments ?? []).map(({ name, model, serial, calibration }) => ({
      name: name ?? null,
      model: model ?? null,
      serial: serial ?? null,
      calibratedUntil: calibration?.validUntil ?? null,
    })),
    groups: form04Groups.entriesOn().flatMap((group) => {
      const results = byGroup.get(group.code)
      return results === undefined ? [] : [{ group: group.code, name: group[language] ?? group.vi, results }]
    }),
    counts: counts.map(({ factor, samples, exceeding }) => ({
      group: factorOf(factor, on)?.attributes['form-04-group'] ?? null,
      factor,
      samples,
      exceeding,
    })),
  }
}

const OTHER = 'other'

function factorOf(code: string, on: LegalDate | null) {
  return on === null ? monitoredFactors.findEver(code) : monitoredFactors.find(code, on)
}

function quantityOf(measurement: Measurement) {
  const { substance, cas, value, belowDetection, detectionLimit, unit, exposureMinutes } = measurement
  return {
    substance: substance ?? null,
    cas: cas ?? null,
    value: belowDetection === true ? null : (value ?? null),
    belowDetection: belowDetection === true ? (detectionLimit ?? null) : null,
    unit: unit ?? null,
    exposureMinutes: exposureMinutes ?? null,
  }
}

function placeOf(position: Position | undefined): string | null {
  const parts = [position?.workshop, position?.job].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(' - ')
}
