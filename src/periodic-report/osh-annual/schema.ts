import { z } from 'zod'
import { count, line } from '../../declaration/schema-parts.ts'
import { MOST_DAYS } from '../accident-summary/schema.ts'

/** Annex II of Circular 07/2016: the yearly report of an establishment on safety and health. */

/**
 * Money on this form is in millions; thousandths of a million are thousands. Not as `multipleOf`: in binary fractions
 * 64.6 is no multiple of 0.001, and who checks by the document alone would refuse it.
 */
export const isToTheThousandth = (value: number) => Number(value.toFixed(3)) === value
export const MOST_MILLIONS = 1_000_000_000
const millionDong = z
  .number()
  .min(0)
  .max(MOST_MILLIONS)
  .refine(isToTheThousandth)
  .meta({ description: 'MILLION VND, to the thousand.' })
const days = z.int().min(0).max(MOST_DAYS)

const groups = z
  .strictObject({
    safetyStaff: count.optional().meta({ description: 'Safety and health staff.' }),
    medicalStaff: count.optional().meta({ description: 'Staff for occupational health care.' }),
    heavyWork: count.optional().meta({ description: 'In heavy, harmful or dangerous work: conditions IV, V, VI.' }),
    minors: count.optional().meta({ description: 'Under 18 years.' }),
    under15: count.optional().meta({ description: 'Of the minors, those under 15 years.' }),
    disabled: count.optional().meta({ description: 'With disabilities.' }),
    elderly: count.optional().meta({ description: 'Beyond the age of retirement.' }),
  })
  .meta({ id: 'OshWorkerGroups', description: 'Item 1; all workers and the women among them stand in `workforce`.' })

const accidents = z
  .strictObject({
    accidents: count.optional().meta({ description: 'Those on the way to or from work too.' }),
    fatalAccidents: count.optional().meta({ description: 'With somebody killed.' }),
    victims: count.optional().meta({ description: 'The dead too.' }),
    deaths: count.optional().meta({ description: 'Of the victims.' }),
    costs: millionDong.optional(),
    daysOff: days.optional().meta({ description: 'Because of accidents.' }),
  })
  .meta({ id: 'OshAccidents', description: 'Item 2.' })

const diseases = z
  .strictObject({
    total: count.optional().meta({ description: 'Persons with an occupational disease when the report is made.' }),
    new: count.optional().meta({ description: 'Of these, fallen ill in the year: persons, not diagnoses.' }),
    daysOff: days.optional().meta({ description: 'Because of occupational diseases.' }),
    earlyRetirements: count.optional().meta({ description: 'Because of an occupational disease.' }),
    costs: millionDong.optional(),
  })
  .meta({ id: 'OshDiseases', description: 'Item 3.' })

const healthClasses = z
  .strictObject({
    I: count.optional(),
    II: count.optional(),
    III: count.optional(),
    IV: count.optional(),
    V: count.optional(),
  })
  .meta({ id: 'OshHealthClasses', description: 'Item 4: persons by health class.' })

const trained = z
  .strictObject({
    trained: count.optional().meta({ description: 'In the year.' }),
    present: count.optional().meta({ description: 'At the end of the year.' }),
  })
  .meta({
    id: 'OshTrained',
    description: 'Trained in the year, of those present.',
  })

const training = z
  .strictObject({
    managers: trained.optional(),
    safetyStaff: trained.optional(),
    strictJobs: trained.optional(),
    others: trained.optional(),
    medicalStaff: trained.optional(),
    representatives: trained.optional(),
    byItself: count.optional().meta({ description: 'Persons the establishment trained itself.' }),
    byProvider: count.optional().meta({ description: 'Persons trained by an organisation it hired.' }),
    costs: millionDong.optional(),
  })
  .meta({ id: 'OshTraining', description: 'Item 5: groups 1 to 6 in this order.' })

