import { currentUnit, lineage, reachOf, schemeOn, type UnitRef, unitKey } from '../reference/administrative-units.ts'
import { recipients } from '../reference/catalogue.ts'
import type { CodeEntry } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'

/** An authority that was told of an event, as filed. */
export interface ToldAuthority {
  readonly authority: string
  readonly unit?: { readonly scheme?: UnitRef['scheme'] | undefined; readonly code: string } | undefined
}

/** What a filing says of who was told and by what channel, and the day that gives a unit without a scheme its own. */
export interface Telling {
  readonly declaration: {
    readonly channel?: string | undefined
    readonly recipients?: readonly ToldAuthority[] | undefined
  }
  readonly legalDate: LegalDate
}

/** What the list of recipients says a body is for. */
export type RecipientRole = 'labour' | 'police' | 'committee' | 'special-field'

/** The body in the list, in whatever period it received declarations. */
export function bodyOf(recipient: ToldAuthority): CodeEntry | undefined {
  return recipients.findEver(recipient.authority)
}

export function isTold(facts: Telling, role: RecipientRole): boolean {
  return (facts.declaration.recipients ?? []).some((recipient) => bodyOf(recipient)?.attributes.role === role)
}

/** The labour authority of a province, by whatever name it has. */
export function isProvincialLabour(recipient: ToldAuthority): boolean {
  const body = bodyOf(recipient)
  return body?.attributes.role === 'labour' && body.level === 'province'
}

/** Filing here tells the labour office of the place; by another channel the filing says who was told. */
export function isProvinceTold(facts: Telling): boolean {
  return (
    (facts.declaration.channel ?? 'PORTAL') === 'PORTAL' ||
    (facts.declaration.recipients ?? []).some(isProvincialLabour)
  )
}

export function unitOf(recipient: ToldAuthority, facts: Telling): UnitRef | null {
  const { unit } = recipient
  return unit === undefined ? null : { scheme: unit.scheme ?? schemeOn(facts.legalDate), code: unit.code }
}

/** Whether the recipient's province is that of the place; null while either is not known. */
export function isInProvinceOf(recipient: ToldAuthority, place: UnitRef, facts: Telling): boolean | null {
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

/** Told some province, but not the one of `place`. */
export function toldOnlyElsewhere(facts: Telling, place: UnitRef): boolean {
  const answers = (facts.declaration.recipients ?? [])
    .filter(isProvincialLabour)
    .map((recipient) => isInProvinceOf(recipient, place, facts))
  return answers.includes(false) && !answers.includes(true)
}

/** What the functions above read. */
export const RECIPIENT_INPUTS = [
  '/recipients/*/authority',
  '/recipients/*/unit/scheme',
  '/recipients/*/unit/code',
] as const
