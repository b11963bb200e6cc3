import { cite } from '../../../law/citation.ts'
import {
  generalStaffMinimum,
  hazardousStaffMinimum,
  isStaffedAsHazardous,
  isStaffedEnough,
  type MedicalStaffMinimum,
} from '../../../law/medical-staff.ts'
import type { Text, Violation } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import { text } from '../../names.ts'
import { BY_ARITHMETIC, BY_POLICY, BY_READING, FROM_FORM, FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import { sampleContext } from '../../sample.ts'
import { nameOfHealthCell } from '../cell-names.ts'
import { sexes } from '../persons.ts'
import type { OccupationalHealth } from '../schema.ts'
import { annex8, BASE, bothOf, declaring, healthRule, of, PERIOD, places, WORKFORCE } from './define.ts'

const POLICY = { kind: 'policy' } as const
const EXPOSED = '/factors/*/exposed/total'
const GROUPS = ['direct', 'hazardous', 'firstAiders'] as const
const STAFF = [
  '/medical/staffed',
  '/medical/staff/*/qualification',
  '/medical/ownFacility/exists',
  '/medical/contract/exists',
] as const

const MEDIC = { name: 'Lê Thị Trạm', qualification: 'intermediate', certified: true } as const
const staffed = (...staff: readonly object[]) => annex8({ medical: { staffed: true, staff: [...staff] } })
const MINER = {
  register: sampleContext.register && { ...sampleContext.register, workers: 400, highRisk: ['HR-01'] },
}

/** Whether the staff reported lie below a minimum, with nothing in their place: an own facility, a contract (Art. 37.5). */
function understaffed(
  { medical }: OccupationalHealth,
  { workforce: { total } }: ReportFacts,
  minimumOf: (workers: number) => MedicalStaffMinimum,
) {
  const { staffed, staff, ownFacility, contract } = medical ?? {}
  if (total === null || contract?.exists === true || ownFacility?.exists === true) return false
  // Rows that were not filled in are not known; only the answer "none" is.
  if (staffed !== false && (staff === undefined || staff.some(({ qualification }) => qualification === undefined)))
    return false
  const qualifications = staffed === false ? [] : (staff ?? []).flatMap(({ qualification }) => qualification ?? [])
  const minimum = minimumOf(total)
  return (minimum.ownFacility || !isStaffedEnough(qualifications, minimum)) && { total, staff: qualifications.length }
}

/** Section I. Missed duties are true reports. */
export const establishmentRules: readonly ReportRule[] = [
  healthRule({
    id: 'OD-R001',
    kind: 'error',
    citations: [POLICY, cite('TT19-2016-BYT 10.3')],
    provenance: FROM_TEXT,
    interval: { validFrom: null, validTo: null },
    inputs: [...PERIOD, BASE],
    at: '',
    violated: (_report, { due, period }) => period !== null && due === null && { year: period.year },
    message: {
      vi: 'Kỳ báo cáo năm {year} trước khi có mẫu báo cáo y tế lao động (15/8/2016).',
      en: 'The period, of {year}, lies before this report was introduced (15 August 2016).',
    },
    fix: {
      vi: 'Kiểm tra năm của kỳ; báo cáo các kỳ trước khi có mẫu này không nộp tại đây.',
      en: 'Check the year; reports on earlier periods are not filed here.',
    },
    examples: {
      holds: [annex8({})],
      fails: [annex8({}, {}, { '/period/year': 2016 }), annex8({}, {}, { '/period/year': 2014 })],
    },
  }),

  {
    id: 'KB-OH-04',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục I'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...places(...bothOf('/direct'), ...bothOf('/hazardous'), ...bothOf('/firstAiders')), ...WORKFORCE],
    judge: ({ section: { occupationalHealth }, declaration: { workforce } }): readonly Violation[] =>
      GROUPS.flatMap((group) =>
        (['total', 'women'] as const).flatMap((of) => {
          const [count, most] = [occupationalHealth?.[group]?.[of] ?? 0, workforce?.[of]]
          if (most === undefined || count <= most) return []
          const line = of === 'total' ? `I.${group}` : `I.${group}Women`
          return [{ pointer: `${BASE}/${group}/${of}`, params: { group: nameOfHealthCell(line), count, most } }]
        }),
      ),
    message: {
      vi: '{group}: {count} người, nhiều hơn {most} người trong số lao động của báo cáo.',
      en: '{group}: {count} persons, more than the {most} of the workforce of the report.',
    },
    fix: {
      vi: 'Một nhóm là một phần của số lao động: sửa số của nhóm, hoặc sửa workforce.',
      en: 'A group is part of the workforce: correct the group, or workforce.',
    },
    examples: {
      holds: [annex8({ direct: of(240, 35) }), annex8({ direct: of(999) }, {}, { '/workforce': undefined })],
      fails: [annex8({ direct: of(241, 35) }), annex8({ hazardous: of(100, 36) })],
    },
  },

  healthRule({
    id: 'OD-R008',
    kind: 'breach',
    citations: [cite('TT19-2016-BYT 1.1.a'), cite('ND39-2016 5.3')],
    provenance: FROM_TEXT,
    inputs: places('/hygieneFile', EXPOSED),
    at: '/hygieneFile',
    violated: ({ hygieneFile, factors = [] }) =>
      hygieneFile === false && factors.some(({ exposed }) => sexes(exposed).total > 0),
    message: {
      vi: 'Có người tiếp xúc với yếu tố có hại mà cơ sở chưa lập hồ sơ vệ sinh lao động.',
      en: 'People are exposed to harmful factors and there is no hygiene dossier.',
    },
    fix: { vi: 'Lập hồ sơ vệ sinh lao động của cơ sở.', en: 'Make the hygiene dossier of the establishment.' },
    examples: {
      holds: [
        annex8({ hygieneFile: true, factors: [{ factor: 'HZ-PHY-NOISE', exposed: of(1) }] }),
        annex8({ hygieneFile: false }),
      ],
      fails: [annex8({ hygieneFile: false, factors: [{ factor: 'HZ-PHY-NOISE', exposed: of(1) }] })],
    },
  }),

  healthRule({
    id: 'ENV-174',
    kind: 'info',
    citations: [cite('ND39-2016 5.3')],
    provenance: BY_POLICY,
    inputs: places('/hygieneFile'),
    needs: ['history'],
    at: '/hygieneFile',
    violated: ({ hygieneFile }, { context: { known } }) =>
      hygieneFile === false &&
      (known.health?.campaigns.length ?? 0) > 0 && {
        campaigns: known.health?.campaigns.map(({ id }) => id).join(', ') ?? '',
      },
    message: {
      vi: 'Ghi không có hồ sơ vệ sinh lao động, trong khi kỳ này đã có quan trắc (hồ sơ {campaigns}).',
      en: 'No hygiene dossier is reported, though there was monitoring in the period ({campaigns}).',
    },
    fix: {
      vi: 'Kiểm tra: quan trắc dựa trên danh mục yếu tố có hại của hồ sơ.',
      en: 'Check it: monitoring goes by the factors that the dossier lists.',
    },
    examples: {
      holds: [annex8({ hygieneFile: true }, declaring({})), annex8({ hygieneFile: false })],
      fails: [annex8({ hygieneFile: false }, declaring({}))],
    },
  }),

  healthRule({
    id: 'OD-R009',
    kind: 'breach',
    citations: [cite('L84-2015 73.1'), cite('ND39-2016 37')],
    provenance: FROM_TEXT,
    inputs: places('/medical/staffed', '/medical/ownFacility/exists', '/medical/contract/exists'),
    at: '/medical',
    violated: ({ medical }) =>
      medical?.staffed === false && medical.ownFacility?.exists === false && medical.contract?.exists === false,
    message: {
      vi: 'Không có người làm công tác y tế, không có cơ sở y tế và không có hợp đồng với cơ sở khám bệnh, chữa bệnh.',
      en: 'There are no medical staff, no medical facility and no contract with one.',
    },
    fix: {
      vi: 'Bố trí người làm công tác y tế hoặc ký hợp đồng với cơ sở khám bệnh, chữa bệnh.',
      en: 'Employ medical staff, or contract a health facility.',
    },
    examples: {
      holds: [
        annex8({ medical: { staffed: false, ownFacility: { exists: false }, contract: { exists: true } } }),
        annex8({ medical: { staffed: false } }),
      ],
      fails: [annex8({ medical: { staffed: false, ownFacility: { exists: false }, contract: { exists: false } } })],
    },
  }),

  healthRule({
    id: 'OD-R010',
    kind: 'breach',
    citations: [cite('ND39-2016 37.2')],
    provenance: FROM_TEXT,
    inputs: [...places(...STAFF), '/workforce/total'],
    needs: ['register'],
    at: '/medical/staff',
    violated: (report, facts) => understaffed(report, facts, generalStaffMinimum),
    message: {
      vi: 'Có {staff} người làm công tác y tế đủ trình độ cho {total} lao động: thấp hơn mức tối thiểu, và không có hợp đồng với cơ sở khám bệnh, chữa bệnh.',
      en: '{staff} medical staff for {total} workers: below the minimum, and there is no contract with a health facility.',
    },
    fix: {
      vi: 'Bố trí đủ người, hoặc ký hợp đồng với cơ sở khám bệnh, chữa bệnh (Điều 37.5).',
      en: 'Employ enough staff, or contract a health facility (Art. 37.5).',
    },
    examples: {
      holds: [
        staffed(MEDIC),
        annex8({ medical: { staffed: false, contract: { exists: true } } }),
        annex8({ medical: { staffed: true } }, {}, { '/workforce/total': 2_000 }),
      ],
      fails: [
        annex8({ medical: { staffed: false } }),
        staffed({ ...MEDIC, qualification: 'other' }),
        annex8({ medical: { staffed: true, staff: [MEDIC] } }, {}, { '/workforce/total': 600 }),
      ],
    },
  }),

  healthRule({
    id: 'KB-OH-05',
    kind: 'info',
    citations: [cite('ND39-2016 37.1')],
    provenance: BY_READING,
    inputs: [...places(...STAFF), '/workforce/total'],
    needs: ['register'],
    at: '/medical/staff',
    violated: (report, facts) =>
      isStaffedAsHazardous(facts.context.register?.highRisk ?? []) &&
      understaffed(report, facts, generalStaffMinimum) === false &&
      understaffed(report, facts, hazardousStaffMinimum),
    message: {
      vi: 'Ngành có nguy cơ cao: {staff} người làm công tác y tế cho {total} lao động có thể thấp hơn mức của Điều 37.1.',
      en: 'A hazardous sector: {staff} medical staff for {total} workers may lie below the minimum of Art. 37.1.',
    },
    examples: {
      holds: [
        staffed(MEDIC),
        annex8({ medical: { staffed: true, staff: [MEDIC] } }, MINER, { '/workforce/total': 240 }),
      ],
      fails: [annex8({ medical: { staffed: true, staff: [MEDIC] } }, MINER, { '/workforce/total': 400 })],
    },
  }),

  {
    id: 'OD-R011',
    kind: 'breach',
    citations: [cite('ND39-2016 37.3.b')],
    provenance: FROM_TEXT,
    inputs: places('/medical/staff/*/certified'),
    judge: ({ section: { occupationalHealth } }) =>
      (occupationalHealth?.medical?.staff ?? []).flatMap(({ certified }, index) =>
        certified === false
          ? [{ pointer: `${BASE}/medical/staff/${index}/certified`, params: { ordinal: index + 1 } }]
          : [],
      ),
    message: {
      vi: 'Người làm công tác y tế thứ {ordinal} chưa có chứng chỉ chuyên môn về y tế lao động.',
      en: 'The medical staff member in row {ordinal} has no certificate of occupational health.',
    },
    fix: { vi: 'Cử người đó đi học và lấy chứng chỉ.', en: 'Have this person trained and certified.' },
    examples: {
      holds: [staffed(MEDIC)],
      fails: [staffed({ ...MEDIC, certified: false })],
    },
  },

  healthRule({
    id: 'KB-OH-06',
    kind: 'info',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: FROM_FORM,
    inputs: [
      ...places(
        '/product',
        '/hygieneFile',
        '/firstAiders/total',
        '/medical/staffed',
        '/medical/staff/*/name',
        '/direct/total',
        '/hazardous/total',
        '/factors/*/factor',
        '/absences/*/month',
        '/diseases/*/disease',
        '/healthClasses/*/class',
      ),
      '/zero',
    ],
    at: '',
    violated: (report, { declaration: { zero } }) => {
      const missing = ASKED.filter((part) => report[part] === undefined)
      return (
        zero !== true &&
        missing.length > 0 && {
          missing: text((language) => missing.map((part) => ASKED_NAMED[part][language]).join(', ')),
        }
      )
    },
    message: {
      vi: 'Mẫu báo cáo còn hỏi: {missing}.',
      en: 'The form asks for what is not stated: {missing}.',
    },
    examples: {
      holds: [
        annex8({
          product: 'Đá xây dựng',
          hygieneFile: true,
          direct: of(190),
          hazardous: of(150),
          medical: { staffed: true },
          firstAiders: of(8),
          factors: [{ factor: 'HZ-PHY-NOISE' }],
          absences: [{ month: 1 }],
          diseases: [{ disease: 'OD-18' }],
          healthClasses: [{ class: 'I' }],
        }),
        annex8({}, {}, { '/zero': true }),
      ],
      fails: [annex8({}), annex8({ hygieneFile: true })],
    },
  }),
]

/** As the form calls its parts. */
const ASKED_NAMED = {
  product: { vi: 'sản phẩm, dịch vụ chính (mục I.3)', en: 'the main product or service (I.3)' },
  direct: { vi: 'số lao động trực tiếp sản xuất (mục I.5)', en: 'workers in direct production (I.5)' },
  hazardous: { vi: 'số lao động làm công việc nguy hiểm, độc hại (mục I.6)', en: 'workers in harmful work (I.6)' },
  hygieneFile: { vi: 'có hồ sơ vệ sinh lao động hay không', en: 'whether there is a hygiene dossier' },
  medical: { vi: 'công tác y tế (mục I.7)', en: 'medical care (I.7)' },
  firstAiders: { vi: 'lực lượng sơ cứu, cấp cứu (mục I.8)', en: 'first-aiders (I.8)' },
  factors: { vi: 'quan trắc môi trường lao động (mục II)', en: 'monitoring (section II)' },
  absences: { vi: 'nghỉ việc do ốm đau, tai nạn, bệnh nghề nghiệp (mục III)', en: 'absences (section III)' },
  diseases: { vi: 'bệnh nghề nghiệp (mục IV)', en: 'occupational diseases (section IV)' },
  healthClasses: { vi: 'phân loại sức khỏe (mục VI)', en: 'health classes (section VI)' },
} as const satisfies Partial<Record<keyof OccupationalHealth, Text>>

const ASKED = Object.keys(ASKED_NAMED) as (keyof typeof ASKED_NAMED)[]
