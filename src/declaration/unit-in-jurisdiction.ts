import type { FastifyRequest } from 'fastify'
import { callerOf } from '../http/authentication.ts'
import { languageOf } from '../http/language.ts'
import { ProblemError } from '../http/problems.ts'
import { mayOverlap, type UnitRef, unitKey, unitName } from '../reference/administrative-units.ts'
import { fill } from '../rules/present.ts'
import type { Text } from '../rules/rule.ts'

/**
 * Before a list is read for a `unit`: an office is not answered about units wholly outside its jurisdiction, of which
 * it would see little or nothing, and would read that as if nothing had happened there.
 * @throws ProblemError 403.
 */
export async function unitInJurisdiction(request: FastifyRequest): Promise<void> {
  const { jurisdiction } = callerOf(request)
  const { unit } = request.query as { readonly unit?: UnitRef }
  if (unit === undefined || jurisdiction === null || 'national' in jurisdiction) return
  if (jurisdiction.units.some((own) => mayOverlap(own, unit))) return
  const told = { name: unitName(unit) ?? '', key: unitKey(unit) }
  throw new ProblemError('forbidden', { detail: fill(OUTSIDE[languageOf(request)], told, languageOf(request)) })
}

const OUTSIDE: Text = {
  vi: '{name} ({key}) nằm ngoài địa bàn của cơ quan, nên số liệu ở đó không có trong câu trả lời; bỏ unit hoặc nêu đơn vị thuộc địa bàn, xem /v1/me.',
  en: '{name} ({key}) lies outside the jurisdiction of this office, which is not shown what happens there; leave out unit, or name a unit of the jurisdiction, see /v1/me.',
}
