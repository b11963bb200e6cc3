import { type Cube, UNKNOWN } from '../cube.ts'
import { declared } from '../cube-query.ts'
import type { Period } from './period.ts'

/** By dimension, the codes in force at either end of a period, that of events that do not say, and none that is kept secret. */
export function codesInForce(
  cube: Cube,
  by: readonly string[],
  { from, to }: Pick<Period, 'from' | 'to'>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    by.map((name) => {
      const codes = declared(cube.dimensions, name).view('current')?.codes
      const hidden = cube.confidential?.hidden.get(name) ?? []
      const listed = [UNKNOWN, ...(codes?.listed(from) ?? []), ...(codes?.listed(to) ?? [])]
      return [name, listed.filter((code) => !hidden.includes(code))]
    }),
  )
}
