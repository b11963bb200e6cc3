import { cite } from '../../law/citation.ts'
import type { AwaitingRule } from '../../rules/rule.ts'
import { FROM_TEXT } from './define.ts'

/** Rules of the collection that a campaign, the registers and what was filed before do not suffice to judge. */
export const awaitingRules: readonly AwaitingRule[] = [
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
