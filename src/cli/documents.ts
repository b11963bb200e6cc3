import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { describeRules } from '../catalogue/rule-catalogue.ts'
import type { Config } from '../config.ts'
import { listSettings } from '../config.ts'
import { PROBLEMS } from '../http/problem-catalogue.ts'
import { startService } from '../main.ts'
import { codeLists } from '../reference/catalogue.ts'
import { describeStatistics } from '../statistics/describe.ts'

const DIRECTORY = new URL('../../openapi/', import.meta.url)
/** What the committed documents say depends on no setting. */
const AS_COMMITTED = {
  KHAIBAO_SANDBOX: false,
  KHAIBAO_MASTER_KEY: undefined,
  KHAIBAO_TRUSTED_ISSUERS: undefined,
} as const

/** Writes openapi/ anew; with `--check`, only tells whether what is committed is up to date. */
export async function writeDocuments(config: Config): Promise<void> {
  const documents = await makeDocuments(config)
  const check = process.argv.includes('--check')
  const stale = Object.entries(documents).filter(([name, text]) => committed(name) !== text)
  if (!check) for (const [name, text] of stale) writeFileSync(new URL(name, DIRECTORY), text)
  for (const [name] of stale) console.log(`${check ? 'out of date' : 'written'}: ${name.replace('../', '')}`)
  if (check && stale.length > 0) process.exitCode = 1
}

async function makeDocuments(config: Config): Promise<Record<string, string>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'khai-bao-documents-'))
  const service = await startService(
    { ...config, DATABASE_URL: undefined, dataDirectory, PORT: 0, LOG_LEVEL: 'silent', ...AS_COMMITTED },
    (reason) => console.error(reason),
  )
  const document = service.composition.app.swagger()
  await service.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
  const lists = [...codeLists.values()].map((list) => ({
    id: list.id,
    title: list.title,
    basis: list.basis,
    complete: list.complete,
    note: list.note,
    entries: list.entriesOn().length,
    verified: list.entriesOn().filter((entry) => entry.verified).length,
  }))
  return {
    'openapi.yaml': stringify(document, { aliasDuplicateObjects: false, lineWidth: 120 }),
    'rules.json': json(describeRules()),
    'code-lists.json': json(lists),
    'statistics.json': json(describeStatistics()),
    'problems.json': json(PROBLEMS),
    '../docs/SETTINGS.md': settingsPage(),
  }
}

function settingsPage(): string {
  const rows = listSettings().map(
    ({ name, otherwise, description }) => `| \`${name}\` | ${otherwise} | ${description} |`,
  )
  return `${SETTINGS_INTRODUCTION}\n| name | default | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

const SETTINGS_INTRODUCTION = `# Settings

All come from the environment and are checked at start: a wrong one, or a misspelt \`KHAIBAO_...\`, ends the start with a
message and exit code 1. This page is written by \`npm run openapi\`.
`

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function committed(name: string): string | null {
  try {
    return readFileSync(new URL(name, DIRECTORY), 'utf8')
  } catch {
    return null
  }
}
