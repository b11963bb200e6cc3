import { cite } from '../../law/citation.ts'
import { foldText } from '../../reference/fold-text.ts'
import { legalDate } from '../../reference/legal-date.ts'
import { parseTaxCode } from '../../reference/tax-code.ts'
import type { Text } from '../../rules/rule.ts'
import { isCalibrated } from '../calibration.ts'
import type { EnvironmentFacts, FactorResults } from '../facts.ts'
import { sampleKnown } from '../sample.ts'
import { cancellationOf, obstacleOf } from '../standing.ts'
import { BY_POLICY, campaignRule, type EnvironmentRule, FROM_FORM, FROM_TEXT } from './define.ts'
import { knowing } from './knowing.ts'

const ORGANISATION = ['/organisation/id', '/organisation/taxCode', '/organisation/name'] as const
const SAMPLING_DAYS = ['/campaign/sampledFrom', '/campaign/sampledTo'] as const

const NOT_COUNTED = {
  vi: 'Hồ sơ được lưu nhưng không tính là đã quan trắc.',
  en: 'The filing is stored, but does not count as monitoring.',
} as const

/** Judged by an instrument or by eye: observing and asking need none. */
const WITHOUT_INSTRUMENT: ReadonlySet<string> = new Set(['ordinal', 'assessment'])

type Organisation = NonNullable<typeof sampleKnown.organisation>

function ifOrganisation(change: Partial<Organisation>) {
  const { organisation } = sampleKnown
  return knowing({ organisation: organisation && { ...organisation, ...change } })
}

