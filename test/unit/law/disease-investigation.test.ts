import { describe, expect, it } from 'vitest'
import { appliesOn, cite } from '../../../src/law/citation.ts'
import {
  FILED_TRIGGERS,
  type InvestigationFacts,
  investigationTriggers,
} from '../../../src/law/disease-investigation.ts'
import { diseaseInvestigationTriggers } from '../../../src/reference/catalogue.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const LAST_DAY_OF_TT28 = legalDate('2026-02-14')
const FIRST_DAY_OF_TT56 = legalDate('2026-02-15')

const QUIET: InvestigationFacts = {
  exceeded: false,
  monitored: true,
  unmonitoredHazards: [],
  exposed: 100,
  examined: 100,
  suspected: 0,
  diagnosed: 0,
  acuteOn: [],
}
const codes = (facts: Partial<InvestigationFacts>, on = FIRST_DAY_OF_TT56) =>
  investigationTriggers({ ...QUIET, ...facts }, on).map(({ code }) => code)

describe('cases for an investigation of occupational disease', () => {
  it('are none where all is monitored within the limits and nobody is suspected', () => {
    expect(codes({})).toEqual([])
  })

  it.each<[string, Partial<InvestigationFacts>, string[]]>([
    ['over a limit, examined, nobody found', { exceeded: true }, ['limit-exceeded-no-disease']],
    ['over a limit, and somebody found', { exceeded: true, diagnosed: 1 }, []],
    ['over a limit, nobody examined', { exceeded: true, examined: 0 }, ['not-examined']],
    ['not monitored', { exceeded: null, monitored: false }, ['not-monitored']],
    ['a hazard factor left out', { unmonitoredHazards: ['HZ-PHY-NOISE'] }, ['not-monitored']],
    ['within the limits, somebody suspected', { suspected: 1 }, ['within-limits-suspected']],
    ['within the limits, somebody diagnosed', { diagnosed: 1 }, ['within-limits-suspected']],
    ['exposed and not examined', { examined: 0 }, ['not-examined']],
    ['nothing known', { exceeded: null, monitored: null, exposed: null, examined: null, suspected: 2 }, []],
  ])('%s', (_what, facts, expected) => {
    expect(codes(facts)).toEqual(expected)
  })

  it.each([
    [['2026-03-01', '2026-03-20', '2026-03-14'], []],
    [['2026-03-01', '2026-03-15', '2026-03-14'], []],
    [['2026-03-01', '2026-03-08', '2026-03-14'], ['many-ill-at-once']],
    [['2026-01-01', '2026-03-14', '2026-03-14', '2026-03-14'], ['many-ill-at-once']],
    [['2026-03-14', '2026-03-14'], []],
  ])('three acute cases within fourteen days are many at once by our policy: %o gives %o', (days, expected) => {
    expect(codes({ acuteOn: days.map(legalDate) })).toEqual(expected)
  })

  it('cite Circular 56/2025 since 15 February 2026, Circular 28/2016 until then, of which one point was read', () => {
    const everything = { ...QUIET, exceeded: true, monitored: false, unmonitoredHazards: ['HZ-PHY-NOISE'] }
    expect(investigationTriggers(everything, FIRST_DAY_OF_TT56)).toEqual([
      { code: 'limit-exceeded-no-disease', citations: [cite('TT56-2025-BYT 11.1.b')] },
      { code: 'not-monitored', citations: [cite('TT56-2025-BYT 11.1.b')] },
    ])
    expect(investigationTriggers(everything, LAST_DAY_OF_TT28)).toEqual([
      { code: 'limit-exceeded-no-disease', citations: [cite('TT28-2016-BYT 14.1.d')] },
    ])
  })

  it('are codes of the list, whose articles are in force as long as the codes', () => {
    for (const code of FILED_TRIGGERS) expect(diseaseInvestigationTriggers.findEver(code), code).toBeDefined()
    for (const { code, validFrom, attributes } of diseaseInvestigationTriggers.entriesOn()) {
      expect(validFrom !== null && appliesOn(cite(attributes.article ?? ''), validFrom), code).toBe(true)
    }
  })
})
