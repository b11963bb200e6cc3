import { sql } from 'drizzle-orm'
import { SIZE_CLASSES } from '../../accident/size-class.ts'
import type { Cube, Dimension } from '../cube.ts'
import { establishmentDimensions, unitDimensions } from '../shared-dimensions.ts'

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
