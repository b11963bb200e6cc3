import type { App } from '../http/route-schema.ts'
import { facilities } from './facilities.ts'
import { keepingRoutes, type ProviderDeps } from './keeping-routes.ts'
import { monitoringOrganisations } from './monitoring-organisations.ts'
import { readingRoutes } from './reading-routes.ts'

/** The registers of examination facilities and of monitoring organisations: read by all, kept by health offices. */
export async function providerRoutes(app: App, deps: ProviderDeps): Promise<void> {
  keepingRoutes(app, deps, facilities)
  readingRoutes(app, deps, facilities)
  keepingRoutes(app, deps, monitoringOrganisations)
  readingRoutes(app, deps, monitoringOrganisations)
}
