import { type Successor, successorsByOldCode } from './administrative-successors.ts'
import { administrativeUnits2004, administrativeUnits2025 } from './catalogue.ts'
import type { CodeEntry, CodeList } from './code-list.ts'
import { addDays, type LegalDate, legalDate } from './legal-date.ts'

/** `VN-2004`: province, district, commune. `VN-2025`: province, commune. The same code can mean another place in each. */
export type UnitScheme = 'VN-2004' | 'VN-2025'
export const UNIT_SCHEMES = ['VN-2004', 'VN-2025'] as const satisfies readonly UnitScheme[]
export type UnitLevel = 'province' | 'district' | 'commune'

export interface UnitRef {
  readonly scheme: UnitScheme
  readonly code: string
}

export interface Lineage {
  readonly province: string
  readonly district: string | null
  readonly commune: string | null
}

/** Districts ended and codes were given anew by Decision 19/2025/QĐ-TTg. */
export const TWO_LEVELS_SINCE = legalDate('2025-07-01')
export const LAST_DAY_OF_DISTRICTS = addDays(TWO_LEVELS_SINCE, -1)

/** The scheme by which a code written for an event of that day is read. */
export function schemeOn(date: LegalDate): UnitScheme {
  return date < TWO_LEVELS_SINCE ? 'VN-2004' : 'VN-2025'
}

/** Names a unit in one string, for keys and jurisdictions: `VN-2004:063`. */
export function unitKey(ref: UnitRef): string {
  return `${ref.scheme}:${ref.code}`
}

/** The inverse of `unitKey`. @throws RangeError for what is no key of ours. */
export function unitOfKey(key: string): UnitRef {
  const [prefix, code] = key.split(':')
  const scheme = UNIT_SCHEMES.find((known) => known === prefix)
  if (scheme === undefined || code === undefined) throw new RangeError(`not a unit key: ${key}`)
  return { scheme, code }
}

export function isKnownUnit(ref: UnitRef, on: LegalDate): boolean {
  return unitsOf(ref.scheme).find(ref.code, on) !== undefined
}

/** `null` for a code the scheme never had. */
export function levelOf(ref: UnitRef): UnitLevel | null {
  const level = unitsOf(ref.scheme).findEver(ref.code)?.level
  return level === 'province' || level === 'district' || level === 'commune' ? level : null
}

/** Type and name as written in full, `Huyện Bạch Thông`; the latest one unless a date is given. */
export function unitName(ref: UnitRef, on?: LegalDate): string | null {
  const unit = versionOf(ref, on)
  return unit ? `${unit.attributes.type} ${unit.vi}` : null
}

/**
 * The unit and what contains it, on a date or as last known. `null` when the scheme does not have the code then.
 */
export function lineage(ref: UnitRef, on?: LegalDate): Lineage | null {
  const unit = versionOf(ref, on)
  if (!unit) return null
  if (unit.parent === null) return { province: unit.code, district: null, commune: null }
  const above = lineage({ scheme: ref.scheme, code: unit.parent }, on)
  if (!above) return null
  return unit.level === 'district' ? { ...above, district: unit.code } : { ...above, commune: unit.code }
}

/**
 * The units of `VN-2025` that took the land or people of a unit of `VN-2004` as it stood on 30 June 2025; ordered by
 * code, empty for a unit that had ended before. A district has those of its communes; the five island districts
 * without communes became special zones themselves.
 */
export function currentSuccessorsOf(oldCode: string): readonly Successor[] {
  const own = successorsByOldCode().get(oldCode)
  if (own) return own
  const codes = new Set<string>()
  for (const commune of administrativeUnits2004.childrenOf(oldCode, LAST_DAY_OF_DISTRICTS)) {
    for (const successor of successorsByOldCode().get(commune.code) ?? []) codes.add(successor.code)
  }
  const share = codes.size === 1 ? 'whole' : 'part'
  return [...codes].sort().map((code) => ({ code, share }))
}

/**
 * Where a unit lies today. The province is always determined, as no old province was split; the commune is `null`
 * for a province, and for a unit that went to several communes or had ended before 30 June 2025: never a guess.
 * Units of `VN-2025` are their own answer, also across the changes of 30 April 2026, which kept every code.
 */
export function currentUnit(ref: UnitRef): { readonly province: string | null; readonly commune: string | null } {
  const place = lineage(ref)
  if (!place) return { province: null, commune: null }
  if (ref.scheme === 'VN-2025') return { province: place.province, commune: place.commune }
  const province = currentSuccessorsOf(place.province)[0]?.code ?? null
  const below = place.commune ?? place.district
  const [only, ...others] = below === null ? [] : currentSuccessorsOf(below)
  return { province, commune: only && others.length === 0 ? only.code : null }
}

/**
 * Keys of every unit, in both schemes, that certainly contains the unit: its own lineage and, for an old unit, the
 * province of today and the commune of today where there is only one. Who has jurisdiction over one of them has it
 * over the unit.
 */
export function reachOf(ref: UnitRef, on?: LegalDate): readonly string[] {
  const place = lineage(ref, on)
  if (!place) return []
  const own = keysOf(ref.scheme, [place.province, place.district, place.commune])
  if (ref.scheme === 'VN-2025') return own
  const today = currentUnit(ref)
  return [...own, ...keysOf('VN-2025', [today.province, today.commune])]
}

/**
 * Whether something may lie in both units, through either scheme. False only where it is certain: of an old unit that
 * ended before 30 June 2025 no more than its province of today is known.
 */
export function mayOverlap(one: UnitRef, other: UnitRef): boolean {
  if (reachOf(one).includes(unitKey(other)) || reachOf(other).includes(unitKey(one))) return true
  if (one.scheme === other.scheme) return false
  const [old, today] = one.scheme === 'VN-2004' ? [one, other] : [other, one]
  const communes = communesOfToday(old)
  if (communes.length > 0) return communes.includes(today.code)
  return currentUnit(old).province === currentUnit(today).province
}

/** Those that took land or people of a unit of `VN-2004`. */
function communesOfToday({ scheme, code }: UnitRef): readonly string[] {
  const parts =
    levelOf({ scheme, code }) === 'province'
      ? administrativeUnits2004.childrenOf(code, LAST_DAY_OF_DISTRICTS).map((district) => district.code)
      : [code]
  return parts.flatMap((part) => currentSuccessorsOf(part).map((successor) => successor.code))
}

function keysOf(scheme: UnitScheme, codes: readonly (string | null)[]): readonly string[] {
  return codes.filter((code) => code !== null).map((code) => unitKey({ scheme, code }))
}

function unitsOf(scheme: UnitScheme): CodeList {
  return scheme === 'VN-2004' ? administrativeUnits2004 : administrativeUnits2025
}

function versionOf(ref: UnitRef, on: LegalDate | undefined): CodeEntry | undefined {
  const units = unitsOf(ref.scheme)
  return on === undefined ? units.versionsOf(ref.code).at(-1) : units.find(ref.code, on)
}
