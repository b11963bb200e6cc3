import { programmes } from '../law/programmes.ts'
import type { IndicatorFigure } from './figures.ts'
import { indicatorOf, indicators } from './indicators.ts'
import { keysOf, presentIndicator, presentProgress } from './present.ts'

const figure: IndicatorFigure = {
  indicator: indicatorOf('monitored-of-high-risk'),
  year: 2025,
  unit: null,
  numerator: 12,
  denominator: 20,
  value: 60,
  before: 50,
  change: 20,
  beside: 3,
}

export const sampleIndicator = presentIndicator(figure.indicator, [figure], 'vi')
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
