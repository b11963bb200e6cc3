import { generalRules } from '../../declaration/general-rules.ts'
import { type RuleSet, ruleSet } from '../../rules/rule-set.ts'
import { accidentSummaryAwaiting, accidentSummaryRules } from '../accident-summary/rules/index.ts'
import { communeAccidentSummaryRules } from '../commune-accident-summary/rules.ts'
import { environmentAnnualRules } from '../environment-annual/rules.ts'
import type { ReportFacts } from '../facts.ts'
import { monitorAnnualRules } from '../monitor-annual/rules.ts'
import { occupationalHealthRules } from '../occupational-health/rules/index.ts'
import { officeSummaryRules } from '../office-summary/rules/index.ts'
import { oshAnnualRules } from '../osh-annual/rules/index.ts'
import { programmeAnnualRules } from '../programme-annual/rules/index.ts'
import { receivedReportsRules } from '../received-reports/rules.ts'
import { annualReportRules } from './annual-reports.ts'
import type { ReportContext } from './define.ts'
import { filingRules } from './filing.ts'
import { headRules } from './head.ts'
import { reporterRules } from './reporter.ts'

export { freeFields } from './free-fields.ts'

/** Every rule about a periodic report: those of any, then those of each form. */
export const reportRules: RuleSet<ReportFacts, ReportContext> = ruleSet(
  'report',
  [
    ...generalRules,
    ...filingRules,
    ...reporterRules,
    ...headRules,
    ...accidentSummaryRules,
    ...communeAccidentSummaryRules,
    ...oshAnnualRules,
    ...annualReportRules,
    ...occupationalHealthRules,
    ...environmentAnnualRules,
    ...officeSummaryRules,
    ...receivedReportsRules,
    ...monitorAnnualRules,
    ...programmeAnnualRules,
  ],
  accidentSummaryAwaiting,
)
