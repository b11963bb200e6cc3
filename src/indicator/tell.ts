import { periodicReportDuties } from '../law/periodic-report-duties.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'
import type { Count, Held } from './count.ts'
import type { Basis, Indicator } from './indicators.ts'
import { register, type Source, type YearlyReport } from './sources.ts'
import { type Ground, knownSince, noteOf, type Standing, standingOf } from './standing.ts'

/** What can be told of one year. */
export interface Told {
  /** What was counted. The denominator of a growth is the number of the year before; a plain number has none. */
  readonly counts: { readonly numerator: Count; readonly denominator: Count | null }
  /** Null where nothing was held of the year. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** Null where there is nothing to divide by, and where it cannot be told. */
  readonly value: number | null
  readonly standing: Standing
  /** Why it is not told, or not of the whole year. */
  readonly note: Text | null
}

/** What is held of one unit, as of a day. */
export interface Where {
  readonly held: Held
  readonly unit: string
  readonly today: LegalDate
}

/** Tells any year on the basis that tells this one, so that years are compared on the same. */
export function tellerOf(indicator: Indicator, where: Where, year: number): (year: number) => Told {
  switch (indicator.kind) {
    case 'number':
      return (of) => tellNumber(indicator.numerator, where, of)
    case 'growth':
      return (of) => tellGrowth(indicator.numerator, where, of)
    case 'share': {
      const { per, otherwise } = indicator
      const first = (of: number) => tellShare(indicator, per, where, of)
      if (otherwise === undefined || first(year).value !== null) return first
      return (of) => tellShare(otherwise, per, where, of)
    }
  }
}

/** The number to be read beside the ratio. */
export function besideOf({ beside }: Indicator, where: Where, year: number): number | null {
  return beside === undefined ? null : numberIn(beside, where, year, standingIn(where, [beside], year).standing)
}

function tellNumber(counted: Count, where: Where, year: number): Told {
  const { standing, note } = standingIn(where, [counted], year)
  const numerator = numberIn(counted, where, year, standing)
  const counts = { numerator: counted, denominator: null }
  return { counts, numerator, denominator: null, value: isTold(standing) ? numerator : null, standing, note }
}

function tellGrowth(counted: Count, where: Where, year: number): Told {
  const now = tellNumber(counted, where, year)
  const before = tellNumber(counted, where, year - 1)
  const { standing, note } = isTold(before.standing) ? now : before
  const counts = { numerator: counted, denominator: counted }
  const grown = now.numerator === null || before.numerator === null ? null : now.numerator - before.numerator
  return {
    counts,
    numerator: now.numerator,
    denominator: before.numerator,
    value: grown === null || before.numerator === null || !isTold(standing) ? null : percent(grown, before.numerator),
    standing,
    note,
  }
}

function tellShare({ numerator: part, denominator: whole }: Basis, per: number, where: Where, year: number): Told {
  const { standing, note } = standingIn(where, [part, whole], year)
  const numerator = numberIn(part, where, year, standing)
  const denominator = numberIn(whole, where, year, standing)
  return {
    counts: { numerator: part, denominator: whole },
    numerator,
    denominator,
    value: numerator === null || denominator === null || !isTold(standing) ? null : ratio(numerator, denominator, per),
    standing,
    note,
  }
}

/** What is told by several counts is known since any of them is, or since the register knew an enterprise. */
function standingIn({ held, unit, today }: Where, counts: readonly Count[], year: number) {
  const sources: readonly Source[] = [register, ...counts.map(({ source }) => source)]
  const awaited = sources.map(({ awaits }) => awaits).find((report) => report !== null)
  const ground: Ground = {
    knownSince: knownSince(sources.map((source) => held.since(source, unit))),
    due: awaited ? dueOf(awaited, year) : null,
  }
  const standing = standingOf(year, ground, today)
  return { standing, note: noteOf(standing, ground) }
}

function dueOf(report: YearlyReport, year: number): LegalDate | null {
  const duty = periodicReportDuties.find((one) => one.report === report)
  return duty?.limit({ year, half: null })?.due ?? null
}

function isTold(standing: Standing): boolean {
  return standing === 'whole' || standing === 'to-date'
}

/** Reports that came before they are due are a number already, though not one to judge by. */
function numberIn(count: Count, { held, unit }: Where, year: number, standing: Standing): number | null {
  return isTold(standing) || standing === 'not-due' ? held.number(count, year, unit) : null
}

export function percent(part: number, whole: number): number | null {
  return ratio(part, whole, 100)
}

/** To four decimals; numerator and denominator stand beside it. */
function ratio(part: number, whole: number, per: number): number | null {
  return whole === 0 ? null : Math.round((part * per * 1e4) / whole) / 1e4
}
