import { currentUnit, lineage, reachOf, schemeOn, type UnitRef, unitKey } from '../../reference/administrative-units.ts'
import { recipients } from '../../reference/catalogue.ts'
import type { CodeEntry } from '../../reference/code-list.ts'
import type { AccidentFacts } from '../facts.ts'
import type { AccidentRecipient } from './define.ts'

/** What the list of recipients says a body is for. */
export type RecipientRole = 'labour' | 'police' | 'committee' | 'special-field'

/** The body in the list, in whatever period it received declarations. */
export function bodyOf(recipient: AccidentRecipient): CodeEntry | undefined {
  return recipients.findEver(recipient.authority)
}

export function isTold(facts: AccidentFacts, role: RecipientRole): boolean {
  return (facts.declaration.recipients ?? []).some((recipient) => bodyOf(recipient)?.attributes.role === role)
}

/** The labour authority of a province, by whatever name it has. */
export function isProvincialLabour(recipient: AccidentRecipient): boolean {
  const body = bodyOf(recipient)
  return body?.attributes.role === 'labour' && body.level === 'province'
}

/** Filing here tells the labour office of the place; by another channel the filing says who was told. */
export function isProvinceTold(facts: AccidentFacts): boolean {
  return (
    (facts.declaration.channel ?? 'PORTAL') === 'PORTAL' ||
    (facts.declaration.recipients ?? []).some(isProvincialLabour)
  )
}

export function unitOf(recipient: AccidentRecipient, facts: AccidentFacts): UnitRef | null {
  const { unit } = recipient
  return unit === undefined ? null : { scheme: unit.scheme ?? schemeOn(facts.legalDate), code: unit.code }
}

/** Whether the recipient's province is that of the place; null while either is not known. */
export function isInProvinceOf(recipient: AccidentRecipient, place: UnitRef, facts: AccidentFacts): boolean | null {
  const unit = unitOf(recipient, facts)
  const province = unit && lineage(unit)?.province
  const reach = reachOf(place)
  if (!unit || !province || reach.length === 0) return null
  const asNamed = { scheme: unit.scheme, code: province }
  if (reach.includes(unitKey(asNamed))) return true
  // An old name of a province for an event after the merger means the province it lies in today.
  const today = place.scheme === 'VN-2025' && unit.scheme === 'VN-2004' ? currentUnit(asNamed).province : null
  return today !== null && reach.includes(unitKey({ scheme: 'VN-2025', code: today }))
}

/** What the functions above read. */
export const RECIPIENT_INPUTS = [
  '/recipients/*/authority',
  '/recipients/*/unit/scheme',
  '/recipients/*/unit/code',
] as const
