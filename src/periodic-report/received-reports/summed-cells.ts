import { hazardFactors, healthClasses, occupationalDiseases } from '../../reference/catalogue.ts'
import { ABSENCES, DISEASE_COLUMNS, DUST, QUARTERS } from '../occupational-health/figures.ts'
import { CELLS } from '../osh-annual/cells.ts'

/** Which cells of the reports of establishments make sense as a sum over a province. */

/** All of Annex II of Circular 07/2016, but the most hours of overtime in one month. */
const OSH_CELLS: ReadonlySet<string> = new Set(CELLS.map(({ line }) => line).filter((line) => line !== '7.mostInMonth'))

export function isSummedOsh(line: string): boolean {
  return OSH_CELLS.has(line)
}

const persons = (names: readonly string[]) => `(?:${names.join('|')})(?:Women)?`

/** Section, code of the row where it has one, and what is counted. */
const HEALTH_CELLS: readonly (readonly [RegExp, (code: string) => boolean])[] = [
  [new RegExp(`^I\\.()${persons(['direct', 'hazardous', 'firstAiders'])}$`), () => true],
  [
    new RegExp(`^II\\.([^.]+)\\.(?:samples|failed|${DUST.join('|')}|${persons(['exposed'])})$`),
    (factor) => hazardFactors.findEver(factor) !== undefined,
  ],
  [
    new RegExp(`^III\\.(\\d{1,2})\\.(?:${ABSENCES.join('|')})(?:Persons|Days)$`),
    (month) => +month >= 1 && +month <= 12,
  ],
  [new RegExp(`^IV\\.1\\.([^.]+)\\.${persons(DISEASE_COLUMNS.map(([column]) => column))}$`), isDisease],
  [new RegExp(`^IV\\.distinct\\.()${persons(['examined', 'diagnosed'])}$`), () => true],
  [new RegExp(`^V\\.2\\.([^.]+)\\.(?:${QUARTERS.join('|')})$`), isDisease],
  [new RegExp(`^V\\.3\\.()(?:victims|deaths)\\.(?:${QUARTERS.join('|')})$`), () => true],
  [/^VI\.([^.]+)\.(?:men|women)$/, (name) => healthClasses.findEver(name) !== undefined],
]

/** Of Annex 8 of Circular 19/2016, without the rows that each establishment calls as it likes: V.1, VII and VIII. */
export function isSummedHealth(line: string): boolean {
  return HEALTH_CELLS.some(([pattern, isCode]) => {
    const code = pattern.exec(line)?.[1]
    return code !== undefined && isCode(code)
  })
}

function isDisease(code: string): boolean {
  return code === 'OTHER' || occupationalDiseases.findEver(code) !== undefined
}
