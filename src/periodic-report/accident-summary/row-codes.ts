import { accidentCauses, codeLists, occupations } from '../../reference/catalogue.ts'
import type { CodeList } from '../../reference/code-list.ts'
import type { LegalDate } from '../../reference/legal-date.ts'

/** Which codes the rows of a breakdown can have, by the lists in force on a day. */

export function isKnownCause(code: string, on: LegalDate): boolean {
  return knows(accidentCauses, code, on)
}

export function isKnownFactor(
  { list: id, code }: { readonly list: string; readonly code: string },
  on: LegalDate,
): boolean {
  const list = id.startsWith('injury-factors-') ? codeLists.get(id) : undefined
  // What an incomplete list does not have is not therefore wrong.
  return list !== undefined && (!list.complete || knows(list, code, on))
}

export function isKnownOccupation(code: string, on: LegalDate): boolean {
  return knows(occupations, code, on)
}

/** A list that knows a code, or a group that contains it. */
function knows(list: CodeList, code: string, on: LegalDate): boolean {
  if (list.find(code, on) !== undefined) return true
  return !list.complete && list.longestKnownPrefix(code, on) !== undefined
}
