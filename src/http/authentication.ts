import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Caller } from '../access/caller.ts'
import { denialOf, type Operation } from '../access/permissions.ts'
import { languageOf } from './language.ts'
import { ProblemError } from './problems.ts'

/**
 * - `open`: no token is looked at.
 * - `optional`: works without one, sees more with one.
 * - an operation: the caller's role and scopes must allow it.
 */
export type RouteAccess = 'open' | 'optional' | Operation

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route says who may call it; one that does not cannot be registered. */
    access?: RouteAccess
  }
  interface FastifyRequest {
    caller: Caller | null
  }
}

export type VerifyToken = (token: string, actor: string | null) => Promise<Caller | null>

export const authentication = fp<{ verifyToken: VerifyToken }>(
  async (app, { verifyToken }) => {
    app.decorateRequest('caller', null)

    app.addHook('onRoute', (route) => {
      if (route.config?.access === undefined && !route.schema?.hide) {
        throw new Error(`${String(route.method)} ${route.url} does not say who may call it`)
      }
    })

    app.addHook('onRequest', async (request) => {
      const access = request.routeOptions.config?.access ?? 'open'
      if (access === 'open') return
      const token = bearerOf(request)
      if (token !== null) request.caller = await verifyToken(token, actorOf(request))
      if (request.caller === null && (token !== null || access !== 'optional'))
        throw new ProblemError('unauthenticated')
      if (request.caller === null || access === 'optional') return
      const denial = denialOf(request.caller, access)
      if (denial !== null) throw new ProblemError('forbidden', { detail: DENIALS[denial][languageOf(request)] })
    })
  },
  { name: 'authentication', dependencies: ['problems'] },
)

const DENIALS = {
  role: {
    vi: 'Vai trò của tài khoản không được làm việc này; xem /v1/me.',
    en: 'The role of this client may not do this; see /v1/me.',
  },
  scope: {
    vi: 'Mã truy cập không có phạm vi (scope) cần thiết; xem /v1/me.',
    en: 'The token lacks the scope for this; see /v1/me.',
  },
} as const

/** @throws Error on a route that is reachable without a caller: a defect of ours. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`${request.routeOptions.url} was reached without a caller`)
  return request.caller
}

function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

/** The person behind the machine, as the machine names them. */
function actorOf(request: FastifyRequest): string | null {
  return headerOf(request, 'x-actor')?.slice(0, LONGEST_ACTOR) ?? null
}

const LONGEST_ACTOR = 200

export function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}