const equipment = z
  .strictObject({
    total: count.optional().meta({ description: 'All machines, equipment and materials.' }),
    strictInUse: count.optional().meta({ description: 'In use and under strict requirements.' }),
    inspected: count.optional().meta({ description: 'With an inspection that is valid.' }),
    uninspected: count.optional().meta({ description: 'Not inspected, or no longer.' }),
    declared: count.optional().meta({ description: 'To the office of the province.' }),
    undeclared: count.optional().meta({ description: 'In use and not declared.' }),
  })
  .meta({ id: 'OshEquipment', description: 'Item 6: machines, equipment and materials.' })

const overtime = z
  .strictObject({
    workers: count.optional().meta({ description: 'Persons who worked overtime.' }),
    hours: days.optional().meta({ description: 'Of all of them in the year.' }),
    mostInMonth: days.optional().meta({ description: 'Of all of them in the month with most.' }),
  })
  .meta({ id: 'OshOvertime', description: 'Item 7: persons, hours of the year, most hours in one month.' })

const allowanceInKind = z
  .strictObject({
    workers: count.optional().meta({ description: 'Persons who had it.' }),
    costs: millionDong.optional(),
  })
  .meta({ id: 'OshAllowanceInKind', description: 'Item 8: against harmful work; its costs are part of item 10.' })

const samples = z
  .strictObject({
    samples: count.optional().meta({ description: 'Taken in the year.' }),
    failed: count.optional().meta({ description: 'Of these, beyond the limit.' }),
  })
  .meta({ id: 'OshSamples', description: 'Samples of one factor, and those beyond its limit.' })

const environment = z
  .strictObject({
    samples: count.optional().meta({ description: 'All, the sum of the factors.' }),
    failed: count.optional().meta({ description: 'All beyond a limit, the sum of the factors.' }),
    temperature: samples.optional(),
    humidity: samples.optional(),
    windSpeed: samples.optional(),
    light: samples.optional(),
    noise: samples.optional(),
    dust: samples.optional(),
    vibration: samples.optional(),
    toxicGas: samples.optional(),
    radiation: samples.optional(),
    electromagneticField: samples.optional(),
    other: samples.optional(),
  })
  .meta({ id: 'OshEnvironment', description: 'Item 9: monitoring of the workplace environment.' })

const planCosts = z
  .strictObject({
    technicalSafety: millionDong.optional(),
    hygiene: millionDong.optional(),
    protectiveEquipment: millionDong.optional(),
    healthCare: millionDong.optional(),
    training: millionDong.optional(),
    riskAssessment: millionDong.optional(),
    other: millionDong.optional(),
  })
  .meta({ id: 'OshPlanCosts', description: 'Item 10: what the safety and health plan cost.' })

const management = z
  .strictObject({
    oshSystem: z.boolean().optional().meta({
      description: 'The basics of a safety and health management system are applied.',
    }),
    informed: z.boolean().optional().meta({
      description: 'Information on safety and health reached the establishment in the year.',
    }),
    selfInspections: z.int().min(0).max(1_000).optional().meta({
      description: 'Complete inspections of the establishment by itself in the year.',
    }),
    firstAiders: trained.optional(),
  })
  .meta({
    id: 'OshManagement',
    description: 'What plans and Circular 07/2016 ask, also of cooperatives and small enterprises; not on the form.',
  })

export const oshAnnualSchema = z
  .strictObject({
    groups: groups.optional(),
    accidents: accidents.optional(),
    diseases: diseases.optional(),
    healthClasses: healthClasses.optional(),
    training: training.optional(),
    equipment: equipment.optional(),
    overtime: overtime.optional(),
    allowanceInKind: allowanceInKind.optional(),
    environment: environment.optional(),
    planCosts: planCosts.optional(),
    services: z
      .strictObject({
        safety: line().optional().meta({ description: 'Name of the organisation for safety.' }),
        health: line().optional().meta({ description: 'Name of the organisation for health.' }),
      })
      .optional()
      .meta({ id: 'OshServices', description: 'Item 11: organisations hired for safety and for health.' }),
    riskAssessedIn: z
      .string()
      .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
      .optional()
      .meta({ description: 'Item 12: month of the periodic risk assessment.', examples: ['2026-03'] }),
    management: management.optional(),
  })
  .meta({ id: 'OshAnnual' })

export type OshAnnual = z.infer<typeof oshAnnualSchema>
