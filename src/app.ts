import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { type AccessDeps, accessRoutes } from './access/routes.ts'
import { accidentKind } from './accident/kind.ts'
import { accidentRoutes } from './accident/routes.ts'
import { codeListRoutes } from './catalogue/code-list-routes.ts'
import { exposureLimitRoutes } from './catalogue/exposure-limit-routes.ts'
import { ruleRoutes } from './catalogue/rule-routes.ts'
import type { Config } from './config.ts'
import { contradictionFinder } from './contradiction/find.ts'
import { contradictionRoutes } from './contradiction/routes.ts'
import { dataQualityRoutes } from './data-quality/routes.ts'
import type { DeclarationDeps } from './declaration/deps.ts'
import { receiptRoutes, type VerifyReceipt } from './declaration/receipt-routes.ts'
import { diseaseRoutes } from './disease/routes.ts'
import { duplicateFinder } from './duplicate/find.ts'
import { duplicateRoutes } from './duplicate/routes.ts'
import { type EnterpriseDeps, enterpriseRoutes } from './enterprise/routes.ts'
import { environmentRoutes } from './environment/routes.ts'
import { postgresStorage } from './file/postgres-storage.ts'
import { fileRoutes } from './file/routes.ts'
import { authentication, type VerifyToken } from './http/authentication.ts'
import { bodyLimits } from './http/body-limits.ts'
import { browsers } from './http/browsers.ts'
import { docs } from './http/docs.ts'
import { healthRoutes } from './http/health.ts'
import { limits } from './http/limits.ts'
import { metrics } from './http/metrics.ts'
import { openApiDocument } from './http/openapi/document.ts'
import { problems } from './http/problems.ts'
import { requestId, requestLog } from './http/request-log.ts'
import type { App } from './http/route-schema.ts'
import { validatorCompiler } from './http/shape-errors.ts'
import { wire, wireOptions } from './http/wire.ts'
import { targetMeasure } from './indicator/programme-targets.ts'
import { indicatorRoutes } from './indicator/routes.ts'
import { JUDGED, KINDS } from './kinds.ts'
import { obligationProjector } from './obligation/projector.ts'
import { obligationRoutes } from './obligation/routes.ts'
import { reportRoutes } from './periodic-report/routes.ts'
import type { Database } from './platform/database.ts'
import { providerRoutes } from './provider/routes.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { technicalIncidentRoutes } from './technical-incident/routes.ts'
import { VERSION } from './version.ts'
import { workListRoutes } from './work-list/routes.ts'

/** Everything the application works with; made in one place, by `compose`. */
export interface AppDeps {
  readonly config: Config
  readonly log: FastifyBaseLogger
  readonly publicUrl: string
  readonly verifyToken: VerifyToken
  readonly verifyReceipt: VerifyReceipt
  readonly declarations: DeclarationDeps
  /** A replica, where there is one, for what is asked of the past. */
  readonly readDatabase: Database
  readonly access: AccessDeps
  readonly enterprises: EnterpriseDeps
  /** False from the moment the service begins to shut down. */
  readonly ready: () => boolean
}

/** Seconds after which a request that is still arriving is cut off. */
const REQUEST_TIMEOUT = 60

/** Builds the HTTP application; nothing listens yet, and importing this file starts nothing. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config, log, publicUrl, declarations } = deps
  const { database, clock } = declarations
  const origin = config.KHAIBAO_CORS_ORIGIN ?? new URL(publicUrl).origin
  const app = Fastify({
    ...wireOptions(origin),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: config.KHAIBAO_BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT * 1_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  }) as unknown as App
  app.setValidatorCompiler(validatorCompiler as never)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))

  await app.register(problems)
  await app.register(openApiDocument, { version: VERSION, sandbox: config.KHAIBAO_SANDBOX })
  await app.register(browsers, { origin })
  await app.register(wire)
  await app.register(authentication, { verifyToken: deps.verifyToken })
  await app.register(requestLog)
  await app.register(limits, { requestsPerMinute: config.KHAIBAO_RATE_LIMIT })
  await app.register(bodyLimits)
  await app.register(metrics, { database })
  await app.register(docs)

  await healthRoutes(app, { database, ready: deps.ready })
  await accessRoutes(app, deps.access)
  await enterpriseRoutes(app, deps.enterprises)
  await providerRoutes(app, { database, clock })
  await codeListRoutes(app, { clock })
  await exposureLimitRoutes(app, { clock })
  await ruleRoutes(app)
  await accidentRoutes(app, declarations)
  await environmentRoutes(app, declarations)
  await diseaseRoutes(app, declarations)
  await technicalIncidentRoutes(app, declarations)
  await reportRoutes(app, { ...declarations, measureTargets: targetMeasure({ database, clock }) })
  await contradictionRoutes(app, declarations)
  await obligationRoutes(app, declarations)
  await duplicateRoutes(app, declarations, accidentKind)
  await workListRoutes(app, {
    database,
    clock,
    kinds: KINDS,
    upToDate: [contradictionFinder(database), duplicateFinder(declarations), obligationProjector(declarations)],
  })
  await dataQualityRoutes(app, { ...declarations, kinds: KINDS, judged: JUDGED })
  await fileRoutes(
    app,
    KINDS,
    { ...declarations, storage: postgresStorage(declarations) },
    { limit: config.KHAIBAO_FILE_LIMIT },
  )
  await receiptRoutes(app, { database, verifyReceipt: deps.verifyReceipt })
  await indicatorRoutes(app, { database, clock })
  await statisticsRoutes(app, { database, readDatabase: deps.readDatabase, clock })
  return app
}
