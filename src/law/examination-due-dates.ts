import { occupationalDiseases } from '../reference/catalogue.ts'
import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { addCalendarDays, addMonths, addWorkingDays, type CountedDay } from './calendar.ts'
import { type DatedConstant, type DatedValue, valueOn } from './dated-constant.ts'
import type { DueDateOf } from './due-date.ts'
import {
  assessmentReferral,
  type CountedDays,
  type ExaminedGroup,
  firstDetectionMonths,
  periodicExaminationMonths,
  resultsReturn,
} from './examination-constants.ts'

export type ExaminationDuty = 'results' | 'assessment-referral' | 'periodic-examination' | 'first-detection'

export interface ExaminationDueDate extends DueDateOf<ExaminationDuty, 'facility' | 'employer'> {
  /** Of the diagnosed whom it concerns, what the caller knows them by; empty where it concerns the whole round. */
  readonly cases: readonly string[]
}

/** A person diagnosed in a round, as far as the referral to assessment depends on it. */
export interface DiagnosedCase {
  /** What the caller knows the case by. */
  readonly id: string
  readonly disease: string
  readonly examinedOn: LegalDate
  readonly treatmentEndedOn: LegalDate | null
  /** Referred, or assessed already. */
  readonly settled: boolean
}

/** A round of examinations as far as due dates depend on it. */
export interface ExaminationRound {
  /** Code of `examination-kinds`. */
  readonly kind: string
  readonly endedOn: LegalDate
  /** Who was examined: each group has its own interval. */
  readonly groups: readonly ExaminedGroup[]
  readonly diagnosed: readonly DiagnosedCase[]
}

/** A limit counted out: its last day, and the limit with its article. */
export type Counted<T> = CountedDay & { readonly limit: DatedValue<T> }

/** What a round of examinations obliges to, and by when. */
export function examinationDueDates(round: ExaminationRound): readonly ExaminationDueDate[] {
  return [...results(round), ...referrals(round), ...nextPeriodic(round), ...firstDetection(round)]
}

/**
 * The last day to return the results of an examination: 20 working days until 14 February 2026 (Circular 28/2016
 * art. 9.1.e), 20 days since (Circular 56/2025 art. 9.1.e). Undefined before the first of them.
 */
export function resultsDue(endedOn: LegalDate): Counted<CountedDays> | undefined {
  return countFrom(endedOn, resultsReturn)
}

/**
 * The day from which the referral of a diagnosed person is counted: the examination where treatment cannot stabilise
 * the disease, else the end of treatment. Null while that has not ended; undefined where nobody is referred: for a
 * disease outside the insured list, and for HIV, whose certificate stands for an assessment (Law 84/2015 art. 58.3).
 */
export function referralCountsFrom({
  disease,
  examinedOn,
  treatmentEndedOn,
}: Pick<DiagnosedCase, 'disease' | 'examinedOn' | 'treatmentEndedOn'>): LegalDate | null | undefined {
  const attributes = occupationalDiseases.find(disease, examinedOn)?.attributes
  if (attributes?.insured !== 'yes' || disease === HIV) return undefined
  return attributes['immediate-assessment'] === 'yes' ? examinedOn : treatmentEndedOn
}

/** The last day to refer somebody to assessment; 20 days or working days as for the results. */
export function referralDue(countedFrom: LegalDate): Counted<CountedDays> | undefined {
  return countFrom(countedFrom, assessmentReferral)
}

/** The last day for the next periodic examination; undefined before Law 84/2015. */
export function periodicExaminationDue(lastExaminedOn: LegalDate, group: ExaminedGroup): Counted<number> | undefined {
  return monthsFrom(lastExaminedOn, periodicExaminationMonths[group])
}

/** The last day for the first examination for diseases of somebody exposed; undefined before Circular 56/2025. */
export function firstDetectionDue(exposedSince: LegalDate): Counted<number> | undefined {
  return monthsFrom(exposedSince, firstDetectionMonths)
}

const HIV = 'OD-32'
const PERIODIC_KINDS = new Set(['pre-placement', 'periodic', 'detection'])

function results({ endedOn }: ExaminationRound): readonly ExaminationDueDate[] {
  const counted = resultsDue(endedOn)
  if (counted === undefined) return []
  const days = inWords(counted.limit.value)
  const text = {
    vi: `Trả kết quả khám cho người sử dụng lao động trong ${days.vi} kể từ khi kết thúc đợt khám`,
    en: `Return the results to the employer within ${days.en} of the end of the round`,
  }
  return [{ duty: 'results', owedBy: 'facility', ...dueOn(counted), text, cases: [] }]
}

