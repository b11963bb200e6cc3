import type { Assessment, Measured, NotAssessableReason } from './assessment.ts'
import { type Bound, type Bounded, boundOf, excursionBound, rounded } from './bound.ts'
import { chooseLimits, comparedUnit, isAveraged, type Limits } from './choose-limit.ts'
import { EXCURSION, freeSilica, mixtureSum } from './formulas.ts'
import type { ExposureLimit, SampleType } from './limit.ts'
import { isKnown } from './limit.ts'
import type { LimitBook } from './limit-book.ts'
import { canonicalUnit, convert } from './units.ts'

export type { Assessment, Correction, Measured, NotAssessableReason } from './assessment.ts'

/**
 * Holds what was measured to the limit in force on its day. A substance without a limit, or with one that is not known
 * here, never passes (Decree 44/2016, Art. 35.6). Where limit or formula are unverified the verdict is advisory.
 */
export function assess(measured: Measured, book: LimitBook): Assessment {
  const choice = chooseLimits(measured, book)
  if ('reason' in choice) return notAssessable(measured, choice.reason)
  const { limits, silica } = choice
  const [first] = limits
  const amount = measured.belowDetection?.detectionLimit ?? measured.value
  if (amount === undefined) return notAssessable(measured, 'value-missing', first)
  const unit = comparedUnit(first)
  const converted = convert(amount, measured.unit, unit, first.molarMass)
  if ('wrongUnit' in converted) return notAssessable(measured, 'wrong-unit', first)
  if ('molarMassUnknown' in converted) return notAssessable(measured, 'molar-mass-unknown', first)
  const value = silica === null ? converted.value : freeSilica(converted.value, silica)
  const bound = averagedBound(limits, measured, value)
  if ('reason' in bound) return notAssessable(measured, bound.reason, first)
  return measured.belowDetection === undefined ? judge(value, unit, bound) : judgeDetection(value, unit, bound)
}

/**
 * ΣCi/Li of the organic vapours of one position, the greatest value of each substance over a shift; null where fewer
 * than two were held to a limit. Informs only: the clause on mixtures is from memory.
 */
export function mixtureIndex(assessments: Iterable<Assessment>): number | null {
  const greatest = new Map<string, { readonly concentration: number; readonly limit: number }>()
  for (const { limit, limitValue, value } of assessments) {
    if (limit?.factor !== 'CH-ORG' || limit.sampleType !== 'twa' || value === null || !limitValue) continue
    const known = greatest.get(limit.id)
    if (known === undefined || value > known.concentration) {
      greatest.set(limit.id, { concentration: value, limit: limitValue })
    }
  }
  return greatest.size < 2 ? null : rounded(mixtureSum([...greatest.values()]))
}

function averagedBound(limits: Limits, measured: Measured, value: number): Bounded {
  if (!isAveraged(limits[0])) return boundOf(limits[0], measured, value)
  const of = (type: SampleType) => limits.find((limit) => limit.sampleType === type && isKnown(limit))
  const twa = of('twa')
  switch (measured.sampleType) {
    case undefined:
      return { reason: 'condition-missing' }
    case 'twa':
      return twa === undefined ? { reason: 'averaging-mismatch' } : boundOf(twa, measured, value)
    case 'stel': {
      // "At any time" of Decision 3733/2002 covers any 15 minutes too.
      const shortTerm = of('stel') ?? of('ceiling')
      if (shortTerm !== undefined) return boundOf(shortTerm, measured, value)
      return twa === undefined ? { reason: 'averaging-mismatch' } : excursion(twa, measured, value)
    }
    default: {
      const ceiling = of('ceiling')
      if (ceiling !== undefined) return boundOf(ceiling, measured, value)
      if (twa === undefined || of('stel') !== undefined) return { reason: 'averaging-mismatch' }
      return excursion(twa, measured, value)
    }
  }
}

/**
 * Between 3 and 5 times the limit of a shift it matters for how long; a peak within them says nothing of the shift.
 * Decision 3733/2002 knows neither excursions nor corrections for the shift.
 */
