import type { App } from './route-schema.ts'

/**
 * Does something when the service starts that nobody waits for: a question asked before it has ended waits in its own
 * turn. The service ends after it.
 */
export function atStart(app: App, name: string, work: () => Promise<void>): void {
  let under: Promise<void> = Promise.resolve()
  app.addHook('onReady', async () => {
    under = work().catch((error: unknown) => app.log.warn({ err: error }, `${name} at start`))
  })
  app.addHook('onClose', () => under)
}
