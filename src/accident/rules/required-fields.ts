import { cite } from '../../law/citation.ts'
import type { AccidentFacts } from '../facts.ts'
import { type AccidentRule, BY_POLICY, declarationRule, FROM_FORM, FROM_TEXT } from './define.ts'
import {
  type Missing,
  missingDeathMode,
  missingDeclarant,
  missingEstablishmentType,
  missingInjury,
  missingNameOrAddress,
  missingOccupation,
  missingPerson,
  missingPlace,
  missingTime,
  missingVictims,
  unless,
} from './missing-parts.ts'

/** Refuses a full declaration for what it lacks. */
function requires(missing: Missing): Pick<AccidentRule, 'inputs' | 'judge'> {
  return {
    inputs: [...missing.inputs, '/preliminary'],
    judge: (facts) => (facts.preliminary ? [] : missing.of(facts)),
  }
}

/** In the order of the form. The time and the place are asked of a first notice too, by KB-ACC-01. */
const ASKED_LATER: readonly Missing[] = [
  missingNameOrAddress,
  missingEstablishmentType,
  missingVictims,
  missingPerson,
  missingOccupation,
  missingDeathMode,
  missingInjury,
  missingDeclarant,
]

const CONTACT = [
  '/declarant/phone',
  '/declarant/email',
  '/establishment/phone',
  '/establishment/email',
  '/onBehalf/informant/phone',
  '/onBehalf/informant/email',
] as const

const anyCasualties: Missing = {
  inputs: ['/victims', '/casualtiesUnknown', '/casualties'],
  of: ({ victims, declaration: { casualties, casualtiesUnknown } }) => {
    const told = victims.length > 0 || casualtiesUnknown === true || Object.values(casualties ?? {}).some(Boolean)
    return told
      ? []
      : [
          {
            pointer: '/casualties',
            fix: {
              vi: 'Ghi số người chết, bị thương, mất tích đã biết; nếu chưa rõ thì đặt casualtiesUnknown = true.',
              en: 'State how many are known dead, injured or missing; if nothing is known, set casualtiesUnknown to true.',
            },
          },
        ]
  },
}

const contact: Missing = {
  inputs: CONTACT,
  of: ({ declaration: { declarant, establishment, onBehalf } }) =>
    unless(
      [declarant, establishment, onBehalf?.informant].find((who) => who?.phone ?? who?.email),
      '/declarant/phone',
      {
        vi: 'Ghi số điện thoại hoặc thư điện tử của người có thể liên hệ.',
        en: 'State a telephone number or e-mail address of somebody to reach.',
      },
    ),
}

const ASKED_AT_ONCE: readonly Missing[] = [missingTime, missingPlace, anyCasualties, contact]

function all(parts: readonly Missing[], facts: AccidentFacts) {
  return parts.flatMap((part) => part.of(facts))
}

function inputsOf(parts: readonly Missing[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => part.inputs)), '/preliminary']
}

const FIRST_NOTICE = {
  '/preliminary': true,
  '/casualties': { serious: 2 },
  '/victims': undefined,
} as const

