import type { Count } from './count.ts'
import {
  accidents,
  accidentsOfRegister,
  accidentsOfReporting,
  campaigns,
  ofRegister,
  register,
  reports,
  rounds,
  type YearlyReport,
} from './sources.ts'

/** What indicators are made of. Titles say exactly what is counted, because plans do not. */

const IS_FATAL = 'f.deaths > 0'
const HAS_HAZARDS = 'cardinality(f.hazard_factors) > 0'
const IS_OF_HIGH_RISK = 'cardinality(f.high_risk) > 0'

/** Mining, construction and building materials by VSIC, whose sections B and F are the same in 2018 and 2025. */
const IS_OF_NAMED_INDUSTRIES = "f.industry ~ '^(0[5-9]|23|4[1-3]|B|F)'"

const cells = (...lines: readonly string[]) =>
  lines.map((line) => `coalesce((f.figures->>'${line}')::numeric, 0)`).join(' + ')
/** Groups that plans name: strictly regulated jobs, safety staff, medical staff, safety representatives. */
const NAMED_GROUPS = [2, 3, 5, 6]

/** Workers up to which an enterprise of industry is small or medium (Decree 80/2021, Art. 5), as we read the plans. */
const MOST_WORKERS_OF_MEDIUM = 200

export const fatalKnown: Count = {
  id: 'fatal-known',
  title: { vi: 'Số vụ tai nạn lao động chết người đã biết', en: 'Fatal accidents known' },
  source: accidents,
  value: 'count(*)',
  where: IS_FATAL,
}

export const fatalDeclared: Count = {
  id: 'fatal-declared',
  title: {
    vi: 'Số vụ chết người mà hồ sơ đầu tiên do chính người sử dụng lao động hoặc xã khai báo',
    en: 'Fatal accidents first declared by the employer or commune itself',
  },
  source: accidents,
  value: 'count(*)',
  // Who first told of it: what an office recorded does not become declared by being amended later.
  where: `${IS_FATAL} and not coalesce((select first.on_behalf from accident_fact first
    where first.tenant_id = f.tenant_id and first.declaration_id = f.declaration_id and first.seq = 1), f.on_behalf)`,
}

export const fatalInvestigated: Count = {
  id: 'fatal-investigated',
  title: {
    vi: 'Số vụ chết người đã công bố biên bản điều tra',
    en: 'Fatal accidents whose minutes of investigation were announced',
  },
  source: accidents,
  value: 'count(*)',
  where: `${IS_FATAL} and f.announced_on is not null`,
}

export const fatalHandled: Count = {
  id: 'fatal-handled',
  title: {
    vi: 'Số vụ chết người đã có kết luận và đã gửi biên bản đến ít nhất một nơi nhận',
    en: 'Fatal accidents with a conclusion whose minutes were sent to one recipient at least',
  },
  source: accidents,
  value: 'count(*)',
  where: `${IS_FATAL} and f.conclusion is not null and f.minutes_sent_on is not null`,
}

export const fatalInNamedIndustries: Count = {
  id: 'fatal-in-named-industries',
  title: {
    vi: 'Số vụ chết người trong xây dựng, khai khoáng, sản xuất vật liệu xây dựng',
    en: 'Fatal accidents in construction, mining and building materials',
  },
  source: accidents,
  value: 'count(*)',
  where: `${IS_FATAL} and ${IS_OF_NAMED_INDUSTRIES}`,
}

export const fatalOfReporting: Count = {
  id: 'fatal-of-reporting',
  title: {
    vi: 'Số vụ tai nạn lao động chết người của các doanh nghiệp đã gửi báo cáo tai nạn lao động cả năm, theo nơi đặt trụ sở chính, dù xảy ra ở đâu',
    en: 'Fatal accidents of the enterprises that sent the yearly summary of accidents, by head office, wherever they happened',
  },
  source: accidentsOfReporting,
  value: 'count(*)',
  where: IS_FATAL,
}

export const workersReported: Count = {
  id: 'workers-reported',
  title: {
    vi: 'Số lao động của các doanh nghiệp đó, theo báo cáo',
    en: 'Workers of these enterprises, as they reported',
  },
  source: reports('accident-summary'),
  value: 'sum(f.workers)',
}

export const fatalOfRegister: Count = {
  ...fatalOfReporting,
  id: 'fatal-of-register',
  title: {
    vi: 'Số vụ tai nạn lao động chết người của các doanh nghiệp trong sổ đăng ký, theo nơi đặt trụ sở chính, dù xảy ra ở đâu',
    en: 'Fatal accidents of the enterprises in the register, by head office, wherever they happened',
  },
  source: accidentsOfRegister,
}

