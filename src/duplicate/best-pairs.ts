export interface Pair<T> {
  readonly left: number
  readonly right: number
  readonly compared: T
  readonly worth: number
}

/** Two lists set side by side: the best pair first, then the best of what is left, each item once. */
export function bestPairs<A, B, T>(
  left: readonly A[],
  right: readonly B[],
  compare: (a: A, b: B) => { readonly compared: T; readonly worth: number },
): Pair<T>[] {
  const all = left.flatMap((a, i) => right.map((b, j) => ({ left: i, right: j, ...compare(a, b) })))
  const taken = { left: new Set<number>(), right: new Set<number>() }
  return all
    .sort((one, other) => other.worth - one.worth)
    .filter((pair) => {
      if (taken.left.has(pair.left) || taken.right.has(pair.right)) return false
      taken.left.add(pair.left)
      taken.right.add(pair.right)
      return true
    })
}
