import { cite } from '../../law/citation.ts'
import { inForce } from '../../law/instruments.ts'
import {
  establishmentTypes,
  hazardFactors,
  industries2018,
  industries2025,
  monitoredFactors,
} from '../../reference/catalogue.ts'
import type { CodeList } from '../../reference/code-list.ts'
import type { LegalDate } from '../../reference/legal-date.ts'
import type { Violation } from '../../rules/rule.ts'
import { sampleContext } from '../sample.ts'
import { BY_POLICY, campaignRule, type EnvironmentRule, FROM_TEXT } from './define.ts'

/** Digits of a division of the classification. */
const DIVISION = 2

/** A code that one list or another does not have on the day; the first place of each code is told. */
function unknownIn(
  list: CodeList,
  filed: Iterable<{ readonly code: string | undefined; readonly pointer: string }>,
  on: LegalDate,
): readonly Violation[] {
  const told = new Set<string>()
  const found: Violation[] = []
  for (const { code, pointer } of filed) {
    if (code === undefined || told.has(code)) continue
    told.add(code)
    if (list.find(code, on) === undefined) found.push({ pointer, params: { code, list: list.id } })
  }
  return found
}

const NOT_IN_LIST = {
  message: { vi: 'Mã "{code}" không có trong danh mục {list}.', en: 'Code "{code}" is not in the list {list}.' },
  fix: { vi: 'Chọn một mã tại /v1/code-lists/{list}.', en: 'Choose a code from /v1/code-lists/{list}.' },
} as const

