import { NOT_STATED } from '../../declaration/code-name.ts'
import { unitOf } from '../../declaration/recipients.ts'
import { cite } from '../../law/citation.ts'
import { isKnownUnit, levelOf, unitName } from '../../reference/administrative-units.ts'
import {
  accidentCauses,
  countries,
  employmentRelations,
  recipients,
  specialFields,
  vulnerableGroups,
} from '../../reference/catalogue.ts'
import type { CodeList } from '../../reference/code-list.ts'
import type { Violation } from '../../rules/rule.ts'
import type { AccidentFacts } from '../facts.ts'
import {
  type AccidentRule,
  BY_POLICY,
  declarationRule,
  FROM_FORM,
  FROM_TEXT,
  intervalOf,
  ofEachVictim,
} from './define.ts'
import {
  type FiledCode,
  filedEsawCodes,
  filedEstablishmentType,
  filedIndustry,
  filedInjuries,
  filedInjuryFactor,
  filedOccupations,
  isFactorList,
  isUnderNothingKnown,
  standingOf,
} from './filed-codes.ts'
import { missingOccupation, missingPlace } from './missing-parts.ts'

const FULL_OCCUPATION_CODE = 4

function notUnder(codes: readonly FiledCode[], facts: AccidentFacts): readonly Violation[] {
  return codes
    .filter((filed) => isUnderNothingKnown(filed, facts))
    .map(({ pointer, code, list }) => ({ pointer, params: { code, list: list.id, date: facts.legalDate } }))
}

function notIn(list: CodeList, code: string | undefined, pointer: string): readonly Violation[] {
  return code === undefined || list.findEver(code) ? [] : [{ pointer, params: { code, list: list.id } }]
}

/** A code of a complete list of ours that the list does not have. */
const NOT_IN_LIST = {
  message: { vi: 'Mã "{code}" không có trong danh mục {list}.', en: 'Code "{code}" is not in the list {list}.' },
  fix: { vi: 'Chọn một mã tại /v1/code-lists/{list}.', en: 'Choose a code from /v1/code-lists/{list}.' },
} as const

