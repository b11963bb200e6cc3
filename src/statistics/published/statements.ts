import { statement } from '../../platform/statements.ts'

export const selectPublishedTable = statement(
  'select-published-table',
  'select computed_at, content from published_table where table_id = $1 and period = $2',
)

/** Of two that compute it at once the first is kept: both then read the same. */
export const insertPublishedTable = statement(
  'insert-published-table',
  `insert into published_table (table_id, period, computed_at, content) values ($1, $2, $3, $4)
   on conflict do nothing`,
)
