import { join } from 'node:path'
import { type BootstrapOutcome, bootstrapAdministrator } from './access/bootstrap.ts'
import type { Composition } from './compose.ts'
import { type Config, describeConfig } from './config.ts'
import { createLog } from './log.ts'
import { systemClock } from './platform/clock.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { migrate } from './platform/migrate.ts'

/** Seconds that requests in flight have to end before connections are cut. */
const GRACE = 10

export interface RunningService {
  /** Where it listens. */
  readonly url: string
  /** First credentials, where this start made or confirmed some. */
  readonly administrator: BootstrapOutcome
  readonly composition: Composition
  stop(): Promise<void>
}

/** Starts everything, in order: database, schema, application, first client, listener. */
export async function startService(config: Config, onFatal: (reason: string) => void): Promise<RunningService> {
  const log = createLog(config.LOG_LEVEL)
  log.debug({ settings: describeConfig(config) }, 'settings')
  const starting = config.DATABASE_URL === undefined ? startEmbedded(config, onFatal) : null
  // Loaded while the database starts: it is most of the code.
  const [{ compose }, { faultsOfData }] = await Promise.all([import('./compose.ts'), import('./data-faults.ts')])
  const faults = faultsOfData()
  const postgres: EmbeddedPostgres | null = await starting
  const ownerUrl = postgres?.url ?? config.DATABASE_URL
  if (ownerUrl === undefined) throw new Error('there is no database')

  let ready = true
  try {
    if (faults.length > 0) throw new Error(`the data are wrong:\n  ${faults.join('\n  ')}`)
    await migrate(ownerUrl)
    const composition = await compose({ config, ownerUrl, clock: systemClock, log, ready: () => ready })
    const administrator = await bootstrapAdministrator({
      database: composition.database,
      dataDirectory: config.dataDirectory,
      id: config.KHAIBAO_BOOTSTRAP_CLIENT_ID,
      secret: config.KHAIBAO_BOOTSTRAP_CLIENT_SECRET,
    })
    const url = await composition.app.listen({ host: config.HOST, port: config.PORT })
    return {
      url,
      administrator,
      composition,
      // In this order, so that what was accepted is answered before what it needs goes away.
      stop: async () => {
        ready = false
        const cut = setTimeout(() => composition.app.server.closeAllConnections(), GRACE * 1_000)
        await composition.close()
        clearTimeout(cut)
        await postgres?.stop()
      },
    }
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}

function startEmbedded(config: Config, onFatal: (reason: string) => void): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    directory: join(config.dataDirectory, 'postgres'),
    onUnexpectedExit: (detail) => onFatal(`the embedded PostgreSQL ended: ${detail}`),
  })
}
