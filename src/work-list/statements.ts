import { STATE as CONTRADICTION_STATE } from '../contradiction/statements.ts'
import { OF_EVENTS } from '../obligation/vocabulary.ts'
import { statement } from '../platform/statements.ts'

/** Declarations with acts from a transaction on. */
export const selectChangedDeclarations = statement(
  'work-list-changed',
  'select distinct declaration_id as id from declaration_act where xid >= $1::xid8',
)

export const keepWaiting = statement('work-list-keep', 'select keep_waiting($1)')

/** The first instant after a day in Viet Nam: what is due on the day is late from then on. */
const endOf = (day: string) => `((${day} + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`
/** The first instant of a day in Viet Nam. */
const startOf = (day: string) => `(${day}::timestamp at time zone 'Asia/Ho_Chi_Minh')`

const NOT_WAIVED = `not exists (
  select from (select distinct on (obligation_id) obligation_id, lifted
                 from obligation_waiver order by obligation_id, id desc) w
   where w.obligation_id = o.id and not w.lifted)`

/** In charge of an accident or incident is the place; the head office where that lies in no province of Viet Nam. */
const IS_IN_CHARGE = `(o.source_kind not in (${OF_EVENTS.map((kind) => `'${kind}'`).join(', ')}) or $5::text[] is null
  or o.reach && $5 or cardinality(o.reach) = 0 and o.office_reach && $5)`

/** What `/v1/obligations` lists under the caller itself: of an office, by its role and units. */
const IS_OWN = `o.owed_by = any($8) and ${IS_IN_CHARGE} and (o.source_kind not in ('office', 'commune') or o.tenant_id = $7
  or o.tenant_id in (select office_id($6, unit) from unnest($5::text[]) unit))`

const OBLIGATION_DUE = `coalesce(o.due_at, ${endOf('o.due_on')}, 'infinity')`
const WAITING_DUE = `coalesce(${endOf('w.due_on')}, 'infinity')`

/** Of the sorts of work that may be tens of thousands: no more than one page, in the order of an index. */
const onePage = (due: string, since: string, id: string) => {
  const key = `${due}, ${since}, ${id}::text collate "C"`
  // A declaration may wait for several reasons, with one key.
  return `and (${key}) >= ($10::timestamptz, $11::timestamptz, $12::text collate "C") order by ${key} limit $14 + 10`
}
const OBLIGATION = `'obligation', o.id::text,
  case when o.source_kind in ('office', 'commune', 'monitor') then null else o.tenant_id end, o.party, ${OBLIGATION_DUE}, ${startOf('o.since')},
  o.duty, o.period, o.owed_by, 0, 0, null`

const lastDecision = (table: string, key: string, of: string) =>
  `left join lateral (select * from ${table} d where d.${key} = ${of}.id order by d.id desc limit 1) d on true`

/**
 * Everything that waits for a caller, within what row-level security shows. $1: now; $2: sorts of work; $3: kinds of
 * declaration; $4: a unit key, or null; $5: units of the jurisdiction, null for the country; $6: role; $7: tenant; $8:
 * parties whose duties are the caller's; $9: duties it watches over.
 */
