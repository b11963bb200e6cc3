import { readDataFile } from './data-file.ts'
import { once } from './once.ts'

export interface Successor {
  readonly code: string
  /** `part`: other units took the rest. */
  readonly share: 'whole' | 'part'
}

const KEY = { subject: ['old-code', 'new-code'], from: null, to: null } as const

/**
 * The unit of `VN-2025` that each province, each commune and each district without communes of `VN-2004`, as of
 * 30 June 2025, went to. Their codes differ in length, so one map holds all levels.
 * @throws on first use when the data file is malformed.
 */
export const successorsByOldCode = once((): ReadonlyMap<string, readonly Successor[]> => {
  const byOldCode = new Map<string, Successor[]>()
  for (const row of readDataFile('administrative-successors', 'reference', KEY).rows) {
    const oldCode = row('old-code')
    const code = row('new-code')
    const share = row('share')
    if (oldCode === null || code === null || (share !== 'whole' && share !== 'part')) {
      throw new RangeError(`administrative-successors.csv: malformed line for ${oldCode ?? code}`)
    }
    const known = byOldCode.get(oldCode)
    if (known) known.push({ code, share })
    else byOldCode.set(oldCode, [{ code, share }])
  }
  return byOldCode
})
