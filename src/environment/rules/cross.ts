import { addMonths } from '../../law/calendar.ts'
import { cite } from '../../law/citation.ts'
import { diseasesOfHazard } from '../../law/disease-hazards.ts'
import { legalDate } from '../../reference/legal-date.ts'
import { declaredHazards, unmonitoredHazards } from '../coverage.ts'
import { MONTHS_TO_EXAMINE, missedExaminations, unexaminedHazards } from '../examinations.ts'
import { isExceedance } from '../facts.ts'
import { hazardsMeasured } from '../hazards.ts'
import type { ReportOfSamples } from '../known.ts'
import { tallyOf } from '../results.ts'
import { sampleContext } from '../sample.ts'
import {
  ASSESSED,
  BY_ARITHMETIC,
  campaignRule,
  type EnvironmentContext,
  type EnvironmentRule,
  FROM_QUOTATION,
  FROM_TEXT,
  positionRule,
} from './define.ts'
import { afterCampaign, lastYear, remembering } from './knowing.ts'

const COUNTS = ['/counts/*/factor', '/counts/*/samples', '/counts/*/exceeding'] as const

/** What, beside the organisation, decides whether the campaign counts as monitoring. */
const STANDING = [
  '/campaign/productionRunning',
  '/report/number',
  '/measurements/*/instrumentId',
  '/instruments/*/instrumentId',
  '/instruments/*/calibration/certificate',
  '/instruments/*/calibration/validUntil',
] as const

const EXCEEDED = {
  exceedingFactors: ['PH-NOISE-LAEQ'],
  exceedingHazards: ['HZ-PHY-NOISE'],
  exceeding: 2,
}

/** Dust is measured as one, and is three on the list of hazards. */
const TOO_MUCH_DUST = {
  exceedingFactors: ['DU-TOT'],
  exceedingHazards: ['HZ-DUST-PART', 'HZ-DUST-ORG', 'HZ-DUST-INORG'],
  exceeding: 1,
}
const LOUD = { '/measurements/1/value': 90 } as const
/** A count beyond its limit by the word of the old form: no limit is looked up for it. */
const ONE_TOO_STRONG = { '/counts': [{ factor: 'PH-VIB-LOC-AHW', samples: 1, exceeding: 1 }] } as const
const UNNAMED = { '/positions/0/hazards': undefined, '/positions/1/hazards': undefined } as const
/** Of March 2026, filed when a year has passed. */
const FILED_LATE = { receivedAt: new Date('2027-03-20T09:00:00+07:00') }

function afterScreening(on: string, hazard: string): Partial<EnvironmentContext> {
  return remembering({ screenings: [{ to: legalDate(on), kind: 'detection', hazards: [hazard] }] })
}

/** After a report of the year that holds so many samples, those of no other campaign. */
function afterReport(samples: number, failed = 0, elsewhere = { samples: 0, failed: 0 }): Partial<EnvironmentContext> {
  const report = { id: A_REPORT, kind: 'osh-annual', period: '2026', reported: { samples, failed }, elsewhere } as const
  return remembering({ restOfYear: { hazards: [], reports: [report] } })
}

const A_REPORT = '0198f000-0000-7000-8000-0000000000b3'

function registeredWith(hazardFactors: readonly string[]): Partial<EnvironmentContext> {
  const { register } = sampleContext
  return { register: register && { ...register, hazardFactors } }
}

