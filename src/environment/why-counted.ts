import type { Counting, CountingReason } from '../declaration/why-counted.ts'
import { cite } from '../law/citation.ts'
import type { EnvironmentFacts, Objection } from './facts.ts'

/** Whether a campaign in force counts as monitoring; what keeps it out is what its standing objects. */
export function whyCampaignCounted({
  standing,
  measurements,
}: Pick<EnvironmentFacts, 'standing' | 'measurements'>): Counting {
  if (!standing.counts) {
    return { counted: false, reasons: standing.objections.map((objection) => OBJECTION_REASONS[objection]) }
  }
  const leftOut = measurements.filter(({ calibrated }) => !calibrated).length
  return {
    counted: true,
    reasons: [
      {
        text: {
          vi: 'Được tính là quan trắc môi trường lao động theo ngày lấy mẫu.',
          en: 'Counted as monitoring, by the day of sampling.',
        },
        citations: [cite('ND44-2016 35.3')],
      },
      ...(leftOut === 0
        ? []
        : [
            {
              text: {
                vi: `Không tính ${leftOut} kết quả đo bằng thiết bị chưa hiệu chuẩn.`,
                en: `Left out are ${leftOut} results of instruments that were not calibrated.`,
              },
              citations: [cite('ND44-2016 37.1')],
            },
          ]),
    ],
  }
}

const OBJECTION_REASONS: Readonly<Record<Objection, CountingReason>> = {
  'organisation-unknown': {
    text: {
      vi: 'Không tính: tổ chức quan trắc không có trong danh sách đã công bố đủ điều kiện.',
      en: 'Not counted: the monitoring organisation is not among those announced as eligible.',
    },
    citations: [cite('ND44-2016 34.4')],
  },
  'organisation-not-eligible': {
    text: {
      vi: 'Không tính: tổ chức quan trắc không đủ điều kiện trong các ngày quan trắc.',
      en: 'Not counted: the monitoring organisation was not eligible on the days of the campaign.',
    },
    citations: [cite('ND44-2016 34.4')],
  },
  'report-cancelled': {
    text: {
      vi: 'Không tính: báo cáo kết quả đã bị hủy theo quyết định của cơ quan có thẩm quyền.',
      en: 'Not counted: an authority has cancelled the report of results.',
    },
    citations: [cite('ND283-2026 38.10.a')],
  },
  'production-not-running': {
    text: {
      vi: 'Không tính: không lấy mẫu trong lúc cơ sở đang hoạt động bình thường.',
      en: 'Not counted: it was not sampled while production was running.',
    },
    citations: [cite('ND44-2016 35.3')],
  },
  'not-calibrated': {
    text: {
      vi: 'Không tính: không thiết bị đo nào được hiệu chuẩn.',
      en: 'Not counted: no instrument was calibrated.',
    },
    citations: [cite('ND44-2016 37.1')],
  },
}