const items = (paged: boolean) => `
  (select w.sort, w.kind, w.declaration_id::text as id, w.tenant_id, w.establishment,
         ${WAITING_DUE} as due, w.since, null::text as code, null::text as period, null::text as owed_by,
         w.revision, w.threads, case w.kind when 'accident' then w.declaration_id end as accident
    from waiting_declaration w
   where w.sort = any($2) and w.kind = any($3) and w.reviewers @> array[$6::text] and ($4::text is null or w.reach @> array[$4])
     -- Until its day an enterprise has time to answer.
     and (w.sort <> 'returned' or ${WAITING_DUE} <= $1)
     ${paged ? onePage(WAITING_DUE, 'w.since', 'w.declaration_id') : ''})
  union all
  select 'to-answer', w.kind, w.declaration_id::text, w.tenant_id, w.establishment, ${WAITING_DUE}, w.since,
         null, null, null, w.revision, w.threads, case w.kind when 'accident' then w.declaration_id end
    from waiting_declaration w
   where 'to-answer' = any($2) and w.tenant_id = $7 and w.sort = 'returned'
  union all
  select 'registration', 'registration', r.id::text, r.tenant_id, coalesce(e.name, ''), null, r.created_at,
         null, null, null, 0, 0, null
    from registration r left join enterprise e on e.tenant_id = r.tenant_id and e.id = r.tenant_id
   where 'registration' = any($2) and r.state = 'pending' and ($4::text is null or r.reach @> array[$4])
  union all
  select 'investigation', 'accident', f.declaration_id::text, f.tenant_id, f.establishment,
         ${endOf('f.investigation_due')}, ${startOf('f.investigation_started_on')}, f.investigation_authority, null, null,
         f.revision, 0, f.declaration_id
    from accident_fact f
   where 'investigation' = any($2) and f.investigation_due is not null and f.announced_on is null
     and f.status not in ('withdrawn', 'merged') and ($5::text[] is null or f.reach && $5)
     and ($4::text is null or f.reach @> array[$4])
     and not exists (select from accident_fact_later later
                      where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                        and later.seq > f.seq)
  union all
  select 'own-obligation', ${OBLIGATION} from obligation o
   where 'own-obligation' = any($2) and o.done_on is null and ${IS_OWN} and ${NOT_WAIVED}
     and ($4::text is null or o.reach @> array[$4] or o.office_reach @> array[$4])
  union all
  (select 'overdue-obligation', ${OBLIGATION} from obligation o
   where 'overdue-obligation' = any($2) and o.done_on is null and o.duty = any($9) and o.owed_by <> all($8)
     and ${OBLIGATION_DUE} <= $1 and ${IS_IN_CHARGE} and ${NOT_WAIVED}
     and ($4::text is null or o.reach @> array[$4] or o.office_reach @> array[$4])
     ${paged ? onePage(OBLIGATION_DUE, startOf('o.since'), 'o.id') : ''})
  union all
  select 'contradiction', 'contradiction', c.id, c.tenant_id, c.establishment, null, ${startOf('c.since')}, c.check_id,
         null, null, 0, 0, null
    from contradiction c ${lastDecision('contradiction_decision', 'contradiction_id', 'c')}
   where 'contradiction' = any($2) and c.holds and ${CONTRADICTION_STATE} = 'open'
     and c.since <= ($1::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
     and ($4::text is null or c.reach @> array[$4])
  union all
  select 'duplicate', 'duplicate', p.id, p.tenant_id, coalesce(e.name, ''), null, ${startOf('p.occurred_on')}, null,
         null, null, 0, 0, p.declaration_id
    from duplicate_pair p ${lastDecision('duplicate_decision', 'pair_id', 'p')}
    left join enterprise e on e.tenant_id = p.tenant_id and e.id = p.tenant_id
   where 'duplicate' = any($2) and p.stands and d.decision is null and ($4::text is null or p.reach @> array[$4])`

/** What is due first comes first, then what has waited longest. $10 to $13: after this item. */
export const selectWork = statement(
  'work-list',
  `select sort, kind, id, page.tenant_id, coalesce(nullif(page.establishment, ''), f.establishment, '') as establishment,
          nullif(due, 'infinity') as due, since, code, period, owed_by, page.revision, threads,
          coalesce(due, 'infinity')::text as due_key, since::text as since_key, f.class, f.occurred_on::text
     from (select * from (${items(true)}) item
            where (coalesce(due, 'infinity'), since, id collate "C", sort)
                > ($10::timestamptz, $11::timestamptz, $12::text, $13::text)
            order by coalesce(due, 'infinity'), since, id collate "C", sort limit $14) page
     left join lateral (
       select class, occurred_on, establishment from accident_fact
        where tenant_id = page.tenant_id and declaration_id = page.accident order by seq desc limit 1) f on true
    order by coalesce(due, 'infinity'), since, id collate "C", sort`,
)

export const countWork = statement(
  'work-list-counts',
  `select sort, count(*) as n, count(*) filter (where due <= $1) as overdue from (${items(false)}) item group by sort`,
)
