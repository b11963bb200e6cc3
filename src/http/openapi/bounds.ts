import type { Schema } from './schemas.ts'

/** The service answers within these; they are said in the document so that integrators can size their fields. */
const LONGEST_TEXT = 100_000
const LONGEST_LIST = 100_000
/** Characters of what a format describes. */
const LONGEST_OF_FORMAT: Readonly<Record<string, number>> = { uuid: 36, 'date-time': 35, date: 10 }

/** States the size of a text, list or whole number that does not say it itself. */
export function bound(schema: Schema): void {
  const sized = schema as Schema & { maxItems?: number }
  const types = new Set([schema.type].flat())
  if (types.has('string') && !('enum' in schema) && !('const' in schema)) {
    const ofFormat = LONGEST_OF_FORMAT[schema.format ?? '']
    sized.maxLength ??= ofFormat ?? LONGEST_TEXT
    // The format says it; the pattern beside it says the same at length.
    if (ofFormat !== undefined) delete sized.pattern
  }
  if (types.has('array')) sized.maxItems ??= LONGEST_LIST
  if (types.has('integer')) {
    sized.format ??= 'int64'
    if (sized.exclusiveMinimum === undefined) sized.minimum ??= Number.MIN_SAFE_INTEGER
    if (sized.exclusiveMaximum === undefined) sized.maximum ??= Number.MAX_SAFE_INTEGER
  }
}
