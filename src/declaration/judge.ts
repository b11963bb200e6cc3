import type { ShapeError } from '../http/shape-errors.ts'
import { type Evaluation, evaluate, type Finding } from '../rules/evaluate.ts'
import type { Dated } from '../rules/rule.ts'
import type { Annex } from './annex.ts'
import type { FilingContext } from './filing-context.ts'
import type { FilingEnvelope, Judged } from './kind.ts'
import { parseLeniently } from './parse.ts'
import type { Confirmation } from './schema-parts.ts'

/** What the law says of one filing. Filing and validating only take it from here, so they cannot disagree. */
export interface Judgement<B, F, K = unknown> extends Pick<Evaluation, 'findings' | 'notExecuted' | 'defects'> {
  /** Null when the outermost shape is wrong. */
  readonly judged: { readonly body: B; readonly facts: F; readonly known: K } | null
  /** Shape errors that no rule has put in its own words. */
  readonly errors: readonly ShapeError[]
  /** Warnings that the filer has not confirmed with a reason. */
  readonly unconfirmed: readonly Finding[]
  readonly confirmed: readonly Confirmation[]
}

export interface JudgeOptions<B, K> {
  /** Without what the kind looks up. */
  readonly context: Omit<FilingContext<K>, 'known'>
  /** What the kind looks up for the body once its shape is known. */
  readonly lookUp: (body: B) => Promise<K>
  /** What acts added to the declaration so far. */
  readonly annexes?: readonly Annex[]
  /** Facts that are not at hand: `register`, `history`. */
  readonly absent: ReadonlySet<string>
  readonly mintId: () => string
}

export async function judge<B extends FilingEnvelope, F extends Dated, K>(
  kind: Judged<B, F, K>,
  raw: unknown,
  { context, lookUp, annexes = [], absent, mintId }: JudgeOptions<B, K>,
): Promise<Judgement<B, F, K>> {
  const { value, errors } = await parseLeniently<B>(kind.schema, kind.longArrays, raw)
  if (value === null) {
    return { judged: null, errors, findings: [], notExecuted: [], defects: [], unconfirmed: [], confirmed: [] }
  }
  const body = kind.complete(value, mintId)
  const known = await lookUp(body)
  const facts = await kind.facts(body, { ...context, known }, annexes)
  const { explained, ...evaluation } = await evaluate(kind.rules, facts, {
    invalid: errors.map(({ pointer }) => pointer),
    absent,
  })
  const warnings = evaluation.findings.filter((finding) => finding.kind === 'warning')
  const confirmed = (body.confirmations ?? []).filter((given) => warnings.some((warning) => confirms(given, warning)))
  return {
    ...evaluation,
    judged: { body, facts, known },
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
