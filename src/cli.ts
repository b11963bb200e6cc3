#!/usr/bin/env node
import { type Config, readConfig } from './config.ts'

interface Command {
  readonly about: string
  /** The office's own data must be known before any code is loaded that reads a table. */
  readonly judges?: true
  /** Loads its own code only. */
  readonly run: (config: Config) => Promise<unknown>
}

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    about: 'start the service',
    judges: true,
    run: async (config) => (await import('./cli/serve.ts')).serve(config),
  },
  demo: {
    about: 'start the service, file sample declarations and show what comes of them',
    judges: true,
    run: async (config) => (await import('./cli/demo.ts')).demo(config),
  },
  verify: {
    about: 'check the hash chains and compare the facts with what was filed',
    judges: true,
    run: async (config) => (await import('./cli/verify.ts')).verify(config),
  },
  law: {
    about: 'law check [directory]: check limits, code lists and constants of your own',
    run: async (config) => (await import('./cli/law.ts')).law(config),
  },
  openapi: {
    about: 'write the documents of openapi/ anew',
    run: async (config) => (await import('./cli/documents.ts')).writeDocuments(config),
  },
}

const name = process.argv[2] ?? 'serve'
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
const settings = readConfig(process.env)

if (command === undefined) {
  console.error(`Unknown command: ${name}\n`)
  for (const [known, { about }] of Object.entries(COMMANDS)) console.error(`  ${known.padEnd(8)} ${about}`)
  process.exitCode = 1
} else if (!settings.ok) {
  console.error('The settings are wrong:')
  for (const complaint of settings.complaints) console.error(`  ${complaint}`)
  console.error('All settings are listed in docs/SETTINGS.md.')
  process.exitCode = 1
} else {
  execute(command, settings.config).catch((error: unknown) => {
    const { message, remedy } = error as { message?: string; remedy?: string }
    console.error(`Khai Báo could not ${name}: ${message ?? String(error)}`)
    if (remedy) console.error(remedy)
    process.exit(1)
  })
}

async function execute({ judges, run }: Command, config: Config): Promise<void> {
  if (judges && config.lawDirectory !== null) {
    const { supplyFrom } = await import('./reference/supplied-data.ts')
    supplyFrom(config.lawDirectory)
  }
  await run(config)
}
