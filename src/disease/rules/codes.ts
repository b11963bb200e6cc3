import { WRONG_TAX_CODE, wrongTaxCode } from '../../declaration/tax-code-findings.ts'
import { cite } from '../../law/citation.ts'
import { inForce } from '../../law/instruments.ts'
import { isKnownUnit } from '../../reference/administrative-units.ts'
import {
  establishmentTypes,
  examinationKinds,
  hazardFactors,
  healthClasses,
  industries2018,
  industries2025,
  occupationalDiseases,
  occupations,
} from '../../reference/catalogue.ts'
import type { CodeList } from '../../reference/code-list.ts'
import { type LegalDate, legalDate } from '../../reference/legal-date.ts'
import type { Violation } from '../../rules/rule.ts'
import type { DiseaseFacts } from '../facts.ts'
import { isUsualCode } from '../icd10.ts'
import {
  BY_POLICY,
  caseRule,
  DATED,
  type DiseaseRule,
  FROM_FORM,
  FROM_TEXT,
  resultRule,
  screeningRule,
} from './define.ts'

/** Recognised by a rule of its own from a day before it was listed: OD-R066. */
const COVID = 'OD-35'
const OUTSIDE_THE_LIST = 'OTHER'
/** Circular 15/2016 (Art. 10). */
const FIRST_LIST_KNOWN = legalDate('2016-07-01')

/** By the list of the day; by any of those known for a day before the first of them, which other lists governed. */
function isListed(disease: string, on: LegalDate): boolean {
  return (
    (on < FIRST_LIST_KNOWN ? occupationalDiseases.findEver(disease) : occupationalDiseases.find(disease, on)) !==
    undefined
  )
}

function notIn(list: CodeList, code: string | undefined, pointer: string): readonly Violation[] {
  return code === undefined || list.findEver(code) ? [] : [{ pointer, params: { code, list: list.id } }]
}

function filedIndustry({ declaration, legalDate }: DiseaseFacts) {
  const { version, code } = declaration.establishment?.industry ?? {}
  const is2025 = version === undefined ? inForce('QD36-2025', legalDate) : version === '2025'
  return { code, list: is2025 ? industries2025 : industries2018 }
}

/** A code of a complete list of ours that the list does not have. */
const NOT_IN_LIST = {
  message: { vi: 'Mã "{code}" không có trong danh mục {list}.', en: 'Code "{code}" is not in the list {list}.' },
  fix: { vi: 'Chọn một mã tại /v1/code-lists/{list}.', en: 'Choose a code from /v1/code-lists/{list}.' },
} as const

