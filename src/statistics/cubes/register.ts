import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { SIZE_CLASSES } from '../../declaration/size-class.ts'
import type { Cube, Dimension } from '../cube.ts'
import { establishmentDimensions, unitDimensions } from '../shared-dimensions.ts'

type Columns = (name: string) => SQL

/** The register says so now: it holds no hazards of an earlier day. */
const hasHazards = (of: Columns) => sql`cardinality(${of('hazard_factors')}) > 0`
const isOfHighRisk = (of: Columns) => sql`cardinality(${of('high_risk')}) > 0`

const column = (name: string) => sql`enterprise.${sql.identifier(name)}`
const NONE = sql`null::text`
/** The key of the unit of today, among the units that contain the head office; codes of a level have one length. */
const unitToday = (digits: string) =>
  sql`(select substr(unit, 9) from unnest(enterprise.reach) unit where unit like ${`VN-2025:${digits}`})`

const units = unitDimensions({
  scheme: NONE,
  province: NONE,
  district: NONE,
  commune: NONE,
  currentProvince: unitToday('__'),
  currentCommune: unitToday('_____'),
})

/**
 * Enterprises and their workers, by what events and enterprises have in common. Not asked by itself: rates are
 * divided by it. An enterprise that nobody has confirmed is not counted.
 */
export const registerCube: Cube = {
  id: 'register',
  title: { vi: 'Sổ đăng ký doanh nghiệp', en: 'Register of enterprises' },
  description: { vi: 'Số lao động theo sổ đăng ký hiện tại.', en: 'Workers as the register has them now.' },
  base: {
    title: { vi: 'Doanh nghiệp', en: 'Enterprise' },
    from: sql`enterprise`,
    key: column('id'),
    inForce: () => sql`not ${column('provisional')}`,
    date: null,
    reach: column('reach'),
  },
  dimensions: {
    province: today(units.province),
    commune: today(units.commune),
    ...establishmentDimensions(
      {
        ownership: column('ownership'),
        industryVersion: column('industry_version'),
        industry: column('industry'),
        sizeClass: sizeClass(),
      },
      SIZE_CLASSES,
    ),
  },
  measures: {
    workers: {
      title: { vi: 'Số lao động', en: 'Workers' },
      unit: { vi: 'người', en: 'persons' },
      base: { sum: column('workers') },
      detail: null,
    },
    enterprisesWithHazards: {
      title: { vi: 'Số doanh nghiệp có yếu tố có hại', en: 'Enterprises with harmful factors' },
      unit: { vi: 'doanh nghiệp', en: 'enterprises' },
      base: { where: hasHazards(column) },
      detail: null,
    },
    enterprisesOfHighRisk: {
      title: { vi: 'Số doanh nghiệp thuộc ngành nghề nguy cơ cao', en: 'Enterprises in high-risk sectors' },
      unit: { vi: 'doanh nghiệp', en: 'enterprises' },
      base: { where: isOfHighRisk(column) },
      detail: null,
    },
  },
  ratios: {},
  defaultMeasures: ['workers'],
}

/** The register is of the present: it has no units of an earlier day. */
function today(unit: Dimension): Dimension {
  return { ...unit, view: (mode) => (mode === 'current' ? unit.view(mode) : null) }
}

/** A class is named after its least and greatest number of workers. */
function sizeClass() {
  const cases = SIZE_CLASSES.toReversed().map(
    (name) => sql`when ${column('workers')} >= ${Number.parseInt(name, 10)} then ${name}`,
  )
  return sql`case ${sql.join(cases, sql` `)} end`
}

/** Whether an event belongs to an enterprise that the denominators of the register count. */
export function isEnterprise(tenant: SQLWrapper, which: 'withHazards' | 'ofHighRisk'): SQL {
  const of = (name: string) => sql`registered.${sql.identifier(name)}`
  return sql`exists (select from enterprise registered
    where registered.id = ${tenant} and not registered.provisional
      and ${which === 'withHazards' ? hasHazards(of) : isOfHighRisk(of)})`
}
