import { ROLES, type Role } from '../../../src/access/caller.ts'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import { sampleFacility, sampleMonitoringOrganisation } from '../../../src/provider/sample.ts'
import { SAMPLE_ENTERPRISE } from '../parties.ts'
import type { Json } from '../service.ts'
import { always, type Expectation, each, type Renewed, type Side, withEtag } from './matrix.ts'
import { filedBy, newTaxCode } from './two-sides.ts'

/** The rows of all operations but those that every kind of declaration has. */

const unitOf = ({ commune }: Side) => ({ scheme: 'VN-2025', code: commune })

function factsOf({ taxCode: _, ...facts }: Json & { readonly taxCode: string }): Json {
  return facts
}

const CLIENTS: Readonly<Record<string, Expectation>> = {
  readSelf: { permission: 'self.read', roles: always(...ROLES) },
  createClient: {
    permission: 'client.manage',
    // To an office a foreign enterprise is none.
    roles: { 'labour-office': [201, 422], administrator: [201, 201] },
    body: ({ taxCode }) => ({ name: 'mới', role: 'enterprise', taxCode }),
  },
  listClients: { permission: 'client.manage', roles: always('labour-office', 'administrator') },
  readClient: { permission: 'client.manage', roles: { 'labour-office': [200, 404], administrator: [200, 200] } },
  revokeClient: {
    permission: 'client.manage',
    roles: { 'labour-office': [204, 404], administrator: [204, 204] },
    fresh: async ({ ids }) => ({ ids: { client: ids.spare ?? '' } }),
  },
  rotateClientSecret: {
    permission: 'client.rotate-secret',
    roles: { ...each(ROLES, [404, 404]), 'labour-office': [201, 404], administrator: [201, 201] },
    body: () => ({}),
  },
  deleteClientSecret: {
    permission: 'client.rotate-secret',
    roles: { ...each(ROLES, [404, 404]), 'labour-office': [204, 404], administrator: [204, 204] },
    fresh: async ({ admin, taxCode }) => {
      const { clientId } = await admin.newClient({ name: 'tạm', role: 'enterprise', taxCode })
      const { body } = await admin.get(`/v1/clients/${clientId}`)
      return { ids: { client: clientId, secret: String((body.secrets as Json[])[0]?.secretId) } }
    },
  },
  listRegistrations: { permission: 'registration.read', roles: always('labour-office', 'administrator') },
  readRegistration: {
    permission: 'registration.read',
    roles: { 'labour-office': [200, 404], administrator: [200, 200] },
  },
  decideRegistration: {
    permission: 'registration.decide',
    roles: { 'labour-office': [200, 404] },
    body: () => ({ decision: 'confirm' }),
  },
}

const toExaminer = async ({ ids }: Side): Promise<Renewed> => ({ ids: { client: ids.examiner ?? '' } })

