import { randomUUID } from 'node:crypto'
import type { Role } from '../../../src/access/caller.ts'
import { PERMISSIONS } from '../../../src/access/permissions.ts'
import type { KindId } from '../../../src/declaration/kind.ts'
import { amended, delegatedFiling, newFiling, recordedFiling } from '../new-filings.ts'
import type { Json } from '../service.ts'
import { always, type Expectation, each, type Side, type StatusesOfRoles, withEtag } from './matrix.ts'
import { filedBy, OCTETS, PDF } from './two-sides.ts'

/** Who does what with declarations of a kind. */
export interface KindAccess {
  readonly id: KindId
  /** As in the names of its operations. */
  readonly name: string
  readonly list: string
  readonly files: StatusesOfRoles
  /** See the whole of what is theirs. */
  readonly whole: readonly Role[]
  /** See it without persons. */
  readonly partly: readonly Role[]
  /** See what they filed for an enterprise that delegated to them, and nothing else. */
  readonly delegates: readonly Role[]
  /** File a form of their own, and see no other. */
  readonly onlyOwn?: readonly Role[]
  readonly reviewers: readonly ('labour-office' | 'health-office')[]
  /** Review and comment on other forms of the kind, not on the one of the sample. */
  readonly ofOtherForms?: readonly ('labour-office' | 'health-office' | 'commune')[]
  readonly contests: StatusesOfRoles
  readonly body?: (side: Side, role: Role | null) => Json
}

const ATTACHING = ['enterprise', 'commune', 'labour-office', 'health-office', 'examiner', 'monitor'] as const
const READING_FILES = ['enterprise', 'commune', 'labour-office', 'health-office', 'examiner'] as const

/** The rows of the operations that every kind has. */
export function kindExpectations(kind: KindAccess): Record<string, Expectation> {
  const { id, name, whole, partly, delegates, onlyOwn = [], reviewers, ofOtherForms = [] } = kind
  const ownWhole = (status: number, roles: readonly Role[]) => ({
    ...each(roles, [404, 404]),
    ...each(
      whole.filter((role) => roles.includes(role)),
      [status, 404],
    ),
  })
  const readers = [...whole, ...partly, ...delegates, ...onlyOwn]
  const sees: StatusesOfRoles = { ...each(readers, [404, 404]), ...each([...whole, ...partly], [200, 404]) }
  const seesWhole = ownWhole(200, readers)
  // Whoever did not file it does not change it, and is told so where it may be read.
  const readsOnly = each([...whole, ...partly], [403, 404])
  const among = (roles: readonly string[], of: StatusesOfRoles): StatusesOfRoles =>
    Object.fromEntries(Object.entries(of).filter(([role]) => roles.includes(role)))
  const changing = PERMISSIONS[`${id}.file`].roles
  const amends = { ...each(changing, [404, 404]), ...among(changing, readsOnly), enterprise: [200, 404] } as const
  const withdrawing = PERMISSIONS[`${id}.withdraw`].roles
  const withdraws = {
    ...each(withdrawing, [404, 404]),
    ...among(withdrawing, readsOnly),
    ...each(['enterprise', ...reviewers], [200, 404]),
  } as const
  const otherwise = ofOtherForms.filter((role) => role !== 'commune')
  const reviews = { ...each(reviewers, [200, 404]), ...each(otherwise, [403, 404]) }
  const byEnterprise = (side: Side) => filedBy(side, id, 'enterprise')
  const read = { permission: `${id}.read` } as const

  return {
    [`file${name}`]: {
      permission: `${id}.file`,
      roles: kind.files,
      body: kind.body ?? ((side, role) => filing(id, side, role)),
      headers: () => ({ 'idempotency-key': randomUUID() }),
    },
    [kind.list]: { ...read, roles: always(...readers) },
    [`read${name}`]: { ...read, roles: sees },
    [`list${name}Acts`]: { ...read, roles: sees },
    [`read${name}Revision`]: { ...read, roles: sees },
    [`diff${name}Revision`]: { ...read, roles: sees },
    [`read${name}Receipt`]: { ...read, roles: seesWhole },
    [`list${name}Comments`]: { ...read, roles: { ...seesWhole, ...each(partly, [403, 404]) } },
    [`list${name}Files`]: { ...read, roles: seesWhole },
    [`amend${name}`]: {
      permission: `${id}.file`,
      roles: amends,
      body: ({ bodies }) => amended(id, bodies[id] ?? {}),
      headers: withEtag,
      fresh: byEnterprise,
    },
    [`withdraw${name}`]: {
      permission: `${id}.withdraw`,
      roles: withdraws,
      body: () => ({ reason: 'Khai nhầm.' }),
      headers: withEtag,
      fresh: byEnterprise,
    },
    [`contest${name}`]: {
      permission: `${id}.contest`,
      roles: kind.contests,
      body: () => ({ reason: 'Không phải của chúng tôi.' }),
      headers: withEtag,
      fresh: (side) => filedBy(side, id, recorderOf(kind)),
    },
    [`reEvaluate${name}`]: {
      permission: `${id}.re-evaluate`,
      roles: reviews,
      body: () => ({ reason: 'Danh mục đã được sửa.' }),
      headers: withEtag,
      fresh: byEnterprise,
    },
    [`return${name}`]: {
      permission: `${id}.review`,
      roles: reviews,
      body: () => ({ comments: [{ text: 'Đề nghị kiểm tra lại.' }] }),
      headers: withEtag,
      fresh: byEnterprise,
    },
    [`accept${name}`]: {
      permission: `${id}.review`,
      roles: reviews,
      body: () => ({}),
      headers: withEtag,
      fresh: byEnterprise,
    },
    [`comment${name}`]: {
      permission: `${id}.comment`,
      roles: {
        ...ownWhole(201, [...whole, ...delegates, ...onlyOwn, ...ofOtherForms]),
        ...each(ofOtherForms, [403, 404]),
      },
      body: () => ({ text: 'Đã kiểm tra.' }),
    },
    [`attachTo${name}`]: {
      permission: 'file.attach',
      roles: ownWhole(201, ATTACHING),
      query: () => '?name=a.pdf',
      body: () => PDF,
      headers: () => OCTETS,
    },
    [`read${name}File`]: {
      permission: 'file.read',
      roles: ownWhole(200, READING_FILES),
      headers: () => ({ 'x-purpose': 'kiem-tra' }),
    },
  }
}

