import { afterEach, describe, expect, it } from 'vitest'
import { readSupply } from '../../../src/reference/supplied-files.ts'
import { describeFault } from '../../../src/reference/table-row.ts'
import { officeData } from '../../support/office-data.ts'
import { removeDirectory } from '../../support/scratch-directory.ts'

const made: string[] = []
afterEach(() => Promise.all(made.splice(0).map(removeDirectory)))

function supply(files: Readonly<Record<string, string | Uint8Array>>) {
  const directory = officeData(files)
  made.push(directory)
  return readSupply(directory)
}

function faults(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  return supply(files).faults.map((fault) => describeFault(fault).en)
}

const conditions = (...rows: string[]) => ['code,vi,source', ...rows, ''].join('\n')

describe('tables the office supplies', () => {
  it('are read by name, also from folders, with line and source', () => {
    const { byTable, files } = supply({
      'conditions.csv': conditions('a,Một,Thông tư'),
      'exposure-limits/noise.csv': 'id,source\nx,y\n',
      'README.md': 'notes',
      '.hidden/x.csv': '',
    })
    expect(files).toEqual([
      { name: 'conditions.csv', rows: 1 },
      { name: 'exposure-limits/noise.csv', rows: 1 },
    ])
    expect(byTable.get('exposure-limits/noise')?.[0]?.('id')).toBe('x')
    expect(byTable.get('conditions')?.[0]?.supplied).toEqual({ file: 'conditions.csv', line: 2, source: 'Thông tư' })
  })

  it('may come from a spreadsheet: a mark of order, other ends of line, empty lines', () => {
    const { byTable, faults } = supply({ 'conditions.csv': '\ufeffcode,vi,source\r\n,,\r\n\r\na,"Một\nhai",x\r\n' })
    expect(faults).toEqual([])
    expect(byTable.get('conditions')?.map((row) => [row('code'), row.supplied.line])).toEqual([['a', 4]])
  })

  it('have a hash over names and bytes, and none when there is no table', () => {
    const one = supply({ 'conditions.csv': conditions('a,Một,x') }).hash
    expect(supply({ 'conditions.csv': conditions('a,Một,x') }).hash).toBe(one)
    expect(supply({ 'conditions.csv': conditions('a,Một,y') }).hash).not.toBe(one)
    expect(supply({ 'channels.csv': conditions('a,Một,x') }).hash).not.toBe(one)
    expect(supply({ 'notes.md': 'x' }).hash).toBeNull()
  })

  it.each([
    ['a directory that is not there', 'this directory cannot be read.', null],
    ['a name that no table has', 'there is no table of this name.', { 'accounts.csv': '' }],
    ['a name with a slip', 'did you mean "conditions.csv"?', { 'condition.csv': '' }],
    ['a table of another kind of file', 'did you mean "conditions.csv"?', { 'conditions.csv.txt': '' }],
    ['letters of another encoding', 'the file is not UTF-8.', { 'conditions.csv': Buffer.from([0x63, 0xe0, 0x0a]) }],
    ['columns parted by semicolons', 'line 1: the columns are parted by', { 'conditions.csv': 'code;vi;source\n' }],
    [
      'a column with a slip',
      'line 1, column "sorce": the table has no such column; did you mean "source"?',
      { 'conditions.csv': 'code,sorce\n' },
    ],
    [
      'a column that stands twice',
      'line 1, column "vi": this column stands twice.',
      { 'conditions.csv': 'vi,vi,source\n' },
    ],
    ['a quotation that never closes', 'line 2: a quotation mark opens', { 'conditions.csv': conditions('a,"Một,x') }],
    [
      'a row without source',
      'line 3, column "source": the source is missing',
      { 'conditions.csv': conditions('a,Một,x', 'b,Hai,') },
    ],
    [
      'a row with a cell too many',
      'line 2: has 4 cells where the first line has 3',
      { 'conditions.csv': conditions('a,Một,hai,x') },
    ],
  ])('%s is a fault', (_, sentence, files) => {
    const told =
      files === null ? readSupply('/no/such/directory').faults.map((one) => describeFault(one).en) : faults(files)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(sentence)
  })

  it('tell their faults in Vietnamese too', () => {
    const [fault] = supply({ 'conditions.csv': conditions('a,Một,') }).faults
    expect(fault && describeFault(fault).vi).toBe(
      'conditions.csv, dòng 2, cột "source": thiếu nguồn: hãy ghi văn bản, điều hoặc phụ lục đã đọc.',
    )
  })
})
