import { PERIODIC_REPORTS } from '../law/periodic-report-duties.ts'
import type { Bilingual } from '../reference/code-list.ts'

/** Closed vocabularies of obligations. */

export const DUTIES = [
  'declaration',
  'commune-notice',
  'completion',
  'scene-visit',
  'investigation',
  'commune-record',
  'minutes',
  'supplementary-declaration',
  'police-notice',
  'hand-over',
  'compensation-decision',
  'compensation-payment',
  'compensation-file',
  'incident-declaration',
  'accident-declaration',
  'notice-to-local-committee',
  'specialised-declaration',
  'commune-report',
  'results',
  'assessment-referral',
  'periodic-examination',
  'detection-examination',
  'publication',
  'corrective-measures',
  'early-examination',
  'monitoring',
  ...PERIODIC_REPORTS,
  'programme-report',
] as const
export type Duty = (typeof DUTIES)[number]

export const SOURCE_KINDS = [
  'accident',
  'incident',
  'disease',
  'environment',
  'enterprise',
  'commune',
  'office',
  'monitor',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
/** What happens somewhere: the offices of the place are in charge, not those of the head office. */
export const OF_EVENTS: readonly SourceKind[] = ['accident', 'incident']

export const PARTIES = [
  'enterprise',
  'family',
  'commune',
  'labour-office',
  'health-office',
  'labour-and-health-office',
  'facility',
  'monitoring-organisation',
  'ministry',
  'ministry-of-health',
  'provincial-committee',
  'police',
  'provincial-team',
  'local-committee',
  'specialised-authority',
  'victim',
  'worker',
  'parties-concerned',
  'public',
] as const
export type Party = (typeof PARTIES)[number]

export const STATUSES = ['due', 'due-soon', 'overdue', 'done-on-time', 'done-late', 'waived'] as const
export type ObligationStatus = (typeof STATUSES)[number]

/** What the party has to do, and the office that watches over it. */
export const DUTY_NAMES: Readonly<Record<Duty, Bilingual & { readonly office: 'labour-office' | 'health-office' }>> = {
  declaration: named('khai báo tai nạn lao động', 'declare the work accident'),
  'commune-notice': named(
    'báo cơ quan lao động cấp tỉnh về tai nạn của người lao động làm việc không theo hợp đồng',
    'tell the provincial labour authority of the accident of workers without contract',
  ),
  completion: named('bổ sung đầy đủ bản khai báo ban đầu', 'complete the first notice'),
  'scene-visit': named('cử người đến hiện trường tai nạn', 'send someone to the scene of the accident'),
  investigation: named(
    'công bố biên bản điều tra tai nạn lao động',
    'announce the minutes of the accident investigation',
  ),
  'commune-record': named('lập biên bản ghi nhận sự việc', 'write a record of the event'),
  minutes: named(
    'gửi biên bản điều tra và biên bản cuộc họp công bố',
    'send the minutes of the investigation and of the announcement meeting',
  ),
  'supplementary-declaration': named(
    'khai báo bổ sung tình trạng nặng hơn của nạn nhân',
    'declare the graver condition of the victim',
  ),
  'police-notice': named('báo cơ quan Công an về người chết', 'tell the police of the death'),
  'hand-over': named(
    'bàn giao hồ sơ điều tra cấp cơ sở cho Đoàn điều tra cấp tỉnh',
    'hand the file of the investigation over to the provincial team',
  ),
  'compensation-decision': named('ra quyết định bồi thường hoặc trợ cấp', 'decide on the compensation or allowance'),
  'compensation-payment': named('chi trả tiền bồi thường hoặc trợ cấp', 'pay the compensation or allowance'),
  'compensation-file': named('gửi hồ sơ bồi thường hoặc trợ cấp', 'send the file of the compensation or allowance'),
  'incident-declaration': named('khai báo sự cố kỹ thuật', 'declare the technical incident'),
  'accident-declaration': named(
    'khai báo tai nạn lao động do sự cố kỹ thuật gây ra',
    'declare the work accident that the technical incident caused',
  ),
  'notice-to-local-committee': named(
    'báo Ủy ban nhân dân nơi xảy ra sự cố',
    "tell the People's Committee where the incident happened",
  ),
  'specialised-declaration': named(
    'khai báo sự cố theo pháp luật chuyên ngành',
    'declare the incident as the specialised law says',
  ),
  'commune-report': named(
    'báo cáo Sở Nội vụ về sự cố liên quan nhiều cơ sở, địa phương',
    'report the incident that involves several establishments or localities to the Department of Home Affairs',
  ),
  results: named('trả kết quả khám bệnh nghề nghiệp', 'return the results of the examination', 'health-office'),
  'assessment-referral': named(
    'giới thiệu người mắc bệnh nghề nghiệp đi khám giám định',
    'refer the diagnosed to assessment',
    'health-office',
  ),
  'periodic-examination': named(
    'khám sức khỏe định kỳ, khám phát hiện bệnh nghề nghiệp lần tiếp theo',
    'hold the next periodic examination, with that for occupational diseases',
    'health-office',
  ),
  'detection-examination': named(
    'khám phát hiện bệnh nghề nghiệp cho người tiếp xúc yếu tố có hại',
    'examine those exposed to hazard factors for occupational diseases',
    'health-office',
  ),
  publication: named(
    'công khai kết quả quan trắc tại nơi làm việc',
    'publish the results of the monitoring at the workplace',
    'health-office',
  ),
  'corrective-measures': named(
    'cải thiện điều kiện lao động tại các vị trí vượt giới hạn',
    'improve conditions at the positions above the limit',
    'health-office',
  ),
  'early-examination': named(
    'khám phát hiện sớm bệnh nghề nghiệp cho người làm việc tại vị trí vượt giới hạn',
    'examine the workers at the positions above the limit for early signs of occupational disease',
    'health-office',
  ),
  monitoring: named('quan trắc môi trường lao động', 'monitor the workplace environment', 'health-office'),
  'accident-summary': named('báo cáo tổng hợp tình hình tai nạn lao động', 'report the summary of work accidents'),
  'occupational-health': named('báo cáo y tế lao động', 'report on occupational health', 'health-office'),
  'osh-annual': named('báo cáo công tác an toàn, vệ sinh lao động', 'report on occupational safety and health work'),
  'environment-annual': named(
    'báo cáo về quan trắc môi trường lao động',
    'report the monitoring of the workplace environment',
    'health-office',
  ),
  'monitor-annual': named(
    'báo cáo hoạt động quan trắc môi trường lao động',
    'report its activity in monitoring workplaces',
    'health-office',
  ),
  'commune-accident-summary': named(
    'báo cáo tai nạn của người lao động làm việc không theo hợp đồng',
    'report the accidents of workers without contract',
  ),
  'province-accident-summary': named(
    'báo cáo tổng hợp tình hình tai nạn lao động trên địa bàn',
    'report the work accidents of the province',
  ),
  'province-accident-publication': named(
    'công bố tình hình tai nạn lao động trên địa bàn',
    'publish the work accidents of the province',
  ),
  'province-osh-summary': named(
    'báo cáo tổng hợp công tác an toàn, vệ sinh lao động trên địa bàn',
    'report the safety and health work of the province',
  ),
  'province-health-summary': named(
    'báo cáo tổng hợp y tế lao động trên địa bàn',
    'report the occupational health of the province',
    'health-office',
  ),
  'programme-report': named(
    'báo cáo kết quả thực hiện chương trình an toàn, vệ sinh lao động',
    'report the results of the safety and health programme',
  ),
}

export const PARTY_NAMES: Readonly<Record<Party, Bilingual>> = {
  enterprise: { vi: 'Người sử dụng lao động', en: 'The employer' },
  family: { vi: 'Gia đình nạn nhân hoặc người phát hiện', en: 'The family of the victim, or whoever found out' },
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: "The commune's People's Committee" },
  'labour-office': { vi: 'Sở Nội vụ', en: 'The Department of Home Affairs' },
  'health-office': { vi: 'Sở Y tế', en: 'The Department of Health' },
  'labour-and-health-office': { vi: 'Sở Nội vụ và Sở Y tế', en: 'The Departments of Home Affairs and of Health' },
  facility: { vi: 'Cơ sở khám bệnh nghề nghiệp', en: 'The examination facility' },
  'monitoring-organisation': { vi: 'Tổ chức quan trắc', en: 'The monitoring organisation' },
  ministry: { vi: 'Bộ Nội vụ', en: 'The Ministry of Home Affairs' },
  'ministry-of-health': { vi: 'Bộ Y tế', en: 'The Ministry of Health' },
  'provincial-committee': { vi: 'Ủy ban nhân dân cấp tỉnh', en: "The province's People's Committee" },
  police: { vi: 'Cơ quan Công an', en: 'The police' },
  'provincial-team': { vi: 'Đoàn điều tra cấp tỉnh', en: 'The provincial investigation team' },
  'local-committee': {
    vi: 'Ủy ban nhân dân nơi xảy ra sự cố',
    en: "The People's Committee where the incident happened",
  },
  'specialised-authority': {
    vi: 'Cơ quan có thẩm quyền theo luật chuyên ngành',
    en: 'The authority named by the specialised law',
  },
  victim: { vi: 'Nạn nhân hoặc gia đình', en: 'The victim or the family' },
  worker: { vi: 'Người lao động', en: 'The workers' },
  'parties-concerned': { vi: 'Các bên liên quan', en: 'Those concerned' },
  public: { vi: 'Công chúng', en: 'The public' },
}

