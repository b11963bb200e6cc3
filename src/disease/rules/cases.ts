import { minimumWorkingAge } from '../../law/accident-constants.ts'
import { addMonths } from '../../law/calendar.ts'
import { cite } from '../../law/citation.ts'
import { valueOn } from '../../law/dated-constant.ts'
import { reassessmentMonths } from '../../law/examination-constants.ts'
import { occupationalDiseases } from '../../reference/catalogue.ts'
import { groupBy } from '../../reference/group-by.ts'
import { legalDate } from '../../reference/legal-date.ts'
import { ageOn, asDate, bandOf, type CaseFacts, DAYS_A_YEAR, sexes } from '../facts.ts'
import type { DiseaseCase } from '../schema.ts'
import { BANDS } from '../vocabulary.ts'
import {
  BY_ARITHMETIC,
  BY_POLICY,
  caseRule,
  DATED,
  type DiseaseRule,
  diseaseName,
  FROM_FORM,
  FROM_MEMORY,
  FROM_TEXT,
  historyOf,
  resultRule,
} from './define.ts'
import { bothOf } from './person-counts.ts'

const BIRTH = ['/cases/*/person/birthDate', '/cases/*/person/birthYear'] as const
const PERSON = ['/cases/*/person/identityNumber', '/cases/*/person/fullName', ...BIRTH] as const
const EXPOSURE = ['/cases/*/exposureStart', '/cases/*/exposureEnd', '/cases/*/exposureYears'] as const

/** Ours: below it nobody had an occupation. */
const CHILDHOOD = 15
/** Ours: beyond it a mistyped year is likelier than a worker of that age. */
const IMPROBABLE_AGE = 75
const BEFORE = {
  case: 0,
  disease: 'OD-01',
  on: legalDate('2025-09-19'),
  declaration: '0198f000-0000-7000-8000-0000000000a1',
}

/** Who it is, as far as a filing tells persons apart; null for nobody. */
function personOf({ person }: DiseaseCase): string | null {
  if (person?.identityNumber !== undefined) return person.identityNumber
  const born = person?.birthDate ?? person?.birthYear
  return person?.fullName === undefined || born === undefined ? null : `${person.fullName.toLowerCase()} ${born}`
}

/** The days of a case that must follow one another, each with its field. */
function daysInOrder({ filed }: CaseFacts): readonly (readonly [field: string, day: string])[] {
  const { person, exposureStart, examinedOn, diagnosedOn, assessment } = filed
  const days = [
    ['person/birthDate', person?.birthDate],
    ['exposureStart', exposureStart],
    ['examinedOn', examinedOn],
    ['diagnosedOn', diagnosedOn],
    ['assessment/on', assessment?.on],
  ] as const
  return days.flatMap(([field, day]) => (day === undefined ? [] : [[field, day] as const]))
}

