import { cite } from '../../../law/citation.ts'
import type { AwaitingRule, Text } from '../../../rules/rule.ts'
import { BY_ARITHMETIC, FROM_TEXT } from '../../rules/define.ts'

const OBLIGATIONS: Text = {
  vi: 'Chờ sổ theo dõi nghĩa vụ: một báo cáo không cho biết điều chưa được làm.',
  en: 'Awaits the register of obligations: no report tells of what was not done.',
}
const OTHER_FILERS: Text = {
  vi: 'Chờ đối chiếu giữa các cơ sở; kết quả chỉ dành cho cơ quan quản lý.',
  en: 'Awaits the comparison across establishments, for officers only.',
}

/** Rules about summaries of accidents that one report and its history do not suffice to judge. */
export const accidentSummaryAwaiting: readonly AwaitingRule[] = [
  {
    id: 'ACC-G04',
    citations: [cite('L84-2015 36.1')],
    provenance: FROM_TEXT,
    awaits: OBLIGATIONS,
    message: {
      vi: 'Không có vụ tai nạn nào trong kỳ nhưng cũng không có báo cáo: vẫn phải báo cáo.',
      en: 'No accident in the period, and no report either: a zero report is still due.',
    },
  },
  {
    id: 'ACC-G32',
    citations: [cite('ND39-2016 24.4.a')],
    provenance: FROM_TEXT,
    awaits: OBLIGATIONS,
    message: {
      vi: 'Đã nhận tin vụ tai nạn làm chết người hoặc làm bị thương nặng từ 2 người nhưng chưa báo cáo nhanh về Bộ theo Phụ lục XIII.',
      en: 'A fatal accident, or one with two seriously injured, was received, and no quick report (Annex XIII) went to the ministry.',
    },
  },
  {
    id: 'ACC-H08',
    citations: [cite('ND39-2016 PL XII, cột 7')],
    provenance: BY_ARITHMETIC,
    awaits: OTHER_FILERS,
    message: {
      vi: 'Một vụ tai nạn được cả cơ sở nơi xảy ra và người sử dụng lao động của nạn nhân thống kê.',
      en: 'One accident is counted by the establishment where it happened and by the employer of a victim.',
    },
  },
]
