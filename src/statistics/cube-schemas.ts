import { z } from 'zod'
import { day, instant } from '../declaration/schema-parts.ts'
import { type Cube, UNITS_MODES, UNKNOWN } from './cube.ts'
import { nameOfCube } from './cube-name.ts'
import { MOST_DIMENSIONS } from './read-question.ts'

export const bilingual = z.object({ vi: z.string(), en: z.string() })

/** The query of a cube. Names are checked by the cube itself, which says what was probably meant. */
export function questionSchema(cube: Cube) {
  const measures = [...Object.keys(cube.measures), ...Object.keys(cube.ratios)]
  const filters = Object.entries(cube.dimensions).map(([name, { title, view }]) => {
    const codes = UNITS_MODES.flatMap((mode) => view(mode)?.codes ?? [])
    const lists = [...new Set(codes.flatMap((of) => of.lists))].join(', ')
    const values = codes[0]?.values
    return [
      name,
      z
        .string()
        .max(2_000)
        .optional()
        .meta({
          ...(values ? { pattern: listPattern([...values, UNKNOWN]) } : {}),
          description: `Filter: ${title.en}. Codes separated by commas${lists ? `, of ${lists}` : ''}; \`unknown\` where it is not stated.`,
          examples: [...new Set(codes.map(({ example }) => example))],
        }),
    ] as const
  })
  return z.looseObject({
    measures: namesOf(measures).meta({
      pattern: listPattern(measures),
      description: `Separated by commas; ${cube.defaultMeasures.join(', ')} when left out. One of: ${measures.join(', ')}.`,
      examples: [cube.defaultMeasures.join(',')],
    }),
    by: namesOf(Object.keys(cube.dimensions)).meta({
      pattern: listPattern(Object.keys(cube.dimensions)),
      description: `At most ${MOST_DIMENSIONS} dimensions, separated by commas. One of: ${Object.keys(cube.dimensions).join(', ')}.`,
      examples: Object.keys(cube.dimensions).slice(0, 1),
    }),
    from: day.optional().meta({ description: 'Events on this day or later.' }),
    to: day.optional().meta({ description: 'Events on this day or earlier.' }),
    asOf: instant.optional().meta({ description: 'As known at this instant; everything acknowledged when left out.' }),
    units: z.enum(UNITS_MODES).optional().meta({
      description:
        '`current` (default): where the place lies today. `at-event`: units in force on the day of the event.',
    }),
    ...Object.fromEntries(filters),
  })
}

function namesOf(names: readonly string[]) {
  return z.string().max(names.join(',').length).optional()
}

/** Documents the names; it does not refuse them, so that the answer to a wrong one can say which was meant. */
function listPattern(names: readonly string[]): string {
  const one = `(${names.map((name) => name.replace(/[+.]/g, '\\$&')).join('|')})`
  return `^${one}(,${one})*$`
}

/** The answer of a cube: every dimension and measure by its name. */
export function answerSchema(cube: Cube) {
  const name = nameOfCube(cube.id)
  const dimensions = Object.keys(cube.dimensions) as [string, ...string[]]
  const columns = numberColumns(cube)
  const numbers = Object.fromEntries(columns.map((column) => [column, z.number().nullable().optional()]))
  const keys = Object.fromEntries(dimensions.map((dimension) => [dimension, z.string().optional()]))
  return z
    .object({
      cube: z.literal(cube.id),
      measures: z.array(z.enum(columns)).meta({ description: 'Numbers of each row, with those a rate is made of.' }),
      by: z.array(z.enum(dimensions)),
      units: z.enum(UNITS_MODES),
      from: z.string().nullable(),
      to: z.string().nullable(),
      filters: z.record(z.string(), z.array(z.string())),
      asOf: z.string().meta({ format: 'date-time' }),
      additive: z.boolean().meta({ description: 'Whether the rows add up to the totals.' }),
      basis: z
        .array(z.object({ id: z.string(), title: bilingual, measure: z.string() }))
        .meta({ description: 'What rates are divided by.' }),
      rows: z
        .array(z.object({ ...keys, ...numbers, labels: z.record(z.string(), bilingual) }).meta({ id: `${name}Row` }))
        .meta({ description: 'In the order of their codes; combinations without events have no row.' }),
      totals: z.object(numbers).meta({ description: 'The answer to the same question without `by`.' }),
      suppressed: z.array(z.record(z.string(), z.string())).meta({
        description:
          'Cells that are not shown: of diagnoses, to a labour office. Of other figures none, in its jurisdiction.',
      }),
    })
    .meta({ id: `${name}Figures` })
}

function numberColumns(cube: Cube): [string, ...string[]] {
  const denominators = Object.values(cube.ratios).map(({ denominator }) => denominator.measure)
  const all = new Set([...Object.keys(cube.measures), ...Object.keys(cube.ratios), ...denominators])
  return [...all] as [string, ...string[]]
}
