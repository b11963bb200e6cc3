import { z } from 'zod'
import { UNITS_MODES } from './cube.ts'
import { bilingual } from './cube-schemas.ts'
import { UNDER_DETAIL } from './describe.ts'
import { PERIOD_KINDS } from './published/declared-tables.ts'

const describedCube = z
  .object({
    id: z.string(),
    title: bilingual,
    description: bilingual,
    grains: z.object({ base: bilingual, detail: bilingual.nullable() }),
    dimensions: z.array(
      z.object({
        id: z.string(),
        title: bilingual,
        grain: z.enum(['base', 'detail']),
        multiValued: z.boolean().meta({ description: 'A row may stand under several codes.' }),
        units: z.array(z.enum(UNITS_MODES)).meta({ description: 'Modes of units in which it exists.' }),
        codeLists: z.array(z.string()),
        values: z.array(z.string()).nullable().meta({ description: 'All codes, where they are fixed.' }),
        examples: z.array(z.string()),
      }),
    ),
    measures: z.array(
      z.object({
        id: z.string(),
        title: bilingual,
        unit: bilingual,
        underDetail: z.enum(UNDER_DETAIL).meta({
          description:
            'Under an attribute of the detail: divided among its rows, distinct events counted, or refused as indivisible.',
        }),
      }),
    ),
    ratios: z.array(
      z.object({
        id: z.string(),
        title: bilingual,
        numerator: z.string(),
        denominator: z.string(),
        per: z.int(),
        basis: z.object({ id: z.string(), title: bilingual }),
      }),
    ),
    defaultMeasures: z.array(z.string()),
  })
  .meta({ id: 'Cube' })

export const describedTable = z
  .object({
    id: z.string(),
    title: bilingual,
    cube: z.string(),
    by: z.array(z.string()),
    measures: z.array(z.string()),
    period: z.enum(PERIOD_KINDS),
  })
  .meta({ id: 'PublishedTable' })

export const statisticsSchema = z
  .object({ cubes: z.array(describedCube), published: z.array(describedTable) })
  .meta({ id: 'Statistics' })

const keys = z.record(z.string(), z.string())
const numbers = z.record(z.string(), z.number().nullable())
const publishedRow = z
  .record(z.string(), z.union([z.string(), z.number(), z.null(), z.record(z.string(), bilingual)]))
  .meta({ description: 'Codes by dimension, numbers by measure (null: suppressed), `labels` by dimension.' })

export const publicationSchema = describedTable
  .extend({
    period: z.string().meta({ examples: ['2025'] }),
    from: z.string(),
    to: z.string(),
    asOf: z.string().meta({ format: 'date-time', description: 'When it was fixed; it never changes.' }),
    threshold: z
      .int()
      .meta({ description: 'Counts from 1 to below this are suppressed, and others that would tell them.' }),
    rows: z.array(publishedRow),
    margins: z.array(publishedRow).meta({ description: 'Sums by one of two dimensions.' }),
    totals: numbers,
    suppressed: z.array(keys).meta({ description: 'Codes of the cells that are not shown.' }),
  })
  .meta({ id: 'Publication' })
