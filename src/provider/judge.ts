import { judgeTaxCode } from '../enterprise/judge-tax-code.ts'
import type { ShapeError } from '../http/shape-errors.ts'
import { cite, describeCitation } from '../law/citation.ts'
import { levelOf, schemeOn, type UnitRef, type UnitScheme } from '../reference/administrative-units.ts'
import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'
import type { ProviderFacts } from './facts.ts'

/** The facts with what is implied filled in, and what in them is impossible. */
export interface JudgedFacts<F extends ProviderFacts> {
  readonly facts: F
  readonly errors: readonly ShapeError[]
}

/** Canonical, or why it is none of an organisation. */
export function judgeProviderTaxCode(text: string): {
  readonly taxCode: string | null
  readonly error: ShapeError | null
} {
  const { taxCode, error } = judgeTaxCode(text)
  if (taxCode === null) return { taxCode, error }
  return taxCode.kind === 'person' ? { taxCode: null, error: PERSON } : { taxCode: taxCode.canonical, error: null }
}

const PERSON: ShapeError = {
  pointer: '/taxCode',
  code: 'tax-code-of-person',
  message: {
    vi: 'Mã 12 chữ số là số của một người, không được ghi vào sổ công khai; ghi mã số thuế 10 chữ số của tổ chức.',
    en: "12 digits are a person's number, which an open register does not show; give the organisation's 10 digits.",
  },
}

interface ProviderBody {
  readonly name: string
  readonly address: string
  readonly unit: { readonly scheme?: UnitScheme | undefined; readonly code: string }
  readonly phone?: string | null | undefined
}

export function providerFacts({ name, address, unit, phone }: ProviderBody, today: LegalDate): ProviderFacts {
  return { name, address, unit: { scheme: unit.scheme ?? schemeOn(today), code: unit.code }, phone: phone ?? null }
}

export function unitError(unit: UnitRef): ShapeError | null {
  if (levelOf(unit) !== null) return null
  const list = `/v1/code-lists/administrative-units-${unit.scheme.toLowerCase()}`
  return {
    pointer: '/unit/code',
    code: 'unknown-code',
    message: {
      vi: `Danh mục ${unit.scheme} không có đơn vị "${unit.code}"; tra tại ${list}.`,
      en: `${unit.scheme} has no unit "${unit.code}"; look it up in ${list}.`,
    },
  }
}

export function dayOrNull(text: string | null | undefined): LegalDate | null {
  return text === null || text === undefined ? null : legalDate(text)
}

/** A day of the facts, as it is called in a message. */
export interface NamedDay {
  readonly pointer: string
  readonly day: LegalDate | null
  readonly name: Text
}

/** Where `later` comes before `earlier`; told at `later`. `basis`: short writing of a citation. */
export function orderError(earlier: NamedDay, later: NamedDay, basis: string): ShapeError | null {
  if (earlier.day === null || later.day === null || earlier.day <= later.day) return null
  return {
    pointer: later.pointer,
    code: 'dates-out-of-order',
    message: {
      vi: `${capital(later.name.vi)} (${later.day}) trước ${earlier.name.vi} (${earlier.day}); sửa một trong hai ngày (${articleOf(basis).vi}).`,
      en: `${capital(later.name.en)} (${later.day}) is before ${earlier.name.en} (${earlier.day}); correct one of the two (${articleOf(basis).en}).`,
    },
  }
}

/** Where something that has happened lies after today. `basis`: short writing of a citation. */
export function futureError({ pointer, day, name }: NamedDay, today: LegalDate, basis: string): ShapeError | null {
  if (day === null || day <= today) return null
  return {
    pointer,
    code: 'date-in-future',
    message: {
      vi: `${capital(name.vi)} (${day}) sau hôm nay (${today}); ghi ngày đã diễn ra (${articleOf(basis).vi}).`,
      en: `${capital(name.en)} (${day}) is after today (${today}); give the day on which it happened (${articleOf(basis).en}).`,
    },
  }
}

/** How a lawyer writes a citation. */
export function articleOf(basis: string): Text {
  const citation = cite(basis)
  return { vi: describeCitation(citation, 'vi'), en: describeCitation(citation, 'en') }
}

export function told(errors: readonly (ShapeError | null)[]): readonly ShapeError[] {
  return errors.filter((error) => error !== null)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
