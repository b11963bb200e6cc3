import { firstDeclaredAt as firstDeclared } from '../../declaration/moments.ts'
import type { AccidentFacts } from '../facts.ts'

/** The instant by which timeliness is measured; null where the filing does not tell. */
export function firstDeclaredAt({ declaration, accident, declaredAt, context }: AccidentFacts): Date | null {
  return firstDeclared(declaration, accident.declaredAt === undefined ? null : declaredAt, context)
}

/** What {@link firstDeclaredAt} reads. */
export const FIRST_DECLARED_INPUTS = ['/accident/declaredAt', '/channel', '/onBehalf/channel'] as const
