import type { LegalDate } from '../reference/legal-date.ts'
import { type DatedConstant, since, valueOn } from './dated-constant.ts'

/** People hurt by a technical incident, of one group. */
export interface IncidentVictims {
  readonly dead: number
  readonly serious: number
  readonly light: number
  readonly missing: number
}

/** What decides who is told of a technical incident, and by when. */
export interface IncidentSetting {
  /** Under the employer's management: their accident is declared apart (Law 84/2015 art. 34.1.b). */
  readonly workers: IncidentVictims
  /** Not under the employer's management. */
  readonly others: IncidentVictims
  /** Own workers are in distress and nobody knows yet how they are. */
  readonly casualtiesUnknown: boolean
  /** Large, wide and beyond what the establishment or locality can cope with, or several are involved (art. 3.7). */
  readonly serious: boolean
  /** Several establishments or localities are involved. */
  readonly several: boolean
  /** A specialised law says how such incidents are declared (art. 34.1.c; Decree 39/2016 art. 26.2-26.3). */
  readonly underSpecialisedLaw: boolean
}

/** From how many seriously injured on an incident without a death must be declared. */
export const declarableSeriouslyInjuredOthers: DatedConstant<number> = [since('2016-07-01', 2, 'ND39-2016 26.1')]

/**
 * Whether the incident itself must be declared to the labour authority (Decree 39/2016 art. 26.1): it killed somebody or
 * seriously injured two who are not the employer's workers, or own workers are in distress with unknown casualties.
 */
export function isIncidentDeclarable(
  { others, casualtiesUnknown }: Pick<IncidentSetting, 'others' | 'casualtiesUnknown'>,
  on: LegalDate,
): boolean {
  const threshold = valueOn(declarableSeriouslyInjuredOthers, on)
  return threshold !== undefined && (casualtiesUnknown || others.dead > 0 || others.serious >= threshold.value)
}
