import type { Session } from '../../platform/database.ts'
import { statement } from '../../platform/statements.ts'
import { groupBy } from '../../reference/group-by.ts'
import { firstDayOf, lastDayOf, type Period } from '../period.ts'
import { type FullRow, sumOfRows } from './columns.ts'
import type { DeclaredAccident } from './declared-accident.ts'

/**
 * Where reports and accidents meet: the accidents an enterprise declared, as they stand now, by the day they happened.
 * Rows from before costs were kept by their parts have them in the revision that counts.
 */
const selectDeclaredAccidents = statement(
  'select-declared-accidents',
  `select f.declaration_id as id, f.context, f.cause, f.factor_list, f.factor, f.deaths, f.serious, f.victims, f.women,
          f.outside_management, f.days_lost, f.property_damage,
          coalesce(f.medical_costs, (filed.body->'accident'->'losses'->>'medicalCost')::bigint, 0) as medical,
          coalesce(f.wage_costs, (filed.body->'accident'->'losses'->>'wagesDuringTreatment')::bigint, 0) as wages,
          coalesce(f.compensation_costs, (filed.body->'accident'->'losses'->>'compensation')::bigint, 0) as compensation,
          coalesce((select json_agg(json_build_object('condition', v.condition, 'sex', v.sex,
                                                      'occupation', v.occupation, 'outside', v.outside_management)
                                    order by v.ordinal)
                      from accident_victim_fact v
                     where (v.tenant_id, v.declaration_id, v.seq) = (f.tenant_id, f.declaration_id, f.seq)), '[]')
            as persons
     from accident_fact f
     join declaration_act filed on filed.tenant_id = f.tenant_id and filed.declaration_id = f.declaration_id
      and filed.revision = f.revision and filed.body is not null
    where f.tenant_id = $1 and f.counted and f.occurred_on between $2 and $3
      and not exists (select from accident_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    order by f.occurred_at, f.declaration_id`,
)

interface DeclaredRow extends Record<string, unknown> {
  id: string
  context: string
  cause: string | null
  factor_list: string | null
  factor: string | null
  deaths: number
  serious: number
  victims: number
  women: number
  outside_management: number
  days_lost: number
  property_damage: number
  medical: number
  wages: number
  compensation: number
  persons: Person[]
}

interface Person {
  condition: string
  sex: string | null
  occupation: string | null
  outside: boolean
}

export async function declaredAccidents(
  session: Session,
  tenantId: string,
  period: Period,
): Promise<readonly DeclaredAccident[]> {
  const rows = await session.run<DeclaredRow>(selectDeclaredAccidents, [
    tenantId,
    firstDayOf(period),
    lastDayOf(period),
  ])
  return rows.map(
    (row): DeclaredAccident => ({
      id: row.id,
      section: row.context === 'commuting' ? 2 : 1,
      cause: row.cause,
      factor: row.factor === null || row.factor_list === null ? null : { list: row.factor_list, code: row.factor },
      row: row.persons.length > 0 ? rowOf(row.persons) : rowOfCounts(row),
      occupations: [...groupBy(row.persons, ({ occupation }) => occupation)].flatMap(([occupation, persons]) =>
        occupation === null ? [] : { occupation, row: rowOf(persons) },
      ),
      daysOff: row.days_lost,
      medical: row.medical,
      wages: row.wages,
      compensation: row.compensation,
      propertyDamage: row.property_damage,
    }),
  )
}

function rowOf(persons: readonly Person[]): FullRow {
  const row = sumOfRows(
    persons.map(({ condition, sex, outside }) => {
      const [woman, dead, serious] = [
        Number(sex === 'female'),
        Number(condition === 'dead'),
        Number(condition === 'serious'),
      ]
      const own = Number(outside)
      return {
        victims: 1,
        victimsOutside: own,
        women: woman,
        womenOutside: woman * own,
        deaths: dead,
        deathsOutside: dead * own,
        serious,
        seriousOutside: serious * own,
      }
    }),
  )
  return asOneAccident(row)
}

/** Where the victims are not named yet: who of the dead and injured was of another employer is not known. */
function rowOfCounts({ victims, women, outside_management, deaths, serious }: DeclaredRow): FullRow {
  return asOneAccident(sumOfRows([{ victims, women, victimsOutside: outside_management, deaths, serious }]))
}

function asOneAccident(row: FullRow): FullRow {
  return {
    ...row,
    accidents: 1,
    fatalAccidents: Number(row.deaths > 0),
    multiVictimAccidents: Number(row.victims > 1),
  }
}
