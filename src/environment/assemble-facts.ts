import type { FilingContext } from '../declaration/filing-context.ts'
import { placeOf, placeOfHeadOffice } from '../declaration/place.ts'
import { assess } from '../law/exposure/assess.ts'
import { limitBook } from '../law/exposure/limit-book.ts'
import { monitoredFactors } from '../reference/catalogue.ts'
import { type LegalDate, legalDate, legalDateOf } from '../reference/legal-date.ts'
import { mapInSlices, turns } from '../rules/slices.ts'
import { isCalibrated } from './calibration.ts'
import {
  dayOfSampling,
  type EnvironmentFacts,
  isExceedance,
  type MeasurementFacts,
  type PositionFacts,
} from './facts.ts'
import { fingerprintOf } from './fingerprint.ts'
import { hazardsOf } from './hazards.ts'
import type { EnvironmentKnown } from './known.ts'
import { measuredOf, silicaContents } from './measured.ts'
import { mixturesAt } from './mixtures.ts'
import { resultsByFactor } from './results.ts'
import type { EnvironmentMonitoring, Measurement, Position } from './schema.ts'
import { standingOf } from './standing.ts'

/** Computed from the filing and what was looked up, so that it comes out the same years later. */
export async function environmentFacts(
  declaration: EnvironmentMonitoring,
  context: FilingContext<EnvironmentKnown>,
): Promise<EnvironmentFacts> {
  const campaign = declaration.campaign ?? {}
  const received = legalDateOf(context.receivedAt)
  const dates = {
    sampled: dayOf(campaign.sampledFrom),
    sampledTo: dayOf(campaign.sampledTo),
    report: dayOf(declaration.report?.date),
    results: dayOf(declaration.report?.receivedOn ?? declaration.report?.date),
    reported: dayOf(campaign.reportedOn) ?? (context.amends === null ? received : null),
    published: dayOf(declaration.publication?.publishedOn),
    received,
  }
  const legal = dates.sampled ?? dates.sampledTo ?? dates.report ?? received
  const positions = (declaration.positions ?? []).map(toPositionFacts)
  const positionById = firstById(positions, ({ position }) => position.positionId)
  const instrumentById = firstById(declaration.instruments ?? [], ({ instrumentId }) => instrumentId)
  const book = limitBook(context.known.limits)
  const silicaOf = silicaContents(declaration.measurements ?? [])

  const measurements = await mapInSlices(declaration.measurements ?? [], (measurement, index): MeasurementFacts => {
    const position = positionById.get(measurement.positionId ?? '') ?? null
    const on = dayOfSampling(measurement.sampledAt) ?? legal
    const factor = monitoredFactors.find(measurement.factor ?? '', on) ?? null
    const measured = factor && measuredOf(measurement, position?.position ?? null, silicaOf(measurement), on)
    const instrument = instrumentById.get(measurement.instrumentId ?? '')
    const facts = {
      index,
      pointer: `/measurements/${index}`,
      measurement,
      position,
      on,
      factor,
      assessment: measured && assess(measured, book),
      calibrated: instrument === undefined || isCalibrated(instrument, on),
    }
    position?.measurements.push(facts)
    return facts
  })
  const pause = turns()
  const factors = resultsByFactor(measurements, declaration.counts ?? [], legal)
  await pause()
  const mixtures = mixturesAt(positions)
  await pause()
  const hazardsCovered = hazardsCoveredBy(measurements, declaration.counts ?? [])
  const exceedingPositions = positions.filter((position) => position.measurements.some(isExceedance))
  await pause()
  const base = { declaration, context, measurements, dates }
  return {
    ...base,
    campaign,
    positions,
    positionById,
    instrumentById,
    factors,
    hazardsCovered,
    exceedingPositions,
    mixtures,
    fingerprint: await fingerprintOf(measurements),
    standing: standingOf(base),
    place: placeOf(declaration.site?.unit, legal) ?? placeOfHeadOffice(context.register?.headOffice),
    legalDate: legal,
  }
}

interface OpenPositionFacts extends PositionFacts {
  readonly measurements: MeasurementFacts[]
}

function toPositionFacts(position: Position, index: number): OpenPositionFacts {
  return { index, pointer: `/positions/${index}`, position, measurements: [] }
}

function firstById<T>(items: readonly T[], idOf: (item: T) => string): Map<string, T> {
  const byId = new Map<string, T>()
  for (const item of items) if (!byId.has(idOf(item))) byId.set(idOf(item), item)
  return byId
}

function hazardsCoveredBy(
  measurements: readonly MeasurementFacts[],
  counts: NonNullable<EnvironmentMonitoring['counts']>,
): ReadonlySet<string> {
  const asked = new Set<string>()
  const covered = new Set<string>()
  for (const { factor, cas } of [...measurements.map(({ measurement }) => measurement), ...counts.map(withoutCas)]) {
    const key = `${factor} ${cas ?? ''}`
    if (asked.has(key)) continue
    asked.add(key)
    for (const hazard of hazardsOf({ factor, cas })) covered.add(hazard)
  }
  return covered
}

function withoutCas({ factor }: { readonly factor: string }): Pick<Measurement, 'factor' | 'cas'> {
  return { factor }
}

function dayOf(text: string | undefined): LegalDate | null {
  return text === undefined ? null : legalDate(text)
}
