import type { AccidentKnown } from '../known.ts'
import type { AccidentContext } from './define.ts'

/** For examples: what was looked up, and nothing besides. */
export function knowing(known: Partial<NonNullable<AccidentKnown>>): Partial<AccidentContext> {
  return { known: { incident: null, victims: [], reports: [], ...known } }
}
