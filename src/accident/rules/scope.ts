import { codeName } from '../../declaration/code-name.ts'
import { isProvinceTold, isTold } from '../../declaration/recipients.ts'
import { declarableSeriouslyInjured } from '../../law/accident-constants.ts'
import { cite } from '../../law/citation.ts'
import { valueOn } from '../../law/dated-constant.ts'
import { channels } from '../../reference/catalogue.ts'
import { type AccidentFacts, isWithoutContract } from '../facts.ts'
import {
  type AccidentRule,
  COUNTED,
  declarationRule,
  denies,
  FROM_FORM,
  FROM_QUOTATION,
  FROM_TEXT,
  victimRule,
} from './define.ts'

/** News that reached the office from others than the employer. */
const NOT_FROM_THE_EMPLOYER: ReadonlySet<string> = new Set(['POLICE', 'PRESS', 'HOSPITAL'])
const EMPLOYER_FORMS: ReadonlySet<string> = new Set(['ND39-PL3', 'ND129-01'])
const REPLACED_FORMS: ReadonlySet<string> = new Set(['ND39-PL3', 'ND39-PL4'])

function declaredByEmployer({ declaration, context }: AccidentFacts): boolean {
  return declaration.form === undefined ? context.filedAs === 'enterprise' : EMPLOYER_FORMS.has(declaration.form)
}

/** One worker without contract seriously injured, nobody dead: a matter of the commune alone. */
function isForTheCommuneOnly({ informal, counts }: AccidentFacts): boolean {
  return informal && counts.serious === 1 && counts.dead === 0
}

const FROM_THE_PRESS = {
  enterpriseId: '0198f000-0000-7000-8000-000000000001',
  channel: 'PRESS',
  source: 'Báo Thái Nguyên ngày 12/5/2026',
} as const

const INFORMAL = '/victims/*/employmentRelation'

