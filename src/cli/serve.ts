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

function greeting(config: Config, service: RunningService): string[] {
  const { url } = service
  const data =
    config.DATABASE_URL === undefined ? join(config.dataDirectory, 'postgres') : 'the database of DATABASE_URL'
  return [
    '',
    `Khai Báo listens on ${url}`,
    ...(config.KHAIBAO_SANDBOX ? ['This is a SANDBOX: nothing filed here has legal effect.'] : []),
    `  documents    ${url}/docs  (OpenAPI: ${url}/openapi.json)`,
    `  data         ${data}; keys in ${config.dataDirectory}`,
    `  credentials  ${credentialsLine(config, service)}`,
    '',
    'Try this; it needs no token:',
    `  curl -s ${url}/v1/accident-declarations/validate -H 'content-type: application/json' -d '{"preliminary":true}'`,
    '',
  ]
}

function credentialsLine(config: Config, { administrator }: RunningService): string {
  switch (administrator.outcome) {
    case 'created':
      return `${administrator.file} (first administrator client, just made)`
    case 'exists':
      return (
        config.KHAIBAO_BOOTSTRAP_CLIENT_ID ?? `${join(config.dataDirectory, 'admin-client.json')} (unless you moved it)`
      )
    case 'revoked':
      return `client ${administrator.clientId} was revoked; the setting KHAIBAO_BOOTSTRAP_CLIENT_ID has no effect`
    default:
      return `client ${administrator.clientId}, with the secret of KHAIBAO_BOOTSTRAP_CLIENT_SECRET`
  }
}
