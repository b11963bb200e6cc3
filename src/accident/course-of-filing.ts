import type { Annex } from '../declaration/annex.ts'
import type { FilingContext } from '../declaration/filing-context.ts'
import type { AccidentSetting } from '../law/accident-duties.ts'
import type { CasualtyCounts } from './casualties.ts'
import { type AccidentCourse, courseOf, firstReceivedAt } from './course.ts'
import type { AccidentKnown } from './known.ts'
import type { AccidentDeclaration } from './schema.ts'
import { type RevisionOnRecord, tellingsOf } from './tellings.ts'

/** One revision in the light of those before it and of what was added. */
export interface Filing {
  readonly declaration: AccidentDeclaration
  readonly context: FilingContext<AccidentKnown>
  readonly counts: CasualtyCounts
  readonly setting: AccidentSetting
}

/** What had been told of the accident with this revision and the annexes. */
export function courseOfFiling(filing: Filing, annexes: readonly Annex[]): AccidentCourse {
  const { context, counts, setting } = filing
  // What was looked up holds this revision too where it is judged anew.
  const earlier = (context.known?.earlier ?? []).filter(({ recordedAt }) => new Date(recordedAt) < context.receivedAt)
  const own = revisionOf(filing, placeAfter(earlier, annexes))
  const outcomes = annexes.filter(({ act }) => act === 'outcome')
  if (earlier.length === 0 && outcomes.length === 0) {
    return { declared: counts, receivedAt: firstReceivedAt([own]), worsened: null }
  }
  const told = outcomes.map(({ seq, recordedAt, actedAs, content }) => ({
    act: 'outcome' as const,
    seq,
    recordedAt: recordedAt.toISOString(),
    filedAs: actedAs,
    content: content as object,
  }))
  return courseOf(tellingsOf([...earlier, own], told), setting)
}

function revisionOf({ declaration, context }: Filing, seq: number): RevisionOnRecord {
  const { preliminary, casualties, recipients, victims, accident } = declaration
  return {
    seq,
    recordedAt: context.receivedAt.toISOString(),
    filedAs: context.filedAs,
    declaredAt: accident?.declaredAt,
    ...(preliminary !== undefined && { preliminary }),
    ...(casualties !== undefined && { casualties }),
    ...(recipients !== undefined && { recipients }),
    victims,
  }
}

/** Behind the earlier revisions and what was added to them, before all that came later. */
function placeAfter(earlier: readonly RevisionOnRecord[], annexes: readonly Annex[]): number {
  const added = annexes.filter(({ revision }) => revision > 0 && revision <= earlier.length)
  return Math.max(0, ...earlier.map(({ seq }) => seq), ...added.map(({ seq }) => seq)) + 0.5
}
