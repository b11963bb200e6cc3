#!/usr/bin/env node
import { demo } from './cli/demo.ts'
import { writeDocuments } from './cli/documents.ts'
import { serve } from './cli/serve.ts'
import { verify } from './cli/verify.ts'
import { readConfig } from './config.ts'

const COMMANDS = {
  serve: { run: serve, about: 'start the service' },
  demo: { run: demo, about: 'start the service, file sample declarations and show what comes of them' },
  verify: { run: verify, about: 'check the hash chains and compare the facts with what was filed' },
  openapi: { run: writeDocuments, about: 'write the documents of openapi/ anew' },
} as const

const name = process.argv[2] ?? 'serve'
const command = COMMANDS[name as keyof typeof COMMANDS]
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
  command.run(settings.config).catch((error: unknown) => {
    const { message, remedy } = error as { message?: string; remedy?: string }
    console.error(`Khai Báo could not ${name}: ${message ?? String(error)}`)
    if (remedy) console.error(remedy)
    process.exit(1)
  })
}
