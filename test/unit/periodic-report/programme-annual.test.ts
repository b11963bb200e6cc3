import { describe, expect, it } from 'vitest'
import { draftProgrammeAnnual, withMeasured } from '../../../src/periodic-report/programme-annual/draft.ts'
import { programmeAnnualForm } from '../../../src/periodic-report/programme-annual/form.ts'
import { plansOwed } from '../../../src/periodic-report/programme-annual/plans.ts'
import { sampleProgrammeAnnual } from '../../../src/periodic-report/programme-annual/sample.ts'
import { targetsReached } from '../../../src/periodic-report/programme-annual/targets-reached.ts'
import { sampleKnown } from '../../../src/periodic-report/sample.ts'

const IN_BACH_THONG = { commune: { scheme: 'VN-2025', code: '01849' } } as const
const IN_HA_NOI = { commune: { scheme: 'VN-2025', code: '00004' } } as const
const OFFICE = {
  commune: null,
  self: { kind: 'labour-office', unit: { scheme: 'VN-2025', code: '19' }, name: null },
} as const
const DIRECTIVE = 'directive-31-district-plan'
const BACH_THONG = 'bach-thong-2021-2025'
const owed = (known: Parameters<typeof plansOwed>[0], year: number) =>
  plansOwed(known, year).map(({ plan, before }) => `${plan.id} ${before}`)

describe('the plans that are reported on', () => {
  it.each([
    [IN_BACH_THONG, 2025, [`${BACH_THONG} 2025-12-10`, `${DIRECTIVE} 2025-12-15`]],
    [IN_BACH_THONG, 2026, [`${DIRECTIVE} 2026-12-15`]],
    [IN_HA_NOI, 2025, [`${DIRECTIVE} 2025-12-15`]],
    [IN_HA_NOI, 2023, []],
    // The first plan asks the units alone.
    [OFFICE, 2025, [`${DIRECTIVE} 2025-12-25`]],
    [{ commune: null, self: { ...OFFICE.self, kind: 'health-office' } } as const, 2025, []],
    [{ commune: null }, 2025, []],
  ])('by %o in %i: %o', (known, year, expected) => {
    expect(owed(known, year)).toEqual(expected)
  })

  it('make the report due with the first of those that it names', () => {
    const dueOf = (programmes: string[]) =>
      programmeAnnualForm.due(
        { year: 2025, half: null },
        {
          section: { programmes: programmes.map((programme) => ({ programme })) },
          known: { ...sampleKnown, ...IN_BACH_THONG },
        },
      )?.due
    expect(dueOf([DIRECTIVE, BACH_THONG])).toBe('2025-12-09')
    expect(dueOf([DIRECTIVE])).toBe('2025-12-14')
    expect(dueOf([])).toBeUndefined()
  })
})

describe('the draft', () => {
  const drafted = draftProgrammeAnnual(plansOwed(OFFICE, 2026))
  const NOTE = { vi: 'Theo sổ đăng ký', en: 'By the register' }
  const measured = (target: string, value: number | null, numerator: number | null, denominator: number | null) => ({
    target,
    value,
    numerator,
    denominator,
    change: null,
    note: NOTE,
  })

  it('has every target and group of the plan, and no number', () => {
    expect(drafted.programmes).toMatchObject([{ programme: DIRECTIVE }])
    const [{ targets = [], groups = [] } = {}] = drafted.programmes ?? []
    expect(targets).toEqual([
      { target: 'fatality-rate' },
      { target: 'disease-exam-growth' },
      { target: 'environment-monitoring-growth' },
    ])
    expect(groups).toHaveLength(10)
  })

  it('takes what the register measures, and leaves out a share beyond the whole', async () => {
    const filled = await withMeasured(
      drafted,
      async () => [
        measured('fatality-rate', 150, 3, 2),
        measured('disease-exam-growth', 175, 110, 40),
        measured('environment-monitoring-growth', null, null, null),
      ],
      'en',
    )
    expect(filled.programmes?.[0]?.targets).toEqual([
      { target: 'fatality-rate', note: NOTE.en },
      { target: 'disease-exam-growth', value: 175, numerator: 110, denominator: 40, note: NOTE.en },
      { target: 'environment-monitoring-growth', note: NOTE.en },
    ])
  })
})

describe('a reported target', () => {
  it('is met by its value, and of two readings by the one chosen', () => {
    const [programme = {}] = sampleProgrammeAnnual.programmes ?? []
    const met = (reading?: 'fell' | 'below') => {
      const [rate, ...others] = programme.targets ?? []
      const targets = [{ ...rate, reading }, ...others]
      return targetsReached({ programmes: [{ ...programme, targets }] }, 'en').map((one) => one.met)
    }
    expect(met('below')).toEqual([true, true, false])
    expect(met('fell')).toEqual([true, true, false])
    expect(met()).toEqual([null, true, false])
  })
})
