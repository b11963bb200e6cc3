import type { LegalDate } from '../../reference/legal-date.ts'
import { written } from '../../rules/present.ts'
import type { Text, Violation } from '../../rules/rule.ts'
import type { ReportFacts } from '../facts.ts'
import { reporterOf } from '../known.ts'
import { text } from '../names.ts'
import { type Period, periodAfter } from '../period.ts'
import type { ReportKind } from '../vocabulary.ts'
import { FROM_TEXT, type Head, type ReportRule } from './define.ts'

/** By what a report is timely though it came here later: paper that an office received, or sent itself. */
type Paper = '/onBehalf/receivedOn' | '/sentAs/on'

const SEND_NOW: Text = {
  vi: 'Vẫn gửi ngay, nêu lý do chậm ở note.',
  en: 'Send it now all the same, and say in note why it is late.',
}
const IF_SENT_BEFORE: Readonly<Record<Paper, Text>> = {
  '/onBehalf/receivedOn': {
    vi: 'Nếu bản giấy đã đến trước đó, cơ quan ghi nhận thay thì ghi ngày nhận vào onBehalf.receivedOn.',
    en: 'If it came on paper before, the office that records it states that day in onBehalf.receivedOn.',
  },
  '/sentAs/on': {
    vi: 'Nếu đã gửi bằng văn bản trước đó thì ghi số và ngày văn bản vào sentAs.',
    en: 'If it was sent as a document before, give the number and day of that in sentAs.',
  },
}

/**
 * A report that came after its last timely day, of one kind: the true report of a missed duty. Its sentence has
 * `{receivedOn}` and `{before}`. A report that somebody else owes misses no day.
 */
export function lateRule(
  head: Omit<Head, 'kind' | 'provenance' | 'inputs' | 'fix'> & {
    readonly of: ReportKind
    /** Of one length of period only. */
    readonly half?: Period['half']
    readonly paper: Paper
  },
): ReportRule {
  const { of, half, paper, ...rest } = head
  const fix = text((language) => `${SEND_NOW[language]} ${IF_SENT_BEFORE[paper][language]}`)
  return {
    ...rest,
    kind: 'breach',
    provenance: FROM_TEXT,
    inputs: ['/kind', '/period/year', '/period/half', paper],
    fix,
    judge: (facts): readonly Violation[] => {
      const { form, period, due, receivedOn, context } = facts
      if (form?.kind !== of || (half !== undefined && period?.half !== half)) return []
      if (due === null || receivedOn <= due.due || !form.filedBy.includes(reporterOf(context.known))) return []
      const next = nextDue(facts)
      return [
        {
          pointer: '/period',
          params: { before: due.strictlyBefore, receivedOn },
          ...(next !== null && { fix: text((language) => `${fix[language]} ${nextTime(next)[language]}`) }),
        },
      ]
    },
  }
}

/** Before which day the next report of the kind must be sent. */
function nextDue({ form, period, context: { known } }: ReportFacts): LegalDate | null {
  if (form === null || period === null) return null
  return form.due(periodAfter(period, form.periods), { section: null, known })?.strictlyBefore ?? null
}

function nextTime(next: LegalDate): Text {
  return {
    vi: `Báo cáo tiếp theo phải gửi TRƯỚC ngày ${written(next, 'vi')}.`,
    en: `The next report is due BEFORE ${next}.`,
  }
}

/** Where the accidents of a period were published late: what to do, and by when the next time. */
export function publishBy(next: LegalDate): Text {
  return {
    vi: `Kiểm tra ngày công bố; nếu đúng thì giữ nguyên, kỳ sau công bố chậm nhất ngày ${written(next, 'vi')}.`,
    en: `Check the day; if it is right, leave it, and publish by ${next} the next time.`,
  }
}
