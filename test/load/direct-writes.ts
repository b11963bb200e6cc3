import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Json } from './service-under-load.ts'

const CALL = {
  name: 'bench-file-accident',
  text: 'select outcome from file_accident($1, $2, $3, $4, $5, $6)',
}

/** What one filing through HTTP wrote, to be written again under other ids: the same shape and size. */
export interface Written {
  readonly act: Json
  readonly body: string
  readonly sealed: Buffer
  readonly response: string
  readonly accident: Json
  readonly victims: readonly Json[]
}

export async function readWritten(pool: pg.Pool): Promise<Written> {
  const { rows } = await pool.query(`
    select row_to_json(a) as act, a.body::text as body, a.sealed, a.response, row_to_json(f) as accident,
           (select json_agg(v) from accident_victim_fact v where (v.tenant_id, v.declaration_id, v.seq) = (a.tenant_id, a.declaration_id, a.seq)) as victims
      from declaration_act a join accident_fact f using (tenant_id, declaration_id, seq)
     limit 1`)
  const { act, ...rest } = rows[0]
  const { body: _body, sealed: _sealed, response: _response, xid: _xid, ...header } = act
  return { act: header, ...rest }
}

/** The parameters of one call: nothing of another call but the tenant. */
export function parametersOf(written: Written): unknown[] {
  const declarationId = randomUUID()
  const hash = () => `\\x${randomBytes(32).toString('hex')}`
  return [
    JSON.stringify({
      ...written.act,
      declaration_id: declarationId,
      content_hash: hash(),
      content_key: hash(),
      request_hash: hash(),
      hash: hash(),
      idempotency_key: randomUUID(),
    }),
    written.body,
    written.sealed,
    written.response,
    JSON.stringify({ ...written.accident, declaration_id: declarationId }),
    JSON.stringify(written.victims.map((victim) => ({ ...victim, declaration_id: declarationId }))),
  ]
}

/** A plain pool that calls the write function as the application's role does. */
export function directPool(url: string, connections: number): pg.Pool {
  return new pg.Pool({ connectionString: url, max: connections, options: '-c role=khaibao_app' })
}

export async function writeDirectly(pool: pg.Pool, written: Written): Promise<void> {
  const { rows } = await pool.query({ ...CALL, values: parametersOf(written) })
  if (rows[0]?.outcome !== 'written') throw new Error(`not written: ${rows[0]?.outcome}`)
}
