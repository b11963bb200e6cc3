import { describe, expect, it } from 'vitest'
import { graverTurn } from '../../../src/law/accident-graver-turn.ts'

const nobody = { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0 }
const light = { ...nobody, light: 1 }
const serious = { ...nobody, serious: 1 }
const two = { ...nobody, serious: 2 }
const fatal = { ...nobody, dead: 1 }

const told = (casualties: typeof nobody, news: string | null) => ({ casualties, news })

describe('a graver turn', () => {
  it('is the news that made the accident gravest', () => {
    expect(graverTurn(light, [told(serious, 'Monday'), told(fatal, 'Friday')])).toEqual({
      declared: light,
      turn: 'Friday',
    })
  })

  it('is not repeated by what is told again, nor by a second death', () => {
    expect(graverTurn(serious, [told(fatal, 'Monday'), told(fatal, 'Friday')]).turn).toBe('Monday')
    expect(graverTurn(fatal, [told({ ...fatal, dead: 2 }, 'Monday')])).toEqual({
      declared: { ...fatal, dead: 2 },
      turn: null,
    })
  })

  it('outlives an amendment of something else', () => {
    expect(graverTurn(serious, [told(fatal, 'Monday'), told(fatal, null)])).toEqual({
      declared: serious,
      turn: 'Monday',
    })
  })

  it('does not outlive a correction of how the victims were', () => {
    expect(graverTurn(serious, [told(fatal, 'Monday'), told(serious, null)])).toEqual({ declared: serious, turn: null })
    expect(graverTurn(light, [told(serious, 'Monday'), told(two, null)])).toEqual({ declared: two, turn: null })
  })

  it('is none where an error is put right or a gap filled', () => {
    expect(graverTurn(serious, [told(fatal, null)])).toEqual({ declared: fatal, turn: null })
    expect(graverTurn({ ...nobody, unknown: 1 }, [told(serious, null)])).toEqual({ declared: serious, turn: null })
  })

  it('counts from what was put right', () => {
    expect(graverTurn(light, [told(serious, null), told(fatal, 'Friday')])).toEqual({
      declared: serious,
      turn: 'Friday',
    })
  })

  it('is over when the victims are no worse than declared', () => {
    expect(graverTurn(serious, [told(two, 'Monday'), told(light, 'Friday')]).turn).toBeNull()
  })
})
