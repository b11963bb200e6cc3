/** Signs with a key of the service (Ed25519, RFC 8032). */
export interface Signer {
  readonly kid: string
  sign(data: Buffer): Buffer
}

/**
 * A JWS in compact form (RFC 7515, RFC 8037). Written out because a receipt is signed with every filing, and Node's
 * synchronous Ed25519 costs half of what WebCrypto's does; that others can read it is tested with a library.
 */
export function signCompact(type: string, claims: unknown, signer: Signer): string {
  const signed = `${part({ alg: 'EdDSA', kid: signer.kid, typ: type })}.${part(claims)}`
  return `${signed}.${signer.sign(Buffer.from(signed)).toString('base64url')}`
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
