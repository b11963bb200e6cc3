import type { Text } from '../rules/rule.ts'
import { type Count, nameStatements } from './count.ts'
import * as counts from './counts.ts'
import type { YearlyReport } from './sources.ts'

interface Head {
  readonly id: string
  readonly title: Text
  /** A number to be read beside the ratio. */
  readonly beside?: Count
}

/** Two numbers of one population. */
export interface Basis {
  readonly numerator: Count
  readonly denominator: Count
}

/** `per` of the denominator: 100 gives percent. */
export interface Share extends Head, Basis {
  readonly kind: 'share'
  readonly per: number
  /** Where the first basis tells nothing. */
  readonly otherwise?: Basis
}

/** By how many percent a number grew on the year before, which is the denominator. */
export interface Growth extends Head {
  readonly kind: 'growth'
  readonly numerator: Count
}

/** A number of the year by itself. */
export interface Plain extends Head {
  readonly kind: 'number'
  readonly numerator: Count
}

export type Indicator = Share | Growth | Plain

const PERCENT = 100
const PER_WORKERS = 100_000

function ofFatal(id: string, title: Text, numerator: Count): Share {
  return { id, kind: 'share', title, numerator, denominator: counts.fatalKnown, per: PERCENT }
}

function inTime(kind: YearlyReport, report: Text): Share {
  return {
    id: `reports-in-time-${kind}`,
    kind: 'share',
    title: {
      vi: `Tỷ lệ doanh nghiệp gửi ${report.vi} đúng hạn`,
      en: `Share of enterprises that sent the ${report.en} in time`,
    },
    numerator: counts.reportedInTime(kind),
    denominator: counts.enterprisesRegistered,
    per: PERCENT,
  }
}

