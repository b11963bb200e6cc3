import { cite } from '../../law/citation.ts'
import { periodicReportDuties } from '../../law/periodic-report-duties.ts'
import { unitKey } from '../../reference/administrative-units.ts'
import { NO_TOTALS, type ReportForm } from '../form.ts'
import { figuresHeld, filedAsHeld, officeSummaryFigures, tellsOfAccidents } from './figures.ts'
import { summariesHeld } from './figures-of-office.ts'
import { type FiledOfficeSummary, VICTIM_COLUMNS } from './filed-schema.ts'
import { PART_II_COLUMNS } from './held-rows.ts'

const duty = periodicReportDuties.find(({ report }) => report === 'province-accident-summary')

function zeros(columns: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(columns.map((column) => [column, 0]))
}

/** The summary of a province to the ministry and the statistics office (Decree 39/2016, Art. 24.4.b, Annex XIV). */
export const officeSummaryForm: ReportForm<FiledOfficeSummary> = {
  kind: 'office-summary',
  section: 'officeSummary',
  name: {
    vi: 'Báo cáo tổng hợp tình hình tai nạn lao động của cơ quan lao động cấp tỉnh',
    en: 'Summary of work accidents of a provincial labour office',
  },
  basis: [cite('ND39-2016 PL XIV')],
  periods: ['half', 'year'],
  filedBy: ['labour-office'],
  recipient: null,
  due: (period) => duty?.limit(period) ?? null,
  zero: {
    partI: [{ code: null, ...zeros(VICTIM_COLUMNS) }],
    partII: ['1', '2', '3'].map((row) => ({ row, ...zeros(PART_II_COLUMNS) })),
  },
  zeroTells: tellsOfAccidents,
  figures: officeSummaryFigures,
  // The establishments' own reports are counted; the sum of them would count everything twice.
  totals: () => NO_TOTALS,
  lookUp: async (session, _tenantId, period, self) =>
    self === undefined
      ? {}
      : { summaryHeld: filedAsHeld(await summariesHeld(session, period, { reach: [unitKey(self.unit)], unit: null })) },
  declared: ({ summaryHeld }) => (summaryHeld ? figuresHeld(summaryHeld) : null),
  draft: ({ summaryHeld }) => summaryHeld ?? {},
}
