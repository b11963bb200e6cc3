import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Citation } from './citation.ts'

/** What must be done after a fact, by whom and by when. */
export interface DueDateOf<Duty extends string, Owner extends string> {
  readonly duty: Duty
  readonly owedBy: Owner
  /** The last timely day; null where the law sets none. */
  readonly due: LegalDate | null
  /** Where the limit is counted in hours. */
  readonly dueInstant?: Date
  /** False when a holiday on the way is not known yet. */
  readonly certain: boolean
  /** False where the text was read in one of two ways: it advises and obliges nobody to that day. */
  readonly verified: boolean
  /** The day the law names with "before": already late. */
  readonly strictlyBefore?: LegalDate
  readonly citations: readonly Citation[]
  readonly text: Bilingual
}
