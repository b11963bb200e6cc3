import { statement } from '../platform/statements.ts'

export const insertFile = statement(
  'file-insert',
  `insert into declaration_file (tenant_id, id, declaration_id, kind, media_type, size, digest, sealed_name, victim_id,
                                 paper, client_id, actor, attached_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)

/** Of one declaration, in the order they were attached; one of them, where its id is given. */
export const selectFiles = statement(
  'files-of-declaration',
  `select id, media_type, size, digest, sealed_name, victim_id, paper, client_id, actor, attached_at
     from declaration_file
    where tenant_id = $1 and declaration_id = $2 and kind = $3 and ($4::uuid is null or id = $4)
    order by attached_at, id`,
)
