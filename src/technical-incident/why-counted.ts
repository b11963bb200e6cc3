import type { Counting } from '../declaration/why-counted.ts'
import { cite } from '../law/citation.ts'
import type { IncidentFacts } from './facts.ts'

/** An incident in force counts; its injured workers are counted by the declarations of their accidents. */
export function whyIncidentCounted({ declarable }: Pick<IncidentFacts, 'declarable'>): Counting {
  return {
    counted: true,
    reasons: [
      {
        text: {
          vi: 'Được tính là một sự cố kỹ thuật; người lao động bị nạn được tính theo khai báo tai nạn lao động.',
          en: 'Counted as a technical incident; injured workers are counted by the declarations of their accidents.',
        },
        citations: [cite('L84-2015 3.6')],
      },
      ...(declarable
        ? []
        : [
            {
              text: {
                vi: 'Không thuộc diện phải khai báo, nhưng vẫn được tính.',
                en: 'The law does not ask for its declaration; it counts all the same.',
              },
              citations: [cite('ND39-2016 26.1')],
            },
          ]),
    ],
  }
}
