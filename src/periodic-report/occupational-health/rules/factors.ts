import { cite } from '../../../law/citation.ts'
import { monitoredFactorsOf } from '../../../law/disease-hazards.ts'
import { hazardFactors } from '../../../reference/catalogue.ts'
import { groupBy } from '../../../reference/group-by.ts'
import type { Violation } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_FORM, FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import type { PeriodicReport } from '../../schema.ts'
import { hazardName, nameOfHealthCell } from '../cell-names.ts'
import { sexes } from '../persons.ts'
import type { ReportedFactor } from '../schema.ts'
import { annex8, annex8OfYear, BASE, bothOf, declaring, factorRule, of, PERIOD, places, WORKFORCE } from './define.ts'

const SECTION = cite('TT19-2016-BYT PL 8, mục II')
const FACTOR = '/factors/*/factor'
const SAMPLES = '/factors/*/samples'
const FAILED = '/factors/*/failed'
const EXPOSED = bothOf('/factors/*/exposed')
const DUST = ['samplesSilica', 'samplesOther', 'failedSilica', 'failedOther'].map((part) => `/factors/*/dust/${part}`)

const noise = (row: ReportedFactor) => ({ factors: [{ factor: 'HZ-PHY-NOISE', ...row }] })
const dusty = (row: ReportedFactor) => ({ factors: [{ factor: 'HZ-DUST-PART', ...row }] })

/** What a row counts that can only be a part, by the name of its cell, beside the whole as far as it is stated. */
function partsOf({ exposed, dust }: ReportedFactor, workforce: PeriodicReport['workforce']) {
  return [
    { at: '/exposed/total', cell: 'exposed', part: exposed?.total, whole: workforce?.total },
    { at: '/exposed/women', cell: 'exposedWomen', part: exposed?.women, whole: workforce?.women },
    { at: '/dust/failedSilica', cell: 'failedSilica', part: dust?.failedSilica, whole: dust?.samplesSilica ?? 0 },
    { at: '/dust/failedOther', cell: 'failedOther', part: dust?.failedOther, whole: dust?.samplesOther ?? 0 },
  ]
}

/** Exposed to what is measured, and nobody measured it: neither by this report nor by a campaign that was declared. */
function unmonitored({ factor, samples, exposed }: ReportedFactor, { context: { known } }: ReportFacts): boolean {
  if (factor === undefined || (samples ?? 0) > 0 || sexes(exposed).total === 0) return false
  if (monitoredFactorsOf(factor).length === 0) return false
  return !(known.health?.campaigns ?? []).some(({ results }) => results.some(({ hazards }) => hazards.includes(factor)))
}

