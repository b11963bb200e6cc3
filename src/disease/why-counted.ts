import type { Counting } from '../declaration/why-counted.ts'
import { cite } from '../law/citation.ts'
import { facilityMayExamine } from '../provider/eligibility.ts'
import { obstacleText } from '../provider/eligibility-text.ts'
import type { DiseaseFacts } from './facts.ts'

/** Every round in force counts; those of a facility that may not examine are told apart in the figures. */
export function whyScreeningCounted({ context, legalDate }: Pick<DiseaseFacts, 'context' | 'legalDate'>): Counting {
  const { facility } = context.known
  const obstacle = facility && facilityMayExamine(facility, legalDate)
  const counts = {
    text: {
      vi: 'Được tính là một đợt khám bệnh nghề nghiệp theo ngày khám.',
      en: 'Counted as a round of examinations, by the day of the examination.',
    },
    citations: [cite('L84-2015 21.2')],
  }
  if (facility !== null && obstacle === null) return { counted: true, reasons: [counts] }
  const because = (language: 'vi' | 'en') => (obstacle === null ? '' : ` ${obstacleText(obstacle, language)}`)
  const apart = {
    text:
      facility === null
        ? {
            vi: 'Cơ sở khám chưa có trong danh sách đăng ký: số liệu xếp vào nhóm không rõ đủ điều kiện.',
            en: 'The facility is not in the register: the figures have it among those of unknown standing.',
          }
        : {
            vi: `Cơ sở khám không đủ điều kiện trong ngày khám: số liệu tách riêng.${because('vi')}`,
            en: `The facility might not examine on the day: the figures tell it apart.${because('en')}`,
          },
    citations: [cite('L84-2015 21.4')],
  }
  return { counted: true, reasons: [counts, apart] }
}
