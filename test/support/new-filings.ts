import type { KindId } from '../../src/declaration/kind.ts'
import { KINDS } from '../../src/kinds.ts'
import { withValueAt } from '../../src/rules/pointer.ts'
import type { Json } from './service.ts'

/** Whose the filing is, and where what it tells of happened. */
export interface FilingPlace {
  readonly commune: string
  readonly taxCode: string
}

type Changes = Readonly<Record<string, unknown>>

interface NewFiling {
  /** What makes the sample a filing of that place with content that nobody has filed before. */
  changes(place: FilingPlace, number: number): Changes
  /** Running text that an amendment changes. */
  readonly edited: string
  /** How it reached an office that records it. */
  readonly reached: Json
}

const BY_POST = { channel: 'POST', source: 'Công văn của doanh nghiệp' }

const NEW_FILINGS: Readonly<Record<KindId, NewFiling>> = {
  accident: {
    changes: ({ commune, taxCode }, number) => ({
      '/establishment/taxCode': taxCode,
      '/accident/place/unit/code': commune,
      '/accident/place/description': `Tầng ${number}`,
    }),
    edited: '/declarant/position',
    reached: BY_POST,
  },
  disease: {
    changes: ({ commune, taxCode }, number) => ({
      '/establishment/taxCode': taxCode,
      '/site/unit/code': commune,
      '/cases/0/person/identityNumber': String(100_000_000_000 + number),
      '/cases/1/person/identityNumber': String(200_000_000_000 + number),
    }),
    edited: '/note',
    reached: BY_POST,
  },
  environment: {
    changes: ({ commune, taxCode }, number) => ({
      '/establishment/taxCode': taxCode,
      '/site/unit/code': commune,
      '/report/number': `${number}/2026/MTLĐ`,
      '/measurements/0/value': number / 10_000,
    }),
    edited: '/note',
    reached: {},
  },
  incident: {
    changes: ({ commune, taxCode }, number) => ({
      '/establishment/taxCode': taxCode,
      '/incident/place/unit/code': commune,
      '/incident/place/description': `Cẩu tháp ${number}`,
    }),
    edited: '/incident/response',
    reached: BY_POST,
  },
  // One report for each period; of nothing, because what a report tells of is in the codes of its time.
  report: {
    changes: (_, number) => ({
      '/period': { year: 2025 - (number % 26), ...(number % 52 < 26 && { half: 1 }) },
      '/zero': true,
      '/accidentSummary': undefined,
    }),
    edited: '/note',
    reached: { channel: 'POST' },
  },
}

const made = new Map<string, number>()

/** Content of a kind that nobody has filed before, as the enterprise of that place files it. */
export function newFiling(kind: KindId, place: FilingPlace): Json {
  // There are few periods, and each enterprise has them all.
  const series = kind === 'report' ? `${kind} ${place.taxCode}` : kind
  const number = (made.get(series) ?? 0) + 1
  made.set(series, number)
  const sample = KINDS.find(({ id }) => id === kind)?.sample
  return changed(sample, NEW_FILINGS[kind].changes(place, number))
}

/** The same with the words by which an office records what reached it. */
export function recordedFiling(kind: KindId, place: FilingPlace, enterpriseId: string): Json {
  return { ...newFiling(kind, place), onBehalf: { enterpriseId, ...NEW_FILINGS[kind].reached } }
}

/** The same as an examination facility or a monitoring organisation files it. */
export function delegatedFiling(kind: KindId, place: FilingPlace, enterpriseId: string): Json {
  return { ...newFiling(kind, place), onBehalf: { enterpriseId } }
}

/** What was filed, as an amendment has it. */
export function amended(kind: KindId, body: Json, words = 'Đã sửa.'): Json {
  return changed({ ...body, reason: 'Sửa lại.' }, { [NEW_FILINGS[kind].edited]: words })
}

function changed(body: unknown, changes: Changes): Json {
  return Object.entries(changes).reduce((made, [at, value]) => withValueAt(made, at, value), body) as Json
}