/** Whether codes mean something in their lists, by the date of the examination or of the diagnosis. */
export const codeRules: readonly DiseaseRule[] = [
  {
    id: 'OD-R025',
    kind: 'error',
    citations: [cite('TT15-2016-BYT 3'), cite('TT02-2023-BYT'), cite('TT60-2025-BYT')],
    provenance: FROM_TEXT,
    inputs: ['/diseases/*/disease', '/cases/*/disease', '/cases/*/diagnosedOn', '/cases/*/examinedOn', ...DATED],
    judge: ({ results, cases, legalDate }) => [
      ...results.flatMap(({ index, filed: { disease }, entry }) =>
        disease === undefined || entry
          ? []
          : [{ pointer: `/diseases/${index}/disease`, params: { disease, date: legalDate } }],
      ),
      ...cases.flatMap(({ index, filed: { disease }, legalDate: on }) =>
        disease === undefined || disease === COVID || isListed(disease, on)
          ? []
          : [{ pointer: `/cases/${index}/disease`, params: { disease, date: on } }],
      ),
    ],
    message: {
      vi: 'Mã bệnh "{disease}" không có trong danh mục bệnh nghề nghiệp được bảo hiểm có hiệu lực ngày {date}.',
      en: 'Code "{disease}" is not on the list of insured occupational diseases in force on {date}.',
    },
    fix: {
      vi: 'Chọn mã tại /v1/code-lists/occupational-diseases?on={date}; bệnh ngoài danh mục thì ghi OTHER.',
      en: 'Choose a code from /v1/code-lists/occupational-diseases?on={date}; OTHER for a disease outside it.',
    },
    examples: {
      holds: [
        {},
        { change: { '/diseases/0/disease': 'OTHER' } },
        // Diagnosed before the first list that is known here.
        { change: { '/cases/0/diagnosedOn': '2014-05-20' } },
      ],
      fails: [
        { change: { '/diseases/0/disease': 'OD-36' } },
        { change: { '/cases/0/disease': 'J62.8' } },
        // COVID-19 was listed on 1 April 2023.
        {
          change: {
            '/diseases/0/disease': 'OD-35',
            '/examination/from': '2023-03-06',
            '/examination/to': '2023-03-10',
          },
        },
      ],
    },
  },

  {
    id: 'KB-DIS-21',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/hazards/*/factor', '/cases/*/factor', '/examination/kind', '/healthClasses/*/class'],
    judge: ({ hazards, cases, examination, declaration }) => [
      ...notIn(examinationKinds, examination.kind, '/examination/kind'),
      ...hazards.flatMap(({ index, filed }) => notIn(hazardFactors, filed.factor, `/hazards/${index}/factor`)),
      ...cases.flatMap(({ index, filed }) => notIn(hazardFactors, filed.factor, `/cases/${index}/factor`)),
      ...(declaration.healthClasses ?? []).flatMap((row, index) =>
        notIn(healthClasses, row.class, `/healthClasses/${index}/class`),
      ),
    ],
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/cases/0/factor': 'HZ-DUST-INORG' } }],
      fails: [
        { change: { '/hazards/0/factor': 'Bụi silic' } },
        { change: { '/cases/0/factor': 'HZ-SILICA' } },
        { change: { '/examination/kind': 'yearly' } },
        { change: { '/healthClasses/0/class': '1' } },
      ],
    },
  },

  screeningRule({
    id: 'KB-DIS-22',
    kind: 'error',
    citations: [cite('QD19-2025'), cite('L84-2015 21.2')],
    provenance: BY_POLICY,
    inputs: ['/site/unit/code', '/site/unit/scheme', ...DATED],
    at: '/site/unit',
    violated: ({ declaration, place, legalDate }) => {
      const filed = declaration.site?.unit
      if (filed === undefined || place === null || isKnownUnit(place.unit, legalDate)) return false
      return { code: filed.code, date: legalDate }
    },
    message: {
      vi: 'Đơn vị hành chính {code} không có vào ngày {date}.',
      en: 'There was no administrative unit {code} on {date}.',
    },
    fix: {
      vi: 'Từ 01/7/2025 dùng mã xã của 34 tỉnh (VN-2025); trước đó dùng mã cũ (VN-2004).',
      en: 'Since 1 July 2025 use commune codes of the 34 provinces (VN-2025), for earlier days the former ones (VN-2004).',
    },
    examples: {
      holds: [{}, { change: { '/site/unit': undefined } }],
      fails: [
        { change: { '/site/unit': { code: '99999' } } },
        { change: { '/site/unit': { scheme: 'VN-2004', code: '063' } } },
      ],
    },
  }),

  {
    id: 'KB-DIS-23',
    kind: 'error',
    citations: [cite('QD34-2020')],
    provenance: FROM_FORM,
    inputs: ['/cases/*/occupation/code', '/cases/*/occupationWhenArose/code', ...DATED],
    judge: ({ cases, legalDate }) => {
      // Thousands of cases have a handful of codes.
      const known = new Map<string, boolean>()
      return cases.flatMap(({ index, filed }) =>
        (['occupation', 'occupationWhenArose'] as const).flatMap((at) => {
          const code = filed[at]?.code
          if (code === undefined) return []
          // The list has its upper levels only: what lies under none of them is wrong.
          const isKnown = known.get(code) ?? occupations.longestKnownPrefix(code, legalDate) !== undefined
          known.set(code, isKnown)
          return isKnown ? [] : [{ pointer: `/cases/${index}/${at}/code`, params: { code } }]
        }),
      )
    },
    message: {
      vi: 'Mã nghề "{code}" không có trong danh mục nghề nghiệp Việt Nam.',
      en: 'Code "{code}" is not in the Viet Nam list of occupations.',
    },
    fix: {
      vi: 'Chọn mã tại /v1/code-lists/occupations-2020; mã là chuỗi, giữ số 0 ở đầu.',
      en: 'Choose a code from /v1/code-lists/occupations-2020; codes are strings and keep their leading zero.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/occupation/code': '8113' } }],
      fails: [
        { change: { '/cases/0/occupation/code': 'THO' } },
        { change: { '/cases/0/occupationWhenArose/code': 'THO' } },
      ],
    },
  },

  screeningRule({
    id: 'KB-DIS-24',
    kind: 'error',
    citations: [cite('QD27-2018'), cite('QD36-2025')],
    provenance: FROM_FORM,
    inputs: ['/establishment/industry/code', '/establishment/industry/version', ...DATED],
    at: '/establishment/industry/code',
    violated: (facts) => {
      const { code, list } = filedIndustry(facts)
      if (code === undefined || list.longestKnownPrefix(code, facts.legalDate)) return false
      return { code, list: list.id, date: facts.legalDate }
    },
    message: {
      vi: 'Mã ngành kinh tế "{code}" không có trong danh mục {list} vào ngày {date}.',
      en: 'Industry code "{code}" is not in the list {list} on {date}.',
    },
    fix: {
      vi: 'Dùng mã của hệ thống ngành có hiệu lực vào ngày khám, tại /v1/code-lists/{list}.',
      en: 'Use a code of the classification in force on the day of the examination, from /v1/code-lists/{list}.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/industry': undefined } }],
      fails: [{ change: { '/establishment/industry/code': '000' } }],
    },
  }),

  {
    id: 'KB-DIS-25',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/establishment/type'],
    judge: ({ declaration }) => notIn(establishmentTypes, declaration.establishment?.type, '/establishment/type'),
    ...NOT_IN_LIST,
    examples: { holds: [{}], fails: [{ change: { '/establishment/type': '99' } }] },
  },

  {
    ...WRONG_TAX_CODE,
    id: 'KB-DIS-26',
    inputs: ['/establishment/taxCode', '/facility/taxCode'],
    judge: ({ declaration: { establishment, facility } }) => [
      ...wrongTaxCode(establishment?.taxCode, '/establishment/taxCode'),
      ...wrongTaxCode(facility?.taxCode, '/facility/taxCode'),
    ],
    examples: {
      holds: [{}],
      fails: [{ change: { '/establishment/taxCode': '4600123450' } }, { change: { '/facility/taxCode': '12345' } }],
    },
  },

  resultRule({
    id: 'OD-R075',
    kind: 'info',
    citations: [cite('L84-2015 3.9')],
    provenance: BY_POLICY,
    inputs: ['/diseases/*/disease', '/diseases/*/name'],
    at: '/disease',
    violated: ({ filed: { disease, name } }) => disease === OUTSIDE_THE_LIST && { name: name ?? '—' },
    message: {
      vi: 'Bệnh ngoài danh mục được bảo hiểm ({name}): được ghi nhận, không tính vào thống kê bệnh nghề nghiệp được bảo hiểm.',
      en: 'A disease outside the insured list ({name}): recorded, and not counted among insured occupational diseases.',
    },
    fix: { vi: 'Ghi tên bệnh vào name.', en: 'State its name in name.' },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/diseases/0/disease': 'OTHER' } },
        { change: { '/diseases/0': { disease: 'OTHER', name: 'Đau thắt lưng' } } },
      ],
    },
  }),

  caseRule({
    id: 'OD-R076',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/cases/*/icd10', '/cases/*/disease'],
    at: '/icd10',
    violated: ({ filed: { icd10, disease } }) =>
      icd10 !== undefined && disease !== undefined && !isUsualCode(icd10, disease),
    message: {
      vi: 'Trường hợp thứ {ordinal}: mã ICD-10 không phải là mã thường dùng cho bệnh này.',
      en: 'Case {ordinal}: the ICD-10 code is not one usually used for the disease.',
    },
    fix: {
      vi: 'Kiểm tra mã; nếu đúng thì để nguyên, các thông tư chưa quy định mã.',
      en: 'Check it; if it is right, leave it: no circular lays the codes down.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/icd10': undefined } }, { change: { '/cases/1/icd10': 'H83.31' } }],
      fails: [{ change: { '/cases/0/icd10': 'J61' } }],
    },
  }),
]
