import { presentShapeErrors } from '../http/shape-errors.ts'
import type { Finding, NotExecuted } from '../rules/evaluate.ts'
import {
  type PresentedFinding,
  type PresentedNotExecuted,
  presentFinding,
  presentNotExecuted,
} from '../rules/present.ts'
import type { Language, Rule } from '../rules/rule.ts'
import { confirms, type Judgement } from './judge.ts'
import type { AnyKind } from './kind.ts'

type HasRules = Pick<AnyKind, 'rules'>

/** A judgement as the outside sees it, in one language. */
export interface PresentedJudgement {
  readonly findings: readonly JudgedFinding[]
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[]
  readonly notExecuted: readonly PresentedNotExecuted[]
}

/** Of a warning: whether it came with its confirmation. */
type JudgedFinding = PresentedFinding & { readonly confirmed?: true }

export function presentJudgement(
  kind: HasRules,
  judgement: Pick<Judgement<unknown, unknown>, 'findings' | 'errors' | 'notExecuted' | 'confirmed' | 'idle'>,
  language: Language,
): PresentedJudgement {
  const { confirmed } = judgement
  return {
    findings: presentFindings(kind, judgement.findings, language).map((finding) =>
      confirmed.some((given) => confirms(given, finding)) ? { ...finding, confirmed: true } : finding,
    ),
    errors: presentShapeErrors([...judgement.errors, ...judgement.idle], language),
    notExecuted: judgement.notExecuted.map((item) => presentNotExecuted(item, language)),
  }
}

/** Findings kept for years are shown with the words the catalogue has now; rule ids never change their meaning. */
export function presentFindings(kind: HasRules, findings: readonly Finding[], language: Language): PresentedFinding[] {
  const rules = rulesById(kind)
  return findings.flatMap((finding) => {
    const rule = rules.get(finding.rule)
    return rule === undefined ? [] : [presentFinding(finding, rule, language)]
  })
}

export function presentNotExecutedList(items: readonly NotExecuted[], language: Language): PresentedNotExecuted[] {
  return items.map((item) => presentNotExecuted(item, language))
}

const index = new WeakMap<object, ReadonlyMap<string, Rule<never>>>()

function rulesById(kind: HasRules): ReadonlyMap<string, Rule<never>> {
  const known = index.get(kind.rules)
  if (known !== undefined) return known
  const made = new Map<string, Rule<never>>(kind.rules.rules.map((rule: Rule<never>) => [rule.id, rule]))
  index.set(kind.rules, made)
  return made
}
