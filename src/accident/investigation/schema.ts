import { z } from 'zod'
import {
  code,
  codeOf,
  day,
  filingEnvelope,
  instant,
  line,
  prose,
  thousandDong,
} from '../../declaration/schema-parts.ts'
import {
  INVESTIGATION_AUTHORITIES,
  MINUTES_FORMS,
  MINUTES_RECIPIENTS,
  PENALTY_DECREES,
  TEAM_ROLES,
} from '../../law/accident-investigation.ts'
import { EXCLUSIONS, OWN_FAULTS, victimRef } from '../outcome/schema.ts'
import { injuryFactor } from '../schema.ts'

/** Law 84/2015, Arts. 3.8 and 39.2. */
export const CONCLUSIONS = ['occupational', 'commuting', 'not-occupational'] as const
export type Conclusion = (typeof CONCLUSIONS)[number]
export const POLICE_REPLIES = ['awaited', 'occupational', 'not-occupational', 'undetermined'] as const

const member = z
  .strictObject({
    role: z.enum(TEAM_ROLES),
    leader: z.boolean().optional(),
    name: line(200).optional(),
  })
  .meta({ id: 'TeamMember', description: 'Names are not needed, and kept encrypted where given.' })

/** The file of the investigation of one accident (Law 84/2015, Art. 35; Decree 39/2016, Arts. 11 to 23). */
export const investigationSchema = z
  .strictObject({
    authority: z.enum(INVESTIGATION_AUTHORITIES).optional(),
    reportedAt: instant.optional().meta({
      description:
        'When the news reached the body that investigates. Left out: for a team of the employer when it had the news, for the others when the labour office had it, as the office states where it recorded the accident itself.',
    }),
    decision: z
      .strictObject({ number: line(100).optional(), on: day.optional() })
      .meta({ id: 'TeamDecision', description: 'By which the team was formed (Annexes V to VII).' })
      .optional(),
    startedOn: day.optional(),
    team: z.array(member).max(50).optional(),
    otherEmployerInvited: z
      .boolean()
      .optional()
      .meta({ description: "Whether the employer of a victim who is another's was invited." }),
    sceneVisitedAt: instant.optional(),
    sceneCleared: z
      .strictObject({
        on: day.optional(),
        consentBy: z.enum(['provincial-team', 'police']).optional(),
        consentOn: day.optional(),
      })
      .meta({ id: 'SceneCleared', description: 'Decree 39/2016, Art. 18.3.b.' })
      .optional(),
    expertise: z
      .array(
        z
          .strictObject({
            kind: z.enum(['technical', 'forensic']),
            requestedOn: day.optional(),
            receivedOn: day.optional(),
          })
          .meta({ id: 'InvestigationExpertise' }),
      )
      .max(20)
      .optional(),
    police: z
      .strictObject({
        reply: z.enum(POLICE_REPLIES).optional().meta({ description: 'Decree 39/2016, Art. 20.1.e.' }),
        repliedOn: day.optional(),
        prosecutedOn: day.optional(),
        notProsecutedOn: day.optional(),
        fileCompleteOn: day
          .optional()
          .meta({ description: 'When the team had all papers and objects; its limit runs from then.' }),
      })
      .meta({ id: 'PoliceFile' })
      .optional(),
    limit: z
      .strictObject({ days: z.int().min(1).max(365).optional(), from: day.optional() })
      .meta({ id: 'LimitAsCounted', description: 'As the team counts it; the service counts for itself.' })
      .optional(),
    extensions: z
      .array(
        z
          .strictObject({
            days: z.int().min(1).max(365),
            reason: prose(2_000).optional(),
            consentedOn: day.optional().meta({ description: 'By whoever decided to form the team.' }),
          })
          .meta({ id: 'InvestigationExtension' }),
      )
      .max(5)
      .optional(),
    announcement: z
      .strictObject({
        meetingOn: day.optional(),
        dissent: z.boolean().optional(),
        dissentRecorded: z.boolean().optional(),
      })
      .meta({ id: 'AnnouncementMeeting' })
      .optional(),
    minutes: z
      .strictObject({
        form: z.enum(MINUTES_FORMS).optional(),
        sent: z
          .array(z.strictObject({ to: z.enum(MINUTES_RECIPIENTS), on: day }).meta({ id: 'MinutesSent' }))
          .max(20)
          .optional(),
      })
      .meta({ id: 'InvestigationMinutes' })
      .optional(),
    conclusion: z.enum(CONCLUSIONS).optional(),
    cause: codeOf('accident-causes').optional(),
    injuryFactor: injuryFactor.optional(),
    findings: prose().optional().meta({ description: 'Course, causes and degree of violation. Kept encrypted.' }),
    victims: z
      .array(
        z
          .strictObject({
            victimId: victimRef,
            ownFault: z.enum(OWN_FAULTS).optional(),
            exclusion: z.enum(EXCLUSIONS).optional(),
            papers: z
              .array(code)
              .max(30)
              .optional()
              .meta({ description: 'Papers in the dossier of this victim, by their codes.' }),
          })
          .meta({ id: 'VictimDossier', description: 'One dossier for each victim (Decree 39/2016, Art. 16.2).' }),
      )
      .max(500)
      .optional(),
    keepUntil: day.optional().meta({ description: 'Last day for which the employer keeps the dossiers.' }),
    handling: z
      .strictObject({
        measures: z
          .array(z.strictObject({ text: prose(2_000), by: day.optional() }).meta({ id: 'InvestigationMeasure' }))
          .max(100)
          .optional(),
        penalties: z
          .array(
            z
              .strictObject({
                decree: z.enum(PENALTY_DECREES),
                article: line(20).optional(),
                actEndedOn: day.optional().meta({ description: 'Left out while the act goes on.' }),
                amount: thousandDong.optional(),
              })
              .meta({ id: 'ProposedPenalty' }),
          )
          .max(50)
          .optional(),
        prosecutionProposedOn: day.optional(),
      })
      .meta({ id: 'Handling' })
      .optional(),
    complaint: z
      .strictObject({
        receivedOn: day.optional(),
        answeredOn: day.optional(),
        reinvestigated: z.boolean().optional(),
      })
      .meta({ id: 'ComplaintAboutMinutes' })
      .optional(),
    ...filingEnvelope,
  })
  .meta({ id: 'AccidentInvestigation' })

export type Investigation = z.infer<typeof investigationSchema>
/** As kept: what accompanied the filing is kept beside it. */
export type InvestigationContent = Omit<Investigation, 'confirmations' | 'reason'>

/** What is encrypted: names, and running text in which persons are named. */
export const investigationSealedFields = {
  identity: ['/team/*/name'],
  shown: ['/extensions/*/reason', '/findings', '/handling/measures/*/text'],
  special: [],
} as const
