import { describe, expect, it } from 'vitest'
import { hashSecret, newClientSecret, secretMatches } from '../../../src/access/client-secrets.ts'

describe('a secret', () => {
  it('matches its own hash, among others too', async () => {
    const secret = newClientSecret()
    const hashes = [await hashSecret('another'), await hashSecret(secret)]
    expect(await secretMatches(secret, hashes)).toBe(true)
    expect(await secretMatches(secret, hashes.slice(1))).toBe(true)
    expect(await secretMatches(secret, hashes.slice(0, 1))).toBe(false)
  })

  it('matches nothing where there is no hash', async () => {
    expect(await secretMatches('', [])).toBe(false)
  })

  it('is hashed with a salt, and its hash does not hold it', async () => {
    const secret = newClientSecret()
    const [one, two] = [await hashSecret(secret), await hashSecret(secret)]
    expect(one).not.toBe(two)
    expect(one).not.toContain(secret)
  })

  it('has 256 bits in characters that need no quoting', () => {
    const secret = newClientSecret()
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(newClientSecret()).not.toBe(secret)
  })
})
