import type { Example } from '../../../rules/rule.ts'
import type { ReportContext } from '../../rules/define.ts'
import { knowing } from '../../rules/knowing.ts'
import { sampleLabourOffice, sampleProgrammeAnnual } from '../sample.ts'
import type { ProgrammeAnnual, TargetReported } from '../schema.ts'

const KIND = 'programme-annual'
const [sampleOfPlan] = sampleProgrammeAnnual.programmes ?? []
export const BY_OFFICE = knowing({ self: sampleLabourOffice })
export const IN_BACH_THONG = knowing({ commune: { scheme: 'VN-2025', code: '01849' } })
export const IN_HA_NOI = knowing({ commune: { scheme: 'VN-2025', code: '00004' } })

export function yearly(
  section: ProgrammeAnnual | Readonly<Record<string, unknown>> = sampleProgrammeAnnual,
  context: Partial<ReportContext> = BY_OFFICE,
  year = 2026,
): Example<ReportContext> {
  return {
    change: { '/kind': KIND, '/period': { year }, '/programmeAnnual': section },
    context: {
      receivedAt: new Date('2026-12-14T09:00:00+07:00'),
      filedAs: 'labour-office',
      register: null,
      ...context,
    },
  }
}

/** The sample with something else said of its plan. */
export function reporting(change: Readonly<Record<string, unknown>>): Example<ReportContext> {
  return yearly({ programmes: [{ ...sampleOfPlan, ...change }] })
}

/** On this plan with nothing else. */
export function naming(programme: string, context?: Partial<ReportContext>, year?: number): Example<ReportContext> {
  return yearly({ programmes: [{ programme }] }, context, year)
}

/** Of a target of the first plan, which all ratios are of. */
export function reached(target: string, told: TargetReported): Example<ReportContext> {
  return reporting({ targets: [{ target, ...told }] })
}

export const OF_BACH_THONG = 'bach-thong-2021-2025'
export const OF_DIRECTIVE = 'directive-31-district-plan'