/** Whether the accident must be declared, by whom and on which form. */
export const scopeRules: readonly AccidentRule[] = [
  declarationRule({
    id: 'ACC-A01',
    kind: 'info',
    citations: [cite('L84-2015 34.1.b'), cite('ND39-2016 10.1')],
    provenance: FROM_TEXT,
    inputs: [...COUNTED, '/casualtiesUnknown', '/accident/knownAt'],
    at: '',
    violated: ({ declaration, declarable, legalDate }) => {
      const threshold = valueOn(declarableSeriouslyInjured, legalDate)
      if (declarable || declaration.casualtiesUnknown === true || threshold === undefined) return false
      return { threshold: threshold.value }
    },
    message: {
      vi: 'Không có người chết và chưa đủ {threshold} người bị thương nặng: vụ này không bắt buộc phải khai báo, nhưng vẫn được ghi nhận.',
      en: 'Nobody died and fewer than {threshold} were seriously injured: this accident need not be declared, but it is welcome.',
    },
    fix: {
      vi: 'Cơ sở vẫn phải tự điều tra và đưa vụ này vào báo cáo định kỳ.',
      en: 'The establishment still investigates it and includes it in the periodic report.',
    },
    examples: {
      holds: [{}, { change: { '/casualtiesUnknown': true, '/victims': undefined } }],
      fails: [{ change: { '/victims/0/condition': 'light' } }],
    },
  }),

  declarationRule({
    id: 'ACC-A02',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.b'), cite('ND39-2016 10.1')],
    provenance: FROM_TEXT,
    inputs: [...COUNTED, '/onBehalf/channel', INFORMAL, '/accident/knownAt'],
    at: '/onBehalf/channel',
    violated: ({ declaration, declarable, informal }) => {
      const channel = declaration.onBehalf?.channel
      if (channel === undefined || !declarable || informal) return false
      return NOT_FROM_THE_EMPLOYER.has(channel) && { channel: codeName(channels, channel) }
    },
    message: {
      vi: 'Vụ tai nạn thuộc diện phải khai báo nhưng cơ quan biết qua nguồn khác ({channel}), người sử dụng lao động chưa khai báo.',
      en: 'The accident must be declared, yet the office learnt of it from elsewhere ({channel}); the employer has not declared it.',
    },
    fix: {
      vi: 'Yêu cầu người sử dụng lao động khai báo; hồ sơ này sẽ được chuyển cho họ bổ sung.',
      en: 'Ask the employer to declare it; this record is theirs to complete.',
    },
    examples: {
      holds: [
        { change: { '/onBehalf': { ...FROM_THE_PRESS, channel: 'PHONE' } }, context: { filedAs: 'labour-office' } },
        {
          change: { '/onBehalf': FROM_THE_PRESS, '/victims/0/condition': 'light' },
          context: { filedAs: 'labour-office' },
        },
      ],
      fails: [{ change: { '/onBehalf': FROM_THE_PRESS }, context: { filedAs: 'labour-office' } }],
    },
  }),

  victimRule({
    id: 'ACC-A07',
    kind: 'error',
    citations: [cite('ND39-2016 11.1.b'), cite('ND39-2016 PL XII, cột 7')],
    provenance: FROM_FORM,
    inputs: ['/victims/*/employer/name', '/victims/*/employer/outsideManagement', '/preliminary'],
    at: '/employer',
    violated: ({ employer }, { preliminary }) =>
      employer !== undefined && !preliminary && !(employer.name !== undefined && employer.outsideManagement === true),
    message: {
      vi: 'Nạn nhân thứ {ordinal} thuộc người sử dụng lao động khác nhưng chưa ghi tên họ hoặc chưa đánh dấu không thuộc quyền quản lý.',
      en: 'Victim {ordinal} belongs to another employer, whose name or the mark "not under management" is missing.',
    },
    fix: {
      vi: 'Ghi employer.name và đặt outsideManagement = true; nếu nạn nhân là người của cơ sở thì bỏ employer.',
      en: 'State employer.name and set outsideManagement to true; for a worker of the establishment leave employer out.',
    },
    examples: {
      holds: [
        {},
        { change: { '/victims/0/employer': { name: 'Công ty TNHH Giàn Giáo Nam Phong', outsideManagement: true } } },
        { change: { '/victims/0/employer': {}, '/preliminary': true } },
      ],
      fails: [
        { change: { '/victims/0/employer': { name: 'Công ty TNHH Giàn Giáo Nam Phong' } } },
        { change: { '/victims/0/employer': { outsideManagement: true } } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-A10',
    kind: 'breach',
    citations: [cite('TT01-2017-BQP')],
    provenance: FROM_TEXT,
    inputs: ['/establishment/defenceUnit'],
    at: '/establishment/defenceUnit',
    violated: ({ declaration }) => declaration.establishment?.defenceUnit === true,
    message: {
      vi: 'Đơn vị thuộc Bộ Quốc phòng có quy định khai báo tai nạn lao động riêng, không khai báo tại đây.',
      en: 'Units of the Ministry of National Defence declare work accidents under rules of their own, not here.',
    },
    fix: {
      vi: 'Khai báo theo Thông tư của Bộ Quốc phòng; hồ sơ này vẫn được lưu.',
      en: 'Declare under the circular of the Ministry of National Defence; this record is kept all the same.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/defenceUnit': false } }],
      fails: [{ change: { '/establishment/defenceUnit': true } }],
    },
  }),

  victimRule({
    id: 'ACC-A11',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.d'), cite('ND39-2016 10.3'), cite('ND129-2025 45.3')],
    provenance: FROM_TEXT,
    inputs: [INFORMAL, '/form'],
    at: '/employmentRelation',
    violated: (victim, facts) =>
      isWithoutContract(victim, facts.legalDate) &&
      declaredByEmployer(facts) && { relation: victim.employmentRelation ?? '' },
    message: {
      vi: 'Nạn nhân thứ {ordinal} làm việc không theo hợp đồng lao động ({relation}) nhưng vụ tai nạn được khai báo theo mẫu của người sử dụng lao động.',
      en: 'Victim {ordinal} worked without a labour contract ({relation}), yet the accident is declared on the form of employers.',
    },
    fix: {
      vi: 'Báo cho Ủy ban nhân dân cấp xã nơi xảy ra tai nạn; xã báo cáo theo mẫu riêng.',
      en: "Tell the commune's People's Committee where the accident happened; it reports on a form of its own.",
    },
    examples: {
      holds: [
        {},
        { change: { '/victims/0/employmentRelation': 'farmer' }, context: { filedAs: 'commune' } },
        { change: { '/victims/0/employmentRelation': 'farmer', '/form': 'ND129-06' } },
      ],
      fails: [
        { change: { '/victims/0/employmentRelation': 'without-contract' } },
        { change: { '/victims/0/employmentRelation': 'farmer', '/form': 'ND129-01' }, context: { filedAs: 'commune' } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-A12',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.d'), cite('ND39-2016 10.3.b'), cite('ND129-2025 42.2')],
    provenance: FROM_TEXT,
    inputs: [...COUNTED, INFORMAL, '/recipients/*/authority', '/channel', '/preliminary', '/accident/knownAt'],
    at: '/recipients',
    violated: (facts) =>
      facts.context.filedAs === 'commune' &&
      facts.informal &&
      facts.declarable &&
      !facts.preliminary &&
      !(isTold(facts, 'police') && isProvinceTold(facts)),
    message: {
      vi: 'Nạn nhân làm việc không theo hợp đồng lao động và vụ tai nạn thuộc diện phải báo ngay, nhưng Ủy ban nhân dân cấp xã chưa báo đủ cơ quan lao động cấp tỉnh và Công an.',
      en: 'The victims worked without a contract and the accident must be passed on at once, but the commune has not told both the provincial labour authority and the police.',
    },
    fix: {
      vi: 'Báo ngay cơ quan lao động cấp tỉnh và Công an, rồi ghi vào danh sách nơi nhận.',
      en: 'Tell both at once, then name them among the recipients.',
    },
    examples: {
      holds: [
        { change: { '/victims/0/employmentRelation': 'farmer' }, context: { filedAs: 'commune' } },
        {
          change: { '/recipients': undefined, '/victims/0/employmentRelation': 'farmer', '/preliminary': true },
          context: { filedAs: 'commune' },
        },
        { change: { '/recipients': undefined }, context: { filedAs: 'commune' } },
      ],
      fails: [
        {
          change: { '/victims/0/employmentRelation': 'farmer', '/recipients/1': undefined },
          context: { filedAs: 'commune' },
        },
        {
          change: { '/victims/0/employmentRelation': 'farmer', '/recipients/0': undefined, '/channel': 'PHONE' },
          context: { filedAs: 'commune' },
        },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-A13',
    kind: 'info',
    citations: [cite('ND39-2016 10.3.a')],
    provenance: FROM_TEXT,
    inputs: [...COUNTED, INFORMAL],
    at: '',
    violated: isForTheCommuneOnly,
    message: {
      vi: 'Một người làm việc không theo hợp đồng lao động bị thương nặng: gia đình hoặc người phát hiện vẫn phải báo Ủy ban nhân dân cấp xã; không phải chuyển lên cấp tỉnh.',
      en: 'One worker without a contract was seriously injured: the family or whoever found the victim still tells the commune; it need not be passed on to the province.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/condition': 'serious' } }],
      fails: [{ change: { '/victims/0/condition': 'serious', '/victims/0/employmentRelation': 'farmer' } }],
    },
  }),

  declarationRule({
    id: 'ACC-A14',
    kind: 'info',
    citations: [cite('ND143-2024 18.2')],
    provenance: FROM_QUOTATION,
    inputs: ['/victims/*/voluntaryAccidentInsurance', '/form'],
    at: '/form',
    violated: ({ declaration, victims }) =>
      declaration.form !== 'ND143-PL1' && victims.some((victim) => victim.voluntaryAccidentInsurance === true),
    message: {
      vi: 'Có nạn nhân tham gia bảo hiểm tai nạn lao động tự nguyện: Nghị định 143/2024 có mẫu khai báo và mẫu báo cáo nhanh riêng.',
      en: 'A victim is a member of the voluntary accident insurance: Decree 143/2024 has forms of its own to declare and to report.',
    },
    fix: {
      vi: 'Dùng mẫu Phụ lục I (form = ND143-PL1) cho trường hợp này.',
      en: 'Use the form of Annex I (form = ND143-PL1) in this case.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/voluntaryAccidentInsurance': true, '/form': 'ND143-PL1' } }],
      fails: [{ change: { '/victims/0/voluntaryAccidentInsurance': true } }],
    },
  }),

  declarationRule({
    id: 'ACC-Y02',
    kind: 'breach',
    datedBy: 'declared',
    citations: [cite('ND129-2025 45.2'), cite('ND129-2025 45.3')],
    provenance: FROM_TEXT,
    inputs: ['/form', '/accident/declaredAt', '/accident/abroad', '/accident/technicalIncident'],
    at: '/form',
    violated: ({ declaration: { form }, accident, setting }) =>
      form !== undefined &&
      REPLACED_FORMS.has(form) &&
      !setting.abroad &&
      accident.technicalIncident === undefined && { form },
    message: {
      vi: 'Mẫu {form} của Nghị định 39/2016 không còn dùng cho vụ tai nạn này từ ngày 01/7/2025.',
      en: 'Form {form} of Decree 39/2016 is no longer used for such an accident since 1 July 2025.',
    },
    fix: {
      vi: 'Người sử dụng lao động dùng Mẫu số 01 (ND129-01), Ủy ban nhân dân cấp xã dùng Mẫu số 06 (ND129-06).',
      en: 'Employers use form 01 (ND129-01), communes form 06 (ND129-06).',
    },
    examples: {
      holds: [
        { change: { '/form': 'ND129-01' } },
        { change: { '/form': 'ND39-PL3', '/accident/technicalIncident': { serious: false } } },
        {
          change: { '/form': 'ND39-PL3', '/accident/declaredAt': '2025-06-30T11:15:00+07:00' },
        },
      ],
      fails: [{ change: { '/form': 'ND39-PL3' } }],
    },
  }),

  declarationRule({
    id: 'ACC-Y03',
    kind: 'breach',
    citations: [cite('L84-2015 35.1'), cite('ND129-2025 43.1')],
    provenance: FROM_TEXT,
    inputs: [...COUNTED, INFORMAL, '/accident/communeRecord/made', '/preliminary'],
    at: '/accident/communeRecord',
    violated: (facts) =>
      facts.context.filedAs === 'commune' &&
      isForTheCommuneOnly(facts) &&
      denies(facts, facts.accident.communeRecord?.made),
    message: {
      vi: 'Một người làm việc không theo hợp đồng lao động bị thương nặng nhưng Ủy ban nhân dân cấp xã chưa lập biên bản ghi nhận sự việc.',
      en: 'One worker without a contract was seriously injured, but the commune has not written a record of the event.',
    },
    fix: {
      vi: 'Lập biên bản để thống kê, rồi ghi ngày lập vào communeRecord.',
      en: 'Write the record for the statistics, then state its date in communeRecord.',
    },
    examples: {
      holds: [
        {
          change: {
            '/victims/0/condition': 'serious',
            '/victims/0/employmentRelation': 'farmer',
            '/accident/communeRecord': { made: true, date: '2026-05-12' },
          },
          context: { filedAs: 'commune' },
        },
        { change: { '/victims/0/employmentRelation': 'farmer' }, context: { filedAs: 'commune' } },
      ],
      fails: [
        {
          change: { '/victims/0/condition': 'serious', '/victims/0/employmentRelation': 'farmer' },
          context: { filedAs: 'commune' },
        },
      ],
    },
  }),
]
