import { cite } from '../../law/citation.ts'
import { periodicReportDuties } from '../../law/periodic-report-duties.ts'
import { NO_TOTALS, type ReportForm } from '../form.ts'
import { nameOfHealthCell } from './cell-names.ts'
import { declaredHealthFigures, draftOccupationalHealth } from './draft.ts'
import { occupationalHealthFigures } from './figures.ts'
import { declaredHealth } from './health-declared.ts'
import type { OccupationalHealth } from './schema.ts'

const KIND = 'occupational-health'
const duty = periodicReportDuties.find(({ report }) => report === KIND)

/** The report on occupational health of an establishment (Circular 19/2016, Art. 10, Annex 8). */
export const occupationalHealthForm: ReportForm<OccupationalHealth> = {
  kind: KIND,
  section: 'occupationalHealth',
  name: { vi: 'Báo cáo y tế lao động của cơ sở lao động', en: 'Report on occupational health' },
  basis: [cite('TT19-2016-BYT PL 8')],
  periods: ['half', 'year'],
  filedBy: ['enterprise'],
  recipient: 'health-office',
  due: (period) => duty?.limit(period) ?? null,
  zero: { diseases: [], cases: [] },
  // Who is ill and who was hurt; what is in the air, and who is off sick, goes on where nothing occurs.
  zeroTells: (line) => /^(IV|V\.[23])\./.test(line),
  figures: occupationalHealthFigures,
  cellName: nameOfHealthCell,
  totals: () => NO_TOTALS,
  lookUp: async (session, tenantId, period) => ({ health: await declaredHealth(session, tenantId, period) }),
  declared: ({ health }) => (health ? declaredHealthFigures(health) : null),
  draft: ({ health }) => draftOccupationalHealth(health ?? { rounds: [], campaigns: [], accidents: [] }),
}
