import { valueAt } from '../../rules/pointer.ts'

/** Every number of Annex II of Circular 07/2016: its item and name on the form, and where it stands in the section. */
export interface Cell {
  /** `3.new`, `9.noise.failed`; `M.` for what plans ask and the form does not. */
  readonly line: string
  /** Within the section. */
  readonly pointer: string
}

/** Rows of item 9 by code of `annual-report-item-9`; the property differs where the code is no name. */
export const ITEM_9 = [
  { code: 'temperature', property: 'temperature' },
  { code: 'humidity', property: 'humidity' },
  { code: 'wind-speed', property: 'windSpeed' },
  { code: 'light', property: 'light' },
  { code: 'noise', property: 'noise' },
  { code: 'dust', property: 'dust' },
  { code: 'vibration', property: 'vibration' },
  { code: 'toxic-gas', property: 'toxicGas' },
  { code: 'radiation', property: 'radiation' },
  { code: 'emf', property: 'electromagneticField' },
  { code: 'other', property: 'other' },
] as const satisfies readonly { code: string; property: string }[]

/** Groups of Decree 44/2016, Article 17, by the number the form gives them. */
export const TRAINING_GROUPS = [
  { number: 1, property: 'managers' },
  { number: 2, property: 'safetyStaff' },
  { number: 3, property: 'strictJobs' },
  { number: 4, property: 'others' },
  { number: 5, property: 'medicalStaff' },
  { number: 6, property: 'representatives' },
] as const

export const HEALTH_CLASSES = ['I', 'II', 'III', 'IV', 'V'] as const

export const WORKER_GROUPS = [
  'safetyStaff',
  'medicalStaff',
  'heavyWork',
  'minors',
  'under15',
  'disabled',
  'elderly',
] as const

export const PLAN_COSTS = [
  'technicalSafety',
  'hygiene',
  'protectiveEquipment',
  'healthCare',
  'training',
  'riskAssessment',
  'other',
] as const

function item(number: number, property: string, names: readonly string[]): readonly Cell[] {
  return names.map((name) => ({ line: `${number}.${name}`, pointer: `/${property}/${name}` }))
}

/** In the order of the form. */
export const CELLS: readonly Cell[] = [
  ...item(1, 'groups', WORKER_GROUPS),
  ...item(2, 'accidents', ['accidents', 'fatalAccidents', 'victims', 'deaths', 'costs', 'daysOff']),
  ...item(3, 'diseases', ['total', 'new', 'daysOff', 'earlyRetirements', 'costs']),
  ...item(4, 'healthClasses', HEALTH_CLASSES),
  ...TRAINING_GROUPS.flatMap(({ number, property }) =>
    ['trained', 'present'].map((name) => ({
      line: `5.${number}.${name}`,
      pointer: `/training/${property}/${name}`,
    })),
  ),
  ...item(5, 'training', ['byItself', 'byProvider', 'costs']),
  ...item(6, 'equipment', ['total', 'strictInUse', 'inspected', 'uninspected', 'declared', 'undeclared']),
  ...item(7, 'overtime', ['workers', 'hours', 'mostInMonth']),
  ...item(8, 'allowanceInKind', ['workers', 'costs']),
  ...item(9, 'environment', ['samples', 'failed']),
  ...ITEM_9.flatMap(({ code, property }) =>
    ['samples', 'failed'].map((name) => ({
      line: `9.${code}.${name}`,
      pointer: `/environment/${property}/${name}`,
    })),
  ),
  ...item(10, 'planCosts', PLAN_COSTS),
  { line: 'M.oshSystem', pointer: '/management/oshSystem' },
  { line: 'M.informed', pointer: '/management/informed' },
  { line: 'M.selfInspections', pointer: '/management/selfInspections' },
  { line: 'M.firstAiders.trained', pointer: '/management/firstAiders/trained' },
  { line: 'M.firstAiders.present', pointer: '/management/firstAiders/present' },
]

/** Of the cells those that count what occurred in the year. */
export const OCCURRENCES: ReadonlySet<string> = new Set([
  '2.accidents',
  '2.fatalAccidents',
  '2.victims',
  '2.deaths',
  '3.new',
])

/** The number at a place of the section; an empty cell is nought, a yes is one. */
export function numberAt(section: unknown, pointer: string): number {
  const value = valueAt(section, pointer)
  return typeof value === 'number' ? value : Number(value === true)
}
