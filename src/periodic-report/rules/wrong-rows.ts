import { NOT_STATED } from '../../declaration/code-name.ts'
import { groupBy } from '../../reference/group-by.ts'
import type { Text } from '../../rules/rule.ts'

/** Of rows that each stand for a code those without one of the list, and those whose code has a row already. */
export function wrongRows<R>(
  rows: readonly R[],
  codeOf: (row: R) => string | undefined,
  isCode: (code: string) => boolean,
): readonly { readonly code: string | Text; readonly index: number }[] {
  const placed = rows.map((row, index) => ({ code: codeOf(row), index }))
  return [...groupBy(placed, ({ code }) => code)].flatMap(([code, ofIt]) =>
    (code === undefined || !isCode(code) ? ofIt : ofIt.slice(1)).map(({ index }) => ({
      code: code ?? NOT_STATED,
      index,
    })),
  )
}
