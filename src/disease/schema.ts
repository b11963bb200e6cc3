import { z } from 'zod'
import { code, codeOf, count, day, filingEnvelope, line, prose, unit } from '../declaration/schema-parts.ts'
import {
  DISEASE_FORMS,
  FILE_DOCUMENTS,
  FORM_FAMILIES,
  MONITORING_RESULTS,
  ON_BEHALF_CHANNELS,
  REQUESTERS,
  SEXES,
} from './vocabulary.ts'

/**
 * One round of examinations for occupational diseases at one enterprise (Law 84/2015, Art. 21; Circular 56/2025, Annexes
 * V and VII, before it Circular 28/2016). The schema holds types and shapes only: that a thing is missing is told by a
 * rule with its article.
 */

const persons = z
  .strictObject({ total: count.optional(), women: count.optional().meta({ description: 'Of the total.' }) })
  .meta({ id: 'PersonCount', description: 'A number of persons, and how many of them are women.' })

const taxCode = z
  .string()
  .min(1)
  .max(20)
  .meta({ description: 'Tax code: 10 digits, 10-3 or 12.', examples: ['0101218690'] })

const establishment = z
  .strictObject({
    name: line().optional(),
    address: line().optional(),
    taxCode: taxCode.optional(),
    phone: line(30).optional(),
    email: line(200).optional(),
    superiorBody: line().optional(),
    type: codeOf('establishment-types').optional(),
    industry: z
      .strictObject({
        version: z
          .enum(['2018', '2025'])
          .optional()
          .meta({ description: 'VSIC version; by the day of the examination when left out.' }),
        code,
      })
      .optional(),
  })
  .meta({
    id: 'ScreeningEstablishment',
    description: 'The establishment whose workers were examined. What is left out is taken from the register.',
  })

const examination = z
  .strictObject({
    kind: codeOf('examination-kinds').optional(),
    from: day.optional().meta({ description: 'First day of the round.' }),
    to: day.optional().meta({ description: 'Last day of the round; its law judges the screening.' }),
    requestedBy: z
      .enum(REQUESTERS)
      .optional()
      .meta({ description: 'Who asked for it, on suspicion of an acute disease.' }),
    mobile: z.boolean().optional().meta({ description: 'At the workplace rather than at the facility.' }),
    mobileDossier: z
      .boolean()
      .optional()
      .meta({ description: 'The facility has declared that it examines away from its premises.' }),
    resultsReturnedOn: day.optional().meta({ description: 'When the results were handed over.' }),
  })
  .meta({ id: 'ScreeningExamination' })

const facility = z
  .strictObject({
    id: z.uuid().optional().meta({ description: 'Of the register of facilities; its tax code does as well.' }),
    taxCode: taxCode.optional(),
    name: line().optional(),
    licenceNumber: line(100).optional(),
  })
  .meta({ id: 'ScreeningFacility', description: 'Who examined.' })

const hazard = z
  .strictObject({
    factor: codeOf('hazard-factors').optional(),
    exposed: persons.optional(),
    examined: persons.optional(),
    monitoringOn: day.optional().meta({ description: 'Last day of the monitoring that the examination relied on.' }),
    monitoringResult: z.enum(MONITORING_RESULTS).optional(),
  })
  .meta({
    id: 'ScreenedHazard',
    description:
      'Workers exposed to one harmful factor, and those of them examined. Somebody exposed to two factors stands in both rows: rows do not add up to distinct persons.',
  })

const disease = z
  .strictObject({
    disease: codeOf('occupational-diseases').optional(),
    name: line().optional().meta({ description: 'Only for a disease outside the insured list (code `OTHER`).' }),
    examined: persons.optional(),
    suspected: persons.optional(),
    diagnosed: persons.optional(),
    diagnosedEarlier: persons
      .optional()
      .meta({ description: 'Of those diagnosed: examined in an earlier round and confirmed only now.' }),
    assessed: persons.optional().meta({ description: 'Assessed by the medical board.' }),
    bands: z
      .strictObject({ under5: persons.optional(), from5to30: persons.optional(), from31: persons.optional() })
      .optional()
      .meta({ description: 'Those assessed, by percentage of reduced capacity: under 5, 5 to 30, 31 and more.' }),
    former: z
      .strictObject({ examined: persons.optional(), diagnosed: persons.optional() })
      .optional()
      .meta({ description: 'Of the above: persons no longer exposed, or no longer employed here.' }),
  })
  .meta({
    id: 'ScreenedDisease',
    description:
      'Persons x disease, as on the forms: somebody examined for two diseases stands in both rows. Distinct persons are in `persons`.',
  })

