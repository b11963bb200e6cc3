import { parseTaxCode } from '../../src/reference/tax-code.ts'

/** The n-th valid tax code of ten digits. */
export function validTaxCode(n: number): string {
  const nine = String(300_000_000 + n)
  const valid = Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(
    (code) => parseTaxCode(code).kind !== 'invalid',
  )
  // For one in eleven stems no check digit exists.
  return valid ?? validTaxCode(n + 1_000_000)
}
