import { cite } from '../../law/citation.ts'
import type { FactorResults } from '../facts.ts'
import { hazardsOf } from '../hazards.ts'
import { sampleCampaign } from '../sample.ts'
import { BY_POLICY, campaignRule, type EnvironmentRule } from './define.ts'
import { afterCampaign } from './knowing.ts'

const COUNTS = ['/counts/*/factor', '/counts/*/samples', '/counts/*/exceeding'] as const
const ROWS = ['/measurements/*/factor'] as const

/** Values of a factor that are equal to the last decimal: so many, and so great a part of all, are improbable. */
const IDENTICAL_RESULTS = { count: 10, share: 0.5 } as const
/** Samples against those of the campaign before, where the number of workers changed by less than a fifth. */
const SAMPLES_CHANGED = { ratio: 3, workers: 0.2 } as const

/** What the results of the sample are known by; a test of the rule fails when the sample changes. */
const FINGERPRINT_OF_SAMPLE = '786e8d7b9ac76a36347811efa7b1af2941cf08ac69b34b03597ef7e19ec3e51c'

/** Whether the results are believable. */
export const plausibilityRules: readonly EnvironmentRule[] = [
  {
    id: 'ENV-067',
    kind: 'warning',
    citations: [cite('ND44-2016 37.3')],
    provenance: BY_POLICY,
    inputs: [...ROWS, '/measurements/*/value'],
    judge: ({ factors }) =>
      [...factors.values()].flatMap((results) => {
        const same = mostFrequent(results)
        const improbable =
          same !== null &&
          same.times >= IDENTICAL_RESULTS.count &&
          same.times >= IDENTICAL_RESULTS.share * results.measurements.length
        const at = results.measurements.find(({ measurement }) => measurement.value === same?.value)?.pointer
        return improbable && at !== undefined
          ? [{ pointer: `${at}/value`, params: { factor: results.factor, times: same.times, value: same.value } }]
          : []
      }),
    message: {
      vi: '{times} kết quả của {factor} giống hệt nhau ({value}); hãy kiểm tra.',
      en: '{times} results of {factor} are identical ({value}); please check.',
    },
    fix: {
      vi: 'Sửa nếu chép nhầm; nếu đúng là như vậy thì xác nhận và nêu lý do.',
      en: 'Correct them if they were copied by mistake; if they are right, confirm and say why.',
    },
    examples: {
      holds: [{}, { change: { '/measurements': noise(9, 0) } }, { change: { '/measurements': noise(10, 11) } }],
      fails: [{ change: { '/measurements': noise(10, 0) } }, { change: { '/measurements': noise(12, 12) } }],
    },
  },

  campaignRule({
    id: 'ENV-068',
    kind: 'warning',
    citations: [cite('ND44-2016 37.3')],
    provenance: BY_POLICY,
    inputs: [
      ...ROWS,
      '/measurements/*/cas',
      '/measurements/*/sampleType',
      '/measurements/*/axis',
      '/measurements/*/value',
      '/measurements/*/detectionLimit',
      '/measurements/*/positionId',
      '/positions/*/positionId',
      '/positions/*/workshop',
      '/positions/*/job',
    ],
    needs: ['history'],
    at: '/measurements',
    // The same report once more is told by ENV-012.
    violated: ({ fingerprint, declaration, context: { known } }) => {
      const twin =
        fingerprint === null
          ? undefined
          : known.history?.campaigns.find(
              (earlier) => earlier.fingerprint === fingerprint && earlier.reportNumber !== declaration.report?.number,
            )
      return twin !== undefined && { declaration: twin.id, on: twin.sampledFrom }
    },
    message: {
      vi: 'Mọi kết quả giống hệt đợt lấy mẫu ngày {on} (hồ sơ {declaration}); có thể đã chép lại.',
      en: 'Every result equals that of the campaign of {on} (declaration {declaration}); it may be a copy.',
    },
    fix: {
      vi: 'Kiểm tra lại báo cáo gốc; nếu đúng thì xác nhận và nêu lý do.',
      en: 'Check the original report; if it is right, confirm and say why.',
    },
    examples: {
      holds: [{}],
      fails: [{ context: afterCampaign({ fingerprint: FINGERPRINT_OF_SAMPLE }) }],
    },
  }),

  campaignRule({
    id: 'ENV-069',
    kind: 'info',
    citations: [cite('ND44-2016 36')],
    provenance: BY_POLICY,
    inputs: [...ROWS, ...COUNTS, '/positions/*/workers'],
    needs: ['history'],
    at: '/measurements',
    violated: ({ factors, positions, context: { known }, legalDate: from }) => {
      const earlier = known.history?.campaigns.find(({ counted, sampledTo }) => counted && sampledTo < from)
      if (earlier === undefined || earlier.samples === 0 || earlier.workers === 0) return false
      const samples = [...factors.values()].reduce((sum, results) => sum + results.samples, 0)
      const workers = positions.reduce((sum, { position }) => sum + (position.workers ?? 0), 0)
      const alike = Math.abs(workers - earlier.workers) < SAMPLES_CHANGED.workers * earlier.workers
      const ratio = samples / earlier.samples
      const changed = ratio > SAMPLES_CHANGED.ratio || ratio < 1 / SAMPLES_CHANGED.ratio
      return alike && changed && { samples, before: earlier.samples, on: earlier.sampledFrom }
    },
    message: {
      vi: 'Đợt này có {samples} mẫu, đợt ngày {on} có {before} mẫu, trong khi số người gần như không đổi.',
      en: 'This campaign has {samples} samples, that of {on} had {before}, though hardly more or fewer work there.',
    },
    examples: {
      holds: [{}, { context: afterCampaign({ samples: 40, workers: 60 }) }],
      fails: [{ context: afterCampaign({ samples: 40 }) }, { context: afterCampaign({ samples: 2 }) }],
    },
  }),

  {
    id: 'ENV-070',
    kind: 'info',
    citations: [cite('ND44-2016 36')],
    provenance: BY_POLICY,
    inputs: [
      ...COUNTS,
      '/positions/*/hazards',
      '/measurements/*/factor',
      '/measurements/*/cas',
      '/positions/*/workers',
    ],
    judge: ({ positions, factors }) =>
      [...factors.values()].flatMap((results) => {
        // Of a factor with single results the positions are known one by one, and judged by ENV-045.
        if (!results.fromCounts) return []
        const hazards = new Set(hazardsOf({ factor: results.factor }))
        const exposed = positions.filter(
          ({ position }) => position.workers !== 0 && position.hazards?.some((hazard) => hazards.has(hazard)),
        ).length
        return results.samples >= exposed
          ? []
          : [{ pointer: '/counts', params: { factor: results.factor, samples: results.samples, exposed } }]
      }),
    message: {
      vi: 'Số mẫu {factor} ({samples}) ít hơn số vị trí có người tiếp xúc ({exposed}).',
      en: 'Fewer samples of {factor} ({samples}) than positions with exposed workers ({exposed}).',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/counts': [{ factor: 'PH-VIB-LOC-AHW', samples: 2, exceeding: 0 }],
            '/positions/0/hazards': ['HZ-PHY-VIB-HA'],
          },
        },
      ],
      fails: [
        {
          change: {
            '/counts': [{ factor: 'PH-VIB-LOC-AHW', samples: 1, exceeding: 0 }],
            '/positions/0/hazards': ['HZ-PHY-VIB-HA'],
            '/positions/1/hazards': ['HZ-PHY-VIB-HA'],
          },
        },
      ],
    },
  },
]

function mostFrequent({ measurements }: FactorResults): { readonly value: number; readonly times: number } | null {
  const times = new Map<number, number>()
  let most: { value: number; times: number } | null = null
  for (const {
    measurement: { value },
  } of measurements) {
    if (value === undefined) continue
    const now = (times.get(value) ?? 0) + 1
    times.set(value, now)
    if (most === null || now > most.times) most = { value, times: now }
  }
  return most
}

/** So many equal results of noise, and so many that differ. */
function noise(equal: number, others: number): readonly unknown[] {
  return Array.from({ length: equal + others }, (_, index) => ({
    ...sampleCampaign.measurements[1],
    measurementId: String(index + 1),
    value: index < equal ? 80 : 70 + index / 10,
  }))
}
