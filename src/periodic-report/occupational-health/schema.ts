import { z } from 'zod'
import { codeOf, count, day, line, prose, thousandDong } from '../../declaration/schema-parts.ts'
import { QUALIFICATIONS } from '../../law/medical-staff.ts'

/** Annex 8 of Circular 19/2016: the report on occupational health of an establishment, sections I to IX. */

const persons = z
  .strictObject({
    total: count.optional().meta({ description: 'Men and women.' }),
    women: count.optional().meta({ description: 'Of the total.' }),
  })
  .meta({ id: 'ReportedPersons', description: 'A number of persons, and how many of them are women.' })

const medical = z
  .strictObject({
    staffed: z.boolean().optional().meta({ description: '7.1: whether there are medical staff.' }),
    staff: z
      .array(
        z.strictObject({
          name: line(200).optional().meta({ description: 'Kept encrypted.' }),
          phone: line(30).optional().meta({ description: 'Kept encrypted.' }),
          qualification: z.enum(QUALIFICATIONS).optional().meta({ description: 'Highest in health care.' }),
          certified: z.boolean().optional().meta({ description: 'Holds a certificate of occupational health.' }),
        }),
      )
      .max(200)
      .optional()
      .meta({ description: 'One row for each who works in health care.' }),
    ownFacility: z
      .strictObject({
        exists: z.boolean().optional(),
        form: line().optional().meta({ description: 'What it is: station, clinic, hospital.' }),
      })
      .optional()
      .meta({ description: '7.2: a health station, clinic or hospital of its own.' }),
    contract: z
      .strictObject({
        exists: z.boolean().optional(),
        provider: line().optional().meta({ description: 'Name of the health facility.' }),
        address: line().optional(),
        phone: line(30).optional(),
        services: line(1_000).optional().meta({ description: 'What is agreed on.' }),
        period: line().optional().meta({ description: 'From when to when the contract runs.' }),
      })
      .optional()
      .meta({ description: '7.3: with a health facility.' }),
  })
  .meta({ id: 'ReportedMedicalCare', description: 'Section I.7.' })

const factor = z
  .strictObject({
    factor: codeOf('hazard-factors').optional(),
    samples: count.optional().meta({ description: 'Taken in the period.' }),
    failed: count.optional().meta({ description: 'Samples beyond the limit.' }),
    dust: z
      .strictObject({
        samplesSilica: count.optional().meta({ description: 'Samples of silica dust.' }),
        samplesOther: count.optional().meta({ description: 'Samples of other dust.' }),
        failedSilica: count.optional().meta({ description: 'Of silica dust, beyond the limit.' }),
        failedOther: count.optional().meta({ description: 'Of other dust, beyond the limit.' }),
      })
      .optional()
      .meta({ description: 'Only of dust: how the samples are parted.' }),
    exposed: persons.optional().meta({ description: 'Who work with it.' }),
  })
  .meta({
    id: 'ReportedFactor',
    description: 'One row of section II. Who is exposed to two factors stands in both: rows are never added up.',
  })

const absent = z.strictObject({
  persons: count.optional().meta({ description: 'Who were off in the month.' }),
  days: count.optional().meta({ description: 'Of all of them.' }),
})

const absence = z
  .strictObject({
    month: z
      .int()
      .min(1)
      .max(12)
      .optional()
      .meta({ description: 'Of the year; 1 to 6 in a report of the first half.' }),
    sick: absent.optional().meta({ description: 'Because of an illness.' }),
    accident: absent.optional().meta({ description: 'Because of a work accident.' }),
    disease: absent.optional().meta({ description: 'Because of an occupational disease.' }),
  })
  .meta({ id: 'ReportedAbsence', description: 'One row of section III.' })

const disease = z
  .strictObject({
    disease: codeOf('occupational-diseases').optional(),
    name: line().optional().meta({ description: 'Only for a disease outside the insured list (code `OTHER`).' }),
    examined: persons.optional(),
    suspected: persons.optional().meta({ description: 'Not on the form.' }),
    diagnosed: persons.optional(),
    assessed: persons.optional().meta({ description: 'Assessed by the medical board.' }),
    bands: z
      .strictObject({ under5: persons.optional(), from5to30: persons.optional(), from31: persons.optional() })
      .optional()
      .meta({ description: 'Those assessed, by percentage of reduced capacity: under 5, 5 to 30, 31 and more.' }),
  })
  .meta({
    id: 'ReportedDisease',
    description: 'One row of section IV.1, persons x disease: somebody examined for two diseases stands in both rows.',
  })

const occupationalCase = z
  .strictObject({
    name: line(200).optional().meta({ description: 'Full name.' }),
    sex: z.enum(['male', 'female']).optional(),
    age: z.int().min(0).max(130).optional().meta({ description: 'In years.' }),
    occupation: z
      .strictObject({ code: codeOf('occupations-2020').optional(), name: line().optional() })
      .optional()
      .meta({ description: 'When the disease arose.' }),
    yearsInOccupation: z
      .int()
      .min(0)
      .max(100)
      .optional()
      .meta({ description: 'In that occupation, until the disease arose.' }),
    detectedOn: day.optional(),
    disease: codeOf('occupational-diseases').optional(),
    percent: z.int().min(0).max(100).optional().meta({ description: 'Reduced capacity to work.' }),
    currentJob: line().optional().meta({ description: 'What the person does now.' }),
    fromEarlierPeriod: z.boolean().optional().meta({ description: 'Listed again: reported in an earlier period.' }),
  })
  .meta({ id: 'ReportedCase', description: 'One row of section IV.2. The whole of it is kept encrypted.' })

