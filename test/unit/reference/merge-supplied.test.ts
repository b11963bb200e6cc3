import { describe, expect, it } from 'vitest'
import { mergeSupplied, type TableKey } from '../../../src/reference/merge-supplied.ts'
import type { Row, SuppliedRow } from '../../../src/reference/table-row.ts'

type Cells = Readonly<Record<string, string>>

const VERSIONS: TableKey = { subject: ['code'], from: 'from', to: 'to' }
const SINGLE: TableKey = { subject: ['code'], from: null, to: null }

function row(cells: Cells): Row {
  return (column) => cells[column] ?? null
}

/** Lines count from 2, below the header. */
function supplied(...all: Cells[]): SuppliedRow[] {
  return all.map((cells, index) =>
    Object.assign(row(cells), {
      supplied: { file: 'x.csv', line: index + 2, source: 'y' },
      columns: Object.keys(cells),
    }),
  )
}

function merge(builtIn: Cells[], added: Cells[], key = VERSIONS) {
  const merged = mergeSupplied(builtIn.map(row), supplied(...added), key)
  return {
    ...merged,
    values: merged.rows.map((one) => one('value')),
    faults: merged.faults.map(({ line, column, reason }) => `${line} ${column}: ${reason.en}`),
  }
}

describe('rows the office supplies', () => {
  it('take the place of the row with their key', () => {
    const { values, added, replaced } = merge(
      [
        { code: 'a', value: '1' },
        { code: 'b', value: '2' },
      ],
      [{ code: 'a', value: '3' }],
    )
    expect({ values, added, replaced }).toEqual({ values: ['3', '2'], added: 0, replaced: 1 })
  })

  it('are added after the earlier versions of their code, or last', () => {
    const { values, added } = merge(
      [
        { code: 'a', to: '2025-12-31', value: '1' },
        { code: 'b', value: '2' },
      ],
      [
        { code: 'c', value: '4' },
        { code: 'a', from: '2026-01-01', value: '3' },
      ],
    )
    expect({ values, added }).toEqual({ values: ['1', '3', '2', '4'], added: 2 })
  })

  it('close an open version by giving it a last day', () => {
    const { values, faults } = merge(
      [{ code: 'a', from: '2020-01-01', value: '1' }],
      [
        { code: 'a', from: '2020-01-01', to: '2025-12-31', value: '1' },
        { code: 'a', from: '2026-01-01', value: '2' },
      ],
    )
    expect({ values, faults }).toEqual({ values: ['1', '2'], faults: [] })
  })

  it('must not share a day with another version of their code', () => {
    const { faults, values } = merge(
      [{ code: 'a', from: '2020-01-01', value: '1' }],
      [{ code: 'a', from: '2026-01-01' }],
    )
    expect(faults).toEqual([
      '2 from: overlaps the version 2020-01-01 – … of the same code; close that version by a row that has its last day.',
    ])
    expect(values).toEqual(['1'])
  })

  it.each<[string, Cells[], string, TableKey?]>([
    ['has no code', [{ value: '1' }], '2 code: this cell must not be empty.'],
    ['begins on no day', [{ code: 'b', from: '2026-02-30' }], '2 from: "2026-02-30" is no date (as 2026-07-01).'],
    ['ends on no day', [{ code: 'b', to: '1/7/2026' }], '2 to: "1/7/2026" is no date (as 2026-07-01).'],
    [
      'ends before it begins',
      [{ code: 'b', from: '2026-02-02', to: '2026-02-01' }],
      '2 to: the last day is before the first.',
    ],
    ['stands twice', [{ code: 'b' }, { code: 'b' }], '3 null: has the same key as x.csv, line 2.'],
    [
      'stands twice though its day differs',
      [{ code: 'b' }, { code: 'b', from: '2026-01-01' }],
      '3 null: has the same key as x.csv, line 2.',
      SINGLE,
    ],
    [
      'is asked for by nobody',
      [{ code: 'aa' }],
      '2 code: the table has no "aa"; did you mean "a"?.',
      { ...VERSIONS, closed: true },
    ],
  ])('a row that %s is told and left out', (_, rows, fault, key) => {
    const { faults } = merge([{ code: 'a' }], rows, key)
    expect(faults).toEqual([fault])
  })

  it('are not blamed for versions of the release that overlap', () => {
    expect(merge([{ code: 'a' }, { code: 'a', from: '2026-01-01' }], [{ code: 'b' }]).faults).toEqual([])
  })
})
