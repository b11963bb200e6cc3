import type { AnyKind } from '../declaration/kind.ts'
import type { Citation } from '../law/citation.ts'
import type { Rule, Text } from '../rules/rule.ts'

export interface RuleText {
  readonly message: Text
  readonly citations: readonly Citation[]
}

/** What the catalogue says of each rule, its values left open; rules of several kinds say the same. */
export function ruleTexts(kinds: readonly Pick<AnyKind, 'rules'>[]): ReadonlyMap<string, RuleText> {
  return new Map(
    kinds.flatMap(({ rules }) =>
      rules.rules.map(
        ({ id, message, citations }: Rule<never>) => [id, { message: open(message), citations }] as const,
      ),
    ),
  )
}

function open({ vi, en }: Text): Text {
  const without = (text: string) => text.replace(/\{\w+\}/g, '…')
  return { vi: without(vi), en: without(en) }
}
