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
  /** Confirmations that no warning asks for: told to the filer, who meant something by them, and refusing nothing. */
  readonly idle: readonly ShapeError[]
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
    return {
      judged: null,
      errors,
      findings: [],
      notExecuted: [],
      defects: [],
      unconfirmed: [],
      confirmed: [],
      idle: [],
    }
  }
  const body = kind.complete(value, mintId)
  const known = await lookUp(body)
  const facts = await kind.facts(body, { ...context, known }, annexes)
  const { explained, ...evaluation } = await evaluate(kind.rules, facts, {
    invalid: errors.map(({ pointer }) => pointer),
    absent,
  })
  const warnings = evaluation.findings.filter((finding) => finding.kind === 'warning')
  const given = body.confirmations ?? []
  const confirmed = given.filter((confirmation) => warnings.some((warning) => confirms(confirmation, warning)))
  const undecided = new Set(evaluation.notExecuted.map(({ rule }) => rule))
  return {
    ...evaluation,
    judged: { body, facts, known },
    errors: errors.filter(({ pointer }) => !explained.has(pointer)),
    unconfirmed: warnings.filter((warning) => !confirmed.some((given) => confirms(given, warning))),
    confirmed,
    idle: given.flatMap((confirmation, index) =>
      confirmed.includes(confirmation) || undecided.has(confirmation.rule) ? [] : [idle(confirmation, index, warnings)],
    ),
  }
}

export function confirms(
  { rule, pointer }: Pick<Confirmation, 'rule' | 'pointer'>,
  warning: Pick<Finding, 'rule' | 'pointer'>,
): boolean {
  return rule === warning.rule && pointer === warning.pointer
}

function idle({ rule, pointer }: Confirmation, index: number, warnings: readonly Finding[]): ShapeError {
  const ofRule = warnings.filter((warning) => warning.rule === rule).map((warning) => `"${warning.pointer}"`)
  const places = ofRule.slice(0, MOST_TOLD).join(', ')
  return {
    pointer: `/confirmations/${index}`,
    code: 'confirms-nothing',
    message:
      ofRule.length === 0
        ? {
            vi: `Tờ khai không có cảnh báo ${rule}, nên không có gì để xác nhận: bỏ mục này, hoặc kiểm tra lại mã của cảnh báo.`,
            en: `There is no warning ${rule}, so there is nothing to confirm: leave this out, or check the id of the warning.`,
          }
        : {
            vi: `Không có cảnh báo ${rule} ở vị trí "${pointer}"; cảnh báo này nằm ở ${places}: sửa pointer đúng như trong cảnh báo.`,
            en: `There is no warning ${rule} at "${pointer}"; it stands at ${places}: give the pointer of the warning as it is.`,
          },
  }
}

const MOST_TOLD = 5

/** Why a filing is refused; null when it may be stored. */
export function refusalOf(judgement: Judgement<unknown, unknown>): 'validation-failed' | 'warnings-unconfirmed' | null {
  const impossible = judgement.findings.some((finding) => finding.kind === 'error')
  if (judgement.judged === null || judgement.errors.length > 0 || impossible) return 'validation-failed'
  return judgement.unconfirmed.length > 0 ? 'warnings-unconfirmed' : null
}
