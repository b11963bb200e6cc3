import type { FilingContext } from '../declaration/filing-context.ts'
import { type PlaceFacts, placeOf } from '../declaration/place.ts'
import { type IncidentSetting, type IncidentVictims, isIncidentDeclarable } from '../law/incident-duties.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import type { Dated } from '../rules/rule.ts'
import type { IncidentKnown } from './known.ts'
import type { IncidentDeclaration } from './schema.ts'

/** Everything a rule about a technical incident may look at. */
export interface IncidentFacts extends Dated {
  /** As filed, without the parts whose type or shape was wrong. */
  readonly declaration: IncidentDeclaration
  readonly context: FilingContext<IncidentKnown>
  readonly incident: NonNullable<IncidentDeclaration['incident']>
  /** What decides who is told, and by when. */
  readonly setting: IncidentSetting
  /** Whether the law asks for a declaration of the incident itself (Decree 39/2016, Art. 26.1). */
  readonly declarable: boolean
  readonly occurredAt: Date | null
  readonly knownAt: Date | null
  readonly declaredAt: Date | null
  readonly place: PlaceFacts | null
  readonly preliminary: boolean
  readonly dates: Readonly<Record<'occurred' | 'known' | 'declared' | 'received', LegalDate | null>>
}

export function incidentFacts(declaration: IncidentDeclaration, context: FilingContext<IncidentKnown>): IncidentFacts {
  const incident = declaration.incident ?? {}
  const occurredAt = dateOf(incident.occurredAt)
  const knownAt = dateOf(incident.knownAt)
  const declaredAt = dateOf(incident.declaredAt)
  const received = legalDateOf(context.receivedAt)
  const occurred = occurredAt && legalDateOf(occurredAt)
  const known = knownAt && legalDateOf(knownAt)
  const legalDate = occurred ?? received
  const setting = incidentSetting(declaration)
  return {
    declaration,
    context,
    incident,
    setting,
    declarable: isIncidentDeclarable(setting, known ?? legalDate),
    occurredAt,
    knownAt,
    declaredAt,
    place: placeOf(incident.place?.unit, legalDate),
    preliminary: declaration.preliminary === true,
    legalDate,
    dates: { occurred, known, declared: declaredAt && legalDateOf(declaredAt), received },
  }
}

/** What the declaration says that decides who is told. */
export function incidentSetting({
  incident = {},
  casualties,
}: Pick<IncidentDeclaration, 'incident' | 'casualties'>): IncidentSetting {
  return {
    workers: countsOf(casualties?.workers),
    others: countsOf(casualties?.others),
    casualtiesUnknown: casualties?.unknown === true,
    serious: incident.serious === true,
    several: isSeveral(incident),
    // Maritime incidents follow a circular of their own and are not among the fields of Art. 34.1.c.
    underSpecialisedLaw:
      incident.underSpecialisedLaw ?? (incident.specialField !== undefined && incident.specialField !== 'maritime'),
  }
}

/** Whether several establishments or localities are involved. */
function isSeveral({ severalEstablishments, severalLocalities }: IncidentFacts['incident']): boolean {
  return severalEstablishments === true || severalLocalities === true
}

function countsOf(stated: Partial<IncidentVictims> | undefined): IncidentVictims {
  const { dead = 0, serious = 0, light = 0, missing = 0 } = stated ?? {}
  return { dead, serious, light, missing }
}

function dateOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text)
}
