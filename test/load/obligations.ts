import type pg from 'pg'
import { median } from './percentiles.ts'
import type { ServiceUnderLoad } from './service-under-load.ts'

const ENTERPRISES = 10_000
const FILED = 9_400
const YEAR = new Date().getFullYear()

/**
 * 10,000 enterprises of which 9,400 sent their summary of last year, half of these late: how long it takes to make all
 * obligations anew, and then to answer an office.
 */
export async function benchObligations(service: ServiceUnderLoad, owner: pg.Client, rounds: number): Promise<void> {
  await makeEnterprises(owner)
  await service.becomeClient({ name: 'bench obligations', role: 'labour-office', jurisdiction: { national: true } })
  const summaries = `/v1/obligations?duty=accident-summary&period=${YEAR - 1}`
  const first = await timed(service, 1, `${summaries}&limit=1`)
  // What autovacuum does within a minute of such a change.
  await owner.query('analyze obligation')
  const { body } = await service.expect(200, 'GET', `${summaries}&limit=1`)
  const { counts } = JSON.parse(body) as { counts: Record<string, number> }
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from obligation')
  if (counts.overdue !== ENTERPRISES - FILED) throw new Error(`non-filers: ${JSON.stringify(counts)}`)

  console.log(
    `\nObligations: ${ENTERPRISES} enterprises, ${FILED} filed, ${rows[0]?.n} obligations; ${rounds} of each, medians in ms`,
  )
  console.table({
    'first answer, all made anew': { ms: first.toFixed(0) },
    'first page of the non-filers, with counts': {
      ms: (await timed(service, rounds, `${summaries}&status=overdue`)).toFixed(0),
    },
    'first page of one report, with counts': { ms: (await timed(service, rounds, summaries)).toFixed(0) },
    'first page of one province, with counts': {
      ms: (await timed(service, rounds, `${summaries}&unit=VN-2025:19`)).toFixed(0),
    },
    'first page of everything overdue, with counts': {
      ms: (await timed(service, rounds, '/v1/obligations?status=overdue')).toFixed(0),
    },
    'first page of the work list of the country, with counts': {
      ms: (await timed(service, rounds, '/v1/work-list')).toFixed(0),
    },
    'every indicator of a year, of the country': {
      ms: (await timed(service, rounds, `/v1/indicators?year=${YEAR - 1}`)).toFixed(0),
    },
  })
}

async function timed(service: ServiceUnderLoad, rounds: number, path: string): Promise<number> {
  const durations: number[] = []
  for (let n = 0; n < rounds; n += 1) {
    const start = performance.now()
    await service.expect(200, 'GET', path)
    durations.push(performance.now() - start)
  }
  return median(durations)
}

/** As registering and filing would leave them, known since last year. */
async function makeEnterprises(owner: pg.Client): Promise<void> {
  await owner.query(
    'create temp table employer as select i, gen_random_uuid() as id from generate_series(1, $1::int) i',
    [ENTERPRISES],
  )
  await owner.query(`insert into tenant (id, kind, wrapped_key) select id, 'enterprise', '\\x00' from employer`)
  await owner.query(
    `insert into enterprise (tenant_id, id, version, name, head_office_scheme, head_office_unit, reach, workers,
                             hazard_factors, search_text, created_at, updated_at)
     select id, id, 1, 'Công ty số ' || i, 'VN-2025', '01849', array['VN-2025:19', 'VN-2025:01849'], 1 + i % 500,
            case when i % 3 = 0 then array['HZ-PHY-NOISE'] else '{}' end, 'cong ty so ' || i,
            now() - interval '1 year', now() - interval '1 year'
       from employer`,
  )
  await owner.query(
    `insert into periodic_report_fact (
       tenant_id, declaration_id, seq, revision, status, counted, recorded_at, filed_at, client_id, report_kind, year,
       period, period_end, attempt, received_on, reach, office_reach, establishment, search_text, on_behalf, zero,
       figures, breaches)
     select id, gen_random_uuid(), 1, 1, 'filed', true, now(), now(), 'bench', 'accident-summary', $1::int,
            ($1::int)::text, make_date($1, 12, 31), 0, make_date($1 + 1, 1, 5 + i % 10), '{}', '{}', '', '', false, true,
            '{}', 0
       from employer where i <= $2`,
    [YEAR - 1, FILED],
  )
  await owner.query('analyze')
}
