import { type MasterKey, masterKey } from '../platform/cipher.ts'
import type { Database } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import {
  createMasterKeyFile,
  MasterKeyUnusable,
  masterKeyPath,
  readMasterKeyFile,
  secretOf,
} from './master-key-file.ts'

const selectCheck = statement('master-key-check', 'select check_value from master_key_check')
const insertCheck = statement(
  'master-key-check-first',
  'insert into master_key_check (check_value) values ($1) on conflict do nothing',
)

export interface MasterKeyOrigin {
  readonly database: Database
  /** The setting KHAIBAO_MASTER_KEY; it wins over the file. */
  readonly hex?: string
  /** Where `master.key` lies. */
  readonly directory: string
}

/**
 * The key this database was written with. Only for a database that has none yet is a key made.
 * @throws MasterKeyUnusable, saying what to do: what was sealed with one key never opens with another.
 */
export async function loadMasterKey({ database, hex, directory }: MasterKeyOrigin): Promise<MasterKey> {
  const known = await checkValueOf(database)
  const given = hex === undefined ? await readMasterKeyFile(directory) : secretOf(hex, 'KHAIBAO_MASTER_KEY')
  if (given === null && known !== null) {
    throw new MasterKeyUnusable(
      `this database was written with a master key, and there is none in ${masterKeyPath(directory)}`,
      'Put the file back, or set KHAIBAO_MASTER_KEY to the key.',
    )
  }
  const key = masterKey(given ?? (await createMasterKeyFile(directory)))
  if (known === null) await database.run(insertCheck, [key.checkValue])
  // Read again: of two servers that start at once, one has its value stored.
  if ((await checkValueOf(database))?.equals(key.checkValue)) return key
  const origin = hex === undefined ? masterKeyPath(directory) : 'KHAIBAO_MASTER_KEY'
  throw new MasterKeyUnusable(
    `the key in ${origin} is not the one this database was written with`,
    'Give the server the key that belongs to the database, or the database that belongs to the key.',
  )
}

async function checkValueOf(database: Database): Promise<Buffer | null> {
  const [row] = await database.run<{ check_value: Buffer }>(selectCheck)
  return row?.check_value ?? null
}
