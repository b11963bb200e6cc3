import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

/**
 * The smallest service on the embedded database, for tests that kill it: `node … <directory>`.
 * It tells what happens in lines of JSON, and stops on SIGTERM.
 */
function tell(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

try {
  const { url, dataDirectory, stop } = await startEmbeddedPostgres({
    directory: process.argv[2] ?? '',
    onUnexpectedExit: (detail) => {
      tell({ ended: detail })
      process.exit(1)
    },
  })
  process.once('SIGTERM', () => stop().then(() => process.exit(0)))
  tell({ url, dataDirectory })
} catch (error) {
  tell({ ...(error as object), message: String(error) })
  process.exit(1)
}
