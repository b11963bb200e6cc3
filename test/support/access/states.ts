import { randomUUID } from 'node:crypto'
import type { KindId } from '../../../src/declaration/kind.ts'
import { KINDS } from '../../../src/kinds.ts'
import { amended, delegatedFiling, newFiling, recordedFiling } from '../new-filings.ts'
import { SAMPLE_ENTERPRISE } from '../parties.ts'
import { type Json, TestClient, type TestService } from '../service.ts'
import { newTaxCode } from './two-sides.ts'

/** Declarations of a kind in every state that a caller may find one in, for tests that act on them. */

export const COMMUNE = '01849'

export interface Callers {
  readonly enterprise: TestClient
  readonly 'labour-office': TestClient
  readonly 'health-office': TestClient
  readonly commune: TestClient
  readonly examiner: TestClient
  readonly monitor: TestClient
}

export interface Declared {
  readonly path: string
  readonly body: Json
}

/** Who is concerned: an enterprise of the commune, and all others there. */
export interface Concerned {
  readonly kind: KindId
  readonly taxCode: string
  readonly enterpriseId: string
  readonly callers: Callers
}

/** All but the enterprise. */
export async function newOffices({ admin }: TestService): Promise<Omit<Callers, 'enterprise'>> {
  const units = (code: string) => ({ units: [{ scheme: 'VN-2025', code }] })
  return {
    'labour-office': await admin.newClient({ name: 'Sở Nội vụ', role: 'labour-office', jurisdiction: units('19') }),
    'health-office': await admin.newClient({ name: 'Sở Y tế', role: 'health-office', jurisdiction: units('19') }),
    commune: await admin.newClient({ name: 'Xã', role: 'commune', jurisdiction: units(COMMUNE) }),
    examiner: await admin.newClient({ name: 'Trung tâm Kiểm soát bệnh tật', role: 'examiner' }),
    monitor: await admin.newClient({ name: 'Viện Sức khỏe nghề nghiệp', role: 'monitor' }),
  }
}

/** An enterprise that lets the examiner and the monitor file in its name. */
export async function newEnterprise(
  service: TestService,
  kind: KindId,
  others: Omit<Callers, 'enterprise'>,
): Promise<Concerned> {
  const taxCode = newTaxCode()
  const { body } = await service.admin.expect(201, 'post', '/v1/enterprises', { ...SAMPLE_ENTERPRISE, taxCode })
  const enterprise = await service.admin.newClient({ name: 'phần mềm', role: 'enterprise', taxCode })
  for (const [role, scope] of [
    ['examiner', 'disease-screening'],
    ['monitor', 'environment-monitoring'],
  ] as const) {
    const delegation = `/v1/enterprises/${body.id}/delegations/${others[role].clientId}`
    await enterprise.expect(200, 'put', delegation, { scopes: [scope], until: '2999-12-31' })
  }
  return { kind, taxCode, enterpriseId: String(body.id), callers: { ...others, enterprise } }
}

/** An enterprise that asked for an account and is not confirmed yet. */
export async function newcomer(
  service: TestService,
  kind: KindId,
  others: Omit<Callers, 'enterprise'>,
): Promise<Concerned> {
  const taxCode = newTaxCode()
  const { body } = await TestClient.anonymous(service).expect(201, 'post', '/v1/registrations', {
    taxCode,
    name: 'Cơ sở mới',
    headOffice: { scheme: 'VN-2025', code: COMMUNE },
    contact: { name: 'Người liên hệ', phone: '0912000222' },
  })
  const enterprise = await TestClient.withCredentials(service.http, String(body.clientId), String(body.clientSecret))
  return { kind, taxCode, enterpriseId: String(body.enterpriseId), callers: { ...others, enterprise } }
}

async function filed(by: TestClient, kind: KindId, body: Json): Promise<Declared> {
  const path = `/v1/${KINDS.find(({ id }) => id === kind)?.path}`
  const { headers } = await by.expect(201, 'post', path, body, { 'idempotency-key': randomUUID() })
  return { path: String(headers.location), body }
}

