import { createHash } from 'node:crypto'
import type { Citation } from '../law/citation.ts'
import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Duty, Party, ReasonCode, SourceKind } from './vocabulary.ts'

/** One duty of one party that follows from one fact. */
export interface Obligation {
  readonly duty: Duty
  readonly source: { readonly kind: SourceKind; readonly id: string }
  /** What of the source it is about: a period, a victim; empty: the whole. */
  readonly subject: string
  /** `2026` or `2026-H1`; null where it is of no period. */
  readonly period: string | null
  readonly owedBy: Party
  readonly owedTo: Party
  /** The fact it follows from. */
  readonly since: LegalDate
  /** The last timely day; null where the law sets none. */
  readonly due: LegalDate | null
  /** Where the limit is counted in hours. */
  readonly dueAt: Date | null
  /** The day the law names with "before": already late. */
  readonly before: LegalDate | null
  /** False when a holiday on the way is not fixed yet. */
  readonly certain: boolean
  readonly done: LegalDate | null
  /** Where the limit is counted in hours. */
  readonly doneAt: Date | null
  readonly citations: readonly Citation[]
  readonly reason: Reason
  /** In words where the law's numbers make them; null: as the duty is named. */
  readonly what: Bilingual | null
}

export interface Reason {
  readonly code: ReasonCode
  readonly params: Readonly<Record<string, string | number>>
}

/** What most obligations do not have. */
export const PLAIN = {
  subject: '',
  period: null,
  dueAt: null,
  before: null,
  certain: true,
  done: null,
  doneAt: null,
  what: null,
} as const

/** The same whenever it is made: waivers are kept by it, and a page can go on after a recomputation. */
export function obligationId({ duty, source, subject }: Pick<Obligation, 'duty' | 'source' | 'subject'>): string {
  const bytes = createHash('sha256').update([duty, source.kind, source.id, subject].join('|')).digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
