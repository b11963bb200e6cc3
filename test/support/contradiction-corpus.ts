import { randomUUID } from 'node:crypto'
import type { UnitRef } from '../../src/reference/administrative-units.ts'
import { type AccidentOf, insertAccidents, type VictimOf } from './accident-facts.ts'
import { execute } from './database.ts'
import { commonColumns, insertRows } from './fact-rows.ts'
import { insertMonitorings, type MonitoringOf } from './monitoring-facts.ts'
import { insertScreenings, type ScreeningOf } from './screening-facts.ts'
import { type Chance, seeded } from './seeded.ts'

/** What one enterprise declared and reported over three years, every figure in agreement with every other. */
export interface Story {
  readonly tenant: string
  readonly place: UnitRef
  readonly hazards: string[]
  accidents: AccidentOf[]
  campaigns: MonitoringOf[]
  rounds: ScreeningOf[]
  reports: Report[]
}

interface Report {
  readonly kind: 'accident-summary' | 'occupational-health' | 'osh-annual'
  readonly year: number
  readonly half: 1 | null
  readonly figures: Record<string, number>
}

const YEARS = [2024, 2025, 2026]
/** The last day of the corpus: of 2026 only the first half is reported. */
export const CORPUS_TODAY = '2026-11-21T03:00:00Z'

const PLACES: readonly UnitRef[] = ['01849', '00004', '25747', '07210'].map((code) => ({ scheme: 'VN-2025', code }))

/** A hazard factor, by what it is measured, and a disease it causes. */
const HAZARDS = {
  'HZ-PHY-NOISE': { factor: 'PH-NOISE-LAEQ', disease: 'OD-18' },
  'HZ-DUST-SILICA': { factor: 'DU-SIO2-RESP', disease: 'OD-01' },
  'HZ-CHEM-PB': { factor: '7439-92-1', disease: 'OD-08' },
  'HZ-DUST-COAL': { factor: 'DU-COAL-RESP', disease: 'OD-05' },
} as const
type Hazard = keyof typeof HAZARDS

/** Enterprises of all sorts: without hazards or with several, with many accidents or none. */
export function cleanStories(seed: number, count: number): Story[] {
  const chance = seeded(seed)
  return Array.from({ length: count }, () => {
    const hazards = (Object.keys(HAZARDS) as Hazard[]).filter(() => chance.happens(0.3))
    const story = emptyStory(chance.pick(PLACES), hazards)
    for (const year of YEARS) {
      story.accidents.push(...Array.from({ length: chance.whole(0, 3) }, () => accident(story, chance, year)))
      if (hazards.length > 0)
        monitorAndScreen(
          story,
          year,
          hazards.filter(() => chance.happens(0.15)),
        )
    }
    story.reports = reportsOf(story)
    return story
  })
}

function emptyStory(place: UnitRef, hazards: string[]): Story {
  return { tenant: randomUUID(), place, hazards, accidents: [], campaigns: [], rounds: [], reports: [] }
}

function accident(story: Story, chance: Chance, year: number): AccidentOf {
  const month = chance.whole(1, year === 2026 ? 10 : 12)
  const day = `${year}-${String(month).padStart(2, '0')}-${chance.whole(10, 28)}`
  const listed = Array.from({ length: chance.whole(1, 3) }, () =>
    victim(chance.pick(['dead', 'serious', 'light']), chance),
  )
  const context = chance.happens(0.15) ? 'commuting' : 'at-work'
  return accidentOn(story, day, listed, {
    context,
    cause: String(chance.whole(1, 9)),
    property_damage: chance.whole(0, 900),
  })
}

function accidentOn(story: Story, day: string, listed: VictimOf[], given: AccidentOf = {}): AccidentOf {
  return { tenant_id: story.tenant, place: story.place, occurred_on: day, listed, cause: '1', ...given }
}

