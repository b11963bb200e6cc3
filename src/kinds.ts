import { investigationKind } from './accident/investigation/kind.ts'
import { accidentKind } from './accident/kind.ts'
import { outcomeKind } from './accident/outcome/kind.ts'
import type { AnyKind } from './declaration/kind.ts'
import { diseaseKind } from './disease/kind.ts'
import { environmentKind } from './environment/kind.ts'
import { reportKind } from './periodic-report/kind.ts'
import { incidentKind } from './technical-incident/kind.ts'

/** Every kind of declaration, for what is done to all of them alike. */
export const KINDS: readonly AnyKind[] = [accidentKind, diseaseKind, environmentKind, incidentKind, reportKind]

/** Everything that is judged by rules of its own: the kinds of declaration, and what acts add to them. */
export const JUDGED: readonly Pick<AnyKind, 'rules'>[] = [...KINDS, investigationKind, outcomeKind]
