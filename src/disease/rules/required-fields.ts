import { cite } from '../../law/citation.ts'
import type { Violation } from '../../rules/rule.ts'
import type { CaseFacts, DiseaseFacts } from '../facts.ts'
import { BY_POLICY, DATED, type DiseaseRule, FROM_FORM, FROM_TEXT } from './define.ts'
import { unless } from './missing-parts.ts'

function missingOfRound({ declaration }: DiseaseFacts): readonly Violation[] {
  const { examination, persons, hazards = [] } = declaration
  return [
    ...unless(examination?.kind, '/examination/kind', {
      vi: 'Chọn loại khám trong danh mục examination-kinds.',
      en: 'Choose the kind of examination from the list examination-kinds.',
    }),
    ...unless(examination?.from, '/examination/from', {
      vi: 'Ghi ngày bắt đầu đợt khám, dạng 2026-09-07.',
      en: 'State the first day of the round, as in 2026-09-07.',
    }),
    ...unless(examination?.to, '/examination/to', {
      vi: 'Ghi ngày kết thúc đợt khám, dạng 2026-09-11.',
      en: 'State the last day of the round, as in 2026-09-11.',
    }),
    ...unless(persons?.exposed, '/persons/exposed', {
      vi: 'Ghi số người tiếp xúc với yếu tố có hại, mỗi người đếm một lần.',
      en: 'State how many are exposed to harmful factors, everybody counted once.',
    }),
    ...unless(persons?.examined, '/persons/examined', {
      vi: 'Ghi số người được khám, mỗi người đếm một lần.',
      en: 'State how many were examined, everybody counted once.',
    }),
    ...unless(hazards[0], '/hazards', {
      vi: 'Ghi từng yếu tố có hại với số người tiếp xúc và số người được khám.',
      en: 'List each harmful factor with those exposed and those examined.',
    }),
  ]
}

function missingOfRows({ hazards, results }: DiseaseFacts): readonly Violation[] {
  return [
    ...hazards.flatMap(({ index, filed }) => [
      ...unless(filed.factor, `/hazards/${index}/factor`, {
        vi: 'Chọn yếu tố trong danh mục hazard-factors.',
        en: 'Choose the factor from the list hazard-factors.',
      }),
      ...unless(filed.exposed, `/hazards/${index}/exposed`, {
        vi: 'Ghi số người tiếp xúc; không có thì ghi 0.',
        en: 'State how many are exposed; write 0 for none.',
      }),
      ...unless(filed.examined, `/hazards/${index}/examined`, {
        vi: 'Ghi số người được khám; không có thì ghi 0.',
        en: 'State how many were examined; write 0 for none.',
      }),
    ]),
    ...results.flatMap(({ index, filed }) => [
      ...unless(filed.disease, `/diseases/${index}/disease`, {
        vi: 'Chọn bệnh trong danh mục occupational-diseases; bệnh ngoài danh mục thì ghi OTHER.',
        en: 'Choose the disease from the list occupational-diseases; OTHER for one outside it.',
      }),
      ...unless(filed.examined, `/diseases/${index}/examined`, {
        vi: 'Ghi số người được khám bệnh này; không có thì ghi 0.',
        en: 'State how many were examined for it; write 0 for none.',
      }),
      ...unless(filed.diagnosed, `/diseases/${index}/diagnosed`, {
        vi: 'Ghi số người được chẩn đoán mắc bệnh; không có thì ghi 0.',
        en: 'State how many were diagnosed with it; write 0 for none.',
      }),
    ]),
  ]
}

