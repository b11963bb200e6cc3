import type { Server } from 'node:http'
import supertest, { type Test } from 'supertest'
import { assertAsDocumented, type Contract } from './contract.ts'

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const
export type Method = (typeof METHODS)[number]

/** Requests whose answers are held to the document: one that is not as documented fails the test that made it. */
export type CheckedHttp = Readonly<Record<Method, (path: string) => Test>>

export function checkedHttp(server: Server, contract: Contract): CheckedHttp {
  const http = supertest(server)
  const checked = METHODS.map((method) => [
    method,
    (path: string) =>
      http[method](path).expect(({ status, headers, text = '' }) => {
        assertAsDocumented(contract, method, path, { status, headers, text })
      }),
  ])
  return Object.fromEntries(checked) as CheckedHttp
}