function excursion(twa: ExposureLimit, { exposureMinutes, sampleType }: Measured, value: number): Bounded {
  if (!twa.correctedForShift) return { reason: 'averaging-mismatch' }
  const never = excursionBound(twa, 0)
  if (exceeds(value, never)) return never
  if (sampleType !== 'stel') return { reason: 'averaging-mismatch' }
  if (exposureMinutes !== undefined) return excursionBound(twa, exposureMinutes)
  const forHalfAnHour = excursionBound(twa, EXCURSION.minutes + 1)
  return exceeds(value, forHalfAnHour) ? { reason: 'exposure-time-missing' } : forHalfAnHour
}

/** Keeps a product of decimals that equals the limit from being more than it. */
const SAME = 1e-9

type Ends = Pick<Bound, 'min' | 'max' | 'maxExcluded'>

function isBelow(value: number, { min }: Ends): boolean {
  return min !== null && value < min - Math.abs(min) * SAME
}

function isAbove(value: number, { max, maxExcluded }: Ends): boolean {
  if (max === null) return false
  return maxExcluded ? value >= max : value > max + Math.abs(max) * SAME
}

function exceeds(value: number, ends: Ends): boolean {
  return isBelow(value, ends) || isAbove(value, ends)
}

function judge(measured: number, unit: string, bound: Bound): Assessment {
  // QCVN 24:2016/BYT compares decibels to a tenth.
  const value = unit.startsWith('dB') ? Math.round(measured * 10) / 10 : measured
  const exceeding = exceeds(value, bound)
  const certain = exceeds(value, { ...bound.certain, maxExcluded: bound.maxExcluded })
  const compared = comparedWith(bound, isBelow(value, bound))
  return {
    ...compared,
    verdict: exceeding ? 'exceed' : 'pass',
    reason: null,
    advisory: !bound.limit.verified || exceeding !== certain,
    value: rounded(value),
    unit,
    index: indexOf(value, compared.limitValue, compared.isMinimum, bound.limit),
  }
}

function indexOf(value: number, limitValue: number | null, isMinimum: boolean, limit: ExposureLimit): number | null {
  if (limitValue === null) return null
  if (limit.byDuration === 'noise-halving') return rounded(2 ** ((value - limitValue) / 3))
  const [part, whole] = isMinimum ? [limitValue, value] : [value, limitValue]
  return whole > 0 ? rounded(part / whole) : null
}

/**
 * What lies below detection passes where the detection limit itself would. Where nothing at all is allowed, nothing was
 * found; and below a minimum it is too little.
 */
function judgeDetection(detectionLimit: number, unit: string, bound: Bound): Assessment {
  const { limit, min, max, certain } = bound
  const outcome = (ends: Ends) => {
    if (min !== null) return detectionLimit <= min ? 'exceed' : 'not-assessable'
    return max === 0 || !isAbove(detectionLimit, ends) ? 'pass' : 'not-assessable'
  }
  const verdict = outcome(bound)
  return {
    ...comparedWith(bound, min !== null),
    verdict,
    reason: verdict === 'not-assessable' ? 'detection-limit-above-limit' : null,
    advisory: !limit.verified || verdict !== outcome({ ...certain, maxExcluded: bound.maxExcluded }),
    value: null,
    unit,
    index: null,
  }
}

/** The end of the range that decided: the lower one where the value is below it, or where there is no other. */
function comparedWith({ limit, min, max, correction }: Bound, below: boolean) {
  const isMinimum = min !== null && (max === null || below)
  const limitValue = isMinimum ? min : max
  return { limit, isMinimum, correction, limitValue: limitValue === null ? null : rounded(limitValue) }
}

function notAssessable(
  measured: Measured,
  reason: NotAssessableReason,
  limit: ExposureLimit | null = null,
): Assessment {
  return {
    verdict: 'not-assessable',
    reason,
    advisory: false,
    limit,
    limitValue: null,
    isMinimum: false,
    correction: null,
    value: null,
    unit: canonicalUnit(measured.unit) ?? measured.unit,
    index: null,
  }
}
