import { z } from 'zod'
import { type Caller, databaseScope } from '../access/caller.ts'
import type { TenantKeys } from '../declaration/deps.ts'
import type { AnyKind, KindId } from '../declaration/kind.ts'
import { openReason } from '../declaration/reasons.ts'
import { type Confirmation, day } from '../declaration/schema-parts.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { Database } from '../platform/database.ts'
import { unitKey, unitName } from '../reference/administrative-units.ts'
import { touches } from '../rules/pointer.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language, Rule } from '../rules/rule.ts'
import { type RuleText, ruleTexts } from './rule-texts.ts'
import type { ConfirmationQuery, ConfirmedWarning, QualityQuery, QualityRow } from './schema.ts'
import { selectConfirmations, selectQuality } from './statements.ts'

export interface QualityDeps {
  readonly database: Database
  readonly tenantKeys: TenantKeys
  readonly kinds: readonly AnyKind[]
  /** The kinds, and what acts add to them. */
  readonly judged: readonly Pick<AnyKind, 'rules'>[]
}

const UNKNOWN: Readonly<Record<Language, string>> = { vi: 'Không rõ', en: 'Unknown' }

interface Found extends Record<string, unknown> {
  readonly key: string
  readonly establishment: string
  readonly declarations: number
  readonly findings: number
  readonly breaches: number
  readonly warnings: number
  readonly confirmed: number
  readonly infos: number
}

/**
 * Findings of what stands now, in groups, those with the most first. Only of what the caller sees whole: of the rest a
 * finding would tell what is withheld. Null when the cursor is none of ours.
 */
export async function readQuality(
  deps: QualityDeps,
  caller: Caller,
  query: QualityQuery,
  language: Language,
): Promise<{ items: QualityRow[]; next: string | null } | null> {
  const after = query.cursor === undefined ? [null, null] : groupPosition.safeParse(decodeCursor(query.cursor)).data
  if (after === undefined) return null
  const rows = await deps.database.within(databaseScope(caller), (session) =>
    session.run<Found>(selectQuality, [...filtersOf(deps, caller, query), query.by, ...after, query.limit + 1]),
  )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const texts = ruleTexts(deps.judged)
  return {
    items: page.map((row) => ({
      key: row.key === '' ? null : row.key,
      label: row.key === '' ? UNKNOWN[language] : labelOf(row, query.by, texts, language),
      citations:
        query.by === 'rule'
          ? (texts.get(row.key)?.citations ?? []).map((citation) => presentCitation(citation, language))
          : [],
      declarations: row.declarations,
      findings: row.findings,
      breaches: row.breaches,
      warnings: row.warnings,
      confirmed: row.confirmed,
      infos: row.infos,
    })),
    next: rows.length > query.limit && last ? encodeCursor([last.findings, last.key]) : null,
  }
}

const groupPosition = z.tuple([z.int().min(0), z.string().max(100)])

function labelOf(
  { key, establishment }: Found,
  by: QualityQuery['by'],
  texts: ReadonlyMap<string, RuleText>,
  language: Language,
): string {
  if (by === 'rule') return texts.get(key)?.message[language] ?? key
  return by === 'enterprise' ? establishment : (unitName({ scheme: 'VN-2025', code: key }) ?? key)
}

interface ConfirmedRow extends Record<string, unknown> {
  readonly tenant_id: string
  readonly declaration_id: string
  readonly kind: KindId
  readonly rule: string
  readonly legal_date: string
  readonly filed_seq: number
  readonly establishment: string
  readonly revision: number
  readonly recorded_at: Date
  readonly filed_as: string
  readonly confirmations: string
}

/** Confirmed warnings with the reasons the filers gave, opened. Null when the cursor is none of ours. */
export async function readConfirmations(
  deps: QualityDeps,
  caller: Caller,
  query: ConfirmationQuery,
  language: Language,
): Promise<{ items: ConfirmedWarning[]; next: string | null } | null> {
  const after =
    query.cursor === undefined
      ? [null, null, null, null]
      : confirmationPosition.safeParse(decodeCursor(query.cursor)).data
  if (after === undefined) return null
  const rows = await deps.database.within(databaseScope(caller), (session) =>
    session.run<ConfirmedRow>(selectConfirmations, [
      ...filtersOf(deps, caller, query),
      partsWithheld(deps, caller),
      ...after,
      query.limit + 1,
    ]),
  )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const texts = ruleTexts(deps.judged)
  return {
    items: await Promise.all(
      page.map(async (row) => ({
        rule: row.rule,
        message: texts.get(row.rule)?.message[language] ?? row.rule,
        declaration: { kind: row.kind, id: row.declaration_id, revision: row.revision },
        enterprise: { id: row.tenant_id, name: row.establishment },
        legalDate: row.legal_date,
        confirmedAt: row.recorded_at.toISOString(),
        filedAs: row.filed_as,
        reasons: reasonsOf(row, await deps.tenantKeys.keyOf(row.tenant_id)),
      })),
    ),
    next:
      rows.length > query.limit && last
        ? encodeCursor([last.legal_date, last.declaration_id, last.rule, last.filed_seq])
        : null,
  }
}

const confirmationPosition = z.tuple([day, z.uuid(), z.string().max(100), z.int().min(1)])

function reasonsOf({ confirmations, rule, declaration_id }: ConfirmedRow, key: Buffer): ConfirmedWarning['reasons'] {
  const stored = JSON.parse(confirmations) as readonly Confirmation[]
  return stored
    .filter((one) => one.rule === rule)
    .map(({ pointer, reason }) => ({ pointer, reason: openReason(reason, key, declaration_id) }))
}

function filtersOf({ kinds }: QualityDeps, caller: Caller, query: ConfirmationQuery): unknown[] {
  const { from, to, unit, rule, enterprise } = query
  const key = unit && unitKey(unit)
  const withheld = kinds.flatMap((kind) => rulesWithheld(kind, caller))
  return [caller.role, from ?? null, to ?? null, key ?? null, rule ?? null, enterprise ?? null, withheld]
}

/** As in reading a declaration: what tells of people's health is for the health office. */
function rulesWithheld({ rules, sealed }: AnyKind, { role }: Caller): string[] {
  if (role === 'health-office') return []
  return rules.rules
    .filter(({ inputs }: Rule<never>) => inputs.some((input) => sealed.special.some((part) => touches(part, input))))
    .map(({ id }: Rule<never>) => id)
}

/** Names of the top-level properties that hold it. */
function partsWithheld({ kinds }: QualityDeps, { role }: Caller): string[] {
  if (role === 'health-office') return []
  return kinds.flatMap(({ sealed }) => sealed.special.map((part) => part.split('/')[1] ?? part))
}
