import { parse } from 'csv-parse/sync'
import { afterAll, expect, it } from 'vitest'
import { builtInTables, readBuiltIn } from '../../../src/reference/built-in-tables.ts'
import { mergedRows, supplyFrom, unreadTables } from '../../../src/reference/supplied-data.ts'
import { officeData } from '../../support/office-data.ts'
import { removeDirectory } from '../../support/scratch-directory.ts'

/** The first row of a table once more, as an office would write it. */
function firstRow(name: string): string {
  const folder = builtInTables().get(name) ?? 'reference'
  const [header = [], first = []]: string[][] = parse(readBuiltIn(folder, name), { to: 2 })
  const cells = new Map(header.map((column, index) => [column, first[index] ?? '']))
  if (!cells.get('source')) cells.set('source', 'Công báo')
  return [[...cells.keys()], [...cells.values()]]
    .map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n')
}

const names = [...builtInTables().keys()]
const directory = officeData(Object.fromEntries(names.map((name) => [`${name}.csv`, firstRow(name)])))
supplyFrom(directory)
afterAll(() => removeDirectory(directory))
const { faultsOfData } = await import('../../../src/data-faults.ts')

it('every table of the release can be supplied, and is read at start', () => {
  expect(faultsOfData()).toEqual([])
  expect(unreadTables()).toEqual([])
  expect(new Set(mergedRows().keys())).toEqual(new Set(names))
  for (const [name, counts] of mergedRows()) expect([name, counts]).toEqual([name, { added: 0, replaced: 1 }])
})
