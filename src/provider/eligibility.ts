import { addDays, covers, type Interval, type LegalDate } from '../reference/legal-date.ts'
import type { FacilityFacts, Licence, MonitoringOrganisationFacts } from './facts.ts'

/** Why a facility may not examine for occupational diseases on a day. */
export type FacilityObstacle =
  | { readonly reason: 'no-licence' }
  /** In force on the day, but its scope leaves occupational diseases out. */
  | { readonly reason: 'scope'; readonly licence: string }
  | { readonly reason: 'not-yet-licensed'; readonly licence: string; readonly validFrom: LegalDate }
  | { readonly reason: 'expired'; readonly licence: string; readonly validTo: LegalDate }
  | { readonly reason: 'revoked'; readonly licence: string; readonly revokedOn: LegalDate }

/** Why a facility may not examine away from its premises on a day. */
export type MobileObstacle =
  | { readonly reason: 'mobile-undeclared' }
  | { readonly reason: 'mobile-not-yet-declared'; readonly declaredOn: LegalDate }
  | { readonly reason: 'mobile-expired'; readonly validTo: LegalDate }

/** Why an organisation may not monitor in a period. */
export type OrganisationObstacle =
  | { readonly reason: 'not-yet-announced'; readonly announcedOn: LegalDate }
  | { readonly reason: 'withdrawn'; readonly withdrawnOn: LegalDate }
  /** `to`: null until further notice. */
  | {
      readonly reason: 'suspended'
      readonly from: LegalDate
      readonly to: LegalDate | null
      readonly decision: string
    }

/**
 * Null when a licence that covers occupational diseases is in force on the day (Law 84/2015, Art. 21.4; Circular
 * 56/2025, Art. 2.1); otherwise the obstacle nearest to the day.
 */
export function facilityMayExamine(
  { licences }: Pick<FacilityFacts, 'licences'>,
  on: LegalDate,
): FacilityObstacle | null {
  const covering = licences.filter((licence) => licence.coversOccupationalDiseases)
  if (covering.some((licence) => covers(periodOf(licence), on))) return null

  const other = licences.find((licence) => covers(periodOf(licence), on))
  if (other) return { reason: 'scope', licence: other.number }
  const last = latest(covering.filter(({ validFrom }) => validFrom <= on))
  if (last) return ended(last, on)
  const [next] = covering.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  if (next) return { reason: 'not-yet-licensed', licence: next.number, validFrom: next.validFrom }
  return { reason: 'no-licence' }
}

/** Null when the facility had declared mobile examination by the day (Circular 56/2025, Art. 2.2; Decree 96/2023, Art. 82-83). */
export function facilityMayExamineAtWorkplace(
  { mobileExamination: mobile }: Pick<FacilityFacts, 'mobileExamination'>,
  on: LegalDate,
): MobileObstacle | null {
  if (mobile === null) return { reason: 'mobile-undeclared' }
  if (on < mobile.declaredOn) return { reason: 'mobile-not-yet-declared', declaredOn: mobile.declaredOn }
  return mobile.validTo !== null && mobile.validTo < on ? { reason: 'mobile-expired', validTo: mobile.validTo } : null
}

/**
 * Null when the organisation was announced, neither withdrawn nor suspended, on every day from `from` to `to` (Decree
 * 44/2016, Art. 34.4, 40.4).
 */
export function organisationMayMonitor(
  organisation: Pick<MonitoringOrganisationFacts, 'announcement' | 'withdrawnOn' | 'suspensions'>,
  from: LegalDate,
  to: LegalDate,
): OrganisationObstacle | null {
  const { announcement, withdrawnOn, suspensions } = organisation
  const { announcedOn } = announcement
  if (from < announcedOn) return { reason: 'not-yet-announced', announcedOn }
  if (withdrawnOn !== null && withdrawnOn <= to) return { reason: 'withdrawn', withdrawnOn }
  const met = suspensions.find(
    (suspension) => suspension.from <= to && (suspension.to === null || from <= suspension.to),
  )
  return met ? { reason: 'suspended', ...met } : null
}

/** When a provider may work: in `granted`, except for `interrupted`. */
export interface Periods {
  readonly granted: readonly Interval[]
  readonly interrupted: readonly Interval[]
}

/** The days on which {@link facilityMayExamine} finds no obstacle. */
export function facilityPeriods({ licences }: Pick<FacilityFacts, 'licences'>): Periods {
  return {
    granted: licences.filter(({ coversOccupationalDiseases }) => coversOccupationalDiseases).map(periodOf),
    interrupted: [],
  }
}

/** The days on which {@link organisationMayMonitor} finds no obstacle. */
export function organisationPeriods({
  announcement,
  withdrawnOn,
  suspensions,
}: Pick<MonitoringOrganisationFacts, 'announcement' | 'withdrawnOn' | 'suspensions'>): Periods {
  return {
    granted: [{ validFrom: announcement.announcedOn, validTo: withdrawnOn && addDays(withdrawnOn, -1) }],
    interrupted: suspensions.map(({ from, to }) => ({ validFrom: from, validTo: to })),
  }
}

/** Until the day before it was revoked, or to its end. */
function periodOf(licence: Licence): Interval {
  return { validFrom: licence.validFrom, validTo: lastDay(licence) }
}

function lastDay({ validTo, revokedOn }: Licence): LegalDate | null {
  const beforeRevoked = revokedOn && addDays(revokedOn, -1)
  if (beforeRevoked === null || validTo === null) return beforeRevoked ?? validTo
  return beforeRevoked < validTo ? beforeRevoked : validTo
}

/** The one that lasted longest. */
function latest(licences: readonly Licence[]): Licence | undefined {
  return licences.toSorted((a, b) => ((lastDay(a) ?? '') < (lastDay(b) ?? '') ? 1 : -1))[0]
}

/** Of a licence that began and is not in force on the day. */
function ended({ number: licence, validTo, revokedOn }: Licence, on: LegalDate): FacilityObstacle {
  if (revokedOn !== null && revokedOn <= on && (validTo === null || revokedOn <= validTo)) {
    return { reason: 'revoked', licence, revokedOn }
  }
  if (validTo === null) throw new Error(`licence ${licence} has not ended by ${on}`)
  return { reason: 'expired', licence, validTo }
}
