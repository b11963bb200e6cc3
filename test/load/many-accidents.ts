import type pg from 'pg'

/** Multiplies the accidents there are until `wanted` stand, over five years and all provinces. */
export async function makeAccidents(owner: pg.Client, wanted: number): Promise<void> {
  const columns = async (table: string, changed: Record<string, string>) => {
    const { rows } = await owner.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = $1 and table_schema = 'public' order by ordinal_position",
      [table],
    )
    return rows.map(({ column_name: name }) => changed[name] ?? `t.${name}`).join(', ')
  }
  const shift = '(t.occurred_at - make_interval(hours => (n.i * 7919) % 40000))'
  const accident = await columns('accident_fact', {
    declaration_id: 'n.id',
    occurred_at: shift,
    occurred_on: `(${shift} at time zone 'Asia/Ho_Chi_Minh')::date`,
    current_province: "(array['01','04','08','11','12','15','19','20','22','24'])[1 + n.i % 10]",
    cause: '(1 + n.i % 9)::text',
    deaths: '(n.i % 3 = 0)::int',
  })
  const victim = await columns('accident_victim_fact', {
    declaration_id: 'n.id',
    sex: "case when n.i % 4 = 0 then 'female' else 'male' end",
    age: '18 + n.i % 45',
    person_key: "decode(md5(n.i::text), 'hex')",
  })
  await owner.query(`create temp table made as select i, gen_random_uuid() as id from generate_series(1, ${wanted}) i`)
  await owner.query(
    `insert into accident_fact select ${accident} from made n cross join lateral (select * from accident_fact limit 1) t`,
  )
  await owner.query(
    `insert into accident_victim_fact select ${victim} from made n cross join lateral (select * from accident_victim_fact limit 1) t`,
  )
  await owner.query('vacuum analyze accident_fact')
  await owner.query('vacuum analyze accident_victim_fact')
}
