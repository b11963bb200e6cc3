import { cite } from '../../law/citation.ts'
import type { AwaitingRule, Text } from '../../rules/rule.ts'
import { BY_POLICY, FROM_TEXT } from './define.ts'

const PERIODIC_REPORTS: Text = {
  vi: 'Chờ các báo cáo định kỳ được gửi qua hệ thống.',
  en: 'Awaits the periodic reports being filed here.',
}

/** Rules of the collection that a campaign, the registers and what was filed before do not suffice to judge. */
export const awaitingRules: readonly AwaitingRule[] = [
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
