import { accidentSummarySchema } from './accident-summary/schema.ts'
import { environmentAnnualSchema } from './environment-annual/schema.ts'
import { monitorAnnualSchema } from './monitor-annual/schema.ts'
import { occupationalHealthSchema } from './occupational-health/schema.ts'
import { filedOfficeSummarySchema } from './office-summary/filed-schema.ts'
import { oshAnnualSchema } from './osh-annual/schema.ts'
import { programmeAnnualSchema } from './programme-annual/schema.ts'
import { receivedReportsSchema } from './received-reports/schema.ts'

/** The section of each form that is received; a new form adds its property here. */
export const sections = {
  accidentSummary: accidentSummarySchema
    .optional()
    .meta({ description: 'Of `accident-summary` and `commune-accident-summary`: Annex XII of Decree 39/2016.' }),
  oshAnnual: oshAnnualSchema.optional().meta({ description: 'Of `osh-annual`: Annex II of Circular 07/2016.' }),
  occupationalHealth: occupationalHealthSchema
    .optional()
    .meta({ description: 'Of `occupational-health`: Annex 8 of Circular 19/2016.' }),
  environmentAnnual: environmentAnnualSchema
    .optional()
    .meta({ description: 'Of `environment-annual`: Decree 44/2016, Art. 45.3.b, which sets no form.' }),
  monitorAnnual: monitorAnnualSchema
    .optional()
    .meta({ description: 'Of `monitor-annual`: Decree 44/2016, Art. 44.4, which sets no form.' }),
  programmeAnnual: programmeAnnualSchema
    .optional()
    .meta({ description: 'Of `programme-annual`: as the plans themselves ask.' }),
  officeSummary: filedOfficeSummarySchema
    .optional()
    .meta({ description: 'Of `office-summary`: Annex XIV of Decree 39/2016.' }),
  receivedReports: receivedReportsSchema.optional().meta({
    description:
      'Of `office-osh-summary` and `office-health-summary`: the sums of the reports that the office received.',
  }),
}
export type ReportSection = keyof typeof sections
export const REPORT_SECTIONS = Object.keys(sections) as ReportSection[]
