import { describe, expect, it } from 'vitest'
import { type AccessScope, type Caller, ROLES, type Role, SCOPES } from '../../../src/access/caller.ts'
import { denialOf, OPERATIONS, type Operation, PERMISSIONS, scopesOfRole } from '../../../src/access/permissions.ts'

const caller = (role: Role, scopes: readonly AccessScope[]): Caller => ({
  clientId: '01890a5d-ac96-774b-bcce-b302099a8057',
  role,
  tenantId: null,
  jurisdiction: null,
  scopes: new Set(scopes),
  provisional: false,
  actor: null,
})

describe('the table of permissions', () => {
  it.each(ROLES)('allows %s what names it, with all its scopes, and nothing else', (role) => {
    const allowed = OPERATIONS.filter((operation) => denialOf(caller(role, scopesOfRole(role)), operation) === null)
    expect(allowed).toEqual(
      OPERATIONS.filter((operation) => (PERMISSIONS[operation].roles as readonly Role[]).includes(role)),
    )
  })

  it.each(ROLES)('allows %s nothing that its role does not name, whatever its scopes', (role) => {
    for (const operation of OPERATIONS) {
      if ((PERMISSIONS[operation].roles as readonly Role[]).includes(role)) continue
      expect(denialOf(caller(role, SCOPES), operation)).toBe('role')
    }
  })

  it.each(ROLES)('lets %s without any scope see itself only', (role) => {
    expect(OPERATIONS.filter((operation) => denialOf(caller(role, []), operation) === null)).toEqual(['self.read'])
  })

  it('gives every scope to some role', () => {
    expect(new Set(ROLES.flatMap(scopesOfRole))).toEqual(new Set(SCOPES))
  })

  it('lets an administrator and an integrator file nothing, and everybody else something', () => {
    const writing = ROLES.filter((role) => scopesOfRole(role).includes('declarations:write'))
    expect(writing).toEqual(['enterprise', 'commune', 'labour-office', 'health-office', 'examiner', 'monitor'])
  })

  it('lets offices of health keep what is of health, and read of accidents only', () => {
    const denied = (operation: Operation) => denialOf(caller('health-office', SCOPES), operation)
    for (const operation of ['disease.file', 'disease.review', 'environment.review', 'report.file'] as const) {
      expect(denied(operation), operation).toBeNull()
    }
    for (const operation of OPERATIONS.filter((each) => /^(accident|incident)\./.test(each))) {
      expect(denied(operation), operation).toBe(operation.endsWith('.read') ? null : 'role')
    }
  })
})
