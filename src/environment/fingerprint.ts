import { createHash } from 'node:crypto'
import { foldText } from '../reference/fold-text.ts'
import { mapInSlices } from '../rules/slices.ts'
import type { MeasurementFacts } from './facts.ts'

/**
 * Equal for equal values of equal factors at the same workplaces, whatever the day and order; null where nothing was
 * measured. Hexadecimal.
 */
export async function fingerprintOf(measurements: readonly MeasurementFacts[]): Promise<string | null> {
  if (measurements.length === 0) return null
  const places = new Map<string, string>()
  const lines = await mapInSlices(measurements, ({ measurement, position }) => {
    const { factor, cas, sampleType, axis, value, detectionLimit } = measurement
    const { positionId = '', workshop = '', job = '' } = position?.position ?? {}
    const place = places.get(positionId) ?? foldText(`${workshop} ${job}`)
    places.set(positionId, place)
    return [place, factor, cas, sampleType, axis, value ?? `<${detectionLimit}`].join('|')
  })
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}
