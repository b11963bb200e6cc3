import type { ReportedPersons } from './schema.ts'

export interface Sexes {
  readonly total: number
  readonly women: number
}

export const NOBODY: Sexes = { total: 0, women: 0 }

/** Nothing filed counts as nobody; what is missing is told by rules of its own. */
export function sexes(persons: ReportedPersons | undefined): Sexes {
  return { total: persons?.total ?? 0, women: persons?.women ?? 0 }
}

export function sumOfSexes(all: readonly Sexes[]): Sexes {
  return all.reduce((sum, one) => ({ total: sum.total + one.total, women: sum.women + one.women }), NOBODY)
}

/** The most of any: at least so many distinct persons there are, where some stand in several. */
export function greatestOf(all: readonly Sexes[]): Sexes {
  return {
    total: Math.max(0, ...all.map(({ total }) => total)),
    women: Math.max(0, ...all.map(({ women }) => women)),
  }
}
