import type { accidentFact, accidentVictimFact } from '../../src/accident/tables.ts'
import type { UnitRef } from '../../src/reference/administrative-units.ts'
import { commonColumns, insertRows } from './fact-rows.ts'

type FactRow = typeof accidentFact.$inferInsert
type VictimRow = typeof accidentVictimFact.$inferInsert
export type VictimOf = Partial<Omit<VictimRow, 'tenant_id' | 'declaration_id' | 'seq' | 'ordinal'>>

/** One act of one accident; what is not said is ordinary. */
export interface AccidentOf extends Partial<FactRow> {
  /** Gives province, commune and reach, then and now. */
  readonly place?: UnitRef
  readonly listed?: readonly VictimOf[]
}

/** Fact rows as filings leave them; the counts are those of the victims listed unless stated. */
export function accidentRows({ place, listed = [], ...given }: AccidentOf): {
  fact: FactRow
  victims: VictimRow[]
} {
  const having = (condition: string) => listed.filter((victim) => (victim.condition ?? 'light') === condition).length
  const deaths = having('dead')
  const serious = having('serious')
  const occurredOn = given.occurred_on ?? '2026-05-12'
  const fact: FactRow = {
    ...commonColumns(place),
    occurred_at: new Date(`${occurredOn}T03:00:00Z`),
    occurred_on: occurredOn,
    related_tenants: [],
    class: deaths > 0 ? 'fatal' : serious > 0 ? 'serious' : 'light',
    declarable: deaths > 0 || serious > 1,
    context: 'at-work',
    preliminary: false,
    deaths,
    serious,
    light: having('light'),
    missing: 0,
    victims: listed.length,
    women: listed.filter(({ sex }) => sex === 'female').length,
    outside_management: listed.filter((victim) => victim.outside_management).length,
    days_lost: listed.reduce((sum, victim) => sum + (victim.days_lost ?? 0), 0),
    costs: 0,
    property_damage: 0,
    ...given,
  }
  const { tenant_id, declaration_id, seq, reach } = fact
  const victims = listed.map((victim, index) => ({
    tenant_id,
    declaration_id,
    seq,
    ordinal: index + 1,
    victim_id: `v${index + 1}`,
    condition: 'light',
    vulnerable_groups: [],
    outside_management: false,
    days_lost: 0,
    reach,
    office_reach: [],
    ...victim,
  }))
  return { fact, victims }
}

/** Writes fact rows as the owner of the tables; filing writes the same rows. Returns them in the order given. */
export async function insertAccidents(ownerUrl: string, accidents: readonly AccidentOf[]): Promise<FactRow[]> {
  const rows = accidents.map(accidentRows)
  await insertRows(ownerUrl, {
    accident_fact: rows.map(({ fact }) => fact),
    accident_victim_fact: rows.flatMap(({ victims }) => victims),
  })
  return rows.map(({ fact }) => fact)
}