/** What the form asks for. A first notice needs its few facts only and is told of the rest. */
export const requiredFieldRules: readonly AccidentRule[] = [
  {
    id: 'ACC-B01',
    kind: 'error',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    needs: ['register'],
    ...requires(missingNameOrAddress),
    message: {
      vi: 'Thiếu tên hoặc địa chỉ cơ sở xảy ra tai nạn, trong sổ đăng ký cũng không có.',
      en: 'The name or address of the establishment is missing, and the register does not have it.',
    },
    fix: {
      vi: 'Ghi tên và địa chỉ cơ sở xảy ra tai nạn vào establishment.',
      en: 'State in establishment the name and address of where the accident happened.',
    },
    examples: {
      holds: [
        { change: { '/establishment/name': undefined, '/establishment/address': undefined } },
        { change: { '/establishment/name': undefined, '/preliminary': true }, context: { register: null } },
        {
          change: { '/establishment/name': undefined, '/victims/0/employmentRelation': 'farmer' },
          context: { register: null },
        },
      ],
      fails: [
        { change: { '/establishment/name': undefined }, context: { register: null } },
        { change: { '/establishment/address': undefined }, context: { register: null } },
      ],
    },
  },

  {
    id: 'ACC-B03',
    kind: 'error',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    ...requires(missingTime),
    guards: ['/accident/occurredAt'],
    message: {
      vi: 'Thiếu hoặc ghi sai ngày, giờ, phút xảy ra tai nạn.',
      en: 'The day, hour and minute of the accident are missing or malformed.',
    },
    fix: {
      vi: 'Ghi đủ ngày, giờ, phút theo dạng 2026-05-12T09:40:00+07:00.',
      en: 'State day, hour and minute as in 2026-05-12T09:40:00+07:00.',
    },
    examples: {
      holds: [{}, { change: { '/accident/occurredAt': '2026-05-12T02:40Z' } }],
      fails: [{ change: { '/accident/occurredAt': undefined } }, { change: { '/accident/occurredAt': '2026-05-12' } }],
    },
  },

  {
    id: 'ACC-B05',
    kind: 'error',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    ...requires(missingVictims),
    message: {
      vi: 'Chưa ghi nạn nhân nào và cũng chưa đánh dấu là chưa rõ thương vong.',
      en: 'No victim is listed, and the casualties are not marked as unknown either.',
    },
    fix: {
      vi: 'Liệt kê từng nạn nhân ở victims; chưa biết có ai bị nạn thì đặt casualtiesUnknown = true.',
      en: 'List each victim in victims; if nobody knows yet who was hurt, set casualtiesUnknown to true.',
    },
    examples: {
      holds: [
        {},
        { change: { '/victims': undefined, '/casualtiesUnknown': true } },
        { change: { '/victims': undefined, '/preliminary': true } },
      ],
      fails: [{ change: { '/victims': undefined } }, { change: { '/victims': [] } }],
    },
  },

  {
    id: 'ACC-B06',
    kind: 'error',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    ...requires(missingPerson),
    message: {
      vi: 'Nạn nhân thứ {ordinal} thiếu họ tên, năm sinh, giới tính hoặc tình trạng.',
      en: 'Victim {ordinal} lacks a name, year of birth, sex or condition.',
    },
    fix: {
      vi: 'Ghi họ tên, năm sinh (hoặc ngày sinh), giới tính và tình trạng của nạn nhân.',
      en: 'State name, year (or day) of birth, sex and condition of the victim.',
    },
    examples: {
      holds: [
        { change: { '/victims/0/person/birthYear': undefined, '/victims/0/person/birthDate': '1991-02-03' } },
        { change: { '/victims/0/person': undefined, '/preliminary': true } },
      ],
      fails: [
        { change: { '/victims/0/person/name': undefined } },
        { change: { '/victims/0/person/birthYear': undefined } },
        { change: { '/victims/0/person/sex': undefined } },
        { change: { '/victims/0/condition': undefined } },
      ],
    },
  },

  {
    id: 'ACC-B11',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, chú thích 2')],
    provenance: FROM_FORM,
    needs: ['register'],
    ...requires(missingEstablishmentType),
    message: {
      vi: 'Thiếu loại hình cơ sở, trong sổ đăng ký cũng không có.',
      en: 'The type of establishment is missing, and the register does not have it.',
    },
    fix: {
      vi: 'Chọn mã loại hình cơ sở tại /v1/code-lists/establishment-types.',
      en: 'Choose a code from /v1/code-lists/establishment-types.',
    },
    examples: {
      holds: [
        { change: { '/establishment/type': undefined } },
        {
          change: { '/establishment/type': undefined, '/victims/0/employmentRelation': 'farmer' },
          context: { register: null },
        },
      ],
      fails: [{ change: { '/establishment/type': undefined }, context: { register: null } }],
    },
  },

  {
    id: 'ACC-B12',
    kind: 'error',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    ...requires(missingDeclarant),
    message: {
      vi: 'Thiếu họ tên hoặc chức vụ của người khai báo.',
      en: 'The name or position of the declarant is missing.',
    },
    fix: {
      vi: 'Ghi họ tên và chức vụ của người khai báo vào declarant.',
      en: 'State name and position of who declares in declarant.',
    },
    examples: {
      holds: [{}, { change: { '/declarant': undefined, '/preliminary': true } }],
      fails: [
        { change: { '/declarant/name': undefined } },
        { change: { '/declarant/position': undefined } },
        { change: { '/declarant': undefined } },
      ],
    },
  },

  {
    id: 'ACC-C02',
    kind: 'error',
    citations: [cite('ND39-2016 9.2'), cite('ND39-2016 PL II')],
    provenance: FROM_TEXT,
    ...requires(missingInjury),
    message: {
      vi: 'Nạn nhân thứ {ordinal} được ghi là bị thương nặng nhưng không có chấn thương nào thuộc Phụ lục II.',
      en: 'Victim {ordinal} is stated as seriously injured without any injury of Annex II.',
    },
    fix: {
      vi: 'Chọn chấn thương thuộc Phụ lục II tại /v1/code-lists/serious-injuries, hoặc sửa tình trạng.',
      en: 'Choose an injury of Annex II from /v1/code-lists/serious-injuries, or correct the condition.',
    },
    examples: {
      holds: [
        { change: { '/victims/0/condition': 'serious' } },
        { change: { '/victims/0/injuries': undefined } },
        { change: { '/victims/0/condition': 'serious', '/victims/0/injuries': [], '/preliminary': true } },
      ],
      fails: [
        { change: { '/victims/0/condition': 'serious', '/victims/0/injuries': undefined } },
        { change: { '/victims/0/condition': 'serious', '/victims/0/injuries': [] } },
      ],
    },
  },

  {
    id: 'ACC-C04',
    kind: 'error',
    citations: [cite('ND39-2016 9.1')],
    provenance: FROM_TEXT,
    ...requires(missingDeathMode),
    guards: ['/victims/*/death/mode'],
    message: {
      vi: 'Có người chết nhưng chưa ghi đúng trường hợp chết (điểm a đến d).',
      en: 'Somebody died, but the mode of death (points a to d) is missing or malformed.',
    },
    fix: {
      vi: 'Chọn A (chết tại chỗ), B (khi cấp cứu), C (khi điều trị hoặc vết thương tái phát), D (Tòa án tuyên bố).',
      en: 'Choose A (at the scene), B (emergency care), C (treatment or recurrence of the wound), D (declared by a court).',
    },
    examples: {
      holds: [
        {},
        { change: { '/victims/0/condition': 'serious', '/victims/0/death': undefined } },
        { change: { '/victims/0/death': undefined, '/preliminary': true } },
      ],
      fails: [
        { change: { '/victims/0/death/mode': undefined } },
        { change: { '/victims/0/death': undefined } },
        { change: { '/victims/0/death/mode': 'E' } },
      ],
    },
  },

  {
    id: 'KB-ACC-01',
    kind: 'error',
    citations: [cite('L84-2015 34.1.b'), { kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: inputsOf(ASKED_AT_ONCE),
    judge: (facts) => (facts.preliminary ? all(ASKED_AT_ONCE, facts) : []),
    message: {
      vi: 'Báo tin ban đầu phải cho biết xảy ra khi nào, ở đâu, bao nhiêu người bị nạn theo những gì đã biết và liên hệ với ai.',
      en: 'A first notice tells when and where it happened, how many were hurt as far as known, and whom to contact.',
    },
    fix: {
      vi: 'Bổ sung phần còn thiếu theo những gì đã biết; các phần khác bổ sung sau.',
      en: 'Add what is missing as far as it is known; the rest can follow.',
    },
    examples: {
      holds: [
        { change: FIRST_NOTICE },
        { change: { '/victims': undefined } },
        { change: { ...FIRST_NOTICE, '/casualties': undefined, '/casualtiesUnknown': true } },
        { change: { ...FIRST_NOTICE, '/accident/place/unit': undefined, '/accident/abroad': true } },
        { change: { ...FIRST_NOTICE, '/declarant/phone': undefined } },
      ],
      fails: [
        { change: { ...FIRST_NOTICE, '/accident/occurredAt': undefined } },
        { change: { ...FIRST_NOTICE, '/accident/place/unit': undefined } },
        { change: { ...FIRST_NOTICE, '/casualties': { dead: 0 } } },
        {
          change: {
            ...FIRST_NOTICE,
            '/declarant/phone': undefined,
            '/declarant/email': undefined,
            '/establishment/phone': undefined,
            '/establishment/email': undefined,
          },
        },
      ],
    },
  },

  {
    id: 'KB-ACC-02',
    kind: 'info',
    citations: [cite('ND39-2016 PL III'), { kind: 'policy' }],
    provenance: BY_POLICY,
    needs: ['register'],
    inputs: inputsOf(ASKED_LATER),
    judge: (facts) => (facts.preliminary ? all(ASKED_LATER, facts) : []),
    message: {
      vi: 'Báo tin ban đầu chưa cần phần này, bản khai đầy đủ thì phải có.',
      en: 'A first notice may go without this part, which the full declaration must have.',
    },
    examples: {
      holds: [{ change: { '/preliminary': true } }, { change: { '/victims': undefined } }],
      fails: [
        { change: { '/preliminary': true, '/victims': undefined } },
        { change: { '/preliminary': true, '/victims/0/person': undefined } },
      ],
    },
  },

  declarationRule({
    id: 'KB-ACC-29',
    kind: 'info',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    inputs: ['/accident/narrative/course', '/accident/narrative/consequences'],
    at: '/accident/narrative',
    violated: ({ accident: { narrative } }) => narrative?.course === undefined || narrative.consequences === undefined,
    message: {
      vi: 'Mẫu khai báo có phần tóm tắt diễn biến và hậu quả vụ tai nạn, hồ sơ này chưa ghi đủ.',
      en: 'The form asks for a summary of the course and consequences of the accident, which is not complete here.',
    },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/accident/narrative/course': undefined } },
        { change: { '/accident/narrative/consequences': undefined } },
      ],
    },
  }),
]
