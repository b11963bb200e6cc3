import { cite } from '../../../law/citation.ts'
import { occupationalDiseases } from '../../../reference/catalogue.ts'
import { groupBy } from '../../../reference/group-by.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_FORM, FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import { diseaseName } from '../cell-names.ts'
import { greatestOf, type Sexes, sexes, sumOfSexes } from '../persons.ts'
import type { OccupationalHealth, ReportedDisease } from '../schema.ts'
import { annex8, BASE, bothOf, diseaseRule, of, PERIOD, places, WORKFORCE } from './define.ts'

const SECTION = cite('TT19-2016-BYT PL 8, mục IV.1')
const DISEASE = '/diseases/*/disease'
const EXAMINED = bothOf('/diseases/*/examined')
const SUSPECTED = bothOf('/diseases/*/suspected')
const DIAGNOSED = bothOf('/diseases/*/diagnosed')
const ASSESSED = bothOf('/diseases/*/assessed')
const BANDS = ['under5', 'from5to30', 'from31'].flatMap((band) => bothOf(`/diseases/*/bands/${band}`))
const OUTSIDE_THE_LIST = 'OTHER'
/** Our thresholds of what is improbable; national figures lie below one in a hundred. */
const HIGH_RATE = 0.2
const MANY_EXAMINED = 30

const silicosis = (row: ReportedDisease) => ({ diseases: [{ disease: 'OD-01', ...row }] })

function exceeds(a: Sexes, b: Sexes): boolean {
  return a.total > b.total || a.women > b.women
}

/** Distinct persons lie between the greatest row and the sum of rows, of each of the two columns. */
function distinctOutOfBounds({ distinct, diseases = [] }: OccupationalHealth, column: 'examined' | 'diagnosed') {
  const filed = distinct?.[column]
  if (filed === undefined || diseases.length === 0) return false
  const rows = diseases.map((row) => sexes(row[column]))
  const [most, sum] = [greatestOf(rows), sumOfSexes(rows)]
  return (
    (exceeds(most, sexes(filed)) || exceeds(sexes(filed), sum)) && {
      filed: filed.total ?? 0,
      most: most.total,
      sum: sum.total,
    }
  )
}

