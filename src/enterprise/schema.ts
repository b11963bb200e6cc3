import { z } from 'zod'
import { code, codeOf, count, EACH_ONCE, line, unit } from '../declaration/schema-parts.ts'

const taxCode = z
  .string()
  .min(1)
  .max(20)
  .meta({ description: 'Tax code: 10 digits, 10-3 with or without the hyphen, or 12.', examples: ['4600123459'] })

/** A list of codes as an enterprise states them, each once. */
const codes = z
  .array(line(20))
  .max(100)
  .refine((list) => new Set(list).size === list.length, EACH_ONCE)

/** What an enterprise says about itself; null is the same as left out. */
const facts = {
  name: line(),
  address: line().nullish(),
  ownership: codeOf('establishment-types').nullish(),
  industry: z
    .strictObject({
      version: z
        .enum(['2018', '2025'])
        .optional()
        .meta({ description: 'VSIC version; the one in force today when left out.' }),
      code,
    })
    .nullish(),
  headOffice: unit.nullish().meta({
    description:
      'Unit of the head office: decides which offices see the enterprise. The scheme of today when left out.',
  }),
  workers: count.nullish(),
  women: count.nullish(),
  hazardFactors: codes.optional().meta({
    description: 'Hazard factors at work, as the hygiene dossier has them: codes of `hazard-factors`.',
  }),
  cooperative: z.boolean().optional(),
  highRisk: codes
    .optional()
    .meta({ description: 'High-risk sectors of Article 8 of Circular 07/2016: codes of `high-risk-sectors`.' }),
  oshManagementSystem: z
    .boolean()
    .nullish()
    .meta({ description: 'Runs an occupational safety and health management system.' }),
  defence: z.boolean().optional().meta({ description: 'A unit of the Ministry of National Defence.' }),
}

export const enterpriseBody = z.strictObject({ taxCode, ...facts }).meta({ id: 'EnterpriseBody' })

export const enterpriseChange = z
  .strictObject({ taxCode: taxCode.optional(), ...facts })
  .meta({ id: 'EnterpriseChange', description: 'The whole of the facts; the tax code stays when left out.' })

export type EnterpriseBody = z.infer<typeof enterpriseBody>
export type EnterpriseChange = z.infer<typeof enterpriseChange>

export const enterpriseSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    taxCode: z.string().nullable().meta({ description: "Null for a person's 12 digits, which are never shown." }),
    name: z.string(),
    address: z.string().nullable(),
    ownership: z.string().nullable(),
    industry: z.object({ version: z.enum(['2018', '2025']), code: z.string() }).nullable(),
    headOffice: z.object({ scheme: z.enum(['VN-2004', 'VN-2025']), code: z.string() }).nullable(),
    workers: z.int().nullable(),
    women: z.int().nullable(),
    hazardFactors: z.array(z.string()),
    cooperative: z.boolean(),
    highRisk: z.array(z.string()),
    oshManagementSystem: z.boolean().nullable(),
    defence: z.boolean(),
    provisional: z.boolean().meta({ description: 'Registered itself and not yet confirmed by an office.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Enterprise' })

export type EnterpriseView = z.infer<typeof enterpriseSchema>

export const sampleEnterprise = {
  taxCode: '4600123459',
  name: 'Công ty Cổ phần Xây dựng Bắc Sơn',
  address: 'Số 12, đường Hoàng Văn Thụ, tỉnh Thái Nguyên',
  ownership: '3',
  industry: { version: '2025', code: '41' },
  headOffice: { scheme: 'VN-2025', code: '01849' },
  workers: 240,
  women: 35,
  hazardFactors: ['HZ-DUST-SILICA', 'HZ-PHY-NOISE'],
  cooperative: false,
  highRisk: [],
  oshManagementSystem: false,
  defence: false,
} satisfies EnterpriseBody

export const sampleEnterpriseView: EnterpriseView = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  version: 1,
  ...sampleEnterprise,
  provisional: false,
  createdAt: '2026-05-12T02:00:00.000Z',
  updatedAt: '2026-05-12T02:00:00.000Z',
}
