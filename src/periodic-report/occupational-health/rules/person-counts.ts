import { MOST_COUNT, MOST_THOUSAND_DONG } from '../../../declaration/schema-parts.ts'
import { cite } from '../../../law/citation.ts'
import { written } from '../../../rules/present.ts'
import { BY_ARITHMETIC, FROM_FORM, type ReportRule, shapeRule } from '../../rules/define.ts'
import { numberRule, WRITE_DIGITS } from '../../rules/numbers.ts'
import { DISEASE_COLUMNS, QUARTERS } from '../figures.ts'
import type { OccupationalHealth, ReportedPersons } from '../schema.ts'
import { annex8, BASE, bothOf, of, places } from './define.ts'

const PAIRS = [
  '/direct',
  '/hazardous',
  '/firstAiders',
  '/factors/*/exposed',
  ...DISEASE_COLUMNS.map(([, place]) => `/diseases/*/${place}`),
  '/distinct/examined',
  '/distinct/diagnosed',
  '/training/*/trained',
] as const

const AMOUNT = '/costs/*/amount'

const COUNTS = places(
  ...PAIRS.flatMap(bothOf),
  '/factors/*/samples',
  '/factors/*/failed',
  ...['samplesSilica', 'samplesOther', 'failedSilica', 'failedOther'].map((part) => `/factors/*/dust/${part}`),
  '/absences/*/month',
  ...['sick', 'accident', 'disease'].flatMap((kind) => [`/absences/*/${kind}/persons`, `/absences/*/${kind}/days`]),
  ...[
    '/commonDiseases/*/quarters',
    '/diseasesByQuarter/*/quarters',
    '/accidentsByQuarter/victims',
    '/accidentsByQuarter/deaths',
  ].flatMap((at) => QUARTERS.map((quarter) => `${at}/${quarter}`)),
  '/healthClasses/*/men',
  '/healthClasses/*/women',
  '/cases/*/age',
  '/cases/*/yearsInOccupation',
  '/cases/*/percent',
)

interface Pair {
  readonly pointer: string
  readonly persons: ReportedPersons
}

function pairsOf(report: OccupationalHealth): readonly Pair[] {
  const { factors = [], diseases = [], training = [], distinct } = report
  return [
    ...pair('/direct', report.direct),
    ...pair('/hazardous', report.hazardous),
    ...pair('/firstAiders', report.firstAiders),
    ...factors.flatMap(({ exposed }, index) => pair(`/factors/${index}/exposed`, exposed)),
    ...diseases.flatMap((row, index) => {
      const columns = { ...row, ...row.bands }
      return DISEASE_COLUMNS.flatMap(([column, place]) => pair(`/diseases/${index}/${place}`, columns[column]))
    }),
    ...pair('/distinct/examined', distinct?.examined),
    ...pair('/distinct/diagnosed', distinct?.diagnosed),
    ...training.flatMap(({ trained }, index) => pair(`/training/${index}/trained`, trained)),
  ]
}

function pair(at: string, persons: ReportedPersons | undefined): readonly Pair[] {
  return persons === undefined ? [] : [{ pointer: `${BASE}${at}`, persons }]
}

/** Whether the numbers can be right, each by itself. */
export const personCountRules: readonly ReportRule[] = [
  shapeRule({
    id: 'KB-OH-01',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: COUNTS,
    guards: COUNTS.slice(1),
    message: {
      vi: `Phải là số nguyên từ 0 đến ${written(MOST_COUNT, 'vi')}; tháng từ 1 đến 12, tỷ lệ suy giảm và số năm làm nghề từ 0 đến 100, tuổi từ 0 đến 130.`,
      en: `A whole number from 0 to ${written(MOST_COUNT, 'en')}; a month is 1 to 12, a reduction of capacity and years of work 0 to 100, an age 0 to 130.`,
    },
    fix: WRITE_DIGITS,
    examples: {
      holds: [annex8({ direct: of(190, 22) })],
      fails: [
        annex8({ direct: { total: '190 người', women: 22 } }),
        annex8({ factors: [{ factor: 'HZ-PHY-NOISE', samples: -1 }] }),
        annex8({ absences: [{ month: 13 }] }),
      ],
    },
  }),

  numberRule({
    id: 'KB-OH-41',
    citations: [cite('TT19-2016-BYT PL 8, mục VIII'), { kind: 'arithmetic' }],
    inputs: places(AMOUNT),
    guards: places(AMOUNT).slice(1),
    what: { vi: 'Chi phí', en: 'Costs' },
    most: MOST_THOUSAND_DONG,
    money: 'thousand',
    examples: {
      holds: [annex8({ costs: [{ activity: 'Khám sức khỏe', amount: 301_000 }] })],
      fails: [
        annex8({ costs: [{ activity: 'Khám sức khỏe', amount: '301 triệu' }] }),
        annex8({ costs: [{ activity: 'Khám sức khỏe', amount: 2_000_000_000_000 }] }),
      ],
    },
  }),

  {
    id: 'KB-OH-02',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: places(...PAIRS.flatMap(bothOf)),
    judge: ({ section: { occupationalHealth } }) =>
      (occupationalHealth ? pairsOf(occupationalHealth) : []).flatMap(({ pointer, persons: { total, women } }) =>
        total !== undefined && women !== undefined && women > total
          ? [{ pointer: `${pointer}/women`, params: { women, total } }]
          : [],
      ),
    message: {
      vi: 'Số nữ ({women}) lớn hơn tổng số ({total}).',
      en: 'There are more women ({women}) than persons in all ({total}).',
    },
    fix: {
      vi: 'Ghi tổng số gồm cả nam và nữ, số nữ là một phần của tổng số.',
      en: 'State men and women together as the total, and the women as part of it.',
    },
    examples: {
      holds: [annex8({ direct: of(22, 22) })],
      fails: [annex8({ direct: of(22, 23) }), annex8({ training: [{ content: 'Sơ cứu', trained: of(2, 3) }] })],
    },
  },

  {
    id: 'KB-OH-03',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: FROM_FORM,
    inputs: places(...PAIRS.flatMap(bothOf)),
    judge: ({ section: { occupationalHealth } }) =>
      (occupationalHealth ? pairsOf(occupationalHealth) : []).flatMap(({ pointer, persons: { total, women } }) => [
        ...(total === undefined ? [{ pointer: `${pointer}/total` }] : []),
        ...(women === undefined ? [{ pointer: `${pointer}/women` }] : []),
      ]),
    message: {
      vi: 'Thiếu tổng số hoặc số nữ: mẫu có hai cột.',
      en: 'The total or the number of women is missing: the form has a column for each.',
    },
    fix: {
      vi: 'Ghi cả total (tổng số) và women (số nữ); không có thì ghi 0.',
      en: 'State both total and women; write 0 for none.',
    },
    examples: {
      holds: [annex8({ direct: of(190) }), annex8({})],
      fails: [annex8({ direct: { total: 190 } }), annex8({ diseases: [{ disease: 'OD-01', examined: { women: 0 } }] })],
    },
  },
]
