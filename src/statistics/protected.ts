import type { Role } from '../access/caller.ts'
import type { Text } from '../rules/rule.ts'
import type { FigureRow, Figures, Numbers } from './ask.ts'
import { type Cube, neverTold } from './cube.ts'
import { codesInForce } from './published/codes-in-force.ts'
import { suppressTable, type TableCell } from './published/margins.ts'
import { wholeYear } from './published/period.ts'
import { asksDetail, type Question } from './question.ts'
import type { QuestionError } from './read-question.ts'

/** Whether the answer to this role must hide what could tell of a person. */
export function mustProtect(cube: Cube, question: Question, role: Role): boolean {
  const { confidential } = cube
  if (confidential === undefined || confidential.shownWholeTo.includes(role)) return false
  const asked = [...question.measures, ...question.ratios.map((name) => cube.ratios[name]?.numerator ?? '')]
  return asksDetail(cube, question) || asked.some((name) => confidential.measures.includes(name))
}

/**
 * What keeps a question from a protected answer. Two answers that overlap in part can be subtracted, so there is one
 * table for each calendar year and dimension, over all of the jurisdiction, as it is known now.
 */
export function judgeProtected(cube: Cube, question: Question): QuestionError[] {
  const by = cube.confidential?.by ?? []
  const names = by.join(', ')
  const year = Number(question.from?.slice(0, 4))
  const isYear = question.from === `${year}-01-01` && question.to === wholeYear(year).to
  return [
    ...(isYear ? [] : [refused('from', ONE_YEAR)]),
    ...(question.by.length <= 1 && question.by.every((name) => by.includes(name))
      ? []
      : [
          refused('by', {
            vi: `Số liệu chẩn đoán chỉ hỏi được theo một trong các chiều: ${names}.`,
            en: `Figures of diagnoses are asked by one of these dimensions: ${names}.`,
          }),
        ]),
    ...[...question.filters.keys()].map((name) => refused(name, NO_FILTER)),
    ...(question.asOf === null ? [] : [refused('asOf', NO_PAST)]),
    ...(question.units === 'current' ? [] : [refused('units', NO_OTHER_UNITS)]),
    ...(question.ratios.length === 0 ? [] : [refused('measures', NO_RATES)]),
  ]
}

/**
 * The answer with confidential numbers hidden, null, wherever one of them is small or would tell a small one. They are
 * hidden together, whichever was asked. Codes that are never told are in no row and no total. A cell without events is
 * known to be empty, because other measures tell it.
 */
export async function askProtected(
  cube: Cube,
  question: Question,
  askOne: (question: Question) => Promise<Figures>,
): Promise<{ readonly figures: Figures; readonly suppressed: readonly FigureRow['keys'][] }> {
  const { confidential } = cube
  if (confidential === undefined || question.from === null || question.to === null) {
    throw new Error(`${cube.id} was asked for a protected answer without a period`)
  }
  const { by, from, to, measures } = question
  const { hidden } = confidential
  const counted = await askOne({ ...question, measures: confidential.measures, without: hidden })
  const open = measures.filter((name) => !confidential.measures.includes(name))
  const others = open.length === 0 ? NONE : await askOne({ ...question, measures: open })

  const rows = (by.length === 0 ? [{ keys: {}, values: counted.totals }] : counted.rows).map(({ keys, values }) => ({
    keys,
    counts: Object.fromEntries(confidential.measures.map((name) => [name, values[name] ?? 0])),
  }))
  const table = suppressTable(by, confidential.measures, rows, codesInForce(cube, by, { from, to }), 'known')
  const cells = new Map(table.rows.map((cell) => [keyOf(by, cell.keys), cell]))
  const found = others.rows.filter(({ keys }) => by.every((name) => !hidden.get(name)?.includes(keys[name] ?? '')))
  for (const { keys } of found) if (!cells.has(keyOf(by, keys))) cells.set(keyOf(by, keys), { keys, counts: {} })
  const openByKey = new Map(found.map(({ keys, values }) => [keyOf(by, keys), values]))
  const numbers = ({ counts }: TableCell, values: Numbers): Numbers =>
    Object.fromEntries(
      measures.map((name) => [name, open.includes(name) ? (values[name] ?? 0) : counts && (counts[name] ?? 0)]),
    )
  return {
    figures: {
      rows: [...cells].map(([key, cell]) => ({ keys: cell.keys, values: numbers(cell, openByKey.get(key) ?? {}) })),
      totals: numbers(table.total, others.totals),
    },
    suppressed: [
      ...[...(by.length === 0 ? [] : table.rows), table.total]
        .filter(({ counts }) => counts === null)
        .map(({ keys }) => keys),
      ...neverTold(cube),
    ],
  }
}

const NONE: Figures = { rows: [], totals: {} }

function keyOf(by: readonly string[], keys: FigureRow['keys']): string {
  return by.map((name) => keys[name]).join('\n')
}

function refused(parameter: string, message: Text): QuestionError {
  return { pointer: `/querystring/${parameter}`, code: 'confidential', message }
}

const ONE_YEAR: Text = {
  vi: 'Số liệu chẩn đoán chỉ hỏi được cho trọn một năm dương lịch: from=2026-01-01, to=2026-12-31.',
  en: 'Figures of diagnoses are asked for one whole calendar year: from=2026-01-01, to=2026-12-31.',
}
const NO_FILTER: Text = {
  vi: 'Số liệu chẩn đoán không lọc được, vì lấy hiệu hai câu trả lời sẽ lộ từng người; bỏ bộ lọc này.',
  en: 'Figures of diagnoses take no filter, because the difference of two answers could tell of a person; leave it out.',
}
const NO_PAST: Text = {
  vi: 'Số liệu chẩn đoán không hỏi được theo một thời điểm đã qua; bỏ asOf.',
  en: 'Figures of diagnoses are not answered as of an earlier moment; leave out asOf.',
}
const NO_OTHER_UNITS: Text = {
  vi: 'Số liệu chẩn đoán chỉ hỏi được theo đơn vị hành chính hiện nay; bỏ units.',
  en: 'Figures of diagnoses are answered by the units of today; leave out units.',
}
const NO_RATES: Text = {
  vi: 'Số liệu chẩn đoán không hỏi được bằng tỷ lệ; hãy hỏi các số đếm.',
  en: 'Figures of diagnoses are not answered as rates; ask for the counts.',
}
