import type { Measured, NotAssessableReason } from './assessment.ts'
import type { ExposureLimit, LimitConditions, Range } from './limit.ts'
import { isKnown } from './limit.ts'
import { isBySubstance, type LimitBook, limitsFor, silicaFactorOf } from './limit-book.ts'
import { canonicalUnit, isConvertible } from './units.ts'

export type Limits = readonly [ExposureLimit, ...ExposureLimit[]]

/** The rows of one entry of one text that fit, one for each averaging time, or why there are none. */
export type Choice =
  | {
      readonly limits: Limits
      /** Of a dust that is judged by its free silica how much of it, %; null where the value itself is compared. */
      readonly silica: number | null
    }
  | { readonly reason: NotAssessableReason }

/** Holds for what no later regulation lists. */
const OLDEST = 'QD3733-2002-BYT'

/**
 * Finds the rows that judge what was measured: in force on its day, named or else not by name only, of the latest
 * regulation, in a unit that can be compared, with every condition met. Of two that fit the one with more conditions.
 */
export function chooseLimits(measured: Measured, book: LimitBook): Choice {
  const { factor, cas, limitCode, freeSilicaPercent = 0, on } = measured
  if (isBySubstance(factor) && cas === undefined && limitCode === undefined) return { reason: 'condition-missing' }
  const own = limitsFor(book, measured, on)
  const silicaFactor = freeSilicaPercent > 0 ? silicaFactorOf(factor) : undefined
  if (silicaFactor !== undefined && !own.some(({ conditions }) => isWithin(freeSilicaPercent, conditions.freeSilica))) {
    return choose(limitsFor(book, { factor: silicaFactor }, on), measured, freeSilicaPercent)
  }
  return choose(own, measured, null)
}

/** The unit values are compared in: a dose is told of, an irradiance is measured. */
export function comparedUnit({ byDuration, unit }: ExposureLimit): string {
  return byDuration === 'uv-dose' ? 'µW/cm²' : unit
}

function choose(inForce: readonly ExposureLimit[], measured: Measured, silica: number | null): Choice {
  if (inForce.length === 0) return { reason: 'no-limit' }
  const named = ofName(inForce, measured.limitCode)
  if (named.length === 0) return { reason: 'condition-unknown' }
  const latest = named.some(({ regulation }) => regulation !== OLDEST)
    ? named.filter(({ regulation }) => regulation !== OLDEST)
    : named
  const unit = canonicalUnit(measured.unit)
  const comparable = latest.filter((limit) => unit !== null && isConvertible(unit, comparedUnit(limit)))
  if (comparable.length === 0) return { reason: 'wrong-unit' }

  const fitting: ExposureLimit[] = []
  let reason: NotAssessableReason | null = null
  for (const limit of comparable) {
    const obstacle = obstacleOf(limit.conditions, measured)
    if (obstacle === null) fitting.push(limit)
    else if (reason === null || PRECEDENCE.indexOf(obstacle) < PRECEDENCE.indexOf(reason)) reason = obstacle
  }
  const [first, ...others] = mostSpecific(fitting)
  if (first === undefined) return { reason: reason ?? 'condition-unknown' }
  if (others.some((limit) => entryOf(limit) !== entryOf(first))) return { reason: 'several-limits' }
  return [first, ...others].some(isKnown) ? { limits: [first, ...others], silica } : { reason: 'limit-not-known' }
}

/** By id, or by the part of it that names the entry; without a name those that need none. */
function ofName(limits: readonly ExposureLimit[], name: string | undefined): readonly ExposureLimit[] {
  if (name === undefined) return limits.filter(({ conditions }) => conditions.onlyIfNamed === undefined)
  const exact = limits.find(({ id }) => id === name)
  if (exact !== undefined && !isAveraged(exact)) return [exact]
  const entry = exact === undefined ? name : entryOf(exact)
  return limits.filter((limit) => entryOf(limit) === entry)
}

const AVERAGED_UNITS: ReadonlySet<string> = new Set(['mg/m³', 'sợi/mL'])

/** Only what is breathed in is averaged in several ways; a level or a field has one limit. */
export function isAveraged({ unit }: ExposureLimit): boolean {
  return AVERAGED_UNITS.has(unit)
}

function entryOf({ id }: ExposureLimit): string {
  return id.slice(0, id.lastIndexOf('/'))
}

function mostSpecific(limits: readonly ExposureLimit[]): readonly ExposureLimit[] {
  if (limits.length < 2) return limits
  const greatest = Math.max(...limits.map(conditionsOf))
  return limits.filter((limit) => conditionsOf(limit) === greatest)
}

function conditionsOf({ conditions }: ExposureLimit): number {
  return Object.keys(conditions).length
}

/** Which of the obstacles to several rows is told: the one that no other answer would remove. */
const PRECEDENCE: readonly NotAssessableReason[] = [
  'place-outside-scope',
  'labour-class-missing',
  'exposure-time-missing',
  'condition-missing',
  'condition-unknown',
]

/** Why a row does not hold for what was measured; null where it does. */
function obstacleOf(conditions: LimitConditions, measured: Measured): NotAssessableReason | null {
  if (conditions.place !== undefined && conditions.place !== (measured.place ?? 'indoor')) return 'place-outside-scope'
  if (conditions.labourClass !== undefined && measured.labourClass === undefined) return 'labour-class-missing'
  const { exposureMinutes, frequencyHz } = measured
  if (conditions.exposure !== undefined && exposureMinutes === undefined) return 'exposure-time-missing'
  return (
    unequal(conditions.labourClass, measured.labourClass) ??
    unequal(conditions.roomType, measured.roomType) ??
    unequal(conditions.lightingWork, measured.lightingWork) ??
    unequal(conditions.dustGroup, measured.dustGroup ?? dustGroupOf(measured)) ??
    unequal(conditions.axis, measured.axis === undefined || measured.axis === 'z' ? measured.axis : 'xy') ??
    outside(conditions.bodyShare, measured.bodyShare) ??
    outside(conditions.frequency, frequencyHz === undefined ? undefined : frequencyHz / 1_000_000) ??
    outside(conditions.freeSilica, measured.freeSilicaPercent) ??
    outside(conditions.exposure, exposureMinutes)
  )
}

/** Chrysotile is the one serpentine asbestos (QCVN 02:2019/BYT). */
function dustGroupOf({ factor, cas }: Measured): string | undefined {
  return factor === 'DU-ASB' && cas === '12001-29-5' ? 'DU-ASB-SERP' : undefined
}

function unequal(wanted: string | undefined, told: string | undefined): NotAssessableReason | null {
  if (wanted === undefined || wanted === told) return null
  return told === undefined ? 'condition-missing' : 'condition-unknown'
}

function outside(range: Range | undefined, told: number | undefined): NotAssessableReason | null {
  if (range === undefined) return null
  if (told === undefined) return 'condition-missing'
  return isWithin(told, range) ? null : 'condition-unknown'
}

function isWithin(value: number, range: Range | undefined): boolean {
  if (range === undefined) return false
  const { from, fromIncluded, to, toIncluded } = range
  return (fromIncluded ? value >= from : value > from) && (toIncluded ? value <= to : value < to)
}
