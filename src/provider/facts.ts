import type { UnitRef } from '../reference/administrative-units.ts'
import type { LegalDate } from '../reference/legal-date.ts'

/** What both registers keep of whoever examines workers or monitors their environment. */
export interface ProviderFacts {
  readonly name: string
  readonly address: string
  /** Of the head office: decides which health offices keep the record. */
  readonly unit: UnitRef
  /** Of the organisation, for the public. */
  readonly phone: string | null
}

/** A medical facility that examines for occupational diseases (Law 84/2015, Art. 21.4). */
export interface FacilityFacts extends ProviderFacts {
  readonly licences: readonly Licence[]
  /** Declared to the health office (Decree 96/2023, Art. 82-83); null: examines on its own premises only. */
  readonly mobileExamination: MobileExamination | null
}

/** A licence to operate; the days are legal days, both ends inclusive. */
export interface Licence {
  readonly number: string
  readonly issuedOn: LegalDate
  readonly issuedBy: string
  readonly validFrom: LegalDate
  readonly validTo: LegalDate | null
  /** From this day on it is no licence. */
  readonly revokedOn: LegalDate | null
  /** Whether its scope has examination for occupational diseases (Circular 56/2025, Art. 2.1). */
  readonly coversOccupationalDiseases: boolean
}

export interface MobileExamination {
  readonly declaredOn: LegalDate
  readonly validTo: LegalDate | null
}

/** An organisation announced as able to monitor the working environment (Decree 44/2016, Art. 33-34). */
export interface MonitoringOrganisationFacts extends ProviderFacts {
  /** Position of who represents it, never a name: the register is open. */
  readonly representative: string | null
  readonly dossierReceivedOn: LegalDate | null
  readonly announcement: Announcement
  /** From this day on it may not monitor. */
  readonly withdrawnOn: LegalDate | null
  /** What it can measure: codes of `monitored-factors`, and CAS numbers of substances. */
  readonly factors: readonly string[]
  readonly suspensions: readonly Suspension[]
  /** Null where the register does not tell, here and below. */
  readonly lead: Lead | null
  /** With a contract of 12 months at least, intermediate level and a certificate (Decree 44/2016, Art. 33.2.b). */
  readonly qualifiedStaff: number | null
  /** Last refresher course of the head (Decree 44/2016, Art. 44.9). */
  readonly headRefreshedOn: LegalDate | null
  /** Reports that a penalty decision made void. */
  readonly cancelledReports: readonly CancelledReport[]
  readonly movedOn: LegalDate | null
  readonly moveNoticedOn: LegalDate | null
}

export interface Announcement {
  readonly number: string
  readonly announcedOn: LegalDate
  readonly announcedBy: string
  /** When the office sent its list to the Ministry (Circular 19/2016, Art. 12). */
  readonly listSentOn: LegalDate | null
}

/** Both ends inclusive; null: until further notice. */
export interface Suspension {
  readonly from: LegalDate
  readonly to: LegalDate | null
  readonly decision: string
}

export const DEGREES = ['intermediate', 'college', 'university', 'postgraduate'] as const
export const FIELDS = ['health', 'environment', 'biochemistry', 'other'] as const

/** Who is in charge of monitoring, as far as the law asks; no name. */
export interface Lead {
  readonly degree: (typeof DEGREES)[number]
  readonly field: (typeof FIELDS)[number]
  /** Whole years. */
  readonly yearsMonitoring: number
  readonly yearsPreventiveMedicine: number
  readonly certificate: boolean
}

export interface CancelledReport {
  readonly reportNumber: string
  readonly decision: string
  readonly on: LegalDate
}
