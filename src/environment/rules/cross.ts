import { addMonths } from '../../law/calendar.ts'
import { cite } from '../../law/citation.ts'
import { diseasesOfHazard } from '../../law/disease-hazards.ts'
import { legalDate } from '../../reference/legal-date.ts'
import { declaredHazards, unmonitoredHazards } from '../coverage.ts'
import { isExceedance } from '../facts.ts'
import { tallyOf } from '../results.ts'
import { sampleContext } from '../sample.ts'
import { ASSESSED, campaignRule, type EnvironmentRule, FROM_QUOTATION, FROM_TEXT, positionRule } from './define.ts'
import { afterCampaign, lastYear, remembering } from './knowing.ts'

/** Ours, for the law sets no day: the workers are examined within the next yearly round. */
const MONTHS_TO_EXAMINE = 12

const EXCEEDED = {
  exceedingFactors: ['PH-NOISE-LAEQ'],
  exceedingHazards: ['HZ-PHY-NOISE'],
  exceeding: 2,
}

/** The campaign beside what else the enterprise declared: examinations, allowances, the register. */
export const crossRules: readonly EnvironmentRule[] = [
  {
    id: 'ENV-142',
    kind: 'breach',
    citations: [cite('ND44-2016 37.4.b'), cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: ['/campaign/sampledFrom'],
    needs: ['history'],
    judge: ({ context: { known }, legalDate: on }) => {
      const { campaigns = [], screenings = [] } = known.history ?? {}
      return campaigns.flatMap(({ sampledTo, exceedingHazards }) => {
        // Only hazards that cause a disease of the list are screened for.
        const hazards = exceedingHazards.filter((hazard) => diseasesOfHazard(hazard, on).length > 0)
        const screened = screenings.filter(({ to }) => to >= sampledTo).flatMap((screening) => screening.hazards)
        const missed = hazards.filter((hazard) => !screened.includes(hazard))
        return missed.length > 0 && addMonths(sampledTo, MONTHS_TO_EXAMINE) < on
          ? [{ pointer: '/earlyExamination', params: { on: sampledTo, hazards: missed.join(', ') } }]
          : []
      })
    },
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
      ],
      fails: [
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
    needs: ['register'],
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
]
