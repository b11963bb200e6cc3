import { z } from 'zod'
import {
  code,
  codeOf,
  count,
  day,
  filingEnvelope,
  instant,
  line,
  prose,
  thousandDong,
  unit,
} from '../declaration/schema-parts.ts'
import {
  ACCIDENT_CLASSES,
  CHANNELS,
  COMMUTE_FAULTS,
  CONDITIONS,
  CONTEXTS,
  DEATH_MODES,
  FORMS,
  ON_BEHALF_CHANNELS,
  PREMISES,
  SEXES,
  TRAFFIC_PAPERS,
} from './vocabulary.ts'

/**
 * The declaration of one accident (Decree 39/2016, Art. 10 and Annex III; since 1 July 2025 form 01 of Annex II of
 * Decree 129/2025). The schema holds types and shapes only: that a thing is missing is told by a rule with its article.
 */

const taxCode = z
  .string()
  .min(1)
  .max(20)
  .meta({ description: 'Tax code: 10 digits, 10-3 or 12.', examples: ['4600100003'] })
const contact = { phone: line(30).optional(), email: line(200).optional() }

const industry = z.strictObject({
  version: z
    .enum(['2018', '2025'])
    .optional()
    .meta({ description: 'VSIC version; by the day of the event when left out.' }),
  code,
})

const establishment = z
  .strictObject({
    name: line().optional(),
    address: line().optional(),
    taxCode: taxCode.optional(),
    ...contact,
    superiorBody: line().optional(),
    type: codeOf('establishment-types').optional(),
    industry: industry.optional(),
    defenceUnit: z.boolean().optional().meta({ description: 'A unit of the Ministry of National Defence.' }),
  })
  .meta({
    id: 'AccidentEstablishment',
    description: 'The establishment where the accident occurred. What is left out is taken from the register.',
  })

export const injuryFactor = z
  .strictObject({
    list: z
      .string()
      .min(1)
      .max(40)
      .meta({ description: 'Id of the code list; lists of factors conflict, so it is never implied.' }),
    code,
  })
  .meta({ id: 'InjuryFactor' })

const esaw = z
  .strictObject({
    workingEnvironment: code.optional(),
    workingProcess: code.optional(),
    specificActivity: code.optional(),
    deviation: code.optional(),
    contactMode: code.optional(),
    materialAgent: code.optional(),
    typeOfInjury: code.optional(),
    partOfBody: code.optional(),
  })
  .meta({ id: 'EsawCodes', description: 'European Statistics on Accidents at Work; optional, for comparison abroad.' })

const commute = z
  .strictObject({
    fault: z.enum(COMMUTE_FAULTS).optional(),
    reasonableRoute: z.boolean().optional(),
    reasonableTime: z.boolean().optional(),
    onDuty: z.boolean().optional().meta({ description: "Travelling on the employer's errand." }),
  })
  .meta({ id: 'Commute', description: 'Law 84/2015, Art. 39.2.' })

const technicalIncident = z
  .strictObject({
    id: z.uuid().optional().meta({ description: 'The technical incident declared apart, if it was.' }),
    serious: z.boolean().optional(),
    beyondOwnCapacity: z.boolean().optional(),
    severalEstablishments: z.boolean().optional(),
    communeNotified: z.boolean().optional(),
    homeAffairsInformed: z.boolean().optional(),
  })
  .meta({
    id: 'TechnicalIncidentLink',
    description: 'The technical incident that caused the accident (Law 84/2015, Art. 3.6-3.7).',
  })

const accident = z
  .strictObject({
    occurredAt: instant.optional(),
    knownAt: instant.optional().meta({ description: 'When the employer learnt of it.' }),
    declaredAt: instant.optional().meta({
      description: 'When it was first declared, by another channel; declared through this portal, its receipt counts.',
    }),
    lateKnowledgeReason: prose(2_000).optional(),
    abroad: z.boolean().optional(),
    country: z.string().length(2).optional().meta({ description: 'ISO 3166-1 alpha-2; for an accident abroad.' }),
    place: z
      .strictObject({
        unit: unit.optional(),
        address: line().optional(),
        description: line(1_000).optional(),
        premises: z.enum(PREMISES).optional(),
        premisesOwner: z.strictObject({ name: line().optional(), taxCode: taxCode.optional() }).optional(),
      })
      .meta({ id: 'AccidentPlace' })
      .optional(),
    context: z.enum(CONTEXTS).optional(),
    reportSection: z
      .literal([1, 2])
      .optional()
      .meta({ description: 'Section of Annex XII in which the filer counts it.' }),
    traffic: z.boolean().optional().meta({ description: 'A road, rail or waterway traffic accident.' }),
    trafficPapers: z.array(z.enum(TRAFFIC_PAPERS)).max(3).optional(),
    commute: commute.optional(),
    declaredClass: z.enum(ACCIDENT_CLASSES).optional(),
    technicalIncident: technicalIncident.optional(),
    specialField: codeOf('special-fields').optional(),
    specialisedAuthority: line().optional(),
    communeRecord: z
      .strictObject({ made: z.boolean(), date: day.optional() })
      .optional()
      .meta({ description: 'Record of the event by the commune (Decree 129/2025, Art. 43.1).' }),
    narrative: z
      .strictObject({
        workInProgress: prose().optional(),
        course: prose().optional(),
        consequences: prose().optional(),
        response: prose().optional(),
      })
      .meta({
        id: 'AccidentNarrative',
        description: 'What was being done; what happened; what followed; what was done at once. Kept encrypted.',
      })
      .optional(),
    cause: codeOf('accident-causes').optional(),
    injuryFactor: injuryFactor.optional(),
    esaw: esaw.optional(),
    losses: z
      .strictObject({
        medicalCost: thousandDong.optional(),
        wagesDuringTreatment: thousandDong.optional(),
        compensation: thousandDong.optional(),
        otherCosts: thousandDong.optional(),
        propertyDamage: thousandDong.optional(),
      })
      .meta({ id: 'AccidentLosses' })
      .optional(),
    measuresTaken: prose().optional(),
  })
  .meta({ id: 'Accident' })

