import type { AccessScope, Caller, Role } from './caller.ts'

interface Permission {
  readonly roles: readonly Role[]
  readonly scope: AccessScope
}

const OFFICES = ['labour-office', 'health-office'] as const
const FILERS = ['enterprise', 'commune', 'labour-office'] as const
const REPORTERS = ['enterprise', 'commune', ...OFFICES, 'monitor'] as const
const SCREENERS = ['enterprise', 'examiner', 'health-office'] as const
const MONITORS = ['enterprise', 'monitor', 'health-office'] as const

/**
 * Who may do what: the one table that routes name their operation in, and that the access matrix tests.
 * Whether a caller may do it to a particular record is decided where the record is at hand.
 */
export const PERMISSIONS = {
  'accident.file': { roles: FILERS, scope: 'declarations:write' },
  'accident.read': { roles: ['enterprise', 'commune', ...OFFICES], scope: 'declarations:read' },
  'accident.withdraw': { roles: FILERS, scope: 'declarations:write' },
  'accident.contest': { roles: ['enterprise', 'commune'], scope: 'declarations:write' },
  'accident.re-evaluate': { roles: ['labour-office'], scope: 'declarations:write' },
  'accident.review': { roles: ['labour-office'], scope: 'declarations:write' },
  'accident.comment': { roles: FILERS, scope: 'declarations:write' },
  'accident.outcome': { roles: FILERS, scope: 'declarations:write' },
  'accident.investigate': { roles: FILERS, scope: 'declarations:write' },
  'disease.file': { roles: SCREENERS, scope: 'declarations:write' },
  'disease.read': { roles: ['enterprise', 'examiner', ...OFFICES], scope: 'declarations:read' },
  'disease.withdraw': { roles: SCREENERS, scope: 'declarations:write' },
  'disease.contest': { roles: ['enterprise'], scope: 'declarations:write' },
  'disease.re-evaluate': { roles: ['health-office'], scope: 'declarations:write' },
  'disease.review': { roles: ['health-office'], scope: 'declarations:write' },
  'disease.comment': { roles: SCREENERS, scope: 'declarations:write' },
  'environment.file': { roles: MONITORS, scope: 'declarations:write' },
  'environment.read': { roles: ['enterprise', 'monitor', ...OFFICES], scope: 'declarations:read' },
  'environment.withdraw': { roles: [...MONITORS, 'labour-office'], scope: 'declarations:write' },
  'environment.contest': { roles: ['enterprise'], scope: 'declarations:write' },
  'environment.re-evaluate': { roles: OFFICES, scope: 'declarations:write' },
  'environment.review': { roles: OFFICES, scope: 'declarations:write' },
  'environment.comment': { roles: [...MONITORS, 'labour-office'], scope: 'declarations:write' },
  'report.file': { roles: REPORTERS, scope: 'declarations:write' },
  'report.read': { roles: REPORTERS, scope: 'declarations:read' },
  'report.withdraw': { roles: REPORTERS, scope: 'declarations:write' },
  'report.contest': { roles: ['enterprise', 'monitor'], scope: 'declarations:write' },
  'report.re-evaluate': { roles: OFFICES, scope: 'declarations:write' },
  'report.review': { roles: OFFICES, scope: 'declarations:write' },
  'report.comment': { roles: REPORTERS, scope: 'declarations:write' },
  'report.summarise': { roles: OFFICES, scope: 'statistics:read' },
  'incident.file': { roles: FILERS, scope: 'declarations:write' },
  'incident.read': { roles: ['enterprise', 'commune', ...OFFICES], scope: 'declarations:read' },
  'incident.withdraw': { roles: FILERS, scope: 'declarations:write' },
  'incident.contest': { roles: ['enterprise', 'commune'], scope: 'declarations:write' },
  'incident.re-evaluate': { roles: ['labour-office'], scope: 'declarations:write' },
  'incident.review': { roles: ['labour-office'], scope: 'declarations:write' },
  'incident.comment': { roles: FILERS, scope: 'declarations:write' },
  'obligation.read': { roles: REPORTERS, scope: 'declarations:read' },
  'obligation.waive': { roles: OFFICES, scope: 'declarations:write' },
  'duplicate.read': { roles: ['labour-office'], scope: 'declarations:read' },
  'duplicate.decide': { roles: ['labour-office'], scope: 'declarations:write' },
  'contradiction.read': { roles: OFFICES, scope: 'declarations:read' },
  'contradiction.decide': { roles: OFFICES, scope: 'declarations:write' },
  'work-list.read': { roles: ['commune', ...OFFICES], scope: 'declarations:read' },
  'data-quality.read': { roles: OFFICES, scope: 'declarations:read' },
  'file.attach': { roles: ['enterprise', 'commune', ...OFFICES, 'examiner', 'monitor'], scope: 'declarations:write' },
  'file.read': { roles: ['enterprise', 'commune', ...OFFICES, 'examiner'], scope: 'personal:read' },
  'person.read': { roles: [...FILERS, 'health-office', 'examiner'], scope: 'personal:read' },
  'enterprise.register': { roles: ['labour-office', 'health-office', 'administrator'], scope: 'register' },
  'enterprise.read': {
    roles: ['enterprise', 'commune', ...OFFICES, 'examiner', 'monitor', 'administrator'],
    scope: 'register',
  },
  'enterprise.change': { roles: ['enterprise', ...OFFICES, 'administrator'], scope: 'register' },
  'provider.keep': { roles: ['health-office'], scope: 'register' },
  'delegation.grant': { roles: ['enterprise'], scope: 'register' },
  'client.manage': { roles: ['labour-office', 'administrator'], scope: 'clients' },
  'client.rotate-secret': {
    roles: ['enterprise', 'commune', ...OFFICES, 'examiner', 'monitor', 'integrator', 'administrator'],
    scope: 'clients',
  },
  'registration.read': { roles: ['labour-office', 'administrator'], scope: 'clients' },
  'registration.decide': { roles: ['labour-office'], scope: 'clients' },
  'statistics.ask': { roles: OFFICES, scope: 'statistics:read' },
  'self.read': {
    roles: ['enterprise', 'commune', ...OFFICES, 'examiner', 'monitor', 'integrator', 'administrator'],
    scope: 'declarations:read',
  },
} as const satisfies Record<string, Permission>

export type Operation = keyof typeof PERMISSIONS
export const OPERATIONS = Object.keys(PERMISSIONS) as [Operation, ...Operation[]]

export type Denial = 'role' | 'scope'

/** Null when the caller may. */
export function denialOf(caller: Caller, operation: Operation): Denial | null {
  const permission: Permission = PERMISSIONS[operation]
  if (!permission.roles.includes(caller.role)) return 'role'
  return permission.scope === 'declarations:read' && operation === 'self.read'
    ? null
    : caller.scopes.has(permission.scope)
      ? null
      : 'scope'
}

/** Every scope that some operation of the role asks for. */
export function scopesOfRole(role: Role): AccessScope[] {
  const scopes = Object.values<Permission>(PERMISSIONS)
    .filter(({ roles }) => roles.includes(role))
    .map(({ scope }) => scope)
  return [...new Set(scopes)]
}