const files = z
  .strictObject({
    forms: z.enum(FORM_FAMILIES).optional().meta({ description: 'The circular whose forms were used.' }),
    certificates: count.optional().meta({ description: 'Certificates of occupational disease made out.' }),
    caseReports: count.optional(),
    missing: z.array(z.enum(FILE_DOCUMENTS)).max(FILE_DOCUMENTS.length).optional(),
    investigationMinutes: z
      .boolean()
      .optional()
      .meta({ description: 'Minutes of an investigation stand in for what is missing (Circular 56/2025, Art. 8.2).' }),
  })
  .meta({ id: 'ScreeningFiles' })

const occupation = z
  .strictObject({
    code: codeOf('occupations-2020').optional(),
    name: line().optional(),
  })
  .meta({ id: 'CaseOccupation' })

const hiv = z
  .strictObject({
    accidentRecord: z.boolean().optional().meta({ description: 'The accident of exposure was recorded.' }),
    negativeWithin72Hours: z.boolean().optional(),
    positiveAtMonths: z.literal([1, 3, 6]).optional(),
  })
  .meta({ id: 'HivExposure', description: 'Infection with HIV by an accident at work: annex 32 of Circular 15/2016.' })

const screenedCase = z
  .strictObject({
    caseId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .optional()
      .meta({ description: 'Kept across amendments; minted when left out.' }),
    person: z
      .strictObject({
        fullName: line(200).optional(),
        birthDate: day.optional(),
        birthYear: z.int().min(1900).max(2100).optional(),
        identityNumber: line(20).optional().meta({ description: 'Personal identification number, 12 digits.' }),
        phone: line(30).optional(),
      })
      .meta({ id: 'CasePerson' })
      .optional(),
    sex: z.enum(SEXES).optional(),
    disease: codeOf('occupational-diseases').optional(),
    icd10: code.optional().meta({ description: 'ICD-10, such as `J62.8`.' }),
    form: z.enum(DISEASE_FORMS).optional(),
    occupation: occupation.optional().meta({ description: 'Today.' }),
    occupationWhenArose: occupation.optional().meta({ description: 'When the disease arose.' }),
    factor: codeOf('hazard-factors').optional().meta({ description: 'What caused it.' }),
    prePlacementOn: day.optional().meta({ description: 'Last examination before the exposed work began.' }),
    exposureStart: day.optional(),
    exposureEnd: day.optional().meta({ description: 'Left out while it goes on.' }),
    exposureYears: z.number().min(0).max(80).optional().meta({ description: 'Where it was not without a break.' }),
    level: z
      .strictObject({
        value: z.number().optional(),
        unit: code.optional(),
        limit: z.number().optional(),
        limitText: line().optional().meta({ description: 'The regulation that sets the limit.' }),
      })
      .optional()
      .meta({ id: 'CaseLevel', description: 'Measured at the workplace, where the disease needs it.' }),
    exposureConfirmation: z
      .boolean()
      .optional()
      .meta({ description: 'Exposure was confirmed by minutes (Circular 56/2025, Annex IV), for an acute disease.' }),
    examinedOn: day.optional(),
    diagnosedOn: day.optional(),
    fromEarlierRound: z.boolean().optional(),
    certificate: z
      .strictObject({ number: line(100).optional(), on: day.optional() })
      .meta({ id: 'DiseaseCertificate' })
      .optional(),
    assessment: z
      .strictObject({
        on: day.optional(),
        percent: z.int().min(0).max(100).optional(),
        combined: z
          .boolean()
          .optional()
          .meta({ description: 'With another disease or an accident (Law 84/2015, Art. 47.2).' }),
        previousOn: day.optional(),
        fastProgressing: z.boolean().optional(),
      })
      .meta({ id: 'CaseAssessment', description: 'By the medical board.' })
      .optional(),
    treatmentEndedOn: day.optional(),
    referredOn: day.optional().meta({ description: 'When the employer referred the worker to assessment.' }),
    currentJob: z
      .strictObject({
        sameFactor: z.boolean().optional().meta({ description: 'Still exposed to what caused the disease.' }),
        controlMeasure: line(1_000).optional(),
      })
      .meta({ id: 'CaseCurrentJob' })
      .optional(),
    hiv: hiv.optional(),
    covidOccupation: z
      .boolean()
      .optional()
      .meta({ description: 'The occupation is among those of annex 35, section 3, of Circular 15/2016.' }),
    note: line(2_000).optional(),
  })
  .meta({ id: 'DiseaseCase', description: 'One person with one disease. The whole of it is kept encrypted.' })

