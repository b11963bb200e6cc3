import { programmes } from '../law/programmes.ts'
import type { IndicatorFigure } from './figures.ts'
import { indicatorOf, indicators } from './indicators.ts'
import { keysOf, presentIndicator, presentProgress } from './present.ts'

const indicator = indicatorOf('monitored-of-high-risk')
const figure: IndicatorFigure = {
  indicator,
  counts: { numerator: indicator.numerator, denominator: 'denominator' in indicator ? indicator.denominator : null },
  year: 2025,
  unit: null,
  numerator: 12,
  denominator: 20,
  value: 60,
  before: 50,
  change: 20,
  beside: 3,
  standing: 'whole',
  note: null,
}

export const sampleIndicator = presentIndicator(indicator, [figure], 'vi')
export const sampleIndicators = { items: indicators.map((one) => presentIndicator(one, [figure], 'vi')) }

const [programme] = programmes
export const sampleProgress = programme && {
  ...presentProgress(
    {
      programme,
      area: { before: keysOf(programme.area) ?? [], since: keysOf(programme.overlappingSince2025) ?? [] },
      sameArea: false,
      years: [2025],
      figures: [figure],
    },
    'vi',
  ),
}
