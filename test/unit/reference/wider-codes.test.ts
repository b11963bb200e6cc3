import { describe, expect, it } from 'vitest'
import { byCharacter, byDot, byFirstTwoCharacters } from '../../../src/reference/wider-codes.ts'

describe('wider codes', () => {
  it('by character: each leading part, nearest first', () => {
    expect(byCharacter('8111')).toEqual(['811', '81', '8'])
    expect(byCharacter('8')).toEqual([])
    expect(byCharacter('')).toEqual([])
  })

  it('by dot: 11 does not lie in 1', () => {
    expect(byDot('3.1.2')).toEqual(['3.1', '3'])
    expect(byDot('11')).toEqual([])
  })

  it('by the first two characters: 0110 does not lie in 011', () => {
    expect(byFirstTwoCharacters('0110')).toEqual(['01'])
    expect(byFirstTwoCharacters('01')).toEqual([])
  })
})
