import { readdirSync, readFileSync } from 'node:fs'
import { once } from './once.ts'

/** Where the tables of the release lie; the paths are the same from `src` and from `dist`. */
const FOLDERS = {
  reference: new URL('../../src/reference/data/', import.meta.url),
  law: new URL('../../src/law/data/', import.meta.url),
} as const

/** `reference`: code lists and what belongs to them. `law`: limits, constants, calendar, legal texts. */
export type Folder = keyof typeof FOLDERS

/** @throws when the release has no such table. */
export function readBuiltIn(folder: Folder, name: string): string {
  return readFileSync(new URL(`${name}.csv`, FOLDERS[folder]), 'utf8')
}

/** The folder of every table by its name, `vsic-2025` or `exposure-limits/dust`. */
export const builtInTables = once((): ReadonlyMap<string, Folder> => {
  const folders = Object.keys(FOLDERS) as Folder[]
  return new Map(
    folders.flatMap((folder) =>
      readdirSync(FOLDERS[folder], { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.csv'))
        .map((file): [string, Folder] => [tableName(file), folder]),
    ),
  )
})

/** The table a file holds, `exposure-limits/dust` for `exposure-limits\dust.csv`. */
export function tableName(file: string): string {
  return file.replaceAll('\\', '/').replace(/\.csv$/, '')
}