/** Section II by itself, and against the workforce and the campaigns of the period. */
export const factorRules: readonly ReportRule[] = [
  factorRule({
    id: 'KB-OH-07',
    kind: 'error',
    citations: [cite('ND44-2016 33.3.a'), SECTION],
    provenance: FROM_FORM,
    inputs: places(FACTOR),
    at: '/factor',
    violated: ({ factor }) =>
      (factor === undefined || hazardFactors.findEver(factor) === undefined) && { factor: hazardName(factor) },
    message: {
      vi: 'Thiếu mã yếu tố, hoặc danh mục không có mã {factor}.',
      en: 'The code of the factor is missing, or the list has no {factor}.',
    },
    fix: {
      vi: 'Chọn mã tại /v1/code-lists/hazard-factors; yếu tố khác thì ghi HZ-OTHER.',
      en: 'Choose a code from /v1/code-lists/hazard-factors; HZ-OTHER for another factor.',
    },
    examples: {
      holds: [annex8(noise({}))],
      fails: [annex8({ factors: [{ factor: 'NOISE' }] }), annex8({ factors: [{}] })],
    },
  }),

  {
    id: 'KB-OH-08',
    kind: 'error',
    citations: [SECTION, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: places(FACTOR),
    judge: ({ section: { occupationalHealth } }) =>
      [
        ...groupBy(
          (occupationalHealth?.factors ?? []).map(({ factor }, index) => ({ factor, index })),
          ({ factor }) => factor,
        ),
      ].flatMap(([factor, rows]) =>
        factor === undefined
          ? []
          : rows.slice(1).map(({ index }) => ({
              pointer: `${BASE}/factors/${index}/factor`,
              params: { factor: hazardName(factor) },
            })),
      ),
    message: { vi: 'Yếu tố {factor} được ghi hai dòng.', en: 'The factor {factor} stands in two rows.' },
    fix: { vi: 'Gộp các dòng cùng yếu tố thành một.', en: 'Make one row of those of the same factor.' },
    examples: {
      holds: [annex8({ factors: [{ factor: 'HZ-PHY-NOISE' }, { factor: 'HZ-DUST-SILICA' }] })],
      fails: [annex8({ factors: [{ factor: 'HZ-PHY-NOISE' }, { factor: 'HZ-PHY-NOISE' }] })],
    },
  },

  factorRule({
    id: 'OD-R012',
    kind: 'error',
    citations: [SECTION, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: places(FACTOR, SAMPLES, FAILED),
    at: '/failed',
    violated: ({ factor, samples = 0, failed = 0 }) =>
      failed > samples && { factor: hazardName(factor), failed, samples },
    message: {
      vi: '{factor}: số mẫu không đạt ({failed}) lớn hơn tổng số mẫu ({samples}).',
      en: '{factor}: more samples failed ({failed}) than were taken ({samples}).',
    },
    fix: {
      vi: 'Mẫu không đạt là một phần của tổng số mẫu: sửa một trong hai số.',
      en: 'Samples beyond the limit are part of all samples: correct one of the two.',
    },
    examples: {
      holds: [annex8(noise({ samples: 10, failed: 10 }))],
      fails: [annex8(noise({ samples: 10, failed: 12 })), annex8(noise({ failed: 1 }))],
    },
  }),

  factorRule({
    id: 'OD-R013',
    kind: 'error',
    citations: [SECTION, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: places(SAMPLES, FAILED, ...DUST),
    at: '/dust',
    violated: ({ samples = 0, failed = 0, dust }) => {
      if (dust === undefined) return false
      const { samplesSilica = 0, samplesOther = 0, failedSilica = 0, failedOther = 0 } = dust
      const parts = { samples: samplesSilica + samplesOther, failed: failedSilica + failedOther }
      return (
        (parts.samples !== samples || parts.failed !== failed) && {
          samples,
          failed,
          partSamples: parts.samples,
          partFailed: parts.failed,
        }
      )
    },
    message: {
      vi: 'Bụi silic và bụi khác cộng lại {partSamples} mẫu, {partFailed} không đạt; dòng bụi ghi {samples} mẫu, {failed} không đạt.',
      en: 'Silica and other dust come to {partSamples} samples, {partFailed} failed; the row has {samples}, {failed} failed.',
    },
    fix: {
      vi: 'Ghi mỗi mẫu vào bụi silic hoặc bụi khác cho đủ dòng bụi, hoặc bỏ phần dust nếu không chia.',
      en: 'Put each sample into silica or other dust until they make the row, or leave dust out.',
    },
    examples: {
      holds: [
        annex8(dusty({ samples: 6, failed: 3, dust: { samplesSilica: 4, samplesOther: 2, failedSilica: 3 } })),
        annex8(dusty({ samples: 6, failed: 3 })),
      ],
      fails: [
        annex8(dusty({ samples: 6, dust: { samplesSilica: 4, samplesOther: 1 } })),
        annex8(dusty({ samples: 6, failed: 3, dust: { samplesSilica: 6, failedSilica: 2 } })),
      ],
    },
  }),

  {
    id: 'ENV-173',
    kind: 'error',
    citations: [SECTION, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...places(FACTOR, ...EXPOSED, ...DUST), ...WORKFORCE],
    judge: ({ section: { occupationalHealth }, declaration: { workforce } }): readonly Violation[] =>
      (occupationalHealth?.factors ?? []).flatMap((row, index) =>
        partsOf(row, workforce).flatMap(({ at, cell, part = 0, whole }) => {
          if (whole === undefined || part <= whole) return []
          const params = { part: nameOfHealthCell(`II.${row.factor}.${cell}`), count: part, whole }
          return [{ pointer: `${BASE}/factors/${index}${at}`, params }]
        }),
      ),
    message: {
      vi: 'Ô {part}: ghi {count}, nhiều hơn {whole} là số lao động, hoặc số mẫu của cùng loại bụi.',
      en: 'Cell {part}: {count}, more than the {whole} workers, or samples of the same kind of dust.',
    },
    fix: {
      vi: 'Người tiếp xúc là một phần của số lao động, mẫu không đạt là một phần của số mẫu: sửa một trong hai số.',
      en: 'The exposed are part of the workers, samples beyond the limit part of all samples: correct one of the two.',
    },
    examples: {
      holds: [
        annex8(noise({ exposed: of(240, 35) })),
        annex8(noise({ exposed: of(999) }), {}, { '/workforce': undefined }),
      ],
      fails: [
        annex8(noise({ exposed: of(241) })),
        annex8(noise({ exposed: of(100, 36) })),
        annex8(dusty({ samples: 5, failed: 2, dust: { samplesSilica: 1, samplesOther: 4, failedSilica: 2 } })),
      ],
    },
  },

  factorRule({
    id: 'KB-OH-09',
    kind: 'error',
    citations: [SECTION, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...places(FACTOR, ...EXPOSED), ...WORKFORCE],
    at: '/exposed',
    violated: ({ factor, exposed }, { declaration: { workforce } }) => {
      const { total, women } = sexes(exposed)
      const men = (workforce?.total ?? Number.POSITIVE_INFINITY) - (workforce?.women ?? 0)
      return total - women > men && { factor: hazardName(factor), exposed: total - women, men }
    },
    message: {
      vi: '{factor}: số nam tiếp xúc ({exposed}) lớn hơn số lao động nam ({men}).',
      en: '{factor}: more men are exposed ({exposed}) than are employed ({men}).',
    },
    fix: {
      vi: 'Sửa số tiếp xúc (tổng và nữ) hoặc số lao động (tổng và nữ): nam là hiệu của hai số.',
      en: 'Correct the exposed (total and women) or the workforce (total and women): men are the difference.',
    },
    examples: {
      holds: [annex8(noise({ exposed: of(240, 35) }))],
      fails: [annex8(noise({ exposed: of(210, 4) }))],
    },
  }),

  factorRule({
    id: 'KB-OH-10',
    kind: 'error',
    citations: [SECTION],
    provenance: FROM_FORM,
    inputs: places(FACTOR, ...DUST),
    at: '/dust',
    violated: ({ factor, dust }) =>
      dust !== undefined &&
      factor !== undefined &&
      hazardFactors.findEver(factor)?.attributes.group !== 'dust' && { factor: hazardName(factor) },
    message: {
      vi: '{factor} không phải là bụi nên không chia bụi silic và bụi khác.',
      en: '{factor} is no dust and is not parted into silica and other dust.',
    },
    fix: {
      vi: 'Bỏ phần dust của dòng này.',
      en: 'Leave dust out of this row.',
    },
    examples: {
      holds: [annex8(dusty({ dust: { samplesSilica: 1 } })), annex8(noise({}))],
      fails: [annex8(noise({ dust: { samplesSilica: 1 } }))],
    },
  }),

  factorRule({
    id: 'OD-R018',
    kind: 'breach',
    citations: [cite('L84-2015 18.2'), cite('ND44-2016 35.1')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, ...places(FACTOR, SAMPLES, EXPOSED[0])],
    needs: ['history'],
    at: '/samples',
    violated: (row, facts) =>
      facts.period?.half === null &&
      unmonitored(row, facts) && { factor: hazardName(row.factor), exposed: sexes(row.exposed).total },
    message: {
      vi: '{factor}: có {exposed} người tiếp xúc nhưng cả năm không quan trắc.',
      en: '{factor}: {exposed} are exposed and it was not monitored all year.',
    },
    fix: {
      vi: 'Quan trắc ít nhất một lần mỗi năm; nếu đã quan trắc thì ghi số mẫu.',
      en: 'Monitor at least once a year; if it was done, state the samples.',
    },
    examples: {
      holds: [
        annex8OfYear(noise({ samples: 8, exposed: of(80) })),
        annex8OfYear(noise({ exposed: of(80) }), declaring({})),
        annex8OfYear({ factors: [{ factor: 'HZ-PHY-PRESSURE', exposed: of(4) }] }),
        annex8(noise({ exposed: of(80) })),
      ],
      fails: [
        annex8OfYear(noise({ exposed: of(80) })),
        annex8OfYear(noise({ exposed: of(80) }), declaring({ campaigns: [] })),
      ],
    },
  }),

  factorRule({
    id: 'ENV-175',
    kind: 'info',
    citations: [cite('L84-2015 18.2')],
    provenance: BY_POLICY,
    inputs: [...PERIOD, ...places(FACTOR, SAMPLES, EXPOSED[0])],
    needs: ['history'],
    at: '/samples',
    // Of a whole year OD-R018 tells of the missed duty.
    violated: (row, facts) =>
      facts.period?.half === 1 &&
      unmonitored(row, facts) && { factor: hazardName(row.factor), exposed: sexes(row.exposed).total },
    message: {
      vi: '{factor}: có {exposed} người tiếp xúc, sáu tháng đầu năm chưa có mẫu quan trắc nào.',
      en: '{factor}: {exposed} are exposed, and there is no sample in the first half-year.',
    },
    fix: { vi: 'Quan trắc trước khi hết năm.', en: 'Have it monitored before the year ends.' },
    examples: {
      holds: [annex8(noise({ samples: 8, exposed: of(80) })), annex8OfYear(noise({ exposed: of(80) }))],
      fails: [annex8(noise({ exposed: of(80) }))],
    },
  }),

  factorRule({
    id: 'OD-R019',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: places(FACTOR, SAMPLES, EXPOSED[0]),
    at: '/exposed',
    violated: ({ factor, samples = 0, exposed }) =>
      samples > 0 && sexes(exposed).total === 0 && { factor: hazardName(factor), samples },
    message: {
      vi: '{factor}: có {samples} mẫu quan trắc nhưng không khai ai tiếp xúc.',
      en: '{factor}: {samples} samples were taken and nobody is stated as exposed.',
    },
    examples: {
      holds: [annex8(noise({ samples: 8, exposed: of(80) }))],
      fails: [annex8(noise({ samples: 8 }))],
    },
  }),
]