const quarters = z
  .strictObject({ q1: count.optional(), q2: count.optional(), q3: count.optional(), q4: count.optional() })
  .meta({ id: 'Quarters', description: 'Numbers of the quarters; a report of the first half has the first two.' })

export const occupationalHealthSchema = z
  .strictObject({
    reportNumber: line(100).optional().meta({ description: 'Number of the document on paper.' }),
    product: line().optional().meta({ description: 'I.3: main product or service.' }),
    direct: persons.optional().meta({ description: 'I.5: in direct production.' }),
    hazardous: persons.optional().meta({ description: 'I.6: in dangerous or harmful work.' }),
    hygieneFile: z.boolean().optional().meta({ description: 'Whether there is a hygiene dossier.' }),
    medical: medical.optional(),
    firstAiders: persons.optional().meta({ description: 'I.8.' }),
    inspections: z
      .array(
        z.strictObject({
          on: day.optional(),
          by: line().optional().meta({ description: 'Which authority inspected.' }),
          content: line(2_000).optional().meta({ description: 'What was inspected.' }),
          note: line(2_000).optional(),
        }),
      )
      .max(100)
      .optional()
      .meta({ description: 'I.9.' }),
    factors: z.array(factor).max(200).optional().meta({ description: 'Section II.' }),
    absences: z.array(absence).max(12).optional().meta({ description: 'Section III, by month.' }),
    diseases: z.array(disease).max(100).optional().meta({ description: 'Section IV.1.' }),
    distinct: z.strictObject({ examined: persons.optional(), diagnosed: persons.optional() }).optional().meta({
      id: 'ReportedDistinctPersons',
      description: 'Not on the form: each person once, however many diseases. Never the sum of the rows of IV.1.',
    }),
    cases: z.array(occupationalCase).max(1_000).optional().meta({ description: 'Section IV.2.' }),
    commonDiseases: z
      .array(
        z.strictObject({
          group: line().optional().meta({ description: 'Group of diseases, as the form has it.' }),
          quarters: quarters.optional(),
        }),
      )
      .max(50)
      .optional()
      .meta({ description: 'Section V.1.' }),
    diseasesByQuarter: z
      .array(z.strictObject({ disease: codeOf('occupational-diseases').optional(), quarters: quarters.optional() }))
      .max(100)
      .optional()
      .meta({ description: 'Section V.2.' }),
    accidentsByQuarter: z
      .strictObject({
        victims: quarters.optional().meta({ description: 'Persons, by quarter of the accident.' }),
        deaths: quarters.optional().meta({ description: 'Of these, those who died.' }),
      })
      .optional()
      .meta({ description: 'Section V.3; the dead are among the victims.' }),
    healthClasses: z
      .array(
        z.strictObject({ class: codeOf('health-classes').optional(), men: count.optional(), women: count.optional() }),
      )
      .max(10)
      .optional()
      .meta({ description: 'Section VI: persons, not examinations.' }),
    training: z
      .array(
        z.strictObject({
          content: line(1_000).optional().meta({ description: 'What the training was about.' }),
          trained: persons.optional(),
        }),
      )
      .max(100)
      .optional()
      .meta({ description: 'Section VII.' }),
    costs: z
      .array(
        z.strictObject({
          activity: line(1_000).optional().meta({ description: 'What the money was spent on.' }),
          amount: thousandDong.optional(),
          note: line(1_000).optional(),
        }),
      )
      .max(100)
      .optional()
      .meta({ description: 'Section VIII.' }),
    recommendations: prose().optional().meta({ description: 'Section IX, with the plan for the next period.' }),
  })
  .meta({ id: 'OccupationalHealthReport' })

export type OccupationalHealth = z.infer<typeof occupationalHealthSchema>
export type ReportedPersons = z.infer<typeof persons>
export type ReportedFactor = z.infer<typeof factor>
export type ReportedDisease = z.infer<typeof disease>
export type ReportedCase = z.infer<typeof occupationalCase>
export type Quarters = z.infer<typeof quarters>

const BASE = '/occupationalHealth'

/**
 * What is encrypted: who is meant, running text, and what tells of diseases, for few of one enterprise are ill and a
 * count tells who. That is for the enterprise and the health office alone.
 */
export const occupationalHealthSealed = {
  identity: [`${BASE}/cases/*/name`, `${BASE}/medical/staff/*/name`, `${BASE}/medical/staff/*/phone`],
  shown: [
    `${BASE}/inspections/*/content`,
    `${BASE}/inspections/*/note`,
    `${BASE}/costs/*/note`,
    `${BASE}/recommendations`,
  ],
  special: [`${BASE}/cases`, `${BASE}/diseases`, `${BASE}/distinct`, `${BASE}/diseasesByQuarter`],
} as const
