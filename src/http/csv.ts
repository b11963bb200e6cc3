/** Excel takes a file for UTF-8 only with a byte order mark. */
const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** RFC 4180, opened by Excel with its diacritics; text that looks like a formula is made harmless by an apostrophe. */
export function toCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellOf).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