export const diseaseScreeningSchema = z
  .strictObject({
    onBehalf: z
      .strictObject({
        enterpriseId: z.uuid(),
        channel: z.enum(ON_BEHALF_CHANNELS).optional(),
        source: line(1_000).optional(),
      })
      .meta({
        id: 'ScreeningOnBehalf',
        description:
          'A facility files for an enterprise that delegated to it; a health office records what reached it, naming how.',
      })
      .optional(),
    establishment: establishment.optional(),
    site: z
      .strictObject({ unit: unit.optional(), address: line().optional() })
      .meta({ id: 'ScreeningSite', description: 'Where the examined work; the head office when left out.' })
      .optional(),
    examination: examination.optional(),
    facility: facility.optional(),
    workforce: z
      .strictObject({
        total: count.optional(),
        women: count.optional(),
        heavy: count.optional().meta({ description: 'In heavy, harmful or dangerous jobs.' }),
      })
      .meta({ id: 'ScreeningWorkforce', description: 'Everybody employed, exposed or not.' })
      .optional(),
    persons: z
      .strictObject({ exposed: persons.optional(), examined: persons.optional() })
      .meta({
        id: 'DistinctPersons',
        description:
          'Distinct persons now employed, each counted once however many factors or diseases. Never the sum of the rows below.',
      })
      .optional(),
    formerWorkers: z
      .strictObject({ examined: persons.optional() })
      .meta({
        id: 'FormerWorkers',
        description: 'Distinct persons no longer exposed or no longer employed, counted apart.',
      })
      .optional(),
    gynaecologyExamined: count.optional().meta({ description: 'Women who had the gynaecological examination.' }),
    hazards: z.array(hazard).max(200).optional(),
    diseases: z.array(disease).max(100).optional(),
    files: files.optional(),
    consultation: z
      .strictObject({ held: z.boolean().optional(), on: day.optional() })
      .meta({ id: 'ScreeningConsultation', description: 'Consultation of specialists (Circular 28/2016, Art. 10).' })
      .optional(),
    healthClasses: z
      .array(z.strictObject({ class: codeOf('health-classes'), persons }).meta({ id: 'HealthClassCount' }))
      .max(10)
      .optional()
      .meta({ description: 'Distinct persons by health class, where the round classified them.' }),
    employerMeasures: prose().optional(),
    cases: z
      .array(screenedCase)
      .max(5_000)
      .optional()
      .meta({ description: 'One for each person and disease diagnosed.' }),
    note: prose(5_000).optional(),
    ...filingEnvelope,
  })
  .meta({ id: 'DiseaseScreening' })

export type DiseaseScreening = z.infer<typeof diseaseScreeningSchema>
export type ScreenedHazard = z.infer<typeof hazard>
export type ScreenedDisease = z.infer<typeof disease>
export type DiseaseCase = z.infer<typeof screenedCase>
export type PersonCount = z.infer<typeof persons>

/** What is encrypted: the cases as a whole, for a diagnosis is health data even without the name; and running text. */
export const diseaseSealedFields = {
  identity: ['/cases/*/person', '/cases/*/certificate/number', '/cases/*/note'],
  // Counts by disease too: of one enterprise they are small, and tell who is ill to those who know the place.
  special: ['/cases', '/diseases'],
  shown: [
    '/employerMeasures',
    '/note',
    '/onBehalf/source',
    // A household's tax code of 12 digits is the number of the person who runs it.
    '/establishment/taxCode',
  ],
} as const
