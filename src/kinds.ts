import { accidentKind } from './accident/kind.ts'
import type { AnyKind } from './declaration/kind.ts'
import { diseaseKind } from './disease/kind.ts'
import { environmentKind } from './environment/kind.ts'
import { reportKind } from './periodic-report/kind.ts'
import { incidentKind } from './technical-incident/kind.ts'

/** Every kind of declaration, for what is done to all of them alike. */
export const KINDS: readonly AnyKind[] = [accidentKind, diseaseKind, environmentKind, incidentKind, reportKind]
