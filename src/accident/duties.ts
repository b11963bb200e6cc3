import type { InvestigationCase } from '../law/accident-constants.ts'
import { type DueDate, dueDates } from '../law/accident-due-dates.ts'
import { type InvestigationAuthority, investigationAuthority, investigationCase } from '../law/accident-duties.ts'
import { countInvestigation, type InvestigationLimitCounted, type Investigator } from '../law/accident-investigation.ts'
import {
  dueAfterAnnouncement,
  dueAfterWorsening,
  dueOfBenefit,
  dueOfInvestigation,
} from '../law/accident-later-due-dates.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import type { AccidentFacts } from './facts.ts'
import type { InvestigationContent } from './investigation/schema.ts'
import type { PresentVictim } from './present.ts'

/** What the law makes of the facts: who investigates, and what is due when. */
export interface AccidentDuties {
  /** Null while the class is undetermined, and where the law names nobody. */
  readonly investigator: InvestigationAuthority | null
  readonly due: readonly DueDate[]
}

/** Asked by a rule and by the answer of the same filing, so worked out once for both. */
const worked = new WeakMap<AccidentFacts, AccidentDuties>()

/** Of the accident as it was declared. */
export function dutiesFrom(facts: AccidentFacts): AccidentDuties {
  const known = worked.get(facts)
  if (known !== undefined) return known
  const { counts, setting, legalDate, dates, context } = facts
  const knownOn = dates.known ?? legalDate
  const duties = {
    investigator: investigationAuthority(counts, setting, knownOn),
    due: dueDates({
      ...setting,
      casualties: counts,
      occurredOn: legalDate,
      knownOn,
      receivedAt: context.receivedAt,
    }),
  }
  worked.set(facts, duties)
  return duties
}

/** Of the accident as things stand now: a graver turn starts clocks of its own. */
export function presentDuties(facts: AccidentFacts): AccidentDuties {
  const { present, setting, legalDate, counts } = facts
  const { worsened, investigation, victims } = present
  if (worsened === null && investigation === null && present.counts === counts) return dutiesFrom(facts)
  const { knownOn, receivedAt } = newsOf(facts)
  const lawful = dueDates({ ...setting, casualties: present.counts, occurredOn: legalDate, knownOn, receivedAt })
  const limit = limitOf(facts)
  return {
    investigator: investigationAuthority(present.counts, setting, knownOn),
    due: [
      ...(worsened === null ? [] : dueAfterWorsening({ ...setting, before: counts, after: present.counts, knownOn })),
      ...lawful.filter(({ duty }) => !isReplaced(duty, worsened !== null, limit !== null)),
      ...(limit === null ? [] : [dueOfInvestigation(limit, limit.authority)]),
      ...(investigation === null ? [] : afterAnnouncement(investigation.content)),
      ...victims.flatMap((victim) => benefitOf(victim, investigation?.content ?? null)),
    ],
  }
}

/** The scene is visited on the first news; what follows a graver turn is told apart. */
function isReplaced(duty: DueDate['duty'], worsened: boolean, counted: boolean): boolean {
  if (duty === 'investigation') return counted
  return worsened && (duty === 'declaration' || duty === 'scene-visit')
}

/** From when the clocks of the present state run, for the declarant and for the authority. */
function newsOf({ present, dates, legalDate, context }: AccidentFacts): { knownOn: LegalDate; receivedAt: Date } {
  return present.worsened ?? { knownOn: dates.known ?? legalDate, receivedAt: context.receivedAt }
}

/** The limit of the investigation on file; null where there is none, or none that Law 84/2015, Art. 35.6 counts. */
export function limitOf(facts: AccidentFacts): (InvestigationLimitCounted & { authority: Investigator }) | null {
  const { present } = facts
  const file = present.investigation?.content
  const ofClass = investigationCase(present.counts)
  if (file?.authority === undefined || file.authority === 'commune' || ofClass === null) return null
  return counted(facts, file, file.authority, ofClass)
}

function counted(
  facts: AccidentFacts,
  file: InvestigationContent,
  authority: Investigator,
  ofClass: InvestigationCase,
): (InvestigationLimitCounted & { authority: Investigator }) | null {
  const { police, extensions = [], expertise = [] } = file
  const limit = countInvestigation({
    case: ofClass,
    reportedOn: reportedTo(authority, facts, file.reportedAt),
    expertise: expertise.length > 0,
    policeFileCompleteOn:
      police?.notProsecutedOn === undefined ? null : ((police.fileCompleteOn as LegalDate | undefined) ?? null),
    extensionDays: extensions.find(({ consentedOn }) => consentedOn !== undefined)?.days ?? 0,
  })
  return limit === undefined ? null : { ...limit, authority }
}

/** A team of the employer counts from the news, the others from the declaration; a graver turn is news of its own. */
function reportedTo(authority: Investigator, facts: AccidentFacts, stated: string | undefined): LegalDate {
  const { knownOn, receivedAt } = newsOf(facts)
  const lawful = authority === 'base' ? knownOn : legalDateOf(receivedAt)
  if (stated === undefined) return lawful
  const day = legalDateOf(new Date(stated))
  return facts.present.worsened !== null && day < facts.present.worsened.knownOn ? lawful : day
}

function afterAnnouncement({ announcement, authority }: InvestigationContent): readonly DueDate[] {
  const meetingOn = announcement?.meetingOn as LegalDate | undefined
  return meetingOn === undefined || authority === undefined ? [] : dueAfterAnnouncement(meetingOn, authority)
}

/** Of a death from the announcement by a provincial or central team, of an injury from the medical board's record. */
export function benefitCountsFrom(
  { condition, assessment }: Pick<PresentVictim, 'condition' | 'assessment'>,
  file: InvestigationContent | null,
): LegalDate | null {
  const day = condition === 'dead' ? file?.announcement?.meetingOn : (assessment?.receivedOn ?? assessment?.assessedOn)
  return (day as LegalDate | undefined) ?? null
}

function benefitOf(victim: PresentVictim, file: InvestigationContent | null): readonly DueDate[] {
  const decidedOn = (victim.compensation?.decidedOn as LegalDate | undefined) ?? null
  return dueOfBenefit({ from: benefitCountsFrom(victim, file), decidedOn })
}
