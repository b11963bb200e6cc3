import { cite } from '../../law/citation.ts'
import { type FacilityObstacle, facilityMayExamine, facilityMayExamineAtWorkplace } from '../../provider/eligibility.ts'
import { obstacleText } from '../../provider/eligibility-text.ts'
import type { FacilitySnapshot } from '../../provider/snapshot.ts'
import type { DiseaseFacts } from '../facts.ts'
import { sampleContext } from '../sample.ts'
import {
  BY_POLICY,
  DATED,
  type DiseaseContext,
  type DiseaseRule,
  FROM_TEXT,
  intervalOf,
  screeningRule,
} from './define.ts'

const NAMED = ['/facility/id', '/facility/taxCode'] as const

/** On the first or the last day of the round. */
function obstacleTo({ context: { known }, dates: { from }, legalDate }: DiseaseFacts): FacilityObstacle | null {
  if (known.facility === null) return null
  return facilityMayExamine(known.facility, from ?? legalDate) ?? facilityMayExamine(known.facility, legalDate)
}

/** For examples: the facility of the sample, otherwise in one point. */
function facilityThat(part: Partial<FacilitySnapshot>): Partial<DiseaseContext> {
  const { known } = sampleContext
  return { known: { ...known, facility: known.facility && { ...known.facility, ...part } } }
}

const UNKNOWN_FACILITY: Partial<DiseaseContext> = { known: { ...sampleContext.known, facility: null } }

/** Who examined, beside what the register of facilities knows of them. */
export const facilityRules: readonly DiseaseRule[] = [
  {
    id: 'OD-R077',
    kind: 'breach',
    citations: [cite('L84-2015 21.4'), cite('TT56-2025-BYT 2.1')],
    provenance: FROM_TEXT,
    inputs: [...NAMED, ...DATED],
    judge: (facts) => {
      const obstacle = obstacleTo(facts)
      if (obstacle === null) return []
      const told = { vi: obstacleText(obstacle, 'vi'), en: obstacleText(obstacle, 'en') }
      return [
        {
          pointer: '/facility',
          params: { facility: facts.context.known.facility?.name ?? '—', date: facts.legalDate },
          fix: {
            vi: `${told.vi} Kiểm tra tên cơ sở và ngày khám; kết quả có thể phải khám lại.`,
            en: `${told.en} Check the facility and the day; the examination may have to be repeated.`,
          },
        },
      ]
    },
    message: {
      vi: 'Cơ sở {facility} không có giấy phép còn hiệu lực với phạm vi khám bệnh nghề nghiệp trong đợt khám (đến {date}).',
      en: 'Facility {facility} had no licence in force that covers occupational diseases during the round (to {date}).',
    },
    fix: {
      vi: 'Kiểm tra tên cơ sở và ngày khám; kết quả có thể phải khám lại tại cơ sở đủ điều kiện.',
      en: 'Check the facility and the day; the examination may have to be repeated at one that is licensed.',
    },
    examples: {
      holds: [{}, { context: UNKNOWN_FACILITY }],
      fails: [{ context: facilityThat({ licences: [] }) }],
    },
  },

  screeningRule({
    id: 'OD-R078',
    kind: 'breach',
    citations: [cite('TT56-2025-BYT 2.2'), cite('L15-2023 79')],
    interval: intervalOf('TT56-2025-BYT'),
    provenance: FROM_TEXT,
    inputs: [...NAMED, '/examination/mobile', '/examination/mobileDossier', ...DATED],
    at: '/examination/mobile',
    violated: ({ examination: { mobile, mobileDossier }, context: { known }, legalDate }) =>
      mobile === true &&
      (known.facility === null
        ? mobileDossier === false
        : facilityMayExamineAtWorkplace(known.facility, legalDate) !== null),
    message: {
      vi: 'Khám lưu động tại nơi làm việc nhưng cơ sở khám chưa công bố đủ điều kiện khám lưu động.',
      en: 'Examined at the workplace by a facility that had not declared examination away from its premises.',
    },
    fix: {
      vi: 'Cơ sở khám phải công bố với cơ quan y tế trước khi khám lưu động.',
      en: 'The facility declares it to the health office before examining away from its premises.',
    },
    examples: {
      holds: [{}, { change: { '/examination/mobile': false }, context: facilityThat({ mobileExamination: null }) }],
      fails: [
        { context: facilityThat({ mobileExamination: null }) },
        { change: { '/examination/mobileDossier': false }, context: UNKNOWN_FACILITY },
      ],
    },
  }),

  screeningRule({
    id: 'KB-DIS-35',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...NAMED],
    at: '/facility',
    violated: ({ context: { known } }) => known.facility === null,
    message: {
      vi: 'Cơ sở khám chưa có trong danh sách của cơ quan y tế: không đối chiếu được giấy phép.',
      en: 'The facility is not in the register of the health office: its licence could not be compared.',
    },
    fix: {
      vi: 'Ghi id hoặc taxCode của cơ sở khám theo /v1/facilities.',
      en: 'State the id or the taxCode of the facility as in /v1/facilities.',
    },
    examples: { holds: [{}], fails: [{ context: UNKNOWN_FACILITY }] },
  }),

  screeningRule({
    id: 'KB-DIS-36',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...NAMED, '/facility/licenceNumber'],
    at: '/facility/licenceNumber',
    violated: ({ declaration, context: { known } }) => {
      const filed = declaration.facility?.licenceNumber
      const licences = known.facility?.licences ?? []
      return filed !== undefined && licences.length > 0 && !licences.some(({ number }) => number === filed) && { filed }
    },
    message: {
      vi: 'Số giấy phép {filed} không phải là giấy phép nào của cơ sở khám trong danh sách của cơ quan y tế.',
      en: 'Licence number {filed} is none of those that the health office has of the facility.',
    },
    fix: { vi: 'Kiểm tra số giấy phép.', en: 'Check the number of the licence.' },
    examples: {
      holds: [{}, { change: { '/facility/licenceNumber': undefined } }],
      fails: [{ change: { '/facility/licenceNumber': '999/XYZ' } }],
    },
  }),
]
