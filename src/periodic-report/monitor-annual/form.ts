import { periodicReportDuties } from '../../law/periodic-report-duties.ts'
import { NO_TOTALS, type ReportForm } from '../form.ts'
import { filedCampaigns } from './campaigns-filed.ts'
import { draftMonitorAnnual, filedFigures, monitorAnnualFigures } from './draft.ts'
import type { MonitorAnnual } from './schema.ts'

const KIND = 'monitor-annual'
const duty = periodicReportDuties.find(({ report }) => report === KIND)

/** The yearly report of a monitoring organisation (Decree 44/2016, Art. 44.4), due before its year ends. */
export const monitorAnnualForm: ReportForm<MonitorAnnual> = {
  kind: KIND,
  section: 'monitorAnnual',
  name: {
    vi: 'Báo cáo hoạt động quan trắc môi trường lao động hằng năm của tổ chức quan trắc',
    en: 'Yearly report of a monitoring organisation on its activity',
  },
  periods: ['year'],
  filedBy: ['monitor'],
  recipient: 'health-office',
  due: (period) => (period.half === null ? (duty?.limit(period) ?? null) : null),
  zero: { establishments: 0, campaigns: 0, positions: 0, factors: [] },
  figures: monitorAnnualFigures,
  totals: () => NO_TOTALS,
  lookUp: async (session, tenantId, period) => ({ filedCampaigns: await filedCampaigns(session, tenantId, period) }),
  declared: ({ filedCampaigns: filed }) => (filed ? filedFigures(filed) : null),
  draft: ({ filedCampaigns: filed }) => draftMonitorAnnual(filed ?? []),
}
