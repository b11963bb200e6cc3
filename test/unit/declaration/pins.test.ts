import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedPin, nearestPlace, standsIn } from '../../../src/declaration/pins.ts'

const before = {
  accident: { cause: '1' },
  note: 'Đã đối chiếu.',
  victims: [
    { victimId: 'a', injuries: ['011', '012'] },
    { victimId: 'b', injuries: ['012'] },
  ],
  byCause: [
    { cause: '1.1', accidents: 2 },
    { cause: '1.2', accidents: 1 },
  ],
  byFactor: [
    { factor: { list: '2025', code: '01' }, accidents: 2 },
    { factor: { list: '2025', code: '02' }, accidents: 1 },
  ],
  recipients: [
    { authority: 'POLICE', unit: '19' },
    { authority: 'LABOUR', unit: '19', notifiedAt: '9:00' },
  ],
}

describe('a place', () => {
  it('stands in a declaration where it names a value of its own', () => {
    for (const pointer of ['', '/note', '/victims/1', '/victims/0/injuries/1', '/byFactor/0/factor/code']) {
      expect([pointer, standsIn(before, pointer)]).toEqual([pointer, true])
    }
    const nowhere = ['/none', '/victims/2', '/victims/-', '/victims/01', '/victims/length', '/note/0', '/constructor']
    for (const pointer of nowhere) expect([pointer, standsIn(before, pointer)]).toEqual([pointer, false])
  })

  it('that stands nowhere is nearest to the part of it that does', () => {
    expect(nearestPlace(before, '/victims/1/death/at')).toBe('/victims/1')
    expect(nearestPlace(before, '/victims/7/person/name')).toBe('/victims')
    expect(nearestPlace(before, '/none')).toBe('')
  })
})

describe('a pin in an amended declaration', () => {
  it('follows the element with an id wherever it moved, and whatever else of it changed', () => {
    const [first, second] = before.victims
    const after = { ...before, victims: [second, { ...first, injuries: ['012', '011'] }] }
    expect(carriedPin('/victims/0', before, after)).toBe('/victims/1')
    expect(carriedPin('/victims/0/injuries/1', before, after)).toBe('/victims/1/injuries/0')
  })

  it('follows the row by the code that the form gives it', () => {
    const [first, second] = before.byCause
    const after = { ...before, byCause: [{ cause: '1.3', accidents: 2 }, second, { ...first, accidents: 5 }] }
    expect(carriedPin('/byCause/0/accidents', before, after)).toBe('/byCause/2/accidents')
    expect(carriedPin('/byCause/1', before, after)).toBe('/byCause/1')
    expect(carriedPin('/byFactor/1', before, { ...before, byFactor: before.byFactor.slice(1) })).toBe('/byFactor/0')
  })

  it('does not follow a code that several rows have', () => {
    const twice = { byCause: [before.byCause[0], { ...before.byCause[0], accidents: 7 }] }
    expect(carriedPin('/byCause/1', twice, { byCause: twice.byCause.toReversed() })).toBe('/byCause/0')
    expect(carriedPin('/byCause/1', twice, { byCause: [{ cause: '1.1', accidents: 9 }] })).toBeNull()
  })

  it('is lost with the element', () => {
    const after = { ...before, victims: before.victims.slice(1), recipients: [], byCause: [{ cause: '9' }] }
    expect(carriedPin('/victims/0/injuries', before, after)).toBeNull()
    expect(carriedPin('/victims/1/injuries/0', before, after)).toBe('/victims/0/injuries/0')
    expect(carriedPin('/recipients/1', before, after)).toBeNull()
    expect(carriedPin('/byCause/0', before, after)).toBeNull()
  })

  it('is lost with the value', () => {
    const { note: _note, ...after } = before
    expect(carriedPin('/note', before, after)).toBeNull()
    expect(carriedPin('/accident/cause', before, { ...before, accident: {} })).toBeNull()
    expect(carriedPin('/victims/0', { victims: {} }, before)).toBeNull()
  })

  it('finds a row without id and code where it moved, by what it says', () => {
    const after = { recipients: [{ authority: 'UNION' }, ...before.recipients.toReversed()] }
    expect(carriedPin('/recipients/0/authority', before, after)).toBe('/recipients/2/authority')
    expect(carriedPin('/victims/0/injuries/1', before, { victims: [{ victimId: 'a', injuries: ['012'] }] })).toBe(
      '/victims/0/injuries/0',
    )
  })

  it('stays at its place in a row that was mended there', () => {
    const [police, labour] = before.recipients
    const after = { recipients: [police, { ...labour, notifiedAt: '8:30' }] }
    expect(carriedPin('/recipients/1/notifiedAt', before, after)).toBe('/recipients/1/notifiedAt')
  })

  it('does not take a row that came in its place for the one it was about', () => {
    const [police] = before.recipients
    expect(carriedPin('/recipients/1', before, { recipients: [police, { authority: 'UNION' }] })).toBeNull()
    expect(carriedPin('/recipients/1', before, { recipients: [police, police] })).toBeNull()
  })

  it('stays where everything stays', () => {
    for (const pointer of ['', '/recipients/1/authority', '/victims/0/injuries/1', '/byFactor/0']) {
      expect(carriedPin(pointer, before, structuredClone(before))).toBe(pointer)
    }
    const alike = { parts: ['a', 'a'] }
    expect(carriedPin('/parts/1', alike, structuredClone(alike))).toBe('/parts/1')
  })
})

/** Rows of each sort; `n` tells them apart, and is no value that two of them share. */
const ROW_SORTS: Readonly<Record<string, (n: number) => unknown>> = {
  victims: (n) => ({ victimId: `v${n}`, value: n }),
  byCause: (n) => ({ cause: String(n), value: n }),
  recipients: (n) => ({ authority: String(n), value: n }),
  injuries: (n) => String(n),
}

/** Row numbers as they stood, and as they stand after rows were taken out, put in and moved. */
const changedRows = fc.integer({ min: 1, max: 8 }).chain((length) => {
  const old = Array.from({ length }, (_, n) => n)
  const kept = fc.subarray(old)
  const added = fc.integer({ min: 0, max: 4 }).map((count) => Array.from({ length: count }, (_, n) => length + n))
  return fc
    .tuple(kept, added)
    .chain(([some, others]) => fc.shuffledSubarray([...some, ...others], { minLength: some.length + others.length }))
    .map((now) => ({ old, now }))
})

describe('a pin on a row', () => {
  it.each(Object.entries(ROW_SORTS))(
    'of %s never points at another row, and finds one that still stands',
    (name, row) => {
      fc.assert(
        fc.property(changedRows, ({ old, now }) => {
          const [was, is] = [old, now].map((numbers) => ({ [name]: numbers.map(row) }))
          for (const n of old) {
            const place = now.indexOf(n)
            expect(carriedPin(`/${name}/${n}`, was, is)).toBe(place === -1 ? null : `/${name}/${place}`)
          }
        }),
      )
    },
  )

  it.each(['victims', 'byCause'])('of %s finds it too where it was mended', (name) => {
    fc.assert(
      fc.property(changedRows, ({ old, now }) => {
        const row = ROW_SORTS[name] ?? String
        const was = { [name]: old.map(row) }
        const is = { [name]: now.map((n) => ({ ...(row(n) as object), value: 'đã sửa' })) }
        for (const n of old) {
          const place = now.indexOf(n)
          expect(carriedPin(`/${name}/${n}/value`, was, is)).toBe(place === -1 ? null : `/${name}/${place}/value`)
        }
      }),
    )
  })
})
