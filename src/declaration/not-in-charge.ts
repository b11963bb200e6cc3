import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import { countedFacts } from './change.ts'
import type { DeclarationDeps } from './deps.ts'
import type { AnyKind } from './kind.ts'
import { REVIEWER_NAMES } from './offices.ts'
import type { DeclarationRecord } from './record.ts'

/** Why an office that may read a declaration decides nothing about it: which office does, where, and by which article. */
export async function notInCharge(
  kind: AnyKind,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  language: Language,
): Promise<{ readonly detail: string }> {
  const { facts } = await countedFacts(kind, deps, record, record.state.inForce ?? record.state.revision)
  const { reviewers, citations } = kind.offices(facts)
  if (reviewers.length === 0) return { detail: NOBODYS[language] }
  const offices = reviewers.map((office) => REVIEWER_NAMES[office][language]).join(AND[language])
  const articles = citations.map((citation) => presentCitation(citation, language).text).join('; ')
  return { detail: IN_CHARGE[language](offices, articles === '' ? '' : ` (${articles})`) }
}

const AND = { vi: ' và ', en: ' and ' }

const NOBODYS = {
  vi: 'Hồ sơ này không gửi cho cơ quan nào xem xét trên hệ thống; tài khoản này chỉ được đọc.',
  en: 'This goes to no office that reviews it here; this client only reads it.',
}

const IN_CHARGE = {
  vi: (offices: string, articles: string) =>
    `Hồ sơ này do ${offices} của địa bàn nơi hồ sơ thuộc về xem xét, nêu ý kiến, trả lại hoặc chấp nhận${articles}; tài khoản này chỉ được đọc. Nếu thấy cần sửa, hãy chuyển ý kiến tới cơ quan đó.`,
  en: (offices: string, articles: string) =>
    `This is for ${offices} of the place it belongs to: to comment on, return and accept${articles}; this client only reads it. What should be mended is for that office to say.`,
}