/** Section IV.1 by itself: persons x disease. */
export const diseaseRules: readonly ReportRule[] = [
  diseaseRule({
    id: 'KB-OH-16',
    kind: 'error',
    citations: [cite('TT15-2016-BYT'), cite('TT60-2025-BYT'), { kind: 'policy' }],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, ...places(DISEASE, '/diseases/*/name')],
    at: '/disease',
    violated: ({ disease, name }, { legalDate }) => {
      if (disease === OUTSIDE_THE_LIST) return name === undefined && { disease, date: legalDate }
      const known = disease !== undefined && occupationalDiseases.find(disease, legalDate) !== undefined
      return !known && { disease: diseaseName(disease), date: legalDate }
    },
    message: {
      vi: 'Bệnh {disease} không có trong danh mục bệnh nghề nghiệp ngày {date}, hoặc bệnh ngoài danh mục chưa ghi tên.',
      en: 'The list of occupational diseases of {date} has no {disease}, or a disease outside it has no name.',
    },
    fix: {
      vi: 'Chọn mã tại /v1/code-lists/occupational-diseases; bệnh ngoài danh mục thì ghi OTHER và tên bệnh.',
      en: 'Choose a code from /v1/code-lists/occupational-diseases; outside the list, write OTHER and the name.',
    },
    examples: {
      holds: [annex8(silicosis({})), annex8({ diseases: [{ disease: 'OTHER', name: 'Đau thắt lưng' }] })],
      fails: [
        annex8({ diseases: [{ disease: 'OD-99' }] }),
        annex8({ diseases: [{ disease: 'OTHER' }] }),
        annex8({ diseases: [{ disease: 'OD-35' }] }, {}, { '/period/year': 2019 }),
      ],
    },
  }),

  {
    id: 'KB-OH-17',
    kind: 'error',
    citations: [SECTION, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(DISEASE, '/diseases/*/name', '/diseasesByQuarter/*/disease')],
    judge: ({ section: { occupationalHealth }, legalDate }) => {
      const tables = {
        diseases: (occupationalHealth?.diseases ?? []).map(({ disease, name }) =>
          disease === OUTSIDE_THE_LIST ? name : disease,
        ),
        diseasesByQuarter: (occupationalHealth?.diseasesByQuarter ?? []).map(({ disease }) => disease),
      }
      return Object.entries(tables).flatMap(([table, keys]) =>
        [...groupBy(keys.keys(), (index) => keys[index])].flatMap(([disease, rows]) =>
          disease === undefined
            ? []
            : rows.slice(1).map((index) => ({
                pointer: `${BASE}/${table}/${index}/disease`,
                params: { disease: diseaseName(disease, legalDate) },
              })),
        ),
      )
    },
    message: { vi: 'Bệnh {disease} được ghi hai dòng.', en: 'The disease {disease} stands in two rows.' },
    fix: { vi: 'Gộp các dòng cùng bệnh thành một.', en: 'Make one row of those of the same disease.' },
    examples: {
      holds: [
        annex8({ diseases: [{ disease: 'OD-01' }, { disease: 'OD-18' }], diseasesByQuarter: [{ disease: 'OD-01' }] }),
        annex8({
          diseases: [
            { disease: 'OTHER', name: 'Đau thắt lưng' },
            { disease: 'OTHER', name: 'Viêm gân' },
          ],
        }),
      ],
      fails: [
        annex8({ diseases: [{ disease: 'OD-01' }, { disease: 'OD-01' }] }),
        annex8({ diseasesByQuarter: [{ disease: 'OD-01' }, { disease: 'OD-01' }] }),
      ],
    },
  },

  diseaseRule({
    id: 'KB-OH-18',
    kind: 'warning',
    citations: [SECTION],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(DISEASE, ...EXAMINED), ...WORKFORCE],
    at: '/examined',
    // A flow beside a stock: people come and go, and former workers are examined.
    violated: ({ disease, examined }, { declaration: { workforce }, legalDate }) => {
      const { total, women } = sexes(examined)
      const all = workforce?.total ?? Number.POSITIVE_INFINITY
      return (
        (total > all || women > (workforce?.women ?? all) || total - women > all - (workforce?.women ?? 0)) && {
          disease: diseaseName(disease, legalDate),
          examined: total,
          women,
        }
      )
    },
    message: {
      vi: '{disease}: số được khám ({examined}, nữ {women}) nhiều hơn số lao động, nam hoặc nữ.',
      en: '{disease}: more were examined ({examined}, women {women}) than are employed, of men or of women.',
    },
    fix: {
      vi: 'Sửa số liệu; nếu do biến động lao động hoặc khám cả người đã nghỉ thì xác nhận và nêu lý do.',
      en: 'Correct it; if people came and went, or former workers were examined, confirm and say so.',
    },
    examples: {
      holds: [annex8(silicosis({ examined: of(240, 35) }))],
      fails: [
        annex8(silicosis({ examined: of(241, 35) })),
        annex8(silicosis({ examined: of(50, 36) })),
        annex8(silicosis({ examined: of(206) })),
      ],
    },
  }),

  diseaseRule({
    id: 'KB-OH-19',
    kind: 'error',
    citations: [SECTION, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(DISEASE, ...EXAMINED, ...SUSPECTED)],
    at: '/suspected',
    violated: ({ disease, examined, suspected }, { legalDate }) =>
      exceeds(sexes(suspected), sexes(examined)) && {
        disease: diseaseName(disease, legalDate),
        suspected: sexes(suspected).total,
        examined: sexes(examined).total,
      },
    message: {
      vi: '{disease}: số nghi mắc ({suspected}) lớn hơn số được khám ({examined}), tính chung hoặc tính riêng nữ.',
      en: '{disease}: more are suspected ({suspected}) than were examined ({examined}), in all or of women.',
    },
    fix: {
      vi: 'Người nghi mắc là một phần của số được khám, cả nữ: sửa một trong hai số.',
      en: 'The suspected are part of those examined, women too: correct one of the two.',
    },
    examples: {
      holds: [annex8(silicosis({ examined: of(10), suspected: of(10) }))],
      fails: [
        annex8(silicosis({ examined: of(10), suspected: of(11) })),
        annex8(silicosis({ examined: of(10), suspected: of(5, 1) })),
      ],
    },
  }),

  diseaseRule({
    id: 'KB-OH-20',
    kind: 'warning',
    citations: [SECTION],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(DISEASE, ...EXAMINED, ...SUSPECTED, ...DIAGNOSED)],
    at: '/diagnosed',
    // Who was examined in an earlier period may be diagnosed in this one; the form has no column for it.
    violated: ({ disease, examined, suspected, diagnosed }, { legalDate }) => {
      const among = suspected ?? examined
      return (
        exceeds(sexes(diagnosed), sexes(among)) && {
          disease: diseaseName(disease, legalDate),
          diagnosed: sexes(diagnosed).total,
          among: sexes(among).total,
        }
      )
    },
    message: {
      vi: '{disease}: số được chẩn đoán ({diagnosed}) lớn hơn số được khám hoặc nghi mắc ({among}).',
      en: '{disease}: more were diagnosed ({diagnosed}) than were examined or suspected ({among}).',
    },
    fix: {
      vi: 'Sửa số liệu; nếu chẩn đoán từ đợt khám của kỳ trước thì xác nhận và nêu lý do.',
      en: 'Correct it; if they were examined in an earlier period, confirm and say so.',
    },
    examples: {
      holds: [annex8(silicosis({ examined: of(10), diagnosed: of(1) }))],
      fails: [
        annex8(silicosis({ examined: of(10), diagnosed: of(11) })),
        annex8(silicosis({ examined: of(10), suspected: of(1), diagnosed: of(2) })),
      ],
    },
  }),

  diseaseRule({
    id: 'KB-OH-21',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...PERIOD, ...places(DISEASE, DIAGNOSED[0], ASSESSED[0])],
    at: '/assessed',
    violated: ({ disease, diagnosed, assessed }, { legalDate }) =>
      sexes(assessed).total > sexes(diagnosed).total && {
        disease: diseaseName(disease, legalDate),
        assessed: sexes(assessed).total,
        diagnosed: sexes(diagnosed).total,
      },
    message: {
      vi: '{disease}: số được giám định ({assessed}) nhiều hơn số được chẩn đoán trong kỳ ({diagnosed}).',
      en: '{disease}: more were assessed ({assessed}) than were diagnosed in the period ({diagnosed}).',
    },
    examples: {
      holds: [annex8(silicosis({ diagnosed: of(1), assessed: of(1) }))],
      fails: [annex8(silicosis({ diagnosed: of(1), assessed: of(2) }))],
    },
  }),

  diseaseRule({
    id: 'KB-OH-22',
    kind: 'error',
    citations: [SECTION, cite('L84-2015 48'), cite('L84-2015 49')],
    provenance: FROM_FORM,
    inputs: [...PERIOD, ...places(DISEASE, ...ASSESSED, ...BANDS)],
    at: '/bands',
    violated: ({ disease, assessed, bands }, { legalDate }) => {
      const sum = sumOfSexes([bands?.under5, bands?.from5to30, bands?.from31].map(sexes))
      const { total, women } = sexes(assessed)
      return (
        (sum.total !== total || sum.women !== women) && {
          disease: diseaseName(disease, legalDate),
          sum: sum.total,
          assessed: total,
        }
      )
    },
    message: {
      vi: '{disease}: ba mức suy giảm cộng lại {sum} người, số được giám định là {assessed} (so cả số nữ).',
      en: '{disease}: the three bands come to {sum}, {assessed} were assessed (women are compared too).',
    },
    fix: {
      vi: 'Xếp mỗi người được giám định vào một mức, cả nữ; chưa có kết luận giám định thì không ghi vào assessed.',
      en: 'Put each person assessed into one band, women too; whose assessment is not concluded does not stand in assessed.',
    },
    examples: {
      holds: [annex8(silicosis({ assessed: of(1), bands: { from5to30: of(1) } })), annex8(silicosis({}))],
      fails: [
        annex8(silicosis({ assessed: of(2), bands: { from5to30: of(1) } })),
        annex8(silicosis({ assessed: of(1, 1), bands: { from31: of(1) } })),
      ],
    },
  }),

  diseaseRule({
    id: 'KB-OH-23',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...PERIOD, ...places(DISEASE, EXAMINED[0], DIAGNOSED[0])],
    at: '/diagnosed',
    violated: ({ disease, examined, diagnosed }, { legalDate }) => {
      const rate = sexes(diagnosed).total / sexes(examined).total
      return (
        sexes(examined).total >= MANY_EXAMINED &&
        rate > HIGH_RATE && { disease: diseaseName(disease, legalDate), percent: Math.round(rate * 100) }
      )
    },
    message: {
      vi: '{disease}: tỷ lệ được chẩn đoán {percent}% số được khám, cao hơn thường thấy.',
      en: '{disease}: {percent} % of those examined were diagnosed, more than usual.',
    },
    examples: {
      holds: [
        annex8(silicosis({ examined: of(30), diagnosed: of(6) })),
        annex8(silicosis({ examined: of(29), diagnosed: of(29) })),
      ],
      fails: [annex8(silicosis({ examined: of(30), diagnosed: of(7) }))],
    },
  }),

  {
    id: 'KB-OH-24',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: places(
      ...bothOf('/distinct/examined'),
      ...bothOf('/distinct/diagnosed'),
      DISEASE,
      ...EXAMINED,
      ...DIAGNOSED,
    ),
    judge: ({ section: { occupationalHealth } }) =>
      (['examined', 'diagnosed'] as const).flatMap((column) => {
        const bounds = occupationalHealth ? distinctOutOfBounds(occupationalHealth, column) : false
        return bounds === false ? [] : [{ pointer: `${BASE}/distinct/${column}`, params: bounds }]
      }),
    message: {
      vi: 'Số người (mỗi người một lần) ghi {filed}, phải từ dòng lớn nhất ({most}) đến tổng các dòng ({sum}) của mục IV.1, cả với số nữ.',
      en: '{filed} distinct persons, who lie between the greatest row ({most}) and the sum of rows ({sum}) of section IV.1, women too.',
    },
    fix: {
      vi: 'Đếm mỗi người một lần dù được khám nhiều bệnh; hoặc sửa dòng ghi sai ở mục IV.1.',
      en: 'Count each person once, however many diseases; or correct the row of IV.1 that is wrong.',
    },
    examples: {
      holds: [
        annex8({
          distinct: { examined: of(150) },
          diseases: [
            { disease: 'OD-01', examined: of(120) },
            { disease: 'OD-18', examined: of(80) },
          ],
        }),
        annex8({ distinct: { examined: of(150) } }),
      ],
      fails: [
        annex8({ distinct: { examined: of(119) }, diseases: [{ disease: 'OD-01', examined: of(120) }] }),
        annex8({ distinct: { diagnosed: of(3) }, diseases: [{ disease: 'OD-01', diagnosed: of(2) }] }),
      ],
    },
  },
]
