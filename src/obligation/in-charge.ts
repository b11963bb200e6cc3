import { type Caller, hasJurisdiction, type Role } from '../access/caller.ts'
import type { Bilingual } from '../reference/code-list.ts'
import type { ObligationRow } from './row.ts'
import { DUTY_NAMES, OF_EVENTS, PARTY_NAMES, type Party } from './vocabulary.ts'

/** A provincial team is led by the labour office (Law 84/2015, Art. 35.2). */
const OWN: Readonly<Partial<Record<Role, readonly Party[]>>> = {
  commune: ['commune'],
  'labour-office': ['labour-office', 'provincial-team'],
  'health-office': ['health-office'],
}

/** The parties whose duties are the caller's own. Of the whole country is a ministry, to which offices answer. */
export function ownParties({ role, jurisdiction }: Pick<Caller, 'role' | 'jurisdiction'>): readonly Party[] {
  return jurisdiction !== null && 'national' in jurisdiction ? [] : (OWN[role] ?? [])
}

/**
 * Why a caller does not decide about a waiver; null: it does. An office decides about what it watches over, where it is in
 * charge, and never about its own duty. In charge of an accident or incident is who is at the place (Law 84/2015,
 * Art. 35.2; Decree 39/2016, Art. 11.2.a); where that lies in no province of Viet Nam, whose head office it is.
 */
export function whyNotWaived(
  caller: Pick<Caller, 'role' | 'jurisdiction'>,
  {
    duty,
    owed_by,
    source_kind,
    reach,
    office_reach,
  }: Pick<ObligationRow, 'duty' | 'owed_by' | 'source_kind' | 'reach' | 'office_reach'>,
): Bilingual | null {
  const { office } = DUTY_NAMES[duty]
  if (ownParties(caller).includes(owed_by)) return OWN_DUTY
  if (caller.role !== office) return anotherOffice(office)
  const placed = OF_EVENTS.includes(source_kind) && reach.length > 0 ? reach : [...reach, ...office_reach]
  return caller.jurisdiction !== null && hasJurisdiction(caller.jurisdiction, placed) ? null : ELSEWHERE
}

const OWN_DUTY: Bilingual = {
  vi: 'Không thể tự miễn nghĩa vụ của chính cơ quan mình; cơ quan cấp trên nhận báo cáo quyết định.',
  en: 'An office does not waive its own duty; that is for the authority it answers to.',
}

const ELSEWHERE: Bilingual = {
  vi: 'Chỉ cơ quan của địa bàn nơi xảy ra tai nạn, sự cố quyết định (Luật 84/2015, Điều 35 khoản 2; Nghị định 39/2016, Điều 11 khoản 2 điểm a); cơ quan nơi đặt trụ sở chính chỉ xem.',
  en: 'Only the office of where it happened decides (Law 84/2015, Art. 35.2; Decree 39/2016, Art. 11.2.a); that of the head office reads it.',
}

function anotherOffice(office: Party): Bilingual {
  const { vi, en } = PARTY_NAMES[office]
  return {
    vi: `Nghĩa vụ này do ${vi} theo dõi và quyết định.`,
    en: `${en} watches over this duty and decides.`,
  }
}
