import { cite } from '../../law/citation.ts'
import type { Params, Violation } from '../../rules/rule.ts'
import type { EnvironmentFacts, FactorResults } from '../facts.ts'
import {
  ASSESSED,
  BY_ARITHMETIC,
  campaignRule,
  type EnvironmentRule,
  FROM_FORM,
  FROM_TEXT,
  shapeRule,
} from './define.ts'

const COUNTS = ['/counts/*/factor', '/counts/*/samples', '/counts/*/exceeding'] as const
const BY_FACTOR = [
  '/summary/byFactor/*/factor',
  '/summary/byFactor/*/samples',
  '/summary/byFactor/*/exceeding',
] as const
const TOTALS = ['/summary/samples', '/summary/exceeding'] as const
const ROWS = ['/measurements/*/factor'] as const

const RECOUNT = {
  vi: 'Đếm lại các dòng kết quả và sửa phần tổng hợp, hoặc bổ sung dòng còn thiếu.',
  en: 'Count the result rows again and correct the summary, or add the missing rows.',
} as const

/** Whether the numbers of the report add up. */
export const countRules: readonly EnvironmentRule[] = [
  shapeRule({
    id: 'ENV-060',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      ...COUNTS,
      ...BY_FACTOR,
      ...TOTALS,
      '/workforce/total',
      '/workforce/women',
      '/workforce/direct',
      '/workforce/heavy',
      '/positions/*/workers',
      '/positions/*/women',
      '/report/copies',
    ],
    guards: [
      '/counts/*/samples',
      '/counts/*/exceeding',
      '/summary/byFactor/*/samples',
      '/summary/byFactor/*/exceeding',
      ...TOTALS,
      '/workforce/total',
      '/workforce/women',
      '/workforce/direct',
      '/workforce/heavy',
      '/positions/*/workers',
      '/positions/*/women',
      '/report/copies',
    ],
    message: { vi: 'Số đếm phải là số nguyên không âm.', en: 'A count is a whole number, zero or more.' },
    fix: {
      vi: 'Ghi số 0, 1, 2…, không dấu nháy, không chữ, không dấu chấm hay dấu phẩy.',
      en: 'Write 0, 1, 2... without quotes, words, points or commas.',
    },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/summary/samples': -1 } },
        { change: { '/workforce/total': 240.5 } },
        { change: { '/positions/0/workers': '14' } },
      ],
    },
  }),

  {
    id: 'ENV-061',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...COUNTS, ...BY_FACTOR, ...TOTALS],
    judge: ({ declaration: { counts = [], summary } }) => [
      ...counts.flatMap((line, index) => tooMany(line, `/counts/${index}`)),
      ...(summary?.byFactor ?? []).flatMap((line, index) => tooMany(line, `/summary/byFactor/${index}`)),
      ...tooMany({ factor: 'Σ', samples: summary?.samples, exceeding: summary?.exceeding }, '/summary'),
    ],
    message: {
      vi: 'Số mẫu không đạt ({exceeding}) lớn hơn tổng số mẫu ({samples}) của {factor}.',
      en: 'More samples exceed ({exceeding}) than there are ({samples}) of {factor}.',
    },
    fix: {
      vi: 'Sửa số mẫu không đạt hoặc tổng số mẫu theo báo cáo.',
      en: 'Correct the samples beyond the limit or the total, as the report has them.',
    },
    examples: {
      holds: [{}, { change: { '/summary/samples': undefined, '/summary/exceeding': 4 } }],
      fails: [
        { change: { '/summary/byFactor/1/exceeding': 3 } },
        { change: { '/summary/exceeding': 10 } },
        { change: { '/counts': [{ factor: 'RA-UV-EFF', samples: 5, exceeding: 6 }] } },
      ],
    },
  },

  {
    id: 'ENV-062',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...ROWS, ...COUNTS, ...BY_FACTOR],
    judge: (facts) =>
      ofEachLine(
        facts,
        ({ samples }, results) => samples !== results.samples && { samples, rows: results.samples },
        'samples',
      ),
    message: {
      vi: 'Tổng hợp ghi {samples} mẫu {factor}, trong khi có {rows} kết quả.',
      en: 'The summary has {samples} samples of {factor}, but {rows} results are filed.',
    },
    fix: RECOUNT,
    examples: {
      holds: [{}, { change: { '/summary/byFactor/0/factor': 'BI-MICRO' } }],
      fails: [
        { change: { '/summary/byFactor/0/samples': 3 } },
        {
          change: {
            '/counts': [{ factor: 'RA-UV-EFF', samples: 5, exceeding: 0 }],
            '/summary/byFactor/0': { factor: 'RA-UV-EFF', samples: 4, exceeding: 0 },
          },
        },
      ],
    },
  },

  {
    id: 'ENV-063',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...ROWS, ...COUNTS, ...BY_FACTOR, '/measurements/*/verdict'],
    judge: (facts) =>
      ofEachLine(
        facts,
        ({ exceeding }, results) => {
          // Rows without a printed verdict leave open what the summary counted.
          const printed = results.fromCounts ? results.exceeding : results.printedExceeding
          const complete = results.fromCounts || results.printed === results.measurements.length
          return complete && exceeding !== printed && { exceeding, rows: printed }
        },
        'exceeding',
      ),
    message: {
      vi: 'Tổng hợp ghi {exceeding} mẫu {factor} không đạt, trong khi {rows} kết quả được kết luận không đạt.',
      en: 'The summary has {exceeding} samples of {factor} beyond the limit; {rows} results are printed as such.',
    },
    fix: RECOUNT,
    examples: {
      holds: [
        {},
        { change: { '/measurements/1/verdict': undefined, '/summary/byFactor/1/exceeding': 1 } },
        { change: { '/measurements/1/verdict': 'exceed', '/summary/byFactor/1/exceeding': 1 } },
      ],
      fails: [
        { change: { '/summary/byFactor/1/exceeding': 1 } },
        { change: { '/measurements/1/verdict': 'exceed' } },
        {
          change: {
            '/counts': [{ factor: 'RA-UV-EFF', samples: 5, exceeding: 1 }],
            '/summary/byFactor/0': { factor: 'RA-UV-EFF', samples: 5, exceeding: 0 },
          },
        },
      ],
    },
  },

  {
    id: 'KB-ENV-05',
    kind: 'breach',
    citations: [cite('ND44-2016 37.3'), cite('L84-2015 18.2')],
    provenance: FROM_TEXT,
    inputs: [...ASSESSED, ...COUNTS, ...BY_FACTOR],
    judge: (facts) =>
      ofEachLine(
        facts,
        ({ exceeding }, results) => exceeding < results.exceeding && { exceeding, found: results.exceeding },
        'exceeding',
      ),
    message: {
      vi: 'Tổng hợp ghi {exceeding} mẫu {factor} không đạt; theo quy chuẩn có {found} mẫu vượt giới hạn.',
      en: 'The summary has {exceeding} samples of {factor} beyond the limit; by the regulation there are {found}.',
    },
    fix: {
      vi: 'Nếu chép đúng báo cáo thì giữ nguyên và yêu cầu tổ chức quan trắc đính chính; nếu chép sai thì sửa.',
      en: 'If it was copied rightly, leave it and have the organisation correct its report; if not, correct it.',
    },
    examples: {
      holds: [{}, { change: { '/measurements/1/value': 88, '/summary/byFactor/1/exceeding': 1 } }],
      fails: [{ change: { '/measurements/1/value': 88 } }],
    },
  },

  campaignRule({
    id: 'ENV-064',
    kind: 'error',
    citations: [cite('TT07-2016-BLDTBXH PL II, mục 9')],
    provenance: FROM_FORM,
    inputs: [...TOTALS, ...BY_FACTOR],
    at: '/summary',
    violated: ({ declaration: { summary } }) => {
      const lines = summary?.byFactor ?? []
      if (summary === undefined || lines.length === 0) return false
      const samples = lines.reduce((sum, line) => sum + line.samples, 0)
      const exceeding = lines.reduce((sum, line) => sum + line.exceeding, 0)
      const agrees = (summary.samples ?? samples) === samples && (summary.exceeding ?? exceeding) === exceeding
      return !agrees && { total: summary.samples ?? '—', failing: summary.exceeding ?? '—', samples, exceeding }
    },
    message: {
      vi: 'Tổng số mẫu {total}, không đạt {failing}, khác tổng theo từng yếu tố ({samples}, không đạt {exceeding}).',
      en: 'Total {total}, of these {failing} beyond the limit, differs from the sum of the factors ({samples}, {exceeding}).',
    },
    fix: {
      vi: 'Cộng lại các dòng byFactor, rồi sửa tổng hoặc bổ sung dòng còn thiếu.',
      en: 'Add the lines of byFactor up again, then correct the total or add the line that is missing.',
    },
    examples: {
      holds: [{}, { change: { '/summary/samples': undefined, '/summary/exceeding': undefined } }],
      fails: [{ change: { '/summary/samples': 12 } }, { change: { '/summary/exceeding': 1 } }],
    },
  }),

  {
    id: 'ENV-065',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...COUNTS, ...BY_FACTOR],
    judge: ({ declaration: { counts = [], summary } }) => [
      ...counts.flatMap((line, index) => noSamples(line, `/counts/${index}/samples`)),
      ...(summary?.byFactor ?? []).flatMap((line, index) => noSamples(line, `/summary/byFactor/${index}/samples`)),
    ],
    message: {
      vi: 'Yếu tố {factor} được kê là đã đo nhưng số mẫu bằng 0.',
      en: 'Factor {factor} is listed as measured with no sample.',
    },
    fix: { vi: 'Bỏ dòng này, hoặc ghi số mẫu đã đo.', en: 'Remove the line, or state how many samples were taken.' },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/summary/byFactor/2/samples': 0 } },
        { change: { '/counts': [{ factor: 'RA-UV-EFF', samples: 0, exceeding: 0 }] } },
      ],
    },
  },

  {
    id: 'KB-ENV-09',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...ROWS, '/counts/*/factor', '/summary/byFactor/*/factor'],
    judge: ({ declaration: { counts = [], summary }, factors }) => [
      ...counts.flatMap(({ factor }, index) =>
        factors.get(factor)?.fromCounts === false || counts.findIndex((line) => line.factor === factor) < index
          ? [{ pointer: `/counts/${index}/factor`, params: { factor } }]
          : [],
      ),
      ...(summary?.byFactor ?? []).flatMap(({ factor }, index, lines) =>
        lines.findIndex((line) => line.factor === factor) < index
          ? [{ pointer: `/summary/byFactor/${index}/factor`, params: { factor } }]
          : [],
      ),
    ],
    message: {
      vi: 'Yếu tố {factor} được kê hai lần: thành hai dòng, hoặc vừa có kết quả vừa có số đếm.',
      en: 'Factor {factor} is listed twice: in two lines, or with results and with counts.',
    },
    fix: {
      vi: 'Chỉ ghi counts cho yếu tố không có kết quả từng mẫu, mỗi yếu tố một dòng.',
      en: 'Enter counts only of factors without single results, one line for each.',
    },
    examples: {
      holds: [{}, { change: { '/counts': [{ factor: 'RA-UV-EFF', samples: 5, exceeding: 0 }] } }],
      fails: [
        { change: { '/counts': [{ factor: 'PH-LIGHT', samples: 5, exceeding: 0 }] } },
        { change: { '/summary/byFactor/3/factor': 'MC-TEMP' } },
        {
          change: {
            '/counts': [
              { factor: 'RA-UV-EFF', samples: 5, exceeding: 0 },
              { factor: 'RA-UV-EFF', samples: 1, exceeding: 0 },
            ],
          },
        },
      ],
    },
  },

  {
    id: 'ENV-066',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/workforce/total',
      '/workforce/women',
      '/workforce/direct',
      '/workforce/heavy',
      '/positions/*/workers',
      '/positions/*/women',
    ],
    judge: ({ declaration: { workforce }, positions }) => [
      ...more(workforce?.women, workforce?.total, '/workforce/women'),
      ...more(workforce?.direct, workforce?.total, '/workforce/direct'),
      ...more(workforce?.heavy, workforce?.total, '/workforce/heavy'),
      ...positions.flatMap(({ pointer, position: { workers, women } }) => [
        ...more(workers, workforce?.total, `${pointer}/workers`),
        ...more(women, workers, `${pointer}/women`),
      ]),
    ],
    message: {
      vi: 'Số lao động không khớp: {part} lớn hơn tổng {whole}.',
      en: 'Numbers of workers do not fit: {part} is more than the whole of {whole}.',
    },
    fix: {
      vi: 'Tổng số gồm cả nữ, lao động trực tiếp, việc nặng nhọc và lao động ở từng vị trí; sửa một trong hai số.',
      en: 'The total includes women, direct and heavy work and the workers of each position; correct one of the two.',
    },
    examples: {
      holds: [{}, { change: { '/workforce/total': undefined } }],
      fails: [
        { change: { '/workforce/women': 241 } },
        { change: { '/workforce/direct': 300 } },
        { change: { '/workforce/heavy': 241 } },
        { change: { '/positions/1/women': 9 } },
        { change: { '/positions/0/workers': 400 } },
      ],
    },
  },
]

