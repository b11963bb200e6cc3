import { periodicReportDue } from '../../law/accident-due-dates.ts'
import { cite } from '../../law/citation.ts'
import { accidentSummaryForm } from '../accident-summary/form.ts'
import type { AccidentSummary } from '../accident-summary/schema.ts'
import type { ReportForm } from '../form.ts'
import { lastDayOf } from '../period.ts'

/**
 * The commune's report of accidents of workers without contract (Decree 39/2016, Art. 24.2). The layout of its Annex XVI
 * has not been read: it is filed in the rows and columns of Annex XII, as far as a commune knows them.
 */
export const communeAccidentSummaryForm: ReportForm<AccidentSummary> = {
  ...accidentSummaryForm,
  kind: 'commune-accident-summary',
  name: {
    vi: 'Báo cáo tai nạn lao động của người lao động làm việc không theo hợp đồng lao động',
    en: 'Report of accidents of workers without contract',
  },
  basis: [cite('ND39-2016 24.2')],
  filedBy: ['commune'],
  due: (period) => {
    const found = periodicReportDue(lastDayOf(period), 'commune')
    return found === undefined
      ? null
      : { due: found.due, strictlyBefore: found.strictlyBefore, citations: [found.citation] }
  },
}
