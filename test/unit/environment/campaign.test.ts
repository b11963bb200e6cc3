import { describe, expect, it } from 'vitest'
import { environmentFacts } from '../../../src/environment/assemble-facts.ts'
import { unmonitoredHazards } from '../../../src/environment/coverage.ts'
import { form04Of, item9Of } from '../../../src/environment/forms.ts'
import { exceedingTogether } from '../../../src/environment/hazards.ts'
import { environmentKind } from '../../../src/environment/kind.ts'
import { tallyOf } from '../../../src/environment/results.ts'
import { sampleCampaign, sampleContext } from '../../../src/environment/sample.ts'
import { type EnvironmentMonitoring, environmentMonitoringSchema } from '../../../src/environment/schema.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'

function sampleWith(change: Readonly<Record<string, unknown>> = {}): EnvironmentMonitoring {
  return Object.entries(change).reduce<unknown>(
    (body, [pointer, value]) => withValueAt(body, pointer, value),
    sampleCampaign,
  ) as EnvironmentMonitoring
}

const factsOf = (change?: Readonly<Record<string, unknown>>) => environmentFacts(sampleWith(change), sampleContext)

describe('results by factor', () => {
  it('are all samples, each in one part', async () => {
    const { factors } = await factsOf({ '/measurements/1/value': 92 })
    expect(tallyOf(factors.values())).toEqual({
      samples: 9,
      passing: 7,
      exceeding: 1,
      advisoryPassing: 0,
      advisoryExceeding: 0,
      notAssessable: 1,
    })
    expect(factors.get('PH-NOISE-LAEQ')).toMatchObject({ samples: 2, exceeding: 1, printed: 2, printedExceeding: 0 })
  })

  it('of an old form are its counts, as it declares them', async () => {
    const { factors, hazardsCovered } = await factsOf({
      '/counts': [{ factor: 'PH-VIB-LOC-AHW', samples: 12, exceeding: 5 }],
    })
    expect(factors.get('PH-VIB-LOC-AHW')).toMatchObject({ fromCounts: true, samples: 12, passing: 7, exceeding: 5 })
    expect(hazardsCovered.has('HZ-PHY-VIB-HA')).toBe(true)
  })

  it('are never both counted and measured', async () => {
    const { factors } = await factsOf({ '/counts': [{ factor: 'PH-LIGHT', samples: 12, exceeding: 5 }] })
    expect(factors.get('PH-LIGHT')).toMatchObject({ fromCounts: false, samples: 1, exceeding: 0 })
  })

  it('make the groups of Form 04 and every row of item 9', async () => {
    const facts = await factsOf({ '/measurements/4/value': 33 })
    expect(form04Of(facts, 'en').map(({ group, samples, exceeding }) => [group, samples, exceeding])).toEqual([
      ['1', 3, 1],
      ['2', 3, 0],
      ['3', 2, 0],
      ['other', 1, 0],
    ])
    const item9 = item9Of(facts.factors.values(), 'vi')
    expect(item9).toHaveLength(11)
    expect(item9.filter(({ samples }) => samples > 0)).toEqual([
      { bucket: 'temperature', name: 'Nhiệt độ', samples: 1, exceeding: 1 },
      { bucket: 'humidity', name: 'Độ ẩm', samples: 1, exceeding: 0 },
      { bucket: 'wind-speed', name: 'Tốc độ gió', samples: 1, exceeding: 0 },
      { bucket: 'light', name: 'Ánh sáng', samples: 1, exceeding: 0 },
      { bucket: 'noise', name: 'Ồn', samples: 2, exceeding: 0 },
      { bucket: 'dust', name: 'Bụi', samples: 2, exceeding: 0 },
      { bucket: 'other', name: 'Khác', samples: 1, exceeding: 0 },
    ])
  })
})

