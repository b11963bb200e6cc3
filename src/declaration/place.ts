import { type Lineage, lineage, reachOf, schemeOn, type UnitRef } from '../reference/administrative-units.ts'
import type { LegalDate } from '../reference/legal-date.ts'

/** Where something that is declared happened. */
export interface PlaceFacts {
  readonly unit: UnitRef
  /** Null when the unit is not in its list on the day. */
  readonly lineage: Lineage | null
  /** Every unit, of either scheme, that certainly contains the place. */
  readonly reach: readonly string[]
}

/** The place as a filing or the register names it, on the day of the event; the scheme of that day where none is named. */
export function placeOf(
  unit: { readonly scheme?: UnitRef['scheme'] | undefined; readonly code: string } | null | undefined,
  on: LegalDate,
): PlaceFacts | null {
  if (!unit) return null
  const ref = { scheme: unit.scheme ?? schemeOn(on), code: unit.code }
  const line = lineage(ref, on)
  return { unit: ref, lineage: line, reach: line === null ? [] : reachOf(ref) }
}

/** The head office as the register has it, read by the scheme it is registered in, whatever the day of the event. */
export function placeOfHeadOffice(unit: UnitRef | null | undefined): PlaceFacts | null {
  return unit ? { unit, lineage: lineage(unit), reach: reachOf(unit) } : null
}
