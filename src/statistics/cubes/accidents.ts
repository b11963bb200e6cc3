import { sql } from 'drizzle-orm'
import { accidentFact as accident, accidentVictimFact as victim } from '../../accident/tables.ts'
import { latestAct } from '../../declaration/latest-act.ts'
import { SIZE_CLASSES } from '../../declaration/size-class.ts'
import {
  accidentCauses,
  accidentContexts,
  employmentRelations,
  injuryFactors1996,
  injuryFactors2020,
  injuryFactorsOfSoftware,
  injuryFactorsProvisional,
  occupations,
  vulnerableGroups,
} from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { fixedCodes, listedCodes, prefixedCodes } from '../codes.ts'
import { type Cube, dimension, type Measure } from '../cube.ts'
import { establishmentDimensions, periodDimensions, unitDimensions } from '../shared-dimensions.ts'
import { AGE_BANDS, ageBandCase } from './age-bands.ts'
import { ofRegister } from './register-denominators.ts'

const ACCIDENTS: Text = { vi: 'vụ', en: 'accidents' }
const PERSONS: Text = { vi: 'người', en: 'persons' }
const THOUSAND_DONG: Text = { vi: 'nghìn đồng', en: 'thousand VND' }

const factors = [injuryFactors2020, injuryFactorsProvisional, injuryFactorsOfSoftware, injuryFactors1996]

/** Persons of a kind: stated for the accident as a whole, or counted among the victims listed. */
function persons(title: Text, sum: Measure['base']['sum'], where?: Measure['base']['where']): Measure {
  return { title, unit: PERSONS, base: { sum }, detail: { where } }
}

/** Reported headcounts will be a basis of their own once periodic reports are filed. */
const registerHeadcount = ofRegister('workers', ['cause', 'factor', 'context', 'class', 'declarable', 'conclusion'])

/**
 * Work accidents and their victims. Counted as official tables do: those at work and those on the way to it, which
 * `context` tells apart, whether or not they had to be declared, which `declarable` tells apart (Decree 39/2016,
 * Annex XII, sections 1 and 2).
 */
