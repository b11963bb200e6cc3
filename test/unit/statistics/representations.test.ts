import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../src/http/csv.ts'
import { formatFor } from '../../../src/http/media-type.ts'

describe('CSV', () => {
  it('begins with a byte order mark and ends its lines as RFC 4180 says', () => {
    expect(toCsv(['a', 'b'], [['Đắk Lắk', 1]])).toBe('\uFEFFa,b\r\nĐắk Lắk,1\r\n')
  })

  it('gives back commas, quotes and line breaks as they were', () => {
    const text = 'Máy, "thiết bị"\nkhác'
    expect(parse(toCsv(['a'], [[text]]), { bom: true })).toEqual([['a'], [text]])
  })

  it('makes text that looks like a formula harmless, and leaves negative numbers alone', () => {
    expect(toCsv(['a', 'b'], [['=HYPERLINK("x")', -3]])).toContain(`"'=HYPERLINK(""x"")",-3`)
    for (const text of ['+1', '-1', '@a']) expect(toCsv(['a'], [[text]])).toContain(`'${text}`)
  })

  it('leaves the cell of nothing empty', () => {
    expect(toCsv(['a', 'b'], [[null, 0]])).toContain('\r\n,0\r\n')
  })
})

describe('the format that Accept prefers', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['text/csv', 'csv'],
    ['text/*', 'csv'],
    ['application/json;q=0.5, text/csv', 'csv'],
    ['text/csv;q=0.5, */*', 'json'],
    ['text/csv;q=0, text/html', null],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    ['image/png', null],
  ])('%s: %s', (accept, format) => {
    expect(formatFor(accept)).toBe(format)
  })
})
