import { sampleAccident } from '../../src/accident/sample.ts'
import { sampleEnterprise } from '../../src/enterprise/schema.ts'
import { sampleFacility, sampleMonitoringOrganisation } from '../../src/provider/sample.ts'
import type { Json, TestClient, TestService } from './service.ts'

/** An enterprise with its client, and the labour office of its province. */
export interface Parties {
  readonly office: TestClient
  readonly enterprise: TestClient
  readonly enterpriseId: string
}

/** Of the sample accident: a builder in Thái Nguyên. */
export const SAMPLE_ENTERPRISE = sampleEnterprise

export async function enrol(
  service: TestService,
  enterprise: Json & { taxCode: string } = SAMPLE_ENTERPRISE,
  province = '19',
): Promise<Parties> {
  const office = await service.admin.newClient({
    name: `Sở Nội vụ ${province}`,
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: province }] },
  })
  const { body } = await service.admin.expect(201, 'post', '/v1/enterprises', enterprise)
  const client = await service.admin.newClient({
    name: String(enterprise.name),
    role: 'enterprise',
    taxCode: enterprise.taxCode,
  })
  return { office, enterprise: client, enterpriseId: String(body.id) }
}

/** Registers an examination facility, by the Ministry. */
export function registerFacility(service: TestService, facility: Json = sampleFacility): Promise<string> {
  return registerProvider(service, '/v1/facilities', facility)
}

/** Registers a monitoring organisation, by the Ministry. */
export function registerMonitoringOrganisation(
  service: TestService,
  organisation: Json = sampleMonitoringOrganisation,
): Promise<string> {
  return registerProvider(service, '/v1/monitoring-organisations', organisation)
}

async function registerProvider(service: TestService, path: string, provider: Json): Promise<string> {
  const ministry = await service.admin.newClient({
    name: 'Bộ Y tế',
    role: 'health-office',
    jurisdiction: { national: true },
  })
  const { body } = await ministry.expect(201, 'post', path, provider)
  return String(body.id)
}

let copies = 0

/** A copy of the sample that tests may change, of another victim each: nobody dies in several accidents. */
export function sample(): Mutable<typeof sampleAccident> {
  const copy = structuredClone(sampleAccident) as unknown as Mutable<typeof sampleAccident>
  copies += 1
  copy.victims[0].person.idNumber = idNumberOf(copies)
  return copy
}

/** An identity number of no other serial. */
export function idNumberOf(serial: number): string {
  return `019091${String(serial).padStart(6, '0')}`
}

/** Literals become their types, arrays of any length. */
type Mutable<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly [infer First, ...(readonly unknown[])]
        ? [Mutable<First>, ...Mutable<First>[]]
        : { -readonly [K in keyof T]: Mutable<T[K]> }
