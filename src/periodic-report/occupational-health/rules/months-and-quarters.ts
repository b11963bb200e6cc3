import { NOT_STATED } from '../../../declaration/code-name.ts'
import { cite } from '../../../law/citation.ts'
import { healthClasses } from '../../../reference/catalogue.ts'
import { groupBy } from '../../../reference/group-by.ts'
import type { Violation } from '../../../rules/rule.ts'
import { BY_ARITHMETIC, BY_READING, FROM_FORM, FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import { diseaseName, nameOfHealthCell } from '../cell-names.ts'
import { QUARTERS } from '../figures.ts'
import type { OccupationalHealth, Quarters } from '../schema.ts'
import { absenceRule, annex8, annex8OfYear, BASE, healthRule, of, PERIOD, places } from './define.ts'

const MONTH = '/absences/*/month'
const DISEASE = ['/absences/*/disease/persons', '/absences/*/disease/days'] as const
const OTHERS = ['sick', 'accident'] as const
const CLASSES = ['/healthClasses/*/class', '/healthClasses/*/men', '/healthClasses/*/women'] as const
const QUARTERLY = [
  '/commonDiseases/*/quarters',
  '/diseasesByQuarter/*/quarters',
  '/accidentsByQuarter/victims',
  '/accidentsByQuarter/deaths',
] as const

const every = (quarter: (typeof QUARTERS)[number]) => QUARTERLY.map((at) => `${at}/${quarter}`)

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Days off that nobody had, or more than the persons could have in the month. */
function impossible(absent: { persons?: number | undefined; days?: number | undefined } | undefined, days: number) {
  return (absent?.days ?? 0) > (absent?.persons ?? 0) * days
}

function quartersOf(report: OccupationalHealth): readonly { readonly at: string; readonly quarters: Quarters }[] {
  const { commonDiseases = [], diseasesByQuarter = [], accidentsByQuarter } = report
  return [
    ...commonDiseases.map(({ quarters = {} }, index) => ({ at: `/commonDiseases/${index}/quarters`, quarters })),
    ...diseasesByQuarter.map(({ quarters = {} }, index) => ({ at: `/diseasesByQuarter/${index}/quarters`, quarters })),
    { at: '/accidentsByQuarter/victims', quarters: accidentsByQuarter?.victims ?? {} },
    { at: '/accidentsByQuarter/deaths', quarters: accidentsByQuarter?.deaths ?? {} },
  ]
}

const sumOf = (quarters: Quarters | undefined) => QUARTERS.reduce((sum, quarter) => sum + (quarters?.[quarter] ?? 0), 0)

/** Sections III, V and VI. */
export const monthAndQuarterRules: readonly ReportRule[] = [
  absenceRule({
    id: 'OD-R050',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục III'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(MONTH, ...DISEASE)],
    at: '/disease/days',
    violated: ({ month, disease }, { period }) =>
      month !== undefined &&
      period !== null &&
      impossible(disease, daysIn(period.year, month)) && {
        month,
        persons: disease?.persons ?? 0,
        days: disease?.days ?? 0,
      },
    message: {
      vi: 'Tháng {month}: {persons} người không thể nghỉ {days} ngày vì bệnh nghề nghiệp.',
      en: 'Month {month}: {persons} persons cannot be off {days} days for occupational diseases.',
    },
    fix: {
      vi: 'Ghi số ngày nghỉ không quá số người nhân số ngày của tháng; có ngày nghỉ thì ghi cả số người.',
      en: 'State no more days than the persons times the days of the month, and the persons wherever there are days.',
    },
    examples: {
      holds: [annex8({ absences: [{ month: 4, disease: { persons: 2, days: 60 } }] })],
      fails: [
        annex8({ absences: [{ month: 4, disease: { persons: 2, days: 70 } }] }),
        annex8({ absences: [{ month: 4, disease: { days: 1 } }] }),
      ],
    },
  }),

  {
    id: 'KB-OH-11',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục III'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      ...PERIOD,
      ...places(MONTH, ...OTHERS.flatMap((kind) => [`/absences/*/${kind}/persons`, `/absences/*/${kind}/days`])),
    ],
    judge: ({ section: { occupationalHealth }, period }): readonly Violation[] =>
      (occupationalHealth?.absences ?? []).flatMap(({ month, ...absence }, index) =>
        OTHERS.flatMap((kind) => {
          const { persons = 0, days = 0 } = absence[kind] ?? {}
          if (month === undefined || period === null) return []
          if (!impossible(absence[kind], daysIn(period.year, month))) return []
          const params = { cell: nameOfHealthCell(`III.${month}.${kind}Days`), persons, days }
          return [{ pointer: `${BASE}/absences/${index}/${kind}/days`, params }]
        }),
      ),
    message: {
      vi: 'Ô {cell}: {persons} người không thể nghỉ {days} ngày trong tháng.',
      en: 'Cell {cell}: {persons} persons cannot be off {days} days in the month.',
    },
    fix: {
      vi: 'Ghi số ngày nghỉ không quá số người nhân số ngày của tháng; có ngày nghỉ thì ghi cả số người.',
      en: 'State no more days than the persons times the days of the month, and the persons wherever there are days.',
    },
    examples: {
      holds: [annex8({ absences: [{ month: 2, sick: { persons: 1, days: 28 } }] })],
      fails: [
        annex8({ absences: [{ month: 2, sick: { persons: 1, days: 29 } }] }),
        annex8({ absences: [{ month: 1, accident: { days: 3 } }] }),
      ],
    },
  },

  {
    id: 'KB-OH-12',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục III')],
    provenance: FROM_FORM,
    inputs: places(MONTH),
    judge: ({ section: { occupationalHealth } }) => {
      const rows = (occupationalHealth?.absences ?? []).map(({ month }, index) => ({ month, index }))
      return [...groupBy(rows, ({ month }) => month)].flatMap(([month, ofIt]) =>
        (month === undefined ? ofIt : ofIt.slice(1)).map(({ index }) => ({
          pointer: `${BASE}/absences/${index}/month`,
          params: { month: month ?? NOT_STATED },
        })),
      )
    },
    message: {
      vi: 'Thiếu tháng, hoặc tháng {month} được ghi hai dòng.',
      en: 'The month is missing, or month {month} stands in two rows.',
    },
    fix: {
      vi: 'Ghi tháng từ 1 đến 12 cho mỗi dòng, mỗi tháng một dòng.',
      en: 'State the month of each row, 1 to 12, with one row for each month.',
    },
    examples: {
      holds: [annex8({ absences: [{ month: 1 }, { month: 2 }] })],
      fails: [annex8({ absences: [{ month: 1 }, { month: 1 }] }), annex8({ absences: [{}] })],
    },
  },

  {
    id: 'OD-R044',
    kind: 'error',
    citations: [cite('TT19-2016-BYT 10.3.a'), { kind: 'arithmetic' }],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, ...places(MONTH, ...every('q3'), ...every('q4'))],
    judge: ({ section: { occupationalHealth }, period }) => {
      if (!occupationalHealth || period?.half !== 1) return []
      return [
        ...(occupationalHealth.absences ?? []).flatMap(({ month }, index) =>
          (month ?? 0) > 6 ? [{ pointer: `${BASE}/absences/${index}/month` }] : [],
        ),
        ...quartersOf(occupationalHealth).flatMap(({ at, quarters }) =>
          (['q3', 'q4'] as const).flatMap((quarter) =>
            (quarters[quarter] ?? 0) > 0 ? [{ pointer: `${BASE}${at}/${quarter}` }] : [],
          ),
        ),
      ]
    },
    message: {
      vi: 'Báo cáo 6 tháng đầu năm không được có số liệu quý III, quý IV hoặc tháng 7-12.',
      en: 'The report of the first half-year has no figures of the third and fourth quarter, nor of July to December.',
    },
    fix: {
      vi: 'Bỏ số liệu của tháng 7-12, quý III, quý IV; báo cáo cả năm thì bỏ period.half.',
      en: 'Leave out what is of July to December; for a report of the year leave out period.half.',
    },
    examples: {
      holds: [
        annex8({ absences: [{ month: 6 }], accidentsByQuarter: { victims: { q2: 1, q3: 0 } } }),
        annex8OfYear({ absences: [{ month: 7 }], accidentsByQuarter: { victims: { q3: 1 } } }),
      ],
      fails: [
        annex8({ absences: [{ month: 7 }] }),
        annex8({ accidentsByQuarter: { victims: { q3: 1 } } }),
        annex8({ commonDiseases: [{ group: 'Hô hấp', quarters: { q4: 2 } }] }),
      ],
    },
  },

  {
    id: 'OD-R043',
    kind: 'info',
    citations: [cite('TT19-2016-BYT PL 8, mục V.2')],
    provenance: BY_READING,
    inputs: [
      ...PERIOD,
      ...places(
        '/diseasesByQuarter/*/disease',
        ...QUARTERS.map((quarter) => `/diseasesByQuarter/*/quarters/${quarter}`),
        '/diseases/*/disease',
        '/diseases/*/diagnosed/total',
      ),
    ],
    judge: ({ section: { occupationalHealth }, legalDate }) => {
      const { diseasesByQuarter = [], diseases = [] } = occupationalHealth ?? {}
      return diseasesByQuarter.flatMap(({ disease, quarters }, index) => {
        const row = diseases.find((one) => one.disease === disease)
        const diagnosed = row?.diagnosed?.total ?? 0
        const sum = sumOf(quarters)
        if (disease === undefined || sum === diagnosed) return []
        const params = { disease: diseaseName(disease, legalDate), sum, diagnosed }
        return [{ pointer: `${BASE}/diseasesByQuarter/${index}/quarters`, params }]
      })
    },
    message: {
      vi: '{disease}: các quý cộng lại {sum} người, mục IV.1 ghi {diagnosed} người được chẩn đoán.',
      en: '{disease}: the quarters come to {sum}, section IV.1 has {diagnosed} diagnosed.',
    },
    examples: {
      holds: [
        annex8({
          diseases: [{ disease: 'OD-01', diagnosed: of(1) }],
          diseasesByQuarter: [{ disease: 'OD-01', quarters: { q1: 0, q2: 1 } }],
        }),
      ],
      fails: [
        annex8({
          diseases: [{ disease: 'OD-01', diagnosed: of(2) }],
          diseasesByQuarter: [{ disease: 'OD-01', quarters: { q2: 1 } }],
        }),
        annex8({ diseasesByQuarter: [{ disease: 'OD-01', quarters: { q1: 1 } }] }),
      ],
    },
  },

  {
    id: 'KB-OH-13',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục V.3'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: places(
      ...QUARTERS.flatMap((quarter) => [
        `/accidentsByQuarter/victims/${quarter}`,
        `/accidentsByQuarter/deaths/${quarter}`,
      ]),
    ),
    judge: ({ section: { occupationalHealth } }) => {
      const { victims, deaths } = occupationalHealth?.accidentsByQuarter ?? {}
      return QUARTERS.flatMap((quarter) =>
        (deaths?.[quarter] ?? 0) > (victims?.[quarter] ?? 0)
          ? [
              {
                pointer: `${BASE}/accidentsByQuarter/deaths/${quarter}`,
                params: { quarter: quarter.slice(1), deaths: deaths?.[quarter] ?? 0, victims: victims?.[quarter] ?? 0 },
              },
            ]
          : [],
      )
    },
    message: {
      vi: 'Quý {quarter}: {deaths} người chết vì tai nạn lao động, nhiều hơn {victims} người bị tai nạn.',
      en: 'Quarter {quarter}: {deaths} died in accidents, more than the {victims} victims.',
    },
    fix: {
      vi: 'Người chết là một phần của số người bị tai nạn: sửa một trong hai số.',
      en: 'The dead are part of the victims: correct one of the two.',
    },
    examples: {
      holds: [annex8({ accidentsByQuarter: { victims: { q1: 1 }, deaths: { q1: 1 } } })],
      fails: [annex8({ accidentsByQuarter: { victims: { q1: 1 }, deaths: { q1: 2 } } })],
    },
  },

  healthRule({
    id: 'KB-OH-14',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục VI'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...places(...CLASSES), '/workforce/total'],
    at: '/healthClasses',
    violated: ({ healthClasses: rows = [] }, { declaration: { workforce } }) => {
      const sum = rows.reduce((total, { men = 0, women = 0 }) => total + men + women, 0)
      return sum > (workforce?.total ?? Number.POSITIVE_INFINITY) && { sum, total: workforce?.total ?? NOT_STATED }
    },
    message: {
      vi: 'Phân loại sức khỏe có {sum} người, nhiều hơn tổng số lao động ({total}).',
      en: 'The health classes come to {sum} persons, more than the workforce ({total}).',
    },
    fix: {
      vi: 'Đếm người, không đếm lượt khám; nếu do biến động lao động thì xác nhận và nêu lý do.',
      en: 'Count persons, not examinations; if people came and went, confirm and say so.',
    },
    examples: {
      holds: [annex8({ healthClasses: [{ class: 'I', men: 205, women: 35 }] })],
      fails: [annex8({ healthClasses: [{ class: 'I', men: 205, women: 36 }] })],
    },
  }),

  {
    id: 'KB-OH-15',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục VI')],
    provenance: FROM_FORM,
    inputs: places('/healthClasses/*/class'),
    judge: ({ section: { occupationalHealth } }) => {
      const rows = (occupationalHealth?.healthClasses ?? []).map((row, index) => ({ name: row.class, index }))
      return [...groupBy(rows, ({ name }) => name)].flatMap(([name, ofIt]) =>
        (name === undefined || healthClasses.findEver(name) === undefined ? ofIt : ofIt.slice(1)).map(({ index }) => ({
          pointer: `${BASE}/healthClasses/${index}/class`,
          params: { class: name ?? NOT_STATED },
        })),
      )
    },
    message: {
      vi: 'Loại sức khỏe {class} không có trong mẫu (I đến V), hoặc được ghi hai dòng.',
      en: 'The form has no health class {class} (I to V), or it stands in two rows.',
    },
    fix: {
      vi: 'Mỗi loại I, II, III, IV, V ghi một dòng.',
      en: 'State one row for each of the classes I, II, III, IV and V.',
    },
    examples: {
      holds: [annex8({ healthClasses: [{ class: 'I' }, { class: 'V' }] })],
      fails: [
        annex8({ healthClasses: [{ class: 'VI' }] }),
        annex8({ healthClasses: [{ class: 'I' }, { class: 'I' }] }),
        annex8({ healthClasses: [{ men: 3 }] }),
      ],
    },
  },
]
