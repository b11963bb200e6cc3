import { type IncidentDueDate, incidentDueDates } from '../law/incident-due-dates.ts'
import type { IncidentSetting } from '../law/incident-duties.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { completionOf } from './completion.ts'
import type { FirstNews } from './first-news.ts'
import { type Obligation, PLAIN, type Reason } from './obligation.ts'
import type { Duty, Party } from './vocabulary.ts'

/** The declaration of a technical incident as far as obligations depend on it. */
export interface IncidentOnRecord extends FirstNews {
  readonly id: string
  readonly occurredOn: LegalDate
  readonly setting: IncidentSetting
  /** When every accident that it is linked to was declared; null while none is, or one is not. */
  readonly accidentsDeclaredAt: Date | null
  readonly localCommitteeToldOn: LegalDate | null
  readonly specialisedAuthorityToldOn: LegalDate | null
  /** When it was first on record that the commune had reported it. */
  readonly homeAffairsInformedOn: LegalDate | null
}

type Followed = Exclude<
  IncidentDueDate['duty'],
  'notice-to-province' | 'quick-report' | 'investigation-result' | 'periodic-report'
>

/**
 * What one technical incident obliges to. The periodic report is owed by the calendar, with the accidents. Not followed
 * is what no record here could ever show as done: the notice to the provincial committee, which is not among the
 * recipients that a declaration can name, the quick report of the province, and the result of an investigation by another
 * authority; the answer to the filing names them.
 */
export function dutiesOfIncident(incident: IncidentOnRecord): readonly Obligation[] {
  const { id, setting, occurredOn, knownAt, firstNotice } = incident
  const followed = incidentDueDates({ ...setting, occurredOn, knownAt }).filter(isFollowed)
  return [
    ...followed.map((due) => obligation(incident, due)),
    ...completionOf({ kind: 'incident', id }, firstNotice, 'enterprise'),
  ]
}

interface Follow {
  readonly duty: Duty
  readonly owedBy: Party
  readonly owedTo: Party
  readonly done: (incident: IncidentOnRecord) => Date | LegalDate | null
}

const FOLLOWED: Readonly<Record<Followed, Follow>> = {
  declaration: {
    duty: 'incident-declaration',
    owedBy: 'enterprise',
    owedTo: 'labour-office',
    done: ({ declaredAt }) => declaredAt,
  },
  'accident-declaration': {
    duty: 'accident-declaration',
    owedBy: 'enterprise',
    owedTo: 'labour-office',
    done: ({ accidentsDeclaredAt }) => accidentsDeclaredAt,
  },
  'notice-to-local-committee': {
    duty: 'notice-to-local-committee',
    owedBy: 'enterprise',
    owedTo: 'local-committee',
    done: ({ localCommitteeToldOn }) => localCommitteeToldOn,
  },
  'specialised-declaration': {
    duty: 'specialised-declaration',
    owedBy: 'enterprise',
    owedTo: 'specialised-authority',
    done: ({ specialisedAuthorityToldOn }) => specialisedAuthorityToldOn,
  },
  'commune-report': {
    duty: 'commune-report',
    owedBy: 'commune',
    owedTo: 'labour-office',
    done: ({ homeAffairsInformedOn }) => homeAffairsInformedOn,
  },
}

function isFollowed(due: IncidentDueDate): due is IncidentDueDate & { readonly duty: Followed } {
  return due.duty in FOLLOWED
}

function obligation(
  incident: IncidentOnRecord,
  { duty, due, dueInstant, certain, citations }: IncidentDueDate & { readonly duty: Followed },
): Obligation {
  const { id, occurredOn, knownAt, channel } = incident
  const reason: Reason =
    channel === null
      ? { code: 'declared-incident', params: { on: occurredOn } }
      : { code: 'incident-recorded-by-office', params: { on: occurredOn, channel } }
  const { done, ...follow } = FOLLOWED[duty]
  const by = done(incident)
  return {
    ...PLAIN,
    ...follow,
    source: { kind: 'incident', id },
    since: legalDateOf(knownAt),
    due,
    dueAt: dueInstant ?? null,
    certain,
    ...(by instanceof Date ? { done: legalDateOf(by), doneAt: by } : { done: by }),
    citations,
    reason,
  }
}
