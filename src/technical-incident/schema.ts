import { z } from 'zod'
import { codeOf, count, filingEnvelope, instant, line, prose, thousandDong, unit } from '../declaration/schema-parts.ts'
import { CHANNELS, INCIDENT_KINDS, ON_BEHALF_CHANNELS } from './vocabulary.ts'

/**
 * The declaration of one technical incident that caused a lack of safety or hygiene (Law 84/2015, Arts. 3.6-3.7;
 * Decree 39/2016, Art. 26). The schema holds types and shapes only: that a thing is missing is told by a rule.
 */

const taxCode = z
  .string()
  .min(1)
  .max(20)
  .meta({ description: 'Tax code: 10 digits, 10-3 or 12.', examples: ['4600100003'] })
const contact = { phone: line(30).optional(), email: line(200).optional() }

const establishment = z
  .strictObject({
    name: line().optional(),
    address: line().optional(),
    taxCode: taxCode.optional(),
    ...contact,
  })
  .meta({
    id: 'IncidentEstablishment',
    description: 'The establishment where the incident happened. What is left out is taken from the register.',
  })

const victims = z
  .strictObject({
    dead: count.optional(),
    serious: count.optional(),
    light: count.optional(),
    missing: count.optional(),
  })
  .meta({ id: 'IncidentVictims' })

const incident = z
  .strictObject({
    occurredAt: instant.optional(),
    knownAt: instant.optional().meta({ description: 'When the employer learnt of it.' }),
    declaredAt: instant.optional().meta({
      description: 'When it was first declared, by another channel; declared through this portal, its receipt counts.',
    }),
    place: z
      .strictObject({
        unit: unit.optional(),
        address: line().optional(),
        description: line(1_000).optional(),
      })
      .meta({ id: 'IncidentPlace' })
      .optional(),
    kind: z.enum(INCIDENT_KINDS).optional().meta({ description: 'What failed, or what came of it first.' }),
    equipment: line().optional().meta({ description: 'The machine, equipment, material or substance.' }),
    serious: z.boolean().optional().meta({ description: 'As Law 84/2015, Art. 3.7 defines it.' }),
    beyondOwnCapacity: z
      .boolean()
      .optional()
      .meta({ description: 'Large, wide, and beyond what the establishment or locality can cope with.' }),
    severalEstablishments: z.boolean().optional(),
    severalLocalities: z.boolean().optional(),
    otherEstablishments: z
      .array(
        z.strictObject({ name: line().optional(), taxCode: taxCode.optional() }).meta({ id: 'InvolvedEstablishment' }),
      )
      .max(100)
      .optional()
      .meta({ description: 'The others that are involved.' }),
    homeAffairsInformed: z
      .boolean()
      .optional()
      .meta({ description: 'The commune reported it to the Department of Home Affairs (Decree 128/2025, Art. 9).' }),
    specialField: codeOf('special-fields').optional(),
    underSpecialisedLaw: z
      .boolean()
      .optional()
      .meta({ description: 'A specialised law says how such incidents are declared; implied by a special field.' }),
    specialisedAuthority: line().optional().meta({ description: 'The authority told under that law.' }),
    course: prose().optional(),
    causes: prose().optional(),
    response: prose().optional().meta({ description: 'What was done at once, and by whom.' }),
    propertyDamage: thousandDong.optional(),
  })
  .meta({ id: 'TechnicalIncident' })

export const incidentDeclarationSchema = z
  .strictObject({
    preliminary: z.boolean().optional().meta({
      description: 'A first notice of what, where, when, who was hurt and a contact; completed by amendment.',
    }),
    onBehalf: z
      .strictObject({
        enterpriseId: z.uuid(),
        channel: z.enum(ON_BEHALF_CHANNELS),
        source: line(1_000),
      })
      .meta({
        id: 'IncidentOnBehalf',
        description: 'An office or commune records what reached it; the enterprise then owns the record.',
      })
      .optional(),
    establishment: establishment.optional(),
    incident: incident.optional(),
    casualties: z
      .strictObject({
        unknown: z.boolean().optional().meta({
          description: 'Own workers are in distress and nobody knows yet how they are (Decree 39/2016, Art. 26.1).',
        }),
        workers: victims.optional(),
        others: victims.optional(),
      })
      .meta({
        id: 'IncidentCasualties',
        description: "How many were hurt: the employer's own workers, and people who are not. Zeros where nobody was.",
      })
      .optional(),
    accidents: z
      .array(z.uuid())
      .max(50)
      .optional()
      .meta({ description: 'Ids of the accident declarations of own workers hurt by the incident.' }),
    channel: z.enum(CHANNELS).optional().meta({ description: 'How it was first declared; this portal when left out.' }),
    recipients: z
      .array(
        z
          .strictObject({
            authority: codeOf('recipients'),
            unit: unit.optional(),
            name: line().optional(),
            notifiedAt: instant.optional(),
          })
          .meta({ id: 'IncidentRecipient' }),
      )
      .max(20)
      .optional(),
    declarant: z
      .strictObject({ name: line(200).optional(), position: line(200).optional(), ...contact })
      .meta({ id: 'IncidentDeclarant' })
      .optional(),
    note: prose().optional(),
    ...filingEnvelope,
  })
  .meta({ id: 'IncidentDeclaration' })

export type IncidentDeclaration = z.infer<typeof incidentDeclarationSchema>

/** What is encrypted: persons, and running text in which persons are named. */
export const incidentSealedFields = {
  identity: ['/declarant/name', '/declarant/phone', '/declarant/email'],
  shown: [
    '/incident/course',
    '/incident/causes',
    '/incident/response',
    '/note',
    '/onBehalf/source',
    // Another party may be a household: its name is a person's, and its tax code of 12 digits the person's number.
    '/establishment/taxCode',
    '/incident/otherEstablishments/*/name',
    '/incident/otherEstablishments/*/taxCode',
  ],
  special: [],
} as const
