import type { ShapeError } from '../http/shape-errors.ts'
import { parseTaxCode, type TaxCodeKind } from '../reference/tax-code.ts'
import type { Text } from '../rules/rule.ts'

export interface ValidTaxCode {
  readonly kind: TaxCodeKind
  readonly canonical: string
}

export type JudgedTaxCode =
  | { readonly taxCode: ValidTaxCode; readonly error: null }
  | { readonly taxCode: null; readonly error: ShapeError }

const LENGTH: Text = {
  vi: 'Mã số thuế phải có 10 chữ số, 10 chữ số kèm 3 chữ số của đơn vị phụ thuộc, hoặc 12 chữ số.',
  en: 'A tax code has 10 digits, 10 and the 3 of a dependent unit, or 12.',
}
const SUFFIX: Text = {
  vi: 'Ba chữ số của đơn vị phụ thuộc không thể là 000; bỏ chúng đi nếu là mã của doanh nghiệp.',
  en: 'The 3 digits of a dependent unit are never 000; leave them out if the code is the enterprise itself.',
}

/** The message tells no digit of the code: 12 of them are a person's number, and problems may end up in logs. */
export function judgeTaxCode(text: string): JudgedTaxCode {
  const parsed = parseTaxCode(text)
  if (parsed.kind !== 'invalid') return { taxCode: parsed, error: null }
  switch (parsed.reason) {
    case 'length':
      return refused('tax-code-length', LENGTH)
    case 'suffix':
      return refused('tax-code-suffix', SUFFIX)
    case 'check-digit':
      return refused('tax-code-check-digit', checkDigit(parsed.expectedCheckDigit))
  }
}

function refused(code: string, message: Text): JudgedTaxCode {
  return { taxCode: null, error: { pointer: '/taxCode', code, message } }
}

function checkDigit(expected: number | null): Text {
  if (expected === null) {
    return {
      vi: 'Không mã số thuế nào có chín chữ số đầu như vậy; hãy xem lại giấy chứng nhận đăng ký.',
      en: 'No tax code has these first nine digits; check the registration certificate.',
    }
  }
  return {
    vi: `Chữ số kiểm tra (thứ mười) sai: với chín chữ số đầu này nó phải là ${expected}; hãy xem lại cả mười chữ số.`,
    en: `The check digit (the tenth) is wrong: after these nine digits it is ${expected}; check all ten.`,
  }
}
