import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTS, type ActFacts, fold, nextActs, stateAfter } from '../../../src/declaration/lifecycle.ts'

const filed = { act: 'file' } as const

describe('the life of a declaration', () => {
  it('begins with a filing and with nothing else', () => {
    expect(nextActs(null)).toEqual(['file'])
    for (const act of ACTS) expect(stateAfter(null, { act }) === null).toBe(act !== 'file')
  })

  it('counts the latest filed revision while none was accepted', () => {
    expect(fold([filed, { act: 'amend' }])).toEqual({ seq: 2, revision: 2, inForce: 2, status: 'filed' })
  })

  it('keeps the accepted revision in force until its amendment is accepted', () => {
    const accepted = { seq: 2, revision: 1, inForce: 1, status: 'accepted' } as const
    expect(stateAfter(accepted, { act: 'amend' })).toEqual({ seq: 3, revision: 2, inForce: 1, status: 'filed' })
  })

  it('does not count what waits for review until it is released', () => {
    const waiting = fold([{ act: 'file', needsReview: true }])
    expect(waiting).toEqual({ seq: 1, revision: 1, inForce: null, status: 'needs-review' })
    expect(stateAfter(waiting, { act: 'release' })).toEqual({ seq: 2, revision: 1, inForce: 1, status: 'filed' })
  })

  it('ends with a withdrawal, which never counts, and takes nothing but comments', () => {
    const withdrawn = fold([filed, { act: 'withdraw' }])
    expect(withdrawn).toMatchObject({ status: 'withdrawn', inForce: null })
    expect(nextActs(withdrawn)).toEqual(['comment'])
  })

  it('does not count what was merged into another, and takes nothing but its undoing and comments', () => {
    const merged = fold([filed, { act: 'accept' }, { act: 'merge' }])
    expect(merged).toEqual({ seq: 3, revision: 1, inForce: null, status: 'merged' })
    expect(nextActs(merged)).toEqual(['unmerge', 'comment'])
  })

  it('stands after the undoing of a merge as it stood before', () => {
    const before = fold([filed, { act: 'accept' }, { act: 'amend' }])
    const merged = stateAfter(before, { act: 'merge' })
    const undone = stateAfter(merged, { act: 'unmerge', before: { inForce: 1, status: 'filed' } })
    expect(undone).toEqual({ ...before, seq: 5 })
  })

  it('numbers acts without gaps and never counts a revision that was not filed', () => {
    const acts = fc.array(fc.record<ActFacts>({ act: fc.constantFrom(...ACTS), needsReview: fc.boolean() }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(acts, (attempted) => {
        let state = fold([])
        for (const act of attempted) {
          const next = stateAfter(state, act)
          expect(next !== null).toBe(nextActs(state).includes(act.act))
          if (next === null) continue
          expect(next.seq).toBe((state?.seq ?? 0) + 1)
          expect(next.revision).toBeGreaterThanOrEqual(state?.revision ?? 1)
          if (next.inForce !== null) expect(next.inForce).toBeLessThanOrEqual(next.revision)
          if (next.status === 'withdrawn' || next.status === 'merged') expect(next.inForce).toBeNull()
          state = next
        }
      }),
    )
  })
})
