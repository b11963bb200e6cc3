import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { latestAct } from '../../declaration/latest-act.ts'
import { SIZE_CLASSES } from '../../declaration/size-class.ts'
import { diseaseFact as round } from '../../disease/tables.ts'
import { examinationKinds } from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { fixedCodes, listedCodes } from '../codes.ts'
import { type BaseGrain, type Dimension, dimension, type Measure } from '../cube.ts'
import { establishmentDimensions, namedDimension, periodDimensions, unitDimensions } from '../shared-dimensions.ts'
import { isEnterprise } from './register.ts'

/** What the cubes of screening have in common: the round. */

export const PERSONS: Text = { vi: 'người', en: 'persons' }

export const roundBase: BaseGrain = {
  title: { vi: 'Đợt khám', en: 'Round' },
  from: round,
  key: round.declaration_id,
  inForce: (asOf) => sql`${round.counted} and ${latestAct(round, 'disease_fact_later', asOf)}`,
  date: round.examined_on,
  reach: round.reach,
}

const ownDimensions: Readonly<Record<string, Dimension>> = {
  examinationKind: dimension(
    { vi: 'Loại hình khám', en: 'Kind of examination' },
    'base',
    round.exam_kind,
    listedCodes(examinationKinds),
  ),
  facility: namedDimension(
    { vi: 'Cơ sở khám', en: 'Examination facility' },
    sql`${round.facility_id}::text`,
    round.facility,
  ),
  facilityLicensed: dimension(
    { vi: 'Cơ sở khám đủ điều kiện trong ngày khám', en: 'Facility licensed on the day' },
    'base',
    sql`case when ${round.facility_licensed} then 'yes' when not ${round.facility_licensed} then 'no' end`,
    fixedCodes({ yes: { vi: 'Đủ điều kiện', en: 'Yes' }, no: { vi: 'Không đủ điều kiện', en: 'No' } }),
  ),
}

/** Dimensions that select rounds and that the register of enterprises does not have. */
export const ROUND_DIMENSIONS: readonly string[] = Object.keys(ownDimensions)

export const roundDimensions: Readonly<Record<string, Dimension>> = {
  ...periodDimensions(round.examined_on),
  ...unitDimensions({
    scheme: round.unit_scheme,
    province: round.province,
    district: round.district,
    commune: round.commune,
    currentProvince: round.current_province,
    currentCommune: round.current_commune,
  }),
  ...establishmentDimensions(
    {
      ownership: round.ownership,
      industryVersion: round.industry_version,
      industry: round.industry,
      sizeClass: round.size_class,
    },
    SIZE_CLASSES,
  ),
  ...ownDimensions,
}

export const roundsMeasure: Measure = {
  title: { vi: 'Số đợt khám', en: 'Rounds' },
  unit: { vi: 'đợt', en: 'rounds' },
  base: {},
  detail: 'distinct',
}

/** Distinct enterprises: one that screens twice counts once. */
export function enterprisesOf(title: Text, base: { readonly distinct: SQLWrapper; readonly where?: SQL }): Measure {
  return { title, unit: { vi: 'doanh nghiệp', en: 'enterprises' }, base, detail: 'distinct' }
}

export const screenedEnterprises = {
  distinct: round.tenant_id,
  where: isEnterprise(round.tenant_id, 'withHazards'),
}
