import type { Session } from '../../platform/database.ts'
import { statement } from '../../platform/statements.ts'
import { firstDayOf, lastDayOf, type Period } from '../period.ts'

/** What an enterprise declared of a year beside accidents: numbers, nobody's name. */
export interface DeclaredYear {
  /** Persons diagnosed in screenings; null for those who may not see diagnoses. */
  readonly diseases: DeclaredDiseases | null
  /** Samples of the campaigns that count. */
  readonly samples: readonly DeclaredSamples[]
}

export interface DeclaredDiseases {
  /** Distinct persons diagnosed until the end of the year. */
  readonly total: number
  /** Of these, for the first time and in the year. */
  readonly new: number
  readonly declarations: readonly string[]
}

export interface DeclaredSamples {
  readonly id: string
  /** Code of `annual-report-item-9`. */
  readonly factor: string
  readonly samples: number
  /** Beyond a limit that is verified. */
  readonly failed: number
}

const selectDiagnosed = statement(
  'select-diagnosed-of-year',
  `with diagnosed as (
     select c.declaration_id, coalesce(encode(c.person_key, 'hex'), c.declaration_id || c.case_id) as person,
            c.diagnosed_on >= $2 and not c.from_earlier_round as is_new
       from disease_fact f
       join disease_case_fact c on (c.tenant_id, c.declaration_id, c.seq) = (f.tenant_id, f.declaration_id, f.seq)
      where f.tenant_id = $1 and f.counted and c.diagnosed_on <= $3
        and not exists (select from disease_fact_later later
                         where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                           and later.seq > f.seq))
   select count(distinct person) as total, count(distinct person) filter (where is_new) as new,
          coalesce(array_agg(distinct declaration_id::text order by declaration_id::text) filter (where is_new), '{}')
            as declarations
     from diagnosed`,
)

/** As the yearly summary of monitoring counts (item 9). */
const selectSamples = statement(
  'select-samples-of-year',
  `select f.declaration_id as id, coalesce(m.item_9, 'other') as factor, sum(m.samples) as samples,
          coalesce(sum(m.samples) filter (where m.verdict = 'exceed' and not m.advisory), 0) as failed
     from environment_fact f
     join environment_measurement_fact m
       on (m.tenant_id, m.declaration_id, m.seq) = (f.tenant_id, f.declaration_id, f.seq)
    where f.tenant_id = $1 and f.counted and m.counted and f.sampled_on between $2 and $3
      and not exists (select from environment_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    group by 1, 2 order by 1, 2`,
)

export async function declaredYear(session: Session, tenantId: string, period: Period): Promise<DeclaredYear> {
  const asked = [tenantId, firstDayOf(period), lastDayOf(period)]
  const [diagnosed] = await session.run<DeclaredDiseases & Record<string, unknown>>(selectDiagnosed, asked)
  const samples = await session.run<DeclaredSamples & Record<string, unknown>>(selectSamples, asked)
  return { diseases: diagnosed ?? null, samples }
}
