import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { diseaseHazardFact as hazard, diseaseFact as round } from '../../disease/tables.ts'
import { hazardFactors } from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { fixedCodes, listedCodes } from '../codes.ts'
import { type Cube, dimension, type Measure } from '../cube.ts'
import { enterprisesOf, roundBase, roundDimensions, roundsMeasure } from './screening-rounds.ts'

const ON = sql`${hazard.tenant_id} = ${round.tenant_id} and ${hazard.declaration_id} = ${round.declaration_id}
  and ${hazard.seq} = ${round.seq}`

/** Persons x factor: who is exposed to dust and to noise counts twice. */
function personsByFactor(title: Text, column: PgColumn): Measure {
  const ofRound = sql`(select coalesce(sum(${column}), 0) from ${hazard} where ${ON})`
  return {
    title,
    unit: { vi: 'lượt người - yếu tố', en: 'persons x factor' },
    base: { sum: ofRound },
    detail: { sum: column },
  }
}

/** What rounds of examination say of exposure. Apart from the cube `disease`, because persons x factor are a third count. */
export const diseaseExposureCube: Cube = {
  id: 'disease-exposure',
  title: { vi: 'Tiếp xúc yếu tố có hại của người được khám', en: 'Exposure of those screened' },
  description: {
    vi: 'Yếu tố có hại mà các đợt khám khai, theo ngày khám cuối cùng. Mọi số đều là lượt người - yếu tố: ai tiếp xúc hai yếu tố được tính hai lượt. Số người không trùng nằm ở khối "disease".',
    en: 'Harmful factors that rounds declare, by their last day. All numbers are persons x factor: who is exposed to two factors counts twice. Distinct persons are in the cube "disease".',
  },
  base: roundBase,
  detail: { title: { vi: 'Yếu tố có hại', en: 'Harmful factor' }, from: hazard, on: ON },
  dimensions: {
    ...roundDimensions,
    hazard: dimension(
      { vi: 'Yếu tố có hại', en: 'Harmful factor' },
      'detail',
      hazard.factor,
      listedCodes(hazardFactors),
    ),
    monitoringResult: dimension(
      { vi: 'Kết quả quan trắc gần nhất, theo khai báo', en: 'Last monitoring, as declared' },
      'detail',
      hazard.monitoring_result,
      fixedCodes({
        'within-limits': { vi: 'Trong giới hạn', en: 'Within limits' },
        exceeding: { vi: 'Vượt giới hạn', en: 'Exceeding' },
        'not-monitored': { vi: 'Chưa quan trắc', en: 'Not monitored' },
      }),
    ),
  },
  measures: {
    rounds: roundsMeasure,
    enterprises: enterprisesOf(
      { vi: 'Số doanh nghiệp có khám', en: 'Enterprises that screened' },
      { distinct: round.tenant_id },
    ),
    exposures: personsByFactor({ vi: 'Lượt người - yếu tố tiếp xúc', en: 'Exposed, persons x factor' }, hazard.exposed),
    exposuresOfWomen: personsByFactor(
      { vi: 'Lượt nữ - yếu tố tiếp xúc', en: 'Women exposed, persons x factor' },
      hazard.exposed_women,
    ),
    examinedExposures: personsByFactor(
      { vi: 'Lượt người - yếu tố được khám', en: 'Examined, persons x factor' },
      hazard.examined,
    ),
    examinedExposuresOfWomen: personsByFactor(
      { vi: 'Lượt nữ - yếu tố được khám', en: 'Women examined, persons x factor' },
      hazard.examined_women,
    ),
  },
  ratios: {
    examinedOfExposures: {
      title: {
        vi: 'Lượt được khám trên 100 lượt tiếp xúc (người - yếu tố)',
        en: 'Examined per 100 exposed (persons x factor)',
      },
      numerator: 'examinedExposures',
      denominator: {
        basis: 'exposures-as-filed',
        title: {
          vi: 'Lượt người - yếu tố tiếp xúc mà các đợt khám khai',
          en: 'Exposures as the rounds declare them, persons x factor',
        },
        measure: 'exposures',
      },
      per: 100,
    },
  },
  defaultMeasures: ['rounds', 'exposures', 'examinedExposures'],
}