export const fatalWithoutContract: Count = {
  id: 'fatal-without-contract',
  title: {
    vi: 'Số vụ chết người của người làm việc không theo hợp đồng lao động do xã khai báo, theo nơi xảy ra, không nằm trong tỷ lệ',
    en: 'Fatal accidents of workers without contract, declared by communes, by place, which the rate leaves out',
  },
  source: accidents,
  value: 'count(*)',
  where: `${IS_FATAL} and exists (select from tenant where tenant.id = f.tenant_id and tenant.kind = 'commune')`,
}

export const workersRegistered: Count = {
  id: 'workers-registered',
  title: {
    vi: 'Số lao động của các doanh nghiệp đó, hiện ghi trong sổ đăng ký',
    en: 'Workers of these enterprises, as the register has them now',
  },
  source: register,
  value: 'sum(f.workers)',
}

export const personsExamined: Count = {
  id: 'persons-examined',
  title: {
    vi: 'Số người được khám phát hiện, mỗi người một lần trong đợt',
    en: 'Persons examined, each once in a round',
  },
  source: rounds,
  value: 'sum(f.examined)',
}

export const personsExposed: Count = {
  id: 'persons-exposed',
  title: {
    vi: 'Số người tiếp xúc mà các đợt khám khai, mỗi người một lần trong đợt',
    en: 'Exposed persons as the rounds declare them, each once in a round',
  },
  source: rounds,
  value: 'sum(f.exposed)',
}

export const personsExaminedAtRisk: Count = {
  ...personsExamined,
  id: 'persons-examined-at-risk',
  title: {
    vi: 'Số người được khám của doanh nghiệp mà sổ đăng ký hiện ghi có yếu tố có hại, theo nơi đặt trụ sở chính',
    en: 'Persons examined of enterprises that the register now says have harmful factors, by head office',
  },
  source: ofRegister(rounds),
  where: HAS_HAZARDS,
}

export const workersAtRisk: Count = {
  id: 'workers-at-risk',
  title: {
    vi: 'Số lao động của doanh nghiệp mà sổ đăng ký hiện ghi có yếu tố có hại',
    en: 'Workers of enterprises that the register now says have harmful factors',
  },
  source: register,
  value: 'sum(f.workers)',
  where: HAS_HAZARDS,
}

export const enterprisesMonitored: Count = {
  id: 'enterprises-monitored',
  title: { vi: 'Số doanh nghiệp được quan trắc', en: 'Enterprises monitored' },
  source: campaigns,
  value: 'count(distinct f.tenant_id)',
}

export const highRiskMonitored: Count = {
  ...enterprisesMonitored,
  id: 'high-risk-monitored',
  title: {
    vi: 'Số doanh nghiệp ngành nguy cơ cao được quan trắc, theo nơi đặt trụ sở chính',
    en: 'Enterprises in high-risk sectors monitored, by head office',
  },
  source: ofRegister(campaigns),
  where: IS_OF_HIGH_RISK,
}

export const hazardousMonitored: Count = {
  ...enterprisesMonitored,
  id: 'hazardous-monitored',
  title: {
    vi: 'Số doanh nghiệp có yếu tố có hại được quan trắc, theo nơi đặt trụ sở chính',
    en: 'Enterprises with harmful factors monitored, by head office',
  },
  source: ofRegister(campaigns),
  where: HAS_HAZARDS,
}

const enterprises: Count = {
  id: 'enterprises',
  title: { vi: 'Số doanh nghiệp trong sổ đăng ký', en: 'Enterprises in the register' },
  source: register,
  value: 'count(*)',
}

export const enterprisesRegistered: Count = enterprises

export const enterprisesOfHighRisk: Count = {
  ...enterprises,
  id: 'enterprises-of-high-risk',
  title: {
    vi: 'Số doanh nghiệp mà sổ đăng ký hiện ghi thuộc ngành nguy cơ cao (Điều 8 Thông tư 07/2016/TT-BLĐTBXH)',
    en: 'Enterprises that the register now says are in a high-risk sector (Circular 07/2016, Art. 8)',
  },
  where: IS_OF_HIGH_RISK,
}

export const highRiskWithoutHazards: Count = {
  ...enterprises,
  id: 'high-risk-without-hazards',
  title: {
    vi: 'Trong đó chưa khai yếu tố có hại nào',
    en: 'Of these, without any harmful factor declared',
  },
  where: `${IS_OF_HIGH_RISK} and cardinality(f.hazard_factors) = 0`,
}

