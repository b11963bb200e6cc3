import { statement } from '../platform/statements.ts'

/** Columns that state facts, in the order in which every statement here names them. */
const FACTS = `name, address, ownership, industry_version, industry, head_office_scheme, head_office_unit, reach,
  workers, women, hazard_factors, cooperative, high_risk, osh_system, defence, search_text`

const COLUMNS = `id, version, tax_code, ${FACTS}, provisional, created_at, updated_at`

/**
 * Tenant, alias, enterprise and first version, or nothing when another holds the tax code. A code that was someone
 * else's before begins on the day after.
 */
export const insertEnterprise = statement(
  'enterprise-insert',
  `with alias as (
     insert into tax_code_alias (code_key, valid_from, tenant_id)
     select $2::bytea, coalesce((select max(valid_to) + 1 from tax_code_alias where code_key = $2), date '0001-01-01'), $1::uuid
     on conflict do nothing
     returning tenant_id
   ), new_tenant as (
     insert into tenant (id, kind, wrapped_key) select tenant_id, 'enterprise', $3 from alias
   ), first_version as (
     insert into enterprise_version (tenant_id, id, version, content, client_id, actor)
     select tenant_id, tenant_id, 1, $8::jsonb, $9, $10 from alias
   )
   insert into enterprise (tenant_id, id, version, tax_code, sealed_tax_code, provisional, ${FACTS})
   select alias.tenant_id, alias.tenant_id, 1, $4, $5, $6, ${FACTS}
     from alias, json_populate_record(null::enterprise, $7::json)
   returning created_at`,
)

export const selectEnterprise = statement(
  'enterprise-by-id',
  `select ${COLUMNS} from enterprise where tenant_id = $1 and id = $1`,
)

export const selectEnterpriseForChange = statement(
  'enterprise-for-change',
  `select ${COLUMNS}, sealed_tax_code from enterprise where tenant_id = $1 and id = $1 for update`,
)

/** $2: a tax code's key, $3: folded words of the name, $4: a unit key. */
export const listEnterprises = statement(
  'enterprises',
  `select ${COLUMNS} from enterprise
    where ($1::uuid is null or id > $1)
      and ($2::bytea is null
           or id in (select tenant_id from tax_code_alias where code_key = $2 and valid_to is null))
      and ($3::text is null or position($3 in search_text) > 0)
      and ($4::text is null or reach @> array[$4])
    order by id limit $5`,
)

export const updateEnterprise = statement(
  'enterprise-update',
  `with changed as (
     update enterprise set
       version = version + 1, updated_at = now(), tax_code = $2, sealed_tax_code = $3, provisional = $4,
       (${FACTS}) = (select ${FACTS} from json_populate_record(null::enterprise, $5::json))
     where tenant_id = $1 and id = $1
     returning ${COLUMNS}
   ), recorded as (
     insert into enterprise_version (tenant_id, id, version, content, client_id, actor)
     select id, id, version, $6::jsonb, $7, $8 from changed
   )
   select * from changed`,
)

export const selectTaxCodeHolder = statement(
  'tax-code-holder',
  `select tenant_id from tax_code_alias
    where code_key = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)`,
)

export const takeTaxCode = statement(
  'tax-code-take',
  `insert into tax_code_alias (code_key, valid_from, tenant_id)
   select $1::bytea, coalesce((select max(valid_to) + 1 from tax_code_alias where code_key = $1), date '0001-01-01'), $2
   on conflict do nothing
   returning tenant_id`,
)

/** The tenant's other codes end on the day before $3. */
export const closeOtherTaxCodes = statement(
  'tax-code-close',
  `update tax_code_alias set valid_to = greatest(valid_from, $3::date - 1)
    where tenant_id = $2 and valid_to is null and code_key <> $1`,
)

/** Of a refused registration: it never was its code, and whose it is must be able to register. */
export const deleteTaxCodes = statement('tax-code-delete', 'delete from tax_code_alias where tenant_id = $1')

export const selectSnapshot = statement('enterprise-snapshot', `select ${COLUMNS} from enterprise_of($1)`)
