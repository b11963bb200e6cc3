import { statement } from '../platform/statements.ts'

/** Of one declaration, in the order they were attached. */
export const selectEarlierFiles = statement(
  'files-of-declaration',
  `select id, media_type, size, digest, sealed_name, victim_id, paper, client_id, actor, attached_at
     from declaration_file
    where tenant_id = $1 and declaration_id = $2 and kind = $3
    order by attached_at, id`,
)
