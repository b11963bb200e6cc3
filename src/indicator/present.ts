import type { z } from 'zod'
import { type Programme, type ProgrammeTarget, programmes } from '../law/programmes.ts'
import { isMet, readingsOf } from '../law/target-reached.ts'
import type { Language } from '../rules/rule.ts'
import type { Area } from './count.ts'
import type { IndicatorFigure } from './figures.ts'
import type { Indicator } from './indicators.ts'
import type { figureSchema, indicatorSchema, programmesSchema, progressSchema, targetSchema } from './schemas.ts'
import { measuredBy } from './targets.ts'

type Figure = z.infer<typeof figureSchema>
type Target = z.infer<typeof targetSchema>

export function presentIndicator(
  indicator: Indicator,
  figures: readonly IndicatorFigure[],
  language: Language,
): z.infer<typeof indicatorSchema> {
  return {
    id: indicator.id,
    title: indicator.title[language],
    kind: indicator.kind,
    per: perOf(indicator),
    targets: programmes.flatMap(({ id: programme, targets }) =>
      targets
        .filter(({ id }) => measuredBy[id]?.indicators.includes(indicator.id))
        .map((target) => ({ programme, ...presentTarget(target, language) })),
    ),
    figures: figures
      .filter((figure) => figure.indicator.id === indicator.id)
      .map((figure) => ({ year: figure.year, unit: figure.unit, ...presentFigure(figure, language) })),
  }
}

function perOf(indicator: Indicator): number | null {
  if (indicator.kind === 'number') return null
  return indicator.kind === 'share' ? indicator.per : 100
}

function presentFigure(figure: IndicatorFigure, language: Language): Omit<Figure, 'year' | 'unit'> {
  const { indicator, counts, value, before, change, note } = figure
  const of = counts.denominator?.title[language]
  return {
    numerator: { title: counts.numerator.title[language], value: figure.numerator },
    denominator:
      of === undefined
        ? null
        : { title: indicator.kind === 'growth' ? `${of}${YEAR_BEFORE[language]}` : of, value: figure.denominator },
    value,
    before,
    change,
    beside: indicator.beside ? { title: indicator.beside.title[language], value: figure.beside } : null,
    note: note?.[language] ?? null,
  }
}

const YEAR_BEFORE = { vi: ', năm trước', en: ', the year before' }

function presentTarget(target: ProgrammeTarget, language: Language): Omit<Target, 'programme'> {
  const { id, operator } = target
  const threshold = 'value' in target ? { value: target.value, unit: target.unit } : { value: null, unit: null }
  return { id, title: target[language], operator, ...threshold }
}

export function presentProgrammes(language: Language): z.infer<typeof programmesSchema> {
  return {
    items: programmes.map((programme) => ({
      id: programme.id,
      title: programme[language],
      basis: programme.basis,
      validFrom: programme.validFrom,
      validTo: programme.validTo,
      area: keysOf(programme.area),
      overlappingSince2025: keysOf(programme.overlappingSince2025),
      yearlyReportBefore: programme.yearlyReportBefore,
      breakdowns: programme.breakdowns,
      targets: programme.targets.map((target) => presentTarget(target, language)),
    })),
  }
}

/** Keys `scheme:code`. */
export function keysOf(area: Programme['area']): string[] | null {
  return area === null ? null : area.codes.map((code) => `${area.scheme}:${code}`)
}

export interface Progress {
  readonly programme: Programme
  readonly area: Area | null
  readonly sameArea: boolean
  readonly years: readonly number[]
  readonly figures: readonly IndicatorFigure[]
}

/** The targets of a plan beside what was reached, year by year. */
export function presentProgress(
  { programme, area, sameArea, years, figures }: Progress,
  language: Language,
): z.infer<typeof progressSchema> {
  return {
    programme: programme.id,
    title: programme[language],
    area: area && { before: [...area.before], since: [...area.since] },
    sameArea,
    targets: programme.targets.map((target) => {
      const measured = measuredBy[target.id]
      return {
        ...presentTarget(target, language),
        unmeasured: measured?.unmeasured?.[language] ?? null,
        years: years.map((year) => {
          const reached = figures
            .filter((figure) => figure.year === year && measured?.indicators.includes(figure.indicator.id))
            .map((figure) => {
              const told = { ...reachedIn(figure), per: perOf(figure.indicator) ?? 1 }
              return {
                indicator: figure.indicator.id,
                ...presentFigure(figure, language),
                met: isMet(target, told),
                readings: readingsOf(target, told),
              }
            })
          return { year, met: everyMet(reached.map(({ met }) => met)), reached }
        }),
      }
    }),
  }
}

/** A target is judged by the year as a whole. */
function reachedIn({ standing, value, change }: IndicatorFigure) {
  return standing === 'whole' ? { value, change } : { value: null, change: null }
}

/** False as soon as one is not met; null while one cannot be told. */
function everyMet(met: readonly (boolean | null)[]): boolean | null {
  if (met.includes(false)) return false
  return met.length === 0 || met.includes(null) ? null : true
}