/** One entry for all whose referral is counted from the same day. */
function referrals({ diagnosed, endedOn }: ExaminationRound): readonly ExaminationDueDate[] {
  const byStart = new Map<LegalDate | null, string[]>()
  for (const one of diagnosed) {
    const countedFrom = one.settled ? undefined : referralCountsFrom(one)
    if (countedFrom === undefined) continue
    const cases = byStart.get(countedFrom)
    if (cases) cases.push(one.id)
    else byStart.set(countedFrom, [one.id])
  }
  return [...byStart].flatMap(([countedFrom, cases]) =>
    countedFrom === null ? referralAfterTreatment(endedOn, cases) : referralFrom(countedFrom, cases),
  )
}

function referralFrom(countedFrom: LegalDate, cases: readonly string[]): readonly ExaminationDueDate[] {
  const counted = referralDue(countedFrom)
  if (counted === undefined) return []
  const days = inWords(counted.limit.value)
  const text = {
    vi: `Giới thiệu ${cases.length} người đi khám giám định trong ${days.vi} kể từ ngày ${countedFrom}`,
    en: `Refer the diagnosed (${cases.length}) to assessment within ${days.en} of ${countedFrom}`,
  }
  return [{ duty: 'assessment-referral', owedBy: 'employer', ...dueOn(counted), text, cases }]
}

function referralAfterTreatment(on: LegalDate, cases: readonly string[]): readonly ExaminationDueDate[] {
  const limit = valueOn(assessmentReferral, on)
  if (limit === undefined) return []
  const days = inWords(limit.value)
  const text = {
    vi: `Giới thiệu ${cases.length} người đi khám giám định trong ${days.vi} sau khi điều trị, phục hồi chức năng xong`,
    en: `Refer the diagnosed (${cases.length}) to assessment within ${days.en} of the end of treatment and rehabilitation`,
  }
  const undated = { due: null, certain: true, verified: limit.verified, citations: [limit.citation] }
  return [{ duty: 'assessment-referral', owedBy: 'employer', ...undated, text, cases }]
}

function nextPeriodic({ kind, endedOn, groups }: ExaminationRound): readonly ExaminationDueDate[] {
  if (!PERIODIC_KINDS.has(kind)) return []
  return groups.flatMap((group): ExaminationDueDate[] => {
    const counted = periodicExaminationDue(endedOn, group)
    if (counted === undefined) return []
    const { value: months } = counted.limit
    const text =
      group === 'general'
        ? {
            vi: `Khám sức khỏe định kỳ lần tiếp theo, kết hợp khám phát hiện bệnh nghề nghiệp, trong ${months} tháng`,
            en: `Next periodic examination, with that for occupational diseases, within ${months} months`,
          }
        : {
            vi: `Khám lần tiếp theo trong ${months} tháng cho người làm nghề nặng nhọc, độc hại, nguy hiểm, người khuyết tật, chưa thành niên, cao tuổi`,
            en: `Next examination within ${months} months of those in heavy or hazardous work, disabled, minor or elderly`,
          }
    return [{ duty: 'periodic-examination', owedBy: 'employer', ...dueOn(counted), text, cases: [] }]
  })
}

/** Who was examined before placement will be exposed from a day that is not known yet. */
function firstDetection({ kind, endedOn }: ExaminationRound): readonly ExaminationDueDate[] {
  const limit = kind === 'pre-placement' ? valueOn(firstDetectionMonths, endedOn) : undefined
  if (limit === undefined) return []
  const text = {
    vi: `Khám phát hiện bệnh nghề nghiệp lần đầu ${limit.value} tháng sau khi bắt đầu tiếp xúc với yếu tố có hại`,
    en: `First examination for occupational diseases ${limit.value} months after exposure begins`,
  }
  const undated = { due: null, certain: true, verified: limit.verified, citations: [limit.citation] }
  return [{ duty: 'first-detection', owedBy: 'employer', ...undated, text, cases: [] }]
}

function countFrom(start: LegalDate, constant: DatedConstant<CountedDays>): Counted<CountedDays> | undefined {
  const limit = valueOn(constant, start)
  if (limit === undefined) return undefined
  const { days, counted } = limit.value
  return { ...(counted === 'working' ? addWorkingDays(start, days) : addCalendarDays(start, days)), limit }
}

function monthsFrom(start: LegalDate, constant: DatedConstant<number>): Counted<number> | undefined {
  const limit = valueOn(constant, start)
  return limit && { date: addMonths(start, limit.value), certain: true, limit }
}

function dueOn({ date, certain, limit }: Counted<unknown>) {
  return { due: date, certain, verified: limit.verified, citations: [limit.citation] }
}

function inWords({ days, counted }: CountedDays): Bilingual {
  return counted === 'working'
    ? { vi: `${days} ngày làm việc`, en: `${days} working days` }
    : { vi: `${days} ngày`, en: `${days} days` }
}