export const accidentsCube: Cube = {
  id: 'accidents',
  title: { vi: 'Tai nạn lao động', en: 'Work accidents' },
  description: {
    vi: 'Vụ tai nạn theo ngày xảy ra, kể cả tai nạn trên đường đi làm và tai nạn không thuộc diện phải khai báo. Theo thuộc tính của người bị nạn, một vụ được tính một lần ở mỗi dòng có nạn nhân như vậy và một lần ở tổng.',
    en: 'Accidents by the day they happened, with commuting ones and those that need not be declared. By an attribute of victims, an accident counts once in each row that has such a victim and once in the total.',
  },
  base: {
    title: { vi: 'Vụ tai nạn', en: 'Accident' },
    from: accident,
    key: accident.declaration_id,
    inForce: (asOf) => sql`${accident.counted} and ${latestAct(accident, 'accident_fact_later', asOf)}`,
    date: accident.occurred_on,
    reach: accident.reach,
  },
  detail: {
    title: { vi: 'Người bị nạn', en: 'Victim' },
    from: victim,
    on: sql`${victim.tenant_id} = ${accident.tenant_id} and ${victim.declaration_id} = ${accident.declaration_id}
      and ${victim.seq} = ${accident.seq}`,
  },
  dimensions: {
    ...periodDimensions(accident.occurred_on),
    ...unitDimensions({
      scheme: accident.unit_scheme,
      province: accident.province,
      district: accident.district,
      commune: accident.commune,
      currentProvince: accident.current_province,
      currentCommune: accident.current_commune,
    }),
    ...establishmentDimensions(
      {
        ownership: accident.ownership,
        industryVersion: accident.industry_version,
        industry: accident.industry,
        sizeClass: accident.size_class,
      },
      SIZE_CLASSES,
    ),
    cause: dimension({ vi: 'Nguyên nhân', en: 'Cause' }, 'base', accident.cause, listedCodes(accidentCauses)),
    factor: dimension(
      { vi: 'Yếu tố gây chấn thương', en: 'Injury factor' },
      'base',
      sql`${accident.factor_list} || ':' || ${accident.factor}`,
      prefixedCodes(Object.fromEntries(factors.map((list) => [list.id, list]))),
    ),
    context: dimension({ vi: 'Hoàn cảnh', en: 'Context' }, 'base', accident.context, listedCodes(accidentContexts)),
    class: dimension(
      { vi: 'Phân loại vụ tai nạn', en: 'Class of accident' },
      'base',
      accident.class,
      fixedCodes({
        fatal: { vi: 'Chết người', en: 'Fatal' },
        serious: { vi: 'Nặng', en: 'Serious' },
        light: { vi: 'Nhẹ', en: 'Light' },
        undetermined: { vi: 'Chưa xác định', en: 'Undetermined' },
      }),
    ),
    declarable: dimension(
      { vi: 'Thuộc diện phải khai báo', en: 'To be declared by law' },
      'base',
      sql`case when ${accident.declarable} then 'yes' else 'no' end`,
      fixedCodes({ yes: { vi: 'Phải khai báo', en: 'Yes' }, no: { vi: 'Không bắt buộc', en: 'No' } }),
    ),
    conclusion: dimension(
      { vi: 'Kết luận điều tra', en: 'Conclusion of the investigation' },
      'base',
      accident.conclusion,
      // What was found to be no work accident is not counted at all.
      fixedCodes({
        occupational: { vi: 'Tai nạn lao động', en: 'Work accident' },
        commuting: { vi: 'Tai nạn trên đường đi và về', en: 'Commuting accident' },
      }),
    ),
    occupation: dimension(
      { vi: 'Nghề nghiệp (cấp 1)', en: 'Occupation, major group' },
      'detail',
      sql`left(${victim.occupation}, 1)`,
      listedCodes(occupations, { level: '1' }),
    ),
    sex: dimension(
      { vi: 'Giới tính', en: 'Sex' },
      'detail',
      victim.sex,
      fixedCodes({ female: { vi: 'Nữ', en: 'Female' }, male: { vi: 'Nam', en: 'Male' } }),
    ),
    ageBand: dimension({ vi: 'Nhóm tuổi', en: 'Age band' }, 'detail', ageBandCase(victim.age), fixedCodes(AGE_BANDS)),
    employmentRelation: dimension(
      { vi: 'Quan hệ lao động', en: 'Employment relation' },
      'detail',
      victim.employment_relation,
      listedCodes(employmentRelations),
    ),
    vulnerableGroup: dimension(
      { vi: 'Nhóm lao động đặc thù', en: 'Vulnerable group' },
      'detail',
      sql`case when cardinality(${victim.vulnerable_groups}) = 0 then array['none'] else ${victim.vulnerable_groups} end`,
      listedCodes(vulnerableGroups, { extra: { none: { vi: 'Không thuộc nhóm nào', en: 'In none' } } }),
      { multiValued: true },
    ),
  },
  measures: {
    accidents: {
      title: { vi: 'Số vụ tai nạn', en: 'Accidents' },
      unit: ACCIDENTS,
      base: {},
      detail: 'distinct',
    },
    fatalAccidents: {
      title: { vi: 'Số vụ có người chết', en: 'Fatal accidents' },
      unit: ACCIDENTS,
      base: { where: sql`${accident.class} = 'fatal'` },
      detail: 'distinct',
    },
    multiVictimAccidents: {
      title: { vi: 'Số vụ có từ hai người bị nạn', en: 'Accidents with two or more victims' },
      unit: ACCIDENTS,
      base: { where: sql`${accident.victims} >= 2` },
      detail: 'distinct',
    },
    victims: persons({ vi: 'Số người bị nạn', en: 'Victims' }, accident.victims),
    deaths: persons({ vi: 'Số người chết', en: 'Deaths' }, accident.deaths, sql`${victim.condition} = 'dead'`),
    serious: persons(
      { vi: 'Số người bị thương nặng', en: 'Seriously injured' },
      accident.serious,
      sql`${victim.condition} = 'serious'`,
    ),
    light: persons(
      { vi: 'Số người bị thương nhẹ', en: 'Lightly injured' },
      accident.light,
      sql`${victim.condition} = 'light'`,
    ),
    women: persons({ vi: 'Số nạn nhân nữ', en: 'Women' }, accident.women, sql`${victim.sex} = 'female'`),
    outsideManagement: persons(
      { vi: 'Số nạn nhân không thuộc quyền quản lý của cơ sở', en: "Outside the employer's management" },
      accident.outside_management,
      sql`${victim.outside_management}`,
    ),
    daysLost: {
      title: { vi: 'Số ngày nghỉ vì tai nạn', en: 'Days lost' },
      unit: { vi: 'ngày', en: 'days' },
      base: { sum: accident.days_lost },
      detail: { sum: victim.days_lost },
    },
    costs: {
      title: { vi: 'Chi phí', en: 'Costs' },
      unit: THOUSAND_DONG,
      base: { sum: accident.costs },
      detail: null,
    },
    propertyDamage: {
      title: { vi: 'Thiệt hại tài sản', en: 'Property damage' },
      unit: THOUSAND_DONG,
      base: { sum: accident.property_damage },
      detail: null,
    },
  },
  ratios: {
    K: {
      title: { vi: 'K: số người bị nạn trên 1.000 lao động', en: 'K: victims per 1,000 workers' },
      numerator: 'victims',
      denominator: registerHeadcount,
      per: 1_000,
    },
    deathsPer100k: {
      title: { vi: 'Số người chết trên 100.000 lao động', en: 'Deaths per 100,000 workers' },
      numerator: 'deaths',
      denominator: registerHeadcount,
      per: 100_000,
    },
  },
  defaultMeasures: ['accidents', 'fatalAccidents', 'victims', 'deaths'],
}
