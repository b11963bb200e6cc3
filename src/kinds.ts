import { accidentKind } from './accident/kind.ts'
import type { AnyKind } from './declaration/kind.ts'

/** Every kind of declaration, for what is done to all of them alike. */
export const KINDS: readonly AnyKind[] = [accidentKind]
