import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Text } from '../../rules/rule.ts'

/** Least age of each band but the youngest; 15 and 18 are the ages of Law 45/2019, Art. 143, the others a policy. */
const BANDS = [
  { from: 60, name: '60+' },
  { from: 55, name: '55-59' },
  { from: 45, name: '45-54' },
  { from: 35, name: '35-44' },
  { from: 25, name: '25-34' },
  { from: 18, name: '18-24' },
  { from: 15, name: '15-17' },
] as const

export const AGE_BANDS: Readonly<Record<string, Text>> = {
  '<15': { vi: 'Dưới 15 tuổi', en: 'Under 15' },
  ...Object.fromEntries(BANDS.toReversed().map(({ name }) => [name, titleOf(name)])),
}

/** The band of an age in years; null where the age is. */
export function ageBandCase(age: SQLWrapper): SQL {
  const cases = BANDS.map(({ from, name }) => sql`when ${age} >= ${from} then ${name}`)
  return sql`case ${sql.join(cases, sql` `)} when ${age} < 15 then '<15' end`
}

function titleOf(band: string): Text {
  return band === '60+' ? { vi: 'Từ 60 tuổi', en: '60 and over' } : { vi: `${band} tuổi`, en: band }
}
