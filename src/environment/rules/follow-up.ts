import { cite } from '../../law/citation.ts'
import { publicationDue } from '../../law/environment-due-dates.ts'
import type { EnvironmentFacts } from '../facts.ts'
import { tallyOf } from '../results.ts'
import { ASSESSED, BY_POLICY, campaignRule, type EnvironmentRule, FROM_TEXT, numbered } from './define.ts'
import { afterCampaign } from './knowing.ts'

const EXCEEDING = [
  ...ASSESSED,
  '/measurements/*/verdict',
  '/counts/*/factor',
  '/counts/*/samples',
  '/counts/*/exceeding',
] as const
const COPIES = 2
const A_MEASURE = {
  description: 'Bọc tiêu âm máy nghiền',
  positionIds: ['VT1'],
  factor: 'PH-NOISE-LAEQ',
  responsible: 'Quản đốc',
  deadline: '2026-06-30',
} as const

const PUBLISH = {
  vi: 'Công bố kết quả tại nơi quan trắc và ghi ngày, nơi công bố.',
  en: 'Publish the results at the workplace and state when and where.',
} as const
const WAS_LATE = {
  vi: 'Đã công bố ngày {published}: hồ sơ được lưu, không phải sửa nếu ngày ghi đúng.',
  en: 'They were published on {published}: stored as it is; nothing is to be mended if the day is right.',
} as const

