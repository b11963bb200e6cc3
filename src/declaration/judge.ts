import type { ShapeError } from '../http/shape-errors.ts'
import { type Evaluation, evaluate, type Finding } from '../rules/evaluate.ts'
import type { Dated } from '../rules/rule.ts'
import type { FilingContext } from './filing-context.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { parseLeniently } from './parse.ts'
import type { Confirmation } from './schema-parts.ts'

/** What the law says of one filing. Filing and validating only take it from here, so they cannot disagree. */
export interface Judgement<B, F> extends Pick<Evaluation, 'findings' | 'notExecuted' | 'defects'> {
  /** Null when the outermost shape is wrong. */
  readonly judged: { readonly body: B; readonly facts: F } | null
  /** Shape errors that no rule has put in its own words. */
  readonly errors: readonly ShapeError[]
  /** Warnings that the filer has not confirmed with a reason. */
  readonly unconfirmed: readonly Finding[]
  readonly confirmed: readonly Confirmation[]
}

export interface JudgeOptions {
  readonly context: FilingContext
  /** Facts that are not at hand: `register`, `history`. */
  readonly absent: ReadonlySet<string>
  readonly mintId: () => string
}

export function judge<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  raw: unknown,
  { context, absent, mintId }: JudgeOptions,
): Judgement<B, F> {
  const { value, errors } = parseLeniently(kind.schema, raw)
  if (value === null) {
    return { judged: null, errors, findings: [], notExecuted: [], defects: [], unconfirmed: [], confirmed: [] }
  }
  const body = kind.complete(value, mintId)
  const facts = kind.facts(body, context)
  const { explained, ...evaluation } = evaluate(kind.rules, facts, {
    invalid: errors.map(({ pointer }) => pointer),
    absent,
  })
  const warnings = evaluation.findings.filter((finding) => finding.kind === 'warning')
  const confirmed = (body.confirmations ?? []).filter((given) => warnings.some((warning) => confirms(given, warning)))
  return {
    ...evaluation,
    judged: { body, facts },
    errors: errors.filter(({ pointer }) => !explained.has(pointer)),
    unconfirmed: warnings.filter((warning) => !confirmed.some((given) => confirms(given, warning))),
    confirmed,
  }
}

function confirms(given: Confirmation, warning: Finding): boolean {
  return given.rule === warning.rule && given.pointer === warning.pointer
}

/** Why a filing is refused; null when it may be stored. */
export function refusalOf(judgement: Judgement<unknown, unknown>): 'validation-failed' | 'warnings-unconfirmed' | null {
  const impossible = judgement.findings.some((finding) => finding.kind === 'error')
  if (judgement.judged === null || judgement.errors.length > 0 || impossible) return 'validation-failed'
  return judgement.unconfirmed.length > 0 ? 'warnings-unconfirmed' : null
}
