import type { FilingContext } from '../declaration/filing-context.ts'
import { type PlaceFacts, placeOf, placeOfHeadOffice } from '../declaration/place.ts'
import { criteriaOfForm, type DiseaseCriteria } from '../law/disease-criteria.ts'
import { diseasesOfHazard, hazardsOfDisease } from '../law/disease-hazards.ts'
import { referralCountsFrom, referralDue } from '../law/examination-due-dates.ts'
import { occupationalDiseases } from '../reference/catalogue.ts'
import type { CodeEntry } from '../reference/code-list.ts'
import { daysBetween, type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import type { Dated } from '../rules/rule.ts'
import { mapInSlices } from '../rules/slices.ts'
import type { DiseaseKnown } from './known.ts'
import type { DiseaseCase, DiseaseScreening, PersonCount, ScreenedDisease, ScreenedHazard } from './schema.ts'
import type { Band } from './vocabulary.ts'

/** Everything a rule about a screening may look at. */
export interface DiseaseFacts extends Dated {
  /** As filed, without the parts whose type or shape was wrong. */
  readonly declaration: DiseaseScreening
  readonly context: FilingContext<DiseaseKnown>
  readonly examination: NonNullable<DiseaseScreening['examination']>
  /** Distinct persons now employed. */
  readonly exposed: Sexes
  readonly examined: Sexes
  /** Everybody employed: as filed, else as registered. */
  readonly workforce: { readonly total: number | null; readonly women: number | null }
  readonly formerExamined: Sexes
  readonly hazards: readonly HazardFacts[]
  readonly results: readonly ResultFacts[]
  readonly cases: readonly CaseFacts[]
  /** Where the examined work: as filed, else the head office. */
  readonly place: PlaceFacts | null
  readonly dates: Readonly<Record<'from' | 'examined' | 'returned' | 'received', LegalDate | null>>
}

/** Nothing filed counts as nobody; what is missing is told by rules of its own. */
export interface Sexes {
  readonly total: number
  readonly women: number
}

export interface HazardFacts {
  readonly index: number
  readonly filed: ScreenedHazard
  readonly exposed: Sexes
  readonly examined: Sexes
  /** Codes of the insured diseases it may cause. */
  readonly diseases: readonly string[]
}

/** One row of persons x disease. */
export interface ResultFacts {
  readonly index: number
  readonly filed: ScreenedDisease
  /** As the list in force on the legal date has it. */
  readonly entry: CodeEntry | undefined
  readonly insured: boolean
  /** Codes of the hazard factors that may cause it. */
  readonly causes: readonly string[]
  readonly examined: Sexes
  readonly diagnosed: Sexes
  /** Without those of earlier rounds. */
  readonly diagnosedNew: Sexes
  readonly assessed: Sexes
}

export interface CaseFacts {
  readonly index: number
  readonly filed: DiseaseCase
  /** Chooses the version of the law for this case: the diagnosis, else the examination, else the end of the round. */
  readonly legalDate: LegalDate
  readonly birthYear: number | null
  /** Days of exposure, as stated in years or from its dates; null where neither is told. */
  readonly exposureDays: number | null
  /** What the annex of the disease asks for, of its form; undefined where nothing was read. */
  readonly criteria: DiseaseCriteria | undefined
  /** The last day to refer the person to assessment; null where nobody is owed that, or it does not run yet. */
  readonly referral: { readonly due: LegalDate; readonly immediate: boolean } | null
}

export const DAYS_A_YEAR = 365.25

export async function diseaseFacts(
  declaration: DiseaseScreening,
  context: FilingContext<DiseaseKnown>,
): Promise<DiseaseFacts> {
  const { examination = {}, persons = {}, workforce = {} } = declaration
  const received = legalDateOf(context.receivedAt)
  const examined = asDate(examination.to) ?? asDate(examination.from)
  const legalDate = examined ?? received
  return {
    declaration,
    context,
    examination,
    exposed: sexes(persons.exposed),
    examined: sexes(persons.examined),
    workforce: {
      total: workforce.total ?? context.register?.workers ?? null,
      women: workforce.women ?? context.register?.women ?? null,
    },
    formerExamined: sexes(declaration.formerWorkers?.examined),
    hazards: (declaration.hazards ?? []).map((filed, index) => hazardFacts(filed, index, legalDate)),
    results: (declaration.diseases ?? []).map((filed, index) => resultFacts(filed, index, legalDate)),
    cases: await mapInSlices(declaration.cases ?? [], (filed, index) => caseFacts(filed, index, legalDate)),
    place: placeOf(declaration.site?.unit, legalDate) ?? placeOfHeadOffice(context.register?.headOffice),
    legalDate,
    dates: { from: asDate(examination.from), examined, returned: asDate(examination.resultsReturnedOn), received },
  }
}

export function sexes(count: PersonCount | undefined): Sexes {
  return { total: count?.total ?? 0, women: count?.women ?? 0 }
}

function hazardFacts(filed: ScreenedHazard, index: number, on: LegalDate): HazardFacts {
  return {
    index,
    filed,
    exposed: sexes(filed.exposed),
    examined: sexes(filed.examined),
    diseases: filed.factor === undefined ? [] : diseasesOfHazard(filed.factor, on),
  }
}

function resultFacts(filed: ScreenedDisease, index: number, on: LegalDate): ResultFacts {
  const entry = filed.disease === undefined ? undefined : occupationalDiseases.find(filed.disease, on)
  const diagnosed = sexes(filed.diagnosed)
  const earlier = sexes(filed.diagnosedEarlier)
  return {
    index,
    filed,
    entry,
    insured: entry?.attributes.insured === 'yes',
    causes: filed.disease === undefined ? [] : hazardsOfDisease(filed.disease, on),
    examined: sexes(filed.examined),
    diagnosed,
    diagnosedNew: {
      total: Math.max(0, diagnosed.total - earlier.total),
      women: Math.max(0, diagnosed.women - earlier.women),
    },
    assessed: sexes(filed.assessed),
  }
}

function caseFacts(filed: DiseaseCase, index: number, roundEnd: LegalDate): CaseFacts {
  const { birthDate, birthYear } = filed.person ?? {}
  const legalDate = asDate(filed.diagnosedOn) ?? asDate(filed.examinedOn) ?? roundEnd
  return {
    index,
    filed,
    legalDate,
    birthYear: birthDate === undefined ? (birthYear ?? null) : Number(birthDate.slice(0, 4)),
    exposureDays: exposureDays(filed),
    criteria: filed.disease === undefined ? undefined : criteriaOfForm(filed.disease, filed.form ?? 'any', legalDate),
    referral: referralOf(filed),
  }
}

function referralOf({ disease, examinedOn: examined, treatmentEndedOn }: DiseaseCase): CaseFacts['referral'] {
  const examinedOn = asDate(examined)
  if (disease === undefined || examinedOn === null) return null
  const countedFrom = referralCountsFrom({ disease, examinedOn, treatmentEndedOn: asDate(treatmentEndedOn) })
  const due = countedFrom ? referralDue(countedFrom) : undefined
  const attributes = occupationalDiseases.find(disease, examinedOn)?.attributes
  return due === undefined ? null : { due: due.date, immediate: attributes?.['immediate-assessment'] === 'yes' }
}

function exposureDays({ exposureYears, exposureStart, exposureEnd, diagnosedOn }: DiseaseCase): number | null {
  if (exposureYears !== undefined) return exposureYears * DAYS_A_YEAR
  const start = asDate(exposureStart)
  const end = asDate(exposureEnd) ?? asDate(diagnosedOn)
  return start === null || end === null ? null : daysBetween(start, end)
}

/** In whole years on a day; by year of birth alone where that is all that is known. */
export function ageOn({ filed, birthYear }: CaseFacts, on: LegalDate): number | null {
  if (birthYear === null) return null
  const birthDate = filed.person?.birthDate
  const notYet = birthDate !== undefined && on.slice(5) < birthDate.slice(5) ? 1 : 0
  return Number(on.slice(0, 4)) - birthYear - notYet
}

/** Of the percentage of reduced capacity: Law 84/2015, Arts. 46.1.b, 48 and 49. */
export function bandOf(percent: number): Band {
  if (percent < 5) return 'under5'
  return percent <= 30 ? 'from5to30' : 'from31'
}

/** The schema has held the text to a day of the calendar. */
export function asDate(text: string | undefined): LegalDate | null {
  return (text ?? null) as LegalDate | null
}
