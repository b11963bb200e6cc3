import { expect, inject, it } from 'vitest'
import { execute, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { ask } from '../../src/statistics/ask.ts'
import { accidentsCube } from '../../src/statistics/cubes/accidents.ts'
import { readQuestion } from '../../src/statistics/read-question.ts'
import { cubeQuery } from '../../src/statistics/cube-query.ts'
import { PgDialect } from 'drizzle-orm/pg-core'

it('perf', async () => {
  const url = await freshDatabase(inject('postgresUrl'))
  await execute(url, `
   insert into accident_fact
   select t, d, seq, 1, 'filed', true, ts + seq * interval '1 day', ts, t, ts, ts::date, 'VN-2025', p, null, c, p, c, array['VN-2025:'||p,'VN-2025:'||c], array['VN-2025:01'], '{}', 'Cong ty', 'cong ty mau so 1', '3', '2025', '41', '50-199',
     (array['fatal','serious','light'])[1+(i%3)], true, 'at-work', (1+i%9)::text, 'injury-factors-kb','fall-from-height', null, false, false, 0,1,0,0,2,1,0,10,100,0,0
   from (select i, md5('t'||(i%20000))::uuid t, md5('d'||i)::uuid d, timestamptz '2020-01-01' + (i * interval '30 minutes') ts, lpad((1+i%34)::text,2,'0') p, lpad((1+i%3300)::text,5,'0') c, s.seq
     from generate_series(1,100000) i, lateral generate_series(1, case when i%10=0 then 2 else 1 end) s(seq)) x;
   insert into accident_victim_fact select tenant_id, declaration_id, seq, o, 'v'||o, case when o=1 then 'serious' else 'light' end, case when (o+('x'||left(declaration_id::text,4))::bit(16)::int)%3=0 then 'female' else 'male' end, 20+o*7, '7'||o, 'fixed-term-contract', case when o=1 then '{women}'::text[] else '{}' end, false, null, 5, null, reach, office_reach from accident_fact, generate_series(1,2) o;`)
  await execute(url, 'vacuum analyze accident_fact'); await execute(url, 'vacuum analyze accident_victim_fact')
  const database = openDatabase({ url, connections: 2, maxWaiting: 10, statementTimeout: 60_000 })
  const out: string[] = []
  const dialect = new PgDialect()
  const run = async (label: string, p: object, variant: (t: string) => string, settings: string[]) => {
    const { question } = readQuestion(accidentsCube, p, {})
    const { sql, params } = dialect.sqlToQuery(cubeQuery(accidentsCube, question, '*'))
    const times: number[] = []
    for (let k = 0; k < 5; k++) {
      times.push(await database.within({ reach: '*' }, async (s) => {
        for (const x of settings) await s.run({ text: `set local ${x}` })
        const t = performance.now()
        await s.run({ text: variant(sql) }, params)
        return Math.round(performance.now() - t)
      }))
    }
    out.push(`${label}: min ${Math.min(...times)}  ${times.join(' ')}`)
  }
  const same = (t: string) => t
  const np = 'max_parallel_workers_per_gather=0'
  const wm = "work_mem='32MB'"
  for (const by of ['province', 'sex', 'ageBand,sex']) {
    await run(`${by} plain`, { by }, same, [])
    await run(`${by} np`, { by }, same, [np])
    await run(`${by} wm`, { by }, same, [wm])
    await run(`${by} wm np`, { by }, same, [wm, np])
    await run(`${by} wm np C`, { by }, (t) => t.replaceAll("'unknown')", `'unknown') collate "C"`), [wm, np])
    await run(`${by} wm C`, { by }, (t) => t.replaceAll("'unknown')", `'unknown') collate "C"`), [wm])
    await run(`${by} wm C nodistinct`, { by }, (t) => t.replaceAll("'unknown')", `'unknown') collate "C"`).replaceAll('count(distinct "accident_fact"."declaration_id")', 'count(*)'), [wm])
  }
  out.push(JSON.stringify(await execute(url, "select datcollate, datlocprovider, datlocale from pg_database where datname = current_database()")))
  const { question } = readQuestion(accidentsCube, { by: 'sex' }, {})
  const { sql, params } = dialect.sqlToQuery(cubeQuery(accidentsCube, question, '*'))
  const rows = await database.within({ reach: '*' }, async (s) => { await s.run({ text: `set local ${wm}` }); await s.run({ text: `set local ${np}` }); return s.run({ text: `explain (analyze, buffers) ${sql}` }, params) })
  out.push(rows.map((r) => Object.values(r)[0]).filter((x) => !/InitPlan|Result/.test(String(x))).join('\n'))
  console.log(out.join('\n'))
  await database.close()
  expect(out).toBeDefined()
}, 300_000)
