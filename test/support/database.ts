import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Runs one statement on a connection of its own. */
export async function execute(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

export function withDatabaseName(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

/** A fresh, migrated database; its owner's URL. */
export async function freshDatabase(serverUrl: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await execute(serverUrl, `create database ${name} template template_khaibao`)
  return withDatabaseName(serverUrl, name)
}
