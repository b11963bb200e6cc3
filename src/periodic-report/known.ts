import type { UnitRef } from '../reference/administrative-units.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'
import type { DeclaredAccident } from './accident-summary/declared-accident.ts'
import type { FiledCampaign } from './monitor-annual/campaigns-filed.ts'
import type { DeclaredCampaign, DeclaredHealth } from './occupational-health/declared-health.ts'
import type { FiledOfficeSummary } from './office-summary/filed-schema.ts'
import type { DeclaredYear } from './osh-annual/year-declared.ts'
import type { ReceivedReports } from './received-reports/schema.ts'
import type { ReportKind } from './vocabulary.ts'

/** What is looked up before a report is judged, as JSON kept with its revision; each form adds what it needs. */
export interface ReportKnown {
  /** This report as it was filed first; null for a first filing. */
  readonly own: OwnReport | null
  /** Null where nobody said whose report it is. */
  readonly history: ReportHistory | null
  /** The commune that files for its workers without contract; null for any other. */
  readonly commune: UnitRef | null
  /** The office or organisation that reports on itself; absent for enterprises and communes. */
  readonly self?: SelfReporter
  /** Accidents declared of the period; null where the form does not ask for them. */
  readonly accidents: readonly DeclaredAccident[] | null
  /** Diagnoses and samples declared of the year; absent where the form does not ask for them. */
  readonly declaredYear?: DeclaredYear
  /** Screenings, campaigns and accidents declared of the period; absent where the form does not ask for them. */
  readonly health?: DeclaredHealth
  /** Campaigns declared of the year; absent where the form does not ask for them alone. */
  readonly campaigns?: readonly DeclaredCampaign[]
  /** Campaigns of the year that a monitoring organisation filed itself; absent for all others. */
  readonly filedCampaigns?: readonly FiledCampaign[]
  /** The summary of accidents as the reports that the office holds give it; absent for any other report. */
  readonly summaryHeld?: FiledOfficeSummary
  /** The sums of the reports that the office holds, of the kind it reports on; absent for any other report. */
  readonly receivedHeld?: ReceivedReports
}

/** Who reports: the tenant's kind. */
export type Reporter = 'enterprise' | 'commune' | SelfReporter['kind']

/** As they are called in sentences. */
export const REPORTER_NAMES: Readonly<Record<Reporter, Text>> = {
  enterprise: { vi: 'cơ sở sử dụng lao động', en: 'the enterprise' },
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: 'the commune' },
  'labour-office': { vi: 'cơ quan lao động cấp tỉnh', en: 'the provincial labour office' },
  'health-office': { vi: 'cơ quan y tế cấp tỉnh', en: 'the provincial health office' },
  monitor: { vi: 'tổ chức quan trắc môi trường lao động', en: 'the monitoring organisation' },
}

export interface SelfReporter {
  readonly kind: 'labour-office' | 'health-office' | 'monitor'
  /** Of the office; where the organisation has its head office. */
  readonly unit: UnitRef
  /** Of the organisation; offices are called by their unit. */
  readonly name: string | null
}

/** Whose report it is. */
export function reporterOf({ self, commune }: Pick<ReportKnown, 'self' | 'commune'>): Reporter {
  return self?.kind ?? (commune === null ? 'enterprise' : 'commune')
}

export interface OwnReport {
  readonly kind: ReportKind
  /** `2026` or `2026-H1`. */
  readonly period: string
  /** The day it was first received, on paper or here. */
  readonly receivedOn: LegalDate
  /** How many reports of the same kind and period were withdrawn before it. */
  readonly attempt: number
}

/** What the same filer reported before. */
export interface ReportHistory {
  /** Reports of any kind of this year and the one before, without withdrawn ones and this one. */
  readonly reports: readonly EarlierReport[]
  /** How many reports of the same kind and period were withdrawn. */
  readonly withdrawn: number
}

export interface EarlierReport {
  readonly id: string
  readonly kind: ReportKind
  readonly period: string
  readonly receivedOn: LegalDate
  readonly workers: number | null
  readonly women: number | null
  /** Every number of the report by the name of its cell. */
  readonly figures: Readonly<Record<string, number>>
}

/** What may be drafted for those, and compared with what they file, to whom no diagnosis is shown. */
export function withoutDiagnoses(known: ReportKnown): ReportKnown {
  const { health: _, ...rest } = known
  return rest.declaredYear ? { ...rest, declaredYear: { ...rest.declaredYear, diseases: null } } : rest
}
