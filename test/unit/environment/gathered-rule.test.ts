import { describe, expect, it } from 'vitest'
import { environmentFacts } from '../../../src/environment/assemble-facts.ts'
import { limitRules } from '../../../src/environment/rules/limits.ts'
import { sampleCampaign, sampleContext } from '../../../src/environment/sample.ts'
import type { EnvironmentMonitoring } from '../../../src/environment/schema.ts'

/** The noise of the sample, so many times, ever louder, at its two positions in turn. */
async function told(rule: string, times: number) {
  const [, noise] = structuredClone(sampleCampaign).measurements
  const measurements = Array.from({ length: times }, (_, index) => ({
    ...noise,
    positionId: index % 2 === 0 ? 'VT1' : 'VT2',
    measurementId: `${index}`,
    value: 86 + index / 10,
  }))
  const filed = { ...structuredClone(sampleCampaign), measurements } as unknown as EnvironmentMonitoring
  const facts = await environmentFacts(filed, sampleContext)
  return limitRules.find(({ id }) => id === rule)?.judge(facts)
}

describe('results that break one rule', () => {
  it('are told one by one up to fifty', async () => {
    const found = await told('ENV-114', 50)
    expect(found).toHaveLength(50)
    expect(found?.[49]).toMatchObject({ pointer: '/measurements/49/value', params: { ordinal: 50, count: 1 } })
  })

  it('are told by position beyond, the worst with their number', async () => {
    expect(await told('ENV-114', 51)).toEqual([
      {
        pointer: '/measurements/50/value',
        params: {
          ordinal: 51,
          factor: 'PH-NOISE-LAEQ',
          position: 'VT1',
          count: 26,
          value: 91,
          unit: 'dBA',
          limit: 85,
        },
      },
      expect.objectContaining({ pointer: '/measurements/49/value' }),
    ])
  })
})
