import { minimumWorkingAge } from '../../law/accident-constants.ts'
import { cite } from '../../law/citation.ts'
import { valueOn } from '../../law/dated-constant.ts'
import { ageAt } from '../facts.ts'
import type { Victim } from '../schema.ts'
import { type AccidentRule, BY_ARITHMETIC, BY_POLICY, FROM_FORM, FROM_MEMORY, shapeRule, victimRule } from './define.ts'

/** Ours: beyond it a mistyped year is likelier than a worker of that age. */
const IMPROBABLE_AGE = 80
/** The ages in the wording of the list `vulnerable-groups`: minors are from 15 to under 18. */
const ADULT_AGE = 18
const CHILD_AGE = 15

const BIRTH = ['/victims/*/person/birthYear', '/victims/*/person/birthDate', '/accident/occurredAt'] as const

function yearOfBirth({ person }: Victim): number | null {
  return person?.birthYear ?? (person?.birthDate ? Number(person.birthDate.slice(0, 4)) : null)
}

/** What is said of a person fits together and with the day of the accident. */
export const personRules: readonly AccidentRule[] = [
  shapeRule({
    id: 'ACC-B07',
    kind: 'error',
    citations: [cite('ND39-2016 PL III'), cite('ND39-2016 PL X')],
    provenance: FROM_FORM,
    inputs: ['/victims/*/person/sex'],
    guards: ['/victims/*/person/sex'],
    message: {
      vi: 'Giới tính của nạn nhân phải là nam hoặc nữ, đúng như mẫu.',
      en: 'The sex of a victim is male or female, as on the form.',
    },
    fix: { vi: 'Ghi male (nam) hoặc female (nữ).', en: 'Write male or female.' },
    examples: {
      holds: [{}, { change: { '/victims/0/person/sex': 'female' } }],
      fails: [{ change: { '/victims/0/person/sex': 'Nam' } }],
    },
  }),

  victimRule({
    id: 'ACC-B13',
    kind: 'info',
    citations: [cite('L45-2019 143')],
    provenance: FROM_MEMORY,
    inputs: BIRTH,
    at: '/person',
    violated: (victim, { legalDate }) => {
      const age = ageAt(victim, legalDate)
      const least = valueOn(minimumWorkingAge, legalDate)
      return age !== null && age >= 0 && least !== undefined && age < least.value && { age, least: least.value }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal} mới {age} tuổi, dưới {least} tuổi.',
      en: 'Victim {ordinal} was {age} years old, under {least}.',
    },
    fix: {
      vi: 'Kiểm tra lại năm sinh; nếu đúng, xem quy định về lao động chưa thành niên.',
      en: 'Check the year of birth; if it is right, see the rules on minors at work.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/person/birthYear': 2011 } }],
      fails: [
        { change: { '/victims/0/person/birthYear': 2012 } },
        { change: { '/victims/0/person/birthDate': '2011-05-13', '/victims/0/person/birthYear': undefined } },
      ],
    },
  }),

  victimRule({
    id: 'ACC-B14',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: BIRTH,
    at: '/person/birthYear',
    violated: (victim, { legalDate }) => {
      const age = ageAt(victim, legalDate)
      return age !== null && age < 0 && { born: yearOfBirth(victim) ?? 0, year: legalDate.slice(0, 4) }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal} sinh năm {born}, sau ngày xảy ra tai nạn (năm {year}).',
      en: 'Victim {ordinal} was born in {born}, after the accident (in {year}).',
    },
    fix: { vi: 'Sửa năm sinh.', en: 'Correct the year of birth.' },
    examples: {
      holds: [{}, { change: { '/victims/0/person/birthYear': 2026 } }],
      fails: [
        { change: { '/victims/0/person/birthYear': 2027 } },
        { change: { '/victims/0/person/birthYear': undefined, '/victims/0/person/birthDate': '2026-05-13' } },
      ],
    },
  }),

  victimRule({
    id: 'ACC-B15',
    kind: 'info',
    citations: [{ kind: 'policy', note: 'Luật Căn cước' }],
    provenance: FROM_MEMORY,
    inputs: ['/victims/*/person/idNumber', '/victims/*/person/nationality'],
    at: '/person/idNumber',
    violated: ({ person }) =>
      person?.idNumber !== undefined &&
      (person.nationality ?? 'VN') === 'VN' &&
      !/^(\d{9}|\d{12})$/.test(person.idNumber),
    message: {
      vi: 'Số định danh của nạn nhân thứ {ordinal} không đủ 12 chữ số (số chứng minh nhân dân cũ có 9).',
      en: 'The identification number of victim {ordinal} does not have 12 digits (9 on the former card).',
    },
    fix: { vi: 'Kiểm tra lại trên căn cước của nạn nhân.', en: "Check it on the victim's card." },
    examples: {
      holds: [
        {},
        { change: { '/victims/0/person/idNumber': '095123456' } },
        { change: { '/victims/0/person/idNumber': 'P0123456', '/victims/0/person/nationality': 'LA' } },
      ],
      fails: [{ change: { '/victims/0/person/idNumber': '01909100012' } }],
    },
  }),

  {
    id: 'KB-ACC-14',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/victimId'],
    judge: ({ victims }) =>
      victims.flatMap(({ victimId }, index) => {
        const first = victims.findIndex((victim) => victim.victimId === victimId)
        if (victimId === undefined || first === index) return []
        return [
          { pointer: `/victims/${index}/victimId`, params: { id: victimId, first: first + 1, ordinal: index + 1 } },
        ]
      }),
    message: {
      vi: 'Nạn nhân thứ {ordinal} có cùng mã "{id}" với nạn nhân thứ {first}.',
      en: 'Victim {ordinal} has the same id "{id}" as victim {first}.',
    },
    fix: {
      vi: 'Đặt mã khác cho mỗi nạn nhân, hoặc bỏ trống để hệ thống cấp.',
      en: 'Give each victim an id of its own, or leave it out to be given one.',
    },
    examples: {
      holds: [{}, { change: { '/victims/1': { victimId: 'v2' }, '/victims/2': {}, '/victims/3': {} } }],
      fails: [{ change: { '/victims/1': { victimId: 'v1' } } }],
    },
  },

  victimRule({
    id: 'KB-ACC-16',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: BIRTH,
    at: '/person',
    violated: (victim, { legalDate }) => {
      const age = ageAt(victim, legalDate)
      return age !== null && age > IMPROBABLE_AGE && { age }
    },
    message: {
      vi: 'Theo năm sinh, nạn nhân thứ {ordinal} đã {age} tuổi.',
      en: 'By the year of birth, victim {ordinal} was {age} years old.',
    },
    fix: {
      vi: 'Kiểm tra lại năm sinh; nếu đúng thì xác nhận.',
      en: 'Check the year of birth; confirm it if it is right.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/person/birthYear': 1946 } }],
      fails: [{ change: { '/victims/0/person/birthYear': 1941 } }],
    },
  }),

  victimRule({
    id: 'KB-ACC-17',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/person/birthYear', '/victims/*/person/birthDate'],
    at: '/person/birthYear',
    violated: ({ person }) => {
      const { birthYear, birthDate } = person ?? {}
      if (birthYear === undefined || birthDate === undefined || birthDate.startsWith(`${birthYear}-`)) return false
      return { birthYear, birthDate }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal}: năm sinh {birthYear} không khớp ngày sinh {birthDate}.',
      en: 'Victim {ordinal}: the year of birth {birthYear} does not fit the date of birth {birthDate}.',
    },
    fix: { vi: 'Sửa một trong hai, hoặc chỉ ghi một.', en: 'Correct one of them, or state only one.' },
    examples: {
      holds: [{}, { change: { '/victims/0/person/birthDate': '1991-02-03' } }],
      fails: [{ change: { '/victims/0/person/birthDate': '1990-02-03' } }],
    },
  }),

  victimRule({
    id: 'KB-ACC-18',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/vulnerableGroups', '/victims/*/person/sex'],
    at: '/vulnerableGroups',
    violated: ({ person, vulnerableGroups = [] }) => {
      const group = vulnerableGroups.find((name) => name === 'women' || name === 'pregnant-or-nursing')
      return person?.sex === 'male' && group !== undefined && { group }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal} là nam nhưng được xếp vào nhóm chỉ dành cho lao động nữ ({group}).',
      en: 'Victim {ordinal} is a man, yet in a group of women only ({group}).',
    },
    fix: { vi: 'Sửa giới tính hoặc bỏ nhóm này.', en: 'Correct the sex or remove the group.' },
    examples: {
      holds: [
        { change: { '/victims/0/vulnerableGroups': ['women'], '/victims/0/person/sex': 'female' } },
        { change: { '/victims/0/vulnerableGroups': ['disabled'] } },
      ],
      fails: [
        { change: { '/victims/0/vulnerableGroups': ['pregnant-or-nursing'] } },
        { change: { '/victims/0/vulnerableGroups': ['women'] } },
      ],
    },
  }),

  victimRule({
    id: 'KB-ACC-19',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/vulnerableGroups', ...BIRTH],
    at: '/vulnerableGroups',
    violated: (victim, { legalDate }) => {
      const age = ageAt(victim, legalDate)
      if (age === null) return false
      // By the year alone somebody of 18 may still have been 17 on the day.
      const youngest = victim.person?.birthDate === undefined ? age - 1 : age
      const is = (group: string) => victim.vulnerableGroups?.includes(group) === true
      if (is('minor') && (youngest >= ADULT_AGE || age < CHILD_AGE)) return { age, group: 'minor' }
      return is('under-15') && youngest >= CHILD_AGE && { age, group: 'under-15' }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal} {age} tuổi nhưng được xếp vào nhóm "{group}".',
      en: 'Victim {ordinal} was {age} years old, yet in the group "{group}".',
    },
    fix: { vi: 'Sửa năm sinh hoặc nhóm.', en: 'Correct the year of birth or the group.' },
    examples: {
      holds: [
        { change: { '/victims/0/vulnerableGroups': ['minor'], '/victims/0/person/birthYear': 2008 } },
        { change: { '/victims/0/vulnerableGroups': ['under-15'], '/victims/0/person/birthYear': 2012 } },
        { change: { '/victims/0/vulnerableGroups': ['disabled'] } },
      ],
      fails: [
        { change: { '/victims/0/vulnerableGroups': ['minor'] } },
        { change: { '/victims/0/vulnerableGroups': ['minor'], '/victims/0/person/birthYear': 2013 } },
        {
          change: {
            '/victims/0/vulnerableGroups': ['minor'],
            '/victims/0/person/birthYear': undefined,
            '/victims/0/person/birthDate': '2008-05-12',
          },
        },
        { change: { '/victims/0/vulnerableGroups': ['under-15'], '/victims/0/person/birthYear': 2009 } },
      ],
    },
  }),

  victimRule({
    id: 'KB-ACC-20',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/yearsInJob', ...BIRTH],
    at: '/yearsInJob',
    violated: (victim, { legalDate }) => {
      const age = ageAt(victim, legalDate)
      const years = victim.yearsInJob
      return age !== null && age >= 0 && years !== undefined && years > age && { age, years }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal} {age} tuổi nhưng có {years} năm làm nghề.',
      en: 'Victim {ordinal} was {age} years old with {years} years in the job.',
    },
    fix: { vi: 'Sửa năm sinh hoặc số năm làm nghề.', en: 'Correct the year of birth or the years in the job.' },
    examples: {
      holds: [{}, { change: { '/victims/0/yearsInJob': 0 } }],
      fails: [{ change: { '/victims/0/yearsInJob': 36 } }],
    },
  }),

  victimRule({
    id: 'KB-ACC-21',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/training/lastOn', '/accident/occurredAt'],
    at: '/training/lastOn',
    violated: ({ training }, { dates }) =>
      training?.lastOn !== undefined &&
      dates.occurred !== null &&
      training.lastOn > dates.occurred && { trained: training.lastOn, occurred: dates.occurred },
    message: {
      vi: 'Ngày huấn luyện của nạn nhân thứ {ordinal} ({trained}) sau ngày xảy ra tai nạn ({occurred}).',
      en: 'Victim {ordinal} was trained on {trained}, after the accident of {occurred}.',
    },
    fix: {
      vi: 'Ghi lần huấn luyện cuối cùng trước tai nạn, hoặc bỏ trống nếu chưa huấn luyện.',
      en: 'State the last training before the accident, or leave it out if there was none.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/training/lastOn': '2026-05-12' } }],
      fails: [{ change: { '/victims/0/training/lastOn': '2026-05-13' } }],
    },
  }),
]