function missingOfCase({ index, filed }: CaseFacts): readonly Violation[] {
  const at = `/cases/${index}`
  const { person, disease, diagnosedOn, occupation, occupationWhenArose, exposureStart, exposureYears } = filed
  return [
    ...unless(person?.fullName, `${at}/person/fullName`, { vi: 'Ghi họ và tên.', en: 'State the full name.' }),
    ...unless(person?.birthDate ?? person?.birthYear, `${at}/person/birthYear`, {
      vi: 'Ghi ngày sinh hoặc năm sinh.',
      en: 'State the day or the year of birth.',
    }),
    ...unless(disease, `${at}/disease`, {
      vi: 'Chọn bệnh trong danh mục occupational-diseases.',
      en: 'Choose the disease from the list occupational-diseases.',
    }),
    ...unless(diagnosedOn, `${at}/diagnosedOn`, {
      vi: 'Ghi ngày chẩn đoán xác định.',
      en: 'State the day of the diagnosis.',
    }),
    ...unless(
      occupationWhenArose?.name ?? occupationWhenArose?.code ?? occupation?.name ?? occupation?.code,
      `${at}/occupationWhenArose`,
      { vi: 'Ghi nghề khi phát sinh bệnh.', en: 'State the occupation when the disease arose.' },
    ),
    ...unless(exposureStart ?? exposureYears, `${at}/exposureStart`, {
      vi: 'Ghi ngày bắt đầu tiếp xúc hoặc số năm tiếp xúc.',
      en: 'State when the exposure began or how many years it lasted.',
    }),
  ]
}