function victim(condition: string, chance?: Chance): VictimOf {
  return {
    condition,
    sex: chance?.happens(0.3) ? 'female' : 'male',
    days_lost: chance?.whole(0, 60) ?? 0,
    outside_management: chance?.happens(0.2) ?? false,
    person_key: `\\x${randomUUID().replaceAll('-', '')}` as unknown as Buffer,
  }
}

/** A campaign in March and a round in June that examines for all factors; where a limit is exceeded, somebody is ill. */
function monitorAndScreen(story: Story, year: number, exceeded: readonly Hazard[]): void {
  const hazards = story.hazards as Hazard[]
  story.campaigns.push(campaign(story, `${year}-03-10`, hazards, exceeded))
  story.rounds.push(round(story, `${year}-06-10`, hazards, exceeded))
}

function campaign(
  story: Story,
  day: string,
  hazards: readonly Hazard[],
  exceeded: readonly Hazard[] = [],
): MonitoringOf {
  return {
    tenant_id: story.tenant,
    place: story.place,
    sampled_on: day,
    workers: 40,
    workers_exceeding: exceeded.length > 0 ? 12 : 0,
    samples: hazards.length * 6,
    exceeding: exceeded.length,
    factors: hazards.map((hazard) => HAZARDS[hazard].factor),
    hazards: [...hazards],
    exceeding_factors: exceeded.map((hazard) => HAZARDS[hazard].factor),
    exceeding_hazards: [...exceeded],
    measured: hazards.flatMap((hazard) => {
      const measurement = { factor: HAZARDS[hazard].factor, hazards: [hazard], sampled_on: day }
      const over = exceeded.includes(hazard) ? 1 : 0
      return [
        { ...measurement, samples: 6 - over },
        ...(over === 0 ? [] : [{ ...measurement, samples: over, verdict: 'exceed' }]),
      ]
    }),
  }
}

function round(story: Story, day: string, hazards: readonly Hazard[], ill: readonly Hazard[] = []): ScreeningOf {
  return {
    tenant_id: story.tenant,
    place: story.place,
    examined_on: day,
    hazards: hazards.map((factor) => ({ factor, exposed: 40, examined: 40 })),
    results: hazards.map((hazard) => {
      const found = ill.includes(hazard) ? 1 : 0
      return {
        disease: HAZARDS[hazard].disease,
        examined: 40,
        suspected: found,
        diagnosed: found,
        diagnosed_new: found,
      }
    }),
  }
}

/** Every report of the story's periods, added up here and not by the service. */
function reportsOf(story: Story): Report[] {
  return YEARS.flatMap((year) =>
    ([1, null] as const)
      .filter((half) => half === 1 || year < 2026)
      .flatMap((half) => {
        const within = (day: string) => day >= `${year}-01-01` && day <= `${year}-${half === 1 ? '06-30' : '12-31'}`
        const rounds = story.rounds.filter((each) => within(each.examined_on ?? ''))
        const campaigns = story.campaigns.filter((each) => within(each.sampled_on ?? ''))
        const health = healthFigures(rounds, campaigns)
        const reports: Report[] = [
          {
            kind: 'accident-summary',
            year,
            half,
            figures: summaryFigures(story.accidents.filter((each) => within(each.occurred_on ?? ''))),
          },
          { kind: 'occupational-health', year, half, figures: health },
        ]
        if (half === null)
          reports.push({ kind: 'osh-annual', year, half, figures: oshFigures(health, reports[0]?.figures) })
        return reports
      }),
  )
}

/** Row 3 is the sum of rows 1 and 2. */
function summaryFigures(accidents: readonly AccidentOf[]): Record<string, number> {
  const figures = summaryRows(accidents)
  for (const column of ['accidents', 'fatalAccidents', 'victims', 'deaths']) {
    figures[`3.${column}`] = (figures[`1.${column}`] ?? 0) + (figures[`2.${column}`] ?? 0)
  }
  return figures
}

