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
