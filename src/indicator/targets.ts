import type { ProgrammeTarget } from '../law/programmes.ts'
import type { Text } from '../rules/rule.ts'

/** How a target of a plan is measured: by indicators, every one of which must reach it, or by none, and why. */
export interface Measured {
  readonly indicators: readonly string[]
  readonly unmeasured?: Text
}

/** By the id of the target, so that plans of other provinces that ask the same are measured alike. */
export const measuredBy: Readonly<Record<string, Measured>> = {
  'fatal-in-high-risk-sectors': { indicators: ['fatal-accidents-in-named-industries'] },
  'disease-exam-coverage': { indicators: ['examined-of-exposed', 'examined-of-workers-at-risk'] },
  'environment-monitoring-coverage': { indicators: ['monitored-of-high-risk', 'monitored-of-hazardous'] },
  'sme-osh-management': { indicators: ['small-enterprises-applying'] },
  'officers-trained': {
    indicators: [],
    unmeasured: {
      vi: 'Cán bộ xã, huyện được tập huấn không có trong báo cáo của doanh nghiệp; cơ quan tự theo dõi.',
      en: 'Officers of districts and communes are in no report of enterprises; the office keeps that count itself.',
    },
  },
  'workers-trained': { indicators: ['named-groups-trained'] },
  'first-aiders-trained': { indicators: ['first-aiders-trained'] },
  'cooperatives-informed': { indicators: ['cooperatives-informed'] },
  'fatal-accidents-handled': {
    indicators: ['fatal-accidents-declared', 'fatal-accidents-investigated', 'fatal-accidents-handled'],
  },
  'fatality-rate': { indicators: ['fatal-accident-rate'] },
  'disease-exam-growth': { indicators: ['examined-growth'] },
  'environment-monitoring-growth': { indicators: ['monitored-growth'] },
}

/** The two things a target of two readings can mean. */
export interface Readings {
  /** The number fell by at least that much on the year before. */
  readonly fell: boolean | null
  /** The rate, as a share of workers, lies below it. */
  readonly below: boolean | null
}

/** What was reached. `change`: percent on the year before; both null where they cannot be told. */
export interface Reached {
  readonly value: number | null
  readonly change: number | null
  /** What `value` is per, 100 for percent. */
  readonly per: number
}

/** Whether a target is met; null where the figure is missing or whoever reports must choose the reading. */
export function isMet(target: ProgrammeTarget, { value, change }: Reached): boolean | null {
  switch (target.operator) {
    case 'up':
      return change === null ? null : change > 0
    case 'down':
      return change === null ? null : change < 0
    case '>':
      return value === null ? null : value > target.value
    case '>=':
      return value === null ? null : value >= target.value
    case '=':
      return value === null ? null : value === target.value
    case 'two-readings':
      return null
  }
}

/** Null for a target that has one reading only. */
export function readingsOf(target: ProgrammeTarget, { value, change, per }: Reached): Readings | null {
  if (target.operator !== 'two-readings') return null
  return {
    fell: change === null ? null : change <= -target.value,
    below: value === null ? null : (value / per) * 100 < target.value,
  }
}
