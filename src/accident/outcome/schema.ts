import { z } from 'zod'
import { codeOf, count, day, filingEnvelope, instant, line, thousandDong } from '../../declaration/schema-parts.ts'
import { BENEFITS } from '../../law/accident-compensation.ts'
import { DEATH_MODES } from '../vocabulary.ts'

/** Whose fault the accident was, as far as benefits depend on it (Law 84/2015, Arts. 38.4, 38.5). */
export const OWN_FAULTS = ['none', 'partly', 'wholly'] as const
/** In which the employer owes nothing (Law 84/2015, Art. 40.1). */
export const EXCLUSIONS = ['own-quarrel', 'self-harm', 'drugs'] as const
export const LATER_CONDITIONS = ['dead', 'serious', 'light', 'missing'] as const

export const victimRef = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ description: '`victimId` of the declaration.' })

/** What became of one victim after the declaration. Whatever is known at one time comes in one outcome. */
export const outcomeSchema = z
  .strictObject({
    victimId: victimRef.optional(),
    corrects: z
      .int()
      .min(2)
      .max(100_000)
      .optional()
      .meta({ description: 'The `seq` of the outcome whose place this one takes; alone, it takes that one back.' }),
    condition: z
      .strictObject({
        now: z.enum(LATER_CONDITIONS).optional(),
        knownAt: instant.optional().meta({ description: 'When the employer learnt of it: its clocks run from then.' }),
        injuries: z.array(codeOf('serious-injuries')).max(50).optional(),
      })
      .meta({ id: 'LaterCondition', description: 'A condition that is no longer the one declared.' })
      .optional(),
    death: z
      .strictObject({
        at: instant.optional(),
        mode: z.enum(DEATH_MODES).optional(),
        forensicRecord: z.boolean().optional(),
        courtDecision: z.boolean().optional(),
        certificate: line(100).optional().meta({ description: 'Number of the death certificate; kept encrypted.' }),
      })
      .meta({ id: 'LaterDeath' })
      .optional(),
    notice: z
      .strictObject({
        policeToldAt: instant.optional(),
        fileHandedOverOn: day.optional().meta({ description: 'To the provincial team (Decree 39/2016, Art. 22.1).' }),
      })
      .meta({ id: 'NoticeOfDeath' })
      .optional(),
    returnedOn: day.optional().meta({ description: 'First day back at work.' }),
    daysLost: count.optional().meta({ description: 'Working days lost so far.' }),
    assessment: z
      .strictObject({
        percent: z.int().min(0).max(100).optional().meta({ description: 'Loss of the capacity to work.' }),
        assessedOn: day.optional(),
        receivedOn: day.optional().meta({ description: 'When the employer had the record of the board.' }),
        board: line(300).optional(),
      })
      .meta({ id: 'CapacityAssessment', description: 'By a medical board (Law 84/2015, Art. 38.6).' })
      .optional(),
    costs: z
      .strictObject({
        medical: thousandDong.optional(),
        wagesDuringTreatment: thousandDong.optional(),
        funeral: thousandDong.optional(),
        other: thousandDong.optional(),
      })
      .meta({ id: 'VictimCosts', description: 'Borne by the employer for this victim so far.' })
      .optional(),
    compensation: z
      .strictObject({
        benefit: z.enum(BENEFITS).optional(),
        ownFault: z.enum(OWN_FAULTS).optional().meta({ description: 'As the minutes say; theirs when left out.' }),
        exclusion: z.enum(EXCLUSIONS).optional().meta({ description: 'A case of Law 84/2015, Art. 40.1.' }),
        monthlySalary: thousandDong
          .optional()
          .meta({ description: 'Average of the six months before, thousand VND (Circular 28/2021, Art. 5).' }),
        amount: thousandDong.optional().meta({ description: 'Decided, thousand VND.' }),
        insurancePaid: thousandDong.optional().meta({
          description: 'By accident insurance that the employer bought; counts too (Law 84/2015, Art. 39.3).',
        }),
        decidedOn: day.optional(),
        paidOn: day.optional(),
        paid: thousandDong.optional(),
        fileSentOn: day.optional().meta({ description: 'To the department of the head office.' }),
      })
      .meta({ id: 'VictimCompensation' })
      .optional(),
    ...filingEnvelope,
  })
  .meta({ id: 'AccidentOutcome' })

export type Outcome = z.infer<typeof outcomeSchema>
/** As kept: what accompanied the filing is kept beside it. */
export type OutcomeContent = Omit<Outcome, 'confirmations' | 'reason'>

/** What is encrypted: the paper that names the dead, and what somebody earned. */
export const outcomeSealedFields = {
  identity: ['/death/certificate'],
  shown: [],
  special: ['/compensation/monthlySalary', '/assessment/board'],
} as const
