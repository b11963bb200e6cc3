/** Names of cells of periodic reports that are compared with other records, as patterns; a test holds them to the forms. */

/** Annex XII of Decree 39/2016: rows 1 and 2 of part I, and part II. The rest is made of these. */
export const SUMMARY_TOTALS = '^([12]\\.[A-Za-z]+|II\\.[A-Za-z]+)$'

/** Annex 8 of Circular 19/2016: what is added up over the months, and can only grow from half-year to year. */
export const HEALTH_SUMS = '^(II\\.[^.]+\\.(samples|failed)|IV\\.1\\.[^.]+\\.(examined|diagnosed|assessed))$'
export const HEALTH_DIAGNOSED = '^IV\\.1\\.[^.]+\\.diagnosed$'
export const HEALTH_SAMPLES = '^II\\.[^.]+\\.samples$'
export const HEALTH_FAILED = '^II\\.[^.]+\\.failed$'

/** Annex II of Circular 07/2016. */
export const OSH_NEW_DISEASES = '^3\\.new$'
export const OSH_SAMPLES = '^9\\.samples$'
export const OSH_FAILED = '^9\\.failed$'

export const HEALTH_CLASSES = ['I', 'II', 'III', 'IV', 'V'] as const

/** Item 2 of Annex II, beside the cell of Annex XII that counts the same. */
export const OSH_ACCIDENTS = {
  '2.accidents': '3.accidents',
  '2.fatalAccidents': '3.fatalAccidents',
  '2.victims': '3.victims',
  '2.deaths': '3.deaths',
  '2.daysOff': 'II.daysOff',
} as const

/** The sum of the figures whose names match a pattern; nought where there are none. */
export function sumOfFigures(figures: Readonly<Record<string, number>>, pattern: string): number {
  const named = new RegExp(pattern)
  return Object.entries(figures).reduce((sum, [cell, value]) => (named.test(cell) ? sum + value : sum), 0)
}
