import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import type { KindId } from '../../../src/declaration/kind.ts'
import type { Act } from '../../../src/declaration/lifecycle.ts'
import {
  actOn,
  type Builder,
  type Callers,
  type Concerned,
  type Declared,
  newcomer,
  newEnterprise,
  newOffices,
  STATES,
  STATES_OF_NEWCOMERS,
  STATES_OF_OTHERS,
} from '../../support/access/states.ts'
import { OCTETS, PDF } from '../../support/access/two-sides.ts'
import { amended } from '../../support/new-filings.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

/** `actions` is what a program builds its buttons from: what it names works, and what works is named. */

let service: TestService
let others: Omit<Callers, 'enterprise'>

beforeAll(async () => {
  service = await startTestService()
  others = await newOffices(service)
})
afterAll(() => service.close())

type Doing = (by: TestClient, declared: Declared, kind: KindId) => Promise<Answer>
const reason = { reason: 'Đã đối chiếu.' }

/** Each act as whoever is offered it would do it. */
const DOING: Readonly<Partial<Record<Act, Doing>>> = {
  amend: (by, { path, body }, kind) => actOn(by, path, 'put', amended(kind, body, 'Sửa nữa.')),
  withdraw: (by, { path }) => actOn(by, path, 'withdrawal', reason),
  contest: (by, { path }) => actOn(by, path, 'contestation', reason),
  comment: (by, { path }) => actOn(by, path, 'comments', { text: 'Đã xem.' }),
  're-evaluate': (by, { path }) => actOn(by, path, 're-evaluation', reason),
  return: (by, { path }) => actOn(by, path, 'return', { comments: [{ text: 'Đề nghị kiểm tra lại.' }] }),
  accept: (by, { path }) => actOn(by, path, 'acceptance', {}),
  attach: (by, { path }) => actOn(by, path, 'files?name=a.pdf', PDF, OCTETS),
}
const OF_ACCIDENTS: typeof DOING = {
  investigate: (by, { path }) => actOn(by, path, 'investigation', sampleInvestigation as Json),
  outcome: (by, { path }) => actOn(by, path, 'outcomes', { victimId: 'v1', costs: { funeral: 20_000 } }),
}

/** Acts that leave to everybody what they could do before. */
const LEAVES_ALL: readonly string[] = ['comment', 'attach', 're-evaluate', 'contest'] satisfies Act[]

/** One sentence for each act that is offered and does not work, or works and is not offered. */
async function lies(concerned: Concerned, build: Builder): Promise<string[]> {
  const { kind, callers } = concerned
  const acts = Object.entries({ ...DOING, ...(kind === 'accident' ? OF_ACCIDENTS : {}) })
  const found: string[] = []
  const shared = await build(concerned)
  for (const [role, by] of Object.entries(callers) as [string, TestClient][]) {
    const { status, body } = await by.get(shared.path)
    // Of what a caller does not see, nothing works: the access matrix holds that.
    if (status !== 200) continue
    const offered = body.actions as string[]
    for (const [act, doing] of acts.filter(([name]) => !offered.includes(name))) {
      const answer = await doing(by, shared, kind)
      if (![403, 404, 409].includes(answer.status)) found.push(`${role}: ${act} is not offered: ${answer.status}`)
    }
    for (const act of offered) {
      const doing = acts.find(([name]) => name === act)?.[1]
      const answer = await doing?.(by, LEAVES_ALL.includes(act) ? shared : await build(concerned), kind)
      if (answer === undefined || answer.status >= 300) found.push(`${role}: ${act} is offered: ${answer?.text}`)
    }
  }
  return found
}

function named(states: Readonly<Record<string, Builder>>, name: string): Builder {
  const builder = states[name]
  if (builder === undefined) throw new Error(`there is no state ${name}`)
  return builder
}

const KIND_IDS: readonly KindId[] = ['accident', 'disease', 'environment', 'incident', 'report']
/** Every state of accidents, and of one other kind in turn: all of all took a third of the time of all tests. */
const each = (states: Readonly<Record<string, unknown>>) =>
  Object.keys(states).flatMap((state, index) =>
    KIND_IDS.filter((_, place) => place === 0 || place === 1 + (index % (KIND_IDS.length - 1))).map(
      (kind) => [kind, state] as const,
    ),
  )

describe('what may be done next is what works', () => {
  it.each(each(STATES))('of a declaration, %s, that is %s', async (kind, state) => {
    const concerned = await newEnterprise(service, kind, others)
    expect(await lies(concerned, named(STATES, state))).toEqual([])
  })

  it.each(each(STATES_OF_NEWCOMERS))('of a declaration, %s, that is %s', async (kind, state) => {
    const concerned = await newcomer(service, kind, others)
    expect(await lies(concerned, named(STATES_OF_NEWCOMERS, state))).toEqual([])
  })

  it('is nothing for a client that may only read', async () => {
    const { taxCode, callers } = await newEnterprise(service, 'accident', others)
    const { path } = await named(STATES, 'filed')({ kind: 'accident', taxCode, enterpriseId: '', callers })
    const scopes = ['declarations:read']
    const reader = await service.admin.newClient({ name: 'chỉ đọc', role: 'enterprise', taxCode, scopes })
    expect((await reader.expect(200, 'get', path)).body.actions).toEqual([])
  })

  it.each(STATES_OF_OTHERS)('of a declaration, $kind, that is $name', async ({ kind, build }) => {
    const concerned = await newEnterprise(service, kind, others)
    expect(await lies(concerned, build)).toEqual([])
  })
})
