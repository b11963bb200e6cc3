import { execFile, execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parametersOf, type Written } from './direct-writes.ts'

/** Whether the program is installed here. */
export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Calls a second of the same write, with new ids made by the server. */
export async function pgbenchRate(
  url: string,
  directory: string,
  written: Written,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const script = join(directory, 'file-accident.sql')
  writeFileSync(script, scriptOf(written))
  const { stdout } = await promisify(execFile)(
    'pgbench',
    ['-n', '-M', 'simple', '-c', String(connections), '-j', '1', '-T', String(seconds), '-f', script, url],
    { env: { ...process.env, PGOPTIONS: '-c role=khaibao_app' } },
  )
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN)
}

function scriptOf(written: Written): string {
  const [act, body, sealed, response, accident, victims] = parametersOf(written)
  const id = (JSON.parse(String(act)) as { declaration_id: string }).declaration_id
  const quote = (text: unknown) => `'${String(text).replaceAll("'", "''").replaceAll('\n', ' ')}'`
  // pgbench replaces :name outside quotes only, so ids are put in by the server.
  const renamed = (text: unknown) => `replace(${quote(text)}, '${id}', n.id::text)::json`
  const hashed = ['content_hash', 'content_key', 'request_hash', 'hash'].reduce(
    (json, key) =>
      `jsonb_set(${json}, '{${key}}', to_jsonb('\\x' || encode(sha256(gen_random_uuid()::text::bytea), 'hex')))`,
    `jsonb_set(${renamed(act)}::jsonb, '{idempotency_key}', to_jsonb(gen_random_uuid()))`,
  )
  return [
    'with n as (select gen_random_uuid() as id)',
    `select f.outcome from n, file_accident((${hashed})::json, ${quote(body)}::json, '\\x${(sealed as Buffer).toString('hex')}',`,
    `${quote(response)}, ${renamed(accident)}, ${renamed(victims)}) f;`,
  ].join(' ')
}
