import { randomUUID } from 'node:crypto'
import type { KindId } from '../../../src/declaration/kind.ts'
import { KINDS } from '../../../src/kinds.ts'
import { sampleFacility, sampleMonitoringOrganisation } from '../../../src/provider/sample.ts'
import { amended, newFiling, recordedFiling } from '../new-filings.ts'
import { registerFacility, registerMonitoringOrganisation, SAMPLE_ENTERPRISE } from '../parties.ts'
import { type Json, TestClient, type TestService } from '../service.ts'
import { validTaxCode } from '../tax-codes.ts'
import type { Renewed, Side } from './matrix.ts'

let taxCodes = 0
/** A valid code that nobody has registered. */
export function newTaxCode(): string {
  taxCodes += 1
  return validTaxCode(taxCodes)
}

/** An enterprise, its clients and what it declared, each declaration amended once. */
export async function populate(
  service: TestService,
  { province, commune, taxCode }: Pick<Side, 'province' | 'commune' | 'taxCode'>,
): Promise<Side> {
  const { admin } = service
  const unit = { scheme: 'VN-2025', code: commune }
  const jurisdiction = { units: [{ scheme: 'VN-2025', code: province }] }
  const registered = { ...SAMPLE_ENTERPRISE, taxCode, headOffice: unit }
  const { body: enterprise } = await admin.expect(201, 'post', '/v1/enterprises', registered)
  const filers = {
    enterprise: await admin.newClient({ name: 'phần mềm', role: 'enterprise', taxCode }),
    'labour-office': await admin.newClient({ name: 'Sở Nội vụ', role: 'labour-office', jurisdiction }),
    'health-office': await admin.newClient({ name: 'Sở Y tế', role: 'health-office', jurisdiction }),
  }
  const spare = await admin.newClient({ name: 'phần mềm cũ', role: 'enterprise', taxCode })
  const registration = await TestClient.anonymous(service).expect(201, 'post', '/v1/registrations', {
    taxCode: newTaxCode(),
    name: 'Cơ sở mới',
    headOffice: unit,
    contact: { name: 'Người liên hệ', phone: '0912000222' },
  })
  const there = { taxCode: newTaxCode(), unit }
  const ids = {
    enterprise: String(enterprise.id),
    client: filers.enterprise.clientId,
    spare: spare.clientId,
    registration: String(registration.body.id),
    facility: await registerFacility(service, { ...sampleFacility, ...there }),
    organisation: await registerMonitoringOrganisation(service, { ...sampleMonitoringOrganisation, ...there }),
  }
  const side: Side = { province, commune, taxCode, ids, bodies: {}, etag: '"1"', admin, filers }
  const declared = await Promise.all(KINDS.map(({ id }) => amendedOnce(side, id)))
  return {
    ...side,
    ids: Object.assign({}, ids, ...declared.map((each) => each.ids)),
    bodies: Object.assign({}, ...declared.map((each) => each.bodies)),
  }
}

async function amendedOnce(side: Side, kind: KindId): Promise<Renewed> {
  const filed = await filedBy(side, kind, 'enterprise')
  const path = `${pathOf(kind)}/${filed.ids[kind]}`
  const body = amended(kind, filed.bodies[kind] ?? {})
  await side.filers.enterprise.expect(200, 'put', path, body, { 'if-match': '"1"' })
  const file = await side.filers.enterprise.expect(201, 'post', `${path}/files?name=a.pdf`, PDF, OCTETS)
  return { ids: { ...filed.ids, [`${kind}File`]: String(file.body.id) }, bodies: filed.bodies }
}

export const PDF = Buffer.from('%PDF-1.7\n')
export const OCTETS = { 'content-type': 'application/octet-stream' }

/** A declaration of that side with content that nobody filed before: by the enterprise, or by an office for it. */
export async function filedBy(
  side: Side,
  kind: KindId,
  filer: keyof Side['filers'],
): Promise<Required<Pick<Renewed, 'ids' | 'bodies'>>> {
  const content: Json =
    filer === 'enterprise' ? newFiling(kind, side) : recordedFiling(kind, side, side.ids.enterprise ?? '')
  const key = { 'idempotency-key': randomUUID() }
  const { body } = await side.filers[filer].expect(201, 'post', pathOf(kind), content, key)
  return { ids: { [kind]: String(body.id) }, bodies: { [kind]: content } }
}

function pathOf(kind: KindId): string {
  return `/v1/${KINDS.find(({ id }) => id === kind)?.path}`
}