/** Whether codes and references mean something, by the day of the campaign. */
export const codeRules: readonly EnvironmentRule[] = [
  {
    id: 'KB-ENV-11',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [
      '/campaign/sampledFrom',
      '/instruments/*/factors',
      '/measurements/*/factor',
      '/counts/*/factor',
      '/summary/byFactor/*/factor',
      '/measures/*/factor',
    ],
    judge: ({ declaration, measurements, legalDate: on }) => {
      const { instruments = [], counts = [], summary, measures = [] } = declaration
      return unknownIn(
        monitoredFactors,
        [
          ...measurements.map(({ measurement, pointer }) => ({
            code: measurement.factor,
            pointer: `${pointer}/factor`,
          })),
          ...counts.map(({ factor: code }, index) => ({ code, pointer: `/counts/${index}/factor` })),
          ...instruments.flatMap(({ factors = [] }, index) =>
            factors.map((code, at) => ({ code, pointer: `/instruments/${index}/factors/${at}` })),
          ),
          ...(summary?.byFactor ?? []).map(({ factor: code }, index) => ({
            code,
            pointer: `/summary/byFactor/${index}/factor`,
          })),
          ...measures.map(({ factor: code }, index) => ({ code, pointer: `/measures/${index}/factor` })),
        ],
        on,
      )
    },
    ...NOT_IN_LIST,
    examples: {
      holds: [{}],
      fails: [
        { change: { '/measurements/0/factor': 'BUI-SILIC' } },
        { change: { '/counts': [{ factor: 'X', samples: 1, exceeding: 0 }] } },
        { change: { '/instruments/0/factors': ['X'] } },
        { change: { '/summary/byFactor/0/factor': 'X' } },
        { change: { '/measures': [{ factor: 'X' }] } },
      ],
    },
  },

  {
    id: 'KB-ENV-12',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/campaign/sampledFrom', '/positions/*/hazards'],
    judge: ({ positions, legalDate: on }) =>
      unknownIn(
        hazardFactors,
        positions.flatMap(({ pointer, position: { hazards = [] } }) =>
          hazards.map((code, index) => ({ code, pointer: `${pointer}/hazards/${index}` })),
        ),
        on,
      ),
    ...NOT_IN_LIST,
    examples: { holds: [{}], fails: [{ change: { '/positions/0/hazards': ['BUI'] } }] },
  },

  {
    id: 'KB-ENV-13',
    kind: 'error',
    citations: [cite('ND44-2016 45.3.b')],
    provenance: FROM_TEXT,
    inputs: ['/site/unit/scheme', '/site/unit/code', '/campaign/sampledFrom'],
    needs: ['register'],
    judge: ({ place, legalDate: date }) =>
      place?.lineage ? [] : [{ pointer: '/site/unit', params: { code: place?.unit.code ?? '—', date } }],
    message: {
      vi: 'Thiếu nơi quan trắc, hoặc đơn vị hành chính {code} không có vào ngày {date}; báo cáo gửi Sở Y tế nơi người lao động làm việc.',
      en: 'The place is missing, or there was no administrative unit {code} on {date}; the report goes to the Department of Health where the workers work.',
    },
    fix: {
      vi: 'Từ 01/7/2025 dùng mã xã của 34 tỉnh (VN-2025); trước đó dùng mã cũ (VN-2004).',
      en: 'Since 1 July 2025 use commune codes of the 34 provinces (VN-2025), for earlier days the former ones (VN-2004).',
    },
    examples: {
      holds: [
        {},
        { change: { '/site/unit': undefined } },
        { change: { '/site/unit': { code: '063' }, '/campaign/sampledFrom': '2025-06-10' } },
      ],
      fails: [
        { change: { '/site/unit': { scheme: 'VN-2025', code: '99999' } } },
        { change: { '/site/unit': undefined }, context: { register: null } },
      ],
    },
  },

  campaignRule({
    id: 'KB-ENV-14',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/establishment/industry/version', '/establishment/industry/code', '/campaign/sampledFrom'],
    at: '/establishment/industry/code',
    violated: ({ declaration: { establishment }, legalDate: on }) => {
      const { version, code } = establishment?.industry ?? {}
      if (code === undefined) return false
      const is2025 = version === undefined ? inForce('QD36-2025', on) : version === '2025'
      const list = is2025 ? industries2025 : industries2018
      // The version named may have ended before the campaign: its divisions are known all the same.
      const known = list.longestKnownPrefix(code, on) ?? list.findEver(code.slice(0, DIVISION))
      return known === undefined && { code, list: list.id }
    },
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/establishment/industry': { version: '2018', code: '0810' } } }],
      fails: [{ change: { '/establishment/industry/code': '00' } }],
    },
  }),

  campaignRule({
    id: 'KB-ENV-15',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/establishment/type', '/establishment/industry/version', '/establishment/industry/code'],
    needs: ['register'],
    at: '/establishment',
    violated: ({ declaration: { establishment }, context: { register } }) => {
      const { type, industry } = establishment ?? {}
      const typeDiffers = type !== undefined && register?.ownership != null && type !== register.ownership
      const registered = register?.industry
      const comparable = industry && registered && (industry.version ?? registered.version) === registered.version
      const industryDiffers =
        comparable && !industry.code.startsWith(registered.code) && !registered.code.startsWith(industry.code)
      if (!typeDiffers && !industryDiffers) return false
      return {
        filed: [type, industry?.code].join(' / '),
        registered: [register?.ownership, registered?.code].join(' / '),
      }
    },
    message: {
      vi: 'Loại hình, mã ngành ghi là {filed}, trong sổ đăng ký là {registered}.',
      en: 'Type and industry are stated as {filed}; the register has {registered}.',
    },
    fix: {
      vi: 'Sửa hồ sơ này hoặc cập nhật sổ đăng ký.',
      en: 'Correct this filing or bring the register up to date.',
    },
    examples: {
      holds: [
        {},
        { change: { '/establishment/type': undefined, '/establishment/industry': undefined } },
        { context: { register: null } },
      ],
      fails: [
        { change: { '/establishment/industry/code': '24' } },
        { context: { register: sampleContext.register && { ...sampleContext.register, ownership: '2' } } },
      ],
    },
  }),

  campaignRule({
    id: 'KB-ENV-16',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/establishment/type'],
    at: '/establishment/type',
    violated: ({ declaration: { establishment } }) => {
      const type = establishment?.type
      return (
        type !== undefined &&
        establishmentTypes.findEver(type) === undefined && { code: type, list: establishmentTypes.id }
      )
    },
    ...NOT_IN_LIST,
    examples: { holds: [{}], fails: [{ change: { '/establishment/type': '99' } }] },
  }),

  {
    id: 'KB-ENV-17',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/measures/*/positionIds', '/positions/*/positionId'],
    judge: ({ declaration: { measures = [] }, positionById }) =>
      measures.flatMap(({ positionIds = [] }, measure) =>
        positionIds.flatMap((id, index) =>
          positionById.has(id) ? [] : [{ pointer: `/measures/${measure}/positionIds/${index}`, params: { id } }],
        ),
      ),
    message: {
      vi: 'Vị trí "{id}" không có trong danh sách vị trí của báo cáo.',
      en: 'Position "{id}" is not in the list of positions of the report.',
    },
    fix: {
      vi: 'Sửa mã vị trí, hoặc thêm vị trí vào positions.',
      en: 'Correct the id, or add the position to positions.',
    },
    examples: {
      holds: [{ change: { '/measures': [{ positionIds: ['VT1', 'VT2'] }] } }],
      fails: [{ change: { '/measures': [{ positionIds: ['VT1', 'VT7'] }] } }],
    },
  },
]