/** Acts on a declaration as it stands. */
export async function actOn(
  by: TestClient,
  path: string,
  what: string,
  body: Json | Buffer,
  headers: Record<string, string> = {},
) {
  const { etag } = (await by.get(path)).headers
  const [method, suffix] =
    what === 'put' || what === 'investigation' ? (['put', what] as const) : (['post', what] as const)
  const url = suffix === 'put' ? path : `${path}/${suffix}`
  return by.send(method, url, body, { 'if-match': String(etag ?? '"1"'), ...headers })
}

export type Builder = (concerned: Concerned) => Promise<Declared>

const place = ({ taxCode }: Concerned) => ({ commune: COMMUNE, taxCode })
const reviewer = ({ kind, callers }: Concerned) =>
  kind === 'disease' || kind === 'environment' ? callers['health-office'] : callers['labour-office']

const byEnterprise: Builder = (concerned) =>
  filed(concerned.callers.enterprise, concerned.kind, newFiling(concerned.kind, place(concerned)))
const byOffice: Builder = (concerned) =>
  filed(reviewer(concerned), concerned.kind, recordedFiling(concerned.kind, place(concerned), concerned.enterpriseId))

const then =
  (
    build: Builder,
    by: 'enterprise' | 'reviewer',
    what: string,
    body: (declared: Declared, kind: KindId) => Json,
  ): Builder =>
  async (concerned) => {
    const declared = await build(concerned)
    const client = by === 'reviewer' ? reviewer(concerned) : concerned.callers.enterprise
    const answer = await actOn(client, declared.path, what, body(declared, concerned.kind))
    if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${answer.text}`)
    return declared
  }

const reason = () => ({ reason: 'Đã đối chiếu.' })
const returning = () => ({ comments: [{ text: 'Đề nghị kiểm tra lại.' }] })
const accepted = then(byEnterprise, 'reviewer', 'acceptance', () => ({}))

/** By name, of enterprises that are confirmed. */
export const STATES: Readonly<Record<string, Builder>> = {
  filed: byEnterprise,
  recorded: byOffice,
  contested: then(byOffice, 'enterprise', 'contestation', reason),
  returned: then(byEnterprise, 'reviewer', 'return', returning),
  accepted,
  'accepted, then amended': then(accepted, 'enterprise', 'put', ({ body }, kind) => amended(kind, body)),
  'accepted, then returned': then(accepted, 'reviewer', 'return', returning),
  withdrawn: then(byEnterprise, 'enterprise', 'withdrawal', reason),
  'withdrawn by the office': then(accepted, 'reviewer', 'withdrawal', reason),
}

/** The same of an enterprise that is not. */
export const STATES_OF_NEWCOMERS: Readonly<Record<string, Builder>> = {
  'not confirmed': byEnterprise,
  'not confirmed, returned': then(byEnterprise, 'reviewer', 'return', returning),
}

/** By somebody else than the enterprise, where the kind has that. */
export const STATES_OF_OTHERS: readonly { readonly name: string; readonly kind: KindId; readonly build: Builder }[] = [
  ...(['disease', 'environment'] as const).map((kind) => ({
    name: 'filed in its name',
    kind,
    build: ({ callers, enterpriseId, ...concerned }: Concerned) => {
      const delegate = kind === 'disease' ? callers.examiner : callers.monitor
      return filed(
        delegate,
        kind,
        delegatedFiling(kind, { commune: COMMUNE, taxCode: concerned.taxCode }, enterpriseId),
      )
    },
  })),
  ...(['accident', 'incident', 'report'] as const).map((kind) => ({
    name: 'of the commune itself',
    kind,
    build: ({ callers }: Concerned) => filed(callers.commune, kind, ofCommune(kind)),
  })),
]

function ofCommune(kind: KindId): Json {
  const body = newFiling(kind, { commune: COMMUNE, taxCode: COMMUNE })
  if (kind === 'report') return { ...body, kind: 'commune-accident-summary' }
  const { establishment: _none, ...others } = body
  if (kind === 'incident') return others
  const victims = (body.victims as Json[]).map((victim) => ({ ...victim, employmentRelation: 'self-employed' }))
  return { ...others, victims }
}
