import { describe, expect, it } from 'vitest'
import { programmes } from '../../../src/law/programmes.ts'

describe('programmes', () => {
  it('have ids of their own, and targets that are told apart within each', () => {
    expect(new Set(programmes.map(({ id }) => id)).size).toBe(programmes.length)
    for (const { id, targets } of programmes) {
      expect(new Set(targets.map((target) => target.id)).size, id).toBe(targets.length)
    }
  })

  it('of Bach Thong 2021-2025 ask for more than half of the workers at risk to be examined', () => {
    const bachThong = programmes.find(({ id }) => id === 'bach-thong-2021-2025')
    expect(bachThong?.area).toEqual({ scheme: 'VN-2004', codes: ['063'] })
    expect(bachThong?.targets.find(({ id }) => id === 'disease-exam-coverage')).toMatchObject({
      operator: '>',
      value: 50,
      unit: '%',
    })
  })
})
