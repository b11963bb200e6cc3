import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { accidentPolicy } from './accident-constants.ts'
import type { Citation } from './citation.ts'

export interface ImmediateLimit {
  readonly due: LegalDate
  readonly dueInstant: Date
  readonly certain: true
}

/** The law says "immediately" and no number: what this service takes for it is its own, and cited as such. */
export const IMMEDIATELY: Citation = { kind: 'policy', note: `${accidentPolicy.immediatelyHours} h` }

/** The last timely instant, and its day, for what the law wants done immediately on the news. */
export function immediatelyAfter(news: Date): ImmediateLimit {
  const dueInstant = new Date(news.getTime() + accidentPolicy.immediatelyHours * 3_600_000)
  return { due: legalDateOf(dueInstant), dueInstant, certain: true }
}
