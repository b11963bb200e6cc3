import {
  type Benefit,
  compensationDecisionDue,
  compensationFileDue,
  compensationPaymentDue,
  LEAST_COMPENSATED_PERCENT,
  type Loss,
  leastBenefit,
} from '../../../law/accident-compensation.ts'
import { cite } from '../../../law/citation.ts'
import type { LegalDate } from '../../../reference/legal-date.ts'
import { benefitCountsFrom } from '../../duties.ts'
import { BY_ARITHMETIC, FROM_TEXT } from '../../rules/define.ts'
import type { OutcomeFacts } from '../facts.ts'
import { INJURED, knownWith } from '../sample.ts'
import { type OutcomeRule, outcomeRule } from './define.ts'

/** What the worker lost, as far as it is known. */
function lossOf({ victimAfter }: OutcomeFacts): Loss | null {
  if (victimAfter?.condition === 'dead') return 'death'
  return victimAfter?.assessment?.percent ?? null
}

/**
 * - `wholly-own-fault`, `commuting`: an allowance is due.
 * - `none`: in a case of Law 84/2015, Art. 40, and on the way by one's own fault.
 */
type Entitlement = 'compensation' | 'wholly-own-fault' | 'commuting' | 'none'

function entitlementOf({ compensation, after, victimAfter }: OutcomeFacts): Entitlement {
  const found = after.present.investigation?.content.victims?.find(({ victimId }) => victimId === victimAfter?.victimId)
  const fault = compensation?.ownFault ?? found?.ownFault
  if ((compensation?.exclusion ?? found?.exclusion) !== undefined) return 'none'
  if (after.present.context === 'commuting') return fault === 'wholly' ? 'none' : 'commuting'
  return fault === 'wholly' ? 'wholly-own-fault' : 'compensation'
}

/** Too little of what is due to somebody so entitled; insurance that the employer bought counts too. */
function tooLittle(facts: OutcomeFacts, entitled: Entitlement, benefit: Benefit) {
  const { monthlySalary, amount, insurancePaid = 0 } = facts.compensation ?? {}
  const loss = lossOf(facts)
  if (entitlementOf(facts) !== entitled || loss === null || monthlySalary === undefined || amount === undefined) {
    return false
  }
  const least = leastBenefit(benefit, loss, monthlySalary)
  return amount + insurancePaid < least ? { amount: amount + insurancePaid, least } : false
}

const AMOUNT = [
  '/victimId',
  '/condition/now',
  '/assessment/percent',
  '/compensation/ownFault',
  '/compensation/exclusion',
  '/compensation/monthlySalary',
  '/compensation/amount',
  '/compensation/insurancePaid',
] as const
const TOO_LITTLE_FIX = {
  vi: 'Trả phần còn thiếu để đủ {least} nghìn đồng.',
  en: 'Pay what is missing to {least} thousand VND.',
}
const ALIVE = knownWith(INJURED)
const ON_THE_WAY = knownWith({ '/accident/context': 'commuting' })
const ASSESSED = { percent: 20, assessedOn: '2026-06-10', receivedOn: '2026-06-11' } as const

function dayOrReceived(done: string | undefined, { received }: OutcomeFacts): LegalDate {
  return (done as LegalDate | undefined) ?? received
}

