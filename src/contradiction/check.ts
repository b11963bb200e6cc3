import type { Role } from '../access/caller.ts'
import type { Citation } from '../law/citation.ts'
import type { Statement } from '../platform/statements.ts'
import type { CodeList } from '../reference/code-list.ts'
import type { Text } from '../rules/rule.ts'

/** What one side of a contradiction is: a declaration of a kind, or the enterprise in the register. */
export const RECORD_KINDS = ['accident', 'disease', 'environment', 'report', 'enterprise'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

type Office = Extract<Role, 'labour-office' | 'health-office'>

/** One way in which two records cannot both be right, or one calls for another that is missing. */
export interface Check {
  /** Never reused, never given another meaning. */
  readonly id: string
  /** Ids of the source's rules that it makes good. */
  readonly rules: readonly string[]
  readonly citations: readonly [Citation, ...Citation[]]
  readonly title: Text
  /** With the places `{left}`, `{right}` and `{subject}`. */
  readonly message: Text
  readonly left: RecordKind
  readonly right: RecordKind
  /** The right record is the first of several, or the last: when another becomes that, it is the same contradiction. */
  readonly rightStandsForSeveral?: true
  /** The offices it is for: what tells of diseases is for the health office. */
  readonly audience: readonly Office[]
  /** The list that subjects are codes of; absent where they are names of cells. */
  readonly subjects?: CodeList
  /** $1: the tenants to look at; $2, where `law` is given, what it gives. Columns as of `Found`. */
  readonly statement: Statement
  /** What the statement must know of the law, as JSON. */
  readonly law?: () => unknown
}

/** One row of a check. */
export interface Found {
  readonly tenant_id: string
  readonly establishment: string
  /** What it is about, beside the records: a cell of a form, a factor, a disease. */
  readonly subject: string | null
  readonly left_id: string
  readonly left_field: string
  readonly left_value: unknown
  readonly other_tenant_id: string
  /** Null: the record that the left one calls for is missing. */
  readonly right_id: string | null
  readonly right_field: string
  readonly right_value: unknown
  readonly legal_date: string
  /** From this day on it is one; before, the missing filing may still come. */
  readonly since: string
  readonly reach: readonly string[]
}

export const LABOUR: readonly Office[] = ['labour-office']
export const HEALTH: readonly Office[] = ['health-office']
export const BOTH: readonly Office[] = ['labour-office', 'health-office']
