import { appliesOn, type Citation, describeCitation } from '../law/citation.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Finding, NotExecuted } from './evaluate.ts'
import type { FindingKind, Language, Param, Params, Text } from './rule.ts'

/** The citation itself, and how a lawyer would write it. */
export type PresentedCitation = Citation & { readonly text: string }

/** A finding as the outside sees it. */
export interface PresentedFinding {
  readonly rule: string
  readonly kind: FindingKind
  readonly pointer: string
  readonly message: string
  readonly citations: readonly PresentedCitation[]
  readonly legalDate: LegalDate
  readonly fix?: string
}

export interface PresentedNotExecuted {
  readonly rule: string
  readonly reason: string
  readonly because: readonly string[]
}

/** What the catalogue must tell about a rule for its findings to be shown. */
export interface RuleTexts {
  readonly citations: readonly Citation[]
  readonly message: Text
  readonly fix?: Text
}

export function fill(template: string, params: Params | undefined, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const param = params?.[name]
    return param === undefined ? whole : written(param, language)
  })
}

/** As people write it: days in Vietnamese as 22/11/2026, numbers with their separators, names in the language. */
export function written(param: Param, language: Language): string {
  if (typeof param === 'number') return NUMBERS[language].format(param)
  if (typeof param === 'object') return param[language]
  return language === 'vi' ? param.replace(DAY, '$3/$2/$1') : param
}

/** A day, with or without the time that follows it. */
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?=$| \d{2}:\d{2}$)/
/** Years are told by numbers too, so four digits stay together. */
const GROUPED = { useGrouping: 'min2', maximumFractionDigits: 15 } as const
const NUMBERS = { vi: new Intl.NumberFormat('vi-VN', GROUPED), en: new Intl.NumberFormat('en-GB', GROUPED) }

export function presentFinding(finding: Finding, rule: RuleTexts, language: Language): PresentedFinding {
  const fix = finding.fix ?? rule.fix
  return {
    rule: finding.rule,
    kind: finding.kind,
    pointer: finding.pointer,
    message: fill(rule.message[language], finding.params, language),
    citations: (finding.citations ?? rule.citations)
      // A finding cites only what was law on its day.
      .filter((citation) => appliesOn(citation, finding.legalDate))
      .map((citation) => presentCitation(citation, language)),
    legalDate: finding.legalDate,
    ...(fix === undefined ? {} : { fix: fill(fix[language], finding.params, language) }),
  }
}

export function presentCitation(citation: Citation, language: Language): PresentedCitation {
  const known = presented[language].get(citation)
  if (known !== undefined) return known
  const shown = { ...citation, text: describeCitation(citation, language) }
  presented[language].set(citation, shown)
  return shown
}

/** Citations stand in the source code; each is shown a million times. */
const presented = { vi: new WeakMap<Citation, PresentedCitation>(), en: new WeakMap<Citation, PresentedCitation>() }

const REASONS: Record<NotExecuted['reason'], Text> = {
  'invalid-input': { vi: 'dữ liệu đầu vào không hợp lệ', en: 'an input is invalid' },
  'fact-not-at-hand': { vi: 'chưa có dữ kiện cần thiết', en: 'a fact it needs is not at hand' },
  'rule-failed': { vi: 'lỗi của hệ thống, hồ sơ chờ xem xét', en: 'a defect of ours; the filing waits for review' },
}

export function presentNotExecuted(item: NotExecuted, language: Language): PresentedNotExecuted {
  return { rule: item.rule, reason: REASONS[item.reason][language], because: item.because }
}
