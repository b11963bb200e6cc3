import type { DeclarationKind } from '../declaration/kind.ts'
import { type Offices, REVIEWERS } from '../declaration/offices.ts'
import { statement } from '../platform/statements.ts'
import { reportConsequences, reportConsequencesSchema } from './consequences.ts'
import { type ReportFacts, reportFacts } from './facts.ts'
import type { ReportKnown } from './known.ts'
import { lookUpReport } from './look-up.ts'
import { projectReport } from './projection.ts'
import { reportRules } from './rules/index.ts'
import { amendedReport, sampleContext, sampleReport } from './sample.ts'
import { sampleReports } from './samples.ts'
import { type PeriodicReport, periodicReportSchema, reportSealedFields } from './schema.ts'
import { whyReportCounted } from './why-counted.ts'
import { withNoughts } from './zero.ts'

const fileReport = statement(
  'file-report',
  'select outcome, declaration_id, response from file_report($1, $2, $3, $4, $5)',
)

const compareReport = statement(
  'compare-report',
  `with filed as (select * from json_populate_record(null::periodic_report_fact, $4)),
        kept as (select * from periodic_report_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3))
   select (select count(*) from (select * from kept except select * from filed) a)
        + (select count(*) from (select * from filed except select * from kept) b) as differing`,
)

/** The report of one kind on one period. */
export const reportKind: DeclarationKind<PeriodicReport, ReportFacts, ReportKnown> = {
  id: 'report',
  path: 'periodic-reports',
  schema: periodicReportSchema,
  longArrays: [],
  sealed: reportSealedFields,
  rules: reportRules,
  sample: structuredClone(sampleReport) as unknown as PeriodicReport,
  samples: structuredClone(sampleReports),
  sampleContext,
  amendment: structuredClone(amendedReport) as unknown as PeriodicReport & { reason: string },
  ownName: ['enterprise', 'commune', 'labour-office', 'health-office', 'monitor'],
  delegation: null,
  complete: withNoughts,
  lookUp: lookUpReport,
  facts: reportFacts,
  reach: (facts) => facts.place?.reach ?? [],
  offices: officesOf,
  victimIds: () => [],
  partyTaxCodes: () => [],
  viewFor: () => null,
  consequences: reportConsequences,
  consequencesSchema: reportConsequencesSchema,
  whyCounted: whyReportCounted,
  additions: () => [],
  writeStatement: fileReport,
  compareStatement: compareReport,
  project: projectReport,
}

/**
 * A report is for the office that the law of its form sends it to, and kept from all others as far as it names persons
 * or tells of anybody's health: those of accidents for the labour office (Decree 39/2016, Art. 24), those of health and
 * of environment monitoring for the health office (Circular 19/2016, Art. 10; Decree 44/2016, Arts. 44.4, 45.3.b). The annual
 * report on safety and health goes to both (Circular 07/2016, Art. 10.2; Law 84/2015, Art. 81.1), and the labour office
 * summarises it (Art. 10.3). What an office reports itself is read by offices of its sort, and reviewed by none.
 */
function officesOf({ form, due, context: { known } }: ReportFacts): Offices {
  if (form === null) return { reviewers: [], wholeFor: [], citations: [] }
  const { recipient, copyTo, filedBy } = form
  const readers = recipient === null ? REVIEWERS.filter((office) => filedBy.includes(office)) : [recipient]
  return {
    reviewers: recipient === null || known.self?.kind === recipient ? [] : [recipient],
    wholeFor: copyTo === undefined ? readers : [...readers, copyTo],
    citations: due?.citations ?? [],
  }
}