/** The campaign beside what else the enterprise declared: examinations, allowances, reports, the register. */
export const crossRules: readonly EnvironmentRule[] = [
  {
    id: 'ENV-142',
    kind: 'breach',
    citations: [cite('ND44-2016 37.4.b'), cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: [...ASSESSED, ...COUNTS, '/earlyExamination/doneOn'],
    needs: ['history'],
    judge: (facts) =>
      missedExaminations(facts).map(({ sampledTo, hazards }) => ({
        pointer: '/earlyExamination',
        params: { on: sampledTo, hazards: hazards.join(', ') },
      })),
    message: {
      vi: 'Đợt quan trắc ngày {on} vượt giới hạn ({hazards}) nhưng đến nay chưa khai báo khám phát hiện bệnh nghề nghiệp cho người lao động tại vị trí đó.',
      en: 'The campaign of {on} exceeded limits ({hazards}), but no screening of the workers at those positions has been declared since.',
    },
    fix: {
      vi: 'Tổ chức khám cho những người này; nếu đã khám, cơ sở khám hoặc doanh nghiệp khai báo tại /v1/disease-screenings.',
      en: 'Have them examined; if they were, the facility or the enterprise files it at /v1/disease-screenings.',
    },
    examples: {
      holds: [
        {},
        { context: afterCampaign({ ...EXCEEDED, sampledTo: legalDate('2025-03-19') }) },
        {
          context: remembering({
            campaigns: lastYear.map((campaign) => ({ ...campaign, ...EXCEEDED, sampledTo: legalDate('2025-01-10') })),
            screenings: [{ to: legalDate('2025-05-20'), kind: 'detection', hazards: ['HZ-PHY-NOISE'] }],
          }),
        },
        {
          context: remembering({
            campaigns: lastYear.map((campaign) => ({
              ...campaign,
              ...TOO_MUCH_DUST,
              sampledTo: legalDate('2025-01-10'),
            })),
            screenings: [{ to: legalDate('2025-05-20'), kind: 'detection', hazards: ['HZ-DUST-ORG'] }],
          }),
        },
        { change: ONE_TOO_STRONG },
        { change: { ...ONE_TOO_STRONG, '/earlyExamination/doneOn': '2026-05-20' }, context: FILED_LATE },
        { change: ONE_TOO_STRONG, context: { ...FILED_LATE, ...afterScreening('2027-03-11', 'HZ-PHY-VIB-HA') } },
      ],
      fails: [
        { change: ONE_TOO_STRONG, context: FILED_LATE },
        { context: afterCampaign({ ...EXCEEDED, sampledTo: legalDate('2025-01-10') }) },
        {
          context: remembering({
            campaigns: lastYear.map((campaign) => ({ ...campaign, ...EXCEEDED, sampledTo: legalDate('2025-01-10') })),
            screenings: [{ to: legalDate('2025-05-20'), kind: 'periodic', hazards: ['HZ-DUST-SILICA'] }],
          }),
        },
      ],
    },
  },

  campaignRule({
    id: 'ENV-146',
    kind: 'info',
    citations: [cite('TT24-2022-BLDTBXH 3')],
    provenance: FROM_TEXT,
    inputs: [
      ...ASSESSED,
      '/counts/*/factor',
      '/counts/*/exceeding',
      '/allowanceInKind/granted',
      '/allowanceInKind/biologicalAgents',
    ],
    at: '/allowanceInKind/granted',
    violated: ({ declaration: { allowanceInKind }, factors }) => {
      const { exceeding, advisoryExceeding } = tallyOf(factors.values())
      const owed = exceeding + advisoryExceeding > 0 || allowanceInKind?.biologicalAgents === true
      return allowanceInKind?.granted === true && !owed
    },
    message: {
      vi: 'Có bồi dưỡng bằng hiện vật nhưng không có yếu tố nào vượt giới hạn và không tiếp xúc với vi sinh vật nhóm 4 trở lên.',
      en: 'The allowance in kind is given, though nothing exceeds a limit and there are no infectious agents of class 4 or more.',
    },
    examples: {
      holds: [
        {},
        { change: { '/allowanceInKind': { granted: true, biologicalAgents: true } } },
        { change: { '/allowanceInKind/granted': true, '/measurements/1/value': 90 } },
      ],
      fails: [{ change: { '/allowanceInKind/granted': true } }],
    },
  }),

  positionRule({
    id: 'ENV-147',
    kind: 'breach',
    citations: [cite('TT24-2022-BLDTBXH 3'), cite('ND44-2016 37.4.c')],
    interval: { validFrom: legalDate('2016-07-01'), validTo: null },
    provenance: FROM_TEXT,
    inputs: [...ASSESSED, '/positions/*/heavyWork', '/positions/*/allowanceInKind', '/allowanceInKind/granted'],
    at: '/allowanceInKind',
    violated: ({ position, measurements }, { declaration }) => {
      const granted = position.allowanceInKind ?? declaration.allowanceInKind?.granted
      return position.heavyWork === true && granted === false && measurements.some(isExceedance)
    },
    message: {
      vi: 'Vị trí thứ {ordinal} là công việc nặng nhọc, độc hại, nguy hiểm có yếu tố vượt giới hạn nhưng không được bồi dưỡng bằng hiện vật.',
      en: 'Position {ordinal} is a heavy, hazardous or dangerous job beyond a limit, without the allowance in kind.',
    },
    fix: {
      vi: 'Bồi dưỡng bằng hiện vật cho người làm ở vị trí này; nếu đã thực hiện, sửa allowanceInKind.',
      en: 'Give the allowance to those who work there; if they get it, correct allowanceInKind.',
    },
    examples: {
      holds: [
        {},
        { change: { '/measurements/1/value': 90, '/positions/0/heavyWork': false } },
        { change: { '/measurements/1/value': 90, '/positions/0/allowanceInKind': true } },
        {
          change: {
            '/measurements/1/value': 90,
            '/positions/0/allowanceInKind': undefined,
            '/allowanceInKind': undefined,
          },
        },
      ],
      fails: [
        { change: { '/measurements/1/value': 90 } },
        { change: { '/measurements/1/value': 90, '/positions/0/allowanceInKind': undefined } },
      ],
    },
  }),

  campaignRule({
    id: 'ENV-170',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_QUOTATION,
    inputs: [
      '/campaign/sampledFrom',
      '/measurements/*/factor',
      '/measurements/*/cas',
      '/counts/*/factor',
      '/positions/*/hazards',
    ],
    needs: ['register', 'history'],
    at: '/measurements',
    violated: (facts) => {
      const missed = unmonitoredHazards(facts)
      return missed.length > 0 && { missed: missed.join(', ') }
    },
    message: {
      vi: 'Chưa quan trắc đủ các yếu tố có hại ({missed}): thuộc trường hợp cơ quan y tế điều tra bệnh nghề nghiệp.',
      en: 'Not all hazard factors were monitored ({missed}): a case for an investigation of occupational disease.',
    },
    examples: {
      holds: [{}, { change: { '/campaign/sampledFrom': '2026-02-10', '/positions/0/hazards': ['HZ-PHY-UV'] } }],
      fails: [{ change: { '/positions/0/hazards': ['HZ-PHY-UV'] } }],
    },
  }),

  campaignRule({
    id: 'ENV-172',
    kind: 'info',
    citations: [cite('L84-2015 21.2'), cite('TT56-2025-BYT 11.1.b')],
    interval: { validFrom: legalDate('2026-02-15'), validTo: null },
    provenance: FROM_QUOTATION,
    inputs: ['/campaign/sampledFrom', '/positions/*/hazards'],
    needs: ['register', 'history'],
    at: '/earlyExamination',
    violated: (facts) => {
      const on = facts.legalDate
      const screenings = facts.context.known.history?.screenings ?? []
      if (screenings.some(({ to }) => addMonths(to, MONTHS_TO_EXAMINE) >= on)) return false
      const hazards = declaredHazards(facts).filter((hazard) => diseasesOfHazard(hazard, on).length > 0)
      return hazards.length > 0 && { hazards: hazards.join(', ') }
    },
    message: {
      vi: 'Có yếu tố có thể gây bệnh nghề nghiệp ({hazards}) nhưng 12 tháng qua chưa khai báo đợt khám nào.',
      en: 'There are factors that may cause occupational disease ({hazards}), but no examination was declared in 12 months.',
    },
    examples: {
      holds: [
        {
          context: remembering({
            screenings: [{ to: legalDate('2025-10-20'), kind: 'periodic', hazards: ['HZ-DUST-SILICA'] }],
          }),
        },
        {
          change: { '/positions/0/hazards': undefined, '/positions/1/hazards': undefined },
          context: { register: sampleContext.register && { ...sampleContext.register, hazardFactors: [] } },
        },
      ],
      fails: [
        {},
        {
          context: remembering({
            screenings: [{ to: legalDate('2025-02-20'), kind: 'periodic', hazards: ['HZ-DUST-SILICA'] }],
          }),
        },
      ],
    },
  }),

  campaignRule({
    id: 'KB-ENV-24',
    kind: 'breach',
    citations: [cite('L84-2015 21.2'), cite('TT56-2025-BYT 6')],
    provenance: FROM_TEXT,
    inputs: [...ASSESSED, ...COUNTS, '/positions/*/workers', '/earlyExamination/doneOn'],
    needs: ['register', 'history'],
    at: '/earlyExamination',
    violated: (facts) => {
      const hazards = unexaminedHazards(facts)
      return hazards.length > 0 && { hazards: hazards.join(', ') }
    },
    message: {
      vi: 'Có người lao động tiếp xúc với yếu tố có thể gây bệnh nghề nghiệp ({hazards}) nhưng trong 12 tháng trước và sau đợt quan trắc này không khai báo đợt khám nào về yếu tố đó.',
      en: 'Workers are exposed to what may cause an occupational disease ({hazards}), but no screening for it is declared within 12 months before and after this campaign.',
    },
    fix: {
      vi: 'Tổ chức khám phát hiện bệnh nghề nghiệp; nếu đã khám, cơ sở khám hoặc doanh nghiệp khai báo tại /v1/disease-screenings.',
      en: 'Have them examined; if they were, the facility or the enterprise files it at /v1/disease-screenings.',
    },
    examples: {
      holds: [
        {},
        { change: { '/positions/0/workers': 0, '/positions/1/workers': 0 }, context: FILED_LATE },
        { context: { ...FILED_LATE, ...registeredWith(['HZ-PHY-LIGHT']) } },
        {
          context: {
            ...FILED_LATE,
            ...registeredWith(['HZ-PHY-NOISE']),
            ...afterScreening('2025-03-12', 'HZ-PHY-NOISE'),
          },
        },
        { change: ONE_TOO_STRONG, context: { ...FILED_LATE, ...registeredWith(['HZ-PHY-VIB-HA']) } },
      ],
      fails: [
        { context: FILED_LATE },
        {
          context: {
            ...FILED_LATE,
            ...registeredWith(['HZ-PHY-NOISE']),
            ...afterScreening('2025-03-10', 'HZ-PHY-NOISE'),
          },
        },
      ],
    },
  }),

  {
    id: 'KB-ENV-25',
    kind: 'info',
    citations: [cite('ND44-2016 35.4'), cite('ND44-2016 45.1')],
    provenance: FROM_TEXT,
    inputs: [...ASSESSED, ...COUNTS, '/positions/*/hazards'],
    needs: ['register'],
    judge: (facts) => {
      const registered = facts.context.register?.hazardFactors ?? []
      const declared = new Set(declaredHazards(facts))
      return (
        [...facts.factors.values()]
          .filter(({ exceeding }) => exceeding > 0)
          .map((results) => ({ factor: results.factor, hazards: hazardsMeasured(results) }))
          .filter(({ hazards }) => hazards.length > 0 && !hazards.some((hazard) => registered.includes(hazard)))
          // What no position names either is told by ENV-041, unless nobody declared anything.
          .filter(({ hazards }) => declared.size === 0 || hazards.some((hazard) => declared.has(hazard)))
          .map(({ factor }) => ({ pointer: '/measurements', params: { factor } }))
      )
    },
    message: {
      vi: 'Yếu tố {factor} vượt giới hạn nhưng sổ đăng ký của cơ sở không nêu yếu tố có hại này.',
      en: 'Factor {factor} is beyond its limit, but the register of the establishment does not name this hazard.',
    },
    fix: {
      vi: 'Cập nhật hồ sơ vệ sinh lao động và hazardFactors trong sổ đăng ký.',
      en: 'Bring the hygiene dossier and hazardFactors of the register up to date.',
    },
    examples: {
      holds: [
        {},
        { change: LOUD },
        { change: { ...LOUD, ...UNNAMED }, context: registeredWith(['HZ-DUST-SILICA']) },
        { context: registeredWith([]) },
      ],
      fails: [
        { change: LOUD, context: registeredWith(['HZ-DUST-SILICA']) },
        { change: { ...LOUD, ...UNNAMED }, context: registeredWith([]) },
      ],
    },
  },

  {
    id: 'KB-ENV-26',
    kind: 'info',
    citations: [cite('TT07-2016-BLDTBXH PL II, mục 9'), cite('TT19-2016-BYT PL 8, mục II'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...ASSESSED, ...COUNTS, ...STANDING],
    needs: ['history'],
    judge: ({ factors, standing, context: { known } }) => {
      const { samples, exceeding } = tallyOf(factors.values())
      if (!standing.counts) return []
      return (known.history?.restOfYear?.reports ?? []).flatMap((report) =>
        lacking(report, { samples, failed: exceeding }).map((params) => ({ pointer: '/measurements', params })),
      )
    },
    message: {
      vi: 'Báo cáo {report} kỳ {period} chưa gồm đợt này: ghi {reported} mẫu ({failed} mẫu không đạt), các đợt đã khai báo kể cả đợt này có {declared} ({declaredFailed}).',
      en: 'Report {report} of {period} cannot hold this campaign: it has {reported} samples ({failed} failed), the campaigns with this one have {declared} ({declaredFailed}).',
    },
    fix: {
      vi: 'Sửa đổi báo cáo đó (PUT /v1/periodic-reports/{report}); nếu báo cáo đúng thì sửa hồ sơ này.',
      en: 'Amend that report (PUT /v1/periodic-reports/{report}); if it is right, correct this filing.',
    },
    examples: {
      holds: [
        {},
        { context: afterReport(9) },
        { change: ONE_TOO_STRONG, context: afterReport(10, 1) },
        { change: { '/campaign/productionRunning': false }, context: afterReport(8) },
      ],
      fails: [
        { context: afterReport(8) },
        { change: ONE_TOO_STRONG, context: afterReport(10) },
        { context: afterReport(9, 0, { samples: 1, failed: 0 }) },
      ],
    },
  },
]

/** What a report has less than the campaigns of its period come to with this one. */
function lacking({ id, period, reported, elsewhere }: ReportOfSamples, own: ReportOfSamples['reported']) {
  const declared = elsewhere.samples + own.samples
  const declaredFailed = elsewhere.failed + own.failed
  if (reported.samples >= declared && reported.failed >= declaredFailed) return []
  return [{ report: id, period, reported: reported.samples, failed: reported.failed, declared, declaredFailed }]
}
