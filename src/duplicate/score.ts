import { foldText } from '../reference/fold-text.ts'
import { daysBetween } from '../reference/legal-date.ts'
import type { AccidentView, PersonView } from './accident-view.ts'
import { bestPairs } from './best-pairs.ts'
import { likeness } from './edit-distance.ts'
import { nameLikeness } from './name-likeness.ts'
import type { Reason } from './reasons.ts'

export interface Score {
  /** From 0 to 1; a pair from one half on is worth an officer's look. */
  readonly value: number
  readonly reasons: readonly Reason[]
}

/** From here on a pair is shown. */
export const PROBABLE = 0.5

/** Points at which two declarations are as likely one accident as two. */
const EVEN = 4.3

const HOUR_MS = 3_600_000

/**
 * How probable it is that two declarations tell of one accident (weights in the manner of Fellegi and Sunter). Null when
 * they lie more than a day apart: not to be compared.
 */
export function score(a: AccidentView, b: AccidentView): Score | null {
  if (Math.abs(daysBetween(a.occurredOn, b.occurredOn)) > 1) return null
  const reasons = [
    byParty(a, b),
    byTime(a, b),
    ...byPlace(a, b),
    ...byCasualties(a, b),
    ...byPersons(a.persons, b.persons),
  ]
  const points = reasons.reduce((sum, { weight }) => sum + weight, 0)
  return { value: Math.round(1_000 / (1 + Math.exp(EVEN - points))) / 1_000, reasons }
}

function byParty(a: AccidentView, b: AccidentView): Reason {
  if (a.tenantId === b.tenantId) return { code: 'same-enterprise', weight: 2 }
  if (a.relatedTenants.includes(b.tenantId) || b.relatedTenants.includes(a.tenantId)) {
    return { code: 'named-as-party', weight: 1.5 }
  }
  if (a.relatedTenants.some((tenant) => b.relatedTenants.includes(tenant))) return { code: 'common-party', weight: 1 }
  return { code: 'other-enterprise', weight: -2 }
}

function byTime(a: AccidentView, b: AccidentView): Reason {
  const hours = Math.abs(a.occurredAt.getTime() - b.occurredAt.getTime()) / HOUR_MS
  if (hours <= 2) return { code: 'same-hour', weight: 2 }
  if (a.occurredOn !== b.occurredOn) return { code: 'next-day', weight: -1 }
  return hours <= 4 ? { code: 'same-shift', weight: 1 } : { code: 'same-day', weight: -1 }
}

function byPlace(a: AccidentView, b: AccidentView): Reason[] {
  return [byUnit(a, b), byAddress(a, b)].filter((reason) => reason !== null)
}

function byUnit(a: AccidentView, b: AccidentView): Reason | null {
  if (a.province === null || b.province === null) return null
  if (a.province !== b.province) return { code: 'other-place', weight: -3 }
  if (a.commune === null || b.commune === null) return { code: 'same-province', weight: 0.5 }
  return a.commune === b.commune ? { code: 'same-commune', weight: 1.5 } : { code: 'other-place', weight: -3 }
}

function byAddress(a: AccidentView, b: AccidentView): Reason | null {
  if (a.address === null || b.address === null) return null
  const alike = likeness(foldText(a.address), foldText(b.address))
  if (alike >= 0.8) return { code: 'same-address', weight: 1 }
  return alike < 0.5 ? { code: 'other-address', weight: -1 } : null
}

function byCasualties(a: AccidentView, b: AccidentView): Reason[] {
  const [one, other] = [a.casualties, b.casualties]
  // Nothing is known of the casualties yet.
  if (one.all === 0 || other.all === 0) return []
  if (one.dead !== other.dead) return [{ code: 'other-deaths', weight: -2 }]
  if (one.all !== other.all) return [{ code: 'other-victims', weight: -1 }]
  const same = one.serious === other.serious && one.light === other.light
  return [same ? { code: 'same-casualties', weight: 1 } : { code: 'same-victims', weight: 0 }]
}

/** The victims are set side by side as they fit best; what speaks for them is the mean, more so where several fit. */
function byPersons(a: readonly PersonView[], b: readonly PersonView[]): Reason[] {
  const pairs = bestPairs(a, b, (one, other) => {
    const compared = comparePersons(one, other)
    return { compared, worth: compared.reduce((sum, { weight }) => sum + weight, 0) }
  })
  if (pairs.length === 0) return []
  const share = (pairs.length > 1 ? SEVERAL : 1) / pairs.length
  const total = new Map<Reason['code'], number>()
  for (const { code, weight } of pairs.flatMap(({ compared }) => compared)) {
    total.set(code, (total.get(code) ?? 0) + weight * share)
  }
  return [...total].map(([code, weight]) => ({ code, weight: Math.round(weight * 100) / 100 }))
}

/** Two persons who fit are more than twice as telling as one. */
const SEVERAL = 1.5

function comparePersons(a: PersonView, b: PersonView): Reason[] {
  return [byIdentity(a, b), byName(a, b), byAge(a, b), bySex(a, b)].filter((reason) => reason !== null)
}

function byIdentity(a: PersonView, b: PersonView): Reason | null {
  if (a.key === null || b.key === null) return null
  return a.key === b.key ? { code: 'same-identity', weight: 8 } : { code: 'other-identity', weight: -6 }
}

function byName(a: PersonView, b: PersonView): Reason | null {
  if (a.name === null || b.name === null) return null
  const alike = nameLikeness(a.name, b.name)
  if (alike >= 0.95) return { code: 'same-name', weight: 4.5 }
  if (alike >= 0.8) return { code: 'alike-name', weight: 3 }
  return alike >= 0.7 ? null : { code: 'other-name', weight: -5 }
}

/** Ages by ear, and by the year of birth alone, may be a year off. */
function byAge(a: PersonView, b: PersonView): Reason | null {
  if (a.age === null || b.age === null) return null
  const years = Math.abs(a.age - b.age)
  if (years <= 1) return { code: 'same-age', weight: 1 }
  return years > 2 ? { code: 'other-age', weight: -6 } : null
}

function bySex(a: PersonView, b: PersonView): Reason | null {
  return a.sex === null || b.sex === null || a.sex === b.sex ? null : { code: 'other-sex', weight: -4 }
}
