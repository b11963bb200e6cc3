import { describe, expect, it } from 'vitest'
import {
  compensationDecisionDue,
  compensationFileDue,
  compensationPaymentDue,
  leastBenefit,
  leastHundredthsOfMonth,
} from '../../../src/law/accident-compensation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

describe('the least compensation and allowance, in hundredths of a month', () => {
  it.each([
    [4, 0, 0],
    [5, 150, 60],
    [10, 150, 60],
    [11, 190, 76],
    [15, 350, 140],
    [20, 550, 220],
    [50, 1_750, 700],
    [80, 2_950, 1_180],
    [81, 3_000, 1_200],
    [100, 3_000, 1_200],
    ['death', 3_000, 1_200],
  ] as const)('of %s: %i and %i', (loss, compensation, allowance) => {
    expect(leastHundredthsOfMonth('compensation', loss)).toBe(compensation)
    expect(leastHundredthsOfMonth('allowance', loss)).toBe(allowance)
  })

  it('is rounded up to the unit of the salary', () => {
    expect(leastBenefit('compensation', 11, 10_000)).toBe(19_000)
    expect(leastBenefit('allowance', 11, 10_001)).toBe(7_601)
  })
})

describe('its days', () => {
  it('count five working days to the decision, over a holiday', () => {
    expect(compensationDecisionDue(legalDate('2026-04-29'))).toMatchObject({ date: '2026-05-08', limit: 5 })
  })

  it('count calendar days to the payment and the file', () => {
    expect(compensationPaymentDue(legalDate('2026-05-08'))?.date).toBe('2026-05-13')
    expect(compensationFileDue(legalDate('2026-05-08'))?.date).toBe('2026-05-18')
  })

  it('have no limit known here before Circular 28/2021', () => {
    expect(compensationDecisionDue(legalDate('2022-02-28'))).toBeUndefined()
  })
})
