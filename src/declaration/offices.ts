import type { Role } from '../access/caller.ts'
import type { Citation } from '../law/citation.ts'
import type { Text } from '../rules/rule.ts'

export const REVIEWERS = ['labour-office', 'health-office'] as const
export type Reviewer = (typeof REVIEWERS)[number]

/** Which offices a declaration is for. */
export interface Offices {
  /** Those that return and accept it; none where it goes to nobody who works with this register. */
  readonly reviewers: readonly Reviewer[]
  /** Roles that see the whole of what lies in their jurisdiction; all others see it without persons. */
  readonly wholeFor: readonly Role[]
  /** What sends it there. */
  readonly citations: readonly Citation[]
}

export const REVIEWER_NAMES: Readonly<Record<Reviewer, Text>> = {
  'labour-office': { vi: 'cơ quan quản lý lao động (Sở Nội vụ)', en: 'the labour office' },
  'health-office': { vi: 'cơ quan y tế (Sở Y tế)', en: 'the health office' },
}
