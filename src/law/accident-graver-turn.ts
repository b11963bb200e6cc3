import type { InvestigationCase } from './accident-constants.ts'
import { type Casualties, investigationCase } from './accident-duties.ts'

/** How an accident stood once something more was told of it. */
export interface FurtherState<News> {
  readonly casualties: Casualties
  /** Null: an error was put right or a gap filled, so that it had been so from the beginning. */
  readonly news: News | null
}

export interface DeclaredAndTurn<News> {
  /** As it counts as declared: with what was put right, without what came later. */
  readonly declared: Casualties
  /** What made it gravest; null while it is no graver than declared. */
  readonly turn: News | null
}

/**
 * The news by which an accident became graver than it was declared (Decree 39/2016 art. 22), out of everything told of
 * it in order. How grave it is, is told by the limit for its investigation (Law 84/2015 art. 35.6).
 */
export function graverTurn<News>(first: Casualties, further: readonly FurtherState<News>[]): DeclaredAndTurn<News> {
  let declared = first
  let turn: News | null = null
  let last = first
  let gravest = gravityOf(first)
  for (const { casualties, news } of further) {
    const gravity = gravityOf(casualties)
    if (news !== null && gravity > gravest) {
      turn = news
      gravest = gravity
    } else if (news === null && (turn === null || gravity !== gravityOf(last))) {
      declared = casualties
      turn = null
      gravest = gravity
    } else if (turn === null) {
      declared = casualties
    }
    last = casualties
  }
  return turn !== null && gravityOf(last) > gravityOf(declared) ? { declared, turn } : { declared: last, turn: null }
}

const GRAVITY: readonly (InvestigationCase | null)[] = [null, 'LIGHT', 'SERIOUS_1', 'SERIOUS_2PLUS', 'FATAL']

/** Somebody whose condition is unknown does not make the others less hurt. */
function gravityOf(casualties: Casualties): number {
  return GRAVITY.indexOf(investigationCase({ ...casualties, missing: 0, unknown: 0 }))
}
