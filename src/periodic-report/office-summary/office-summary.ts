import { periodicReportDue } from '../../law/accident-due-dates.ts'
import { accidentCauses, codeLists, establishmentTypes, occupations } from '../../reference/catalogue.ts'
import { presentCitation } from '../../rules/present.ts'
import type { Language } from '../../rules/rule.ts'
import { COLUMNS } from '../accident-summary/columns.ts'
import { lastDayOf, type Period, periodText } from '../period.ts'
import type { FiguresOfOffice, ReportedByType } from './figures-of-office.ts'
import type { OfficeSummary } from './schema.ts'

/** Accidents or deaths by this many workers; the form names neither the formula nor the multiplier of deaths. */
const PER_WORKERS = 1_000

/** Columns 3 to 9 of part II, which does not part victims not under management. */
const PART_II_COLUMNS = COLUMNS.filter((column) => !column.endsWith('Outside'))

/** Annex XIV of Decree 39/2016 from what an office holds. */
export function officeSummary(
  held: FiguresOfOffice,
  period: Period,
  unit: string | null,
  language: Language,
): OfficeSummary {
  const due = periodicReportDue(lastDayOf(period), 'province')
  const on = lastDayOf(period)
  const types = [...new Set([...held.registered, ...held.reported].map(({ ownership }) => ownership))].sort(byCode)
  const parts = types.map((type) => {
    const registered = held.registered.find(({ ownership }) => ownership === type)
    const reported = held.reported.find(({ ownership }) => ownership === type)
    return {
      code: type,
      name: (type && establishmentTypes.find(type, on)?.[language]) ?? type ?? UNKNOWN[language],
      ...rowOfPartI(registered ?? NONE, reported ?? NONE),
    }
  })
  const total = { code: null, name: TOTAL[language], ...rowOfPartI(sumOf(held.registered), sumOf(held.reported)) }
  return {
    form: 'ND39-2016 PL XIV',
    period: periodText(period),
    unit,
    perWorkers: PER_WORKERS,
    due: due
      ? {
          due: due.due,
          strictlyBefore: due.strictlyBefore,
          citations: [presentCitation(due.citation, language)],
        }
      : null,
    partI: [total, ...parts],
    partII: rowNumbers(held.cells).map((number) => ({
      row: number,
      name: nameOfRow(number, language),
      ...(Object.fromEntries(
        PART_II_COLUMNS.map((column) => [column, held.cells.get(`${number}.${column}`) ?? 0]),
      ) as Record<(typeof PART_II_COLUMNS)[number], number>),
      ...(number === '3' ? lossesIn(held.cells) : NO_LOSSES),
    })),
    declared: held.declared,
  }
}

const TOTAL = { vi: 'Tổng số', en: 'Total' }
const UNKNOWN = { vi: 'Chưa rõ loại hình', en: 'Type not stated' }
const NONE = { establishments: 0, workers: 0, women: 0, victims: 0, deaths: 0, serious: 0 }

type Counts = Omit<ReportedByType, 'ownership'>

function rowOfPartI(registered: Pick<Counts, 'establishments' | 'workers'>, reported: Counts) {
  const { victims, deaths, serious, women } = reported
  const workers = reported.workers ?? 0
  return {
    establishments: registered.establishments,
    reporting: reported.establishments,
    workers: registered.workers ?? 0,
    workersReporting: workers,
    women: women ?? 0,
    victims: victims ?? 0,
    deaths: deaths ?? 0,
    serious: serious ?? 0,
    k: rate(victims ?? 0, workers),
    kDeaths: rate(deaths ?? 0, workers),
  }
}

/** Null where nobody reported workers. */
function rate(count: number, workers: number): number | null {
  return workers === 0 ? null : Math.round((count * PER_WORKERS * 10_000) / workers) / 10_000
}

function sumOf(rows: readonly Partial<Counts>[]): Counts {
  const sum = (of: keyof Counts) => rows.reduce((all, row) => all + (row[of] ?? 0), 0)
  return {
    establishments: sum('establishments'),
    workers: sum('workers'),
    women: sum('women'),
    victims: sum('victims'),
    deaths: sum('deaths'),
    serious: sum('serious'),
  }
}

const SECTIONS = ['1', '1.1', '1.2', '1.3', '2', '3']

/** Rows 1, 2 and 3 always, and of each breakdown the rows in which something was reported. */
function rowNumbers(cells: ReadonlyMap<string, number>): readonly string[] {
  const filed = [...cells.keys()].flatMap((line) => /^(1\.[123]\..+)\.accidents$/.exec(line)?.[1] ?? [])
  return [...new Set(['1', ...filed, '2', '3'])].sort(
    (a, b) => SECTIONS.indexOf(sectionOf(a)) - SECTIONS.indexOf(sectionOf(b)) || byCode(a, b),
  )
}

function sectionOf(row: string): string {
  return /^1\.[123]/.exec(row)?.[0] ?? row
}

function byCode(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : Number(a > b)
}

const SECTION_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '1': { vi: 'Tai nạn lao động', en: 'Work accidents' },
  '2': {
    vi: 'Tai nạn được hưởng trợ cấp theo khoản 2 Điều 39 Luật 84/2015',
    en: 'Accidents of Article 39.2 of Law 84/2015',
  },
  '3': { vi: 'Tổng số', en: 'Total' },
}

function nameOfRow(row: string, language: Language): string {
  const section = sectionOf(row)
  const code = row.slice(section.length + 1)
  if (section === '1.1') return accidentCauses.findEver(code)?.[language] ?? code
  if (section === '1.3') return occupations.findEver(code)?.[language] ?? code
  if (section === '1.2') {
    const [list = '', factor = ''] = code.split(':')
    return codeLists.get(list)?.findEver(factor)?.[language] ?? factor
  }
  return SECTION_NAMES[row]?.[language] ?? row
}

/** Establishments report losses as a whole only. */
const NO_LOSSES = { daysOff: null, costs: null, medical: null, wages: null, compensation: null, propertyDamage: null }

function lossesIn(cells: ReadonlyMap<string, number>): Record<keyof typeof NO_LOSSES, number> {
  return Object.fromEntries(Object.keys(NO_LOSSES).map((name) => [name, cells.get(`II.${name}`) ?? 0])) as Record<
    keyof typeof NO_LOSSES,
    number
  >
}