/** What must follow from the results. */
export const followUpRules: readonly EnvironmentRule[] = [
  {
    id: 'ENV-150',
    kind: 'breach',
    citations: [cite('L84-2015 18.4')],
    provenance: FROM_TEXT,
    inputs: ['/publication/publishedOn', '/report/date', '/report/receivedOn'],
    judge: ({ dates: { results: known, published, received } }) => {
      if (known === null) return []
      const due = publicationDue(known)
      // Not published yet is no fault while there is time.
      if ((published ?? received ?? '') <= due) return []
      const params = { due, known }
      const pointer = '/publication/publishedOn'
      return [
        published === null
          ? { pointer, params, fix: PUBLISH }
          : { pointer, params: { ...params, published }, fix: WAS_LATE },
      ]
    },
    message: {
      vi: 'Có kết quả từ ngày {known} nhưng không công bố kịp tại nơi quan trắc. Luật buộc công bố ngay; hệ thống lấy mốc ngày {due}.',
      en: 'The results were there on {known}, but were not published at the workplace in time. The law says at once; this service takes {due}.',
    },
    fix: {
      vi: 'Công bố kết quả tại nơi quan trắc ngay, rồi ghi ngày vào publication.publishedOn.',
      en: 'Publish the results at the workplace at once, then state the day in publication.publishedOn.',
    },
    examples: {
      holds: [
        {},
        { change: { '/publication': undefined } },
        { change: { '/report/receivedOn': undefined, '/publication/publishedOn': '2026-03-31' } },
      ],
      fails: [
        { change: { '/publication/publishedOn': '2026-04-03' } },
        { change: { '/publication': undefined }, context: { receivedAt: new Date('2026-04-03T09:00:00+07:00') } },
      ],
    },
  },

  campaignRule({
    id: 'ENV-151',
    kind: 'breach',
    citations: [cite('ND44-2016 37.4.a'), cite('L84-2015 18.4')],
    provenance: FROM_TEXT,
    inputs: [...EXCEEDING, '/measures'],
    at: '/measures',
    violated: (facts) => {
      const exceeding = exceedingSamples(facts)
      return exceeding > 0 && (facts.declaration.measures ?? []).length === 0 && { exceeding }
    },
    message: {
      vi: 'Có {exceeding} mẫu vượt giới hạn nhưng không có biện pháp khắc phục nào.',
      en: '{exceeding} samples exceed a limit, but no corrective measure is stated.',
    },
    fix: {
      vi: 'Ghi biện pháp cải thiện điều kiện lao động, người chịu trách nhiệm và thời hạn.',
      en: 'State the measures, who answers for them and by when.',
    },
    examples: {
      holds: [{}, { change: { '/measurements/1/value': 90, '/measures': [A_MEASURE] } }],
      fails: [
        { change: { '/measurements/1/value': 90 } },
        { change: { '/measurements/1/value': 90, '/measures': [] } },
        // By its own word, whatever we make of it.
        { change: { '/measurements/8/verdict': 'exceed' } },
        { change: { '/counts': [{ factor: 'PH-VIB-LOC-AHW', samples: 4, exceeding: 1 }] } },
      ],
    },
  }),

  {
    id: 'ENV-152',
    kind: 'info',
    citations: [cite('L84-2015 18.4')],
    provenance: BY_POLICY,
    inputs: ['/measures/*/description', '/measures/*/responsible', '/measures/*/deadline', '/measures/*/doneOn'],
    judge: ({ declaration: { measures = [] } }) =>
      measures.flatMap(({ description, responsible, deadline, doneOn }, index) =>
        description !== undefined && responsible !== undefined && (deadline ?? doneOn) !== undefined
          ? []
          : numbered({ index }, [{ pointer: `/measures/${index}` }]),
      ),
    message: {
      vi: 'Biện pháp thứ {ordinal} thiếu nội dung, người chịu trách nhiệm hoặc thời hạn.',
      en: 'Measure {ordinal} lacks what is done, who answers for it, or by when.',
    },
    examples: {
      holds: [
        { change: { '/measures': [A_MEASURE] } },
        { change: { '/measures': [{ ...A_MEASURE, deadline: undefined, doneOn: '2026-03-28' }] } },
      ],
      fails: [
        { change: { '/measures': [{ ...A_MEASURE, deadline: undefined }] } },
        { change: { '/measures': [{ ...A_MEASURE, responsible: undefined }] } },
        { change: { '/measures': [{ ...A_MEASURE, description: undefined }] } },
      ],
    },
  },

  campaignRule({
    id: 'ENV-153',
    kind: 'info',
    citations: [cite('L84-2015 18.4')],
    provenance: BY_POLICY,
    inputs: ['/campaign/sampledFrom', '/measurements/*/factor', '/counts/*/factor'],
    needs: ['history'],
    at: '/measurements',
    violated: ({ factors, context: { known }, legalDate: on }) => {
      const earlier = known.history?.campaigns.find(({ sampledTo }) => sampledTo < on)
      const missed = earlier?.exceedingFactors.filter((factor) => !factors.has(factor)) ?? []
      return missed.length > 0 && { on: earlier?.sampledTo ?? '', factors: missed.join(', ') }
    },
    message: {
      vi: 'Yếu tố {factors} vượt giới hạn ở đợt ngày {on} nhưng đợt này không đo lại để kiểm tra biện pháp khắc phục.',
      en: 'Factor {factors} was beyond its limit on {on}, but was not measured again to see whether the measures helped.',
    },
    examples: {
      holds: [{}, { context: afterCampaign({ exceedingFactors: ['PH-NOISE-LAEQ'] }) }],
      fails: [{ context: afterCampaign({ exceedingFactors: ['PH-NOISE-LAEQ', 'RA-UV-EFF'] }) }],
    },
  }),

  campaignRule({
    id: 'ENV-154',
    kind: 'breach',
    citations: [cite('ND44-2016 38.1')],
    provenance: FROM_TEXT,
    inputs: ['/report/signed', '/report/copies'],
    at: '/report',
    violated: ({ declaration: { report } }) => report?.signed === false || (report?.copies ?? COPIES) < COPIES,
    message: {
      vi: 'Báo cáo chưa ký, hoặc chưa lập đủ hai bản (cơ sở giữ một bản, tổ chức quan trắc giữ một bản).',
      en: 'The report is not signed, or there are not two copies of it (one for the employer, one for the organisation).',
    },
    fix: {
      vi: 'Yêu cầu tổ chức quan trắc ký và giao đủ hai bản; nếu đã có, sửa report.',
      en: 'Have the organisation sign and hand over two copies; if it has, correct report.',
    },
    examples: {
      holds: [{}, { change: { '/report/signed': undefined, '/report/copies': undefined } }],
      fails: [{ change: { '/report/signed': false } }, { change: { '/report/copies': 1 } }],
    },
  }),

  campaignRule({
    id: 'ENV-155',
    kind: 'info',
    citations: [cite('ND44-2016 38'), cite('ND44-2016 45.7')],
    provenance: FROM_TEXT,
    inputs: ['/report/retainedAt'],
    at: '/report/retainedAt',
    violated: ({ declaration: { report } }) => report?.retainedAt === undefined,
    message: {
      vi: 'Chưa ghi nơi lưu giữ báo cáo; nghị định không ấn định số năm lưu.',
      en: 'Where the report is kept is not stated; the decree names no number of years.',
    },
    examples: { holds: [{}], fails: [{ change: { '/report/retainedAt': undefined } }] },
  }),

  campaignRule({
    id: 'KB-ENV-10',
    kind: 'info',
    citations: [cite('ND44-2016 37.4.b')],
    provenance: FROM_TEXT,
    inputs: [...ASSESSED, '/earlyExamination/plannedOn', '/earlyExamination/doneOn'],
    at: '/earlyExamination',
    violated: ({ exceedingPositions, declaration: { earlyExamination } }) =>
      exceedingPositions.length > 0 &&
      earlyExamination?.plannedOn === undefined &&
      earlyExamination?.doneOn === undefined && { positions: exceedingPositions.length },
    message: {
      vi: 'Có {positions} vị trí vượt giới hạn: phải khám phát hiện bệnh nghề nghiệp cho người lao động tại đó; hồ sơ chưa ghi kế hoạch khám.',
      en: '{positions} positions are beyond a limit: their workers are to be examined for occupational disease; no examination is planned here.',
    },
    examples: {
      holds: [
        {},
        { change: { '/measurements/1/value': 90, '/earlyExamination': { plannedOn: '2026-05-15' } } },
        { change: { '/measurements/1/value': 90, '/earlyExamination': { doneOn: '2026-03-28' } } },
      ],
      fails: [{ change: { '/measurements/1/value': 90 } }],
    },
  }),
]

/** Beyond a verified limit, or printed as such; a sample that is both counts once. */
function exceedingSamples({ factors }: EnvironmentFacts): number {
  const results = [...factors.values()]
  const { exceeding } = tallyOf(results)
  const printedOnly = results.flatMap(({ measurements }) =>
    measurements.filter(
      ({ measurement, assessment }) =>
        measurement.verdict === 'exceed' &&
        (assessment === null || assessment.verdict === 'not-assessable' || assessment.advisory),
    ),
  )
  return exceeding + printedOnly.length
}
