import { MOST_COUNT } from '../../../declaration/schema-parts.ts'
import { cite } from '../../../law/citation.ts'
import type { Violation } from '../../../rules/rule.ts'
import { MOST_DAYS } from '../../accident-summary/schema.ts'
import { BY_ARITHMETIC, BY_READING, FROM_FORM, FROM_QUOTATION, type ReportRule } from '../../rules/define.ts'
import { numberRule } from '../../rules/numbers.ts'
import { nameOfOshCell } from '../cell-names.ts'
import { CELLS, ITEM_9, numberAt, TRAINING_GROUPS, WORKER_GROUPS } from '../cells.ts'
import { MOST_MILLIONS } from '../schema.ts'
import { at, BASE, monthName, osh, oshRule } from './define.ts'

const FORM = 'TT07-2016-BLDTBXH PL II'
const ARITHMETIC = { kind: 'arithmetic' } as const

const named = (group: string) => nameOfOshCell(`1.${group}`)

const FACTORS = ITEM_9.map(({ property }) => `/environment/${property}`)
const cellsOfFactors = (name: 'samples' | 'failed') => FACTORS.map((factor) => `${factor}/${name}`)

const DAYS_AND_HOURS = ['/accidents/daysOff', '/diseases/daysOff', '/overtime/hours', '/overtime/mostInMonth']
const MONEY = CELLS.map(({ pointer }) => pointer).filter((pointer) => /costs$|^\/planCosts\//.test(pointer))
const PERSONS = CELLS.map(({ pointer }) => pointer).filter(
  (pointer) => !/^\/management\/\w+$/.test(pointer) && ![...DAYS_AND_HOURS, ...MONEY].includes(pointer),
)

/** The rows of item 9 added up. */
function sumOfFactors(section: unknown, name: 'samples' | 'failed'): number {
  return cellsOfFactors(name).reduce((sum, pointer) => sum + numberAt(section, pointer), 0)
}

/** Numbers that cannot stand beside each other. */
export const countRules: readonly ReportRule[] = [
  numberRule({
    id: 'KB-OSH-25',
    citations: [cite(FORM), ARITHMETIC],
    inputs: at(...PERSONS),
    guards: at(...PERSONS).slice(1),
    what: { vi: 'Số người, số vụ, số máy, số mẫu', en: 'Persons, accidents, machines and samples' },
    most: MOST_COUNT,
    examples: {
      holds: [osh()],
      fails: [osh({ '/accidents/deaths': -1 }), osh({ '/training/others/trained': '170 người' })],
    },
  }),

  numberRule({
    id: 'KB-OSH-26',
    citations: [cite(FORM), ARITHMETIC],
    inputs: at(...MONEY),
    guards: at(...MONEY).slice(1),
    what: { vi: 'Số tiền', en: 'Money' },
    most: MOST_MILLIONS,
    money: 'million-to-the-thousand',
    examples: {
      holds: [osh(), osh({ '/training/costs': 64.5 })],
      fails: [osh({ '/planCosts/training': 64_500_000_000 }), osh({ '/diseases/costs': '18,5' })],
    },
  }),

  numberRule({
    id: 'KB-OSH-27',
    citations: [cite(FORM), ARITHMETIC],
    inputs: at(...DAYS_AND_HOURS),
    guards: at(...DAYS_AND_HOURS).slice(1),
    what: { vi: 'Số ngày nghỉ, số giờ làm thêm', en: 'Days off and hours of overtime' },
    most: MOST_DAYS,
    examples: { holds: [osh()], fails: [osh({ '/overtime/hours': 1.5 }), osh({ '/diseases/daysOff': -1 })] },
  }),

  {
    id: 'OD-R006',
    kind: 'error',
    citations: [cite(`${FORM}, mục 1`), ARITHMETIC],
    provenance: FROM_FORM,
    inputs: [...at(...WORKER_GROUPS.map((group) => `/groups/${group}`)), '/workforce/total'],
    needs: ['register'],
    judge: ({ section: { oshAnnual }, workforce: { total } }) => {
      const { minors = 0, under15 = 0 } = oshAnnual?.groups ?? {}
      const tooLarge = WORKER_GROUPS.flatMap((group): readonly Violation[] => {
        const count = numberAt(oshAnnual, `/groups/${group}`)
        return total !== null && count > total
          ? [{ pointer: `${BASE}/groups/${group}`, params: { group: named(group), count, most: total } }]
          : []
      })
      return under15 > minors
        ? [
            ...tooLarge,
            { pointer: `${BASE}/groups/under15`, params: { group: named('under15'), count: under15, most: minors } },
          ]
        : tooLarge
    },
    message: {
      vi: 'Nhóm "{group}" ghi {count} người, nhiều nhất chỉ có thể là {most}: một nhóm không lớn hơn tổng số lao động, số dưới 15 tuổi không lớn hơn số chưa thành niên.',
      en: 'The group "{group}" has {count} persons and can have {most} at most: no group exceeds all workers, nor those under 15 the minors.',
    },
    fix: { vi: 'Sửa số của nhóm hoặc tổng số lao động.', en: 'Correct the group, or the number of workers.' },
    examples: {
      holds: [osh(), osh({ '/groups': undefined })],
      fails: [osh({ '/groups/heavyWork': 241 }), osh({ '/groups/under15': 1 }), osh({ '/workforce/total': 80 })],
    },
  },

  oshRule({
    id: 'KB-OSH-01',
    kind: 'error',
    citations: [cite(`${FORM}, mục 2`), ARITHMETIC],
    provenance: BY_ARITHMETIC,
    inputs: at('/accidents/accidents', '/accidents/fatalAccidents', '/accidents/victims', '/accidents/deaths'),
    at: '/accidents',
    violated: ({ accidents: item }) => {
      const { accidents = 0, fatalAccidents = 0, victims = 0, deaths = 0 } = item ?? {}
      const isPossible =
        fatalAccidents <= accidents &&
        accidents <= victims &&
        deaths <= victims &&
        fatalAccidents <= deaths &&
        victims > 0 === accidents > 0 &&
        deaths > 0 === fatalAccidents > 0
      return !isPossible && { accidents, fatalAccidents, victims, deaths }
    },
    message: {
      vi: 'Mục 2 không thể có: {accidents} vụ ({fatalAccidents} vụ chết người), {victims} người bị nạn ({deaths} người chết).',
      en: 'Item 2 cannot be: {accidents} accidents ({fatalAccidents} fatal), {victims} victims ({deaths} dead).',
    },
    fix: {
      vi: 'Mỗi vụ có ít nhất một người bị nạn, mỗi vụ chết người có ít nhất một người chết.',
      en: 'Each accident has a victim at least, each fatal one somebody killed.',
    },
    examples: {
      holds: [osh(), osh({ '/accidents': undefined }), osh({ '/accidents/victims': 2 })],
      fails: [
        osh({ '/accidents/fatalAccidents': 2 }),
        osh({ '/accidents/victims': 0 }),
        osh({ '/accidents/deaths': 0 }),
        osh({ '/accidents/accidents': 2 }),
        osh({ '/accidents/deaths': 2 }),
        osh({ '/accidents/accidents': 0, '/accidents/fatalAccidents': 0, '/accidents/deaths': 0 }),
        osh({ '/accidents/fatalAccidents': 0 }),
        osh({ '/accidents': { accidents: 2, fatalAccidents: 2, victims: 2, deaths: 1 } }),
      ],
    },
  }),

  oshRule({
    id: 'OD-R048',
    kind: 'error',
    citations: [cite(`${FORM}, mục 3`), ARITHMETIC],
    provenance: FROM_FORM,
    inputs: at('/diseases/new', '/diseases/total'),
    at: '/diseases/new',
    violated: ({ diseases }) => {
      const { total = 0, new: fallenIll = 0 } = diseases ?? {}
      return fallenIll > total && { fallenIll, total }
    },
    message: {
      vi: 'Số người mắc mới ({fallenIll}) lớn hơn số người bị bệnh nghề nghiệp cộng dồn ({total}).',
      en: 'More persons have newly fallen ill ({fallenIll}) than have an occupational disease in all ({total}).',
    },
    fix: {
      vi: 'Số mắc mới là một phần của số cộng dồn: sửa một trong hai số.',
      en: 'Those newly ill are part of all who have a disease: correct one of the two.',
    },
    examples: {
      holds: [osh(), osh({ '/diseases': undefined })],
      fails: [osh({ '/diseases/new': 4 }), osh({ '/diseases/total': undefined })],
    },
  }),

  oshRule({
    id: 'OD-R051',
    kind: 'error',
    citations: [cite(`${FORM}, mục 3`), ARITHMETIC],
    provenance: FROM_FORM,
    inputs: at('/diseases/earlyRetirements', '/diseases/total'),
    at: '/diseases/earlyRetirements',
    violated: ({ diseases }) => {
      const { total = 0, earlyRetirements = 0 } = diseases ?? {}
      return earlyRetirements > total && { earlyRetirements, total }
    },
    message: {
      vi: 'Số người nghỉ hưu trước tuổi vì bệnh nghề nghiệp ({earlyRetirements}) lớn hơn số người bị bệnh ({total}).',
      en: 'More retired early because of an occupational disease ({earlyRetirements}) than have one ({total}).',
    },
    fix: {
      vi: 'Người nghỉ hưu trước tuổi vì bệnh nghề nghiệp là một phần của số người bị bệnh cộng dồn: sửa một trong hai số.',
      en: 'Those who retired early are part of all who have a disease: correct one of the two.',
    },
    examples: {
      holds: [osh(), osh({ '/diseases/earlyRetirements': 3 })],
      fails: [osh({ '/diseases/earlyRetirements': 4 })],
    },
  }),

  oshRule({
    id: 'KB-OSH-02',
    kind: 'error',
    citations: [cite(`${FORM}, mục 3`), ARITHMETIC],
    provenance: BY_ARITHMETIC,
    inputs: at('/diseases/daysOff', '/diseases/total'),
    at: '/diseases/daysOff',
    violated: ({ diseases }) => {
      const { total = 0, daysOff = 0 } = diseases ?? {}
      return daysOff > total * 366 && { daysOff, total }
    },
    message: {
      vi: '{daysOff} ngày nghỉ vì bệnh nghề nghiệp là quá nhiều ngày trong năm cho {total} người bị bệnh.',
      en: '{daysOff} days off because of occupational diseases are more than a year has for {total} persons.',
    },
    fix: {
      vi: 'Ghi số ngày nghỉ trong năm, mỗi người nhiều nhất 366 ngày; hoặc sửa số người bị bệnh.',
      en: 'State the days off of the year, 366 a person at most; or correct the number of persons.',
    },
    examples: {
      holds: [osh(), osh({ '/diseases/daysOff': 1_098 })],
      fails: [osh({ '/diseases/daysOff': 1_099 }), osh({ '/diseases/total': undefined })],
    },
  }),

  {
    id: 'KB-OSH-03',
    kind: 'warning',
    citations: [cite(`${FORM}, mục 5`)],
    provenance: BY_ARITHMETIC,
    inputs: at(
      ...[...TRAINING_GROUPS.map(({ property }) => `/training/${property}`), '/management/firstAiders'].flatMap(
        (group) => [`${group}/trained`, `${group}/present`],
      ),
    ),
    judge: ({ section: { oshAnnual } }) =>
      [...TRAINING_GROUPS.map(({ property }) => `/training/${property}`), '/management/firstAiders'].flatMap(
        (group): readonly Violation[] => {
          const [trained, present] = [numberAt(oshAnnual, `${group}/trained`), numberAt(oshAnnual, `${group}/present`)]
          return trained > present ? [{ pointer: `${BASE}${group}/trained`, params: { trained, present } }] : []
        },
      ),
    message: {
      vi: 'Đã huấn luyện {trained} người trong nhóm hiện có {present} người.',
      en: '{trained} were trained in a group of {present}.',
    },
    fix: {
      vi: 'Nếu có người đã huấn luyện rồi thôi việc thì xác nhận và nêu lý do.',
      en: 'If some left after the training, confirm it and say so.',
    },
    examples: {
      holds: [osh(), osh({ '/training': undefined })],
      fails: [osh({ '/training/strictJobs/trained': 41 }), osh({ '/management/firstAiders/present': 7 })],
    },
  },

  oshRule({
    id: 'KB-OSH-04',
    kind: 'info',
    citations: [cite(`${FORM}, mục 5`)],
    // Under which group the form asks who trained, copies of it do not agree.
    provenance: BY_READING,
    inputs: at(
      '/training/byItself',
      '/training/byProvider',
      ...TRAINING_GROUPS.map(({ property }) => `/training/${property}/trained`),
    ),
    at: '/training/byItself',
    violated: (section) => {
      const trained = TRAINING_GROUPS.reduce(
        (sum, { property }) => sum + numberAt(section, `/training/${property}/trained`),
        0,
      )
      const { byItself = 0, byProvider = 0 } = section.training ?? {}
      return byItself + byProvider > trained && { by: byItself + byProvider, trained }
    },
    message: {
      vi: 'Tự huấn luyện và thuê huấn luyện cộng lại {by} người, nhiều hơn {trained} người đã huấn luyện ở các nhóm.',
      en: 'By itself and by providers {by} persons were trained, more than the {trained} of the groups.',
    },
    examples: {
      holds: [osh(), osh({ '/training/byItself': undefined })],
      fails: [osh({ '/training/byItself': 171 })],
    },
  }),

  {
    id: 'KB-OSH-05',
    kind: 'error',
    citations: [cite(`${FORM}, mục 6`), ARITHMETIC],
    provenance: BY_ARITHMETIC,
    inputs: at(
      '/equipment/total',
      '/equipment/strictInUse',
      '/equipment/inspected',
      '/equipment/uninspected',
      '/equipment/declared',
      '/equipment/undeclared',
    ),
    judge: ({ section: { oshAnnual } }) => {
      const of = (name: string) => numberAt(oshAnnual, `/equipment/${name}`)
      const total = of('total')
      return [
        { name: 'strictInUse', parts: of('strictInUse') },
        { name: 'inspected', parts: of('inspected') + of('uninspected') },
        { name: 'declared', parts: of('declared') + of('undeclared') },
      ].flatMap(({ name, parts }) =>
        parts > total
          ? [{ pointer: `${BASE}/equipment/${name}`, params: { part: nameOfOshCell(`6.${name}`), parts, total } }]
          : [],
      )
    },
    message: {
      vi: 'Phần "{part}" có {parts} máy, thiết bị, nhiều hơn tổng số {total}.',
      en: 'The part "{part}" has {parts} machines, more than the {total} in all.',
    },
    fix: {
      vi: 'Tổng số gồm mọi máy, thiết bị, vật tư: sửa tổng số hoặc số của phần này.',
      en: 'The total has all machines and materials: correct it, or the part.',
    },
    examples: {
      holds: [osh(), osh({ '/equipment': undefined })],
      fails: [
        osh({ '/equipment/strictInUse': 61 }),
        osh({ '/equipment/uninspected': 47 }),
        osh({ '/equipment/undeclared': 47 }),
      ],
    },
  },

  oshRule({
    id: 'KB-OSH-06',
    kind: 'error',
    citations: [cite(`${FORM}, mục 7`), ARITHMETIC],
    provenance: BY_ARITHMETIC,
    inputs: at('/overtime/workers', '/overtime/hours', '/overtime/mostInMonth'),
    at: '/overtime',
    violated: ({ overtime }) => {
      const { workers = 0, hours = 0, mostInMonth = 0 } = overtime ?? {}
      return (mostInMonth > hours || workers > 0 !== hours > 0) && { workers, hours, mostInMonth }
    },
    message: {
      vi: 'Mục 7 không thể có: {workers} người làm thêm, {hours} giờ trong năm, nhiều nhất {mostInMonth} giờ trong một tháng.',
      en: 'Item 7 cannot be: {workers} persons, {hours} hours in the year, {mostInMonth} at most in one month.',
    },
    fix: {
      vi: 'Ghi đủ ba số, giờ cao nhất một tháng không quá tổng số giờ cả năm; không có làm thêm thì ghi 0 hoặc bỏ mục 7.',
      en: 'State all three, with no more hours in a month than in the year; where there was no overtime, write 0 or leave item 7 out.',
    },
    examples: {
      holds: [osh(), osh({ '/overtime': undefined })],
      fails: [osh({ '/overtime/mostInMonth': 14_401 }), osh({ '/overtime/workers': 0 }), osh({ '/overtime/hours': 0 })],
    },
  }),

  {
    id: 'KB-OSH-07',
    kind: 'error',
    citations: [cite(`${FORM}, mục 9`), ARITHMETIC],
    provenance: BY_ARITHMETIC,
    inputs: at(...['/environment', ...FACTORS].flatMap((row) => [`${row}/samples`, `${row}/failed`])),
    judge: ({ section: { oshAnnual } }) =>
      ['/environment', ...FACTORS].flatMap((row): readonly Violation[] => {
        const [samples, failed] = [numberAt(oshAnnual, `${row}/samples`), numberAt(oshAnnual, `${row}/failed`)]
        return failed > samples ? [{ pointer: `${BASE}${row}/failed`, params: { failed, samples } }] : []
      }),
    message: {
      vi: 'Số mẫu không đạt ({failed}) lớn hơn số mẫu đã đo ({samples}).',
      en: 'More samples failed ({failed}) than were taken ({samples}).',
    },
    fix: {
      vi: 'Mẫu không đạt là một phần của số mẫu đã đo: sửa một trong hai số.',
      en: 'Samples that failed are part of those taken: correct one of the two.',
    },
    examples: {
      holds: [osh(), osh({ '/environment/noise/failed': 2 })],
      fails: [osh({ '/environment/noise/failed': 3 }), osh({ '/environment/samples': 0 })],
    },
  },

  oshRule({
    id: 'KB-OSH-08',
    kind: 'error',
    citations: [cite(`${FORM}, mục 9`), ARITHMETIC],
    provenance: FROM_FORM,
    inputs: at('/environment/samples', ...cellsOfFactors('samples')),
    at: '/environment/samples',
    violated: (section) => {
      const [total, sum] = [numberAt(section, '/environment/samples'), sumOfFactors(section, 'samples')]
      return total !== sum && { total, sum }
    },
    message: {
      vi: 'Tổng số mẫu ghi {total}, các yếu tố cộng lại là {sum}.',
      en: 'The samples are stated as {total}; the factors come to {sum}.',
    },
    fix: { vi: 'Ghi mẫu của yếu tố khác vào dòng "khác".', en: 'Put samples of other factors into `other`.' },
    examples: {
      holds: [osh(), osh({ '/environment': undefined })],
      fails: [osh({ '/environment/samples': 7 }), osh({ '/environment/dust': undefined })],
    },
  }),

  oshRule({
    id: 'OD-R024',
    kind: 'error',
    citations: [cite(`${FORM}, mục 9`), ARITHMETIC],
    provenance: FROM_FORM,
    inputs: at('/environment/failed', ...cellsOfFactors('failed')),
    at: '/environment/failed',
    violated: (section) => {
      const [total, sum] = [numberAt(section, '/environment/failed'), sumOfFactors(section, 'failed')]
      return total !== sum && { total, sum }
    },
    message: {
      vi: 'Tổng số mẫu không đạt ghi {total}, các yếu tố cộng lại là {sum}.',
      en: 'The samples that failed are stated as {total}; the factors come to {sum}.',
    },
    fix: {
      vi: 'Sửa tổng số, hoặc số mẫu không đạt của yếu tố ghi sai; mẫu của yếu tố khác ghi vào dòng "khác" (other).',
      en: 'Correct the total, or the factor that is wrong; samples of other factors go to `other`.',
    },
    examples: {
      holds: [osh(), osh({ '/environment': undefined })],
      fails: [osh({ '/environment/failed': 2 }), osh({ '/environment/noise/failed': 0 })],
    },
  }),

  oshRule({
    id: 'KB-OSH-09',
    kind: 'error',
    citations: [cite('TT07-2016-BLDTBXH'), ARITHMETIC],
    provenance: FROM_QUOTATION,
    inputs: [...at('/riskAssessedIn'), '/period/year'],
    at: '/riskAssessedIn',
    violated: ({ riskAssessedIn }, { period }) =>
      riskAssessedIn !== undefined &&
      period !== null &&
      Number(riskAssessedIn.slice(0, 4)) > period.year && {
        month: monthName(riskAssessedIn),
      },
    message: {
      vi: 'Tháng đánh giá nguy cơ rủi ro ({month}) ở sau năm báo cáo.',
      en: 'The month of the risk assessment ({month}) lies after the year of the report.',
    },
    fix: {
      vi: 'Ghi tháng trong năm báo cáo, dạng 2026-03; đánh giá của năm sau ghi ở báo cáo năm sau.',
      en: 'State a month of the year of the report, as in 2026-03; later ones belong to the next report.',
    },
    examples: {
      holds: [osh(), osh({ '/riskAssessedIn': undefined })],
      fails: [osh({ '/riskAssessedIn': '2027-01' })],
    },
  }),
]
