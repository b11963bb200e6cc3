import type { DueDate } from '../law/accident-due-dates.ts'
import { type InvestigationAuthority, investigationAuthority } from '../law/accident-duties.ts'
import { dueAfterAnnouncement, dueAfterWorsening, dueOfBenefit } from '../law/accident-later-due-dates.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import type { AccidentFacts } from './facts.ts'
import {
  announcedByHigherTeam,
  dueByLaw,
  dueOfStage,
  type LimitOnFile,
  limitOfStage,
  type Stage,
  type Stages,
  stagesOf,
} from './investigation/stages.ts'
import type { PresentState, PresentVictim } from './present.ts'

/** What the law makes of the facts: who investigates, and what is due when. */
export interface AccidentDuties {
  /** Null while the class is undetermined, and where the law names nobody. */
  readonly investigator: InvestigationAuthority | null
  readonly due: readonly DueDate[]
}

/** Asked by a rule and by the answer of the same filing, so worked out once for both. */
const worked = new WeakMap<AccidentFacts, AccidentDuties>()

/** Of the accident as things stand now: a graver turn starts clocks of its own. */
export function presentDuties(facts: AccidentFacts): AccidentDuties {
  const known = worked.get(facts)
  if (known !== undefined) return known
  const { present, setting, course } = facts
  const { worsened, declared: before } = course
  const { ended, current } = stagesIn(facts)
  const { knownAt } = current
  const byLaw = dueByLaw(current)
  const duties = {
    investigator: investigationAuthority(present.counts, setting, legalDateOf(knownAt)),
    due: [
      ...(worsened === null ? [] : dueAfterWorsening({ ...setting, before, after: present.counts, knownAt })),
      ...byLaw.filter(({ duty }) => !isToldApart(duty, worsened !== null)),
      ...dueOfStage(current, byLaw),
      ...(ended === null ? [] : afterAnnouncement(ended)),
      ...afterAnnouncement(current),
      ...present.victims.flatMap((victim) => benefitOf(victim, present)),
    ],
  }
  worked.set(facts, duties)
  return duties
}

/** The scene is visited and the commune's news passed on once; what follows a graver turn is told apart. */
function isToldApart(duty: DueDate['duty'], worsened: boolean): boolean {
  if (duty === 'investigation' || duty === 'commune-record') return true
  return worsened && (duty === 'scene-visit' || ON_THE_NEWS.has(duty))
}

const ON_THE_NEWS: ReadonlySet<DueDate['duty']> = new Set(['declaration', 'commune-notice', 'police-notice'])

/** When the employer had the news; the accident itself where the filing says nothing else. */
function newsOf({ knownAt, occurredAt, context }: AccidentFacts): Date {
  return knownAt ?? occurredAt ?? context.receivedAt
}

function stagesIn(facts: AccidentFacts): Stages {
  const { setting, legalDate: occurredOn, course, present } = facts
  const { versions, counts } = present
  return stagesOf({ setting, occurredOn, knownAt: newsOf(facts), course, present: counts, versions })
}

/** The limit of the investigation on file; null where there is none, or none that Law 84/2015, Art. 35.6 counts. */
export function limitOf(facts: AccidentFacts): LimitOnFile | null {
  return limitOfStage(stagesIn(facts).current)
}

function afterAnnouncement({ file }: Stage): readonly DueDate[] {
  const meetingOn = file?.announcement?.meetingOn as LegalDate | undefined
  return meetingOn === undefined || file?.authority === undefined ? [] : dueAfterAnnouncement(meetingOn, file.authority)
}

/** Of a death from the announcement by a provincial or central team, of an injury from the medical board's record. */
export function benefitCountsFrom(
  { condition, assessment }: Pick<PresentVictim, 'condition' | 'assessment'>,
  { versions }: Pick<PresentState, 'versions'>,
): LegalDate | null {
  if (condition === 'dead') return announcedByHigherTeam(versions)
  return ((assessment?.receivedOn ?? assessment?.assessedOn) as LegalDate | undefined) ?? null
}

/** Nothing for what was found to be no work accident; on the way to work an allowance is due (Law 84/2015, Art. 39.2). */
function benefitOf(victim: PresentVictim, present: PresentState): readonly DueDate[] {
  if (present.conclusion === 'not-occupational') return []
  const decidedOn = (victim.compensation?.decidedOn as LegalDate | undefined) ?? null
  return dueOfBenefit({ from: benefitCountsFrom(victim, present), decidedOn })
}
