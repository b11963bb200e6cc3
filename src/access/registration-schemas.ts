import { z } from 'zod'
import { line, prose, unit } from '../declaration/schema-parts.ts'
import { pageQuery } from '../http/route-schema.ts'
import { clientIdSchema } from './caller.ts'
import { sampleSecret } from './client-schemas.ts'

const STATES = ['pending', 'confirmed', 'refused'] as const

const contact = z
  .strictObject({ name: line(200), phone: line(30).optional(), email: line(200).optional() })
  .meta({ id: 'RegistrationContact', description: 'Whom the office asks; a telephone number, an address or both.' })
export type Contact = z.infer<typeof contact>

export const registrationBody = z
  .strictObject({
    taxCode: z.string().min(1).max(20),
    name: line(),
    address: line().optional(),
    headOffice: unit,
    contact,
  })
  .meta({ id: 'RegistrationBody' })
export type RegistrationBody = z.infer<typeof registrationBody>

export const registeredSchema = z
  .object({
    id: z.uuid(),
    state: z.literal('pending'),
    enterpriseId: z.uuid(),
    clientId: clientIdSchema,
    clientSecret: z.string().meta({ description: 'Shown this once.' }),
    provisional: z.literal(true),
  })
  .meta({ id: 'Registered' })

export const registrationQuery = z.strictObject({ state: z.enum(STATES).optional(), ...pageQuery })

export const registrationSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(STATES),
    enterpriseId: z.uuid(),
    clientId: clientIdSchema,
    taxCode: z.string().nullable(),
    name: z.string().nullable(),
    headOffice: z.object({ scheme: z.enum(['VN-2004', 'VN-2025']), code: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Registration' })

export const registrationDetailSchema = registrationSchema
  .extend({ contact: contact.nullable().meta({ description: 'Null unless X-Purpose says why it is read.' }) })
  .meta({ id: 'RegistrationDetail' })

export const decisionBody = z
  .strictObject({
    decision: z.enum(['confirm', 'refuse']),
    reason: prose(2_000).optional().meta({ description: 'Needed to refuse.' }),
  })
  .meta({ id: 'RegistrationDecision' })

export const sampleRegistration = {
  taxCode: '4600777885',
  name: 'Công ty TNHH Cơ khí Sông Công',
  address: 'Tổ 5, phường Sông Công, tỉnh Thái Nguyên',
  headOffice: { scheme: 'VN-2025', code: '01849' },
  contact: { name: 'Trần Thị Mẫu', phone: '02083861234', email: 'atvsld@songcong.example' },
} satisfies RegistrationBody

export const sampleRegistered = {
  id: '01890a5d-d4e5-7f60-8b7c-8d9e0f1a2b3c',
  state: 'pending',
  enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  clientId: '01890a5d-ac96-774b-bcce-b302099a8057',
  clientSecret: sampleSecret,
  provisional: true,
} satisfies z.infer<typeof registeredSchema>

export const sampleRegistrationView = {
  id: sampleRegistered.id,
  state: 'pending',
  enterpriseId: sampleRegistered.enterpriseId,
  clientId: sampleRegistered.clientId,
  taxCode: sampleRegistration.taxCode,
  name: sampleRegistration.name,
  headOffice: { scheme: 'VN-2025', code: '01849' },
  createdAt: '2026-05-12T02:00:00.000Z',
  decidedAt: null,
  reason: null,
} satisfies z.infer<typeof registrationSchema>
