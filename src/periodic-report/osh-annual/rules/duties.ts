import { cite } from '../../../law/citation.ts'
import { BY_ARITHMETIC, FROM_QUOTATION, FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import { amending } from '../../rules/knowing.ts'
import { lateRule } from '../../rules/late.ts'
import { sampleContext } from '../../sample.ts'
import { at, monthName, osh, oshRule } from './define.ts'

const KIND = 'osh-annual'
const ON = (instant: string) => ({ receivedAt: new Date(`${instant}+07:00`) })
const YEAR_2025 = { change: { '/kind': KIND, '/period': { year: 2025 } } }

/** Complete inspections by itself in a year (Circular 07/2016): every six months in the sectors of Article 8. */
const LEAST_INSPECTIONS = { highRisk: 2, other: 1 }

/** Missed duties that the report tells of. They are true reports. */
export const dutyRules: readonly ReportRule[] = [
  lateRule({
    id: 'OD-R092',
    citations: [cite('TT07-2016-BLDTBXH 10.2'), cite('TT56-2025-BYT 10')],
    of: KIND,
    paper: '/onBehalf/receivedOn',
    message: {
      vi: 'Báo cáo công tác an toàn, vệ sinh lao động nhận ngày {receivedOn} là muộn: phải gửi cơ quan lao động và cơ quan y tế TRƯỚC ngày {before}.',
      en: 'The annual report on safety and health came on {receivedOn}, which is late: it is due at the labour office and the health office BEFORE {before}.',
    },
    examples: {
      holds: [
        { ...YEAR_2025, context: ON('2026-01-09T23:59:00') },
        {
          ...YEAR_2025,
          context: { ...amending({ kind: KIND, receivedOn: '2026-01-05' as never }), ...ON('2026-03-01T09:00:00') },
        },
      ],
      fails: [{ ...YEAR_2025, context: ON('2026-01-10T00:00:00') }],
    },
  }),

  oshRule({
    id: 'KB-OSH-20',
    kind: 'breach',
    citations: [cite('L84-2015 30.1'), cite('L84-2015 31.1')],
    provenance: FROM_TEXT,
    inputs: at('/equipment/uninspected'),
    at: '/equipment/uninspected',
    violated: ({ equipment }) => {
      const uninspected = equipment?.uninspected ?? 0
      return uninspected > 0 && { uninspected }
    },
    message: {
      vi: '{uninspected} máy, thiết bị, vật tư có yêu cầu nghiêm ngặt chưa được kiểm định.',
      en: '{uninspected} machines or materials under strict requirements were not inspected.',
    },
    fix: { vi: 'Ngừng sử dụng cho đến khi kiểm định.', en: 'Take them out of use until they are inspected.' },
    examples: { holds: [osh(), osh({ '/equipment': undefined })], fails: [osh({ '/equipment/uninspected': 1 })] },
  }),

  oshRule({
    id: 'KB-OSH-21',
    kind: 'breach',
    citations: [cite('L84-2015 30.2')],
    provenance: FROM_TEXT,
    inputs: at('/equipment/undeclared'),
    at: '/equipment/undeclared',
    violated: ({ equipment }) => {
      const undeclared = equipment?.undeclared ?? 0
      return undeclared > 0 && { undeclared }
    },
    message: {
      vi: '{undeclared} máy, thiết bị, vật tư có yêu cầu nghiêm ngặt đang sử dụng nhưng chưa khai báo với cơ quan cấp tỉnh.',
      en: '{undeclared} machines or materials under strict requirements are in use and were not declared to the province.',
    },
    fix: {
      vi: 'Khai báo ngay các máy, thiết bị, vật tư đó với cơ quan chuyên môn cấp tỉnh nơi sử dụng.',
      en: 'Declare them at once to the office of the province where they are used.',
    },
    examples: { holds: [osh(), osh({ '/equipment': undefined })], fails: [osh({ '/equipment/undeclared': 1 })] },
  }),

  oshRule({
    id: 'KB-OSH-22',
    kind: 'breach',
    citations: [cite('TT07-2016-BLDTBXH 8'), cite('TT07-2016-BLDTBXH PL I')],
    provenance: FROM_QUOTATION,
    inputs: at('/management/selfInspections'),
    needs: ['register'],
    at: '/management/selfInspections',
    // Not said is not known: the form does not ask.
    violated: ({ management }, { context: { register } }) => {
      const least = register?.highRisk?.length ? LEAST_INSPECTIONS.highRisk : LEAST_INSPECTIONS.other
      const done = management?.selfInspections
      return done !== undefined && done < least && { done, least }
    },
    message: {
      vi: 'Tự kiểm tra toàn diện {done} lần trong năm, ít nhất phải {least} lần (cơ sở thuộc ngành nghề nguy cơ cao: 6 tháng một lần).',
      en: '{done} complete inspections by the establishment itself in the year; {least} are the least (every six months in high-risk sectors).',
    },
    fix: {
      vi: 'Lập kế hoạch và tự kiểm tra toàn diện cho đủ số lần; nếu đã kiểm tra đủ thì sửa selfInspections.',
      en: 'Plan and make the inspections that are missing; if they were made, correct selfInspections.',
    },
    examples: {
      holds: [osh(), osh({ '/management': undefined }), osh({ '/management/selfInspections': 1 })],
      fails: [
        osh({ '/management/selfInspections': 0 }),
        osh({ '/management/selfInspections': 1 }, { register: builderOfHighRisk() }),
      ],
    },
  }),

  oshRule({
    id: 'KB-OSH-23',
    kind: 'breach',
    citations: [cite('TT07-2016-BLDTBXH')],
    provenance: FROM_QUOTATION,
    inputs: [...at('/riskAssessedIn'), '/period/year'],
    at: '/riskAssessedIn',
    violated: ({ riskAssessedIn }, { period }) =>
      riskAssessedIn !== undefined &&
      period !== null &&
      Number(riskAssessedIn.slice(0, 4)) < period.year && {
        month: monthName(riskAssessedIn),
        year: period.year,
      },
    message: {
      vi: 'Đánh giá nguy cơ rủi ro định kỳ gần nhất vào {month}: mỗi năm phải đánh giá ít nhất một lần, năm {year} chưa có.',
      en: 'The last periodic risk assessment was in {month}: one a year is the least, and {year} has none.',
    },
    fix: {
      vi: 'Tổ chức đánh giá nguy cơ rủi ro; nếu trong năm báo cáo đã đánh giá thì sửa riskAssessedIn.',
      en: 'Have the risks assessed; if it was done in the year of the report, correct riskAssessedIn.',
    },
    examples: {
      holds: [osh(), osh({ '/riskAssessedIn': undefined })],
      fails: [osh({ '/riskAssessedIn': '2025-12' })],
    },
  }),

  oshRule({
    id: 'KB-OSH-24',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: at('/riskAssessedIn'),
    at: '/riskAssessedIn',
    violated: ({ riskAssessedIn }, { dates: { received } }) =>
      riskAssessedIn !== undefined &&
      received !== null &&
      riskAssessedIn > received.slice(0, 7) && {
        month: monthName(riskAssessedIn),
      },
    message: {
      vi: 'Tháng đánh giá nguy cơ rủi ro ({month}) chưa đến.',
      en: 'The month of the risk assessment ({month}) is still to come.',
    },
    fix: {
      vi: 'Ghi tháng đã đánh giá, dạng 2026-03; chưa đánh giá thì bỏ riskAssessedIn.',
      en: 'State the month in which it was made, as in 2026-03; leave riskAssessedIn out if it was not.',
    },
    examples: { holds: [osh(), osh({ '/riskAssessedIn': '2026-07' })], fails: [osh({ '/riskAssessedIn': '2026-08' })] },
  }),
]

function builderOfHighRisk() {
  return sampleContext.register && { ...sampleContext.register, highRisk: ['HR-05'] }
}