/** The office that files what reached it otherwise. */
export function recorderOf({ files }: KindAccess): 'labour-office' | 'health-office' {
  return files['labour-office'] ? 'labour-office' : 'health-office'
}

/** By an enterprise its own; by all others in the name of the enterprise of that side. */
function filing(kind: KindId, side: Side, role: Role | null): Json {
  const { enterprise = '' } = side.ids
  if (role === 'enterprise') return newFiling(kind, side)
  if (role === 'examiner' || role === 'monitor') return delegatedFiling(kind, side, enterprise)
  return recordedFiling(kind, side, enterprise)
}

// An enterprise files what is its own, wherever it happens; an office records what lies in its province.
const OWN = { enterprise: [201, 201] } as const
const RECORDED = [201, 403] as const
// Nobody has delegated to them here.
const NOT_DELEGATED = [403, 403] as const
const BY_ENTERPRISE = { enterprise: [200, 404] } as const
// A commune contests only what was filed in its own name.
const BY_ENTERPRISE_OR_COMMUNE = { ...BY_ENTERPRISE, commune: [409, 404] } as const

/** One report for each year. */
let yearsOfMonitor = 0

export const KIND_ACCESS: readonly KindAccess[] = [
  {
    id: 'accident',
    name: 'Accident',
    list: 'listAccidents',
    files: { ...OWN, commune: RECORDED, 'labour-office': RECORDED },
    whole: ['enterprise', 'commune', 'labour-office'],
    partly: ['health-office'],
    delegates: [],
    reviewers: ['labour-office'],
    contests: BY_ENTERPRISE_OR_COMMUNE,
  },
  {
    id: 'disease',
    name: 'Disease',
    list: 'listDiseaseScreenings',
    files: { ...OWN, examiner: NOT_DELEGATED, 'health-office': RECORDED },
    whole: ['enterprise', 'health-office'],
    partly: ['labour-office'],
    delegates: ['examiner'],
    reviewers: ['health-office'],
    contests: BY_ENTERPRISE,
  },
  {
    id: 'environment',
    name: 'Environment',
    list: 'listEnvironmentMonitorings',
    files: { ...OWN, monitor: NOT_DELEGATED, 'health-office': RECORDED },
    whole: ['enterprise', 'labour-office', 'health-office'],
    partly: [],
    delegates: ['monitor'],
    reviewers: ['labour-office', 'health-office'],
    contests: BY_ENTERPRISE,
  },
  {
    id: 'incident',
    name: 'Incident',
    list: 'listIncidents',
    files: { ...OWN, commune: RECORDED, 'labour-office': RECORDED },
    whole: ['enterprise', 'commune', 'labour-office'],
    partly: ['health-office'],
    delegates: [],
    reviewers: ['labour-office'],
    contests: BY_ENTERPRISE_OR_COMMUNE,
  },
  {
    id: 'report',
    name: 'Report',
    list: 'listReports',
    // A commune files its own, and so does a monitoring organisation, which sees no other.
    files: { ...OWN, commune: [201, 201], monitor: [201, 201], 'labour-office': RECORDED, 'health-office': RECORDED },
    // The sample sums accidents up, for the labour office.
    whole: ['enterprise', 'labour-office'],
    partly: ['commune', 'health-office'],
    delegates: [],
    onlyOwn: ['monitor'],
    reviewers: ['labour-office'],
    ofOtherForms: ['commune', 'health-office'],
    contests: { ...BY_ENTERPRISE, monitor: [404, 404] },
    body: (side, role) => {
      if (role === 'commune') return { ...newFiling('report', side), kind: 'commune-accident-summary' }
      if (role !== 'monitor') return filing('report', side, role)
      yearsOfMonitor += 1
      return { kind: 'monitor-annual', period: { year: 2015 + yearsOfMonitor }, zero: true }
    },
  },
]
