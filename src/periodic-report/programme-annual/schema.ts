import { z } from 'zod'
import { code, prose } from '../../declaration/schema-parts.ts'
import { READINGS } from '../../law/target-reached.ts'

/** A number of persons, enterprises or accidents of a whole province. */
const number = z.int().min(0).max(1_000_000_000)
const quantity = z.number().min(-1_000_000_000).max(1_000_000_000)

const target = z
  .strictObject({
    target: code.optional().meta({ description: 'Of the plan; see /v1/programmes.' }),
    value: quantity.optional().meta({ description: 'What was reached; percent where the target is.' }),
    numerator: number.optional().meta({ description: 'Of a growth: the number of the year.' }),
    denominator: number.optional().meta({ description: 'Of a growth: the number of the year before.' }),
    change: quantity.optional().meta({ description: 'Percent on the year before.' }),
    reading: z.enum(READINGS).optional().meta({
      description: 'Of a target of two readings the one that is meant: it fell by so much, or lies below.',
    }),
    note: prose(2_000).optional(),
  })
  .meta({ id: 'ProgrammeTargetReported', description: 'Whether it is met is worked out, not told.' })

const programme = z
  .strictObject({
    programme: code.optional().meta({ description: 'See /v1/programmes.' }),
    targets: z.array(target).max(100).optional(),
    groups: z
      .array(z.strictObject({ group: code.optional(), workers: number.optional(), note: prose(2_000).optional() }))
      .max(50)
      .optional()
      .meta({ description: 'Groups of workers that the plan has told apart: its `breakdowns`.' }),
    done: prose().optional(),
    difficulties: prose().optional(),
    proposals: prose().optional(),
  })
  .meta({ id: 'ProgrammeReported' })

/** The yearly report on plans for safety and health, by communes and the labour office, as the plans themselves ask. */
export const programmeAnnualSchema = z
  .strictObject({ programmes: z.array(programme).max(20).optional() })
  .meta({ id: 'ProgrammeAnnualReport' })

export type ProgrammeAnnual = z.infer<typeof programmeAnnualSchema>
export type ProgrammeReported = NonNullable<ProgrammeAnnual['programmes']>[number]
export type TargetReported = NonNullable<ProgrammeReported['targets']>[number]

/** Running text in which persons may be named. */
export const programmeAnnualSealed = ['done', 'difficulties', 'proposals', 'targets/*/note', 'groups/*/note'].map(
  (at) => `/programmeAnnual/programmes/*/${at}`,
)
