import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { diseaseResultFact as result, diseaseFact as round } from '../../disease/tables.ts'
import { diseaseGroups, occupationalDiseases } from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { fixedCodes, listedCodes } from '../codes.ts'
import { type Cube, dimension, type Measure } from '../cube.ts'
import { ofRegister } from './register-denominators.ts'
import {
  enterprisesOf,
  PERSONS,
  ROUND_DIMENSIONS,
  roundBase,
  roundDimensions,
  roundsMeasure,
  screenedEnterprises,
} from './screening-rounds.ts'

const PERSONS_BY_DISEASE: Text = { vi: 'lượt người - bệnh', en: 'persons x disease' }
const ON = sql`${result.tenant_id} = ${round.tenant_id} and ${result.declaration_id} = ${round.declaration_id}
  and ${result.seq} = ${round.seq}`

/** Distinct persons, each once in a round: they cannot be divided by disease. */
function distinctPersons(title: Text, sum: PgColumn): Measure {
  return { title, unit: PERSONS, base: { sum }, detail: null }
}

/** Persons x disease: who is examined for two diseases counts twice. */
function personsByDisease(title: Text, column: PgColumn): Measure {
  const ofRound = sql`(select coalesce(sum(${column}), 0) from ${result} where ${ON})`
  return { title, unit: PERSONS_BY_DISEASE, base: { sum: ofRound }, detail: { sum: column } }
}

const COUNTS: Readonly<Record<string, Measure>> = {
  examinations: personsByDisease(
    { vi: 'Lượt người - bệnh được khám', en: 'Examined, persons x disease' },
    result.examined,
  ),
  examinationsOfWomen: personsByDisease(
    { vi: 'Lượt nữ - bệnh được khám', en: 'Women examined, persons x disease' },
    result.examined_women,
  ),
  suspected: personsByDisease({ vi: 'Nghi ngờ mắc bệnh', en: 'Suspected, persons x disease' }, result.suspected),
  suspectedWomen: personsByDisease(
    { vi: 'Nữ nghi ngờ mắc bệnh', en: 'Women suspected, persons x disease' },
    result.suspected_women,
  ),
  diagnosed: personsByDisease({ vi: 'Được chẩn đoán mắc bệnh', en: 'Diagnosed, persons x disease' }, result.diagnosed),
  diagnosedWomen: personsByDisease(
    { vi: 'Nữ được chẩn đoán mắc bệnh', en: 'Women diagnosed, persons x disease' },
    result.diagnosed_women,
  ),
  diagnosedNew: personsByDisease(
    { vi: 'Được chẩn đoán lần đầu trong đợt', en: 'Diagnosed for the first time, persons x disease' },
    result.diagnosed_new,
  ),
  assessed: personsByDisease(
    { vi: 'Được giám định mức suy giảm khả năng lao động', en: 'Assessed for reduced capacity, persons x disease' },
    result.assessed,
  ),
  assessedWomen: personsByDisease(
    { vi: 'Nữ được giám định', en: 'Women assessed, persons x disease' },
    result.assessed_women,
  ),
  assessedUnder5: personsByDisease(
    { vi: 'Suy giảm dưới 5%', en: 'Reduced by less than 5 %, persons x disease' },
    result.under5,
  ),
  assessedFrom5To30: personsByDisease(
    { vi: 'Suy giảm từ 5% đến 30%', en: 'Reduced by 5 % to 30 %, persons x disease' },
    result.from5to30,
  ),
  assessedFrom31: personsByDisease(
    { vi: 'Suy giảm từ 31% trở lên', en: 'Reduced by 31 % and more, persons x disease' },
    result.from31,
  ),
}

/**
 * Rounds of examination and what they found. Two counts stand apart: distinct persons of a round, and persons x
 * disease. Diagnoses are told whole to the health office only; HIV (OD-32) is in no number of theirs.
 */