function summaryRows(accidents: readonly AccidentOf[]): Record<string, number> {
  const figures: Record<string, number> = {}
  const add = (cell: string, value: number) => {
    figures[cell] = (figures[cell] ?? 0) + value
  }
  for (const { listed = [], context, cause, property_damage = 0 } of accidents) {
    const row = context === 'commuting' ? '2' : '1'
    const having = (condition: string) => listed.filter((each) => each.condition === condition).length
    add(`${row}.accidents`, 1)
    add(`${row}.fatalAccidents`, having('dead') > 0 ? 1 : 0)
    add(`${row}.multiVictimAccidents`, listed.length > 1 ? 1 : 0)
    add(`${row}.victims`, listed.length)
    add(`${row}.victimsOutside`, listed.filter((each) => each.outside_management).length)
    add(`${row}.women`, listed.filter((each) => each.sex === 'female').length)
    add(`${row}.deaths`, having('dead'))
    add(`${row}.serious`, having('serious'))
    if (row === '1') add(`1.1.${cause}.accidents`, 1)
    add(
      'II.daysOff',
      listed.reduce((sum, each) => sum + (each.days_lost ?? 0), 0),
    )
    add('II.propertyDamage', property_damage)
  }
  return figures
}

function healthFigures(rounds: readonly ScreeningOf[], campaigns: readonly MonitoringOf[]): Record<string, number> {
  const figures: Record<string, number> = { 'VI.I.men': 60, 'VI.II.men': 20, 'VI.II.women': 10, 'VI.III.men': 5 }
  const add = (cell: string, value: number) => {
    figures[cell] = (figures[cell] ?? 0) + value
  }
  for (const { results = [] } of rounds) {
    for (const { disease, examined = 0, diagnosed = 0 } of results) {
      add(`IV.1.${disease}.examined`, examined)
      add(`IV.1.${disease}.diagnosed`, diagnosed)
    }
  }
  for (const { samples = 0, exceeding = 0 } of campaigns) {
    add('II.HZ-PHY-NOISE.samples', samples)
    add('II.HZ-PHY-NOISE.failed', exceeding)
  }
  return figures
}

function oshFigures(health: Record<string, number>, summary: Record<string, number> = {}): Record<string, number> {
  const sum = (pattern: RegExp) =>
    Object.entries(health).reduce((total, [cell, value]) => total + (pattern.test(cell) ? value : 0), 0)
  return {
    ...Object.fromEntries(
      ['accidents', 'fatalAccidents', 'victims', 'deaths'].map((name) => [`2.${name}`, summary[`3.${name}`] ?? 0]),
    ),
    '2.daysOff': summary['II.daysOff'] ?? 0,
    '3.new': sum(/\.diagnosed$/),
    ...Object.fromEntries(
      ['I', 'II', 'III', 'IV', 'V'].map((name) => [`4.${name}`, sum(new RegExp(`^VI\\.${name}\\.`))]),
    ),
    '9.samples': sum(/\.samples$/),
    '9.failed': sum(/\.failed$/),
  }
}

/** An enterprise in which every check has something to look at: silica and noise, an exceedance with a case, accidents. */
function richStory(): Story {
  const story = emptyStory({ scheme: 'VN-2025', code: '01849' }, ['HZ-PHY-NOISE', 'HZ-DUST-SILICA'])
  const woman = { ...victim('serious'), sex: 'female', days_lost: 30 }
  story.accidents.push(
    accidentOn(story, '2025-03-03', [victim('light')], { cause: '3' }),
    accidentOn(story, '2025-09-09', [victim('dead'), woman], { cause: '1', property_damage: 500 }),
  )
  for (const year of YEARS) monitorAndScreen(story, year, year === 2025 ? ['HZ-PHY-NOISE'] : [])
  story.reports = reportsOf(story)
  return story
}

