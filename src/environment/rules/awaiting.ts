import { cite } from '../../law/citation.ts'
import type { AwaitingRule, Text } from '../../rules/rule.ts'
import { BY_POLICY, FROM_FORM, FROM_TEXT } from './define.ts'

const PERIODIC_REPORTS: Text = {
  vi: 'Chờ các báo cáo định kỳ được gửi qua hệ thống.',
  en: 'Awaits the periodic reports being filed here.',
}

/** Rules of the collection that a campaign, the registers and what was filed before do not suffice to judge. */
export const awaitingRules: readonly AwaitingRule[] = [
  {
    id: 'ENV-010',
    citations: [cite('TT19-2016-BYT 10')],
    provenance: FROM_TEXT,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Báo cáo y tế lao động nộp muộn (6 tháng: trước ngày 5 tháng 7; năm: trước ngày 10 tháng 1 năm sau).',
      en: 'The occupational-health report came late (half-year before 5 July, year before 10 January).',
    },
  },
  {
    id: 'ENV-011',
    citations: [cite('TT07-2016-BLDTBXH 10')],
    provenance: FROM_TEXT,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Báo cáo công tác an toàn, vệ sinh lao động hằng năm nộp muộn (trước ngày 10 tháng 1 năm sau).',
      en: 'The annual safety and health report came late (before 10 January).',
    },
  },
  {
    id: 'ENV-031',
    citations: [cite('ND44-2016 44.4')],
    provenance: FROM_TEXT,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Tổ chức quan trắc báo cáo hoạt động hằng năm muộn (trước ngày 15 tháng 12).',
      en: 'The yearly report of the monitoring organisation came late (before 15 December).',
    },
  },
  {
    id: 'ENV-140',
    citations: [cite('TT07-2016-BLDTBXH PL II, mục 9')],
    provenance: FROM_FORM,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Mục 9 của báo cáo an toàn, vệ sinh lao động khác tổng các báo cáo quan trắc đã gửi trong năm.',
      en: 'Item 9 of the annual safety and health report differs from the campaigns filed in the year.',
    },
  },
  {
    id: 'ENV-141',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: FROM_FORM,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Bảng quan trắc của báo cáo y tế lao động khác tổng các báo cáo quan trắc trong kỳ.',
      en: 'The monitoring table of the occupational-health report differs from the campaigns of the period.',
    },
  },
  {
    id: 'ENV-173',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: FROM_FORM,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Mục II báo cáo y tế lao động không khớp: số mẫu không đạt lớn hơn số mẫu, hoặc số nữ lớn hơn số tiếp xúc, hoặc số tiếp xúc lớn hơn tổng số lao động.',
      en: 'Section II of the occupational-health report does not fit: failed over samples, women over exposed, or exposed over all workers.',
    },
  },
  {
    id: 'ENV-174',
    citations: [cite('ND39-2016 5.3')],
    provenance: BY_POLICY,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Báo cáo y tế lao động ghi không có hồ sơ vệ sinh lao động, trong khi năm đó đã có báo cáo quan trắc.',
      en: 'The occupational-health report declares no hygiene dossier, though campaigns of the year were filed.',
    },
  },
  {
    id: 'ENV-175',
    citations: [cite('L84-2015 18.2')],
    provenance: BY_POLICY,
    awaits: PERIODIC_REPORTS,
    message: {
      vi: 'Báo cáo y tế lao động có người tiếp xúc với một yếu tố nhưng không có mẫu nào của yếu tố đó.',
      en: 'The occupational-health report has workers exposed to a factor of which there is no sample.',
    },
  },
  {
    id: 'ENV-148',
    citations: [cite('ND44-2016 35.4')],
    provenance: BY_POLICY,
    awaits: {
      vi: 'Chờ đối chiếu yếu tố gây tai nạn đã khai báo với hồ sơ vệ sinh lao động.',
      en: 'Awaits the comparison of declared accidents with the hygiene dossier.',
    },
    message: {
      vi: 'Khai báo tai nạn nêu một yếu tố có hại mà hồ sơ vệ sinh lao động không có.',
      en: 'An accident was declared with a hazard factor that the hygiene dossier does not name.',
    },
  },
  {
    id: 'ENV-149',
    citations: [cite('TT03-2025-BLDTBXH')],
    provenance: FROM_TEXT,
    awaits: {
      vi: 'Chờ dữ liệu phân loại lao động theo điều kiện lao động.',
      en: 'Awaits the classification of jobs by working conditions.',
    },
    message: {
      vi: 'Phân loại lao động từ ngày 01/4/2025 vẫn viện dẫn Thông tư 29/2021.',
      en: 'A classification of working conditions since 1 April 2025 still cites Circular 29/2021.',
    },
  },
  {
    id: 'ENV-156',
    citations: [cite('L84-2015 18.4')],
    provenance: FROM_TEXT,
    awaits: {
      vi: 'Chờ sổ yêu cầu cung cấp thông tin của công đoàn và cơ quan nhà nước.',
      en: 'Awaits the requests for information of unions and authorities.',
    },
    message: {
      vi: 'Công đoàn hoặc cơ quan có thẩm quyền yêu cầu nhưng chưa được cung cấp kết quả quan trắc.',
      en: 'A union or an authority asked for the results and was not given them.',
    },
  },
]