describe('a measurement', () => {
  it('is held to the limits of its own day, else of the first day of sampling', async () => {
    const { measurements } = await factsOf({
      '/measurements/0/sampledAt': '2026-03-11T23:30:00+07:00',
      '/measurements/1/sampledAt': undefined,
    })
    expect(measurements.slice(0, 2).map(({ on }) => on)).toEqual(['2026-03-11', '2026-03-10'])
  })

  it('of dust is judged by its silica, as found in the same sample rather than elsewhere at the position', async () => {
    const dust = { ...sampleCampaign.measurements[0], factor: 'DU-TOT', sampleId: 'M1', value: 4, dustGroup: undefined }
    const content = { positionId: 'VT1', factor: 'DU-SIO2-PCT', value: 20, unit: '%', instrumentId: 'TB1' }
    const { measurements } = await factsOf({
      '/measurements': [dust, { ...content, value: 5, sampleId: 'M1' }, { ...content, sampleId: 'M2' }],
    })
    // 4 mg/m³ of dust with 5 % silica are 0.2 mg/m³ of silica, with 20 % they would be 0.8: the limit is 0.3.
    expect(measurements[0]?.assessment).toMatchObject({ verdict: 'pass', value: 0.2, limitValue: 0.3 })
  })

  it('without an id is called by its place, and never by the name of another', () => {
    const { measurements } = environmentKind.complete(
      { measurements: [{ measurementId: '2' }, {}, {}] },
      () => 'unused',
    )
    expect(measurements?.map(({ measurementId }) => measurementId)).toEqual(['2', '2-2', '3'])
  })

  it.each([
    ['2026-03-10', true],
    ['2026-03-10T09:15:00+07:00', true],
    ['2026-02-30', false],
    ['2026-02-30T09:15:00+07:00', false],
    ['2026-03-10T24:15:00+07:00', false],
    ['10/03/2026', false],
  ])('may be taken at %s: %s', (sampledAt, accepted) => {
    const { success } = environmentMonitoringSchema.safeParse({ measurements: [{ sampledAt }] })
    expect(success).toBe(accepted)
  })
})

describe('what counts as monitoring', () => {
  it.each([
    ['production stood still', { '/campaign/productionRunning': false }, ['production-not-running']],
    ['nobody says whether production ran', { '/campaign/productionRunning': undefined }, ['production-not-running']],
    [
      'one instrument was calibrated',
      { '/instruments/0/calibration': undefined, '/instruments/1/calibration': undefined },
      [],
    ],
    [
      'no instrument was calibrated',
      { '/instruments': sampleCampaign.instruments.map((instrument) => ({ ...instrument, calibration: undefined })) },
      ['not-calibrated'],
    ],
  ])('%s', async (_what, change, objections) => {
    const { standing } = await factsOf(change)
    expect(standing).toEqual({ eligible: true, counts: objections.length === 0, objections })
  })
})

describe('the fingerprint of results', () => {
  it('is the same whatever the day, the order and the ids', async () => {
    const { fingerprint } = await factsOf()
    const measurements = sampleCampaign.measurements
      .map((measurement, index) => ({ ...measurement, measurementId: `x${index}`, sampledAt: '2026-03-10' }))
      .toReversed()
    expect((await factsOf({ '/measurements': measurements })).fingerprint).toBe(fingerprint)
  })

  it('is another for another value or workplace', async () => {
    const { fingerprint } = await factsOf()
    expect((await factsOf({ '/measurements/0/value': 0.2 })).fingerprint).not.toBe(fingerprint)
    expect((await factsOf({ '/positions/0/job': 'Lái xe' })).fingerprint).not.toBe(fingerprint)
  })
})

it('hazards that no factor measures are not missed', async () => {
  const facts = await factsOf({ '/positions/0/hazards': ['HZ-PHY-COLDWET', 'HZ-PHY-UV'] })
  expect(unmonitoredHazards(facts)).toEqual(['HZ-PHY-UV'])
})

describe('hazards beyond a limit', () => {
  it('are together what one measurement stands for, with the substances measured under a class', () => {
    const exceeding = {
      exceedingFactors: ['PH-NOISE-LAEQ', 'DU-TOT', 'DU-METAL'],
      exceedingHazards: ['HZ-PHY-NOISE', 'HZ-DUST-PART', 'HZ-DUST-ORG', 'HZ-DUST-INORG', 'HZ-CHEM-PB', 'HZ-DUST-METAL'],
    }
    expect(exceedingTogether(exceeding)).toEqual([
      ['HZ-PHY-NOISE'],
      ['HZ-DUST-PART', 'HZ-DUST-ORG', 'HZ-DUST-INORG'],
      ['HZ-DUST-METAL', 'HZ-CHEM-PB'],
    ])
  })

  it('measured in another campaign of the year are not missed in this one', async () => {
    const facts = await factsOf({ '/positions/0/hazards': ['HZ-PHY-UV'] })
    const { history } = sampleContext.known
    const known = { ...sampleContext.known, history: history && { ...history, restOfYear: REST } }
    expect(unmonitoredHazards({ ...facts, context: { ...facts.context, known } })).toEqual([])
  })
})

const REST = { hazards: ['HZ-PHY-UV'], reports: [] }
