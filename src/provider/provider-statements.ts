import { statement } from '../platform/statements.ts'

const COLUMNS = 'id, version, tax_code, facts, reach, created_at, updated_at'

/** With its first version; nothing when the register has the tax code already. $5 to $9: the columns of the facts. */
export const insertProvider = statement(
  'provider-insert',
  `with new_provider as (
     insert into provider (id, register, version, tax_code, facts, reach, search_text, eligible)
     values ($1, $2, 1, $3, $6::jsonb, $7, $8, $9::datemultirange - $10::datemultirange)
     on conflict (register, tax_code) do nothing
     returning ${COLUMNS}
   ), first_version as (
     insert into provider_version (id, version, facts, client_id, actor) select id, version, facts, $4, $5 from new_provider
   )
   select * from new_provider`,
)

/** Nothing when it has another version by now. $5 to $9: the columns of the facts. */
export const updateProvider = statement(
  'provider-update',
  `with changed as (
     update provider set version = version + 1, updated_at = now(), facts = $5::jsonb, reach = $6, search_text = $7,
       eligible = $8::datemultirange - $9::datemultirange
     where id = $1 and version = $2
     returning ${COLUMNS}
   ), recorded as (
     insert into provider_version (id, version, facts, client_id, actor) select id, version, facts, $3, $4 from changed
   )
   select * from changed`,
)

export const selectProviderInRegister = statement(
  'provider-by-id',
  `select ${COLUMNS} from provider where register = $1 and id = $2`,
)

export const selectProviderByTaxCode = statement(
  'provider-by-tax-code',
  `select ${COLUMNS} from provider where register = $1 and tax_code = $2`,
)

/** $3: folded words of the name, $4: a unit key, $5: a day on which it is eligible. */
export const listProviders = statement(
  'providers',
  `select ${COLUMNS} from provider
    where register = $1
      and ($2::uuid is null or id > $2)
      and ($3::text is null or position($3 in search_text) > 0)
      and ($4::text is null or reach @> array[$4])
      and ($5::date is null or eligible @> $5)
      and ($6::text is null or tax_code = $6)
    order by id limit $7`,
)

/** Newest first. */
export const listProviderVersions = statement(
  'provider-versions',
  `select v.version, v.facts, v.recorded_at from provider_version v join provider p on p.id = v.id
    where p.register = $1 and v.id = $2 order by v.version desc`,
)
