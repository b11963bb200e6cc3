import { describe, expect, it } from 'vitest'
import { readTrustedIssuers } from '../../../src/access/trusted-issuers.ts'

const ISSUER = { issuer: 'https://id.example', audience: 'khai-bao', jwksUri: 'https://id.example/jwks' }

describe('the setting of trusted issuers', () => {
  it('may be left out', () => {
    expect(readTrustedIssuers(undefined)).toEqual([])
  })

  it('names the claims that differ from the usual ones', () => {
    const [issuer] = readTrustedIssuers(JSON.stringify([{ ...ISSUER, claims: { role: 'vai_tro' } }]))
    expect(issuer?.claims).toMatchObject({ role: 'vai_tro', jurisdiction: 'jurisdiction', actor: 'actor' })
  })

  it.each([
    ['not JSON', '{', 'not JSON'],
    ['not a list', JSON.stringify(ISSUER), 'array'],
    ['without audience', JSON.stringify([{ ...ISSUER, audience: undefined }]), 'audience'],
    ['with keys from a file', JSON.stringify([{ ...ISSUER, jwksUri: 'file:///etc/keys' }]), 'jwksUri'],
    ['with a misspelt member', JSON.stringify([{ ...ISSUER, jwksURI: 'x' }]), 'jwksURI'],
  ])('that is %s stops the start and says why', (_what, setting, word) => {
    expect(() => readTrustedIssuers(setting)).toThrow(word)
  })
})
