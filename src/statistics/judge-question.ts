import type { Text } from '../rules/rule.ts'
import { type Cube, type Denominator, type Dimension, isOwn } from './cube.ts'
import { declared } from './cube-query.ts'
import { asksDetail, type Question } from './question.ts'
import type { QuestionError } from './read-question.ts'

/** What a question asks that has no meaning, though every name in it exists. */
export function judgeQuestion(cube: Cube, question: Question): QuestionError[] {
  return [
    ...indivisibleMeasures(cube, question),
    ...question.ratios.flatMap((name) => ratioErrors(cube, name, question)),
  ]
}

function indivisibleMeasures(cube: Cube, question: Question): QuestionError[] {
  if (!asksDetail(cube, question)) return []
  const parts = question.ratios.flatMap((name) => {
    const { numerator, denominator } = declared(cube.ratios, name)
    return isOwn(denominator) ? [numerator, denominator.measure] : [numerator]
  })
  return [...new Set([...question.measures, ...parts])]
    .filter((name) => cube.measures[name]?.detail === null)
    .map((name) =>
      refused('indivisible', {
        vi: `"${name}" là của cả ${lower(cube.base.title.vi)}, không chia được theo ${lower(cube.detail?.title.vi)}; bỏ "${name}" hoặc bỏ chiều, bộ lọc theo ${lower(cube.detail?.title.vi)}.`,
        en: `"${name}" belongs to the ${lower(cube.base.title.en)} as a whole and cannot be divided by ${lower(cube.detail?.title.en)}; leave out "${name}", or the dimensions and filters of the ${lower(cube.detail?.title.en)}.`,
      }),
    )
}

function ratioErrors(cube: Cube, name: string, question: Question): QuestionError[] {
  const ratio = cube.ratios[name]
  if (ratio === undefined) return []
  const { denominator } = ratio
  if (isOwn(denominator)) return []
  const { constantOver, unaffectedBy } = denominator
  const divided = (dimension: string) => constantOver.includes(dimension) || answers(denominator, dimension, question)
  const wrong = [
    ...question.by.filter((dimension) => !divided(dimension)),
    ...[...question.filters.keys()].filter((dimension) => !divided(dimension) && !unaffectedBy.includes(dimension)),
  ]
  const shared = [...Object.keys(denominator.cube.dimensions), ...constantOver].join(', ')
  return [...new Set(wrong)].map((dimension) =>
    refused('no-denominator', {
      vi: `Không có mẫu số của "${name}" theo "${dimension}" (units=${question.units}); hỏi theo: ${shared}.`,
      en: `"${name}" has no denominator by "${dimension}" (units=${question.units}); ask by: ${shared}.`,
    }),
  )
}

function answers({ cube }: Denominator, name: string, { units }: Question): boolean {
  const shared: Dimension | undefined = cube.dimensions[name]
  return shared !== undefined && shared.view(units) !== null
}

function refused(code: string, message: Text): QuestionError {
  return { pointer: '/querystring/measures', code, message }
}

function lower(title = ''): string {
  return title.toLowerCase()
}
