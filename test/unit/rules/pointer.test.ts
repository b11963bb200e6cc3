import { describe, expect, it } from 'vitest'
import { matches, pointerOf, tokensOf, touches, valueAt, withValueAt } from '../../../src/rules/pointer.ts'

describe('a JSON Pointer', () => {
  it('escapes what RFC 6901 escapes, and back', () => {
    expect(pointerOf(['a/b', 'm~n', 0])).toBe('/a~1b/m~0n/0')
    expect(tokensOf('/a~1b/m~0n/0')).toEqual(['a/b', 'm~n', '0'])
    expect(tokensOf('/~01')).toEqual(['~1'])
    expect(tokensOf('')).toEqual([])
  })
})

describe('a pattern', () => {
  it.each([
    ['/victims/*/sex', '/victims/3/sex', true],
    ['/victims/*/sex', '/victims/3', true],
    ['/victims/*/sex', '/victims/3/sex/x', true],
    ['/victims/*/sex', '', true],
    ['/victims/*/sex', '/victims/3/name', false],
    ['/victims', '/victimsx', false],
  ])('%s touches %s: %s', (pattern, pointer, expected) => {
    expect(touches(pattern, pointer)).toBe(expected)
  })

  it.each([
    ['/victims/*/sex', '/victims/3/sex', true],
    ['/victims/*/sex', '/victims/3', false],
    ['', '', true],
  ])('%s matches %s: %s', (pattern, pointer, expected) => {
    expect(matches(pattern, pointer)).toBe(expected)
  })
})

describe('a value in a body', () => {
  const body = { victims: [{ name: 'A' }, { name: 'B' }], place: { code: '01' } }

  it('is found, or is undefined', () => {
    expect(valueAt(body, '/victims/1/name')).toBe('B')
    expect(valueAt(body, '/victims/2/name')).toBeUndefined()
    expect(valueAt(body, '/place/code/x')).toBeUndefined()
    expect(valueAt(body, '')).toBe(body)
  })

  it('is replaced, removed, appended or made in a copy; the body stays as it was', () => {
    const before = structuredClone(body)
    expect(valueAt(withValueAt(body, '/victims/0/name', 'C'), '/victims')).toEqual([{ name: 'C' }, { name: 'B' }])
    expect(valueAt(withValueAt(body, '/victims/0', undefined), '/victims')).toEqual([{ name: 'B' }])
    expect(valueAt(withValueAt(body, '/victims/-', { name: 'C' }), '/victims/2/name')).toBe('C')
    expect(withValueAt(body, '/place', undefined)).not.toHaveProperty('place')
    expect(valueAt(withValueAt(body, '/death/mode', 'A'), '/death')).toEqual({ mode: 'A' })
    expect(body).toEqual(before)
  })
})
