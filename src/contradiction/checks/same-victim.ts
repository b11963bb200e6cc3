import { statement } from '../../platform/statements.ts'
import { type Check, LABOUR } from '../check.ts'
import { partOf, stands, told } from '../sql.ts'

/** Somebody who died in one accident was hurt in a later one, or was hurt in two within a day: one person, by number. */
export const sameVictim: Check = {
  id: 'same-victim',
  rules: [],
  citations: [{ kind: 'arithmetic' }],
  title: {
    vi: 'Cùng một người bị nạn trong hai hồ sơ không thể cùng đúng',
    en: 'One person is a victim in two declarations that cannot both be right',
  },
  message: {
    vi: 'Cùng một số định danh: {left} trong hồ sơ này, {right} trong hồ sơ kia (tình trạng và ngày).',
    en: 'One identity number: {left} in the one declaration, {right} in the other (condition and day).',
  },
  left: 'accident',
  right: 'accident',
  audience: LABOUR,
  statement: statement(
    'contradiction-same-victim',
    `${told({
      of: 'a',
      left: {
        id: 'a.declaration_id',
        field: "'/victims/' || (v.ordinal - 1)",
        value: "(v.condition || ' ' || coalesce(v.died_on, a.occurred_on))",
      },
      right: {
        id: 'b.declaration_id',
        field: "'/victims/' || (w.ordinal - 1)",
        value: "(w.condition || ' ' || coalesce(w.died_on, b.occurred_on))",
      },
      otherTenant: 'b.tenant_id',
      legalDate: 'b.occurred_on',
      since: "greatest(a.filed_at, b.filed_at) at time zone 'Asia/Ho_Chi_Minh'",
      offices: ['a', 'b'],
    })}
       from accident_victim_fact v
       join accident_victim_fact w on w.person_key = v.person_key and w.declaration_id <> v.declaration_id
       join accident_fact a on ${partOf('a', 'v')}
       join accident_fact b on ${partOf('b', 'w')}
      where (v.tenant_id = any($1) or w.tenant_id = any($1)) and v.person_key is not null
        and (a.occurred_on, a.declaration_id) < (b.occurred_on, b.declaration_id)
        and (b.occurred_on - a.occurred_on <= 1
             or (v.condition = 'dead' and coalesce(v.died_on, a.occurred_on) < b.occurred_on))
        and ${stands('accident_fact', 'a')} and ${stands('accident_fact', 'b')}`,
  ),
}