/** Cells of a report of 2025, to be falsified. */
function figures(story: Story, kind: Report['kind'], half: 1 | null = null): Record<string, number> {
  const report = story.reports.find((each) => each.kind === kind && each.year === 2025 && each.half === half)
  if (report === undefined) throw new Error(`the story has no ${kind} of 2025`)
  return report.figures
}

function raise(cells: Record<string, number>, cell: string, by: number): void {
  cells[cell] = (cells[cell] ?? 0) + by
}

function notExaminedFor(hazard: Hazard, { hazards = [], ...rest }: ScreeningOf): ScreeningOf {
  return { ...rest, hazards: hazards.filter(({ factor }) => factor !== hazard) }
}

/** How each check is made to find something, and no other check. */
const PLANTS: Readonly<Record<string, (story: Story) => Story[]>> = {
  'deaths-summed': (story) => {
    raise(figures(story, 'accident-summary'), '1.deaths', 1)
    return [story]
  },
  'accidents-summed': (story) => {
    raise(figures(story, 'accident-summary'), '1.women', -1)
    return [story]
  },
  'causes-summed': (story) => {
    raise(figures(story, 'accident-summary'), '1.1.1.accidents', -1)
    return [story]
  },
  'accidents-of-half-exceed-year': (story) => {
    figures(story, 'accident-summary', 1)['II.daysOff'] = 99
    return [story]
  },
  'accidents-of-annual-reports': (story) => {
    raise(figures(story, 'osh-annual'), '2.victims', 1)
    return [story]
  },
  'same-victim': (story) => {
    const other = richStory()
    const [dead] = story.accidents[1]?.listed ?? []
    other.accidents[1] = accidentOn(other, '2025-12-01', [{ ...victim('light'), person_key: dead?.person_key }])
    other.reports = reportsOf(other)
    return [story, other]
  },
  'new-diseases-denied': (story) => {
    figures(story, 'osh-annual')['3.new'] = 0
    return [story]
  },
  'new-diseases-exceed-diagnoses': (story) => {
    figures(story, 'osh-annual')['3.new'] = 9
    return [story]
  },
  'health-classes-differ': (story) => {
    raise(figures(story, 'osh-annual'), '4.II', 5)
    return [story]
  },
  'samples-of-reports-differ': () => {
    const story = emptyStory({ scheme: 'VN-2025', code: '01849' }, [])
    story.reports = reportsOf(story)
    figures(story, 'osh-annual')['9.samples'] = 7
    return [story]
  },
  'health-of-half-exceeds-year': (story) => {
    raise(figures(story, 'occupational-health', 1), 'IV.1.OD-01.examined', 50)
    return [story]
  },
  'screenings-reported': (story) => {
    raise(figures(story, 'occupational-health'), 'IV.1.OD-18.diagnosed', 2)
    return [story]
  },
  'samples-of-health-report': (story) => {
    raise(figures(story, 'occupational-health', 1), 'II.HZ-PHY-NOISE.samples', -1)
    return [story]
  },
  'samples-of-osh-report': (story) => {
    raise(figures(story, 'osh-annual'), '9.samples', 3)
    story.reports = story.reports.filter(
      ({ kind, year, half }) => kind !== 'occupational-health' || year !== 2025 || half,
    )
    return [story]
  },
  'exposed-without-examination': (story) => {
    story.rounds = story.rounds.map((each) => notExaminedFor('HZ-DUST-SILICA', each))
    return [story]
  },
  'exceeded-without-examination': (story) => {
    story.rounds = story.rounds.map((each, index) => (index === 1 ? notExaminedFor('HZ-PHY-NOISE', each) : each))
    return [story]
  },
  'exceeded-without-disease': (story) => {
    story.rounds[1] = round(story, '2025-06-10', ['HZ-PHY-NOISE', 'HZ-DUST-SILICA'])
    story.reports = reportsOf(story)
    return [story]
  },
  'disease-without-monitoring': (story) => {
    story.rounds.push({ ...round(story, '2025-10-10', ['HZ-DUST-COAL'], ['HZ-DUST-COAL']), hazards: [] })
    story.reports = reportsOf(story)
    return [story]
  },
  'disease-within-limits': (story) => {
    story.rounds.push({ ...round(story, '2025-10-10', ['HZ-DUST-SILICA'], ['HZ-DUST-SILICA']), hazards: [] })
    story.reports = reportsOf(story)
    return [story]
  },
  'screening-without-monitoring': (story) => {
    story.rounds.push(round(story, '2025-10-10', ['HZ-DUST-COAL']))
    story.reports = reportsOf(story)
    return [story]
  },
  'declared-not-measured': (story) => {
    story.hazards.push('HZ-CHEM-PB')
    // The last year of monitoring is over.
    story.campaigns.pop()
    story.rounds.pop()
    story.reports = reportsOf(story)
    return [story]
  },
  'exceeding-not-declared': (story) => {
    story.campaigns.push(campaign(story, '2025-04-10', ['HZ-CHEM-PB'], ['HZ-CHEM-PB']))
    story.rounds.push(round(story, '2025-07-10', ['HZ-CHEM-PB'], ['HZ-CHEM-PB']))
    story.reports = reportsOf(story)
    return [story]
  },
}

