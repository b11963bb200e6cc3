import { foldText } from '../reference/fold-text.ts'
import { parseTaxCode } from '../reference/tax-code.ts'

/** What a list is searched in: the parts that are given, without diacritics. */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  return foldText(parts.filter((part) => part).join(' '))
}

/** A code of 12 digits is a person's number and is not searched in the open. */
export function searchableTaxCode(text: string | null | undefined): string | null {
  const taxCode = text ? parseTaxCode(text) : null
  return taxCode === null || taxCode.kind === 'person' || taxCode.kind === 'invalid' ? null : taxCode.canonical
}
