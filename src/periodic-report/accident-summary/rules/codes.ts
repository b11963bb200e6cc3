import { cite } from '../../../law/citation.ts'
import { groupBy } from '../../../reference/group-by.ts'
import type { Violation } from '../../../rules/rule.ts'
import { BY_ARITHMETIC, FROM_FORM, intervalOf, type ReportRule } from '../../rules/define.ts'
import { numberedRow } from '../cell-names.ts'
import { type PlacedRow, rowsByCause, rowsByFactor, rowsByOccupation } from '../figures.ts'
import { isKnownCause, isKnownFactor, isKnownOccupation } from '../row-codes.ts'

const CAUSES = '/accidentSummary/atWork/byCause/*/cause'
const FACTORS = '/accidentSummary/atWork/byFactor/*/factor'
const OCCUPATIONS = '/accidentSummary/atWork/byOccupation/*/occupation'
const PERIOD = ['/kind', '/period/year', '/period/half'] as const

function repeated(rows: readonly PlacedRow[]): readonly Violation[] {
  return [...groupBy(rows, ({ number }) => number)].flatMap(([number, ofIt]) =>
    ofIt.slice(1).map(({ pointer }) => ({ pointer, params: { row: numberedRow(number) } })),
  )
}

/** The codes of the rows, judged by the lists in force at the end of the period. */
export const codeRules: readonly ReportRule[] = [
  {
    id: 'KB-SUM-03',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, mục 1.1')],
    provenance: FROM_FORM,
    inputs: [...PERIOD, CAUSES],
    judge: ({ section: { accidentSummary }, legalDate }) =>
      (accidentSummary?.atWork?.byCause ?? []).flatMap(({ cause }, index) =>
        isKnownCause(cause, legalDate)
          ? []
          : [{ pointer: `/accidentSummary/atWork/byCause/${index}/cause`, params: { code: cause } }],
      ),
    message: {
      vi: 'Mã nguyên nhân {code} không có trong mục 1.1 của mẫu.',
      en: 'Section 1.1 of the form has no cause {code}.',
    },
    fix: { vi: 'Xem /v1/code-lists/accident-causes.', en: 'See /v1/code-lists/accident-causes.' },
    examples: { holds: [{}], fails: [{ change: { '/accidentSummary/atWork/byCause/0/cause': '10' } }] },
  },

  {
    id: 'KB-SUM-04',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, chú thích 5')],
    provenance: FROM_FORM,
    inputs: [...PERIOD, `${FACTORS}/list`, `${FACTORS}/code`],
    judge: ({ section: { accidentSummary }, legalDate }) =>
      (accidentSummary?.atWork?.byFactor ?? []).flatMap(({ factor }, index) => {
        if (factor === undefined || isKnownFactor(factor, legalDate)) return []
        return [
          {
            pointer: `/accidentSummary/atWork/byFactor/${index}/factor`,
            params: { code: factor.code, list: factor.list },
          },
        ]
      }),
    message: {
      vi: 'Yếu tố gây chấn thương {code} không có trong danh mục {list}, hoặc không có danh mục này.',
      en: 'The list {list} has no injury factor {code}, or there is no such list.',
    },
    fix: {
      vi: 'Các danh mục: GET /v1/code-lists, những danh mục bắt đầu bằng injury-factors-.',
      en: 'For the lists see GET /v1/code-lists, those that begin with injury-factors-.',
    },
    examples: {
      holds: [
        {},
        { change: { '/accidentSummary/atWork/byFactor/0/factor': { list: 'injury-factors-tt13-2020', code: '9' } } },
      ],
      fails: [
        { change: { '/accidentSummary/atWork/byFactor/0/factor/code': 'fall-from-grace' } },
        { change: { '/accidentSummary/atWork/byFactor/0/factor/list': 'accident-causes' } },
      ],
    },
  },

  {
    id: 'KB-SUM-05',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, chú thích 6'), cite('QD34-2020')],
    interval: intervalOf('QD34-2020'),
    provenance: FROM_FORM,
    inputs: [...PERIOD, OCCUPATIONS],
    judge: ({ section: { accidentSummary }, legalDate }) =>
      (accidentSummary?.atWork?.byOccupation ?? []).flatMap(({ occupation }, index) =>
        isKnownOccupation(occupation, legalDate)
          ? []
          : [{ pointer: `/accidentSummary/atWork/byOccupation/${index}/occupation`, params: { code: occupation } }],
      ),
    message: {
      vi: 'Mã nghề nghiệp {code} không thuộc nhóm nào của danh mục nghề nghiệp.',
      en: 'The occupation {code} lies in no group of the list of occupations.',
    },
    fix: {
      vi: 'Chọn mã một nhóm nghề tại /v1/code-lists/occupations-2020, như 71.',
      en: 'Choose the code of a group in /v1/code-lists/occupations-2020, such as 71.',
    },
    examples: {
      holds: [{}, { change: { '/accidentSummary/atWork/byOccupation/0/occupation': '7114' } }],
      fails: [{ change: { '/accidentSummary/atWork/byOccupation/0/occupation': 'X1' } }],
    },
  },

  {
    id: 'KB-SUM-06',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', CAUSES, `${FACTORS}/list`, `${FACTORS}/code`, OCCUPATIONS],
    judge: ({ section: { accidentSummary } }) =>
      accidentSummary
        ? [rowsByCause, rowsByFactor, rowsByOccupation].flatMap((rowsOf) => repeated(rowsOf(accidentSummary)))
        : [],
    message: { vi: 'Dòng {row} được ghi hai lần.', en: 'Row {row} stands twice.' },
    fix: { vi: 'Gộp các dòng cùng mã thành một.', en: 'Make one row of those with the same code.' },
    examples: {
      holds: [{}, { change: { '/accidentSummary/atWork/byCause/1': { cause: '2' } } }],
      fails: [
        { change: { '/accidentSummary/atWork/byCause/1': { cause: '1' } } },
        { change: { '/accidentSummary/atWork/byOccupation/1': { occupation: '71' } } },
      ],
    },
  },
]
