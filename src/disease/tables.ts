import {
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

/** Typed mirror of migration 0009; a test holds the two together. Keys are the column names, as rows come back. */

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const instant = () => timestamp({ withTimezone: true, mode: 'date' }).notNull()
const day = () => date({ mode: 'string' })
const count = () => integer().notNull()

/** Distinct persons, and sums of persons x disease; the columns say which. */
export const diseaseFact = pgTable(
  'disease_fact',
  {
    tenant_id: uuid().notNull(),
    declaration_id: uuid().notNull(),
    seq: integer().notNull(),
    revision: integer().notNull(),
    status: text().notNull(),
    counted: boolean().notNull(),
    recorded_at: instant(),
    filed_at: instant(),
    client_id: text().notNull(),
    examined_from: day().notNull(),
    examined_on: day().notNull(),
    exam_kind: text(),
    facility_id: uuid(),
    facility: text(),
    facility_licensed: boolean(),
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
    on_behalf: boolean().notNull(),
    workers: integer(),
    workers_women: integer(),
    exposed: count(),
    exposed_women: count(),
    examined: count(),
    examined_women: count(),
    former_examined: count(),
    former_examined_women: count(),
    suspected: count(),
    diagnosed: count(),
    diagnosed_new: count(),
    assessed: count(),
    cases: count(),
    breaches: count(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq] })],
)

const partOfRound = {
  tenant_id: uuid().notNull(),
  declaration_id: uuid().notNull(),
  seq: integer().notNull(),
  ordinal: integer().notNull(),
}
const seenBy = {
  client_id: text().notNull(),
  reach: text().array().notNull(),
  office_reach: text().array().notNull(),
}

/** Persons x factor. */
export const diseaseHazardFact = pgTable(
  'disease_hazard_fact',
  {
    ...partOfRound,
    factor: text().notNull(),
    exposed: count(),
    exposed_women: count(),
    examined: count(),
    examined_women: count(),
    monitored_on: day(),
    monitoring_result: text(),
    ...seenBy,
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq, table.ordinal] })],
)

/** Persons x disease. */
export const diseaseResultFact = pgTable(
  'disease_result_fact',
  {
    ...partOfRound,
    disease: text().notNull(),
    disease_group: text(),
    insured: boolean().notNull(),
    examined: count(),
    examined_women: count(),
    suspected: count(),
    suspected_women: count(),
    diagnosed: count(),
    diagnosed_women: count(),
    diagnosed_new: count(),
    diagnosed_new_women: count(),
    assessed: count(),
    assessed_women: count(),
    under5: count(),
    under5_women: count(),
    from5to30: count(),
    from5to30_women: count(),
    from31: count(),
    from31_women: count(),
    former_examined: count(),
    former_diagnosed: count(),
    ...seenBy,
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq, table.ordinal] })],
)

/** One person with one disease. */
export const diseaseCaseFact = pgTable(
  'disease_case_fact',
  {
    ...partOfRound,
    case_id: text().notNull(),
    person_key: bytea(),
    sex: text(),
    age: integer(),
    occupation: text(),
    disease: text(),
    form: text(),
    factor: text(),
    exposure_years: doublePrecision(),
    diagnosed_on: day(),
    from_earlier_round: boolean().notNull(),
    band: text(),
    ...seenBy,
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.declaration_id, table.seq, table.ordinal] })],
)
