import type { Cube } from './cube.ts'
import { accidentsCube } from './cubes/accidents.ts'

/** Every cube that can be asked; routes, documents and published tables derive from this list. */
export const allCubes: readonly Cube[] = [accidentsCube]