/** What is said of a person fits together, with the other cases and with the rows of persons x disease. */
export const caseRules: readonly DiseaseRule[] = [
  resultRule({
    id: 'OD-R041',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.2'), cite('TT56-2025-BYT 9.1')],
    provenance: FROM_FORM,
    inputs: ['/diseases/*/disease', '/diseases/*/diagnosed/total', '/cases/*/disease', ...DATED],
    at: '/diagnosed/total',
    violated: ({ filed, diagnosed }, { cases, legalDate }) => {
      if (filed.disease === undefined) return false
      const listed = cases.filter((one) => one.filed.disease === filed.disease).length
      return (
        listed !== diagnosed.total && {
          disease: diseaseName(filed.disease, legalDate),
          listed,
          diagnosed: diagnosed.total,
        }
      )
    },
    message: {
      vi: '{disease}: danh sách có {listed} người nhưng số được chẩn đoán là {diagnosed}.',
      en: '{disease}: the list has {listed} cases, and {diagnosed} were diagnosed.',
    },
    fix: {
      vi: 'Liệt kê từng người được chẩn đoán vào cases, hoặc sửa số; nếu chưa có danh sách thì xác nhận và nêu lý do.',
      en: 'List everybody diagnosed in cases, or correct the number; if the list is not at hand, confirm and say so.',
    },
    examples: {
      holds: [{}, { change: { '/diseases/0/diagnosed/total': 0, '/cases/0/disease': 'OD-02' } }],
      fails: [{ change: { '/diseases/0/diagnosed/total': 2 } }, { change: { '/cases/0/disease': 'OD-18' } }],
    },
  }),

  resultRule({
    id: 'OD-R042',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.2')],
    provenance: FROM_FORM,
    inputs: ['/diseases/*/disease', ...bothOf('/diseases/*/diagnosed'), '/cases/*/disease', '/cases/*/sex', ...DATED],
    at: '/diagnosed/women',
    violated: ({ filed, diagnosed }, { cases, legalDate }) => {
      if (filed.disease === undefined) return false
      const listed = cases.filter((one) => one.filed.disease === filed.disease)
      const women = listed.filter((one) => one.filed.sex === 'female').length
      return (
        listed.length === diagnosed.total &&
        women !== diagnosed.women && {
          disease: diseaseName(filed.disease, legalDate),
          listed: women,
          diagnosed: diagnosed.women,
        }
      )
    },
    message: {
      vi: '{disease}: danh sách có {listed} nữ nhưng số nữ được chẩn đoán là {diagnosed}.',
      en: '{disease}: the list has {listed} women, and {diagnosed} women were diagnosed.',
    },
    fix: { vi: 'Sửa giới tính trong danh sách hoặc số nữ.', en: 'Correct the sex in the list or the number of women.' },
    examples: {
      holds: [{}, { change: { '/cases/0/sex': 'female', '/diseases/0/diagnosed': { total: 1, women: 1 } } }],
      fails: [
        { change: { '/cases/0/sex': 'female' } },
        { change: { '/diseases/0/diagnosed': { total: 1, women: 1 } } },
      ],
    },
  }),

  caseRule({
    id: 'KB-DIS-27',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/cases/*/disease', '/diseases/*/disease'],
    at: '/disease',
    violated: ({ filed: { disease } }, { results }) =>
      disease !== undefined &&
      // Under a code that means nothing the row may be there: OD-R025 tells it.
      occupationalDiseases.findEver(disease) !== undefined &&
      !results.some(({ filed }) => filed.disease === disease),
    message: {
      vi: 'Trường hợp thứ {ordinal}: bệnh này không có dòng nào trong diseases.',
      en: 'Case {ordinal}: the disease has no row in diseases.',
    },
    fix: { vi: 'Thêm dòng của bệnh vào diseases.', en: 'Add a row for it to diseases.' },
    examples: {
      holds: [{}, { change: { '/cases/0/disease': 'OD-02', '/diseases/0/disease': 'OD-02' } }],
      fails: [{ change: { '/cases/0/disease': 'OD-02' } }],
    },
  }),

  {
    id: 'KB-DIS-28',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERSON, '/cases/*/disease'],
    judge: ({ cases }) => {
      const first = new Map<string, number>()
      return cases.flatMap(({ index, filed }) => {
        const person = personOf(filed)
        if (person === null || filed.disease === undefined) return []
        const key = `${filed.disease} ${person}`
        const other = first.get(key)
        if (other === undefined) first.set(key, index)
        return other === undefined
          ? []
          : [{ pointer: `/cases/${index}`, params: { ordinal: index + 1, other: other + 1 } }]
      })
    },
    message: {
      vi: 'Trường hợp thứ {ordinal} trùng người và trùng bệnh với trường hợp thứ {other}.',
      en: 'Case {ordinal} is the same person with the same disease as case {other}.',
    },
    fix: { vi: 'Bỏ một trong hai.', en: 'Drop one of the two.' },
    examples: {
      holds: [{}, { change: { '/cases/1/person/identityNumber': '019074000321' } }],
      fails: [
        { change: { '/cases/1/person/identityNumber': '019074000321', '/cases/1/disease': 'OD-01' } },
        {
          change: {
            '/cases/0/person': { fullName: 'Lò Văn Xa', birthYear: 1980 },
            '/cases/1/person': { fullName: 'LÒ VĂN XA', birthYear: 1980 },
            '/cases/1/disease': 'OD-01',
          },
        },
      ],
    },
  },

  {
    id: 'OD-R055',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/cases/*/person/birthDate',
      '/cases/*/exposureStart',
      '/cases/*/exposureEnd',
      '/cases/*/examinedOn',
      '/cases/*/diagnosedOn',
      '/cases/*/assessment/on',
      '/cases/*/certificate/on',
      '/cases/*/treatmentEndedOn',
      '/cases/*/referredOn',
      '/cases/*/prePlacementOn',
    ],
    judge: ({ cases, dates: { received } }) =>
      cases.flatMap((one) => {
        const { index, filed } = one
        const at = (field: string, before: string) => ({
          pointer: `/cases/${index}/${field}`,
          params: { ordinal: index + 1, field, before },
        })
        const days = daysInOrder(one)
        const disordered = days.flatMap(([field, day], place) => {
          const [previous, previousDay] = days[place - 1] ?? []
          return previous !== undefined && previousDay !== undefined && day < previousDay ? [at(field, previous)] : []
        })
        const { exposureStart, exposureEnd, certificate, treatmentEndedOn, referredOn, prePlacementOn } = filed
        const ended = exposureStart !== undefined && exposureEnd !== undefined && exposureEnd < exposureStart
        const others = [
          ['exposureEnd', exposureEnd],
          ['certificate/on', certificate?.on],
          ['treatmentEndedOn', treatmentEndedOn],
          ['referredOn', referredOn],
          ['prePlacementOn', prePlacementOn],
        ] as const
        const future = [...days, ...others].flatMap(([field, day]) =>
          day !== undefined && received !== null && day > received ? [at(field, received)] : [],
        )
        return [...disordered, ...(ended ? [at('exposureEnd', 'exposureStart')] : []), ...future]
      }),
    message: {
      vi: 'Trường hợp thứ {ordinal}: thứ tự ngày không thể đúng ở {field} (so với {before}).',
      en: 'Case {ordinal}: the order of days cannot be right at {field} (beside {before}).',
    },
    fix: {
      vi: 'Sinh, bắt đầu tiếp xúc, khám, chẩn đoán, giám định phải theo thứ tự này và không sau ngày gửi hồ sơ.',
      en: 'Birth, start of exposure, examination, diagnosis and assessment follow in this order, none after the filing.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/diagnosedOn': '2026-09-08' } }],
      fails: [
        { change: { '/cases/0/diagnosedOn': '2026-09-07' } },
        { change: { '/cases/0/exposureStart': '1974-04-01' } },
        { change: { '/cases/0/exposureEnd': '2008-03-09' } },
        { change: { '/cases/0/referredOn': '2026-10-03' } },
      ],
    },
  },

  caseRule({
    id: 'OD-R056',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/cases/*/diagnosedOn', '/cases/*/fromEarlierRound', ...DATED],
    at: '/diagnosedOn',
    violated: ({ filed: { diagnosedOn, fromEarlierRound } }, { dates: { from } }) =>
      diagnosedOn !== undefined && from !== null && fromEarlierRound !== true && diagnosedOn < from && { from },
    message: {
      vi: 'Trường hợp thứ {ordinal} được chẩn đoán trước khi đợt khám bắt đầu ({from}) nhưng được khai là mới.',
      en: 'Case {ordinal} was diagnosed before the round began ({from}), yet is stated as new.',
    },
    fix: {
      vi: 'Nếu thuộc đợt khám trước thì đặt fromEarlierRound = true.',
      en: 'If it belongs to an earlier round, set fromEarlierRound to true.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/diagnosedOn': '2026-08-01', '/cases/0/fromEarlierRound': true } }],
      fails: [{ change: { '/cases/0/diagnosedOn': '2026-08-01' } }],
    },
  }),

  caseRule({
    id: 'OD-R057',
    kind: 'info',
    citations: [cite('L45-2019 143')],
    provenance: FROM_MEMORY,
    inputs: [...BIRTH, '/cases/*/exposureStart'],
    at: '/exposureStart',
    violated: (one) => {
      const start = asDate(one.filed.exposureStart)
      const age = start && ageOn(one, start)
      const least = start && valueOn(minimumWorkingAge, start)?.value
      return age !== null && (age > IMPROBABLE_AGE || (typeof least === 'number' && age < least))
    },
    message: {
      vi: 'Trường hợp thứ {ordinal}: tuổi khi bắt đầu tiếp xúc khác thường.',
      en: 'Case {ordinal}: an unusual age at the start of exposure.',
    },
    fix: { vi: 'Kiểm tra ngày sinh và ngày bắt đầu tiếp xúc.', en: 'Check the birth and the start of exposure.' },
    examples: {
      holds: [{}, { change: { '/cases/0/person/birthDate': undefined } }],
      fails: [
        { change: { '/cases/1/person/birthDate': '2008-01-01', '/cases/1/exposureStart': '2022-05-02' } },
        { change: { '/cases/1/person/birthDate': '1936-01-01' } },
      ],
    },
  }),

  caseRule({
    id: 'OD-R058',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.2')],
    provenance: BY_POLICY,
    inputs: [...BIRTH, ...EXPOSURE, '/cases/*/diagnosedOn', '/cases/*/examinedOn', ...DATED],
    at: '/exposureYears',
    violated: (one) => {
      const age = ageOn(one, one.legalDate)
      return age !== null && one.exposureDays !== null && one.exposureDays / DAYS_A_YEAR > age - CHILDHOOD + 1
    },
    message: {
      vi: 'Trường hợp thứ {ordinal}: số năm tiếp xúc không phù hợp với tuổi.',
      en: 'Case {ordinal}: the years of exposure do not fit the age.',
    },
    fix: {
      vi: 'Kiểm tra ngày sinh, ngày bắt đầu và số năm tiếp xúc; nếu đúng thì xác nhận và nêu lý do.',
      en: 'Check the birth, the start and the years of exposure; if they are right, confirm and say why.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/exposureYears': 30 } }],
      fails: [{ change: { '/cases/0/exposureYears': 40 } }, { change: { '/cases/0/person/birthDate': '2000-01-01' } }],
    },
  }),

  {
    id: 'OD-R069',
    kind: 'error',
    citations: [cite('L84-2015 46'), cite('L84-2015 48'), cite('L84-2015 49')],
    provenance: FROM_TEXT,
    inputs: [
      '/cases/*/assessment/percent',
      '/cases/*/disease',
      '/diseases/*/disease',
      ...BANDS.map((band) => `/diseases/*/bands/${band}/total`),
    ],
    guards: ['/cases/*/assessment/percent'],
    judge: ({ cases, results }) => {
      const percentsOf = groupBy(
        cases.flatMap(({ filed }) =>
          filed.assessment?.percent === undefined
            ? []
            : [{ disease: filed.disease, percent: filed.assessment.percent }],
        ),
        ({ disease }) => disease,
      )
      return results.flatMap(({ index, filed }) => {
        if (filed.bands === undefined || filed.disease === undefined) return []
        const percents = percentsOf.get(filed.disease) ?? []
        return BANDS.flatMap((band) => {
          const listed = percents.filter(({ percent }) => bandOf(percent) === band).length
          return listed > sexes(filed.bands?.[band]).total ? [{ pointer: `/diseases/${index}/bands/${band}` }] : []
        })
      })
    },
    message: {
      vi: 'Tỷ lệ suy giảm phải là số nguyên 0-100, và mỗi mức không ít hơn số người có tỷ lệ ấy trong danh sách.',
      en: 'The reduced capacity is a whole number from 0 to 100, and no band has fewer persons than the list shows in it.',
    },
    fix: {
      vi: 'Ghi tỷ lệ theo biên bản giám định; sửa ba mức cho khớp danh sách.',
      en: 'State the percentage of the minutes; make the bands agree with the list.',
    },
    examples: {
      holds: [
        {},
        { change: { '/cases/0/assessment': { percent: 31 }, '/diseases/0/bands/from31': { total: 1, women: 0 } } },
        { change: { '/cases/0/assessment': { percent: 31 }, '/diseases/0/bands': undefined } },
      ],
      fails: [
        { change: { '/cases/0/assessment': { percent: 130 } } },
        { change: { '/cases/0/assessment': { percent: 30 }, '/diseases/0/bands/from31': { total: 1, women: 0 } } },
      ],
    },
  },

  caseRule({
    id: 'OD-R071',
    kind: 'warning',
    citations: [cite('L84-2015 47.3')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/assessment/on', '/cases/*/assessment/previousOn', '/cases/*/assessment/fastProgressing'],
    at: '/assessment/on',
    violated: ({ filed: { assessment } }) => {
      const on = asDate(assessment?.on)
      const previous = asDate(assessment?.previousOn)
      if (on === null || previous === null || assessment?.fastProgressing === true) return false
      const months = valueOn(reassessmentMonths, on)?.value
      return months !== undefined && on < addMonths(previous, months) && { months }
    },
    message: {
      vi: 'Trường hợp thứ {ordinal} giám định lại khi chưa đủ {months} tháng.',
      en: 'Case {ordinal} was assessed again before {months} months had passed.',
    },
    fix: {
      vi: 'Nếu bệnh tiến triển nhanh thì đặt fastProgressing = true.',
      en: 'If the disease progresses fast, set fastProgressing to true.',
    },
    examples: {
      holds: [
        {},
        { change: { '/cases/0/assessment': { on: '2026-09-30', previousOn: '2024-09-30' } } },
        { change: { '/cases/0/assessment': { on: '2026-09-30', previousOn: '2025-09-30', fastProgressing: true } } },
      ],
      fails: [{ change: { '/cases/0/assessment': { on: '2026-09-30', previousOn: '2024-10-01' } } }],
    },
  }),

  {
    id: 'OD-R072',
    kind: 'warning',
    citations: [cite('L84-2015 47.2')],
    provenance: FROM_TEXT,
    inputs: [...PERSON, '/cases/*/disease', '/cases/*/assessment/percent', '/cases/*/assessment/combined'],
    judge: ({ cases }) => {
      const byPerson = groupBy(cases, ({ filed }) => personOf(filed))
      return cases.flatMap(({ index, filed }) => {
        const { assessment } = filed
        const person = personOf(filed)
        if (assessment?.percent === undefined || assessment.combined === true || person === null) return []
        const diseases = new Set((byPerson.get(person) ?? []).map((one) => one.filed.disease))
        return diseases.size > 1
          ? [{ pointer: `/cases/${index}/assessment/combined`, params: { ordinal: index + 1 } }]
          : []
      })
    },
    message: {
      vi: 'Trường hợp thứ {ordinal}: người mắc từ hai bệnh nghề nghiệp được giám định tổng hợp, hồ sơ ghi giám định riêng.',
      en: 'Case {ordinal}: who has several occupational diseases is assessed for all of them together; this says apart.',
    },
    fix: {
      vi: 'Đặt assessment.combined = true nếu đã giám định tổng hợp.',
      en: 'Set assessment.combined to true if they were assessed together.',
    },
    examples: {
      holds: [
        {},
        { change: { '/cases/0/assessment': { percent: 20 } } },
        {
          change: {
            '/cases/1/person/identityNumber': '019074000321',
            '/cases/0/assessment': { percent: 35, combined: true },
          },
        },
      ],
      fails: [{ change: { '/cases/1/person/identityNumber': '019074000321', '/cases/0/assessment': { percent: 20 } } }],
    },
  },

  caseRule({
    id: 'OD-R074',
    kind: 'warning',
    citations: [cite('L84-2015 37.1')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/disease', '/cases/*/fromEarlierRound'],
    needs: ['history'],
    at: '',
    violated: ({ index, filed }, { context: { known } }) => {
      if (filed.fromEarlierRound === true) return false
      const before = known.history?.diagnosed.find((one) => one.case === index && one.disease === filed.disease)
      return before !== undefined && { declaration: before.declaration }
    },
    message: {
      vi: 'Trường hợp thứ {ordinal} đã được khai là mới trong hồ sơ {declaration} của cơ sở.',
      en: 'Case {ordinal} was already stated as new in declaration {declaration} of the same establishment.',
    },
    fix: {
      vi: 'Đặt fromEarlierRound = true và ghi vào diagnosedEarlier; nếu là lần mắc khác thì xác nhận và nêu lý do.',
      en: 'Set fromEarlierRound to true and count it in diagnosedEarlier; if it is another illness, confirm and say so.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/fromEarlierRound': true }, context: historyOf({ diagnosed: [BEFORE] }) }],
      fails: [{ context: historyOf({ diagnosed: [BEFORE] }) }],
    },
  }),

  caseRule({
    id: 'OD-R073',
    kind: 'breach',
    citations: [cite('TT19-2016-BYT 2.2.a')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/currentJob/sameFactor', '/cases/*/currentJob/controlMeasure'],
    at: '/currentJob',
    violated: ({ filed: { currentJob } }) => currentJob?.sameFactor === true && currentJob.controlMeasure === undefined,
    message: {
      vi: 'Trường hợp thứ {ordinal} vẫn làm việc tiếp xúc với yếu tố gây bệnh mà chưa có biện pháp kiểm soát.',
      en: 'Case {ordinal} still works with what caused the disease, without a measure that controls the exposure.',
    },
    fix: {
      vi: 'Bố trí việc khác hoặc kiểm soát tiếp xúc, và ghi vào currentJob.controlMeasure.',
      en: 'Give other work or control the exposure, and state it in currentJob.controlMeasure.',
    },
    examples: {
      holds: [{}, { change: { '/cases/1/currentJob': undefined } }],
      fails: [{ change: { '/cases/1/currentJob/controlMeasure': undefined } }],
    },
  }),

  caseRule({
    id: 'KB-DIS-29',
    kind: 'info',
    citations: [{ kind: 'policy', note: 'Luật Căn cước' }],
    provenance: FROM_MEMORY,
    inputs: ['/cases/*/person/identityNumber'],
    at: '/person/identityNumber',
    violated: ({ filed: { person } }) =>
      person?.identityNumber === undefined || !/^(\d{9}|\d{12})$/.test(person.identityNumber),
    message: {
      vi: 'Trường hợp thứ {ordinal} không có số định danh đủ 12 chữ số viết liền: không đối chiếu được với các đợt khám khác.',
      en: 'Case {ordinal} has no identification number of 12 digits without spaces: it cannot be compared with other rounds.',
    },
    fix: {
      vi: 'Ghi số định danh cá nhân trên căn cước, viết liền trong dấu nháy; bảng tính thường làm mất số 0 ở đầu.',
      en: 'State the number on the identity card in quotes, without spaces; spreadsheets tend to drop its leading zero.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/person/identityNumber': '095123456' } }],
      fails: [
        { change: { '/cases/0/person/identityNumber': undefined } },
        { change: { '/cases/0/person/identityNumber': 'P0123456' } },
      ],
    },
  }),
]