export interface Planted {
  readonly check: string
  /** The enterprise it is found at. */
  readonly tenant: string
  readonly stories: readonly Story[]
}

/** Every kind of contradiction once, each at an enterprise of its own. */
export function plantedStories(): Planted[] {
  return Object.entries(PLANTS).map(([check, plant]) => {
    const stories = plant(richStory())
    return { check, tenant: stories[0]?.tenant ?? '', stories }
  })
}

/** Writes stories as the owner of the tables; filing them writes the same rows. */
export async function insertStories(ownerUrl: string, stories: readonly Story[]): Promise<void> {
  const now = new Date(CORPUS_TODAY)
  const common = new Map(stories.map(({ place }) => [place.code, commonColumns(place)]))
  await insertRows(ownerUrl, {
    tenant: stories.map(({ tenant }) => ({
      id: tenant,
      kind: 'enterprise',
      reach: [],
      wrapped_key: '\\x00',
      created_at: now,
    })),
    enterprise: stories.map(({ tenant, place, hazards }) => ({
      tenant_id: tenant,
      id: tenant,
      version: 1,
      name: 'Công ty Mẫu',
      head_office_scheme: place.scheme,
      head_office_unit: place.code,
      reach: common.get(place.code)?.reach,
      workers: 100,
      women: 30,
      hazard_factors: hazards,
      cooperative: false,
      high_risk: [],
      defence: false,
      provisional: false,
      search_text: 'cong ty mau',
      created_at: now,
      updated_at: now,
    })),
    periodic_report_fact: stories.flatMap(({ tenant, place, reports }) =>
      reports.map(({ kind, year, half, figures }) => ({
        ...common.get(place.code),
        declaration_id: randomUUID(),
        tenant_id: tenant,
        report_kind: kind,
        year,
        half,
        period: half === 1 ? `${year}-H1` : String(year),
        period_end: half === 1 ? `${year}-06-30` : `${year}-12-31`,
        attempt: 0,
        received_on: half === 1 ? `${year}-07-02` : `${year + 1}-01-05`,
        zero: false,
        figures,
      })),
    ),
  })
  await insertAccidents(
    ownerUrl,
    stories.flatMap(({ accidents }) => accidents),
  )
  await insertMonitorings(
    ownerUrl,
    stories.flatMap(({ campaigns }) => campaigns),
  )
  await insertScreenings(
    ownerUrl,
    stories.flatMap(({ rounds }) => rounds),
  )
  // Which the server does by itself some time after so many rows.
  await execute(ownerUrl, 'analyze')
}
