import { z } from 'zod'
import { unitQuery } from '../declaration/listing.ts'
import { count, day, EACH_ONCE, line, unit } from '../declaration/schema-parts.ts'
import { findingSchema, pageQuery } from '../http/route-schema.ts'
import { DEGREES, FIELDS } from './facts.ts'

const taxCode = z
  .string()
  .min(1)
  .max(20)
  .meta({ description: 'Tax code: 10 digits, or 10-3 of a dependent unit.', examples: ['0101218690'] })

const years = z.int().min(0).max(70)

/** What both registers keep; null is the same as left out. */
const provider = {
  name: line(),
  address: line(),
  unit: unit.meta({
    description:
      'Unit of the head office: decides which health offices keep the record. The scheme of today when left out.',
  }),
  phone: line(50).nullish().meta({ description: 'Of the organisation, for the public.' }),
}

const licence = z
  .strictObject({
    number: line(100),
    issuedOn: day,
    issuedBy: line(),
    validFrom: day,
    validTo: day.nullish().meta({ description: 'Last day; open when left out.' }),
    revokedOn: day.nullish().meta({ description: 'From this day on it is no licence.' }),
    coversOccupationalDiseases: z
      .boolean()
      .meta({ description: 'Whether its scope has examination for occupational diseases.' }),
  })
  .meta({ id: 'Licence' })

const facility = {
  ...provider,
  licences: z.array(licence).min(1).max(50),
  mobileExamination: z
    .strictObject({ declaredOn: day, validTo: day.nullish() })
    .nullish()
    .meta({ description: 'Examination away from its premises, as declared (Decree 96/2023, Art. 82-83).' }),
}

const lead = z
  .strictObject({
    degree: z.enum(DEGREES),
    field: z.enum(FIELDS),
    yearsMonitoring: years,
    yearsPreventiveMedicine: years,
    certificate: z.boolean().meta({ description: 'Certificate of training in monitoring.' }),
  })
  .meta({ id: 'MonitoringLead', description: 'Who is in charge of monitoring; no name, the register is open.' })

const monitoringOrganisation = {
  ...provider,
  representative: line(100)
    .nullish()
    .meta({ description: 'Position of who represents it; no name, the register is open.', examples: ['Giám đốc'] }),
  dossierReceivedOn: day.nullish(),
  announcement: z
    .strictObject({
      number: line(100),
      announcedOn: day,
      announcedBy: line(),
      listSentOn: day.nullish().meta({ description: 'When the Ministry was sent the list with it.' }),
    })
    .meta({ id: 'MonitoringAnnouncement', description: 'That it is able to monitor (Decree 44/2016, Art. 34).' }),
  withdrawnOn: day.nullish().meta({ description: 'From this day on it may not monitor.' }),
  factors: z
    .array(line(20))
    .min(1)
    .max(500)
    .refine((list) => new Set(list).size === list.length, EACH_ONCE)
    .meta({ description: 'Codes of the list `monitored-factors`, and CAS numbers of single substances.' }),
  suspensions: z
    .array(
      z
        .strictObject({
          from: day,
          to: day.nullish().meta({ description: 'Last day; until further notice when left out.' }),
          decision: line(100),
        })
        .meta({ id: 'MonitoringSuspension' }),
    )
    .max(50)
    .optional(),
  lead: lead.nullish(),
  qualifiedStaff: count
    .nullish()
    .meta({ description: 'With a contract of 12 months at least, intermediate level and a certificate.' }),
  headRefreshedOn: day.nullish().meta({ description: 'Last refresher course of the head.' }),
  cancelledReports: z
    .array(z.strictObject({ reportNumber: line(100), decision: line(100), on: day }).meta({ id: 'CancelledReport' }))
    .max(1_000)
    .optional()
    .meta({ description: 'Reports that a penalty decision made void.' }),
  movedOn: day.nullish().meta({ description: 'Last change of address.' }),
  moveNoticedOn: day.nullish().meta({ description: 'When the office was told of it.' }),
}

export const facilityBody = z.strictObject({ taxCode, ...facility }).meta({ id: 'FacilityBody' })
export const facilityChange = z
  .strictObject(facility)
  .meta({ id: 'FacilityChange', description: 'The whole of the facts; the tax code stays.' })
export const monitoringOrganisationBody = z
  .strictObject({ taxCode, ...monitoringOrganisation })
  .meta({ id: 'MonitoringOrganisationBody' })
export const monitoringOrganisationChange = z
  .strictObject(monitoringOrganisation)
  .meta({ id: 'MonitoringOrganisationChange', description: 'The whole of the facts; the tax code stays.' })

export type FacilityBody = z.infer<typeof facilityBody>
export type FacilityChange = z.infer<typeof facilityChange>
export type MonitoringOrganisationBody = z.infer<typeof monitoringOrganisationBody>
export type MonitoringOrganisationChange = z.infer<typeof monitoringOrganisationChange>

const identity = { id: z.uuid(), version: z.int(), taxCode: z.string() }
const record = {
  eligibility: z
    .object({
      on: z.string(),
      eligible: z.boolean(),
      obstacle: z.object({ reason: z.string(), message: z.string() }).nullable(),
    })
    .meta({ id: 'ProviderEligibility', description: 'Whether it may work on the day asked for; today when none was.' }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
}

export const facilityView = z.object({ ...identity, ...facility, ...record }).meta({ id: 'Facility' })
export const monitoringOrganisationView = z
  .object({
    ...identity,
    ...monitoringOrganisation,
    ...record,
    capability: z
      .object({
        share: z.number().meta({ description: 'Of the list, 0 to 1; each item counts as one.' }),
        minimum: z.number().nullable(),
        missing: z.array(z.object({ code: z.string(), name: z.string() })),
      })
      .meta({ id: 'MonitoringCapability', description: 'What of the list of Decree 44/2016, Art. 33.3.a it can do.' }),
    findings: z.array(findingSchema).meta({ description: 'Duties and conditions not met on the day asked for.' }),
  })
  .meta({ id: 'MonitoringOrganisation' })

const version = { version: z.int(), recordedAt: z.iso.datetime() }
export const facilityVersions = z
  .object({ items: z.array(z.object({ ...version, facts: z.object(facility) }).meta({ id: 'FacilityVersion' })) })
  .meta({ id: 'FacilityVersions' })
export const monitoringOrganisationVersions = z
  .object({
    items: z.array(
      z.object({ ...version, facts: z.object(monitoringOrganisation) }).meta({ id: 'MonitoringOrganisationVersion' }),
    ),
  })
  .meta({ id: 'MonitoringOrganisationVersions' })

const on = day.optional().meta({ description: 'The day asked for; today when left out.' })
export const providerQuery = z.strictObject({ on })
export const providerListQuery = z.strictObject({
  taxCode: z.string().min(1).max(20).optional(),
  q: line(200).optional().meta({ description: 'Part of the name; accents and case do not matter.' }),
  unit: unitQuery
    .optional()
    .meta({ description: 'Unit of the head office or one that contains it: `VN-2025:19`, or a code of today.' }),
  on: day.optional().meta({ description: 'Only those that may work on this day.' }),
  ...pageQuery,
})
