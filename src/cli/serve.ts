import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type RunningService, startService } from '../main.ts'

/** Runs until a signal; a second one ends at once. */
export async function serve(config: Config): Promise<RunningService> {
  const service = await startService(config, (reason) => {
    console.error(reason)
    process.exit(1)
  })
  stopOnSignals(service)
  for (const line of greeting(config, service)) console.log(line)
  return service
}

function stopOnSignals(service: RunningService): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

function greeting(config: Config, { url, administrator }: RunningService): string[] {
  const data =
    config.DATABASE_URL === undefined ? join(config.dataDirectory, 'postgres') : 'the database of DATABASE_URL'
  return [
    '',
    `Khai Báo listens on ${url}`,
    ...(config.KHAIBAO_SANDBOX ? ['This is a SANDBOX: nothing filed here has legal effect.'] : []),
    `  documents    ${url}/docs  (OpenAPI: ${url}/openapi.json)`,
    `  data         ${data}; keys in ${config.dataDirectory}`,
    `  credentials  ${credentialsLine(administrator)}`,
    '',
    'Try this; it needs no token:',
    `  curl -s ${url}/v1/accident-declarations/validate -H 'content-type: application/json' -d '{"preliminary":true}'`,
    '',
  ]
}

function credentialsLine(administrator: RunningService['administrator']): string {
  return administrator.file === null
    ? `client ${administrator.clientId} (secret as set in KHAIBAO_BOOTSTRAP_CLIENT_SECRET)`
    : `${administrator.file} (first administrator client)`
}