export const enterprisesWithHazards: Count = {
  ...enterprises,
  id: 'enterprises-with-hazards',
  title: {
    vi: 'Số doanh nghiệp mà sổ đăng ký hiện ghi có yếu tố có hại',
    en: 'Enterprises that the register now says have harmful factors',
  },
  where: HAS_HAZARDS,
}

export const enterprisesWithoutHazards: Count = {
  ...enterprises,
  id: 'enterprises-without-hazards',
  title: {
    vi: 'Số doanh nghiệp chưa khai yếu tố có hại nào, không nằm trong mẫu số',
    en: 'Enterprises without any harmful factor declared, which the denominator leaves out',
  },
  where: 'cardinality(f.hazard_factors) = 0',
}

export const namedGroupsTrained: Count = {
  id: 'named-groups-trained',
  title: {
    vi: 'Số người nhóm 2, 3, 5, 6 được huấn luyện trong năm, theo báo cáo năm',
    en: 'Persons of groups 2, 3, 5 and 6 trained in the year, by yearly reports',
  },
  source: reports('osh-annual'),
  value: `sum(${cells(...NAMED_GROUPS.map((group) => `5.${group}.trained`))})`,
}

export const namedGroupsPresent: Count = {
  ...namedGroupsTrained,
  id: 'named-groups-present',
  title: {
    vi: 'Số người nhóm 2, 3, 5, 6 hiện có, theo báo cáo năm',
    en: 'Persons of groups 2, 3, 5 and 6 present, by yearly reports',
  },
  value: `sum(${cells(...NAMED_GROUPS.map((group) => `5.${group}.present`))})`,
}

export const firstAidersTrained: Count = {
  ...namedGroupsTrained,
  id: 'first-aiders-trained',
  title: {
    vi: 'Số người sơ cứu, cấp cứu được huấn luyện, theo báo cáo năm',
    en: 'First-aiders trained, by yearly reports',
  },
  value: `sum(${cells('M.firstAiders.trained')})`,
}

export const firstAidersPresent: Count = {
  ...namedGroupsTrained,
  id: 'first-aiders-present',
  title: { vi: 'Số người sơ cứu, cấp cứu, theo báo cáo năm', en: 'First-aiders present, by yearly reports' },
  value: `sum(${cells('M.firstAiders.present')})`,
}

const IS_COOPERATIVE_AT_RISK = `f.cooperative and ${IS_OF_HIGH_RISK}`

export const cooperativesInformed: Count = {
  id: 'cooperatives-informed',
  title: {
    vi: 'Số hợp tác xã nguy cơ cao báo cáo đã được tiếp cận thông tin',
    en: 'Cooperatives at high risk that report to have been informed',
  },
  source: ofRegister(reports('osh-annual')),
  value: 'count(distinct f.tenant_id)',
  where: `${cells('M.informed')} = 1 and ${IS_COOPERATIVE_AT_RISK}`,
}

export const cooperativesOfHighRisk: Count = {
  ...enterprises,
  id: 'cooperatives-of-high-risk',
  title: {
    vi: 'Số hợp tác xã thuộc ngành nguy cơ cao trong sổ đăng ký',
    en: 'Cooperatives in high-risk sectors in the register',
  },
  where: IS_COOPERATIVE_AT_RISK,
}

export const smallApplying: Count = {
  id: 'small-applying',
  title: {
    vi: 'Số doanh nghiệp nhỏ và vừa báo cáo có áp dụng nội dung cơ bản của hệ thống quản lý',
    en: 'Small and medium enterprises that report to apply the basics of a management system',
  },
  source: reports('osh-annual'),
  value: 'count(distinct f.tenant_id)',
  where: `f.workers <= ${MOST_WORKERS_OF_MEDIUM} and ${cells('M.oshSystem')} = 1`,
}

export const smallReporting: Count = {
  ...smallApplying,
  id: 'small-reporting',
  title: {
    vi: 'Số doanh nghiệp nhỏ và vừa (đến 200 lao động) đã gửi báo cáo năm',
    en: 'Small and medium enterprises (up to 200 workers) that sent the yearly report',
  },
  where: `f.workers <= ${MOST_WORKERS_OF_MEDIUM}`,
}

/** Yearly reports of one kind received in time. */
export function reportedInTime(kind: YearlyReport): Count {
  return {
    id: `reported-in-time-${kind}`,
    title: {
      vi: 'Số doanh nghiệp gửi báo cáo cả năm đúng hạn',
      en: 'Enterprises that sent the report on the year in time',
    },
    source: ofRegister(reports(kind)),
    value: 'count(distinct f.tenant_id)',
    where: 'f.timely',
  }
}
