import type { AnyForm } from './form.ts'
import { formOf } from './forms.ts'
import type { PeriodicReport } from './schema.ts'

/** Whether a zero report of a form says that the cell is nought. */
export function tellsNought(form: AnyForm, line: string): boolean {
  return form.zeroTells?.(line) ?? true
}

/** A zero report is kept with the noughts that it tells, so that it reads like any other, beside whatever else is filed. */
export function withNoughts(body: PeriodicReport): PeriodicReport {
  const form = formOf(body.kind)
  if (body.zero !== true || form === null) return body
  return { ...body, [form.section]: beneath(form.zero, body[form.section]) }
}

/** What is filed goes before; a table is filed whole. */
function beneath(noughts: unknown, filed: unknown): unknown {
  if (!isRecord(noughts) || !isRecord(filed)) return filed ?? noughts
  const names = Object.keys({ ...noughts, ...filed })
  return Object.fromEntries(names.map((name) => [name, beneath(noughts[name], filed[name])]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
