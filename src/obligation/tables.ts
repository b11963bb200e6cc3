import { boolean, date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Typed mirror of migration 0014; a test holds the two together. Keys are the column names, as rows come back. */

export const obligationTable = pgTable(
  'obligation',
  {
    tenant_id: uuid().notNull(),
    id: uuid().notNull(),
    duty: text().notNull(),
    source_kind: text().notNull(),
    source_id: uuid().notNull(),
    subject: text().notNull(),
    period: text(),
    owed_by: text().notNull(),
    owed_to: text().notNull(),
    since: date({ mode: 'string' }).notNull(),
    due_on: date({ mode: 'string' }),
    due_at: timestamp({ withTimezone: true, mode: 'date' }),
    before: date({ mode: 'string' }),
    certain: boolean().notNull(),
    done_on: date({ mode: 'string' }),
    done_at: timestamp({ withTimezone: true, mode: 'date' }),
    citations: jsonb().notNull(),
    reason: text().notNull(),
    params: jsonb().notNull(),
    what: jsonb(),
    party: text().notNull(),
    current_province: text(),
    reach: text().array().notNull(),
    office_reach: text().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
)
