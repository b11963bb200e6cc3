/** Reads on first use and remembers: data files are large and most processes need few of them. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
