import { periodicReportDue } from '../../law/accident-due-dates.ts'
import { cite } from '../../law/citation.ts'
import type { ReportForm } from '../form.ts'
import { lastDayOf } from '../period.ts'
import { declaredAccidents } from './accidents-declared.ts'
import { nameOfSummaryCell } from './cell-names.ts'
import { EMPTY_ROW } from './columns.ts'
import { declaredAccidentFigures, draftAccidentSummary } from './draft.ts'
import { accidentSummaryFigures, accidentSummaryTotals, isLoss } from './figures.ts'
import type { AccidentSummary } from './schema.ts'

/** The summary of work accidents of an establishment (Decree 39/2016, Art. 24.1, Annex XII). */
export const accidentSummaryForm: ReportForm<AccidentSummary> = {
  kind: 'accident-summary',
  section: 'accidentSummary',
  name: { vi: 'Báo cáo tổng hợp tình hình tai nạn lao động', en: 'Summary of work accidents' },
  basis: [cite('ND39-2016 PL XII')],
  periods: ['half', 'year'],
  filedBy: ['enterprise'],
  recipient: 'labour-office',
  due: (period) => {
    const found = periodicReportDue(lastDayOf(period), 'employer')
    return found === undefined
      ? null
      : { due: found.due, strictlyBefore: found.strictlyBefore, citations: [found.citation] }
  },
  zero: { atWork: { total: EMPTY_ROW }, commuting: EMPTY_ROW, total: EMPTY_ROW },
  // Days off and costs may come from an accident of an earlier period.
  zeroTells: (line) => !isLoss(line) && line !== 'payroll',
  figures: accidentSummaryFigures,
  cellName: nameOfSummaryCell,
  totals: accidentSummaryTotals,
  lookUp: async (session, tenantId, period) => ({ accidents: await declaredAccidents(session, tenantId, period) }),
  declared: ({ accidents }) => accidents && declaredAccidentFigures(accidents),
  draft: ({ accidents }) => draftAccidentSummary(accidents ?? []),
}
