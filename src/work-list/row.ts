import type { AccidentClass } from '../accident/vocabulary.ts'
import type { RecordKind, Sort } from './vocabulary.ts'

/** One item as it is read. */
export interface WorkRow extends Record<string, unknown> {
  readonly sort: Sort
  readonly kind: RecordKind
  readonly id: string
  /** Null for offices, communes and organisations, as in the list of obligations. */
  readonly tenant_id: string | null
  readonly establishment: string
  /** The first instant at which it is late; null where nothing sets a limit. */
  readonly due: Date | null
  readonly since: Date
  /** The duty, the check, or who investigates. */
  readonly code: string | null
  readonly period: string | null
  readonly owed_by: string | null
  readonly revision: number
  /** Of comments. */
  readonly threads: number
  /** Of accidents, as things stand now; null for all else. */
  readonly class: AccidentClass | null
  readonly occurred_on: string | null
  readonly due_key: string
  readonly since_key: string
}
