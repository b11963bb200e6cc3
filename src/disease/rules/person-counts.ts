import type { DiseaseScreening, PersonCount } from '../schema.ts'

/** A number of persons as filed, and where. */
export interface FiledCount {
  readonly pointer: string
  readonly count: PersonCount
}

const OF_DISEASES = [
  'examined',
  'suspected',
  'diagnosed',
  'diagnosedEarlier',
  'assessed',
  'bands/under5',
  'bands/from5to30',
  'bands/from31',
  'former/examined',
  'former/diagnosed',
] as const

/** Every place where a total stands beside its women. */
const PLACES = [
  '/workforce',
  '/persons/exposed',
  '/persons/examined',
  '/formerWorkers/examined',
  '/hazards/*/exposed',
  '/hazards/*/examined',
  ...OF_DISEASES.map((part) => `/diseases/*/${part}`),
  '/healthClasses/*/persons',
] as const

/** Patterns of the totals and of their women. */
export const COUNT_PLACES: readonly string[] = PLACES.flatMap((place) => [`${place}/total`, `${place}/women`])

/** Patterns of both numbers of one count. */
export function bothOf(place: string): readonly [string, string] {
  return [`${place}/total`, `${place}/women`]
}

export function filedCounts(declaration: DiseaseScreening): readonly FiledCount[] {
  const { workforce, persons, formerWorkers, hazards = [], diseases = [], healthClasses = [] } = declaration
  return [
    ...given('/workforce', workforce),
    ...given('/persons/exposed', persons?.exposed),
    ...given('/persons/examined', persons?.examined),
    ...given('/formerWorkers/examined', formerWorkers?.examined),
    ...hazards.flatMap(({ exposed, examined }, index) => [
      ...given(`/hazards/${index}/exposed`, exposed),
      ...given(`/hazards/${index}/examined`, examined),
    ]),
    ...diseases.flatMap((row, index) => [
      ...given(`/diseases/${index}/examined`, row.examined),
      ...given(`/diseases/${index}/suspected`, row.suspected),
      ...given(`/diseases/${index}/diagnosed`, row.diagnosed),
      ...given(`/diseases/${index}/diagnosedEarlier`, row.diagnosedEarlier),
      ...given(`/diseases/${index}/assessed`, row.assessed),
      ...given(`/diseases/${index}/bands/under5`, row.bands?.under5),
      ...given(`/diseases/${index}/bands/from5to30`, row.bands?.from5to30),
      ...given(`/diseases/${index}/bands/from31`, row.bands?.from31),
      ...given(`/diseases/${index}/former/examined`, row.former?.examined),
      ...given(`/diseases/${index}/former/diagnosed`, row.former?.diagnosed),
    ]),
    ...healthClasses.flatMap(({ persons: count }, index) => given(`/healthClasses/${index}/persons`, count)),
  ]
}

function given(pointer: string, count: PersonCount | undefined): readonly FiledCount[] {
  return count === undefined ? [] : [{ pointer, count }]
}
