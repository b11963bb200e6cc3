import { lastDayBefore } from '../../law/calendar.ts'
import { NO_TOTALS, type ReportForm } from '../form.ts'
import { draftProgrammeAnnual, programmeAnnualFigures } from './draft.ts'
import { owedBefore, planOf, plansOwed } from './plans.ts'
import type { ProgrammeAnnual } from './schema.ts'

/** The yearly report on plans for safety and health: of communes to the labour office, of that office to its committee. */
export const programmeAnnualForm: ReportForm<ProgrammeAnnual> = {
  kind: 'programme-annual',
  section: 'programmeAnnual',
  name: {
    vi: 'Báo cáo hằng năm thực hiện chương trình, kế hoạch an toàn, vệ sinh lao động',
    en: 'Yearly report on programmes for safety and health',
  },
  periods: ['year'],
  filedBy: ['commune', 'labour-office'],
  recipient: 'labour-office',
  // Each plan has a day of its own: as a whole the report is due with the first of those that it names.
  due: ({ year, half }, filed) => {
    if (half !== null || !filed) return null
    const days = (filed.section?.programmes ?? []).flatMap((reported) => {
      const plan = planOf(reported)
      return (plan && owedBefore(plan, filed.known, year)) ?? []
    })
    const [first] = days.toSorted()
    return first === undefined ? null : { due: lastDayBefore(first), strictlyBefore: first, citations: [] }
  },
  zero: { programmes: [] },
  figures: programmeAnnualFigures,
  totals: () => NO_TOTALS,
  lookUp: async () => ({}),
  declared: () => null,
  draft: (known, { year }) => draftProgrammeAnnual(plansOwed(known, year)),
}
