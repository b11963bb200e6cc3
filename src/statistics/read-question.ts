import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import { nearest } from '../reference/nearest.ts'
import type { Text } from '../rules/rule.ts'
import { type Cube, type Dimension, UNITS_MODES, UNKNOWN, type UnitsMode } from './cube.ts'
import { own } from './own.ts'
import type { Question } from './question.ts'

/** The parameters of a question that are not filters. */
export interface QuestionParameters {
  readonly measures?: string
  readonly by?: string
  readonly from?: string
  readonly to?: string
  readonly asOf?: string
  readonly units?: UnitsMode
}

export interface QuestionError {
  readonly pointer: string
  readonly code: string
  readonly message: Text
}

export const MOST_DIMENSIONS = 3

/**
 * The question a query asks, and what of it the cube does not know. `others` holds every parameter that is not one of
 * `QuestionParameters`: each must name a dimension.
 */
export function readQuestion(
  cube: Cube,
  parameters: QuestionParameters,
  others: Readonly<Record<string, unknown>>,
): { readonly question: Question; readonly errors: readonly QuestionError[] } {
  const units = parameters.units ?? 'current'
  const measures = listOf(parameters.measures)
  const by = listOf(parameters.by)
  const filters = Object.entries(others).map(([name, text]) => readFilter(cube, units, name, text))
  const errors = [
    ...measures.flatMap((name) =>
      nameError('measures', name, [...Object.keys(cube.measures), ...Object.keys(cube.ratios)]),
    ),
    ...by.flatMap((name) => nameError('by', name, Object.keys(cube.dimensions))),
    ...by.flatMap((name) => modeError('by', name, own(cube.dimensions, name), units)),
    ...(by.length > MOST_DIMENSIONS ? [TOO_MANY] : []),
    ...(parameters.from && parameters.to && parameters.from > parameters.to ? [ENDS_BEFORE_IT_BEGINS] : []),
    ...filters.flatMap((filter) => filter.errors),
  ]
  const asked = measures.length > 0 ? measures : cube.defaultMeasures
  return {
    question: {
      measures: asked.filter((name) => own(cube.measures, name)),
      ratios: asked.filter((name) => own(cube.ratios, name)),
      by: withContainers(cube, by),
      filters: new Map(filters.map(({ name, codes }) => [name, codes])),
      from: dayOf(parameters.from),
      to: dayOf(parameters.to),
      asOf: parameters.asOf === undefined ? null : new Date(parameters.asOf),
      units,
    },
    errors,
  }
}

function listOf(text: string | undefined): string[] {
  const names = (text ?? '').split(',').map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** A commune is shown with its province. */
function withContainers(cube: Cube, by: readonly string[]): string[] {
  const all = by.flatMap((name) => [own(cube.dimensions, name)?.within ?? name, name])
  return [...new Set(all)]
}

function readFilter(cube: Cube, units: UnitsMode, name: string, text: unknown) {
  const none = { name, codes: [] as string[] }
  const asked = own(cube.dimensions, name)
  if (asked === undefined) return { ...none, errors: unknownParameter(name, Object.keys(cube.dimensions)) }
  const view = asked.view(units)
  if (view === null) return { ...none, errors: modeError(name, name, asked, units) }
  if (typeof text !== 'string') return { ...none, errors: [repeated(name)] }
  const values = listOf(text)
  const codes = values.map((value) => (value === UNKNOWN ? [UNKNOWN] : view.codes.read(value)))
  const errors = values.flatMap((value, index) =>
    codes[index]?.length === 0 ? unknownValue(name, value, view.codes.values ?? [], view.codes.example) : [],
  )
  return {
    name,
    codes: codes.flat(),
    errors: values.length === 0 ? unknownValue(name, '', [], view.codes.example) : errors,
  }
}

function nameError(parameter: string, name: string, allowed: readonly string[]): QuestionError[] {
  return allowed.includes(name) ? [] : [wrong(parameter, 'unknown-name', name, allowed)]
}

function unknownParameter(name: string, dimensions: readonly string[]): QuestionError[] {
  const allowed = ['measures', 'by', 'from', 'to', 'asOf', 'units', ...dimensions]
  return [wrong(name, 'unknown-parameter', name, allowed)]
}

function unknownValue(name: string, value: string, values: readonly string[], example: string): QuestionError[] {
  return [wrong(name, 'unknown-value', value, values.length > 0 ? [...values, UNKNOWN] : [example, UNKNOWN])]
}

function wrong(parameter: string, code: string, text: string, allowed: readonly string[]): QuestionError {
  const meant = nearest(text, allowed)
  const list = allowed.join(', ')
  return {
    pointer: `/querystring/${parameter}`,
    code,
    message: {
      vi: `Không có "${text}".${meant ? ` Có phải là "${meant}"?` : ''} Dùng: ${list}.`,
      en: `There is no "${text}".${meant ? ` Did you mean "${meant}"?` : ''} Use: ${list}.`,
    },
  }
}

function modeError(parameter: string, name: string, asked: Dimension | undefined, units: UnitsMode): QuestionError[] {
  if (asked === undefined || asked.view(units) !== null) return []
  const other = UNITS_MODES.find((mode) => mode !== units)
  return [
    {
      pointer: `/querystring/${parameter}`,
      code: 'not-in-this-mode',
      message: {
        vi: `Chiều "${name}" không có khi units=${units}; dùng units=${other}.`,
        en: `There is no dimension "${name}" with units=${units}; use units=${other}.`,
      },
    },
  ]
}

function repeated(name: string): QuestionError {
  return {
    pointer: `/querystring/${name}`,
    code: 'repeated',
    message: {
      vi: `Chỉ nêu "${name}" một lần, các giá trị cách nhau bằng dấu phẩy.`,
      en: `Give "${name}" once, its values separated by commas.`,
    },
  }
}

const TOO_MANY: QuestionError = {
  pointer: '/querystring/by',
  code: 'too-many',
  message: {
    vi: `Mỗi lần hỏi theo nhiều nhất ${MOST_DIMENSIONS} chiều.`,
    en: `Ask by at most ${MOST_DIMENSIONS} dimensions at a time.`,
  },
}

const ENDS_BEFORE_IT_BEGINS: QuestionError = {
  pointer: '/querystring/to',
  code: 'ends-before-it-begins',
  message: { vi: '"to" phải từ ngày "from" trở đi.', en: '"to" must not be earlier than "from".' },
}

function dayOf(text: string | undefined): LegalDate | null {
  return text === undefined ? null : legalDate(text)
}
