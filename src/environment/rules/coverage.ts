import { cite } from '../../law/citation.ts'
import { monitoredFactorsOf } from '../../law/disease-hazards.ts'
import { hazardFactors, highRiskSectors, monitoredFactors } from '../../reference/catalogue.ts'
import type { CodeEntry } from '../../reference/code-list.ts'
import { legalDate, yearOf } from '../../reference/legal-date.ts'
import type { Text } from '../../rules/rule.ts'
import { declaredHazards, unmonitoredHazards } from '../coverage.ts'
import type { EnvironmentFacts } from '../facts.ts'
import { hazardsMeasured, hazardsOf } from '../hazards.ts'
import { sampleCampaign, sampleContext } from '../sample.ts'
import {
  BY_POLICY,
  campaignRule,
  type EnvironmentContext,
  type EnvironmentRule,
  FROM_TEXT,
  numbered,
} from './define.ts'
import { afterCampaign, remembering } from './knowing.ts'

const MEASURED = ['/measurements/*/factor', '/measurements/*/cas', '/counts/*/factor'] as const
const ERGONOMICS = ['ER-PHYS', 'ER-NEURO', 'ER-POST'] as const
const MICROCLIMATE = ['MC-TEMP', 'MC-RH', 'MC-AIRV'] as const
const DUSTS = ['DU-TOT', 'DU-RESP'] as const
const SILICA = ['DU-SIO2-PCT', 'DU-SIO2-TOT', 'DU-SIO2-RESP'] as const
/** Mining and quarrying, non-metallic minerals, basic metals with foundries, construction. */
const SILICA_DIVISIONS: ReadonlySet<string> = new Set(['05', '07', '08', '09', '23', '24', '41', '42', '43'])

/** The enterprise of the sample as the register might have it. */
function registered(change: Partial<NonNullable<EnvironmentContext['register']>>): Partial<EnvironmentContext> {
  const { register } = sampleContext
  return { register: register && { ...register, ...change } }
}

/** The sample with light in place of what it measured of a factor. */
function without(factor: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    sampleCampaign.measurements.flatMap((measurement, index) =>
      measurement.factor === factor ? [[`/measurements/${index}/factor`, 'PH-LIGHT']] : [],
    ),
  )
}