const REGISTERS: Readonly<Record<string, Expectation>> = {
  grantDelegation: {
    permission: 'delegation.grant',
    roles: { enterprise: [200, 404] },
    body: () => ({ scopes: ['disease-screening'], until: '2027-12-31' }),
    fresh: toExaminer,
  },
  listDelegations: { permission: 'delegation.grant', roles: { enterprise: [200, 404] } },
  revokeDelegation: { permission: 'delegation.grant', roles: { enterprise: [204, 404] }, fresh: toExaminer },
  registerEnterprise: {
    permission: 'enterprise.register',
    roles: { 'labour-office': [201, 403], 'health-office': [201, 403], administrator: [201, 201] },
    body: (side) => ({ ...SAMPLE_ENTERPRISE, taxCode: newTaxCode(), headOffice: unitOf(side) }),
  },
  listEnterprises: {
    permission: 'enterprise.read',
    roles: always(...ROLES.filter((role) => role !== 'integrator')),
  },
  readEnterprise: {
    permission: 'enterprise.read',
    roles: {
      ...each(['enterprise', 'commune', 'labour-office', 'health-office'], [200, 404]),
      administrator: [200, 200],
      // Nobody has delegated to them at this point.
      ...each(['examiner', 'monitor'], [404, 404]),
    },
  },
  changeEnterprise: {
    permission: 'enterprise.change',
    roles: { ...each(['enterprise', 'labour-office', 'health-office'], [200, 404]), administrator: [200, 200] },
    body: (side) => ({ ...factsOf(SAMPLE_ENTERPRISE), headOffice: unitOf(side) }),
    fresh: async ({ admin, ids }) => {
      const { headers } = await admin.get(`/v1/enterprises/${ids.enterprise}`)
      return { etag: String(headers.etag) }
    },
    headers: withEtag,
  },
  registerFacility: {
    permission: 'provider.keep',
    roles: { 'health-office': [201, 403] },
    body: (side) => ({ ...sampleFacility, taxCode: newTaxCode(), unit: unitOf(side) }),
  },
  changeFacility: {
    permission: 'provider.keep',
    // The register is open, so a foreign record is no secret.
    roles: { 'health-office': [200, 403] },
    body: (side) => factsOf({ ...sampleFacility, unit: unitOf(side) }),
    headers: withEtag,
  },
  registerMonitoringOrganisation: {
    permission: 'provider.keep',
    roles: { 'health-office': [201, 403] },
    body: (side) => ({ ...sampleMonitoringOrganisation, taxCode: newTaxCode(), unit: unitOf(side) }),
  },
  changeMonitoringOrganisation: {
    permission: 'provider.keep',
    roles: { 'health-office': [200, 403] },
    body: (side) => factsOf({ ...sampleMonitoringOrganisation, unit: unitOf(side) }),
    headers: withEtag,
  },
}

/** What an office's list finds between declarations of that enterprise, one of them new: nobody decided on it yet. */
async function firstOpen(side: Side, role: Role, list: string): Promise<string> {
  const { filers, ids } = side
  await filedBy(side, 'accident', 'enterprise')
  const office = role === 'health-office' ? role : 'labour-office'
  const { body } = await filers[office].expect(200, 'get', `/v1/${list}?state=open&limit=200`)
  const within = (each: Json) => [each.left, each.right].every((part) => (part as Json).enterpriseId === ids.enterprise)
  return String((body.items as Json[]).find(within)?.id)
}

const seenByAll = each(['enterprise', 'commune', 'labour-office', 'health-office'], [200, 404])

/** What one kind has and the others have not. */
const OF_ONE_KIND: Readonly<Record<string, Expectation>> = {
  tellAccidentOutcome: {
    permission: 'accident.outcome',
    roles: each(['enterprise', 'commune', 'labour-office'], [201, 404]),
    body: () => ({ victimId: 'v1', costs: { funeral: 20_000 } }),
    headers: withEtag,
    fresh: (side) => filedBy(side, 'accident', 'enterprise'),
  },
  listAccidentOutcomes: { permission: 'accident.read', roles: seenByAll },
  keepAccidentInvestigation: {
    permission: 'accident.investigate',
    // A fatal accident is for the office to investigate.
    roles: { enterprise: [403, 404], commune: [403, 404], 'labour-office': [200, 404] },
    body: () => sampleInvestigation,
    headers: withEtag,
    fresh: (side) => filedBy(side, 'accident', 'enterprise'),
  },
  readAccidentInvestigation: {
    permission: 'accident.read',
    roles: seenByAll,
    fresh: async (side) => {
      const { ids } = await filedBy(side, 'accident', 'enterprise')
      const path = `/v1/accident-declarations/${ids.accident}/investigation`
      await side.filers['labour-office'].expect(200, 'put', path, sampleInvestigation, withEtag(side))
      return { ids }
    },
  },
  listAccidentDossiers: { permission: 'accident.read', roles: { ...seenByAll, 'health-office': [404, 404] } },
  readEnvironmentForm: {
    permission: 'environment.read',
    roles: { ...each(['enterprise', 'labour-office', 'health-office'], [200, 404]), monitor: [404, 404] },
  },
  summariseEnvironmentYear: {
    permission: 'environment.read',
    roles: { ...each(['enterprise', 'labour-office', 'health-office'], [200, 404]), monitor: [404, 404] },
    query: ({ ids }) => `?year=2026&enterpriseId=${ids.enterprise}`,
  },
  draftReport: {
    permission: 'report.read',
    roles: { ...seenByAll, monitor: [404, 404] },
    query: ({ ids }) => `?kind=accident-summary&period=2024&enterprise=${ids.enterprise}`,
  },
  summariseReports: {
    permission: 'report.summarise',
    roles: always('labour-office', 'health-office'),
    query: () => '?period=2024',
  },
}

