import { z } from 'zod'
import { unitQuery } from '../declaration/listing.ts'
import { page, pageQuery } from '../http/route-schema.ts'
import { RECORD_KINDS, SORTS, type Sort } from './vocabulary.ts'

export const workListQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(SORTS).optional().meta({ description: 'One sort of work.' }),
  unit: unitQuery.optional(),
})
export type WorkListQuery = z.infer<typeof workListQuery>

const instant = z.string().meta({ format: 'date-time' })

export const workItem = z
  .object({
    sort: z.enum(SORTS),
    what: z.string(),
    record: z.object({ kind: z.enum(RECORD_KINDS), id: z.string() }),
    enterprise: z.object({ id: z.uuid().nullable(), name: z.string() }).meta({
      description: 'Whose it is; without id where a commune, an office or an organisation owes it.',
    }),
    since: instant.meta({ description: 'Since when it waits.' }),
    due: instant
      .nullable()
      .meta({ description: 'From when on it is late; null where neither law nor office set a day.' }),
    left: z
      .object({
        over: z.boolean().meta({ description: 'True: the limit was that long ago.' }),
        days: z.int(),
        hours: z.int(),
        minutes: z.int(),
      })
      .meta({ id: 'TimeLeft' })
      .nullable(),
    link: z.string().meta({ description: 'Path of the record, or of the list that shows it.' }),
  })
  .meta({ id: 'WorkItem' })
export type WorkItem = z.infer<typeof workItem>

const count = z.object({ all: z.int(), overdue: z.int() })
const counts = z.object(Object.fromEntries(SORTS.map((sort) => [sort, count.optional()]))) as unknown as z.ZodObject<
  Record<Sort, z.ZodOptional<typeof count>>
>

export const workList = page(workItem)
  .extend({
    counts: counts.meta({
      id: 'WorkCounts',
      description: 'Of all pages and sorts, for the same unit; a sort that is no work of this caller is absent.',
    }),
  })
  .meta({ id: 'WorkList' })
export type WorkCounts = Partial<Record<Sort, z.infer<typeof count>>>