/** Why a party is expected to do something; `{}` holds the parameters. */
export const REASONS = {
  'declared-accident': {
    vi: 'vụ tai nạn ngày {on} đã được ghi nhận',
    en: 'the accident of {on} is on record',
  },
  'recorded-by-office': {
    vi: 'cơ quan ghi nhận vụ tai nạn ngày {on} qua nguồn tin khác ({channel}), cơ sở chưa tự khai báo',
    en: 'an office recorded the accident of {on} from another source ({channel}), the enterprise had not declared it',
  },
  'declared-incident': {
    vi: 'sự cố kỹ thuật ngày {on} đã được ghi nhận',
    en: 'the technical incident of {on} is on record',
  },
  'incident-recorded-by-office': {
    vi: 'cơ quan ghi nhận sự cố kỹ thuật ngày {on} qua nguồn tin khác ({channel}), cơ sở chưa tự khai báo',
    en: 'an office recorded the technical incident of {on} from another source ({channel}), the enterprise had not declared it',
  },
  'first-notice': { vi: 'ngày {on} mới có báo tin ban đầu', en: 'on {on} only a first notice was given' },
  worsened: { vi: 'ngày {on} biết tình trạng nạn nhân nặng hơn', en: 'on {on} the condition was known to be graver' },
  announced: { vi: 'biên bản điều tra được công bố ngày {on}', en: 'the minutes were announced on {on}' },
  assessed: { vi: 'có kết luận giám định ngày {on}', en: 'the medical board concluded on {on}' },
  decided: { vi: 'quyết định bồi thường, trợ cấp ngày {on}', en: 'the compensation was decided on {on}' },
  examined: { vi: 'đợt khám kết thúc ngày {on}', en: 'a round of examinations ended on {on}' },
  diagnosed: {
    vi: 'đợt khám kết thúc ngày {on} phát hiện {cases} người thuộc diện giám định',
    en: 'the round that ended on {on} found {cases} to be assessed',
  },
  sampled: { vi: 'đợt quan trắc kết thúc ngày {on}', en: 'a monitoring campaign ended on {on}' },
  exceeded: {
    vi: 'đợt quan trắc ngày {on} có {positions} vị trí vượt giới hạn',
    en: 'the campaign of {on} found {positions} positions above a limit',
  },
  'accidents-in-period': {
    vi: 'cơ sở có {accidents} vụ tai nạn trong kỳ đã được khai báo',
    en: 'accidents of the period were declared: {accidents}',
  },
  'declared-hazards': {
    vi: 'cơ sở đăng ký {hazards} yếu tố có hại tại nơi làm việc',
    en: 'it registered hazard factors at work: {hazards}',
  },
  'monitored-before': {
    vi: 'đợt quan trắc ngày {on} cho thấy có yếu tố có hại',
    en: 'a campaign of {on} measured hazard factors',
  },
  'employs-workers': { vi: 'cơ sở đăng ký sử dụng {workers} lao động', en: 'it registered {workers} workers' },
  registered: {
    vi: 'cơ sở có tên trong danh bạ, chưa khai số lao động',
    en: 'it is in the register, without a number of workers',
  },
  reported: { vi: 'cơ sở đã gửi báo cáo của kỳ', en: 'it sent the report of the period' },
  'may-monitor': {
    vi: 'tổ chức đủ điều kiện quan trắc trong năm',
    en: 'it was eligible to monitor workplaces in the year',
  },
  'keeps-the-commune': {
    vi: 'Ủy ban nhân dân xã quản lý lao động không theo hợp đồng trên địa bàn',
    en: 'it looks after the workers without contract of the commune',
  },
  'keeps-the-province': { vi: 'cơ quan phụ trách địa bàn tỉnh', en: 'it is in charge of the province' },
  programme: { vi: '{programme}', en: '{programme}' },
} as const satisfies Record<string, Bilingual>
export type ReasonCode = keyof typeof REASONS

/** Codes of channels in words. */
export const CHANNEL_NAMES: Readonly<Record<string, Bilingual>> = {
  POLICE: { vi: 'Công an', en: 'police' },
  PRESS: { vi: 'báo chí', en: 'press' },
  HOSPITAL: { vi: 'bệnh viện', en: 'hospital' },
}

function named(vi: string, en: string, office: 'labour-office' | 'health-office' = 'labour-office') {
  return { vi, en, office }
}
