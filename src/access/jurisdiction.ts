import { z } from 'zod'
import { unit } from '../declaration/schema-parts.ts'
import type { ShapeError } from '../http/shape-errors.ts'
import { levelOf, reachOf as reachOfUnit, schemeOn, type UnitRef, unitName } from '../reference/administrative-units.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { hasJurisdiction, type Jurisdiction } from './caller.ts'

/** A token names every unit, and headers have limits. */
const MOST_UNITS = 100

const national = z.strictObject({ national: z.literal(true) })

export const jurisdictionBody = z
  .union([national, z.strictObject({ units: z.array(unit).min(1).max(MOST_UNITS) })])
  .meta({ id: 'Jurisdiction', description: 'The whole country, or units of any level in either scheme.' })

export const jurisdictionSchema = z
  .union([
    national,
    z.strictObject({
      units: z.array(
        z.strictObject({ scheme: z.enum(['VN-2004', 'VN-2025']), code: z.string(), name: z.string().nullable() }),
      ),
    }),
  ])
  .meta({ id: 'JurisdictionWithNames' })

/** The jurisdiction meant by a body, and what of it does not exist. A unit without scheme is one of today. */
export function judgeJurisdiction(
  body: z.infer<typeof jurisdictionBody>,
  today: LegalDate,
): { readonly jurisdiction: Jurisdiction; readonly errors: readonly ShapeError[] } {
  if ('national' in body) return { jurisdiction: body, errors: [] }
  const units = body.units.map(({ scheme = schemeOn(today), code }) => ({ scheme, code }))
  const errors = units.flatMap((ref, index) =>
    levelOf(ref) === null ? [unknownUnit(`/jurisdiction/units/${index}/code`, ref)] : [],
  )
  return { jurisdiction: { units }, errors }
}

/** What a unit that its list does not have is answered with. */
export function unknownUnit(pointer: string, { scheme, code }: UnitRef): ShapeError {
  return {
    pointer,
    code: 'unknown-code',
    message: {
      vi: `Danh mục ${scheme} không có đơn vị ${code}; xem /v1/code-lists/administrative-units-${scheme.toLowerCase()}.`,
      en: `${scheme} has no unit ${code}; see /v1/code-lists/administrative-units-${scheme.toLowerCase()}.`,
    },
  }
}

/** The one commune that a jurisdiction consists of; null when it is something else. */
export function soleCommune(jurisdiction: Jurisdiction): UnitRef | null {
  if ('national' in jurisdiction) return null
  const [only, ...others] = jurisdiction.units
  return only !== undefined && others.length === 0 && levelOf(only) === 'commune' ? only : null
}

/** Whether a unit lies in a jurisdiction, through either scheme. */
export function coversUnit(jurisdiction: Jurisdiction, ref: UnitRef): boolean {
  return hasJurisdiction(jurisdiction, reachOfUnit(ref))
}

export function presentJurisdiction(jurisdiction: Jurisdiction): z.infer<typeof jurisdictionSchema> {
  if ('national' in jurisdiction) return { national: true }
  return { units: jurisdiction.units.map((ref) => ({ ...ref, name: unitName(ref) })) }
}

/** From a claim: `*`, or keys `scheme:code` as a list or parted by spaces; null when any of it is unknown. */
export function jurisdictionOfKeys(claim: unknown): Jurisdiction | null {
  if (claim === '*') return { national: true }
  const keys = typeof claim === 'string' ? claim.split(' ').filter(Boolean) : claim
  if (!Array.isArray(keys) || keys.length === 0) return null
  const units = keys.map(unitOfKey)
  return units.every((ref) => ref !== null) ? { units } : null
}

function unitOfKey(key: unknown): UnitRef | null {
  const [, scheme, code] = /^(VN-2004|VN-2025):(\d+)$/.exec(String(key)) ?? []
  if ((scheme !== 'VN-2004' && scheme !== 'VN-2025') || code === undefined) return null
  const ref = { scheme, code } as const
  return levelOf(ref) === null ? null : ref
}
