import { describe, expect, it } from 'vitest'
import { carriedPin } from '../../../src/declaration/pins.ts'

const before = {
  accident: { cause: '1' },
  victims: [
    { victimId: 'a', injuries: ['011'] },
    { victimId: 'b', injuries: ['012'] },
  ],
  recipients: [{ authority: 'POLICE' }, { authority: 'LABOUR' }],
}

describe('a pin in an amended declaration', () => {
  it('follows the element with an id wherever it moved', () => {
    const after = { ...before, victims: before.victims.toReversed() }
    expect(carriedPin('/victims/0/injuries', before, after)).toBe('/victims/1/injuries')
  })

  it('is lost with the element', () => {
    const after = { ...before, victims: before.victims.slice(1), recipients: [] }
    expect(carriedPin('/victims/0/injuries', before, after)).toBeNull()
    expect(carriedPin('/victims/1/injuries/0', before, after)).toBe('/victims/0/injuries/0')
    expect(carriedPin('/recipients/1', before, after)).toBeNull()
  })

  it('keeps its place where elements have no id', () => {
    expect(carriedPin('/recipients/1/authority', before, before)).toBe('/recipients/1/authority')
  })

  it('stays where something is missing, for that may be what it is about', () => {
    expect(carriedPin('/accident/narrative', before, before)).toBe('/accident/narrative')
    expect(carriedPin('/measuresTaken/0', before, before)).toBe('/measuresTaken/0')
    expect(carriedPin('', before, {})).toBe('')
  })
})
