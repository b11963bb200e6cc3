import { covers, type LegalDate } from '../../reference/legal-date.ts'
import { once } from '../../reference/once.ts'
import type { ExposureLimit } from './limit.ts'
import { limitRows } from './limit-rows.ts'

/** What is looked up: a factor of `monitored-factors`, and for a chemical which one. */
export interface Subject {
  readonly factor: string
  readonly cas?: string
}

export interface LimitNeed extends Subject {
  /** Day of the sample. */
  readonly on: LegalDate
}

/** Limits by what is looked up: thousands of values are held to them. */
export interface LimitBook {
  readonly limits: readonly ExposureLimit[]
  readonly byFactor: ReadonlyMap<string, readonly ExposureLimit[]>
  /** Of chemicals only. */
  readonly byCas: ReadonlyMap<string, readonly ExposureLimit[]>
}

/** Factors that stand for any substance: which one the CAS number says. */
const BY_SUBSTANCE: ReadonlySet<string> = new Set(['CH-INORG', 'CH-ORG', 'DU-METAL'])

/** Dust that holds free silica is judged by it (QCVN 02:2019/BYT). */
const SILICA_OF: ReadonlyMap<string, string> = new Map([
  ['DU-TOT', 'DU-SIO2-TOT'],
  ['DU-RESP', 'DU-SIO2-RESP'],
  ['DU-COAL-TOT', 'DU-SIO2-TOT'],
  ['DU-COAL-RESP', 'DU-SIO2-RESP'],
])

const NONE: readonly ExposureLimit[] = []

export function limitBook(limits: readonly ExposureLimit[]): LimitBook {
  const byFactor = new Map<string, ExposureLimit[]>()
  const byCas = new Map<string, ExposureLimit[]>()
  for (const limit of limits) {
    put(byFactor, limit.factor, limit)
    if (isBySubstance(limit.factor)) for (const cas of limit.cas) put(byCas, cas, limit)
  }
  return { limits, byFactor, byCas }
}

/** The limits of the data files with what the office supplied. */
export const builtInLimits: () => LimitBook = once(() => limitBook(limitRows()))

/** Whether the factor names no substance by itself. */
export function isBySubstance(factor: string): boolean {
  return BY_SUBSTANCE.has(factor)
}

/** The factor by which the free silica of a dust is judged; undefined for what is no such dust. */
export function silicaFactorOf(factor: string): string | undefined {
  return SILICA_OF.get(factor)
}

/** Limits in force on the day, of all conditions and averaging times; a chemical is found by its CAS number. */
export function limitsFor(book: LimitBook, { factor, cas }: Subject, on: LegalDate): readonly ExposureLimit[] {
  const limits = isBySubstance(factor) && cas !== undefined ? book.byCas.get(cas) : book.byFactor.get(factor)
  return (limits ?? NONE).filter((limit) => covers(limit, on))
}

/** All limits that may judge what was measured, once each. */
export function candidates(book: LimitBook, needs: Iterable<LimitNeed>): readonly ExposureLimit[] {
  const found = new Set<ExposureLimit>()
  const asked = new Set<string>()
  for (const { factor, cas, on } of needs) {
    const key = `${factor} ${cas ?? ''} ${on}`
    if (asked.has(key)) continue
    asked.add(key)
    for (const limit of limitsFor(book, { factor, cas }, on)) found.add(limit)
    const silica = silicaFactorOf(factor)
    if (silica !== undefined) for (const limit of limitsFor(book, { factor: silica }, on)) found.add(limit)
  }
  return [...found]
}

function put(map: Map<string, ExposureLimit[]>, key: string, limit: ExposureLimit): void {
  const limits = map.get(key)
  if (limits === undefined) map.set(key, [limit])
  else limits.push(limit)
}
