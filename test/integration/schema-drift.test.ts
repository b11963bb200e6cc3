import { readdirSync } from 'node:fs'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, inject, it } from 'vitest'
import { execute, freshDatabase } from '../support/database.ts'

const SOURCE = new URL('../../src/', import.meta.url)

/** Every table mirrored in a file named `tables.ts`. */
async function mirrors(): Promise<PgTable[]> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)tables\.ts$/.test(file),
  )
  const modules = await Promise.all(files.map((file) => import(new URL(file, SOURCE).href)))
  return modules.flatMap((module) => Object.values(module)).filter((value): value is PgTable => is(value, PgTable))
}

interface Column {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
}

function mirrored(table: PgTable): Column[] {
  const { columns } = getTableConfig(table)
  return columns.map(({ name, notNull, getSQLType }, index) => ({
    name,
    type: getSQLType.call(columns[index]),
    notNull,
  }))
}

describe('the typed mirror of the tables', () => {
  it('has the columns, types and nullability of the migrated database', async () => {
    const url = await freshDatabase(inject('postgresUrl'))
    const tables = await mirrors()
    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) {
      const { name } = getTableConfig(table)
      const actual = await execute(
        url,
        `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as "notNull"
           from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
        [name],
      )
      expect([name, mirrored(table)]).toEqual([name, actual])
    }
  })
})