interface Line {
  readonly factor: string
  readonly samples: number
  readonly exceeding: number
}

/** Each line of the summary beside what was filed of its factor; a factor of the summary alone is told elsewhere. */
function ofEachLine(
  { declaration: { summary }, factors }: EnvironmentFacts,
  violated: (line: Line, results: FactorResults) => false | Params,
  field: 'samples' | 'exceeding',
): readonly Violation[] {
  return (summary?.byFactor ?? []).flatMap((line, index) => {
    const results = factors.get(line.factor)
    const params = results === undefined ? false : violated(line, results)
    return params === false
      ? []
      : [{ pointer: `/summary/byFactor/${index}/${field}`, params: { factor: line.factor, ...params } }]
  })
}

function tooMany(
  { factor, samples, exceeding }: { factor: string; samples?: number | undefined; exceeding?: number | undefined },
  pointer: string,
): readonly Violation[] {
  if (samples === undefined || exceeding === undefined || exceeding <= samples) return []
  return [{ pointer: `${pointer}/exceeding`, params: { factor, samples, exceeding } }]
}

function noSamples({ factor, samples }: Line, pointer: string): readonly Violation[] {
  return samples === 0 ? [{ pointer, params: { factor } }] : []
}

function more(part: number | undefined, whole: number | undefined, pointer: string): readonly Violation[] {
  return part === undefined || whole === undefined || part <= whole ? [] : [{ pointer, params: { part, whole } }]
}
