import type { Params, Violation } from '../rules/rule.ts'
import type { ReportFacts } from './facts.ts'
import type { Difference } from './figures.ts'
import type { AnyForm } from './form.ts'
import { idsOf } from './names.ts'

/** A cell as people call it. */
export function cellNamed(form: AnyForm | null, line: string): Params[string] {
  return form?.cellName?.(line) ?? line
}

/** A difference as a finding: `line`, `filed`, `declared`, `declarations`; at `table` where the report has not the cell. */
export function toldDifference({ form }: Pick<ReportFacts, 'form'>, table: string) {
  return ({ line, pointer, filed, declared, declarations }: Difference): Violation => ({
    pointer: pointer ?? table,
    params: { line: cellNamed(form, line), filed, declared, declarations: idsOf(declarations) },
  })
}
