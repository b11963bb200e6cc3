import { parseTaxCode } from '../reference/tax-code.ts'
import type { Text, Violation } from '../rules/rule.ts'

const FIX: Readonly<Record<'length' | 'suffix', Text>> = {
  length: {
    vi: 'Mã số thuế có 10 số, 10 số và 3 số của đơn vị phụ thuộc, hoặc 12 số của cá nhân.',
    en: 'A tax code has 10 digits, 10 and 3 of a dependent unit, or 12 of a person.',
  },
  suffix: { vi: 'Ba số của đơn vị phụ thuộc bắt đầu từ 001.', en: 'The three digits of dependent units begin at 001.' },
}

/** What is wrong in how a tax code is built, and how to mend it; nothing where none is filed. */
export function wrongTaxCode(taxCode: string | undefined, pointer: string): readonly Violation[] {
  if (taxCode === undefined) return []
  const parsed = parseTaxCode(taxCode)
  if (parsed.kind !== 'invalid') return []
  const fix =
    parsed.reason === 'check-digit'
      ? { vi: 'Số thứ mười không khớp chín số đầu.', en: 'The tenth digit does not fit the nine before it.' }
      : FIX[parsed.reason]
  return [{ pointer, params: { taxCode }, fix }]
}

/** Head of every rule about it. How a tax code is built is known from memory only, so it informs and never refuses. */
export const WRONG_TAX_CODE = {
  kind: 'info',
  citations: [{ kind: 'policy', note: 'cấu trúc mã số thuế' }],
  provenance: { verified: false, source: 'memory' },
  message: {
    vi: 'Mã số thuế "{taxCode}" không đúng cấu trúc, hãy kiểm tra lại.',
    en: 'Tax code "{taxCode}" is not built as tax codes are; check it.',
  },
} as const
