import type { App } from '../http/route-schema.ts'
import type { Dated } from '../rules/rule.ts'
import { decisionRoutes } from './decision-routes.ts'
import type { DeclarationDeps } from './deps.ts'
import { filingRoutes } from './filing-routes.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { readingRoutes } from './reading-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import { schemasOf } from './route-schemas.ts'

/** The routes that every kind of declaration has; its list is its own. */
export async function declarationRoutes<B extends FilingEnvelope, F extends Dated, K>(
  app: App,
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
): Promise<void> {
  const schemas = schemasOf(kind)
  await filingRoutes(app, kind, deps, schemas)
  await readingRoutes(app, kind, deps, schemas)
  await reviewRoutes(app, kind, deps, schemas)
  await decisionRoutes(app, kind, deps, schemas)
}
