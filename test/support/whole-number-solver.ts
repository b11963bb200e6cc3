/** A sum of unknowns with a known result. Unknowns are numbered; each coefficient is 1 or -1. */
export interface Equation {
  readonly terms: readonly (readonly [unknown: number, coefficient: 1 | -1])[]
  readonly result: number
}

interface Range {
  readonly least: number
  readonly most: number
}

/**
 * One solution in whole numbers within the ranges, or null when there is none: every value is tried, after narrowing
 * each range by what the equations leave. Knows nothing of tables and nothing of how they are suppressed.
 */
export function solve(equations: readonly Equation[], ranges: readonly Range[]): number[] | null {
  const narrowed = narrow(equations, ranges)
  if (narrowed === null) return null
  const open = narrowed
    .map((range, index) => ({ index, width: range.most - range.least }))
    .filter(({ width }) => width > 0)
    .sort((a, b) => a.width - b.width)[0]
  if (open === undefined) return narrowed.map(({ least }) => least)
  const { least, most } = narrowed[open.index] ?? { least: 0, most: -1 }
  for (let value = least; value <= most; value++) {
    const found = solve(equations, narrowed.with(open.index, { least: value, most: value }))
    if (found !== null) return found
  }
  return null
}

function narrow(equations: readonly Equation[], given: readonly Range[]): Range[] | null {
  const ranges = [...given]
  let changed = true
  while (changed) {
    changed = false
    for (const { terms, result } of equations) {
      for (const [unknown, coefficient] of terms) {
        const others = terms.filter(([other]) => other !== unknown)
        const least = others.reduce((sum, [other, sign]) => sum + bound(ranges[other], sign, 'least'), 0)
        const most = others.reduce((sum, [other, sign]) => sum + bound(ranges[other], sign, 'most'), 0)
        const low = coefficient === 1 ? result - most : least - result
        const high = coefficient === 1 ? result - least : most - result
        const range = ranges[unknown] ?? { least: 0, most: -1 }
        const next = { least: Math.max(range.least, low), most: Math.min(range.most, high) }
        if (next.least > next.most) return null
        if (next.least !== range.least || next.most !== range.most) {
          ranges[unknown] = next
          changed = true
        }
      }
    }
  }
  return ranges
}

function bound(range: Range | undefined, sign: 1 | -1, end: 'least' | 'most'): number {
  const { least, most } = range ?? { least: 0, most: 0 }
  return sign === 1 ? (end === 'least' ? least : most) : end === 'least' ? -most : -least
}
