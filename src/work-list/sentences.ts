import type { AccidentClass } from '../accident/vocabulary.ts'
import { checkOf } from '../contradiction/checks.ts'
import { DUTY_NAMES, type Duty, PARTY_NAMES, type Party } from '../obligation/vocabulary.ts'
import { fill } from '../rules/present.ts'
import type { Language, Text } from '../rules/rule.ts'
import type { WorkRow } from './row.ts'
import type { Sort } from './vocabulary.ts'

const WHAT: Readonly<Record<Sort, Text>> = {
  review: {
    vi: '{kind} mới nhận, chưa được xem xét.',
    en: '{kind}: received, and not reviewed yet.',
  },
  amendment: {
    vi: '{kind}: bản sửa đổi số {revision} của hồ sơ đã chấp nhận chờ xem xét; bản đã chấp nhận vẫn có hiệu lực.',
    en: '{kind}: revision {revision} amends what was accepted and waits for review; what was accepted stays in force.',
  },
  'needs-review': {
    vi: '{kind} chờ xác nhận: chưa được tính vào số liệu cho đến khi cơ quan quyết định.',
    en: '{kind}: waits to be confirmed, and is in no figure until the office decides.',
  },
  returned: {
    vi: '{kind} đã trả lại và quá hạn trả lời; còn {threads} ý kiến chưa được trả lời.',
    en: '{kind}: returned, and the day set for the answer is over; comments not answered: {threads}.',
  },
  answered: {
    vi: '{kind}: {threads} ý kiến đã được trả lời, chờ cơ quan xem.',
    en: '{kind}: comments answered, for the office to read: {threads}.',
  },
  contested: {
    vi: '{kind}: doanh nghiệp phản đối nội dung được khai thay mình.',
    en: '{kind}: the enterprise contests what was filed in its name.',
  },
  withdrawn: {
    vi: '{kind}: bên khai báo đã rút; xem lý do trong lịch sử hồ sơ rồi nêu ý kiến.',
    en: '{kind}: withdrawn by its filer; read why in its history, then comment on it.',
  },
  'to-answer': {
    vi: '{kind} bị trả lại: {threads} ý kiến chờ trả lời hoặc sửa đổi.',
    en: '{kind}: returned; comments to answer, or to amend by: {threads}.',
  },
  registration: {
    vi: 'Cơ sở xin tài khoản; hồ sơ của cơ sở chờ đến khi được xác nhận.',
    en: 'Asks for an account; what it files waits until it is confirmed.',
  },
  investigation: {
    vi: 'Cuộc điều tra {accident} chưa công bố biên bản.',
    en: 'The investigation of {accident}: its minutes are not announced yet.',
  },
  'own-obligation': { vi: '{party} phải {duty}{period}.', en: '{party} must {duty}{period}.' },
  'overdue-obligation': {
    vi: '{party} đã quá hạn {duty}{period}.',
    en: '{party} is late to {duty}{period}.',
  },
  contradiction: { vi: 'Mâu thuẫn giữa các hồ sơ: {check}', en: 'Filings that contradict one another: {check}' },
  duplicate: {
    vi: 'Hai bản khai báo có thể về cùng một vụ tai nạn.',
    en: 'Two declarations that probably tell of one accident.',
  },
}

const KIND_NAMES: Readonly<Record<string, Text>> = {
  accident: { vi: 'Khai báo {accident}', en: 'Declaration of {accident}' },
  disease: { vi: 'Kết quả khám bệnh nghề nghiệp', en: 'Disease screening' },
  environment: { vi: 'Kết quả quan trắc môi trường lao động', en: 'Environment monitoring' },
  incident: { vi: 'Khai báo sự cố kỹ thuật', en: 'Declaration of a technical incident' },
  report: { vi: 'Báo cáo định kỳ', en: 'Periodic report' },
}

/** Decree 39/2016, Art. 9; `undetermined` as long as nobody knows how badly somebody is hurt. */
const ACCIDENTS: Readonly<Record<AccidentClass, Text>> = {
  fatal: { vi: 'tai nạn lao động chết người ngày {on}', en: 'a fatal accident of {on}' },
  serious: { vi: 'tai nạn lao động nặng ngày {on}', en: 'a serious accident of {on}' },
  light: { vi: 'tai nạn lao động nhẹ ngày {on}', en: 'a light accident of {on}' },
  undetermined: { vi: 'tai nạn lao động chưa rõ mức độ ngày {on}', en: 'an accident of {on}, not known how grave' },
}
/** One whose facts are not for the caller. */
const AN_ACCIDENT: Text = { vi: 'tai nạn lao động', en: 'an accident' }

/** What is to be done about an item, in one sentence. */
export function sentenceOf(row: WorkRow, language: Language): string {
  const { kind, revision, threads, code, period, owed_by, class: graveness, occurred_on: on } = row
  const accident = fill((graveness === null ? AN_ACCIDENT : ACCIDENTS[graveness])[language], { on: on ?? '' }, language)
  const told = {
    kind: fill(KIND_NAMES[kind]?.[language] ?? kind, { accident }, language),
    accident,
    revision,
    threads,
    duty: code === null ? '' : (DUTY_NAMES[code as Duty]?.[language] ?? code),
    party: owed_by === null ? '' : PARTY_NAMES[owed_by as Party][language],
    period: period === null ? '' : ` (${period})`,
    check: code === null ? '' : (checkOf(code)?.title[language] ?? code),
  }
  return fill(WHAT[row.sort][language], told, language)
}
