import { periodicReportDue } from '../../law/accident-due-dates.ts'
import type { ReportForm } from '../form.ts'
import { lastDayOf } from '../period.ts'
import { declaredAccidents } from './accidents-declared.ts'
import { EMPTY_ROW } from './columns.ts'
import { declaredAccidentFigures, draftAccidentSummary } from './draft.ts'
import { accidentSummaryFigures, accidentSummaryTotals } from './figures.ts'
import type { AccidentSummary } from './schema.ts'

/** The summary of work accidents of an establishment (Decree 39/2016, Art. 24.1, Annex XII). */
export const accidentSummaryForm: ReportForm<AccidentSummary> = {
  kind: 'accident-summary',
  section: 'accidentSummary',
  name: { vi: 'Báo cáo tổng hợp tình hình tai nạn lao động', en: 'Summary of work accidents' },
  periods: ['half', 'year'],
  filedBy: 'enterprise',
  recipient: 'labour-office',
  due: (period) => {
    const found = periodicReportDue(lastDayOf(period), 'employer')
    return found === undefined
      ? null
      : { due: found.due, strictlyBefore: found.strictlyBefore, citations: [found.citation] }
  },
  zero: {
    atWork: { total: EMPTY_ROW },
    commuting: EMPTY_ROW,
    total: EMPTY_ROW,
    losses: { daysOff: 0, costs: { total: 0, medical: 0, wages: 0, compensation: 0 }, propertyDamage: 0 },
  },
  figures: accidentSummaryFigures,
  totals: accidentSummaryTotals,
  lookUp: async (session, tenantId, period) => ({ accidents: await declaredAccidents(session, tenantId, period) }),
  declared: ({ accidents }) => accidents && declaredAccidentFigures(accidents),
  draft: ({ accidents }) => draftAccidentSummary(accidents ?? []),
}
