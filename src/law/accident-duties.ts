import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { accidentBodies } from './accident-bodies.ts'
import { declarableSeriouslyInjured, type InvestigationCase } from './accident-constants.ts'
import { type Citation, citeInForce } from './citation.ts'
import { valueOn } from './dated-constant.ts'

/** Victims by condition. A missing person is dead only when a court has said so (Decree 39/2016 art. 9.1.d). */
export interface Casualties {
  readonly dead: number
  readonly serious: number
  readonly light: number
  readonly missing: number
  readonly unknown: number
}

/** What, besides the casualties, decides who must do what. */
export interface AccidentSetting {
  /** Outside Viet Nam (Decree 39/2016 art. 19). */
  readonly abroad: boolean
  /** No victim has a labour contract (Law 84/2015 art. 34.1.d). */
  readonly informal: boolean
  /** Radiation, petroleum, rail, water, road and air vehicles, armed forces (Law 84/2015 art. 34.1.c). */
  readonly specialField: boolean
}

export interface InvestigationAuthority {
  /**
   * - `base`: a team of the employer.
   * - `provincial`: a team of the province.
   * - `central-possible`: who the specialised law says; where it is silent, a central team of the ministry of the field.
   * - `commune-record`: no team; the commune writes a record of the event.
   */
  readonly authority: 'base' | 'provincial' | 'central-possible' | 'commune-record'
  readonly body: Bilingual
  readonly citations: readonly Citation[]
}

/**
 * The class of an accident is that of its worst victim (Decree 39/2016 art. 9). Undetermined while nobody has died and
 * the condition of somebody is not known, or no victim is.
 */
export function classify({
  dead,
  serious,
  light,
  missing,
  unknown,
}: Casualties): 'fatal' | 'serious' | 'light' | 'undetermined' {
  if (dead > 0) return 'fatal'
  if (missing > 0 || unknown > 0) return 'undetermined'
  if (serious > 0) return 'serious'
  return light > 0 ? 'light' : 'undetermined'
}

/** Which time limit of Law 84/2015 art. 35.6 applies; null while the class is undetermined. */
export function investigationCase(casualties: Casualties): InvestigationCase | null {
  switch (classify(casualties)) {
    case 'fatal':
      return 'FATAL'
    case 'serious':
      return casualties.serious === 1 ? 'SERIOUS_1' : 'SERIOUS_2PLUS'
    case 'light':
      return 'LIGHT'
    case 'undetermined':
      return null
  }
}

/** Whether the accident must be declared (Law 84/2015 art. 34.1.b): a death, or two seriously injured. */
export function isDeclarable({ dead, serious }: Pick<Casualties, 'dead' | 'serious'>, on: LegalDate): boolean {
  const threshold = valueOn(declarableSeriouslyInjured, on)
  return threshold !== undefined && (dead > 0 || serious >= threshold.value)
}

/**
 * Who investigates an accident known on the day. Null while the class is undetermined, and where the law names nobody:
 * before 1 July 2016, and for a worker without contract who was lightly hurt.
 */
export function investigationAuthority(
  casualties: Casualties,
  { abroad, informal, specialField }: AccidentSetting,
  on: LegalDate,
): InvestigationAuthority | null {
  const kind = investigationCase(casualties)
  const province = valueOn(accidentBodies[abroad ? 'ABROAD' : 'PROV_LABOUR'], on)
  const ministry = valueOn(accidentBodies.SPECIAL_FIELD, on)
  const commune = valueOn(accidentBodies.COMMUNE, on)
  if (kind === null || province === undefined || ministry === undefined || commune === undefined) return null

  if (kind === 'FATAL' || kind === 'SERIOUS_2PLUS') {
    if (specialField) return authority('central-possible', ministry.value, ['L84-2015 35.4', 'ND39-2016 21.2'], on)
    return authority(
      'provincial',
      province.value,
      ['L84-2015 35.2', abroad ? 'ND39-2016 11.2.b' : 'ND39-2016 11.2.a', 'TT06-2026-BNV 1.9'],
      on,
    )
  }
  if (!informal) return authority('base', EMPLOYER, ['L84-2015 35.1', 'ND39-2016 11.1'], on)
  if (kind === 'LIGHT') return null
  return authority('commune-record', commune.value, ['L84-2015 35.1', 'ND129-2025 43.1'], on)
}

const EMPLOYER: Bilingual = {
  vi: 'Người sử dụng lao động nơi xảy ra tai nạn',
  en: 'Employer of the establishment where the accident happened',
}

function authority(
  which: InvestigationAuthority['authority'],
  body: Bilingual,
  citations: readonly string[],
  on: LegalDate,
): InvestigationAuthority {
  return { authority: which, body, citations: citeInForce(citations, on) }
}
