import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Caller, Role } from '../access/caller.ts'
import { type Denial, denialOf, type Operation, PERMISSIONS } from '../access/permissions.ts'
import { ROLE_NAMES } from '../access/role-names.ts'
import type { Language, Text } from '../rules/rule.ts'
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
      if (request.caller === null && token !== null) throw new ProblemError('unauthenticated', { detail: BAD_TOKEN })
      if (request.caller === null && access !== 'optional') throw new ProblemError('unauthenticated')
      if (request.caller === null || access === 'optional') return
      const denial = denialOf(request.caller, access)
      if (denial !== null) throw new ProblemError('forbidden', { detail: whyDenied(denial, access) })
    })
  },
  { name: 'authentication', dependencies: ['problems'] },
)

const BAD_TOKEN: Text = {
  vi: 'Mã truy cập không đúng, đã hết hạn (sau một giờ) hoặc tài khoản đã bị thu hồi: lấy mã mới tại POST /oauth2/token.',
  en: 'The token is not valid, has expired (after an hour), or its client was revoked: get another from POST /oauth2/token.',
}

function whyDenied(denial: Denial, operation: Operation): Text {
  const { roles, scope } = PERMISSIONS[operation]
  switch (denial) {
    case 'role':
      return {
        vi: `Chỉ ${namesOf(roles, 'vi')} được làm việc này. GET /v1/me cho biết tài khoản này được làm gì.`,
        en: `Only ${namesOf(roles, 'en')} may do this. GET /v1/me tells what this client may do.`,
      }
    case 'scope':
      return {
        vi: `Mã truy cập không có phạm vi ${scope}: lấy mã khác tại POST /oauth2/token, không thu hẹp phạm vi đó; nếu tài khoản không được cấp phạm vi này, đề nghị nơi cấp tài khoản.`,
        en: `The token lacks the scope ${scope}: get one from POST /oauth2/token that is not narrowed to less; a client that was not given the scope asks whoever issued it.`,
      }
  }
}

function namesOf(roles: readonly Role[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(roles.map((role) => ROLE_NAMES[role][language]))
}

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
