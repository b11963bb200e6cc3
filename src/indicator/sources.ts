import type { PeriodicReport } from '../law/periodic-report-duties.ts'

/** Rows of facts that a count reads, as they stand now. */
export interface Source {
  readonly id: string
  /** With the alias `f`. */
  readonly from: string
  /** Which rows belong into the figures. */
  readonly inForce: string
  /** The day that places a row in a year; null: of the present, alike in every year. */
  readonly date: string | null
  /** The units that a row counts in. */
  readonly reach: string
  /** The day whose units an area is asked by; null: by those of either map, as one in which nothing happened. */
  readonly mapOf: string | null
  /** The first year of which a row shows that something was held; null: it shows nothing of the kind. */
  readonly heldSince: string | null
  /** Of yearly reports: nothing is told by them before they are due. */
  readonly awaits: YearlyReport | null
}

export type YearlyReport = Extract<PeriodicReport, 'accident-summary' | 'osh-annual' | 'occupational-health'>

const inForce = (later: string, row: string) => `${row}.counted and not exists (select from ${later} later
  where later.tenant_id = ${row}.tenant_id and later.declaration_id = ${row}.declaration_id and later.seq > ${row}.seq)`

/** What happened at a place. */
function events(table: string, later: string, date: string): Source {
  return {
    id: table,
    from: table,
    inForce: inForce(later, 'f'),
    date,
    reach: 'f.reach',
    mapOf: date,
    heldSince: yearOf(date),
    awaits: null,
  }
}

export const accidents = events('accident_fact', 'accident_fact_later', 'f.occurred_on')
export const rounds = events('disease_fact', 'disease_fact_later', 'f.examined_on')
export const campaigns = events('environment_fact', 'environment_fact_later', 'f.sampled_on')

/** Reports on a whole year, by head office. */
export function reports(kind: YearlyReport): Source {
  return {
    ...events('periodic_report_fact', 'report_fact_later', 'f.period_end'),
    id: `reports-${kind}`,
    inForce: isYearly(kind, 'f'),
    awaits: kind,
  }
}

function isYearly(kind: YearlyReport, row: string): string {
  return `${row}.report_kind = '${kind}' and ${row}.half is null and ${inForce('report_fact_later', row)}`
}

/** Enterprises as the register is now, by head office. */
export const register: Source = {
  id: 'register',
  from: 'enterprise',
  inForce: 'not f.provisional',
  date: null,
  reach: 'f.reach',
  mapOf: null,
  heldSince: yearOf("(f.created_at at time zone 'Asia/Ho_Chi_Minh')"),
  awaits: null,
}

/**
 * The same facts of enterprises of the register only, wherever they came about, in the units of the head office: who is
 * counted is who `register` counts. Its columns of risk stand beside those of the fact.
 */
export function ofRegister(source: Source): Source {
  return {
    ...source,
    id: `${source.id}-of-register`,
    from: `(select fact.*, e.reach as head_reach, e.hazard_factors, e.high_risk, e.cooperative
              from ${source.from} fact join enterprise e on e.id = fact.tenant_id and not e.provisional)`,
    reach: 'f.head_reach',
    mapOf: null,
  }
}

/** Says nothing of how many workers there were in its year, so it shows no year to be known. */
export const accidentsOfRegister: Source = { ...ofRegister(accidents), heldSince: null }

/** Who reported how many workers in the year: who is counted is who `reportsOfWorkers` counts. */
export const accidentsOfReporting: Source = {
  ...accidents,
  id: 'accidents-of-reporting',
  from: `(select fact.*, report.reach as head_reach, report.period_end
            from accident_fact fact join periodic_report_fact report
              on report.tenant_id = fact.tenant_id and report.year = extract(year from fact.occurred_on)
             and report.workers is not null and ${isYearly('accident-summary', 'report')})`,
  reach: 'f.head_reach',
  mapOf: 'f.period_end',
  heldSince: null,
  awaits: 'accident-summary',
}

function yearOf(day: string): string {
  return `extract(year from ${day})::int`
}
