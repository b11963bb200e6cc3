import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { currentUnit, lineage, reachOf, type UnitRef } from '../../src/reference/administrative-units.ts'

/** Columns that the fact rows of every kind have: one act, filed and in force, at a place. */
export function commonColumns(place: UnitRef = { scheme: 'VN-2025', code: '01849' }) {
  const then = lineage(place)
  const now = currentUnit(place)
  return {
    tenant_id: randomUUID(),
    declaration_id: randomUUID(),
    seq: 1,
    revision: 1,
    status: 'filed',
    counted: true,
    recorded_at: new Date('2026-06-01T00:00:00Z'),
    filed_at: new Date('2026-06-01T00:00:00Z'),
    client_id: randomUUID(),
    unit_scheme: place.scheme,
    province: then?.province ?? null,
    district: then?.district ?? null,
    commune: then?.commune ?? null,
    current_province: now.province,
    current_commune: now.commune,
    reach: [...reachOf(place)],
    office_reach: [],
    establishment: 'Công ty Mẫu',
    search_text: 'cong ty mau',
    on_behalf: false,
    breaches: 0,
  }
}

/** Writes rows as the owner of the tables; filing writes the same rows. */
export async function insertRows(
  ownerUrl: string,
  tables: Readonly<Record<string, readonly unknown[]>>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const [table, rows] of Object.entries(tables)) {
      await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ])
    }
  } finally {
    await client.end()
  }
}