const victim = z
  .strictObject({
    victimId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .optional()
      .meta({ description: 'Kept across amendments; minted when left out.' }),
    person: z
      .strictObject({
        name: line(200).optional(),
        birthYear: z.int().min(1900).max(2100).optional(),
        birthDate: day.optional(),
        sex: z.enum(SEXES).optional(),
        idNumber: line(20).optional().meta({ description: 'Personal identification number, 12 digits.' }),
        phone: line(30).optional(),
        address: line().optional(),
        nationality: z.string().length(2).optional(),
      })
      .meta({ id: 'VictimPerson', description: 'Name, number, phone, address and date of birth are kept encrypted.' })
      .optional(),
    employer: z
      .strictObject({ name: line().optional(), taxCode: taxCode.optional(), outsideManagement: z.boolean().optional() })
      .meta({ id: 'VictimEmployer', description: "Only where the victim's employer is another." })
      .optional(),
    employmentRelation: codeOf('employment-relations').optional(),
    voluntaryAccidentInsurance: z.boolean().optional(),
    vulnerableGroups: z.array(codeOf('vulnerable-groups')).max(10).optional(),
    occupation: z.strictObject({ code, name: line().optional() }).meta({ id: 'VictimOccupation' }).optional(),
    yearsInJob: z.number().min(0).max(80).optional(),
    training: z
      .strictObject({ trained: z.boolean().optional(), lastOn: day.optional() })
      .meta({ id: 'VictimTraining', description: 'OSH training before the accident.' })
      .optional(),
    protectiveEquipment: z
      .strictObject({ provided: z.boolean().optional(), used: z.boolean().optional() })
      .meta({ id: 'VictimProtectiveEquipment' })
      .optional(),
    condition: z.enum(CONDITIONS).optional().meta({ description: 'At declaration; what comes later are outcomes.' }),
    death: z
      .strictObject({
        mode: z.enum(DEATH_MODES).optional(),
        at: instant.optional(),
        recurrence: z.boolean().optional().meta({ description: 'From recurrence of the wound.' }),
        forensicRecord: z.boolean().optional(),
        courtDecision: z.boolean().optional(),
      })
      .meta({ id: 'VictimDeath' })
      .optional(),
    injuries: z.array(codeOf('serious-injuries')).max(50).optional(),
    daysLost: count.optional().meta({ description: 'Working days lost so far.' }),
  })
  .meta({ id: 'AccidentVictim' })

export const accidentDeclarationSchema = z
  .strictObject({
    preliminary: z
      .boolean()
      .optional()
      .meta({ description: 'A first notice of who, where, when, how many and a contact; completed by amendment.' }),
    form: z.enum(FORMS).optional(),
    onBehalf: z
      .strictObject({
        enterpriseId: z.uuid(),
        channel: z.enum(ON_BEHALF_CHANNELS),
        source: line(1_000),
        informant: z
          .strictObject({ name: line(200).optional(), relation: line(200).optional(), ...contact })
          .optional(),
      })
      .meta({
        id: 'OnBehalf',
        description: 'An office or commune records what reached it; the enterprise then owns the record.',
      })
      .optional(),
    establishment: establishment.optional(),
    accident: accident.optional(),
    casualtiesUnknown: z.boolean().optional(),
    casualties: z
      .strictObject({
        dead: count.optional(),
        serious: count.optional(),
        light: count.optional(),
        missing: count.optional(),
      })
      .meta({ id: 'CasualtyCounts', description: 'Counts as far as known, where the victims are not yet listed.' })
      .optional(),
    victims: z.array(victim).max(500).optional(),
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
          .meta({ id: 'AccidentRecipient' }),
      )
      .max(20)
      .optional(),
    declarant: z
      .strictObject({
        name: line(200).optional(),
        position: line(200).optional(),
        employerTaxCode: taxCode.optional(),
        ...contact,
      })
      .meta({ id: 'Declarant' })
      .optional(),
    ...filingEnvelope,
  })
  .meta({ id: 'AccidentDeclaration' })

export type AccidentDeclaration = z.infer<typeof accidentDeclarationSchema>
export type Victim = z.infer<typeof victim>

/** What is encrypted: persons, and running text in which persons are named. */
export const accidentSealedFields = {
  identity: [
    '/victims/*/person/name',
    '/victims/*/person/birthDate',
    '/victims/*/person/idNumber',
    '/victims/*/person/phone',
    '/victims/*/person/address',
    '/declarant/name',
    '/declarant/phone',
    '/declarant/email',
    '/onBehalf/informant',
  ],
  shown: [
    '/accident/narrative',
    '/accident/measuresTaken',
    '/accident/lateKnowledgeReason',
    '/onBehalf/source',
    // Another party may be a household: its name is a person's, and its tax code of 12 digits the person's number.
    '/establishment/taxCode',
    '/accident/place/premisesOwner',
    '/victims/*/employer/name',
    '/victims/*/employer/taxCode',
    '/declarant/employerTaxCode',
  ],
  special: [],
} as const
