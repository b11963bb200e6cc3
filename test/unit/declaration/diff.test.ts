import fc from 'fast-check'
import { applyPatch } from 'rfc6902'
import { describe, expect, it } from 'vitest'
import { diffOf } from '../../../src/declaration/diff.ts'

const LONG = ['measurements']

describe('the difference of two revisions', () => {
  it('names the places of a long array that changed, and no others', () => {
    const before = { note: 'a', measurements: [{ value: 1 }, { value: 2 }, { value: 3 }] }
    const after = { note: 'b', measurements: [{ value: 1 }, { value: 20 }] }
    expect(diffOf(before, after, LONG)).toEqual([
      { op: 'replace', path: '/note', value: 'b' },
      { op: 'replace', path: '/measurements/1', value: { value: 20 } },
      { op: 'remove', path: '/measurements/2' },
    ])
  })

  it('is a patch that makes the one of the other', () => {
    const bodies = fc.record({
      note: fc.string(),
      measurements: fc.option(fc.array(fc.record({ value: fc.integer({ min: 0, max: 3 }) }), { maxLength: 8 }), {
        nil: undefined,
      }),
    })
    fc.assert(
      fc.property(bodies, bodies, (one, other) => {
        const [before, after] = [withoutAbsent(one), withoutAbsent(other)]
        const patched = structuredClone(before)
        applyPatch(patched, structuredClone(diffOf(before, after, LONG)))
        expect(patched).toEqual(after)
      }),
    )
  })

  it('of ten thousand elements is found place by place', () => {
    const measurements = Array.from({ length: 10_000 }, (_, value) => ({ value }))
    const changed = measurements.with(9_999, { value: -1 })
    expect(diffOf({ measurements }, { measurements: changed }, LONG)).toEqual([
      { op: 'replace', path: '/measurements/9999', value: { value: -1 } },
    ])
  })
})

function withoutAbsent(body: object): object {
  return JSON.parse(JSON.stringify(body))
}
