export type TaxCodeKind = 'enterprise' | 'dependent-unit' | 'person'

/**
 * - `length`: not 10 digits, 10 and 3 with or without a hyphen between them, or 12.
 * - `check-digit`: the tenth digit does not follow from the nine before it. `expectedCheckDigit` is the one that
 *   does; `null` where no digit does.
 * - `suffix`: 000 is given to no dependent unit.
 */
export type TaxCode =
  | { readonly kind: TaxCodeKind; readonly canonical: string }
  | { readonly kind: 'invalid'; readonly reason: 'length' | 'suffix' }
  | { readonly kind: 'invalid'; readonly reason: 'check-digit'; readonly expectedCheckDigit: number | null }

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const

/**
 * A tax code as typed, read into its one canonical form: `0314409058`, `0314409058-002` or a person's 12 digits.
 * A branch code with and without its hyphen is the same code. The check digit belongs to the first ten digits;
 * a person's number has none.
 */
export function parseTaxCode(text: string): TaxCode {
  const typed = text.trim()
  if (/^\d{12}$/.test(typed)) return { kind: 'person', canonical: typed }
  const [, main, suffix] = /^(\d{10})(?:-?(\d{3}))?$/.exec(typed) ?? []
  if (main === undefined) return { kind: 'invalid', reason: 'length' }
  const expectedCheckDigit = checkDigitOf(main)
  if (expectedCheckDigit !== Number(main[9])) return { kind: 'invalid', reason: 'check-digit', expectedCheckDigit }
  if (suffix === undefined) return { kind: 'enterprise', canonical: main }
  if (suffix === '000') return { kind: 'invalid', reason: 'suffix' }
  return { kind: 'dependent-unit', canonical: `${main}-${suffix}` }
}

/** 10 - (weighted sum of the first nine digits mod 11); `null` where that is 10, which is no digit. */
function checkDigitOf(digits: string): number | null {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = 10 - (sum % 11)
  return check === 10 ? null : check
}
