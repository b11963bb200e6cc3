import { bodyOf, type RecipientRole } from '../declaration/recipients.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { incidentSetting } from '../technical-incident/facts.ts'
import type { IncidentDeclaration } from '../technical-incident/schema.ts'
import type { AccidentOnRecord } from './duties-of-accident.ts'
import type { IncidentOnRecord } from './duties-of-incident.ts'
import { type FirstNewsRow, firstNewsOf } from './first-news.ts'

type Incident = NonNullable<IncidentDeclaration['incident']>

/** A row of `selectIncidents`. */
export interface IncidentRow extends FirstNewsRow {
  readonly id: string
  readonly occurred_on: LegalDate
  readonly incident: Incident
  readonly casualties: NonNullable<IncidentDeclaration['casualties']>
  /** Accident declarations of the same enterprise that it names. */
  readonly accidents: readonly string[]
  readonly revisions: readonly IncidentRevision[]
}

/** As much of a revision, up to the one in force, as tells who was told. */
interface IncidentRevision
  extends Pick<IncidentDeclaration, 'recipients'>,
    Pick<Incident, 'homeAffairsInformed' | 'specialisedAuthority'> {
  readonly recordedAt: string
}

/** What the rows say of a technical incident; `accidents`: of the same enterprise. */
export function incidentOnRecord(
  row: IncidentRow,
  accidents: readonly Pick<AccidentOnRecord, 'id' | 'incident' | 'declaredAt'>[],
): IncidentOnRecord {
  const { id, revisions } = row
  const linked = accidents.filter((accident) => accident.incident === id || row.accidents.includes(accident.id))
  const declared = linked.flatMap(({ declaredAt }) => declaredAt?.getTime() ?? [])
  return {
    ...firstNewsOf(row),
    id,
    occurredOn: row.occurred_on,
    setting: incidentSetting(row),
    accidentsDeclaredAt:
      declared.length === 0 || declared.length < linked.length ? null : new Date(Math.max(...declared)),
    localCommitteeToldOn: toldOn(revisions, 'committee'),
    specialisedAuthorityToldOn:
      toldOn(revisions, 'special-field') ?? onRecordSince(revisions, (one) => one.specialisedAuthority !== undefined),
    homeAffairsInformedOn: onRecordSince(revisions, (one) => one.homeAffairsInformed === true),
  }
}

/** When it was told, as stated; the receipt of the filing that first says so where no day is stated. */
function toldOn(revisions: readonly IncidentRevision[], role: RecipientRole): LegalDate | null {
  const told = ({ recipients = [] }: IncidentRevision) =>
    recipients.filter((recipient) => bodyOf(recipient)?.attributes.role === role)
  const stated = revisions.slice(-1).flatMap((inForce) => told(inForce).flatMap(({ notifiedAt }) => notifiedAt ?? []))
  const days = stated.map((at) => legalDateOf(new Date(at)))
  return days.toSorted()[0] ?? onRecordSince(revisions, (revision) => told(revision).length > 0)
}

/** Of what the revision in force says: when it was first received. */
function onRecordSince(
  revisions: readonly IncidentRevision[],
  says: (revision: IncidentRevision) => boolean,
): LegalDate | null {
  const [first, inForce] = [revisions.find(says), revisions.at(-1)]
  return first && inForce && says(inForce) ? legalDateOf(new Date(first.recordedAt)) : null
}
