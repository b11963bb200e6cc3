import { cite } from '../../law/citation.ts'
import { type AccidentRule, declarationRule, denies, FROM_FORM, FROM_QUOTATION, FROM_TEXT } from './define.ts'

const COMMUTING = { '/accident/context': 'commuting' } as const
const IN_SECTION_2 = { ...COMMUTING, '/accident/reportSection': 2 } as const
const BY_VICTIM = { '/accident/commute': { fault: 'victim' } } as const

/** Accidents on the way, which the periodic report counts apart (Law 84/2015, Art. 39.2; Annex XII, section 2). */
export const commutingRules: readonly AccidentRule[] = [
  declarationRule({
    id: 'ACC-C15',
    kind: 'error',
    citations: [cite('L84-2015 39.2'), cite('ND39-2016 PL XII, mục 2')],
    provenance: FROM_FORM,
    inputs: ['/accident/context', '/accident/reportSection'],
    at: '/accident/reportSection',
    violated: ({ accident }) => accident.context === 'commuting' && accident.reportSection === 1,
    message: {
      vi: 'Tai nạn trên tuyến đường đi và về được thống kê ở mục 2, không phải mục 1.',
      en: 'An accident on the way between home and work is counted in section 2, not in section 1.',
    },
    fix: { vi: 'Đặt reportSection = 2.', en: 'Set reportSection to 2.' },
    examples: {
      holds: [{}, { change: IN_SECTION_2 }, { change: { ...COMMUTING, '/accident/reportSection': undefined } }],
      fails: [{ change: COMMUTING }],
    },
  }),

  declarationRule({
    id: 'ACC-C16',
    kind: 'error',
    citations: [cite('L84-2015 39.2')],
    provenance: FROM_TEXT,
    inputs: ['/accident/context', '/accident/reportSection', '/accident/commute/fault'],
    at: '/accident/commute/fault',
    violated: ({ accident }) =>
      accident.context === 'commuting' && accident.reportSection === 2 && accident.commute?.fault === 'victim',
    message: {
      vi: 'Mục 2 chỉ gồm tai nạn do lỗi của người khác hoặc không xác định được người gây ra; vụ này ghi là do lỗi của nạn nhân.',
      en: "Section 2 is for accidents by the fault of somebody else or of nobody known; here the fault is stated as the victim's own.",
    },
    fix: {
      vi: 'Sửa lỗi thuộc về ai, hoặc bỏ reportSection: vụ này không được thống kê ở mục 2.',
      en: 'Correct whose fault it was, or leave reportSection out: the accident is not counted in section 2.',
    },
    examples: {
      holds: [
        { change: IN_SECTION_2 },
        { change: { ...IN_SECTION_2, '/accident/commute': { fault: 'unknown' } } },
        { change: { ...COMMUTING, ...BY_VICTIM, '/accident/reportSection': undefined } },
      ],
      fails: [{ change: { ...IN_SECTION_2, ...BY_VICTIM } }],
    },
  }),

  declarationRule({
    id: 'ACC-C17',
    kind: 'warning',
    citations: [cite('L84-2015 39.2'), cite('L84-2015 45.1.c')],
    provenance: FROM_QUOTATION,
    inputs: ['/accident/context', '/accident/commute/reasonableRoute', '/accident/commute/reasonableTime'],
    at: '/accident/commute',
    violated: ({ accident: { context, commute } }) =>
      context === 'commuting' && (commute?.reasonableRoute === false || commute?.reasonableTime === false),
    message: {
      vi: 'Ghi là tai nạn trên tuyến đường đi và về, nhưng tuyến đường hoặc thời gian không hợp lý.',
      en: 'Stated as an accident on the way between home and work, yet the route or the time was not a reasonable one.',
    },
    fix: {
      vi: 'Kiểm tra lại; nếu vẫn khai báo như vậy, nêu căn cứ khi xác nhận.',
      en: 'Check it; if it is to be declared so all the same, say on what grounds when confirming.',
    },
    examples: {
      holds: [
        { change: { ...COMMUTING, '/accident/commute': { reasonableRoute: true, reasonableTime: true } } },
        { change: { '/accident/commute': { reasonableRoute: false } } },
      ],
      fails: [
        { change: { ...COMMUTING, '/accident/commute': { reasonableRoute: false, reasonableTime: true } } },
        { change: { ...COMMUTING, '/accident/commute': { reasonableTime: false } } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-C18',
    kind: 'error',
    citations: [cite('L84-2015 3.8'), cite('L84-2015 39.1'), cite('L84-2015 45.1.b')],
    provenance: FROM_QUOTATION,
    inputs: ['/accident/context', '/accident/reportSection', '/accident/commute/onDuty'],
    at: '/accident/context',
    violated: ({ accident: { context, reportSection, commute } }) =>
      (context === 'on-duty-travel' && reportSection === 2) || (context === 'commuting' && commute?.onDuty === true),
    message: {
      vi: 'Đi đường để thực hiện nhiệm vụ được giao là tai nạn lao động (mục 1), không phải tai nạn trên tuyến đường đi và về.',
      en: "Travel on the employer's errand is work (section 1), not the way between home and work.",
    },
    fix: {
      vi: 'Đặt context = on-duty-travel và reportSection = 1, hoặc bỏ onDuty nếu chỉ là đường đi và về.',
      en: 'Set context to on-duty-travel and reportSection to 1, or remove onDuty if it was the way home or to work.',
    },
    examples: {
      holds: [{ change: { '/accident/context': 'on-duty-travel' } }, { change: IN_SECTION_2 }],
      fails: [
        { change: { '/accident/context': 'on-duty-travel', '/accident/reportSection': 2 } },
        { change: { ...IN_SECTION_2, '/accident/commute': { onDuty: true } } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-Y06',
    kind: 'breach',
    citations: [cite('ND39-2016 23'), cite('L84-2015 35.5')],
    provenance: FROM_TEXT,
    inputs: ['/accident/traffic', '/accident/trafficPapers', '/preliminary'],
    at: '/accident/trafficPapers',
    violated: (facts) =>
      facts.accident.traffic === true &&
      denies(facts, facts.accident.trafficPapers && facts.accident.trafficPapers.length > 0),
    message: {
      vi: 'Tai nạn giao thông nhưng chưa có giấy tờ nào của cảnh sát giao thông, công an cấp xã hoặc chính quyền nơi xảy ra.',
      en: 'A traffic accident without any paper of the traffic police, the commune police or the local authority.',
    },
    fix: {
      vi: 'Đề nghị cấp một trong ba loại giấy tờ, rồi ghi vào trafficPapers.',
      en: 'Ask for one of the three papers, then name it in trafficPapers.',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/traffic': true, '/accident/trafficPapers': ['commune-police-confirmation'] } },
        { change: { '/accident/traffic': true, '/preliminary': true } },
      ],
      fails: [
        { change: { '/accident/traffic': true } },
        { change: { '/accident/traffic': true, '/accident/trafficPapers': [] } },
      ],
    },
  }),

  declarationRule({
    id: 'KB-ACC-26',
    kind: 'info',
    citations: [cite('L84-2015 39.2')],
    provenance: FROM_TEXT,
    inputs: ['/accident/context', '/accident/reportSection', '/accident/commute/fault'],
    at: '/accident/commute/fault',
    violated: ({ accident }) =>
      accident.context === 'commuting' && accident.reportSection !== 2 && accident.commute?.fault === 'victim',
    message: {
      vi: 'Tai nạn trên tuyến đường đi và về do lỗi của nạn nhân: được ghi nhận nhưng không thuộc trường hợp hưởng trợ cấp và thống kê ở mục 2.',
      en: "An accident on the way by the victim's own fault is recorded, but gives no allowance and is not counted in section 2.",
    },
    examples: {
      holds: [{ change: IN_SECTION_2 }, { change: { ...IN_SECTION_2, ...BY_VICTIM } }],
      fails: [{ change: { ...COMMUTING, ...BY_VICTIM, '/accident/reportSection': undefined } }],
    },
  }),
]
