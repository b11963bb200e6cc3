import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Text } from '../rules/rule.ts'
import { callerOf, headerOf } from './authentication.ts'
import type { ProblemDetails } from './problem-body.ts'
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
  if (version === undefined) throw new ProblemError('invalid-request', badHeader('if-match', IF_MATCH))
  return Number(version)
}

/** What `stale` is told with where the version on record is at hand. */
export function standsAt(request: FastifyRequest, version: number): ProblemDetails {
  const tag = etagOf(version)
  const sent = headerOf(request, 'if-match')
  // It was overtaken after it was read, so what was read is no longer what stands.
  if (sent === null || sent.endsWith(tag)) return {}
  return {
    detail: {
      vi: `Bản ghi nay có ETag ${tag}. Đọc lại (GET), sửa trên bản đó rồi gửi lại với If-Match: ${tag}.`,
      en: `The record stands at ETag ${tag} now. Read it again (GET), change what stands, and send that with If-Match: ${tag}.`,
    },
  }
}

const KEY = /^[\x21-\x7e]{1,255}$/

/** @throws ProblemError 400 when it is missing or malformed. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = headerOf(request, 'idempotency-key')
  if (key === null) throw new ProblemError('idempotency-key-missing')
  if (!KEY.test(key)) throw new ProblemError('invalid-request', badHeader('idempotency-key', IDEMPOTENCY_KEY))
  return key
}

function badHeader(name: string, message: Text) {
  return { errors: [{ pointer: `/headers/${name}`, code: 'invalid-header', message }] }
}

const IF_MATCH: Text = {
  vi: 'If-Match là ETag của bản ghi như đã đọc (GET), một số trong dấu ngoặc kép: If-Match: "3".',
  en: 'If-Match is the ETag of the record as it was read (GET), a number in quotes: If-Match: "3".',
}
const IDEMPOTENCY_KEY: Text = {
  vi: 'Idempotency-Key gồm 1 đến 255 ký tự ASCII, không có dấu cách và không có dấu tiếng Việt, ví dụ b3f0c1a2-2026-05.',
  en: 'Idempotency-Key has 1 to 255 ASCII characters and no space among them, such as b3f0c1a2-2026-05.',
}
const PURPOSE: Text = {
  vi: 'X-Purpose là một câu chữ; bỏ ký tự %00.',
  en: 'X-Purpose is a text; leave out %00.',
}
const NO_SCOPE: Text = {
  vi: 'Đọc dữ liệu cá nhân (X-Purpose) cần mã truy cập có phạm vi personal:read: xin mã mới với phạm vi đó, hoặc bỏ tiêu đề X-Purpose để đọc phần còn lại.',
  en: 'Reading personal data (X-Purpose) needs a token with the scope personal:read: ask for one, or leave out X-Purpose to read the rest.',
}

/**
 * Why personal data are read; null when they are not. Header values are ASCII, so Vietnamese may be percent-encoded.
 * @throws ProblemError 403 when the caller lacks the scope to read them.
 */
export function purposeOf(request: FastifyRequest): string | null {
  const header = headerOf(request, 'x-purpose')
  if (header === null) return null
  if (!callerOf(request).scopes.has('personal:read')) throw new ProblemError('forbidden', { detail: NO_SCOPE })
  const purpose = decoded(header).slice(0, 500)
  if (purpose.includes('\0')) throw new ProblemError('invalid-request', badHeader('x-purpose', PURPOSE))
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
