import { describe, expect, it } from 'vitest'
import { timeLeft } from '../../../src/work-list/time-left.ts'

const at = (text: string) => new Date(text)

describe('the time left', () => {
  it('is told in days, hours and minutes', () => {
    expect(timeLeft(at('2026-07-04T17:00:00Z'), at('2026-07-02T14:30:20Z'))).toEqual({
      over: false,
      days: 2,
      hours: 2,
      minutes: 29,
    })
  })

  it('is told of a limit that is over by how long ago it was', () => {
    expect(timeLeft(at('2026-07-04T17:00:00Z'), at('2026-07-10T02:00:00Z'))).toEqual({
      over: true,
      days: 5,
      hours: 9,
      minutes: 0,
    })
  })

  it('is over at the instant of the limit', () => {
    const limit = at('2026-07-04T17:00:00Z')
    expect(timeLeft(limit, limit)).toEqual({ over: true, days: 0, hours: 0, minutes: 0 })
  })
})
