import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { headerOf } from './authentication.ts'
import { ProblemError } from './problems.ts'

export function etagOf(version: number): string {
  return `"${version}"`
}

/** A tag of what is shown, for answers that are their own version. */
export function contentTag(content: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`
}

/**
 * The version the caller last read, from If-Match.
 * @throws ProblemError 428 when it is missing, 400 when it is no tag of ours.
 */
export function expectedVersion(request: FastifyRequest): number {
  const header = headerOf(request, 'if-match')
  if (header === null) throw new ProblemError('if-match-missing')
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw new ProblemError('invalid-request', badHeader('if-match', '"3"'))
  return Number(version)
}

const KEY = /^[\x21-\x7e]{1,255}$/

/** @throws ProblemError 400 when it is missing or malformed. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = headerOf(request, 'idempotency-key')
  if (key === null) throw new ProblemError('idempotency-key-missing')
  if (!KEY.test(key)) throw new ProblemError('invalid-request', badHeader('idempotency-key', 'b3f0c1a2-2026-05'))
  return key
}

function badHeader(name: string, example: string) {
  return { errors: [{ pointer: `/headers/${name}`, code: 'invalid-header', message: `→ ${example}` }] }
}

/** Why personal data are read. Header values are ASCII, so Vietnamese may be sent percent-encoded. */
export function purposeOf(request: FastifyRequest): string | null {
  const header = headerOf(request, 'x-purpose')
  if (header === null) return null
  const purpose = decoded(header).slice(0, 500)
  if (purpose.includes('\0')) throw new ProblemError('invalid-request', badHeader('x-purpose', 'doi-chieu-ho-so'))
  return purpose
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Answers 304 when the caller already has what `tag` names; true when it did. */
export function answeredNotModified(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag)
  if (
    headerOf(request, 'if-none-match')
      ?.split(/\s*,\s*/)
      .includes(tag) !== true
  )
    return false
  reply.code(304).send()
  return true
}
