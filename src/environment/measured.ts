import type { Measured } from '../law/exposure/assessment.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Measurement, Position } from './schema.ts'

/**
 * What is held to a limit; null where value or unit are missing, or nobody can say of what. `silica`: the free silica
 * of the dust, %.
 */
export function measuredOf(
  measurement: Measurement,
  position: Position | null,
  silica: number | undefined,
  on: LegalDate,
): Measured | null {
  const { factor, unit, value, belowDetection, detectionLimit } = measurement
  if (factor === undefined || unit === undefined) return null
  if (belowDetection === true ? detectionLimit === undefined : value === undefined) return null
  const { shiftHours, weekHours, daysPerWeek } = position ?? {}
  return {
    factor,
    cas: measurement.cas,
    limitCode: measurement.limitCode,
    sampleType: measurement.sampleType,
    ...(belowDetection === true ? { belowDetection: { detectionLimit: detectionLimit ?? 0 } } : { value }),
    unit,
    durationMinutes: measurement.durationMinutes,
    exposureMinutes: measurement.exposureMinutes,
    on,
    shiftHours,
    weekHours:
      weekHours ?? (shiftHours === undefined || daysPerWeek === undefined ? undefined : shiftHours * daysPerWeek),
    labourClass: position?.labourClass,
    roomType: position?.roomType,
    lightingWork: position?.lightingWork,
    dustGroup: measurement.dustGroup,
    axis: measurement.axis,
    place: position?.place,
    bodyShare: measurement.bodyShare,
    frequencyHz: measurement.frequencyHz,
    freeSilicaPercent: silica,
  }
}

/** Free silica of a dust sample, %: found in the sample itself, else the greatest found at its position. */
export function silicaContents(measurements: readonly Measurement[]): (of: Measurement) => number | undefined {
  const ofSample = new Map<string, number>()
  const atPosition = new Map<string, number>()
  for (const { factor, value, sampleId, positionId } of measurements) {
    if (factor !== SILICA_CONTENT || value === undefined) continue
    if (sampleId !== undefined) ofSample.set(sampleId, value)
    if (positionId !== undefined) atPosition.set(positionId, Math.max(value, atPosition.get(positionId) ?? value))
  }
  return ({ sampleId = '', positionId = '' }) => ofSample.get(sampleId) ?? atPosition.get(positionId)
}

const SILICA_CONTENT = 'DU-SIO2-PCT'
