import { cite } from '../../law/citation.ts'
import type { HazardFacts } from '../facts.ts'
import type { DiseaseScreening } from '../schema.ts'
import {
  BY_ARITHMETIC,
  BY_POLICY,
  type DiseaseRule,
  FROM_FORM,
  hazardName,
  hazardRule,
  screeningRule,
} from './define.ts'
import { bothOf, COUNT_PLACES, filedCounts } from './person-counts.ts'

const OTHER_COUNTS = ['/workforce/heavy', '/gynaecologyExamined', '/files/certificates', '/files/caseReports'] as const

const WORKFORCE = bothOf('/workforce')
const EXPOSED_ROWS = bothOf('/hazards/*/exposed')
const DISTINCT_EXPOSED = bothOf('/persons/exposed')

/** The most that one row has, and what the rows add up to: distinct persons lie between. */
function boundsOf(hazards: readonly HazardFacts[], of: (hazard: HazardFacts) => number) {
  const numbers = hazards.map(of)
  return { most: Math.max(0, ...numbers), sum: numbers.reduce((total, one) => total + one, 0) }
}

/** As the filing has it: the register may be out of date, and refuses nothing. */
function filedWorkforce({ workforce }: DiseaseScreening) {
  return { total: workforce?.total ?? null, women: workforce?.women ?? null }
}