/** Whether codes mean something in their lists, by the date of the accident. */
export const codeRules: readonly AccidentRule[] = [
  {
    id: 'ACC-B04',
    kind: 'error',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    inputs: [...missingPlace.inputs, '/accident/place/unit/scheme', '/accident/occurredAt', '/preliminary'],
    judge: (facts) => {
      const { place, preliminary, legalDate } = facts
      const params = { code: place?.unit.code ?? NOT_STATED, date: legalDate }
      const missing = preliminary ? [] : missingPlace.of(facts)
      const unknown = place !== null && place.lineage === null ? [{ pointer: '/accident/place/unit' }] : []
      return [...missing, ...unknown].map((violation) => ({ ...violation, params }))
    },
    message: {
      vi: 'Thiếu nơi xảy ra tai nạn, hoặc đơn vị hành chính {code} không có vào ngày {date}.',
      en: 'The place of the accident is missing, or there was no administrative unit {code} on {date}.',
    },
    fix: {
      vi: 'Từ 01/7/2025 dùng mã xã của 34 tỉnh (VN-2025); trước đó dùng mã cũ (VN-2004).',
      en: 'Since 1 July 2025 use commune codes of the 34 provinces (VN-2025), for earlier days the former ones (VN-2004).',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/place/unit': undefined, '/preliminary': true } },
        { change: { '/accident/place/unit': undefined, '/accident/abroad': true } },
        { change: { '/accident/place/unit': { code: '063' }, '/accident/occurredAt': '2025-06-30T09:40:00+07:00' } },
      ],
      fails: [
        { change: { '/accident/place/unit': undefined } },
        { change: { '/accident/place/unit': { scheme: 'VN-2025', code: '99999' } } },
        { change: { '/accident/place/unit': { scheme: 'VN-2004', code: '063' } } },
      ],
    },
  },

  {
    id: 'ACC-B08',
    kind: 'error',
    citations: [cite('ND39-2016 PL III, chú thích 3'), cite('QD34-2020')],
    interval: intervalOf('QD34-2020'),
    provenance: FROM_FORM,
    inputs: [...missingOccupation.inputs, '/preliminary'],
    judge: (facts) => [
      ...(facts.preliminary ? [] : missingOccupation.of(facts)).map((violation) => ({
        ...violation,
        params: { ...violation.params, code: '—' },
      })),
      ...notUnder(filedOccupations(facts), facts),
    ],
    message: {
      vi: 'Thiếu nghề nghiệp của nạn nhân, hoặc mã nghề "{code}" không có trong danh mục nghề nghiệp Việt Nam.',
      en: 'The occupation of the victim is missing, or code "{code}" is not in the Viet Nam list of occupations.',
    },
    fix: {
      vi: 'Chọn mã tại /v1/code-lists/occupations-2020; mã là chuỗi, giữ số 0 ở đầu.',
      en: 'Choose a code from /v1/code-lists/occupations-2020; codes are strings and keep their leading zero.',
    },
    examples: {
      holds: [
        {},
        { change: { '/victims/0/occupation/code': '7115' } },
        { change: { '/victims/0/occupation': undefined, '/preliminary': true } },
      ],
      fails: [{ change: { '/victims/0/occupation': undefined } }, { change: { '/victims/0/occupation/code': 'THO' } }],
    },
  },

  {
    id: 'ACC-B09',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/occupation/code'],
    judge: (facts) =>
      filedOccupations(facts)
        .filter(({ code }) => code.length < FULL_OCCUPATION_CODE)
        .map(({ pointer, code }) => ({ pointer, params: { code } })),
    message: {
      vi: 'Mã nghề "{code}" mới ở nhóm rộng; mã 4 chữ số giúp thống kê chính xác hơn.',
      en: 'Occupation code "{code}" is a broad group; four digits make better statistics.',
    },
    examples: {
      holds: [{ change: { '/victims/0/occupation/code': '7115' } }],
      fails: [{ change: { '/victims/0/occupation/code': '71' } }],
    },
  },

  {
    id: 'ACC-B10',
    kind: 'error',
    citations: [cite('QD27-2018'), cite('QD36-2025')],
    provenance: FROM_FORM,
    inputs: ['/establishment/industry/code', '/establishment/industry/version', '/accident/occurredAt'],
    judge: (facts) => notUnder(filedIndustry(facts), facts),
    message: {
      vi: 'Mã ngành kinh tế "{code}" không có trong danh mục {list} vào ngày {date}.',
      en: 'Industry code "{code}" is not in the list {list} on {date}.',
    },
    fix: {
      vi: 'Dùng mã của hệ thống ngành có hiệu lực vào ngày xảy ra tai nạn, tại /v1/code-lists/{list}.',
      en: 'Use a code of the classification in force on the day of the accident, from /v1/code-lists/{list}.',
    },
    examples: {
      holds: [
        {},
        { change: { '/establishment/industry': { code: '41' } } },
        {
          change: {
            '/establishment/industry': { version: '2018', code: '4101' },
            '/accident/occurredAt': '2025-05-12T09:40:00+07:00',
          },
        },
      ],
      fails: [
        { change: { '/establishment/industry/code': '999' } },
        { change: { '/establishment/industry': { version: '2018', code: '41' } } },
        { change: { '/establishment/industry': { code: '00' }, '/accident/occurredAt': '2025-05-12T09:40:00+07:00' } },
      ],
    },
  },

  {
    id: 'ACC-C11',
    kind: 'error',
    citations: [cite('ND39-2016 PL II')],
    provenance: FROM_TEXT,
    inputs: ['/victims/*/injuries'],
    judge: (facts) =>
      filedInjuries(facts).flatMap((filed) => {
        const standing = standingOf(filed, facts)
        if (standing.is !== 'known' || standing.entry.selectable) return []
        return [{ pointer: filed.pointer, params: { code: filed.code, name: standing.entry.vi } }]
      }),
    message: {
      vi: 'Mã {code} là tên nhóm chấn thương ({name}), chưa phải chấn thương cụ thể.',
      en: 'Code {code} is a group of injuries ({name}), not an injury.',
    },
    fix: {
      vi: 'Chọn chấn thương cụ thể trong nhóm này tại /v1/code-lists/serious-injuries.',
      en: 'Choose the injury within this group from /v1/code-lists/serious-injuries.',
    },
    examples: { holds: [{}], fails: [{ change: { '/victims/0/injuries': ['011', '06'] } }] },
  },

  {
    id: 'ACC-C12',
    kind: 'error',
    citations: [cite('ND39-2016 PL II')],
    provenance: FROM_TEXT,
    inputs: ['/victims/*/injuries'],
    judge: (facts) => notUnder(filedInjuries(facts), facts),
    message: {
      vi: 'Mã chấn thương "{code}" không có trong danh mục {list} vào ngày {date}.',
      en: 'Injury code "{code}" is not in the list {list} on {date}.',
    },
    fix: {
      vi: 'Mã là chuỗi và giữ số 0 ở đầu, ví dụ 0110; chọn tại /v1/code-lists/{list}.',
      en: 'Codes are strings and keep their leading zero, as in 0110; choose from /v1/code-lists/{list}.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/injuries': ['0110', '0119'] } }],
      fails: [{ change: { '/victims/0/injuries': ['110'] } }, { change: { '/victims/0/injuries': ['011', '11'] } }],
    },
  },

  {
    id: 'KB-ACC-05',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/employmentRelation'],
    judge: (facts) =>
      ofEachVictim(facts, ({ employmentRelation }, at) =>
        notIn(employmentRelations, employmentRelation, `${at}/employmentRelation`),
      ),
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/victims/0/employmentRelation': undefined } }],
      fails: [{ change: { '/victims/0/employmentRelation': 'freelance' } }],
    },
  },

  {
    id: 'KB-ACC-06',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/vulnerableGroups'],
    judge: (facts) =>
      ofEachVictim(facts, ({ vulnerableGroups: groups = [] }, at) =>
        groups.flatMap((group, index) => notIn(vulnerableGroups, group, `${at}/vulnerableGroups/${index}`)),
      ),
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/victims/0/vulnerableGroups': ['disabled'] } }],
      fails: [{ change: { '/victims/0/vulnerableGroups': ['disabled', 'tired'] } }],
    },
  },

  {
    id: 'KB-ACC-07',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/accident/specialField'],
    judge: ({ accident }) => notIn(specialFields, accident.specialField, '/accident/specialField'),
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/accident/specialField': 'rail' } }],
      fails: [{ change: { '/accident/specialField': 'space' } }],
    },
  },

  {
    id: 'KB-ACC-08',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, mục 1.1')],
    provenance: FROM_FORM,
    inputs: ['/accident/cause'],
    judge: ({ accident }) => notIn(accidentCauses, accident.cause, '/accident/cause'),
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/accident/cause': undefined } }],
      fails: [{ change: { '/accident/cause': '10' } }],
    },
  },

  {
    id: 'KB-ACC-09',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/accident/injuryFactor/list', '/accident/injuryFactor/code'],
    judge: (facts) => {
      const { list, code } = facts.accident.injuryFactor ?? {}
      if (list !== undefined && !isFactorList(list)) {
        return [{ pointer: '/accident/injuryFactor/list', params: { list, code: code ?? NOT_STATED } }]
      }
      return filedInjuryFactor(facts)
        .filter((filed) => standingOf(filed, facts).is === 'wrong')
        .map((filed) => ({ pointer: filed.pointer, params: { list: filed.list.id, code: filed.code } }))
    },
    message: {
      vi: 'Không có danh mục yếu tố gây chấn thương "{list}", hoặc danh mục đó không có mã "{code}".',
      en: 'There is no list of injury factors "{list}", or it has no code "{code}".',
    },
    fix: {
      vi: 'Xem các danh mục injury-factors-* tại /v1/code-lists.',
      en: 'See the lists injury-factors-* at /v1/code-lists.',
    },
    examples: {
      holds: [{}, { change: { '/accident/injuryFactor': { list: 'injury-factors-tt13-2020', code: '7' } } }],
      fails: [
        { change: { '/accident/injuryFactor/code': 'bad-luck' } },
        { change: { '/accident/injuryFactor/list': 'occupations-2020' } },
      ],
    },
  },

  {
    id: 'KB-ACC-10',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/recipients/*/authority', '/recipients/*/unit/scheme', '/recipients/*/unit/code'],
    judge: (facts) =>
      (facts.declaration.recipients ?? []).flatMap((recipient, index) => {
        const unit = unitOf(recipient, facts)
        return [
          ...notIn(recipients, recipient.authority, `/recipients/${index}/authority`),
          ...(unit === null || levelOf(unit) !== null
            ? []
            : [
                {
                  pointer: `/recipients/${index}/unit`,
                  params: { code: unit.code, list: `administrative-units-${unit.scheme.toLowerCase()}` },
                },
              ]),
        ]
      }),
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/recipients/1/authority': 'DISTRICT_POLICE' } }],
      fails: [{ change: { '/recipients/1/authority': 'NEWSPAPER' } }, { change: { '/recipients/0/unit/code': '99' } }],
    },
  },

  {
    id: 'KB-ACC-11',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/accident/country', '/victims/*/person/nationality'],
    judge: (facts) => [
      ...notIn(countries, facts.accident.country, '/accident/country'),
      ...ofEachVictim(facts, ({ person }, at) => notIn(countries, person?.nationality, `${at}/person/nationality`)),
    ],
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/accident/country': 'LA' } }],
      fails: [{ change: { '/accident/country': 'QQ' } }, { change: { '/victims/0/person/nationality': 'vn' } }],
    },
  },

  {
    id: 'KB-ACC-12',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/accident/abroad', '/accident/country', '/accident/place/unit/code'],
    judge: ({ accident: { country, place }, setting }) => {
      const isForeign = country !== undefined && country !== 'VN'
      const wrongCountry = setting.abroad ? !isForeign : isForeign
      const wrongUnit = setting.abroad && place?.unit !== undefined
      return [
        ...(wrongCountry ? [{ pointer: '/accident/country' }] : []),
        ...(wrongUnit ? [{ pointer: '/accident/place/unit' }] : []),
      ]
    },
    message: {
      vi: 'Nơi xảy ra không nhất quán: ở nước ngoài thì ghi tên nước và không ghi đơn vị hành chính Việt Nam; ở trong nước thì không ghi nước khác.',
      en: 'The place does not fit: abroad there is a country and no Vietnamese unit; in Viet Nam there is no other country.',
    },
    fix: {
      vi: 'Sửa abroad, country hoặc place.unit cho khớp nhau.',
      en: 'Make abroad, country and place.unit fit each other.',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/country': 'VN' } },
        { change: { '/accident/abroad': true, '/accident/country': 'LA', '/accident/place/unit': undefined } },
      ],
      fails: [
        { change: { '/accident/country': 'LA' } },
        { change: { '/accident/abroad': true, '/accident/country': 'LA' } },
        { change: { '/accident/abroad': true, '/accident/place/unit': undefined } },
      ],
    },
  },

  {
    id: 'KB-ACC-13',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [
      '/victims/*/occupation/code',
      '/victims/*/injuries',
      '/establishment/industry/version',
      '/establishment/industry/code',
      '/establishment/type',
      '/accident/injuryFactor/list',
      '/accident/injuryFactor/code',
      '/accident/esaw/specificActivity',
      '/accident/esaw/deviation',
      '/accident/esaw/contactMode',
      '/accident/esaw/materialAgent',
      '/accident/esaw/typeOfInjury',
      '/accident/esaw/partOfBody',
      '/accident/occurredAt',
    ],
    judge: (facts) => [
      ...[...filedOccupations(facts), ...filedInjuries(facts), ...filedIndustry(facts)].flatMap((filed) =>
        partlyChecked(filed, facts),
      ),
      ...[...filedInjuryFactor(facts), ...filedEstablishmentType(facts), ...filedEsawCodes(facts)].flatMap((filed) => [
        ...partlyChecked(filed, facts),
        ...notChecked(filed, facts),
      ]),
    ],
    message: {
      vi: 'Mã "{code}" được nhận nhưng chưa kiểm tra hết: danh mục {list} chưa đầy đủ, chỉ đối chiếu được phần "{known}".',
      en: 'Code "{code}" is accepted but not fully checked: the list {list} is incomplete, only "{known}" could be compared.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/occupation/code': 'THO' } }],
      fails: [
        { change: { '/victims/0/occupation/code': '7115' } },
        { change: { '/victims/0/injuries': ['0119'] } },
        { change: { '/accident/injuryFactor': { list: 'injury-factors-tt13-2020', code: '3.1.4' } } },
        { change: { '/accident/injuryFactor': { list: 'injury-factors-tt13-2020', code: '7' } } },
        { change: { '/establishment/type': '12' } },
        { change: { '/accident/esaw': { deviation: '987' } } },
      ],
    },
  },

  declarationRule({
    id: 'KB-ACC-30',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/accident/place/unit/scheme', '/accident/place/unit/code', '/accident/occurredAt'],
    at: '/accident/place/unit',
    violated: ({ place, legalDate }) => {
      if (place === null || !isKnownUnit(place.unit, legalDate) || place.lineage?.commune) return false
      return { unit: unitName(place.unit, legalDate) ?? place.unit.code }
    },
    message: {
      vi: 'Nơi xảy ra mới ghi đến {unit}, chưa đến xã, phường, đặc khu.',
      en: 'The place is known as {unit} only, not to the commune.',
    },
    fix: {
      vi: 'Bổ sung mã xã để Ủy ban nhân dân và Công an cấp xã nhìn thấy hồ sơ.',
      en: "Add the commune's code, so that the commune and its police see the record.",
    },
    examples: {
      holds: [{}, { change: { '/accident/place/unit': { code: '99' } } }],
      fails: [
        { change: { '/accident/place/unit': { scheme: 'VN-2025', code: '19' } } },
        { change: { '/accident/place/unit': { code: '063' }, '/accident/occurredAt': '2025-06-30T09:40:00+07:00' } },
      ],
    },
  }),
]

function partlyChecked(filed: FiledCode, facts: AccidentFacts): readonly Violation[] {
  const standing = standingOf(filed, facts)
  if (standing.is !== 'partly') return []
  const known = `${standing.wider.code} ${standing.wider.vi}`
  return [{ pointer: filed.pointer, params: { code: filed.code, list: filed.list.id, known } }]
}

function notChecked(filed: FiledCode, facts: AccidentFacts): readonly Violation[] {
  if (standingOf(filed, facts).is !== 'unchecked') return []
  return [{ pointer: filed.pointer, params: { code: filed.code, list: filed.list.id, known: '—' } }]
}