/** Every indicator that is answered; ratios of one plan with several readings stand beside each other. */
export const indicators: readonly [Indicator, ...Indicator[]] = [
  ofFatal(
    'fatal-accidents-declared',
    { vi: 'Tỷ lệ vụ tai nạn lao động chết người được khai báo', en: 'Share of fatal accidents declared' },
    counts.fatalDeclared,
  ),
  ofFatal(
    'fatal-accidents-investigated',
    { vi: 'Tỷ lệ vụ tai nạn lao động chết người được điều tra', en: 'Share of fatal accidents investigated' },
    counts.fatalInvestigated,
  ),
  ofFatal(
    'fatal-accidents-handled',
    { vi: 'Tỷ lệ vụ tai nạn lao động chết người được xử lý', en: 'Share of fatal accidents dealt with' },
    counts.fatalHandled,
  ),
  {
    id: 'fatal-accidents-in-named-industries',
    kind: 'number',
    title: {
      vi: 'Số vụ tai nạn lao động chết người trong xây dựng, khai khoáng, sản xuất vật liệu xây dựng',
      en: 'Fatal accidents in construction, mining and building materials',
    },
    numerator: counts.fatalInNamedIndustries,
  },
  {
    id: 'fatal-accident-rate',
    kind: 'share',
    title: {
      vi: 'Số vụ tai nạn lao động chết người trên 100.000 lao động',
      en: 'Fatal accidents per 100,000 workers',
    },
    // Decree 39/2016, Annex XIV: the workers of the establishments that report; the register where nobody did.
    numerator: counts.fatalOfReporting,
    denominator: counts.workersReported,
    otherwise: { numerator: counts.fatalOfRegister, denominator: counts.workersRegistered },
    per: PER_WORKERS,
    beside: counts.fatalWithoutContract,
  },
  {
    id: 'examined-of-exposed',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ người tiếp xúc được khám phát hiện bệnh nghề nghiệp, trên số người tiếp xúc đã khai',
      en: 'Share examined for occupational diseases of the exposed persons declared',
    },
    numerator: counts.personsExamined,
    denominator: counts.personsExposed,
    per: PERCENT,
  },
  {
    id: 'examined-of-workers-at-risk',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ được khám phát hiện bệnh nghề nghiệp, trên số lao động của doanh nghiệp có nguy cơ',
      en: 'Share examined for occupational diseases of all workers of enterprises at risk',
    },
    numerator: counts.personsExaminedAtRisk,
    denominator: counts.workersAtRisk,
    per: PERCENT,
    beside: counts.enterprisesWithoutHazards,
  },
  {
    id: 'monitored-of-high-risk',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ doanh nghiệp ngành nguy cơ cao được quan trắc môi trường lao động',
      en: 'Share of enterprises in high-risk sectors whose environment was monitored',
    },
    numerator: counts.highRiskMonitored,
    denominator: counts.enterprisesOfHighRisk,
    per: PERCENT,
    beside: counts.highRiskWithoutHazards,
  },
  {
    id: 'monitored-of-hazardous',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ doanh nghiệp có yếu tố có hại được quan trắc môi trường lao động',
      en: 'Share of enterprises with harmful factors whose environment was monitored',
    },
    numerator: counts.hazardousMonitored,
    denominator: counts.enterprisesWithHazards,
    per: PERCENT,
    beside: counts.enterprisesWithoutHazards,
  },
  {
    id: 'examined-growth',
    kind: 'growth',
    title: {
      vi: 'Mức tăng số người được khám phát hiện bệnh nghề nghiệp so với năm trước',
      en: 'Growth of the number examined for occupational diseases on the year before',
    },
    numerator: counts.personsExamined,
  },
  {
    id: 'monitored-growth',
    kind: 'growth',
    title: {
      vi: 'Mức tăng số doanh nghiệp được quan trắc môi trường lao động so với năm trước',
      en: 'Growth of the number of enterprises monitored on the year before',
    },
    numerator: counts.enterprisesMonitored,
  },
  {
    id: 'named-groups-trained',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ người làm việc có yêu cầu nghiêm ngặt, làm công tác an toàn, y tế, an toàn vệ sinh viên được huấn luyện',
      en: 'Share trained of workers in strictly regulated jobs, safety and medical staff and safety representatives',
    },
    numerator: counts.namedGroupsTrained,
    denominator: counts.namedGroupsPresent,
    per: PERCENT,
  },
  {
    id: 'first-aiders-trained',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ lực lượng sơ cứu, cấp cứu tại nơi làm việc được huấn luyện',
      en: 'Share of first-aiders at the workplace who were trained',
    },
    numerator: counts.firstAidersTrained,
    denominator: counts.firstAidersPresent,
    per: PERCENT,
  },
  {
    id: 'cooperatives-informed',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ hợp tác xã nguy cơ cao được tiếp cận thông tin',
      en: 'Share of cooperatives at high risk that were informed',
    },
    numerator: counts.cooperativesInformed,
    denominator: counts.cooperativesOfHighRisk,
    per: PERCENT,
  },
  {
    id: 'small-enterprises-applying',
    kind: 'share',
    title: {
      vi: 'Tỷ lệ doanh nghiệp nhỏ và vừa áp dụng nội dung cơ bản của hệ thống quản lý an toàn, vệ sinh lao động',
      en: 'Share of small and medium enterprises that apply the basics of safety and health management',
    },
    numerator: counts.smallApplying,
    denominator: counts.smallReporting,
    per: PERCENT,
  },
  inTime('accident-summary', { vi: 'báo cáo tai nạn lao động cả năm', en: 'yearly summary of accidents' }),
  inTime('osh-annual', { vi: 'báo cáo an toàn, vệ sinh lao động', en: 'yearly report on safety and health' }),
  inTime('occupational-health', { vi: 'báo cáo y tế lao động cả năm', en: 'yearly report on occupational health' }),
]

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))

export const INDICATOR_IDS = indicators.map(({ id }) => id) as [string, ...string[]]

/** @throws Error for an id that no indicator has: a defect of ours. */
export function indicatorOf(id: string): Indicator {
  const indicator = byId.get(id)
  if (indicator === undefined) throw new Error(`no indicator ${id}`)
  return indicator
}

/** Every count an indicator is made of. */
export function countsOf(indicator: Indicator): readonly Count[] {
  return [
    ...(indicator.kind === 'share' ? basesOf(indicator) : [indicator.numerator]),
    ...(indicator.beside ? [indicator.beside] : []),
  ]
}

function basesOf({ numerator, denominator, otherwise }: Share): readonly Count[] {
  return [numerator, denominator, ...(otherwise ? [otherwise.numerator, otherwise.denominator] : [])]
}

for (const count of new Set(indicators.flatMap(countsOf))) nameStatements(count)