/** Compensation and allowance (Law 84/2015, Arts. 38 to 40; Circular 28/2021). */
export const compensationRules: readonly OutcomeRule[] = [
  {
    id: 'ACC-F01',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/assessment/percent'],
    guards: ['/assessment/percent'],
    judge: () => [],
    message: {
      vi: 'Mức suy giảm khả năng lao động phải là số nguyên từ 0 đến 100.',
      en: 'The loss of the capacity to work is a whole number from 0 to 100.',
    },
    fix: {
      vi: 'Ghi tỷ lệ theo biên bản giám định bằng chữ số, không ghi dấu %: 31.',
      en: 'State the percentage of the assessment in digits, without %: 31.',
    },
    examples: {
      holds: [{}, { change: { '/assessment': ASSESSED } }],
      fails: [{ change: { '/assessment': { ...ASSESSED, percent: 101 } } }],
    },
  },
  outcomeRule({
    id: 'ACC-F02',
    kind: 'info',
    citations: [cite('L84-2015 38.4'), cite('TT28-2021-BLDTBXH 3.1')],
    provenance: FROM_TEXT,
    inputs: ['/victimId', '/condition/now', '/assessment/percent', '/compensation/amount'],
    at: '/compensation/amount',
    violated: (facts) => {
      const loss = lossOf(facts)
      const { amount = 0 } = facts.compensation ?? {}
      const nothingDue = loss !== null && loss !== 'death' && loss < LEAST_COMPENSATED_PERCENT
      return nothingDue && amount > 0 ? { percent: LEAST_COMPENSATED_PERCENT } : false
    },
    message: {
      vi: 'Suy giảm dưới {percent}% thì pháp luật không bắt buộc bồi thường, trợ cấp.',
      en: 'Below {percent} % the law asks for no compensation or allowance.',
    },
    examples: {
      holds: [{}, { change: { '/assessment': ASSESSED }, context: ALIVE }],
      fails: [{ change: { '/assessment': { ...ASSESSED, percent: 4 } }, context: ALIVE }],
    },
  }),
  outcomeRule({
    id: 'ACC-F03',
    kind: 'breach',
    citations: [cite('L84-2015 38.4'), cite('TT28-2021-BLDTBXH 3.3')],
    provenance: FROM_TEXT,
    inputs: AMOUNT,
    at: '/compensation/amount',
    violated: (facts) => tooLittle(facts, 'compensation', 'compensation'),
    message: {
      vi: 'Bồi thường {amount} nghìn đồng, thấp hơn mức tối thiểu {least} nghìn đồng.',
      en: 'The compensation of {amount} thousand VND is below the least of {least} thousand VND.',
    },
    fix: TOO_LITTLE_FIX,
    examples: {
      holds: [
        {},
        { change: { '/assessment': ASSESSED, '/compensation/amount': 128_700 }, context: ALIVE },
        { change: { '/compensation/amount': 600_000, '/compensation/insurancePaid': 102_000 } },
        { change: { '/compensation/ownFault': 'wholly', '/compensation/amount': 280_800 } },
        { change: { '/compensation/exclusion': 'drugs', '/compensation/amount': 1 } },
      ],
      fails: [
        { change: { '/compensation/amount': 701_999 } },
        { change: { '/assessment': ASSESSED, '/compensation/amount': 128_699 }, context: ALIVE },
      ],
    },
  }),
  outcomeRule({
    id: 'ACC-F04',
    kind: 'breach',
    citations: [cite('L84-2015 38.5'), cite('TT28-2021-BLDTBXH 4.3')],
    provenance: FROM_TEXT,
    inputs: AMOUNT,
    at: '/compensation/amount',
    violated: (facts) => tooLittle(facts, 'wholly-own-fault', 'allowance'),
    message: {
      vi: 'Trợ cấp {amount} nghìn đồng, thấp hơn mức tối thiểu {least} nghìn đồng (40% mức bồi thường).',
      en: 'The allowance of {amount} thousand VND is below the least of {least} thousand VND (40 % of the compensation).',
    },
    fix: TOO_LITTLE_FIX,
    examples: {
      holds: [{}, { change: { '/compensation/ownFault': 'wholly', '/compensation/amount': 280_800 } }],
      fails: [{ change: { '/compensation/ownFault': 'wholly', '/compensation/amount': 280_799 } }],
    },
  }),
  outcomeRule({
    id: 'ACC-F05',
    kind: 'breach',
    citations: [cite('L84-2015 39.2'), cite('L84-2015 38.5')],
    provenance: FROM_TEXT,
    inputs: AMOUNT,
    at: '/compensation/amount',
    violated: (facts) => tooLittle(facts, 'commuting', 'allowance'),
    message: {
      vi: 'Trợ cấp tai nạn trên đường đi và về {amount} nghìn đồng, thấp hơn mức tối thiểu {least} nghìn đồng.',
      en: 'The allowance of {amount} thousand VND for a commuting accident is below the least of {least} thousand VND.',
    },
    fix: TOO_LITTLE_FIX,
    examples: {
      holds: [
        {},
        { change: { '/compensation/amount': 280_800 }, context: ON_THE_WAY },
        { change: { '/compensation/amount': 0, '/compensation/ownFault': 'wholly' }, context: ON_THE_WAY },
      ],
      fails: [{ change: { '/compensation/amount': 280_000 }, context: ON_THE_WAY }],
    },
  }),
  outcomeRule({
    id: 'ACC-F06',
    kind: 'breach',
    datedBy: 'decided',
    citations: [cite('TT28-2021-BLDTBXH 7.2'), cite('L84-2015 38.7')],
    provenance: FROM_TEXT,
    inputs: ['/compensation/decidedOn', '/compensation/paidOn'],
    at: '/compensation/paidOn',
    violated: (facts) => {
      const { decidedOn, paidOn } = facts.compensation ?? {}
      const due = decidedOn === undefined ? undefined : compensationPaymentDue(decidedOn as LegalDate)
      return due !== undefined && dayOrReceived(paidOn, facts) > due.date ? { due: due.date, days: due.limit } : false
    },
    message: {
      vi: 'Phải chi trả một lần trong {days} ngày kể từ ngày quyết định, chậm nhất ngày {due}.',
      en: 'It is paid in one sum within {days} days of the decision, by {due}.',
    },
    fix: {
      vi: 'Chi trả ngay phần còn lại, rồi ghi ngày trả vào compensation.paidOn.',
      en: 'Pay it now, then state the day in compensation.paidOn.',
    },
    examples: {
      holds: [{}, { change: { '/compensation/paidOn': undefined } }],
      fails: [
        { change: { '/compensation/decidedOn': '2026-06-12' } },
        { change: { '/compensation/decidedOn': '2026-06-12', '/compensation/paidOn': undefined } },
      ],
    },
  }),
  outcomeRule({
    id: 'ACC-F07',
    kind: 'breach',
    citations: [cite('L84-2015 38.3')],
    provenance: FROM_TEXT,
    inputs: ['/victimId', '/daysLost', '/costs/wagesDuringTreatment'],
    at: '/costs/wagesDuringTreatment',
    violated: ({ outcome: { costs }, victimAfter }) =>
      costs?.wagesDuringTreatment === 0 && (victimAfter?.daysLost ?? 0) > 0
        ? { days: victimAfter?.daysLost ?? 0 }
        : false,
    message: {
      vi: 'Nạn nhân nghỉ {days} ngày nhưng không được trả tiền lương trong thời gian điều trị.',
      en: 'The victim lost {days} days and was paid no wages during treatment.',
    },
    fix: { vi: 'Trả đủ tiền lương cho thời gian điều trị.', en: 'Pay full wages for the time of treatment.' },
    examples: {
      holds: [
        {},
        { change: { '/costs/wagesDuringTreatment': 0 } },
        { change: { '/daysLost': 12, '/costs/wagesDuringTreatment': 9_000 } },
      ],
      fails: [{ change: { '/daysLost': 12, '/costs/wagesDuringTreatment': 0 } }],
    },
  }),
  outcomeRule({
    id: 'ACC-F08',
    kind: 'breach',
    datedBy: 'decided',
    citations: [cite('TT28-2021-BLDTBXH 6.3.c')],
    provenance: FROM_TEXT,
    inputs: ['/compensation/decidedOn', '/compensation/fileSentOn'],
    at: '/compensation/fileSentOn',
    violated: (facts) => {
      const { decidedOn, fileSentOn } = facts.compensation ?? {}
      const due = decidedOn === undefined ? undefined : compensationFileDue(decidedOn as LegalDate)
      return due !== undefined && dayOrReceived(fileSentOn, facts) > due.date
        ? { due: due.date, days: due.limit }
        : false
    },
    message: {
      vi: 'Một bộ hồ sơ phải gửi Sở nơi đặt trụ sở chính trong {days} ngày kể từ ngày quyết định, chậm nhất ngày {due}.',
      en: 'One file goes to the department of the head office within {days} days of the decision, by {due}.',
    },
    fix: {
      vi: 'Gửi ngay hồ sơ đến Sở nơi đặt trụ sở chính, rồi ghi ngày gửi vào compensation.fileSentOn.',
      en: 'Send the file to the department of the head office now, then state the day in compensation.fileSentOn.',
    },
    examples: {
      holds: [{}, { change: { '/compensation/fileSentOn': undefined } }],
      fails: [
        { change: { '/compensation/decidedOn': '2026-06-05', '/compensation/fileSentOn': '2026-06-16' } },
        { change: { '/compensation/decidedOn': '2026-06-05', '/compensation/fileSentOn': undefined } },
      ],
    },
  }),
  outcomeRule({
    id: 'ACC-Y07',
    kind: 'breach',
    datedBy: 'decided',
    citations: [cite('TT28-2021-BLDTBXH 7.1'), cite('L84-2015 38.7')],
    provenance: FROM_TEXT,
    inputs: [
      '/victimId',
      '/condition/now',
      '/assessment/assessedOn',
      '/assessment/receivedOn',
      '/compensation/decidedOn',
    ],
    at: '/compensation/decidedOn',
    violated: ({ compensation, victimAfter, after }) => {
      if (compensation?.decidedOn === undefined || victimAfter === null) return false
      const from = benefitCountsFrom(victimAfter, after.present)
      const due = from === null ? undefined : compensationDecisionDue(from)
      return due !== undefined && compensation.decidedOn > due.date ? { due: due.date, days: due.limit } : false
    },
    message: {
      vi: 'Quyết định bồi thường, trợ cấp phải hoàn tất trong {days} ngày làm việc, chậm nhất ngày {due}.',
      en: 'The decision on compensation or allowance is made within {days} working days, by {due}.',
    },
    fix: {
      vi: 'Giữ ngày đã quyết định; nếu ghi nhầm thì sửa compensation.decidedOn, và chi trả trong hạn kể từ ngày đó.',
      en: 'Leave the day of the decision; if it is a mistake, correct compensation.decidedOn, and pay in time from then on.',
    },
    examples: {
      holds: [{}, { change: { '/assessment': ASSESSED }, context: ALIVE }],
      fails: [
        { change: { '/compensation/decidedOn': '2026-06-18' } },
        { change: { '/assessment': { ...ASSESSED, receivedOn: '2026-06-05' } }, context: ALIVE },
      ],
    },
  }),
  outcomeRule({
    id: 'ACC-Y08',
    kind: 'warning',
    citations: [cite('L84-2015 40')],
    provenance: FROM_TEXT,
    inputs: ['/compensation/exclusion', '/compensation/amount'],
    at: '/compensation/exclusion',
    violated: ({ compensation }) => compensation?.exclusion !== undefined && (compensation.amount ?? 0) > 0,
    message: {
      vi: 'Quyết định chi trả cho trường hợp không được hưởng chế độ từ người sử dụng lao động.',
      en: 'Something is granted in a case in which the employer owes nothing.',
    },
    fix: {
      vi: 'Bỏ trường hợp loại trừ nếu ghi nhầm, hoặc xác nhận là chi trả tự nguyện.',
      en: 'Drop the exclusion if it is a mistake, or confirm that it is paid of free will.',
    },
    examples: {
      holds: [{}, { change: { '/compensation/exclusion': 'drugs', '/compensation/amount': 0 } }],
      fails: [{ change: { '/compensation/exclusion': 'drugs' } }],
    },
  }),
  outcomeRule({
    id: 'KB-OUT-17',
    kind: 'info',
    citations: [cite('L84-2015 38.4'), cite('TT28-2021-BLDTBXH 3.3')],
    provenance: FROM_TEXT,
    inputs: ['/victimId', '/condition/now', '/assessment/percent', '/compensation/amount'],
    at: '/compensation/amount',
    violated: (facts) => facts.compensation?.amount !== undefined && lossOf(facts) === null,
    message: {
      vi: 'Chưa có kết quả giám định nên chưa đối chiếu được với mức tối thiểu.',
      en: 'Without an assessment it cannot be compared with the least that is due.',
    },
    examples: { holds: [{}], fails: [{ context: ALIVE }] },
  }),
  outcomeRule({
    id: 'KB-OUT-18',
    kind: 'breach',
    datedBy: 'decided',
    citations: [cite('TT28-2021-BLDTBXH 7.2')],
    provenance: FROM_TEXT,
    inputs: ['/compensation/amount', '/compensation/paid', '/compensation/paidOn'],
    at: '/compensation/paid',
    violated: ({ compensation }) =>
      compensation?.paidOn !== undefined && (compensation.paid ?? 0) < (compensation.amount ?? 0)
        ? { paid: compensation.paid ?? 0, amount: compensation.amount ?? 0 }
        : false,
    message: {
      vi: 'Mới trả {paid} trong {amount} nghìn đồng; tiền bồi thường, trợ cấp phải trả một lần.',
      en: '{paid} of {amount} thousand VND were paid; compensation and allowance are paid in one sum.',
    },
    fix: {
      vi: 'Trả nốt phần còn thiếu, rồi ghi tổng đã trả vào compensation.paid; chưa trả đủ thì bỏ paidOn.',
      en: 'Pay the rest, then state all that was paid in compensation.paid; leave paidOn out until it is paid in full.',
    },
    examples: {
      holds: [{}, { change: { '/compensation/paidOn': undefined, '/compensation/paid': undefined } }],
      fails: [{ change: { '/compensation/paid': 300_000 } }, { change: { '/compensation/paid': undefined } }],
    },
  }),
]