/** What a screening must tell. */
export const requiredFieldRules: readonly DiseaseRule[] = [
  {
    id: 'KB-DIS-07',
    kind: 'error',
    citations: [cite('L84-2015 21.2'), cite('TT28-2016-BYT 9.1'), cite('TT56-2025-BYT 9.1')],
    provenance: BY_POLICY,
    inputs: [
      '/examination/kind',
      ...DATED,
      '/persons/exposed/total',
      '/persons/exposed/women',
      '/persons/examined/total',
      '/persons/examined/women',
      '/hazards',
    ],
    judge: missingOfRound,
    message: {
      vi: 'Đợt khám phải có loại khám, ngày, số người khác nhau tiếp xúc và được khám, và các yếu tố có hại.',
      en: 'A round names its kind, its days, the distinct persons exposed and examined, and the harmful factors.',
    },
    fix: {
      vi: 'Ghi phần còn thiếu của đợt khám; không có ai thì ghi 0.',
      en: 'State what is missing of the round; write 0 for nobody.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/1': undefined } }],
      fails: [
        { change: { '/examination/kind': undefined } },
        { change: { '/examination/to': undefined } },
        { change: { '/persons/examined': undefined } },
        { change: { '/hazards': undefined } },
      ],
    },
  },

  {
    id: 'KB-DIS-08',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8')],
    provenance: FROM_FORM,
    inputs: [
      '/hazards/*/factor',
      '/hazards/*/exposed/total',
      '/hazards/*/exposed/women',
      '/hazards/*/examined/total',
      '/hazards/*/examined/women',
      '/diseases/*/disease',
      '/diseases/*/examined/total',
      '/diseases/*/examined/women',
      '/diseases/*/diagnosed/total',
      '/diseases/*/diagnosed/women',
    ],
    judge: missingOfRows,
    message: {
      vi: 'Mỗi yếu tố phải có số tiếp xúc, số được khám; mỗi bệnh phải có số được khám, số được chẩn đoán.',
      en: 'Each factor needs those exposed and examined; each disease those examined and diagnosed.',
    },
    fix: {
      vi: 'Ghi đủ các số của mỗi yếu tố, mỗi bệnh; không có ai thì ghi 0.',
      en: 'State all numbers of each factor and disease; write 0 for nobody.',
    },
    examples: {
      holds: [{}, { change: { '/diseases': [] } }],
      fails: [
        { change: { '/hazards/0/examined': undefined } },
        { change: { '/hazards/1/factor': undefined } },
        { change: { '/diseases/0/diagnosed': undefined } },
      ],
    },
  },

  {
    id: 'KB-DIS-09',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.2'), cite('TT56-2025-BYT 9.1')],
    provenance: FROM_FORM,
    inputs: [
      '/cases/*/person/fullName',
      '/cases/*/person/birthDate',
      '/cases/*/person/birthYear',
      '/cases/*/disease',
      '/cases/*/diagnosedOn',
      '/cases/*/occupation/code',
      '/cases/*/occupation/name',
      '/cases/*/occupationWhenArose/code',
      '/cases/*/occupationWhenArose/name',
      '/cases/*/exposureStart',
      '/cases/*/exposureYears',
    ],
    judge: ({ cases }) =>
      cases.flatMap((one) =>
        missingOfCase(one).map((violation) => ({ ...violation, params: { ordinal: one.index + 1 } })),
      ),
    message: {
      vi: 'Trường hợp thứ {ordinal} thiếu một mục mà danh sách người mắc bệnh nghề nghiệp phải có.',
      en: 'Case {ordinal} lacks something that the list of persons with an occupational disease asks for.',
    },
    fix: {
      vi: 'Ghi phần còn thiếu theo hồ sơ khám của người đó.',
      en: 'State what is missing from the file of that person.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/exposureStart': undefined, '/cases/0/exposureYears': 18 } }],
      fails: [
        { change: { '/cases/0/person/fullName': undefined } },
        { change: { '/cases/1/diagnosedOn': undefined } },
        { change: { '/cases/0/occupation': undefined, '/cases/0/occupationWhenArose': undefined } },
        { change: { '/cases/1/exposureStart': undefined } },
      ],
    },
  },

  {
    id: 'OD-R059',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.2')],
    provenance: FROM_FORM,
    inputs: ['/cases/*/sex'],
    guards: ['/cases/*/sex'],
    judge: ({ cases }) =>
      cases.filter(({ filed }) => filed.sex === undefined).map(({ index }) => ({ pointer: `/cases/${index}/sex` })),
    message: {
      vi: 'Phải ghi giới tính: danh sách có cột tuổi riêng cho nam và nữ.',
      en: 'The sex must be stated: the list has a column of ages for each.',
    },
    fix: { vi: 'Ghi male (nam) hoặc female (nữ).', en: 'Write male or female.' },
    examples: {
      holds: [{}, { change: { '/cases/0/sex': 'female' } }],
      fails: [{ change: { '/cases/0/sex': undefined } }, { change: { '/cases/0/sex': 'Nam' } }],
    },
  },

  {
    id: 'OD-R105',
    kind: 'error',
    citations: [cite('TT56-2025-BYT 19.4'), cite('TT56-2025-BYT 21.2')],
    provenance: FROM_TEXT,
    inputs: ['/facility/name', '/facility/id', '/facility/taxCode', '/establishment/name'],
    needs: ['register'],
    judge: ({ declaration: { facility, establishment }, context: { known, register } }) => [
      ...unless(facility?.name ?? known.facility?.name, '/facility/name', {
        vi: 'Ghi tên cơ sở khám, hoặc mã số thuế của cơ sở có trong danh sách tại /v1/facilities.',
        en: 'State the name of the facility, or the tax code of one listed at /v1/facilities.',
      }),
      ...unless(establishment?.name ?? register?.name, '/establishment/name', {
        vi: 'Ghi tên cơ sở lao động.',
        en: 'State the name of the establishment.',
      }),
    ],
    message: {
      vi: 'Thiếu tên cơ sở khám hoặc tên cơ sở lao động, là mục bắt buộc của cơ sở dữ liệu quốc gia.',
      en: 'The name of the facility or of the establishment is missing, which the national database requires.',
    },
    fix: {
      vi: 'Ghi tên cơ sở khám vào facility, tên cơ sở lao động vào establishment.',
      en: 'State the facility in facility and the establishment in establishment.',
    },
    examples: {
      holds: [{}, { change: { '/facility/name': undefined, '/establishment/name': undefined } }],
      fails: [
        { change: { '/facility': undefined }, context: { known: { facility: null, history: null } } },
        { change: { '/establishment/name': undefined }, context: { register: null } },
      ],
    },
  },
]
