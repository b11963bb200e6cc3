import type { Language } from '../rules/rule.ts'
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts'

export interface ProblemDetails {
  readonly detail?: string
  readonly findings?: readonly unknown[]
  readonly errors?: readonly { readonly pointer: string; readonly message: string; readonly code?: string }[]
  readonly notExecuted?: readonly unknown[]
  /** At the token endpoint: what OAuth clients look for (RFC 6749, section 5.2). */
  readonly error?: string
}

/** A problem of the catalogue as RFC 9457 writes it. */
export function problemBody(
  code: ProblemCode,
  language: Language,
  { requestId, instance, ...details }: ProblemDetails & { readonly requestId: string; readonly instance?: string },
) {
  const { status, ...title } = PROBLEMS[code]
  return {
    type: `urn:khai-bao:problem:${code}`,
    title: title[language],
    status,
    ...details,
    ...(instance === undefined ? {} : { instance }),
    code,
    requestId,
  }
}
