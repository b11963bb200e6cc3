import { describe, expect, it } from 'vitest'
import type { FilingContext } from '../../../src/declaration/filing-context.ts'
import { judge } from '../../../src/declaration/judge.ts'
import type { EnvironmentFacts } from '../../../src/environment/facts.ts'
import { environmentKind } from '../../../src/environment/kind.ts'
import type { EnvironmentKnown } from '../../../src/environment/known.ts'
import { sampleCampaign, sampleContext, sampleKnown } from '../../../src/environment/sample.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'

type Change = Readonly<Record<string, unknown>>
type Context = Partial<Omit<FilingContext<EnvironmentKnown>, 'known'>>

interface Case {
  readonly change?: Change
  readonly context?: Context
  readonly known?: Partial<EnvironmentKnown>
}

async function judged({ change = {}, context = {}, known = {} }: Case) {
  const { known: usual, ...sample } = sampleContext
  const body = Object.entries(change).reduce<unknown>(
    (whole, [at, value]) => withValueAt(whole, at, value),
    sampleCampaign,
  )
  return judge(environmentKind, body, {
    context: { ...sample, ...context },
    lookUp: async () => ({ ...usual, ...known }),
    absent: new Set(),
    mintId: () => 'minted',
  })
}

async function factsOf(of: Case): Promise<EnvironmentFacts> {
  const { judged: accepted } = await judged(of)
  if (accepted === null) throw new Error('no facts')
  return accepted.facts
}

/** What was found, `rule kind`, each once; without what is only worth knowing unless `all`. */
async function found(of: Case, all = false): Promise<string[]> {
  const { findings } = await judged(of)
  return [...new Set(findings.filter(({ kind }) => all || kind !== 'info').map(({ rule, kind }) => `${rule} ${kind}`))]
}

const [silica, noise, , , temperature, humidity] = sampleCampaign.measurements
const NOISE = '/measurements/1'
const organisation = sampleKnown.organisation as NonNullable<EnvironmentKnown['organisation']>
const lastYear = sampleKnown.history?.campaigns[0] as NonNullable<EnvironmentKnown['history']>['campaigns'][number]

/** A chemical in the place of a silica sample, which leaves the summary as it is but for the factor. */
function chemical(result: Change): Change {
  return {
    '/measurements/9': {
      measurementId: '10',
      positionId: 'VT2',
      factor: 'CH-INORG',
      cas: '630-08-0',
      sampleType: 'twa',
      sampling: 'personal',
      method: 'NIOSH 6604',
      instrumentId: 'TB1',
      sampledAt: '2026-03-11',
      durationMinutes: 240,
      exposureMinutes: 480,
      unit: 'mg/m³',
      ...result,
    },
    '/summary': undefined,
  }
}

/** An organic vapour. */
const benzene = (result: Change) => chemical({ factor: 'CH-ORG', cas: '71-43-2', ...result })

