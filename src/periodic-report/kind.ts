import type { DeclarationKind } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import { reportConsequences, reportConsequencesSchema } from './consequences.ts'
import { type ReportFacts, reportFacts } from './facts.ts'
import { formOf } from './forms.ts'
import type { ReportKnown } from './known.ts'
import { lookUpReport } from './look-up.ts'
import { projectReport } from './projection.ts'
import { reportRules } from './rules/index.ts'
import { amendedReport, sampleContext, sampleReport } from './sample.ts'
import { type PeriodicReport, periodicReportSchema, reportSealedFields } from './schema.ts'
import { whyReportCounted } from './why-counted.ts'

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
  sampleContext,
  amendment: structuredClone(amendedReport) as unknown as PeriodicReport & { reason: string },
  wholeFor: ['labour-office', 'health-office', 'commune'],
  delegation: null,
  complete: withFiguresOfZero,
  lookUp: lookUpReport,
  facts: reportFacts,
  reach: (facts) => facts.place?.reach ?? [],
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

/** A zero report is kept as the form with noughts, so that it reads like any other. */
function withFiguresOfZero(body: PeriodicReport): PeriodicReport {
  const form = formOf(body.kind)
  if (body.zero !== true || form === null || body[form.section] !== undefined) return body
  return { ...body, [form.section]: form.zero }
}
