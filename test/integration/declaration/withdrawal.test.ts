import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import { accidentKind } from '../../../src/accident/kind.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import {
  actOn,
  type Callers,
  COMMUNE,
  type Concerned,
  newEnterprise,
  newOffices,
  STATES,
} from '../../support/access/states.ts'
import { recordedFiling } from '../../support/new-filings.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let others: Omit<Callers, 'enterprise'>
let accidents: Concerned

beforeAll(async () => {
  service = await startTestService()
  others = await newOffices(service)
  accidents = await newEnterprise(service, 'accident', others)
})
afterAll(() => service.close())

async function declared(state: string, concerned = accidents): Promise<string> {
  const built = await STATES[state]?.(concerned)
  if (built === undefined) throw new Error(`there is no state ${state}`)
  return built.path
}

const REASON = { reason: 'Khai nhầm cơ sở.' }
const withdrawn = (by: TestClient, path: string): Promise<Answer> => actOn(by, path, 'withdrawal', REASON)
const view = async (by: TestClient, path: string) => (await by.expect(200, 'get', path)).body

async function deathsCounted(): Promise<unknown> {
  const { body } = await others['labour-office'].expect(200, 'get', '/v1/statistics/accidents?measures=deaths')
  return (body.rows as Json[])[0]?.deaths
}

async function workOn(path: string, sort?: string): Promise<Json[]> {
  const query = sort === undefined ? '' : `&sort=${sort}`
  const { body } = await others['labour-office'].expect(200, 'get', `/v1/work-list?limit=200${query}`)
  return (body.items as Json[]).filter(({ link }) => link === path)
}

describe('whoever filed', () => {
  it('withdraws what no office has dealt with', async () => {
    const path = await declared('filed')
    expect((await view(accidents.callers.enterprise, path)).actions).toContain('withdraw')
    expect((await withdrawn(accidents.callers.enterprise, path)).body).toMatchObject({ status: 'withdrawn' })
  })

  it.each(['accepted', 'accepted, then amended', 'accepted, then returned'])(
    'withdraws nothing that is %s: the dead stay in the figures until the office says otherwise',
    async (state) => {
      const { enterprise } = accidents.callers
      const path = await declared(state)
      const before = await deathsCounted()
      const refused = await withdrawn(enterprise, path)
      expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/chấp nhận.*PUT.*\/comments/)])
      expect((await view(enterprise, path)).actions).not.toContain('withdraw')
      expect(await deathsCounted()).toBe(before)
    },
  )

  it.each([
    ['returned', 'return', { comments: [{ text: 'Đề nghị ghi rõ nơi xảy ra.' }] }],
    ['investigated', 'investigation', sampleInvestigation as Json],
    ['told the outcome of', 'outcomes', { victimId: 'v1', costs: { funeral: 20_000 } }],
  ])('withdraws nothing that an office %s', async (_, what, body) => {
    const { enterprise } = accidents.callers
    const path = await declared('filed')
    expect((await actOn(others['labour-office'], path, what, body)).status).toBeLessThan(300)
    const refused = await withdrawn(enterprise, path)
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/đã xử lý.*\/comments/)])
    expect((await view(enterprise, path)).actions).not.toContain('withdraw')
  })

  it.each(['recorded', 'contested'])('withdraws nothing that is %s: an office recorded it', async (state) => {
    const path = await declared(state)
    const { status, body } = await withdrawn(accidents.callers.enterprise, path)
    expect([status, body.detail]).toEqual([409, expect.stringMatching(/ghi nhận.*\/contestation/)])
  })

  it('is not held by what it told itself, nor by what was asked', async () => {
    const { enterprise } = accidents.callers
    const path = await declared('filed')
    await actOn(enterprise, path, 'outcomes', { victimId: 'v1', costs: { funeral: 20_000 } })
    await actOn(others['labour-office'], path, 'comments', { text: 'Đúng cơ sở không?' })
    expect((await withdrawn(enterprise, path)).status).toBe(200)
  })

  it('asks the office, which finds the request among its work', async () => {
    const path = await declared('accepted')
    await actOn(accidents.callers.enterprise, path, 'comments', { text: 'Đề nghị rút: khai nhầm cơ sở.' })
    expect((await workOn(path)).map(({ sort }) => sort)).toEqual(['answered'])
  })
})

