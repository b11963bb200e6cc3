import type { Text, Violation } from '../../rules/rule.ts'

/** What a filing lacks: where it belongs and what to write there. Nothing where the value is given. */
export function unless(value: unknown, pointer: string, fix: Text): readonly Violation[] {
  return value === undefined || value === null || value === '' ? [{ pointer, fix }] : []
}