/** Whether the numbers of persons can be right, by themselves and with one another. */
export const countRules: readonly DiseaseRule[] = [
  {
    id: 'OD-R003',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: BY_ARITHMETIC,
    inputs: COUNT_PLACES,
    judge: ({ declaration }) =>
      filedCounts(declaration).flatMap(({ pointer, count: { total, women } }) =>
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
      holds: [{}, { change: { '/persons/examined': { total: 150, women: 150 } } }],
      fails: [
        { change: { '/persons/examined': { total: 150, women: 151 } } },
        { change: { '/diseases/0/diagnosed': { total: 1, women: 2 } } },
      ],
    },
  },

  {
    id: 'OD-R004',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: BY_ARITHMETIC,
    inputs: [...COUNT_PLACES, ...OTHER_COUNTS],
    guards: [...COUNT_PLACES, ...OTHER_COUNTS],
    judge: () => [],
    message: {
      vi: 'Số người, số giấy tờ phải là số nguyên không âm.',
      en: 'Numbers of persons and of papers are whole and not negative.',
    },
    fix: {
      vi: 'Ghi số, không ghi chữ, dấu phẩy hay dấu gạch; nếu không có ai thì ghi 0.',
      en: 'Write a number without words, commas or dashes; where there is nobody, write 0.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/examined/total': 0 } }],
      fails: [
        { change: { '/hazards/0/examined/total': '120 người' } },
        { change: { '/diseases/0/suspected/total': -1 } },
        { change: { '/files/certificates': 1.5 } },
      ],
    },
  },

  {
    id: 'KB-DIS-01',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: FROM_FORM,
    inputs: COUNT_PLACES,
    judge: ({ declaration }) =>
      filedCounts(declaration).flatMap(({ pointer, count: { total, women } }) => [
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
      holds: [{}, { change: { '/diseases/0/suspected': undefined } }],
      fails: [
        { change: { '/hazards/0/exposed/women': undefined } },
        { change: { '/diseases/1/bands/from31': { women: 0 } } },
      ],
    },
  },

  screeningRule({
    id: 'OD-R005',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục I')],
    provenance: BY_ARITHMETIC,
    inputs: [...DISTINCT_EXPOSED, ...WORKFORCE],
    at: '/persons/exposed',
    violated: ({ exposed, declaration }) => {
      const { total, women } = filedWorkforce(declaration)
      const tooMany = (total !== null && exposed.total > total) || (women !== null && exposed.women > women)
      return tooMany && { exposed: exposed.total, women: exposed.women, total: total ?? '—', workforce: women ?? '—' }
    },
    message: {
      vi: 'Số người tiếp xúc với yếu tố có hại ({exposed}, nữ {women}) lớn hơn số lao động của cơ sở ({total}, nữ {workforce}).',
      en: 'More are exposed to harmful factors ({exposed}, women {women}) than are employed ({total}, women {workforce}).',
    },
    fix: {
      vi: 'Đếm mỗi người một lần; sửa số tiếp xúc hoặc số lao động.',
      en: 'Count each person once; correct the exposed or the workforce.',
    },
    examples: {
      holds: [{}, { change: { '/workforce': undefined } }],
      fails: [
        { change: { '/persons/exposed': { total: 241, women: 15 } } },
        { change: { '/persons/exposed': { total: 150, women: 36 } } },
      ],
    },
  }),

  hazardRule({
    id: 'OD-R014',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục II')],
    provenance: BY_ARITHMETIC,
    inputs: ['/hazards/*/factor', '/hazards/*/exposed/total', '/workforce/total'],
    at: '/exposed/total',
    violated: ({ filed, exposed }, { declaration }) => {
      const { total } = filedWorkforce(declaration)
      return (
        total !== null && exposed.total > total && { factor: hazardName(filed.factor), exposed: exposed.total, total }
      )
    },
    message: {
      vi: '{factor}: số lao động tiếp xúc ({exposed}) lớn hơn tổng số lao động ({total}).',
      en: '{factor}: more are exposed ({exposed}) than are employed ({total}).',
    },
    fix: {
      vi: 'Ghi người đã thôi tiếp xúc, đã nghỉ việc vào formerWorkers.',
      en: 'State those no longer exposed or employed in formerWorkers.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/exposed/total': 240 } }],
      fails: [{ change: { '/hazards/0/exposed/total': 241 } }],
    },
  }),

  hazardRule({
    id: 'OD-R015',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục II')],
    provenance: BY_ARITHMETIC,
    inputs: ['/hazards/*/factor', '/hazards/*/exposed/women', '/workforce/women'],
    at: '/exposed/women',
    violated: ({ filed, exposed }, { declaration }) => {
      const { women } = filedWorkforce(declaration)
      return (
        women !== null && exposed.women > women && { factor: hazardName(filed.factor), exposed: exposed.women, women }
      )
    },
    message: {
      vi: '{factor}: số nữ tiếp xúc ({exposed}) lớn hơn số lao động nữ ({women}).',
      en: '{factor}: more women are exposed ({exposed}) than are employed ({women}).',
    },
    fix: { vi: 'Sửa số nữ tiếp xúc hoặc số lao động nữ.', en: 'Correct the women exposed or the women employed.' },
    examples: {
      holds: [{}, { change: { '/hazards/0/exposed/women': 35 } }],
      fails: [{ change: { '/hazards/0/exposed/women': 36 } }],
    },
  }),

  hazardRule({
    id: 'OD-R016',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục II')],
    provenance: BY_ARITHMETIC,
    inputs: ['/hazards/*/factor', ...EXPOSED_ROWS, ...WORKFORCE],
    at: '/exposed',
    violated: ({ filed, exposed }, { declaration }) => {
      const { total, women } = filedWorkforce(declaration)
      if (total === null || women === null || exposed.total > total) return false
      const men = exposed.total - exposed.women
      return men > total - women && { factor: hazardName(filed.factor), exposed: men, men: total - women }
    },
    message: {
      vi: '{factor}: số nam tiếp xúc ({exposed}) lớn hơn số lao động nam ({men}).',
      en: '{factor}: more men are exposed ({exposed}) than are employed ({men}).',
    },
    fix: {
      vi: 'Kiểm tra số nữ: số nam là tổng số trừ số nữ.',
      en: 'Check the number of women: the men are the total without them.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/exposed': { total: 240, women: 35 } } }],
      fails: [{ change: { '/hazards/0/exposed': { total: 210, women: 4 } } }],
    },
  }),

  {
    id: 'OD-R017',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/hazards/*/factor'],
    judge: ({ hazards }) =>
      hazards
        .filter(({ index, filed }) => hazards.some((other) => other.index < index && isSame(other, filed.factor)))
        .map(({ index, filed }) => ({
          pointer: `/hazards/${index}/factor`,
          params: { factor: hazardName(filed.factor) },
        })),
    message: { vi: 'Yếu tố {factor} được khai nhiều lần.', en: 'Factor {factor} is stated more than once.' },
    fix: { vi: 'Gộp thành một dòng cho mỗi yếu tố.', en: 'Put them together: one row for each factor.' },
    examples: {
      holds: [{}, { change: { '/hazards/1/factor': undefined, '/hazards/0/factor': undefined } }],
      fails: [{ change: { '/hazards/1/factor': 'HZ-DUST-SILICA' } }],
    },
  },

  screeningRule({
    id: 'KB-DIS-02',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/persons/exposed/total', '/hazards/*/exposed/total'],
    at: '/persons/exposed/total',
    violated: ({ declaration, hazards, exposed: { total } }) => {
      if (declaration.persons?.exposed?.total === undefined || hazards.length === 0) return false
      const { most, sum } = boundsOf(hazards, ({ exposed }) => exposed.total)
      return (total < most || total > sum) && { total, most, sum }
    },
    message: {
      vi: 'Số người tiếp xúc khác nhau ({total}) phải từ {most} (yếu tố nhiều nhất) đến {sum} (cộng các yếu tố).',
      en: 'Distinct persons exposed ({total}) must lie between {most} (the largest factor) and {sum} (all factors added).',
    },
    fix: {
      vi: 'persons đếm mỗi người một lần, dù tiếp xúc với nhiều yếu tố.',
      en: 'persons counts everybody once, however many factors they are exposed to.',
    },
    examples: {
      holds: [{}, { change: { '/persons/exposed/total': 200 } }, { change: { '/persons/exposed/total': 120 } }],
      fails: [{ change: { '/persons/exposed/total': 201 } }, { change: { '/persons/exposed/total': 119 } }],
    },
  }),

  screeningRule({
    id: 'KB-DIS-03',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/persons/examined/total',
      '/hazards/*/examined/total',
      '/diseases/*/examined/total',
      '/diseases/*/former/examined/total',
    ],
    at: '/persons/examined/total',
    violated: ({ declaration, hazards, results, examined: { total } }) => {
      if (declaration.persons?.examined?.total === undefined) return false
      const ofDiseases = results.map(({ examined, filed }) => examined.total - (filed.former?.examined?.total ?? 0))
      const most = Math.max(boundsOf(hazards, ({ examined }) => examined.total).most, ...ofDiseases)
      return total < most && { total, most }
    },
    message: {
      vi: 'Số người được khám khác nhau ({total}) nhỏ hơn số được khám ở một dòng ({most}).',
      en: 'Fewer distinct persons were examined ({total}) than one row has ({most}).',
    },
    fix: {
      vi: 'persons.examined ít nhất bằng dòng nhiều nhất; người đã thôi tiếp xúc ghi ở formerWorkers.',
      en: 'persons.examined is at least the largest row; state former workers in formerWorkers.',
    },
    examples: {
      holds: [{}, { change: { '/persons/examined/total': 120 } }],
      fails: [{ change: { '/persons/examined/total': 119 } }, { change: { '/diseases/0/examined/total': 151 } }],
    },
  }),

  hazardRule({
    id: 'KB-DIS-04',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/hazards/*/factor', ...EXPOSED_ROWS, ...bothOf('/hazards/*/examined')],
    at: '/examined',
    violated: ({ filed, exposed, examined }) =>
      (examined.total > exposed.total || examined.women > exposed.women) && {
        factor: hazardName(filed.factor),
        examined: examined.total,
        examinedWomen: examined.women,
        exposed: exposed.total,
        exposedWomen: exposed.women,
      },
    message: {
      vi: '{factor}: được khám {examined} (nữ {examinedWomen}), nhiều hơn số đang tiếp xúc {exposed} (nữ {exposedWomen}), tính chung hoặc riêng nữ.',
      en: '{factor}: {examined} were examined (women {examinedWomen}), more than the {exposed} exposed (women {exposedWomen}), in all or among women.',
    },
    fix: {
      vi: 'Nếu do người đã thôi tiếp xúc thì ghi họ ở formerWorkers; nếu do biến động lao động thì xác nhận và nêu lý do.',
      en: 'State former workers in formerWorkers; if people came and went, confirm and say so.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/examined': { total: 119, women: 12 } } }],
      fails: [
        { change: { '/hazards/0/examined': { total: 121, women: 12 } } },
        { change: { '/hazards/0/examined': { total: 120, women: 13 } } },
      ],
    },
  }),

  screeningRule({
    id: 'KB-DIS-05',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/workforce/heavy', '/workforce/total'],
    at: '/workforce/heavy',
    violated: ({ declaration }) => {
      const { total } = filedWorkforce(declaration)
      const heavy = declaration.workforce?.heavy ?? 0
      return total !== null && heavy > total && { heavy, total }
    },
    message: {
      vi: 'Số người làm nghề nặng nhọc, độc hại, nguy hiểm ({heavy}) lớn hơn tổng số lao động ({total}).',
      en: 'More are in heavy, harmful or dangerous jobs ({heavy}) than are employed ({total}).',
    },
    fix: { vi: 'Sửa một trong hai số.', en: 'Correct one of the two.' },
    examples: {
      holds: [{}, { change: { '/workforce/heavy': 240 } }],
      fails: [{ change: { '/workforce/heavy': 241 } }],
    },
  }),

  screeningRule({
    id: 'OD-R052',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục VI')],
    provenance: FROM_FORM,
    inputs: ['/healthClasses/*/persons/total', '/workforce/total'],
    at: '/healthClasses',
    violated: ({ declaration, workforce: { total } }) => {
      const sum = (declaration.healthClasses ?? []).reduce((all, { persons }) => all + (persons.total ?? 0), 0)
      return total !== null && sum > total && { sum, total }
    },
    message: {
      vi: 'Tổng số người được phân loại sức khỏe ({sum}) lớn hơn tổng số lao động ({total}).',
      en: 'More were put into health classes ({sum}) than are employed ({total}).',
    },
    fix: {
      vi: 'Đếm người, không đếm lượt khám; nếu do biến động lao động thì xác nhận và nêu lý do.',
      en: 'Count persons, not examinations; if people came and went, confirm and say so.',
    },
    examples: {
      holds: [{}, { change: { '/healthClasses': undefined } }],
      fails: [{ change: { '/healthClasses/1/persons/total': 181 } }],
    },
  }),
]

function isSame({ filed }: HazardFacts, factor: string | undefined): boolean {
  return factor !== undefined && filed.factor === factor
}
