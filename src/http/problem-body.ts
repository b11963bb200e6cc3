import type { Language, Text } from '../rules/rule.ts'
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts'
import { REMEDIES } from './problem-remedies.ts'

/** Texts in both languages are told in that of the request. */
export interface ProblemDetails {
  readonly detail?: string | Text
  readonly findings?: readonly unknown[]
  readonly errors?: readonly ProblemErrorItem[]
  readonly notExecuted?: readonly unknown[]
  /** At the token endpoint: what OAuth clients look for (RFC 6749, section 5.2). */
  readonly error?: string
}

interface ProblemErrorItem {
  readonly pointer: string
  readonly message: string | Text
  readonly code?: string
}

/** A problem of the catalogue as RFC 9457 writes it; `detail` says how to mend it. */
export function problemBody(
  code: ProblemCode,
  language: Language,
  {
    requestId,
    instance,
    detail = REMEDIES[code],
    errors,
    ...others
  }: ProblemDetails & { readonly requestId: string; readonly instance?: string },
) {
  const { status, ...title } = PROBLEMS[code]
  const told = (text: string | Text) => (typeof text === 'string' ? text : text[language])
  return {
    type: `urn:khai-bao:problem:${code}`,
    title: title[language],
    status,
    ...(detail === undefined ? {} : { detail: told(detail) }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => ({ ...error, message: told(error.message) })) }),
    ...others,
    ...(instance === undefined ? {} : { instance }),
    code,
    requestId,
  }
}
