import type { App } from '../http/route-schema.ts'
import { clientRoutes } from './client-routes.ts'
import { delegationRoutes } from './delegation-routes.ts'
import { meRoutes } from './me-routes.ts'
import { registrationRoutes } from './registration-routes.ts'
import type { RegistrationDeps } from './registrations.ts'
import { secretRoutes } from './secret-routes.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { TokenIssuer } from './token-issuer.ts'
import { tokenRoutes } from './token-routes.ts'
import { wellKnownRoutes } from './well-known-routes.ts'

export interface AccessDeps extends RegistrationDeps {
  /** Public address of this service. */
  readonly issuer: string
  readonly keys: SigningKeys
  readonly tokens: TokenIssuer
}

/** Tokens, accounts and who may act for whom. */
export async function accessRoutes(app: App, deps: AccessDeps): Promise<void> {
  await tokenRoutes(app, deps)
  await wellKnownRoutes(app, deps)
  await meRoutes(app, deps)
  await clientRoutes(app, deps)
  await secretRoutes(app, deps)
  await registrationRoutes(app, deps)
  await delegationRoutes(app, deps)
}