/** Whether all that the dossier names was measured, where it should be. */
export const coverageRules: readonly EnvironmentRule[] = [
  {
    id: 'ENV-040',
    kind: 'breach',
    citations: [cite('ND44-2016 35.1')],
    provenance: FROM_TEXT,
    inputs: [...MEASURED, '/positions/*/hazards'],
    needs: ['register', 'history'],
    judge: (facts) =>
      unmonitoredHazards(facts).map((hazard) => ({
        pointer: '/measurements',
        params: { hazard },
        fix: {
          vi: `Chưa đo: ${nameOf(hazardFactors.findEver(hazard), hazard).vi}. Nếu đã đo ở đợt khác trong năm thì gửi cả đợt đó.`,
          en: `Not measured: ${nameOf(hazardFactors.findEver(hazard), hazard).en}. If another campaign of the year did, file that one too.`,
        },
      })),
    message: {
      vi: 'Yếu tố có hại {hazard} trong hồ sơ vệ sinh lao động chưa được quan trắc.',
      en: 'Hazard factor {hazard} of the hygiene dossier was not monitored.',
    },
    fix: {
      vi: 'Quan trắc yếu tố này; nếu đã đo ở đợt khác trong năm thì gửi cả đợt đó.',
      en: 'Have it monitored; if another campaign of the year did, file that one too.',
    },
    examples: {
      holds: [
        {},
        { context: registered({ hazardFactors: [] }) },
        // Not measured by any factor of the list.
        { context: registered({ hazardFactors: ['HZ-PHY-COLDWET'] }) },
        {
          change: without('PH-NOISE-LAEQ'),
          context: remembering({ restOfYear: { hazards: ['HZ-PHY-NOISE'], reports: [] } }),
        },
      ],
      fails: [
        { change: without('PH-NOISE-LAEQ') },
        { context: registered({ hazardFactors: ['HZ-PHY-UV'] }) },
        { change: { '/positions/0/hazards': ['HZ-PHY-VIB-HA'] } },
      ],
    },
  },

  {
    id: 'ENV-041',
    kind: 'info',
    citations: [cite('ND44-2016 35.4'), cite('ND44-2016 45.1')],
    provenance: FROM_TEXT,
    inputs: [...MEASURED, '/positions/*/hazards'],
    needs: ['register'],
    judge: (facts) => {
      const declared = new Set(declaredHazards(facts))
      if (declared.size === 0) return []
      const undeclared = [...facts.factors.values()].filter((results) => {
        const hazards = hazardsMeasured(results)
        return hazards.length > 0 && !hazards.some((hazard) => declared.has(hazard))
      })
      return undeclared.map(({ factor, entry }) => ({
        pointer: '/measurements',
        params: { factor },
        fix: {
          vi: `Bổ sung vào hồ sơ vệ sinh lao động và sổ đăng ký: ${entry?.vi ?? factor}.`,
          en: `Add it to the hygiene dossier and the register: ${entry?.en ?? factor}.`,
        },
      }))
    },
    message: {
      vi: 'Đã đo yếu tố {factor} mà hồ sơ vệ sinh lao động chưa nêu.',
      en: 'Factor {factor} was measured, but the hygiene dossier does not name it.',
    },
    examples: {
      holds: [{}, { change: without('PH-NOISE-LAEQ') }],
      fails: [{ change: { '/measurements/7/factor': 'RA-UV-EFF' } }],
    },
  },

  campaignRule({
    id: 'ENV-042',
    kind: 'breach',
    citations: [cite('ND39-2016 5.3'), cite('ND44-2016 35.1')],
    provenance: FROM_TEXT,
    inputs: ['/dossier/exists'],
    at: '/dossier/exists',
    violated: ({ declaration }) => declaration.dossier?.exists === false,
    message: { vi: 'Cơ sở không có hồ sơ vệ sinh lao động.', en: 'The establishment has no hygiene dossier.' },
    fix: {
      vi: 'Lập hồ sơ vệ sinh lao động theo Phụ lục I Nghị định 39/2016/NĐ-CP; nếu đã có, sửa dossier.',
      en: 'Draw up the hygiene dossier (Decree 39/2016, Annex I); if there is one, correct dossier.',
    },
    examples: {
      holds: [{}, { change: { '/dossier': undefined } }],
      fails: [{ change: { '/dossier/exists': false } }],
    },
  }),

  campaignRule({
    id: 'ENV-043',
    kind: 'breach',
    citations: [cite('ND44-2016 35.1')],
    provenance: FROM_TEXT,
    inputs: [...MEASURED, '/workforce/heavy', '/positions/*/heavyWork'],
    at: '/measurements',
    violated: ({ declaration: { workforce }, positions, factors }) => {
      const heavy = (workforce?.heavy ?? 0) > 0 || positions.some(({ position }) => position.heavyWork === true)
      return heavy && !ERGONOMICS.some((factor) => factors.has(factor))
    },
    message: {
      vi: 'Có công việc nặng nhọc, độc hại, nguy hiểm nhưng không đánh giá gánh nặng lao động và ec-gô-nô-my.',
      en: 'There are heavy, hazardous or dangerous jobs, but workload and ergonomics were not assessed.',
    },
    fix: {
      vi: 'Đánh giá tại các vị trí ấy ở đợt sau; nếu đã đánh giá, ghi kết quả với yếu tố ER-….',
      en: 'Have it assessed at those positions; if it was, state the results under the factors ER-….',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            ...without('ER-PHYS'),
            '/workforce/heavy': 0,
            '/positions/0/heavyWork': false,
            '/positions/1/heavyWork': false,
          },
        },
      ],
      fails: [
        { change: without('ER-PHYS') },
        { change: { ...without('ER-PHYS'), '/positions/0/heavyWork': false, '/positions/1/heavyWork': false } },
      ],
    },
  }),

  campaignRule({
    id: 'ENV-044',
    kind: 'breach',
    citations: [cite('ND44-2016 45.1')],
    provenance: FROM_TEXT,
    inputs: ['/dossier/exists', '/dossier/technologyChangedOn', '/dossier/updatedOn'],
    at: '/dossier/updatedOn',
    violated: ({ declaration: { dossier } }) => {
      const { exists, technologyChangedOn: changed, updatedOn } = dossier ?? {}
      if (exists === false || changed === undefined) return false
      return (updatedOn === undefined || updatedOn < changed) && { changed }
    },
    message: {
      vi: 'Công nghệ, quy trình thay đổi ngày {changed} nhưng hồ sơ vệ sinh lao động chưa cập nhật.',
      en: 'Technology or process changed on {changed}, but the hygiene dossier was not brought up to date.',
    },
    fix: {
      vi: 'Cập nhật hồ sơ vệ sinh lao động; nếu đã cập nhật, ghi ngày vào dossier.updatedOn.',
      en: 'Bring the dossier up to date; if it is, state the day in dossier.updatedOn.',
    },
    examples: {
      holds: [
        {},
        { change: { '/dossier/technologyChangedOn': undefined, '/dossier/updatedOn': undefined } },
        { change: { '/dossier/exists': false, '/dossier/updatedOn': undefined } },
      ],
      fails: [{ change: { '/dossier/updatedOn': '2025-10-01' } }, { change: { '/dossier/updatedOn': undefined } }],
    },
  }),

  {
    id: 'ENV-045',
    kind: 'breach',
    citations: [cite('ND44-2016 35.3'), cite('ND44-2016 36')],
    provenance: FROM_TEXT,
    inputs: [
      '/positions/*/positionId',
      '/positions/*/hazards',
      '/positions/*/workers',
      '/measurements/*/positionId',
      '/measurements/*/factor',
      '/measurements/*/cas',
    ],
    judge: (facts) =>
      facts.positions.flatMap((position) => {
        const { hazards = [], workers } = position.position
        if (hazards.length === 0 || workers === 0) return []
        const covered = new Set(position.measurements.flatMap(({ measurement }) => hazardsOf(measurement)))
        // What nobody measured anywhere is told once, by ENV-040.
        const missed = hazards.filter((hazard) => !covered.has(hazard) && facts.hazardsCovered.has(hazard))
        return numbered(
          position,
          missed.map((hazard) => ({ pointer: `${position.pointer}/hazards`, params: { hazard } })),
        )
      }),
    message: {
      vi: 'Vị trí thứ {ordinal} có người tiếp xúc với {hazard} nhưng không có mẫu nào của yếu tố này.',
      en: 'Workers at position {ordinal} are exposed to {hazard}, but no sample of it was taken there.',
    },
    fix: {
      vi: 'Đo bổ sung tại vị trí này; nếu đã đo, ghi kết quả với positionId của vị trí.',
      en: 'Have it measured there; if it was, state the results with the positionId of the position.',
    },
    examples: {
      holds: [
        {},
        { change: { '/positions/0/hazards': undefined } },
        { change: { '/positions/0/hazards': ['HZ-PHY-LIGHT'], '/positions/0/workers': 0 } },
      ],
      fails: [
        { change: { '/positions/0/hazards': ['HZ-PHY-LIGHT'] } },
        { change: { '/measurements/1/positionId': 'VT2' } },
      ],
    },
  },

  {
    id: 'ENV-046',
    kind: 'info',
    citations: [cite('QCVN26-2016-BYT')],
    provenance: FROM_TEXT,
    inputs: ['/positions/*/positionId', '/measurements/*/positionId', '/measurements/*/factor'],
    judge: ({ positions }) =>
      positions.flatMap((position) => {
        const measured = new Set(position.measurements.map(({ measurement }) => measurement.factor))
        const missing = MICROCLIMATE.filter((factor) => !measured.has(factor))
        if (missing.length === 0 || missing.length === MICROCLIMATE.length) return []
        return numbered(position, [{ pointer: position.pointer, params: { missing: missing.join(', ') } }])
      }),
    message: {
      vi: 'Vi khí hậu tại vị trí thứ {ordinal} thiếu {missing}; cần đủ nhiệt độ, độ ẩm và tốc độ gió.',
      en: 'The microclimate of position {ordinal} lacks {missing}; temperature, humidity and air velocity belong together.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: without('MC-RH') }, { change: { '/measurements/6/positionId': 'VT1' } }],
    },
  },

  {
    id: 'ENV-047',
    kind: 'info',
    citations: [cite('TT07-2016-BLDTBXH 8')],
    provenance: BY_POLICY,
    inputs: ['/campaign/sampledFrom', '/positions/*/hazards'],
    needs: ['register'],
    judge: (facts) => {
      const measurable = new Set(declaredHazards(facts).flatMap(monitoredFactorsOf))
      if (measurable.size === 0) return []
      return (facts.context.register?.highRisk ?? []).flatMap((sector) => {
        const expected = highRiskSectors.find(sector, facts.legalDate)?.attributes['expected-factors']?.split(' ') ?? []
        // A class of chemicals stands for many substances, of which the dossier names its own.
        const missing = expected.filter((factor) => !factor.startsWith('CH-') && !measurable.has(factor))
        if (missing.length === 0) return []
        const names = missing.map((factor) => nameOf(monitoredFactors.findEver(factor), factor))
        return [
          {
            pointer: '/dossier',
            params: { sector },
            fix: {
              vi: `Xem xét: ${names.map(({ vi }) => vi).join('; ')}.`,
              en: `Consider: ${names.map(({ en }) => en).join('; ')}.`,
            },
          },
        ]
      })
    },
    message: {
      vi: 'Ngành {sector} thường có yếu tố mà hồ sơ vệ sinh lao động của cơ sở chưa nêu.',
      en: 'Sector {sector} usually has factors that the hygiene dossier of this establishment does not name.',
    },
    examples: {
      holds: [{}, { context: registered({ highRisk: [] }) }],
      fails: [{ context: registered({ highRisk: ['HR-01'] }) }],
    },
  },

  campaignRule({
    id: 'ENV-048',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...MEASURED, '/establishment/industry/code'],
    needs: ['register'],
    at: '/measurements',
    violated: ({ declaration: { establishment }, context: { register }, factors }) => {
      const industry = establishment?.industry?.code ?? register?.industry?.code ?? ''
      const dusty = SILICA_DIVISIONS.has(industry.slice(0, 2)) && DUSTS.some((factor) => factors.has(factor))
      return dusty && !SILICA.some((factor) => factors.has(factor)) && { industry }
    },
    message: {
      vi: 'Ngành {industry} thường có bụi silic: nên xác định hàm lượng silic tự do trong bụi.',
      en: 'Industry {industry} often has silica dust: the free silica of the dust should be determined.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/measurements/0/factor': 'DU-TOT',
            '/measurements/2/factor': 'DU-TOT',
            '/establishment/industry/code': '62',
          },
        },
      ],
      fails: [{ change: { '/measurements/0/factor': 'DU-TOT', '/measurements/2/factor': 'DU-TOT' } }],
    },
  }),

  campaignRule({
    id: 'ENV-049',
    kind: 'breach',
    citations: [cite('L84-2015 18.2')],
    provenance: FROM_TEXT,
    inputs: [...MEASURED, '/asbestosUser', '/campaign/sampledFrom'],
    needs: ['history'],
    at: '/asbestosUser',
    violated: (facts) =>
      facts.declaration.asbestosUser === true && !facts.factors.has('DU-ASB') && !measuredThisYear(facts, 'DU-ASB'),
    message: {
      vi: 'Cơ sở sử dụng amiăng nhưng trong năm chưa đo sợi amiăng.',
      en: 'The establishment uses asbestos, but no fibres were measured this year.',
    },
    fix: {
      vi: 'Đo sợi amiăng (DU-ASB); nếu đã đo ở đợt khác trong năm thì gửi đợt đó.',
      en: 'Have fibres measured (DU-ASB); if another campaign of the year did, file that one.',
    },
    examples: {
      holds: [
        {},
        { change: { '/asbestosUser': true, '/measurements/0/factor': 'DU-ASB' } },
        {
          change: { '/asbestosUser': true },
          context: afterCampaign({ sampledFrom: legalDate('2026-01-20'), factors: ['DU-ASB'] }),
        },
      ],
      fails: [
        { change: { '/asbestosUser': true } },
        { change: { '/asbestosUser': true }, context: remembering({ campaigns: [] }) },
      ],
    },
  }),

  campaignRule({
    id: 'ENV-052',
    kind: 'breach',
    citations: [cite('ND44-2016 35.2')],
    provenance: FROM_TEXT,
    inputs: ['/plan/agreedOn', '/plan/id', '/campaign/sampledFrom', '/campaign/sampledTo', '/report/date'],
    at: '/plan',
    violated: ({ declaration: { plan }, legalDate: sampledOn }) =>
      plan?.agreedOn === undefined || plan.id === undefined || plan.agreedOn > sampledOn,
    message: {
      vi: 'Chưa có kế hoạch quan trắc được hai bên thống nhất trước khi lấy mẫu (số và ngày).',
      en: 'There is no monitoring plan (id and day) on which both parties had agreed before sampling.',
    },
    fix: { vi: 'Nếu có, ghi số và ngày thống nhất kế hoạch.', en: 'If there is one, state its id and day.' },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/plan': undefined } },
        { change: { '/plan/id': undefined } },
        { change: { '/plan/agreedOn': '2026-03-12' } },
      ],
    },
  }),
]

function measuredThisYear({ context: { known }, legalDate: on }: EnvironmentFacts, factor: string): boolean {
  const campaigns = known.history?.campaigns ?? []
  return campaigns.some(({ sampledFrom, factors }) => yearOf(sampledFrom) === yearOf(on) && factors.includes(factor))
}

function nameOf(entry: CodeEntry | undefined, code: string): Text {
  return { vi: entry?.vi ?? code, en: entry?.en ?? code }
}
