import { describe, expect, it } from 'vitest'
import { type DatedConstant, valueOn } from '../../../src/law/dated-constant.ts'
import * as constants from '../../../src/law/examination-constants.ts'
import { inForce } from '../../../src/law/instruments.ts'
import { occupationalDiseases } from '../../../src/reference/catalogue.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const { covid19, periodicExaminationMonths, ...single } = constants
const all: [string, DatedConstant<unknown>][] = Object.entries({ ...single, ...periodicExaminationMonths })

describe('dated constants of examinations', () => {
  it.each(all)('%s stands in the order of its days and cites texts in force on them', (_, constant) => {
    const days = constant.map(({ validFrom }) => validFrom)
    expect(days).toEqual([...new Set(days)].toSorted())
    for (const { citation, validFrom } of constant) {
      expect(citation.kind === 'law' && inForce(citation.instrument, validFrom)).toBe(true)
    }
  })

  it.each([
    ['return of results', constants.resultsReturn],
    ['referral', constants.assessmentReferral],
  ] as const)('%s: 20 working days until 14 February 2026, 20 days since', (_, constant) => {
    expect(valueOn(constant, legalDate('2026-02-14'))?.value).toEqual({ days: 20, counted: 'working' })
    expect(valueOn(constant, legalDate('2026-02-15'))?.value).toEqual({ days: 20, counted: 'calendar' })
  })

  it('ask for a consultation on nine diseases until 14 February 2026', () => {
    const consulted = valueOn(constants.consultedDiseases, legalDate('2026-02-14'))?.value ?? []
    expect(consulted).toHaveLength(9)
    for (const disease of consulted) expect(occupationalDiseases.findEver(disease)).toBeDefined()
    expect(valueOn(constants.consultedDiseases, legalDate('2026-02-15'))).toBeUndefined()
  })

  it('mark the reading of "06 months after exposure" as ours', () => {
    expect(valueOn(constants.firstDetectionMonths, legalDate('2026-02-14'))).toBeUndefined()
    expect(valueOn(constants.firstDetectionMonths, legalDate('2026-02-15'))).toMatchObject({
      value: 6,
      verified: false,
    })
  })

  it('COVID-19 is recognised from before it was listed, as the list says too', () => {
    const [listed] = occupationalDiseases.versionsOf(covid19.disease)
    expect(listed?.validFrom).toBe(covid19.listedSince)
    expect(listed?.attributes['cases-from']).toBe(covid19.recognisedSince)
    expect(covid19.recognisedSince < covid19.listedSince).toBe(true)
  })
})
