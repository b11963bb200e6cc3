import { accidentPolicy } from '../law/accident-constants.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { FirstNews } from './first-news.ts'
import { type Obligation, PLAIN } from './obligation.ts'

/**
 * The completion of a first notice. No law says when: this service takes the time it leaves for the written form after
 * a telephone call.
 */
export function completionOf(
  source: Obligation['source'],
  firstNotice: FirstNews['firstNotice'],
  owedBy: Obligation['owedBy'],
): readonly Obligation[] {
  if (firstNotice === null) return []
  const { at, completedAt } = firstNotice
  const hours = accidentPolicy.writtenFormAfterPhoneHours
  const dueAt = new Date(at.getTime() + hours * 3_600_000)
  const since = legalDateOf(at)
  return [
    {
      ...PLAIN,
      duty: 'completion',
      source,
      owedBy,
      owedTo: 'labour-office',
      since,
      due: legalDateOf(dueAt),
      dueAt,
      done: completedAt && legalDateOf(completedAt),
      doneAt: completedAt,
      citations: [{ kind: 'policy', note: `${hours} h` }],
      reason: { code: 'first-notice', params: { on: since } },
    },
  ]
}