/** Who monitored: whether it may, with what instruments, and whether its result stands. */
export const organisationRules: readonly EnvironmentRule[] = [
  campaignRule({
    id: 'ENV-020',
    kind: 'breach',
    citations: [cite('ND44-2016 34.4')],
    provenance: FROM_TEXT,
    inputs: ORGANISATION,
    at: '/organisation',
    violated: (facts) =>
      facts.context.known.organisation === null && isNamed(facts) && !isOwn(facts) && { name: nameOf(facts) },
    message: {
      vi: 'Tổ chức quan trắc {name} không có trong sổ đăng ký tổ chức đủ điều kiện.',
      en: 'The monitoring organisation {name} is not in the register of eligible organisations.',
    },
    fix: NOT_COUNTED,
    examples: {
      holds: [{}, { change: { '/organisation': undefined }, context: knowing({ organisation: null }) }],
      fails: [
        { context: knowing({ organisation: null }) },
        { change: { '/organisation/name': undefined }, context: knowing({ organisation: null }) },
      ],
    },
  }),

  campaignRule({
    id: 'ENV-032',
    kind: 'breach',
    citations: [cite('ND44-2016 34.4')],
    provenance: FROM_TEXT,
    inputs: ORGANISATION,
    at: '/organisation',
    violated: (facts) => facts.context.known.organisation === null && isOwn(facts),
    message: {
      vi: 'Cơ sở tự quan trắc nhưng chưa được công bố đủ điều kiện quan trắc.',
      en: 'The establishment monitored itself without having been announced as eligible.',
    },
    fix: NOT_COUNTED,
    examples: {
      holds: [{}, { context: knowing({ organisation: null }) }, { change: { '/organisation/taxCode': '4600123459' } }],
      fails: [{ change: { '/organisation/taxCode': '4600123459' }, context: knowing({ organisation: null }) }],
    },
  }),

  campaignRule({
    id: 'ENV-021',
    kind: 'breach',
    citations: [cite('ND44-2016 34.4')],
    provenance: FROM_TEXT,
    inputs: [...ORGANISATION, ...SAMPLING_DAYS],
    at: '/campaign/sampledFrom',
    violated: (facts) => {
      const obstacle = obstacleOf(facts)
      return obstacle?.reason === 'not-yet-announced' && { name: nameOf(facts), announced: obstacle.announcedOn }
    },
    message: {
      vi: 'Lấy mẫu trước ngày {announced} là ngày {name} được công bố đủ điều kiện.',
      en: 'Sampled before {announced}, the day {name} was announced as eligible.',
    },
    fix: NOT_COUNTED,
    examples: {
      holds: [{}],
      fails: [
        {
          context: ifOrganisation({
            announcement: {
              number: '412/SYT-NVY',
              announcedOn: legalDate('2026-03-11'),
              announcedBy: 'Sở Y tế tỉnh Thái Nguyên',
              listSentOn: null,
            },
          }),
        },
      ],
    },
  }),

  campaignRule({
    id: 'ENV-022',
    kind: 'breach',
    citations: [cite('ND44-2016 40.4')],
    provenance: FROM_TEXT,
    inputs: [...ORGANISATION, ...SAMPLING_DAYS],
    at: '/campaign/sampledFrom',
    violated: (facts) => {
      const obstacle = obstacleOf(facts)
      return (
        obstacle?.reason === 'suspended' && {
          name: nameOf(facts),
          from: obstacle.from,
          to: obstacle.to ?? '…',
          decision: obstacle.decision,
        }
      )
    },
    message: {
      vi: 'Lấy mẫu trong thời gian {name} bị đình chỉ (từ {from} đến {to}, Quyết định {decision}).',
      en: 'Sampled while {name} was suspended (from {from} to {to}, decision {decision}).',
    },
    fix: NOT_COUNTED,
    examples: {
      holds: [{}],
      fails: [
        {
          context: ifOrganisation({
            suspensions: [{ from: legalDate('2026-03-11'), to: null, decision: '77/QĐ-XPHC' }],
          }),
        },
      ],
    },
  }),

  campaignRule({
    id: 'KB-ENV-03',
    kind: 'breach',
    citations: [cite('ND44-2016 34.4')],
    provenance: FROM_TEXT,
    inputs: [...ORGANISATION, ...SAMPLING_DAYS],
    at: '/campaign/sampledTo',
    violated: (facts) => {
      const obstacle = obstacleOf(facts)
      return obstacle?.reason === 'withdrawn' && { name: nameOf(facts), withdrawn: obstacle.withdrawnOn }
    },
    message: {
      vi: 'Từ ngày {withdrawn}, {name} không còn trong danh sách đủ điều kiện quan trắc.',
      en: 'Since {withdrawn} {name} is no longer on the list of eligible organisations.',
    },
    fix: NOT_COUNTED,
    examples: {
      holds: [{}],
      fails: [{ context: ifOrganisation({ withdrawnOn: legalDate('2026-03-01') }) }],
    },
  }),

  {
    id: 'ENV-023',
    kind: 'info',
    citations: [cite('ND44-2016 33.3.a'), cite('ND44-2016 34.4')],
    provenance: FROM_TEXT,
    inputs: [...ORGANISATION, '/measurements/*/factor', '/measurements/*/cas', '/counts/*/factor'],
    judge: (facts) => {
      const announced = facts.context.known.organisation?.factors ?? []
      if (announced.length === 0) return []
      const able = new Set(announced)
      const beyond = [...facts.factors.values()].filter(
        ({ factor, entry, measurements }) =>
          entry &&
          !able.has(factor) &&
          !measurements.some(({ measurement: { cas } }) => cas !== undefined && able.has(cas)),
      )
      return beyond.map((results) => ({
        pointer: '/organisation',
        params: { factor: results.factor },
        fix: {
          vi: `${named(results).vi}: nếu do phòng thí nghiệm khác phân tích thì ghi rõ trong note.`,
          en: `${named(results).en}: if another laboratory analysed it, name that one in the note.`,
        },
      }))
    },
    message: {
      vi: 'Yếu tố {factor} nằm ngoài năng lực mà tổ chức quan trắc đã được công bố.',
      en: 'Factor {factor} lies outside what the monitoring organisation was announced for.',
    },
    examples: {
      holds: [{}, { context: ifOrganisation({ factors: [] }) }],
      fails: [{ context: ifOrganisation({ factors: ['DU-SIO2-TOT', 'PH-NOISE-LAEQ'] }) }],
    },
  },

  {
    id: 'ENV-027',
    kind: 'breach',
    citations: [cite('ND44-2016 37.1')],
    provenance: FROM_TEXT,
    inputs: [
      '/instruments/*/instrumentId',
      '/instruments/*/calibration/certificate',
      '/instruments/*/calibration/validUntil',
      '/measurements/*/instrumentId',
      '/measurements/*/sampledAt',
      ...SAMPLING_DAYS,
      '/report/date',
    ],
    judge: ({ declaration: { instruments = [] }, measurements, instrumentById }) => {
      const affected = new Map<string, number>()
      for (const { measurement, on } of measurements) {
        const instrument = instrumentById.get(measurement.instrumentId ?? '')
        if (instrument === undefined || isCalibrated(instrument, on)) continue
        affected.set(instrument.instrumentId, (affected.get(instrument.instrumentId) ?? 0) + 1)
      }
      return instruments.flatMap(({ instrumentId, calibration }, index) => {
        const samples = affected.get(instrumentId)
        if (samples === undefined || instrumentById.get(instrumentId) !== instruments[index]) return []
        const validUntil = calibration?.validUntil ?? '—'
        return [
          { pointer: `/instruments/${index}/calibration`, params: { instrument: instrumentId, samples, validUntil } },
        ]
      })
    },
    message: {
      vi: 'Thiết bị {instrument} đo {samples} mẫu khi không có giấy chứng nhận hiệu chuẩn còn hiệu lực (đến ngày {validUntil}).',
      en: 'Instrument {instrument} took {samples} samples without a certificate of calibration valid then (until {validUntil}).',
    },
    fix: {
      vi: 'Nếu ghi thiếu, bổ sung số giấy và ngày hết hiệu lực. Kết quả của thiết bị không hiệu chuẩn không tính là đã quan trắc.',
      en: 'If it was left out, add certificate and last valid day. What an uncalibrated instrument measured does not count as monitoring.',
    },
    examples: {
      holds: [{}, { change: { '/instruments/0/calibration/validUntil': '2026-03-11' } }],
      fails: [
        { change: { '/instruments/0/calibration/validUntil': '2026-01-31' } },
        { change: { '/instruments/0/calibration/validUntil': '2026-03-10' } },
        { change: { '/instruments/1/calibration/certificate': undefined } },
        { change: { '/instruments/2/calibration': undefined } },
      ],
    },
  },

  {
    id: 'ENV-028',
    kind: 'error',
    citations: [cite('ND44-2016 37.1'), cite('ND44-2016 PL III, Mẫu số 04')],
    provenance: FROM_FORM,
    inputs: ['/measurements/*/factor', '/measurements/*/instrumentId', '/instruments/*/instrumentId'],
    judge: ({ factors, instrumentById }) =>
      [...factors.values()].flatMap((results) => {
        const { factor, entry, measurements } = results
        if (entry === null || WITHOUT_INSTRUMENT.has(entry.attributes.kind ?? '')) return []
        const without = measurements.filter(
          ({ measurement: { instrumentId } }) => instrumentId === undefined || !instrumentById.has(instrumentId),
        )
        const [first] = without
        if (first === undefined) return []
        return [{ pointer: `${first.pointer}/instrumentId`, params: { factor, samples: without.length } }]
      }),
    message: {
      vi: '{samples} mẫu của yếu tố {factor} không ghi thiết bị đo, hoặc thiết bị không có trong danh mục của báo cáo.',
      en: '{samples} samples of factor {factor} name no instrument, or one the report does not list.',
    },
    fix: {
      vi: 'Ghi thiết bị vào instruments và mã của thiết bị vào từng kết quả.',
      en: 'List the instrument in instruments and name it in each result.',
    },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/measurements/0/instrumentId': undefined } },
        { change: { '/measurements/1/instrumentId': 'TB9' } },
      ],
    },
  },

  campaignRule({
    id: 'ENV-033',
    kind: 'breach',
    citations: [cite('ND44-2016 40.4'), cite('ND283-2026 38.10.a')],
    provenance: FROM_TEXT,
    inputs: [...ORGANISATION, '/report/number'],
    at: '/report/number',
    violated: (facts) => {
      const cancelled = cancellationOf(facts)
      return (
        cancelled !== undefined && { number: cancelled.reportNumber, decision: cancelled.decision, on: cancelled.on }
      )
    },
    message: {
      vi: 'Kết quả của báo cáo số {number} đã bị hủy theo Quyết định {decision} ngày {on}.',
      en: 'The results of report {number} were cancelled by decision {decision} of {on}.',
    },
    fix: NOT_COUNTED,
    examples: {
      holds: [
        {},
        {
          context: ifOrganisation({
            cancelledReports: [{ reportNumber: '12/2026/MTLĐ', decision: '77/QĐ-XPHC', on: legalDate('2026-10-20') }],
          }),
        },
      ],
      fails: [
        {
          context: ifOrganisation({
            cancelledReports: [{ reportNumber: '38/2026/MTLĐ', decision: '77/QĐ-XPHC', on: legalDate('2026-10-20') }],
          }),
        },
      ],
    },
  }),

  campaignRule({
    id: 'KB-ENV-04',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ORGANISATION,
    at: '/organisation/name',
    violated: ({ declaration: { organisation }, context: { known } }) => {
      const filed = organisation?.name
      const registered = known.organisation?.name
      if (filed === undefined || registered === undefined) return false
      return foldText(filed) !== foldText(registered) && { filed, registered }
    },
    message: {
      vi: 'Tên tổ chức quan trắc ghi là "{filed}", trong sổ đăng ký là "{registered}".',
      en: 'The organisation is named "{filed}" here and "{registered}" in the register.',
    },
    fix: { vi: 'Kiểm tra lại mã số thuế của tổ chức.', en: 'Check the tax code of the organisation.' },
    examples: {
      holds: [{}, { change: { '/organisation/name': undefined } }, { context: knowing({ organisation: null }) }],
      fails: [{ change: { '/organisation/name': 'Trung tâm Kiểm soát bệnh tật' } }],
    },
  }),
]

function isOwn({ declaration: { organisation }, context: { register } }: EnvironmentFacts): boolean {
  const taxCode = organisation?.taxCode === undefined ? null : parseTaxCode(organisation.taxCode)
  return taxCode !== null && taxCode.kind !== 'invalid' && taxCode.canonical === register?.taxCode
}

function nameOf({ declaration: { organisation }, context: { known } }: EnvironmentFacts): string {
  return known.organisation?.name ?? organisation?.name ?? organisation?.taxCode ?? '—'
}

/** One that is not is told by ENV-004. */
function isNamed({ declaration: { organisation } }: EnvironmentFacts): boolean {
  return organisation?.name !== undefined || organisation?.taxCode !== undefined
}

function named({ factor, entry }: FactorResults): Text {
  return { vi: entry?.vi ?? factor, en: entry?.en ?? factor }
}