export const diseaseCube: Cube = {
  id: 'disease',
  title: { vi: 'Khám phát hiện bệnh nghề nghiệp', en: 'Screening for occupational diseases' },
  description: {
    vi: 'Đợt khám theo ngày khám cuối cùng. "…Persons" là số người, mỗi người một lần trong một đợt: ai dự hai đợt trong kỳ được tính hai lần. Các số theo bệnh là lượt người - bệnh: ai khám hai bệnh được tính hai lượt. Hai loại số không cộng với nhau. Cơ quan không phải y tế chỉ nhận số lượt theo năm, đã che ô nhỏ và không gồm nhiễm HIV.',
    en: 'Rounds by their last day. "...Persons" are persons, each once in a round: who takes part in two rounds of the period counts twice. Numbers by disease are persons x disease: who is examined for two diseases counts twice. The two are never added together. Offices other than health offices get the latter by year, with small cells hidden and without HIV.',
  },
  base: roundBase,
  detail: { title: { vi: 'Kết quả theo bệnh', en: 'Result by disease' }, from: result, on: ON },
  dimensions: {
    ...roundDimensions,
    disease: dimension({ vi: 'Bệnh', en: 'Disease' }, 'detail', result.disease, listedCodes(occupationalDiseases)),
    diseaseGroup: dimension(
      { vi: 'Nhóm bệnh', en: 'Group of diseases' },
      'detail',
      result.disease_group,
      listedCodes(diseaseGroups),
    ),
    insured: dimension(
      { vi: 'Thuộc danh mục được bảo hiểm', en: 'On the list of insured diseases' },
      'detail',
      sql`case when ${result.insured} then 'yes' else 'no' end`,
      fixedCodes({ yes: { vi: 'Trong danh mục', en: 'Yes' }, no: { vi: 'Ngoài danh mục', en: 'No' } }),
    ),
  },
  measures: {
    rounds: roundsMeasure,
    enterprises: enterprisesOf(
      { vi: 'Số doanh nghiệp có khám', en: 'Enterprises that screened' },
      { distinct: round.tenant_id },
    ),
    enterprisesWithHazardsScreened: enterprisesOf(
      { vi: 'Số doanh nghiệp có yếu tố có hại đã khám', en: 'Enterprises with harmful factors that screened' },
      screenedEnterprises,
    ),
    exposedPersons: distinctPersons(
      { vi: 'Số người tiếp xúc, mỗi người một lần trong đợt', en: 'Exposed persons, each once in a round' },
      round.exposed,
    ),
    exposedWomen: distinctPersons(
      { vi: 'Số nữ tiếp xúc, mỗi người một lần trong đợt', en: 'Exposed women, each once in a round' },
      round.exposed_women,
    ),
    examinedPersons: distinctPersons(
      { vi: 'Số người được khám, mỗi người một lần trong đợt', en: 'Examined persons, each once in a round' },
      round.examined,
    ),
    examinedWomen: distinctPersons(
      { vi: 'Số nữ được khám, mỗi người một lần trong đợt', en: 'Examined women, each once in a round' },
      round.examined_women,
    ),
    formerExaminedPersons: distinctPersons(
      {
        vi: 'Số người đã thôi tiếp xúc hoặc nghỉ việc được khám',
        en: 'Examined persons no longer exposed or employed',
      },
      round.former_examined,
    ),
    ...COUNTS,
  },
  ratios: {
    examinedOfExposed: {
      title: {
        vi: 'Số người được khám trên 100 người tiếp xúc (người, không phải lượt)',
        en: 'Examined per 100 exposed (persons, not persons x disease)',
      },
      numerator: 'examinedPersons',
      denominator: {
        basis: 'exposed-as-filed',
        title: {
          vi: 'Số người tiếp xúc mà các đợt khám khai, mỗi người một lần trong đợt',
          en: 'Exposed persons as the rounds declare them, each once in a round',
        },
        measure: 'exposedPersons',
      },
      per: 100,
    },
    screenedOfHazardous: {
      title: {
        vi: 'Số doanh nghiệp đã khám trên 100 doanh nghiệp có yếu tố có hại',
        en: 'Enterprises that screened per 100 with harmful factors',
      },
      numerator: 'enterprisesWithHazardsScreened',
      denominator: ofRegister('enterprisesWithHazards', ROUND_DIMENSIONS),
      per: 100,
    },
    detectionRate: {
      title: {
        vi: 'Số ca chẩn đoán lần đầu trên 100 lượt khám (người - bệnh)',
        en: 'Diagnosed for the first time per 100 examined (persons x disease)',
      },
      numerator: 'diagnosedNew',
      denominator: {
        basis: 'examinations-as-filed',
        title: { vi: 'Lượt người - bệnh được khám', en: 'Examined, persons x disease' },
        measure: 'examinations',
      },
      per: 100,
    },
  },
  defaultMeasures: ['rounds', 'enterprises', 'exposedPersons', 'examinedPersons'],
  confidential: {
    shownWholeTo: ['health-office'],
    measures: Object.keys(COUNTS),
    by: ['province', 'disease'],
    hidden: new Map([['disease', ['OD-32']]]),
  },
}
