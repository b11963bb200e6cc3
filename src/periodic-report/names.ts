import { NOT_STATED } from '../declaration/code-name.ts'
import type { CodeEntry } from '../reference/code-list.ts'
import type { Language, Text } from '../rules/rule.ts'

/** A text made of others, which are taken in each language. */
export function text(of: (language: Language) => string): Text {
  return { vi: of('vi'), en: of('en') }
}

const NONE: Text = { vi: 'không có', en: 'none' }

/** `HZ-PHY-NOISE (Tiếng ồn)`: codes are for machines, official names for people. */
export function namedCode(code: string | undefined, entry: CodeEntry | undefined): Text {
  if (code === undefined) return NOT_STATED
  return entry === undefined ? { vi: code, en: code } : text((language) => `${code} (${entry[language] ?? entry.vi})`)
}

/** Ids of the records that a figure comes from. */
export function idsOf(records: readonly string[]): Text {
  return records.length === 0 ? NONE : text(() => records.join(', '))
}
