import { describe, expect, it } from 'vitest'
import { type Caller, type Role, SCOPES } from '../../../src/access/caller.ts'
import { KINDS } from '../../../src/kinds.ts'
import { workOf } from '../../../src/work-list/vocabulary.ts'

const caller = (role: Role, scopes: Caller['scopes'] = new Set(SCOPES)): Caller => ({
  clientId: '01890a5d-ac96-774b-bcce-b302099a8057',
  role,
  tenantId: role === 'commune' ? '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f' : null,
  jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  scopes,
  provisional: false,
  actor: null,
})

describe('what is work', () => {
  it('of a labour office are all kinds but screenings, which the health office reviews', () => {
    expect(workOf(caller('labour-office'), KINDS).kinds).toEqual(['accident', 'environment', 'incident', 'report'])
    expect(workOf(caller('health-office'), KINDS).kinds).toEqual(['disease', 'environment', 'report'])
  })

  it('of a health office is neither an investigation nor a duplicate nor a registration', () => {
    const { sorts } = workOf(caller('health-office'), KINDS)
    for (const sort of ['investigation', 'duplicate', 'registration'] as const) expect(sorts).not.toContain(sort)
    expect(sorts).toContain('contradiction')
  })

  it('of a commune is what it owes and what was returned to it', () => {
    expect(workOf(caller('commune'), KINDS).sorts).toEqual(['to-answer', 'own-obligation'])
  })

  it('parts the duties of others between the two offices', () => {
    const labour = workOf(caller('labour-office'), KINDS).watched
    const health = workOf(caller('health-office'), KINDS).watched
    expect(labour).toContain('accident-summary')
    expect(health).toContain('occupational-health')
    expect(labour.filter((duty) => health.includes(duty))).toEqual([])
  })

  it('is no registration to a client that may not read registrations', () => {
    const narrowed = caller('labour-office', new Set(['declarations:read']))
    expect(workOf(narrowed, KINDS).sorts).not.toContain('registration')
  })
})
