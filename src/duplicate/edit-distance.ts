/**
 * How many letters must be put in, left out, replaced or exchanged with their neighbour to make one text of the other
 * (Damerau-Levenshtein distance, optimal string alignment): what haste does to a word.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const at = (numbers: readonly number[], index: number) => numbers[index] ?? 0
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const exchanged =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : replaced
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, exchanged))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** From 0, nothing alike, to 1, the same. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}
