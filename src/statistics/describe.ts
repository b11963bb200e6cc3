import { allCubes } from './all-cubes.ts'
import { type Cube, type Dimension, UNITS_MODES } from './cube.ts'
import { publishedTables } from './published/declared-tables.ts'

/** Everything that can be asked: the cubes with their dimensions, measures and rates, and the published tables. */
export function describeStatistics() {
  return {
    cubes: allCubes.map(describeCube),
    published: publishedTables.map(({ id, title, cube, by, measures, period }) => ({
      id,
      title,
      cube: cube.id,
      by,
      measures,
      period,
    })),
  }
}

function describeCube(cube: Cube) {
  return {
    id: cube.id,
    title: cube.title,
    description: cube.description,
    grains: { base: cube.base.title, detail: cube.detail?.title ?? null },
    dimensions: Object.entries(cube.dimensions).map(([id, asked]) => describeDimension(id, asked)),
    measures: Object.entries(cube.measures).map(([id, { title, unit, detail }]) => ({
      id,
      title,
      unit,
      underDetail: underDetail(cube, detail),
    })),
    ratios: Object.entries(cube.ratios).map(([id, { title, numerator, denominator, per }]) => ({
      id,
      title,
      numerator,
      denominator: denominator.measure,
      per,
      basis: { id: denominator.basis, title: denominator.title },
    })),
    defaultMeasures: cube.defaultMeasures,
  }
}

function describeDimension(id: string, asked: Dimension) {
  const views = UNITS_MODES.flatMap((mode) => asked.view(mode) ?? [])
  return {
    id,
    title: asked.title,
    grain: asked.grain,
    multiValued: asked.multiValued === true,
    units: UNITS_MODES.filter((mode) => asked.view(mode) !== null),
    codeLists: [...new Set(views.flatMap(({ codes }) => codes.lists))],
    values: views[0]?.codes.values ?? null,
    examples: [...new Set(views.map(({ codes }) => codes.example))],
  }
}

/** What becomes of a measure under a dimension or filter of the detail. */
export const UNDER_DETAIL = ['divided', 'distinct', 'refused', 'none'] as const

function underDetail(cube: Cube, detail: Cube['measures'][string]['detail']): (typeof UNDER_DETAIL)[number] {
  if (cube.detail === undefined) return 'none'
  if (detail === null) return 'refused'
  return detail === 'distinct' ? 'distinct' : 'divided'
}
