import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose'
import type { MasterKey } from '../platform/cipher.ts'
import type { Database } from '../platform/database.ts'
import type { Signer } from '../platform/jws.ts'
import { statement } from '../platform/statements.ts'

const selectKeys = statement(
  'signing-keys',
  'select kid, public_jwk, sealed_private, retired_at from signing_key order by created_at, kid',
)
const insertKey = statement(
  'signing-key-first',
  `insert into signing_key (kid, algorithm, public_jwk, sealed_private) values ($1, 'EdDSA', $2, $3)
   on conflict do nothing`,
)

export interface SigningKeys {
  readonly signer: Signer
  /** Retired keys too: what they signed can still be checked. */
  publicJwks(): JSONWebKeySet
  publicKey(kid: string): KeyObject | null
}

interface KeyRow {
  readonly kid: string
  readonly public_jwk: JWK
  readonly sealed_private: Buffer
  readonly retired_at: Date | null
}

/** The keys of this database; the first start makes one. Servers that start at once end up with the same. */
export async function loadSigningKeys({
  database,
  master,
}: {
  database: Database
  master: MasterKey
}): Promise<SigningKeys> {
  let rows = await database.run<KeyRow>(selectKeys)
  if (!rows.some(isActive)) {
    await createKey(database, master)
    rows = await database.run<KeyRow>(selectKeys)
  }
  const active = rows.find(isActive)
  if (active === undefined) throw new Error('the database has no signing key, although one was just made')

  const privateKey = createPrivateKey({
    key: master.unsealSecret(active.sealed_private, sealingContext(active.kid)),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKeys = new Map(rows.map((row) => [row.kid, createPublicKey({ key: row.public_jwk, format: 'jwk' })]))
  const jwks = { keys: rows.map((row) => ({ ...row.public_jwk, kid: row.kid, use: 'sig', alg: 'EdDSA' })) }
  return {
    signer: { kid: active.kid, sign: (data) => sign(null, data, privateKey) },
    publicJwks: () => jwks,
    publicKey: (kid) => publicKeys.get(kid) ?? null,
  }
}

function isActive(row: KeyRow): boolean {
  return row.retired_at === null
}

async function createKey(database: Database, master: MasterKey): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const jwk = publicKey.export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(jwk)
  const sealed = master.sealSecret(privateKey.export({ format: 'der', type: 'pkcs8' }), sealingContext(kid))
  await database.run(insertKey, [kid, JSON.stringify(jwk), sealed])
}

function sealingContext(kid: string): string {
  return `signing-key/${kid}`
}
