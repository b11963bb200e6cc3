import type { LegalDate } from '../reference/legal-date.ts'
import type { Instrument } from './schema.ts'

/** Decree 44/2016, Art. 37.1: calibrated before the work, and said to be by a certificate. */
export function isCalibrated({ calibration }: Instrument, on: LegalDate): boolean {
  return calibration?.certificate !== undefined && calibration.validUntil !== undefined && on <= calibration.validUntil
}
