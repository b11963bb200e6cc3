import type { Counting } from '../declaration/why-counted.ts'
import { cite } from '../law/citation.ts'
import type { AccidentFacts } from './facts.ts'

/** Whether an accident in force is in the figures, as `counted` of its fact row says, and in which part of the form. */
export function whyAccidentCounted({ present }: Pick<AccidentFacts, 'present'>): Counting {
  if (!present.counted) {
    return {
      counted: false,
      reasons: [
        {
          text: {
            vi: 'Biên bản điều tra đã công bố kết luận không phải là tai nạn lao động.',
            en: 'The announced minutes of the investigation conclude that it was no work accident.',
          },
          citations: [cite('L84-2015 3.8')],
        },
      ],
    }
  }
  const commuting = present.context === 'commuting'
  return {
    counted: true,
    reasons: [
      commuting
        ? {
            text: {
              vi: 'Được tính là tai nạn trên đường đi và về, ở mục 2 của biểu tổng hợp.',
              en: 'Counted as a commuting accident, in section 2 of the summary.',
            },
            citations: [cite('L84-2015 39.2'), cite('ND39-2016 PL XII, mục 2')],
          }
        : {
            text: {
              vi: 'Được tính là tai nạn lao động, ở mục 1 của biểu tổng hợp.',
              en: 'Counted as a work accident, in section 1 of the summary.',
            },
            citations: [cite('L84-2015 3.8'), cite('ND39-2016 PL XII, mục 1')],
          },
      ...(present.declarable
        ? []
        : [
            {
              text: {
                vi: 'Không thuộc diện phải khai báo ngay, nhưng vẫn được tính.',
                en: 'The law does not ask for its declaration; it counts all the same.',
              },
              citations: [cite('L84-2015 34.1.b')],
            },
          ]),
    ],
  }
}