const OFFICES: Readonly<Record<string, Expectation>> = {
  listDuplicates: { permission: 'duplicate.read', roles: always('labour-office') },
  decideDuplicate: {
    permission: 'duplicate.decide',
    roles: { 'labour-office': [200, 404] },
    body: () => ({ decision: 'distinct', reason: 'Hai vụ khác nhau.' }),
    fresh: async (side, role) => ({ ids: { duplicate: await firstOpen(side, role, 'duplicates') } }),
  },
  listContradictions: { permission: 'contradiction.read', roles: always('labour-office', 'health-office') },
  decideContradiction: {
    permission: 'contradiction.decide',
    roles: each(['labour-office', 'health-office'], [200, 404]),
    body: () => ({ state: 'settled', explanation: 'Đã đối chiếu.' }),
    fresh: async (side, role) => ({ ids: { contradiction: await firstOpen(side, role, 'contradictions') } }),
  },
  listWork: { permission: 'work-list.read', roles: always('commune', 'labour-office', 'health-office') },
  readDataQuality: { permission: 'data-quality.read', roles: always('labour-office', 'health-office') },
  listConfirmations: { permission: 'data-quality.read', roles: always('labour-office', 'health-office') },
  listObligations: {
    permission: 'obligation.read',
    roles: always('enterprise', 'commune', 'labour-office', 'health-office', 'monitor'),
  },
  waiveObligation: {
    permission: 'obligation.waive',
    roles: each(['labour-office', 'health-office'], [200, 404]),
    body: () => ({ reason: 'Cơ sở đã giải thể.' }),
    fresh: async ({ filers, ids }, role) => {
      const office = role === 'health-office' ? role : 'labour-office'
      const list = `/v1/obligations?status=overdue&limit=200&enterpriseId=${ids.enterprise}`
      const { body } = await filers[office].expect(200, 'get', list)
      const owed = (body.items as Json[]).find(({ owedTo }) => owedTo === office)
      return { ids: { obligation: String(owed?.id) } }
    },
  },
  askAccidents: { permission: 'statistics.ask', roles: always('labour-office', 'health-office') },
  askDisease: { permission: 'statistics.ask', roles: always('labour-office', 'health-office') },
  askDiseaseExposure: { permission: 'statistics.ask', roles: always('labour-office', 'health-office') },
  askEnvironment: { permission: 'statistics.ask', roles: always('labour-office', 'health-office') },
  listIndicators: {
    permission: 'statistics.ask',
    roles: always('labour-office', 'health-office'),
    query: () => '?year=2026',
  },
  readIndicator: {
    permission: 'statistics.ask',
    roles: always('labour-office', 'health-office'),
    query: () => '?from=2026',
  },
  readProgress: { permission: 'statistics.ask', roles: always('labour-office', 'health-office') },
}

export const OTHER_EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  ...CLIENTS,
  ...REGISTERS,
  ...OF_ONE_KIND,
  ...OFFICES,
}

/** Open to all, with the status that the request without a body gets. */
export const OPEN: Readonly<Record<string, number>> = {
  getLiveness: 200,
  getReadiness: 200,
  readMetrics: 200,
  readOpenApi: 200,
  readSigningKeys: 200,
  readAuthorizationServer: 200,
  issueToken: 400,
  register: 422,
  verifyReceipt: 422,
  listCodeLists: 200,
  readCodeList: 200,
  listExposureLimits: 200,
  listRules: 200,
  listLegalInstruments: 200,
  describeStatistics: 200,
  listProgrammes: 200,
  listPublishedTables: 200,
  readPublishedTable: 400,
  listFacilities: 200,
  readFacility: 200,
  listFacilityVersions: 200,
  listMonitoringOrganisations: 200,
  readMonitoringOrganisation: 200,
  listMonitoringOrganisationVersions: 200,
}
