import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

const DIRECTORY = new URL('../../migrations/', import.meta.url)
/** Any constant will do, as long as every server of the project uses the same. */
const ADVISORY_LOCK = 20_160_701

/** A migration that was applied has another text now: forward-only means it must never change. */
export class MigrationChanged extends Error {
  constructor(name: string) {
    super(`migration ${name} was changed after it was applied; add a new migration instead`)
  }
}

/** Applies what is missing, in order, one transaction each; servers starting together wait for one another. */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'khai-bao-migrator' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration',
    )
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    const fresh: string[] = []
    for (const name of readdirSync(DIRECTORY)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const sql = readFileSync(new URL(name, DIRECTORY), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const known = applied.get(name)
      if (known === checksum) continue
      if (known !== undefined) throw new MigrationChanged(name)
      await apply(client, name, sql, checksum)
      fresh.push(name)
    }
    return fresh
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
