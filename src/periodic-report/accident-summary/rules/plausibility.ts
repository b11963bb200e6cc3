import { cite } from '../../../law/citation.ts'
import { daysBetween } from '../../../reference/legal-date.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_FORM, type ReportRule } from '../../rules/define.ts'
import { accidentSummaryTotals, lossesOf } from '../figures.ts'
import { cellsOf, ROWS, summaryRule } from './define.ts'

const PART_II = cite('ND39-2016 PL XII, phần II')
const COSTS = [
  '/accidentSummary/losses/costs/total',
  '/accidentSummary/losses/costs/medical',
  '/accidentSummary/losses/costs/wages',
  '/accidentSummary/losses/costs/compensation',
] as const
const DAYS = '/accidentSummary/losses/daysOff'
const TOTALS = [ROWS.atWork, ROWS.commuting, ROWS.total]

/** A month's pay of one worker, and the cost of one victim, outside of which a unit is probably wrong; our policy. */
const LEAST_MONTHLY_PAY = 1_000_000
const MOST_MONTHLY_PAY = 200_000_000
const MOST_COST_OF_A_VICTIM = 20_000_000_000

const NOBODY = { [ROWS.atWork]: undefined, [ROWS.commuting]: undefined, [ROWS.total]: undefined }

/** Figures that are improbable: confirmed with a reason or corrected. */
export const plausibilityRules: readonly ReportRule[] = [
  summaryRule({
    id: 'ACC-G23',
    kind: 'warning',
    citations: [PART_II, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...cellsOf(TOTALS, ['accidents']), DAYS, ...COSTS],
    at: '/accidentSummary/losses',
    violated: (summary) => {
      const { daysOff, costs } = lossesOf(summary)
      return accidentSummaryTotals(summary).accidents === 0 && (daysOff > 0 || costs > 0)
    },
    message: {
      vi: 'Không có vụ nào trong kỳ nhưng có ngày nghỉ hoặc chi phí.',
      en: 'No accident in the period, and yet days off or costs.',
    },
    fix: {
      vi: 'Nếu là của vụ tai nạn kỳ trước thì xác nhận và nêu vụ nào.',
      en: 'If they come from an accident of an earlier period, confirm it and say which.',
    },
    examples: {
      holds: [{}, { change: { ...NOBODY, '/accidentSummary/losses': undefined } }],
      fails: [{ change: NOBODY }],
    },
  }),

  summaryRule({
    id: 'ACC-G24',
    kind: 'warning',
    citations: [PART_II, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...cellsOf(TOTALS, ['deaths', 'serious']), ...COSTS],
    at: '/accidentSummary/losses/costs',
    violated: (summary) => {
      const { deaths, serious } = accidentSummaryTotals(summary)
      return (deaths ?? 0) + (serious ?? 0) > 0 && lossesOf(summary).costs === 0
    },
    message: {
      vi: 'Có người chết hoặc bị thương nặng nhưng không có chi phí nào.',
      en: 'Somebody died or was seriously injured, and there are no costs.',
    },
    fix: {
      vi: 'Ghi chi phí y tế, tiền lương, bồi thường, trợ cấp (nghìn đồng) vào losses.costs; nếu trong kỳ chưa chi thì xác nhận và nêu rõ.',
      en: 'State medical costs, wages, compensation and allowances (thousand VND) in losses.costs; if nothing was paid in the period, confirm it and say so.',
    },
    examples: {
      holds: [{}, { change: { ...NOBODY, '/accidentSummary/losses/costs': undefined } }],
      fails: [{ change: { '/accidentSummary/losses/costs': undefined } }],
    },
  }),

  summaryRule({
    id: 'ACC-G25',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...cellsOf(TOTALS, ['victims']), DAYS, '/period/year', '/period/half'],
    at: DAYS,
    violated: (summary, { dates }) => {
      const victims = accidentSummaryTotals(summary).victims ?? 0
      const { daysOff } = lossesOf(summary)
      if (dates.begins === null || dates.ends === null || victims === 0) return false
      const most = victims * (daysBetween(dates.begins, dates.ends) + 1)
      return daysOff > most && { daysOff, most }
    },
    message: {
      vi: 'Số ngày nghỉ {daysOff} nhiều hơn {most} ngày mà các nạn nhân trong kỳ có thể nghỉ.',
      en: '{daysOff} days off are more than the {most} that the victims of the period can have had.',
    },
    fix: {
      vi: 'Nếu có ngày nghỉ của nạn nhân kỳ trước thì xác nhận và nêu rõ.',
      en: 'If victims of an earlier period are still off, confirm it and say so.',
    },
    examples: { holds: [{}], fails: [{ change: { [DAYS]: 363 } }] },
  }),

  summaryRule({
    id: 'ACC-G26',
    kind: 'warning',
    citations: [cite('ND39-2016 PL XII'), { kind: 'policy' }],
    provenance: FROM_FORM,
    inputs: ['/kind', '/accidentSummary/payroll', '/workforce/total', '/period/year', '/period/half'],
    needs: ['register'],
    at: '/accidentSummary/payroll',
    violated: ({ payroll }, { workforce: { total }, period }) => {
      if (payroll === undefined || total === null || total === 0 || period === null) return false
      const monthly = (payroll * 1_000_000) / total / (period.half === null ? 12 : 6)
      return (monthly < LEAST_MONTHLY_PAY || monthly > MOST_MONTHLY_PAY) && { monthly: Math.round(monthly) }
    },
    message: {
      vi: 'Tổng quỹ lương tính bằng TRIỆU đồng: số đã ghi cho {monthly} đồng một người một tháng.',
      en: 'The payroll is in MILLION VND: as stated it gives {monthly} VND a worker and month.',
    },
    fix: {
      vi: 'Ghi lại tổng quỹ lương cả kỳ theo triệu đồng (21600 là 21,6 tỷ đồng), sửa số lao động, hoặc xác nhận và nêu lý do.',
      en: 'State the payroll of the whole period in million VND (21600 is 21.6 billion), correct the workers, or confirm it and say why.',
    },
    examples: {
      holds: [{}, { change: { '/accidentSummary/payroll': undefined } }],
      fails: [{ change: { '/accidentSummary/payroll': 21_600_000 } }, { change: { '/accidentSummary/payroll': 21 } }],
    },
  }),

  summaryRule({
    id: 'KB-SUM-01',
    kind: 'warning',
    citations: [PART_II, { kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...cellsOf(TOTALS, ['victims']), ...COSTS],
    at: '/accidentSummary/losses/costs/total',
    violated: (summary) => {
      const victims = Math.max(1, accidentSummaryTotals(summary).victims ?? 0)
      const each = Math.round((lossesOf(summary).costs * 1_000) / victims)
      return each > MOST_COST_OF_A_VICTIM && { each }
    },
    message: {
      vi: 'Chi phí tính bằng NGHÌN đồng: số đã ghi cho {each} đồng một nạn nhân.',
      en: 'Costs are in THOUSAND VND: as stated they give {each} VND a victim.',
    },
    fix: {
      vi: 'Ghi lại chi phí theo nghìn đồng (702000 là 702 triệu đồng), hoặc xác nhận và nêu lý do.',
      en: 'State the costs in thousand VND (702000 is 702 million), or confirm them and say why.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/accidentSummary/losses/costs': { compensation: 702_000_000 } } }],
    },
  }),

  summaryRule({
    id: 'KB-SUM-02',
    kind: 'info',
    citations: [cite('ND39-2016 PL XII')],
    provenance: BY_POLICY,
    inputs: ['/kind', '/zero', '/accidentSummary/payroll'],
    at: '/accidentSummary/payroll',
    violated: ({ payroll }, { form, declaration }) =>
      payroll === undefined && declaration.zero !== true && form?.filedBy.includes('enterprise') === true,
    message: {
      vi: 'Mẫu báo cáo có tổng quỹ lương (triệu đồng), báo cáo này chưa ghi.',
      en: 'The form asks for the total payroll (million VND), which is missing here.',
    },
    examples: {
      holds: [{}, { change: { '/kind': 'commune-accident-summary', '/accidentSummary/payroll': undefined } }],
      fails: [{ change: { '/accidentSummary/payroll': undefined } }],
    },
  }),
]
