import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

/** AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
const NONCE = 12
const TAG = 16

/** What was sealed was changed, or another key was used. */
export class Unsealable extends Error {}

export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws Unsealable */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  } catch (error) {
    throw new Unsealable('a sealed value does not open with this key', { cause: error })
  }
}

/** The master key and what is derived from it, each for one use only. */
export interface MasterKey {
  wrap(dataKey: Buffer, tenantId: string): Buffer
  unwrap(wrapped: Buffer, tenantId: string): Buffer
  sealSecret(plain: Buffer, context: string): Buffer
  unsealSecret(sealed: Buffer, context: string): Buffer
  /** The same value always gives the same pseudonym, and nobody without the key can try values. */
  pseudonym(domain: string, value: string): Buffer
  /** Recognises the key without telling it. */
  readonly checkValue: Buffer
}

export function masterKey(secret: Buffer): MasterKey {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `khai-bao/${use}`, 32))
  const wrapping = derive('wrap')
  const secrets = derive('secrets')
  const pseudonyms = createSecretKey(derive('pseudonyms'))
  return {
    wrap: (dataKey, tenantId) => seal(wrapping, dataKey, `tenant/${tenantId}`),
    unwrap: (wrapped, tenantId) => unseal(wrapping, wrapped, `tenant/${tenantId}`),
    sealSecret: (plain, context) => seal(secrets, plain, context),
    unsealSecret: (sealed, context) => unseal(secrets, sealed, context),
    pseudonym: (domain, value) => createHmac('sha256', pseudonyms).update(`${domain}\0${value}`).digest(),
    checkValue: createHash('sha256').update(derive('check')).digest(),
  }
}

export function newDataKey(): Buffer {
  return randomBytes(32)
}
