import { cite } from '../../law/citation.ts'
import { periodicReportDuties } from '../../law/periodic-report-duties.ts'
import { declaredAccidents } from '../accident-summary/accidents-declared.ts'
import type { ReportForm } from '../form.ts'
import { nameOfOshCell } from './cell-names.ts'
import { OCCURRENCES } from './cells.ts'
import { declaredOshFigures, draftOshAnnual } from './draft.ts'
import { oshAnnualFigures, oshAnnualTotals } from './figures.ts'
import type { OshAnnual } from './schema.ts'
import { declaredYear } from './year-declared.ts'

const duty = periodicReportDuties.find(({ report }) => report === 'osh-annual')

/**
 * The yearly report on safety and health (Circular 07/2016, Art. 10, Annex II; Law 84/2015, Art. 81.1), to the labour
 * office and the health office.
 */
export const oshAnnualForm: ReportForm<OshAnnual> = {
  kind: 'osh-annual',
  section: 'oshAnnual',
  name: {
    vi: 'Báo cáo công tác an toàn, vệ sinh lao động hằng năm',
    en: 'Annual report on occupational safety and health',
  },
  basis: [cite('TT07-2016-BLDTBXH PL II')],
  periods: ['year'],
  filedBy: ['enterprise'],
  recipient: 'labour-office',
  copyTo: 'health-office',
  due: (period) => duty?.limit(period) ?? null,
  zero: { accidents: { accidents: 0, fatalAccidents: 0, victims: 0, deaths: 0 }, diseases: { new: 0 } },
  // Days off and costs may come from an accident or a disease of an earlier year.
  zeroTells: (line) => OCCURRENCES.has(line),
  figures: oshAnnualFigures,
  cellName: nameOfOshCell,
  totals: oshAnnualTotals,
  lookUp: async (session, tenantId, period) => ({
    accidents: await declaredAccidents(session, tenantId, period),
    declaredYear: await declaredYear(session, tenantId, period),
  }),
  declared: ({ accidents, declaredYear: year }) => accidents && declaredOshFigures(accidents, year ?? null),
  draft: ({ accidents, declaredYear: year }) => draftOshAnnual(accidents ?? [], year ?? null),
}
