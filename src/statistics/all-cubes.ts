import type { Cube } from './cube.ts'
import { accidentsCube } from './cubes/accidents.ts'
import { diseaseCube } from './cubes/disease.ts'
import { diseaseExposureCube } from './cubes/disease-exposure.ts'
import { environmentCube } from './cubes/environment.ts'

/** Every cube that can be asked; routes, documents and published tables derive from this list. */
export const allCubes: readonly Cube[] = [accidentsCube, diseaseCube, diseaseExposureCube, environmentCube]
