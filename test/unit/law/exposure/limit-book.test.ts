import { describe, expect, it } from 'vitest'
import { type ExposureLimit, isKnown } from '../../../../src/law/exposure/limit.ts'
import { builtInLimits, candidates, limitBook, limitsFor } from '../../../../src/law/exposure/limit-book.ts'
import { inForce } from '../../../../src/law/instruments.ts'
import { groupBy } from '../../../../src/reference/group-by.ts'
import { covers, legalDate } from '../../../../src/reference/legal-date.ts'

const ON = legalDate('2026-03-10')
const { limits } = builtInLimits()

const of = (regulation: string) => limits.filter((limit) => limit.regulation === regulation)
const entries = (found: readonly ExposureLimit[]) => new Set(found.map(({ id }) => id.slice(0, id.lastIndexOf('/'))))

describe('the limits of the release', () => {
  it('are all 50 substances of QCVN 03:2019/BYT, the limits of a shift of 25 of them read', () => {
    const table = of('QCVN03-2019-BYT')
    expect(entries(table).size).toBe(50)
    expect(table.filter(({ sampleType, verified }) => sampleType === 'twa' && verified)).toHaveLength(25)
  })

  it('name 28 of the 70 substances of QCVN 01:2025/BYT, whose limits nobody has read', () => {
    const table = of('QCVN01-2025-BYT')
    expect(entries(table).size).toBe(28)
    expect(table.some(isKnown)).toBe(false)
  })

  it('end Decision 3733/2002 for a substance where a later regulation begins', () => {
    const later = [...of('QCVN03-2019-BYT'), ...of('QCVN01-2025-BYT')]
    const byCas = groupBy(
      later.flatMap((limit) => limit.cas.map((cas) => ({ cas, limit }))),
      ({ cas }) => cas,
    )
    for (const old of of('QD3733-2002-BYT')) {
      for (const { limit } of old.cas.flatMap((cas) => byCas.get(cas) ?? [])) {
        expect(limit.validFrom !== null && covers(old, limit.validFrom), `${old.id} beside ${limit.id}`).toBe(false)
      }
    }
  })

  it('have one version of each at a time, within the life of its text', () => {
    for (const [id, versions] of groupBy(limits, (limit) => limit.id)) {
      for (const one of versions) {
        const { validFrom } = one
        expect(validFrom !== null && inForce(one.regulation, validFrom), id).toBe(true)
        expect(versions.filter((other) => validFrom !== null && covers(other, validFrom))).toEqual([one])
      }
    }
  })

  it('are wanting or doubtful only where they say so', () => {
    const unread = limits.filter((limit) => limit.verified && !isKnown(limit))
    expect(unread).toEqual([])
    for (const { source, verified } of limits) expect(source === 'memory' && verified).toBe(false)
  })
})

describe('looking up', () => {
  it('gives the limits of a substance on a day', () => {
    const ids = (on: string) =>
      limitsFor(builtInLimits(), { factor: 'CH-ORG', cas: '62-53-3' }, legalDate(on)).map(({ id }) => id)
    expect(ids('2019-12-08')).toEqual(['QD3733-2002/8/twa', 'QD3733-2002/8/each-time'])
    expect(ids('2019-12-09')).toEqual(['QCVN03-2019/6/twa'])
  })

  it('does not take a fibre or a dust for a chemical of the same CAS number', () => {
    expect(limitsFor(builtInLimits(), { factor: 'CH-INORG', cas: '14808-60-7' }, ON)).toEqual([])
  })

  it('collects once what may judge a campaign, with the silica of its dusts', () => {
    const found = candidates(builtInLimits(), [
      { factor: 'DU-RESP', on: ON },
      { factor: 'DU-RESP', on: ON },
      { factor: 'CH-INORG', cas: '630-08-0', on: ON },
      { factor: 'DU-SIO2-RESP', on: ON },
    ])
    expect(found.map(({ id }) => id)).toEqual([
      'QCVN02-2019/group-1-respirable/twa',
      'QCVN02-2019/group-2-respirable/twa',
      'QCVN02-2019/group-3-respirable/twa',
      'QCVN02-2019/group-4-respirable/twa',
      'QCVN02-2019/silica-respirable/twa',
      'QCVN03-2019/14/twa',
      'QCVN03-2019/14/stel',
    ])
  })

  it('works on limits that were kept as JSON', () => {
    const kept = limitBook(JSON.parse(JSON.stringify(limits)))
    expect(limitsFor(kept, { factor: 'MC-RH' }, ON)).toEqual(limitsFor(builtInLimits(), { factor: 'MC-RH' }, ON))
  })
})
