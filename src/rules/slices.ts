/** Milliseconds at a stretch: with what cannot be cut (reading JSON), others wait less than a tenth of a second. */
const STRETCH = 12

/**
 * Lets other requests run when enough has been done at a stretch. Made once for a piece of work and asked between its
 * steps; it decides when the steps are done, never what they give.
 */
export function turns(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < STRETCH) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}

/** JSON text of an array of thousands of elements. */
export async function jsonInSlices<T>(items: readonly T[], row: (item: T, index: number) => unknown): Promise<string> {
  const rows = await mapInSlices(items, (item, index) => JSON.stringify(row(item, index)))
  return `[${rows.join(',')}]`
}

/** `items.map(each)` for thousands of items. */
export async function mapInSlices<T, R>(items: readonly T[], each: (item: T, index: number) => R): Promise<R[]> {
  const pause = turns()
  const mapped: R[] = []
  for (const [index, item] of items.entries()) {
    mapped.push(each(item, index))
    if (index % 64 === 63) await pause()
  }
  return mapped
}
