import type { Counting } from '../declaration/why-counted.ts'
import type { ReportFacts } from './facts.ts'
import { periodText } from './period.ts'

/** A report in force counts as that of its party on its period. */
export function whyReportCounted({ form, period, due }: Pick<ReportFacts, 'form' | 'period' | 'due'>): Counting {
  const of = period === null ? '' : ` ${periodText(period)}`
  return {
    counted: true,
    reasons: [
      {
        text: {
          vi: `Được tính là ${form?.name.vi.toLowerCase() ?? 'báo cáo'}, kỳ${of}.`,
          en: `Counted as the ${form?.name.en.toLowerCase() ?? 'report'} of${of}.`,
        },
        citations: due?.citations ?? [{ kind: 'policy' }],
      },
    ],
  }
}