describe('the office that reviews', () => {
  it.each([
    ['accident', 'labour-office'],
    ['disease', 'health-office'],
    ['environment', 'labour-office'],
    ['environment', 'health-office'],
    ['incident', 'labour-office'],
    ['report', 'labour-office'],
  ] as const)('withdraws an accepted declaration, %s, as %s, with its reason', async (kind, role) => {
    const concerned = await newEnterprise(service, kind, others)
    const path = await declared('accepted', concerned)
    expect((await view(others[role], path)).actions).toContain('withdraw')
    expect((await withdrawn(others[role], path)).status).toBe(200)
    expect(await view(concerned.callers.enterprise, path)).toMatchObject({
      status: 'withdrawn',
      inForce: null,
      explanation: expect.stringContaining('Cơ quan quản lý đã rút'),
      counting: { counted: false },
    })
    const { body } = await concerned.callers.enterprise.expect(200, 'get', `${path}/revisions`)
    expect((body.items as Json[]).at(-1)).toMatchObject({ act: 'withdraw', reason: REASON.reason })
  })

  it('withdraws what it is in charge of, and others are told whose that is', async () => {
    const path = await declared('accepted')
    for (const by of [others['health-office'], others.commune]) {
      const seen = await view(by, path)
      expect(seen.actions).not.toContain('withdraw')
    }
    const refused = await withdrawn(others.commune, path)
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('Sở Nội vụ')])
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    expect((await withdrawn(elsewhere, path)).status).toBe(404)
  })

  it('hears from whoever disagrees', async () => {
    const path = await declared('withdrawn by the office')
    expect(await workOn(path)).toEqual([])
    const objection = { text: 'Vụ việc có thật.' }
    await accidents.callers.enterprise.expect(201, 'post', `${path}/comments`, objection)
    expect((await workOn(path)).map(({ sort }) => sort)).toEqual(['answered'])
  })
})

describe('a withdrawal by whoever filed', () => {
  it('waits in the work list until the office has said something about it', async () => {
    const path = await declared('withdrawn')
    const [item] = await workOn(path, 'withdrawn')
    expect(item).toMatchObject({
      what: expect.stringMatching(/^Khai báo tai nạn lao động .*: bên khai báo đã rút;/),
      due: null,
    })
    await others['labour-office'].expect(201, 'post', `${path}/comments`, { text: 'Đã đối chiếu: đúng là khai nhầm.' })
    expect(await workOn(path)).toEqual([])
  })

  it('waits there too when a commune takes back what it recorded', async () => {
    const place = { commune: COMMUNE, taxCode: accidents.taxCode }
    const recorded = recordedFiling('accident', place, accidents.enterpriseId)
    const path = String((await others.commune.file(recorded)).headers.location)
    expect((await withdrawn(others.commune, path)).status).toBe(200)
    expect((await workOn(path)).map(({ sort }) => sort)).toEqual(['withdrawn'])
  })

  it('leaves nothing else to do about it', async () => {
    const path = await declared('filed')
    await actOn(accidents.callers.enterprise, path, 'comments', { text: 'Chúng tôi khai nhầm.' })
    await withdrawn(accidents.callers.enterprise, path)
    expect((await workOn(path)).map(({ sort }) => sort)).toEqual(['withdrawn'])
    const { body } = await others['labour-office'].expect(200, 'get', `${path}/comments`)
    expect((body.items as Json[]).map(({ state }) => state)).toEqual(['resolved'])
  })
})

it('leaves the log as it was hashed', async () => {
  expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
})
