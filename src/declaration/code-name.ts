import type { CodeList } from '../reference/code-list.ts'
import type { Text } from '../rules/rule.ts'

/** What a list calls a code, for sentences; a code that it does not have is its own name. */
export function codeName(list: CodeList, code: string): Text {
  const entry = list.findEver(code)
  return { vi: entry?.vi ?? code, en: entry?.en ?? entry?.vi ?? code }
}

/** Stands in a sentence for a code or name that nobody filed. */
export const NOT_STATED: Text = { vi: '(chưa ghi)', en: '(not stated)' }
