import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { execute, withDatabaseName } from './database.ts'
import { removeDirectory, scratchDirectory } from './scratch-directory.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/** One embedded PostgreSQL for the run; every test file works on a copy of a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = scratchDirectory()
  const postgres = await startEmbeddedPostgres({
    directory: join(directory, 'postgres'),
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '120' },
  })
  await execute(postgres.url, 'create database template_khaibao')
  await migrate(withDatabaseName(postgres.url, 'template_khaibao'))
  project.provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await removeDirectory(directory)
  }
}
