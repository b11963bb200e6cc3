import { cite } from '../../law/citation.ts'
import { covid19 } from '../../law/examination-constants.ts'
import { asDate } from '../facts.ts'
import { caseRule, type DiseaseRule, FROM_ANNEX, FROM_TEXT } from './define.ts'

const HIV = 'OD-32'
const HIV_RECORD = { accidentRecord: true, negativeWithin72Hours: true, positiveAtMonths: 3 } as const

/** What the annexes ask of one disease alone. */
export const namedDiseaseRules: readonly DiseaseRule[] = [
  caseRule({
    id: 'OD-R063',
    kind: 'warning',
    citations: [cite('TT15-2016-BYT PL 32'), cite('L84-2015 58.3')],
    provenance: FROM_ANNEX,
    inputs: ['/cases/*/disease', '/cases/*/hiv/accidentRecord'],
    at: '/hiv/accidentRecord',
    violated: ({ filed: { disease, hiv } }) => disease === HIV && hiv?.accidentRecord !== true,
    message: {
      vi: 'Trường hợp thứ {ordinal}: cần biên bản xác nhận tai nạn rủi ro nghề nghiệp.',
      en: 'Case {ordinal}: the record of the accident of exposure is needed.',
    },
    fix: {
      vi: 'Đặt hiv.accidentRecord = true nếu đã có biên bản; nếu chưa có thì xác nhận và nêu lý do.',
      en: 'Set hiv.accidentRecord to true where there is one; if there is none, confirm and say why.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/disease': HIV, '/cases/0/hiv': HIV_RECORD } }],
      fails: [{ change: { '/cases/0/disease': HIV } }],
    },
  }),

  caseRule({
    id: 'OD-R064',
    kind: 'warning',
    citations: [cite('TT15-2016-BYT PL 32'), cite('TT60-2025-BYT')],
    provenance: FROM_ANNEX,
    inputs: ['/cases/*/disease', '/cases/*/hiv/negativeWithin72Hours', '/cases/*/hiv/positiveAtMonths'],
    at: '/hiv',
    violated: ({ filed: { disease, hiv } }) =>
      disease === HIV && (hiv?.negativeWithin72Hours !== true || hiv.positiveAtMonths === undefined),
    message: {
      vi: 'Trường hợp thứ {ordinal}: cần xét nghiệm âm tính trong 72 giờ sau tai nạn và dương tính sau 1, 3 hoặc 6 tháng.',
      en: 'Case {ordinal}: a negative test within 72 hours of the accident and a positive one after 1, 3 or 6 months are needed.',
    },
    fix: {
      vi: 'Ghi hiv.negativeWithin72Hours và hiv.positiveAtMonths; nếu không có thì xác nhận và nêu lý do.',
      en: 'State hiv.negativeWithin72Hours and hiv.positiveAtMonths; if there are none, confirm and say why.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/disease': HIV, '/cases/0/hiv': HIV_RECORD } }],
      fails: [
        { change: { '/cases/0/disease': HIV, '/cases/0/hiv': { ...HIV_RECORD, negativeWithin72Hours: false } } },
        { change: { '/cases/0/disease': HIV, '/cases/0/hiv': { ...HIV_RECORD, positiveAtMonths: undefined } } },
      ],
    },
  }),

  caseRule({
    id: 'OD-R066',
    kind: 'error',
    citations: [cite('TT02-2023-BYT 2.2'), cite('TT60-2025-BYT')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/disease', '/cases/*/diagnosedOn', '/cases/*/covidOccupation'],
    at: '/diagnosedOn',
    violated: ({ filed: { disease, diagnosedOn, covidOccupation } }) => {
      const on = asDate(diagnosedOn)
      if (disease !== covid19.disease || on === null) return false
      const isTooEarly = on < covid19.recognisedSince
      const needsOccupation = on < covid19.listedSince && covidOccupation !== true
      return (isTooEarly || needsOccupation) && { since: covid19.recognisedSince, listed: covid19.listedSince }
    },
    message: {
      vi: 'Trường hợp thứ {ordinal}: COVID-19 nghề nghiệp chỉ được công nhận khi chẩn đoán từ {since}; trước {listed} chỉ với nghề trong phụ lục.',
      en: 'Case {ordinal}: occupational COVID-19 is recognised if diagnosed since {since}, before {listed} only in the occupations of the annex.',
    },
    fix: {
      vi: 'Sửa ngày chẩn đoán, hoặc đặt covidOccupation = true nếu nghề có trong mục 3 Phụ lục 35.',
      en: 'Correct the day, or set covidOccupation to true where the occupation is in section 3 of Annex 35.',
    },
    examples: {
      holds: [
        {},
        { change: { '/cases/0/disease': 'OD-35', '/cases/0/diagnosedOn': '2023-04-01' } },
        {
          change: {
            '/cases/0/disease': 'OD-35',
            '/cases/0/diagnosedOn': '2021-08-01',
            '/cases/0/covidOccupation': true,
          },
        },
      ],
      fails: [
        {
          change: {
            '/cases/0/disease': 'OD-35',
            '/cases/0/diagnosedOn': '2020-01-31',
            '/cases/0/covidOccupation': true,
          },
        },
        { change: { '/cases/0/disease': 'OD-35', '/cases/0/diagnosedOn': '2021-08-01' } },
      ],
    },
  }),
]
