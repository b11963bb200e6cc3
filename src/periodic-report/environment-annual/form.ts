import { cite } from '../../law/citation.ts'
import { periodicReportDuties } from '../../law/periodic-report-duties.ts'
import { NO_TOTALS, type ReportForm } from '../form.ts'
import { declaredCampaigns } from '../occupational-health/health-declared.ts'
import { nameOfMonitoringCell } from './cell-names.ts'
import { declaredCampaignFigures, draftEnvironmentAnnual, environmentAnnualFigures } from './draft.ts'
import type { EnvironmentAnnual } from './schema.ts'

const KIND = 'environment-annual'
const duty = periodicReportDuties.find(({ report }) => report === KIND)

/** The employer's yearly report on environment monitoring (Decree 44/2016, Art. 45.3.b), due before its year ends. */
export const environmentAnnualForm: ReportForm<EnvironmentAnnual> = {
  kind: KIND,
  section: 'environmentAnnual',
  name: { vi: 'Báo cáo quan trắc môi trường lao động hằng năm', en: 'Yearly report on environment monitoring' },
  basis: [cite('ND44-2016 45.3.b')],
  periods: ['year'],
  filedBy: ['enterprise'],
  recipient: 'health-office',
  due: (period) => (period.half === null ? (duty?.limit(period) ?? null) : null),
  zero: { campaigns: 0, factors: [] },
  figures: environmentAnnualFigures,
  cellName: nameOfMonitoringCell,
  totals: () => NO_TOTALS,
  lookUp: async (session, tenantId, period) => ({ campaigns: await declaredCampaigns(session, tenantId, period) }),
  declared: ({ campaigns }) => (campaigns ? declaredCampaignFigures(campaigns) : null),
  draft: ({ campaigns }) => draftEnvironmentAnnual(campaigns ?? []),
}
