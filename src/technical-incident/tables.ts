import { bigint, boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Typed mirror of migration 0016; a test holds the two together. Keys are the column names, as rows come back. */

const instant = () => timestamp({ withTimezone: true, mode: 'date' }).notNull()
const flag = () => boolean().notNull()
const count = () => integer().notNull()

export const technicalIncidentFact = pgTable(
  'technical_incident_fact',
  {
    tenant_id: uuid().notNull(),
    declaration_id: uuid().notNull(),
    seq: count(),
    revision: count(),
    status: text().notNull(),
    counted: flag(),
    recorded_at: instant(),
    filed_at: instant(),
    client_id: text().notNull(),
    occurred_at: instant(),
    occurred_on: date({ mode: 'string' }).notNull(),
    unit_scheme: text(),
    province: text(),
    district: text(),
    commune: text(),
    current_province: text(),
    current_commune: text(),
    reach: text().array().notNull(),
    office_reach: text().array().notNull(),
    establishment: text().notNull(),
    search_text: text().notNull(),
    ownership: text(),
    industry_version: text(),
    industry: text(),
    incident_kind: text(),
    serious: flag(),
    declarable: flag(),
    several: flag(),
    special_field: text(),
    preliminary: flag(),
    on_behalf: flag(),
    casualties_unknown: flag(),
    workers_dead: count(),
    workers_serious: count(),
    workers_light: count(),
    workers_missing: count(),
    others_dead: count(),
    others_serious: count(),
    others_light: count(),
    others_missing: count(),
    accidents: uuid().array().notNull(),
    property_damage: bigint({ mode: 'number' }).notNull(),
    breaches: count(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq] })],
)
