import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { type Citation, citeInForce } from './citation.ts'
import { valueOn } from './dated-constant.ts'
import { type IncidentBody, incidentBodies } from './incident-bodies.ts'
import { type IncidentSetting, isIncidentDeclarable } from './incident-duties.ts'

export interface IncidentRecipient {
  readonly code: IncidentBody
  /** The name the body has on the day. */
  readonly name: Bilingual
  /** False where it follows by analogy only that this body is the one. */
  readonly verified: boolean
  readonly toldBy: 'employer' | 'commune' | 'province'
  readonly citations: readonly Citation[]
}

/** Since Decree 128/2025 the commune passes on what involves several establishments. */
const COMMUNE_REPORTS = 'ND128-2025 9'

/**
 * Who must be told of a technical incident known on the day, and by whom. Empty where nobody must be: no serious
 * incident, nobody hurt as Decree 39/2016 art. 26.1 says, no specialised law; and before Law 84/2015.
 */
export function whoIsToldOfIncident(incident: IncidentSetting, on: LegalDate): readonly IncidentRecipient[] {
  const declarable = isIncidentDeclarable(incident, on)
  const byGeneralRule = incident.serious && !incident.underSpecialisedLaw
  const recipient = (
    when: boolean,
    code: IncidentBody,
    toldBy: IncidentRecipient['toldBy'],
    basis: readonly string[],
  ): readonly IncidentRecipient[] => {
    const body = valueOn(incidentBodies[code], on)
    const citations = citeInForce(basis, on)
    if (!when || body === undefined || citations.length === 0) return []
    return [{ code, name: body.value, verified: body.verified, toldBy, citations }]
  }
  return [
    ...recipient(declarable, 'PROV_LABOUR', 'employer', ['ND39-2016 26.1']),
    ...recipient(incident.others.dead > 0, 'POLICE', 'employer', ['ND39-2016 26.1', 'ND129-2025 42.1']),
    ...recipient(isLocalCommitteeTold(incident, on), 'LOCAL_COMMITTEE', 'employer', [
      'L84-2015 19.2.a',
      'ND39-2016 26.3.a',
      COMMUNE_REPORTS,
    ]),
    ...recipient(byGeneralRule && incident.several, 'PROVINCE_COMMITTEE', 'employer', ['ND39-2016 26.3.b']),
    ...(declarable ? [] : recipient(incident.serious && incident.several, 'PROV_LABOUR', 'commune', [COMMUNE_REPORTS])),
    ...recipient(incident.underSpecialisedLaw, 'SPECIALISED_AUTHORITY', 'employer', [
      'L84-2015 34.1.c',
      'ND39-2016 26.2',
    ]),
    ...recipient(incident.serious, 'MINISTRY', 'province', ['L84-2015 36.3.a']),
  ]
}

/**
 * Whether the employer tells the local People's Committee: of a serious incident since Decree 128/2025, whatever law
 * governs its field; before, only where no specialised law did (Decree 39/2016 art. 26.3.a).
 */
export function isLocalCommitteeTold(
  { serious, underSpecialisedLaw }: Pick<IncidentSetting, 'serious' | 'underSpecialisedLaw'>,
  on: LegalDate,
): boolean {
  return serious && (!underSpecialisedLaw || citeInForce([COMMUNE_REPORTS], on).length > 0)
}
