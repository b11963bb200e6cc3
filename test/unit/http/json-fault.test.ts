import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '../../../src/http/json-fault.ts'

describe('why a text is no JSON', () => {
  it.each([
    ['', 'The body is empty: send a JSON object, at least {}.'],
    ['{"a":', 'Line 1, column 6: the text ends before all that was opened is closed.'],
    ['{\n  "a": 1\n  "b": 2\n}', `Line 3, column 3: '"' cannot stand here.`],
    ['{"a": 1,}', 'Line 1, column 9: there is a comma too many before "}".'],
    ['[01]', 'Line 1, column 3: "1" cannot stand here.'],
    ["{'a': 1}", 'Line 1, column 2: "\'" cannot stand here.'],
    ['{"a": NaN}', 'Line 1, column 7: "N" cannot stand here.'],
    ['["\\x"]', 'Line 1, column 3: "\\" cannot stand here.'],
    ['[😀]', 'Line 1, column 2: "😀" cannot stand here.'],
    ['{"a": "x\ny"}', 'Line 1, column 9: a string has a control character; a new line is written \\n, a tab \\t.'],
    ['{"__proto__": {}}', 'No field may be named __proto__ or constructor: leave it out.'],
  ])('%j: %s', (text, reason) => {
    expect(jsonFault(text).en).toBe(reason)
  })

  it.each(['{“a”: 1}', '{"a": “x”}', '{"a": "x”}'])('is told as curly quotes for %s', (text) => {
    expect(jsonFault(text)).toEqual({
      vi: expect.stringContaining('dấu ngoặc kép cong'),
      en: expect.stringContaining('curly quotes'),
    })
  })

  it('is found in what the parser refuses and in nothing else', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '1',
      '.5',
      'e-2',
      '-',
      'null',
      'tru',
      ' ',
      '\\n',
      '\n',
    )
    const text = fc.array(token, { maxLength: 9 }).map((tokens) => tokens.join(''))
    fc.assert(
      fc.property(text, (written) => {
        const isJson = jsonFault(written).en.startsWith('No field')
        expect(isJson).toBe(parses(written))
      }),
      { numRuns: 5_000, seed: 42 },
    )
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
