import {
  boolean,
  date,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

/** Typed mirror of migration 0010; a test holds the two together. Keys are the column names, as rows come back. */

const instant = () => timestamp({ withTimezone: true, mode: 'date' }).notNull()
const day = () => date({ mode: 'string' }).notNull()
const count = () => integer().notNull()

export const environmentFact = pgTable(
  'environment_fact',
  {
    tenant_id: uuid().notNull(),
    declaration_id: uuid().notNull(),
    seq: integer().notNull(),
    revision: integer().notNull(),
    status: text().notNull(),
    in_force: boolean().notNull(),
    eligible: boolean().notNull(),
    counted: boolean().notNull(),
    recorded_at: instant(),
    filed_at: instant(),
    client_id: text().notNull(),
    sampled_on: day(),
    sampled_to: day(),
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
    size_class: text(),
    organisation_id: uuid(),
    organisation_tax_code: text(),
    organisation: text().notNull(),
    report_number: text(),
    on_behalf: boolean().notNull(),
    positions: count(),
    positions_exceeding: count(),
    workers: count(),
    workers_exceeding: count(),
    samples: count(),
    exceeding: count(),
    advisory_exceeding: count(),
    not_assessable: count(),
    official_samples: count(),
    official_assessed: count(),
    official_exceeding: count(),
    official_advisory_exceeding: count(),
    official_not_assessable: count(),
    official_positions_exceeding: count(),
    official_workers_exceeding: count(),
    official_women_exceeding: count(),
    factors: text().array().notNull(),
    hazards: text().array().notNull(),
    exceeding_factors: text().array().notNull(),
    exceeding_hazards: text().array().notNull(),
    fingerprint: text(),
    breaches: count(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq] })],
)

const partOfCampaign = {
  tenant_id: uuid().notNull(),
  declaration_id: uuid().notNull(),
  seq: integer().notNull(),
  ordinal: integer().notNull(),
}
const seenBy = {
  reach: text().array().notNull(),
  office_reach: text().array().notNull(),
}

/** A sample, or samples of one factor and verdict where only counts were filed. */
export const environmentMeasurementFact = pgTable(
  'environment_measurement_fact',
  {
    ...partOfCampaign,
    factor: text().notNull(),
    cas: text(),
    hazards: text().array().notNull(),
    form_04_group: text(),
    item_9: text(),
    position: integer(),
    workers: integer(),
    samples: count(),
    verdict: text().notNull(),
    advisory: boolean().notNull(),
    limit_id: text(),
    limit_value: doublePrecision(),
    exposure_index: doublePrecision(),
    sample_type: text(),
    sampled_on: day(),
    counted: boolean().notNull(),
    ...seenBy,
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq, table.ordinal] })],
)

export const environmentPositionFact = pgTable(
  'environment_position_fact',
  {
    ...partOfCampaign,
    workers: count(),
    women: count(),
    heavy: boolean().notNull(),
    samples: count(),
    exceeding: boolean().notNull(),
    hazards: text().array().notNull(),
    ...seenBy,
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq, table.ordinal] })],
)