describe('the synthetic cases of the collection', () => {
  it('TX-01: a complete report in which all pass is faultless', async () => {
    expect(await found({})).toEqual([])
  })

  it('TX-02: more exceed than there are samples', async () => {
    const counts = [{ factor: 'RA-UV-EFF', samples: 5, exceeding: 6 }]
    expect(await found({ change: { '/counts': counts } })).toContain('ENV-061 error')
  })

  it('TX-03: 88 dBA over 8 hours printed as pass is stored as it is, and told', async () => {
    const all = await found({ change: { [`${NOISE}/value`]: 88 } })
    expect(all).toEqual(expect.arrayContaining(['ENV-110 breach', 'ENV-114 breach']))
    expect(all.filter((line) => line.endsWith('error') || line.endsWith('warning'))).toEqual([])
  })

  it('TX-04: 88 dBA over 4 hours is the limit', async () => {
    const change = { [`${NOISE}/value`]: 88, [`${NOISE}/exposureMinutes`]: 240, [`${NOISE}/printedLimit`]: { max: 88 } }
    expect(await found({ change })).toEqual([])
    expect((await factsOf({ change })).measurements[1]?.assessment).toMatchObject({ verdict: 'pass', limitValue: 88 })
  })

  it('TX-05: noise without a time of exposure', async () => {
    expect(await found({ change: { [NOISE]: { ...noise, value: 90, exposureMinutes: undefined } } })).toContain(
      'ENV-091 error',
    )
  })

  it('TX-06: an organisation that nobody announced', async () => {
    expect(await found({ known: { organisation: null } })).toEqual(['ENV-020 breach'])
  })

  it('TX-07: sampled before the announcement', async () => {
    const announcement = { ...organisation.announcement, announcedOn: legalDate('2026-05-01') }
    expect(await found({ known: { organisation: { ...organisation, announcement } } })).toEqual(['ENV-021 breach'])
  })

  it('TX-08: calibration that had expired; the campaign counts as long as one instrument was calibrated', async () => {
    const change = { '/instruments/0/calibration/validUntil': '2026-01-31' }
    expect(await found({ change })).toEqual(['ENV-027 breach'])
    const { standing, measurements } = await factsOf({ change })
    expect(standing.counts).toBe(true)
    expect(measurements.map(({ calibrated }) => calibrated).slice(0, 4)).toEqual([false, true, false, true])
  })

  it('TX-09: carbon monoxide over its limit for a shift', async () => {
    expect(await found({ change: chemical({ value: 45 }) })).toContain('ENV-126 breach')
  })

  it('TX-10: carbon monoxide within its limit for a short time', async () => {
    const change = chemical({ value: 35, sampleType: 'stel', durationMinutes: 15 })
    expect((await factsOf({ change })).measurements[9]?.assessment).toMatchObject({ verdict: 'pass', limitValue: 40 })
    expect(await found({ change })).toEqual([])
  })

  it('TX-11: a short-term sample of an hour is improbable: the regulation says 15 minutes, the margin is ours', async () => {
    expect(await found({ change: chemical({ value: 35, sampleType: 'stel', durationMinutes: 60 }) })).toContain(
      'ENV-089 warning',
    )
  })

  it('TX-12: a shift of 12 hours lowers the limit; the formula is from memory, so the verdict advises', async () => {
    const change = {
      ...benzene({ value: 3, durationMinutes: 480, exposureMinutes: 720 }),
      '/positions/1/shiftHours': 12,
    }
    const { measurements, factors } = await factsOf({ change })
    expect(measurements[9]?.assessment).toMatchObject({ verdict: 'exceed', advisory: true, limitValue: 2.5 })
    expect(factors.get('CH-ORG')).toMatchObject({ exceeding: 0, advisoryExceeding: 1 })
    expect(await found({ change })).toEqual([])
  })

  it('TX-13: a limit of detection above the limit decides nothing', async () => {
    const change = benzene({ belowDetection: true, detectionLimit: 6 })
    expect((await factsOf({ change })).measurements[9]?.assessment).toMatchObject({
      verdict: 'not-assessable',
      reason: 'detection-limit-above-limit',
    })
    expect((await found({ change }, true)).some((line) => line.startsWith('ENV-086'))).toBe(true)
  })

  it('TX-14: more respirable dust than dust', async () => {
    const change = {
      '/measurements/0': { ...silica, factor: 'DU-TOT', sampleId: 'M1', value: 1 },
      '/measurements/2': { ...silica, measurementId: '3', factor: 'DU-RESP', sampleId: 'M1', value: 1.5 },
    }
    expect(await found({ change })).toContain('ENV-092 error')
  })

  it('TX-15: heavy jobs without ergonomics', async () => {
    const change = { '/measurements/8': undefined, '/summary': undefined }
    expect(await found({ change })).toContain('ENV-043 breach')
  })

  it('TX-16: 36 °C and 85 % at light work', async () => {
    const change = {
      '/positions/1/labourClass': 'light',
      '/measurements/4': { ...temperature, value: 36 },
      '/measurements/5': { ...humidity, value: 85 },
    }
    expect(await found({ change })).toEqual(expect.arrayContaining(['ENV-116 breach', 'ENV-117 breach']))
  })

  it('TX-17: the microclimate of a construction site is outside the regulation', async () => {
    const change = { '/positions/1/place': 'construction', '/measurements/4/value': 37 }
    expect((await factsOf({ change })).measurements[4]?.assessment).toMatchObject({
      verdict: 'not-assessable',
      reason: 'place-outside-scope',
    })
    expect((await found({ change }, true)).some((line) => line.startsWith('ENV-120'))).toBe(true)
  })

  it('TX-18: a factor of the dossier left out', async () => {
    const register = sampleContext.register && {
      ...sampleContext.register,
      hazardFactors: ['HZ-PHY-NOISE', 'HZ-PHY-UV'],
    }
    expect(await found({ context: { register } })).toEqual(['ENV-040 breach'])
  })

  it('TX-19: filed on 31 December is late', async () => {
    const of = (day: string) => found({ context: { receivedAt: new Date(`${day}T09:00:00+07:00`) } })
    expect(await of('2026-12-31')).toEqual(['ENV-009 breach'])
    expect(await of('2026-12-30')).toEqual([])
  })

  it('TX-20: exceedances without measures', async () => {
    expect(await found({ change: { [`${NOISE}/value`]: 90 } })).toContain('ENV-151 breach')
  })

  it.each([
    ['TX-21', '2025-11-01', true],
    ['TX-22', '2025-08-01', false],
  ])('%s: Decision 3733 cited for acrylonitrile sampled on %s', async (_id, day, told) => {
    const change = {
      ...benzene({ cas: '107-13-1', value: 0.1, printedText: 'QĐ 3733/2002/QĐ-BYT', sampledAt: day }),
      '/campaign': { sampledFrom: day, sampledTo: day, productionRunning: true },
    }
    expect((await found({ change })).some((line) => line.startsWith('ENV-134'))).toBe(told)
  })

  it('TX-23: production stood still', async () => {
    const change = { '/campaign/productionRunning': false }
    expect(await found({ change })).toEqual(['ENV-097 breach'])
    expect((await factsOf({ change })).standing).toMatchObject({ eligible: true, counts: false })
  })

  it('TX-25: no campaign in the year between', async () => {
    const history = { campaigns: [{ ...lastYear, sampledTo: legalDate('2024-12-01') }], screenings: [] }
    expect(await found({ known: { history } }, true)).toEqual(
      expect.arrayContaining(['ENV-007 breach', 'ENV-008 info']),
    )
  })

  it('TX-26: an electric field longer than allowed', async () => {
    const change = chemical({ factor: 'EM-50HZ-E', cas: undefined, value: 10, unit: 'kV/m', exposureMinutes: 200 })
    expect(await found({ change })).toContain('ENV-130 breach')
  })

  it('TX-27: three vapours within their limits, too much together; advice only', async () => {
    const { '/measurements/9': first } = benzene({ value: 2.5 }) as Record<string, object>
    const change = {
      '/measurements/9': first,
      '/measurements/10': { ...first, measurementId: '11', cas: '108-88-3', value: 40 },
      '/measurements/11': { ...first, measurementId: '12', cas: '1330-20-7', value: 20 },
      '/summary': undefined,
    }
    const { mixtures } = await factsOf({ change })
    expect(mixtures.map(({ position, index }) => [position.position.positionId, index])).toEqual([['VT2', 1.1]])
    expect(await found({ change }, true)).toContain('ENV-129 info')
  })

  it('TX-28: a value written as text is not guessed at', async () => {
    expect(await found({ change: { '/measurements/0/value': '1.234' } })).toContain('ENV-081 error')
  })
})

describe('a limit that nobody verified', () => {
  it('advises and is no exceedance of the campaign', async () => {
    const change = benzene({ cas: '108-88-3', value: 130 })
    const { measurements, factors, exceedingPositions } = await factsOf({ change })
    expect(measurements[9]?.assessment).toMatchObject({ verdict: 'exceed', advisory: true })
    expect(factors.get('CH-ORG')).toMatchObject({ samples: 1, exceeding: 0, advisoryExceeding: 1 })
    expect(exceedingPositions).toEqual([])
    expect(await found({ change })).toEqual([])
  })
})
