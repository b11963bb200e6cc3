import { and, arrayOverlaps, eq, like, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type PgColumn, PgDialect } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { type Caller, databaseScope, reachOf } from '../access/caller.ts'
import { unknownUnit } from '../access/jurisdiction.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { toldIssue } from '../http/shape-errors.ts'
import type { Database } from '../platform/database.ts'
import {
  levelOf,
  UNIT_SCHEMES,
  type UnitRef,
  type UnitScheme,
  unitKey,
  unitOfKey,
} from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import { instant } from './schema-parts.ts'

/** What the lists of the kinds of declaration have in common. */

/** No question is older than the units of 1 July 2025: a code alone is one of theirs. */
const PRESENT_SCHEME: UnitScheme = 'VN-2025'

/** A unit that its list has. Of one that no list has nothing would be found, which reads as if nothing had happened. */
export const unitQuery = z
  .string()
  .regex(/^(VN-2004:|VN-2025:)?\d{2,5}$/, { abort: true })
  .transform((text, { issues }): UnitRef => {
    const ref = text.includes(':') ? unitOfKey(text) : { scheme: PRESENT_SCHEME, code: text }
    if (levelOf(ref) === null) issues.push(toldIssue(text, notInList(ref)))
    return ref
  })
  .meta({
    description: 'Province, district or commune of the place; with its scheme, or a code in force today.',
    examples: ['VN-2025:19', '19', 'VN-2004:063'],
  })

function notInList(ref: UnitRef) {
  const { code, message } = unknownUnit('', ref)
  const meant = likelyMeant(ref)
  if (meant === undefined) return { code, message }
  const key = unitKey(meant)
  return { code, message: { vi: `${message.vi} Có phải là ${key}?`, en: `${message.en} Did you mean ${key}?` } }
}

/** The same code in the other list, or with the noughts at its beginning that spreadsheets drop. */
function likelyMeant({ scheme, code }: UnitRef): UnitRef | undefined {
  const schemes = [scheme, ...UNIT_SCHEMES.filter((other) => other !== scheme)]
  const codes = [code, code.padStart(DISTRICT_DIGITS, '0'), code.padStart(COMMUNE_DIGITS, '0')]
  return codes.flatMap((one) => schemes.map((of) => ({ scheme: of, code: one }))).find((ref) => levelOf(ref) !== null)
}

const DISTRICT_DIGITS = 3
const COMMUNE_DIGITS = 5

export const textQuery = z
  .string()
  .min(2)
  .max(100)
  .meta({ description: 'In the name, tax code or place, with or without diacritics.' })

const position = z.tuple([instant, z.uuid()])
/** When the last event of a page occurred, and its id. */
export type Position = z.infer<typeof position>

/** Null for the first page; undefined when the cursor is none of ours. */
function positionOf(cursor: string | undefined): Position | null | undefined {
  return cursor === undefined ? null : position.safeParse(decodeCursor(cursor)).data
}

/**
 * One page of what a caller may see, and the cursor of the next; null when the cursor is none of ours. `select` asks for
 * one row more than the page has; `at` is the instant that a row is listed by.
 */
export async function listPage<Row extends { readonly declaration_id: string }>(
  database: Database,
  caller: Caller,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  select: (after: Position | null) => SQL,
  at: (row: Row) => string,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null } | null> {
  const after = positionOf(cursor)
  if (after === undefined) return null
  const { sql: text, params } = new PgDialect().sqlToQuery(select(after))
  const found = await database.within(databaseScope(caller), (session) =>
    session.run<Row & Record<string, unknown>>({ text }, params),
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? encodeCursor([at(last), last.declaration_id]) : null }
}

/** Where a day is listed: at its beginning. */
export function beginningOf(day: string): string {
  return `${day}T00:00:00Z`
}

export function given<T>(value: T | null | undefined, condition: (value: T) => SQL | undefined): SQL | undefined {
  return value === null || value === undefined ? undefined : condition(value)
}

/** Older than the position, newest first. */
export function below(after: Position | null, occurredAt: SQLWrapper, declarationId: SQLWrapper): SQL | undefined {
  return given(after, ([at, id]) => sql`(${occurredAt}, ${declarationId}) < (${at}::timestamptz, ${id}::uuid)`)
}

interface Owned {
  readonly tenant_id: PgColumn
  readonly client_id: PgColumn
  readonly reach: PgColumn
  readonly office_reach: PgColumn
}

/**
 * Filers list their own, offices what lies in their jurisdiction. Other parties read by id what concerns them: a row
 * of a list tells of all of it.
 */
export function listedFor(caller: Caller, { tenant_id, client_id, reach, office_reach }: Owned): SQL | undefined {
  const units = caller.jurisdiction === null ? [] : reachOf(caller.jurisdiction)
  if (units === '*') return undefined
  return or(
    eq(client_id, caller.clientId),
    given(caller.tenantId, (tenantId) => eq(tenant_id, tenantId)),
    units.length === 0 ? undefined : or(arrayOverlaps(reach, [...units]), arrayOverlaps(office_reach, [...units])),
  )
}

interface Placed {
  readonly unit_scheme: PgColumn
  readonly province: PgColumn
  readonly district: PgColumn
  readonly commune: PgColumn
  readonly current_province: PgColumn
  readonly current_commune: PgColumn
}

/** By where the place lies today for units of today, by where it lay for others. */
export function inUnit(ref: UnitRef, place: Placed): SQL | undefined {
  if (ref.scheme === 'VN-2025') {
    return eq(ref.code.length === 2 ? place.current_province : place.current_commune, ref.code)
  }
  return and(eq(place.unit_scheme, ref.scheme), eq(place[levelOf(ref) ?? 'commune'], ref.code))
}

export function holdsText(text: string, column: PgColumn): SQL {
  return like(column, `%${foldText(text).replace(/[\\%_]/g, '\\$&')}%`)
}
