import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { programmes } from '../law/programmes.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { type UnitRef, unitKey } from '../reference/administrative-units.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { Area } from './count.ts'
import { indicatorFigures } from './figures.ts'
import { indicatorOf, indicators } from './indicators.ts'
import { presentIndicator, presentProgrammes, presentProgress } from './present.ts'
import { areaOfPlan, indicatorsOfPlan } from './programme-targets.ts'
import { sampleIndicator, sampleIndicators, sampleProgress } from './sample.ts'
import {
  indicatorParams,
  indicatorQuery,
  indicatorSchema,
  indicatorsQuery,
  indicatorsSchema,
  programmesSchema,
  progressParams,
  progressQuery,
  progressSchema,
} from './schemas.ts'

export interface IndicatorDeps {
  readonly database: Database
  readonly clock: Clock
}

/** Declared ratios, and the plans whose targets they measure. */
export async function indicatorRoutes(app: App, { database, clock }: IndicatorDeps): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/indicators',
    config: { access: 'statistics.ask', returns: 'The indicators.', examples: { response: sampleIndicators } },
    schema: {
      operationId: 'listIndicators',
      summary: 'Every indicator of a year',
      description: 'Numerator, denominator and change on the year before, within the jurisdiction of the caller.',
      tags: ['statistics'],
      querystring: indicatorsQuery,
      response: { 200: indicatorsSchema },
    },
    preHandler: unitInJurisdiction,
    handler: async (request) => {
      const { year, unit } = request.query
      const asked = { from: year, to: year, area: areaOf(unit), by: null }
      const figures = await indicatorFigures(database, callerOf(request), asked, indicators, legalDateOf(clock()))
      return { items: indicators.map((indicator) => presentIndicator(indicator, figures, languageOf(request))) }
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/indicators/:indicator',
    config: {
      access: 'statistics.ask',
      returns: 'The indicator.',
      problems: ['invalid-request'],
      examples: { response: sampleIndicator },
    },
    schema: {
      operationId: 'readIndicator',
      summary: 'An indicator over years',
      description:
        'By year and, if asked, by province or commune of today. What is divided by the register or by reports counts enterprises by their head office, wherever the event was; what is divided by events counts both by place. A year of which nothing was held, and reports that are not due yet, give null.',
      tags: ['statistics'],
      params: indicatorParams,
      querystring: indicatorQuery,
      response: { 200: indicatorSchema },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      const { from, to = from, unit, by = null } = request.query
      if (to < from || to - from >= MOST_YEARS) return reply.problem('invalid-request', BAD_YEARS)
      const indicator = indicatorOf(request.params.indicator)
      const asked = { from, to, area: areaOf(unit), by }
      const figures = await indicatorFigures(database, callerOf(request), asked, [indicator], legalDateOf(clock()))
      return presentIndicator(indicator, figures, languageOf(request))
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/programmes',
    config: { access: 'open', returns: 'The plans.', examples: { response: presentProgrammes('vi') } },
    schema: {
      operationId: 'listProgrammes',
      summary: 'Plans and their targets',
      description: 'The plans on whose targets the labour office reports each year.',
      tags: ['reference'],
      response: { 200: programmesSchema },
    },
    handler: async (request) => presentProgrammes(languageOf(request)),
  })

  app.route({
    method: 'GET',
    url: '/v1/programmes/:programme/progress',
    config: {
      access: 'statistics.ask',
      returns: 'The targets and what was reached.',
      problems: ['not-found', 'invalid-request'],
      examples: { response: sampleProgress },
    },
    schema: {
      operationId: 'readProgress',
      summary: 'Progress of a plan',
      description: 'Its targets beside the indicators, year by year, within the jurisdiction of the caller.',
      tags: ['statistics'],
      params: progressParams,
      querystring: progressQuery,
      response: { 200: progressSchema },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      const programme = programmes.find(({ id }) => id === request.params.programme)
      if (programme === undefined) return reply.problem('not-found')
      const { unit } = request.query
      const today = legalDateOf(clock())
      const thisYear = yearOf(today)
      const from = request.query.from ?? yearOf(programme.validFrom)
      const last = programme.validTo === null ? thisYear : Math.min(thisYear, yearOf(programme.validTo))
      const to = request.query.to ?? Math.max(from, last)
      if (to < from || to - from >= MOST_YEARS) return reply.problem('invalid-request', BAD_YEARS)
      const area = areaOf(unit) ?? areaOfPlan(programme)
      const asked = { from, to, area, by: null }
      const figures = await indicatorFigures(database, callerOf(request), asked, indicatorsOfPlan(programme), today)
      const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      const sameArea = unit !== undefined || programme.overlappingSince2025 === null
      return presentProgress({ programme, area, sameArea, years, figures }, languageOf(request))
    },
  })
}

function areaOf(unit: UnitRef | undefined): Area | null {
  return unit === undefined ? null : { before: [unitKey(unit)], since: [unitKey(unit)] }
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

const MOST_YEARS = 20
const BAD_YEARS = {
  errors: [
    {
      pointer: '/querystring/to',
      code: 'invalid-years',
      message:
        'Năm cuối không trước năm đầu, nhiều nhất 20 năm. / The last year is not before the first; 20 years at most.',
    },
  ],
}
