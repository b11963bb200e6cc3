import { statement } from '../platform/statements.ts'

/** The acts of one declaration in order, without the bodies; none for those who may not see it as it stands. */
export const selectActs = statement(
  'declaration-acts',
  `select tenant_id, declaration_id, seq, kind, act, revision, in_force, status, recorded_at, legal_date, client_id,
          filed_as, actor, reason, content_hash, hash, annex is not null as annexed,
          case when filed_as is not null then side_of(annex, filed_as, tenant_id) end as side,
          case act when 'attach' then annex->>'fileId' end as file_id,
          case act when 'return' then annex->>'dueOn' end as due_on, (select keeps_merged($1)) as keeps_merged,
          reviewers, whole_for, reach, office_reach, related_tenants
     from acts_of($2, $1)`,
)

/** What a filing or amendment held, and the last judgement of it up to an act. */
export const selectRevision = statement(
  'declaration-revision',
  `with acts as materialized (select * from acts_of($3, $1) where revision = $2)
   select filed.body::text, filed.sealed, filed.snapshot::text, filed.confirmations::text, filed.recorded_at,
          filed.filed_as, filed.seq, filed.response,
          judged.findings::text, judged.not_executed::text, judged.rule_set, judged.known::text
     from acts filed
    cross join lateral (
      select * from acts
       where rule_set is not null and annex is null and ($4::integer is null or seq <= $4)
       order by seq desc limit 1) judged
    where filed.body is not null`,
)

/** What acts added beside the declaration, in order. */
export const selectAnnexes = statement(
  'declaration-annexes',
  `select act, seq, revision, recorded_at, client_id, actor, filed_as, side_of(annex, filed_as, tenant_id) as side,
          annex::text, sealed
     from acts_of($2, $1) where annex is not null and ($3::integer is null or seq <= $3)`,
)

/**
 * The first declaration of a tenant that was ever filed or amended with this content and is not withdrawn. Its acts are
 * gone through only where the content was filed before.
 */
export const selectStandingContent = statement(
  'declaration-standing-content',
  `select same.declaration_id
     from declaration_act filed
     join declaration_act same on same.tenant_id = filed.tenant_id and same.content_hash = $2
    where filed.tenant_id = $1 and filed.content_key = $2
      and not exists (select from declaration_act
                       where tenant_id = same.tenant_id and declaration_id = same.declaration_id and act = 'withdraw')
    order by same.declaration_id limit 1`,
)

export const selectByIdempotencyKey = statement(
  'declaration-by-idempotency-key',
  `select declaration_id, seq, request_hash, response
     from declaration_act
    where tenant_id = $1 and client_id = $2 and idempotency_key = $3`,
)

export const selectHash = statement(
  'declaration-act-hash',
  `select hash from declaration_act where declaration_id = $1 and seq = $2`,
)

export const insertPersonalDataAccess = statement(
  'personal-data-access',
  `insert into personal_data_access (tenant_id, id, declaration_id, client_id, actor, purpose)
   values ($1, $2, $3, $4, $5, $6)`,
)

export const selectPendingOfTenant = statement(
  'declaration-pending-of-tenant',
  `select declaration_id, kind from (
     select distinct on (declaration_id) declaration_id, kind, status
       from declaration_act where tenant_id = $1 order by declaration_id, seq desc) last
    where status = 'needs-review'`,
)

/** Ids of a kind in order, a page at a time, for the check of the whole register. */
export const selectIds = statement(
  'declaration-ids',
  `select distinct declaration_id from declaration_act
    where kind = $1 and declaration_id > $2
    order by declaration_id limit $3`,
)

/** What the hash of each act covers, as the texts that were hashed. */
export const selectChain = statement(
  'declaration-chain',
  `select tenant_id, seq, act, revision, status, recorded_at, legal_date, client_id, actor, reason, rule_set,
          body::text, snapshot::text, findings::text, confirmations::text, known::text, annex::text, sealed, commitment,
          previous_hash, hash
     from declaration_act
    where declaration_id = $1
    order by seq`,
)
