import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { scratchDirectory } from './scratch-directory.ts'

/** A directory of the office's own tables, text by file name; the test deletes it. */
export function officeData(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = scratchDirectory()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  return directory
}

/** The tables that docs/LAW-DATA.md shows, by file name. */
export function documentedTables(): Record<string, string> {
  const page = readFileSync(new URL('../../docs/LAW-DATA.md', import.meta.url), 'utf8')
  return Object.fromEntries([...page.matchAll(/```csv (\S+)\n(.*?)```/gs)].map(([, name, text]) => [name, text]))
}
