import { statement } from '../platform/statements.ts'

export const insertRegistration = statement(
  'registration-insert',
  `insert into registration (id, tenant_id, client_id, reach, sealed_contact, state)
   select $1, $2, $3, reach, $4, 'pending' from enterprise where tenant_id = $2 and id = $2`,
)

const COLUMNS = `r.id, r.tenant_id, r.client_id, r.state, r.reason, r.created_at, r.decided_at,
  e.tax_code, e.name, e.head_office_scheme, e.head_office_unit`
const TABLES = 'registration r left join enterprise e on e.tenant_id = r.tenant_id and e.id = r.tenant_id'

/** Row-level security leaves those of the office's jurisdiction. */
export const listRegistrations = statement(
  'registrations',
  `select ${COLUMNS} from ${TABLES}
    where ($1::uuid is null or r.id > $1) and ($2::text is null or r.state = $2)
    order by r.id limit $3`,
)

export const selectRegistration = statement('registration-by-id', `select ${COLUMNS} from ${TABLES} where r.id = $1`)

export const selectContact = statement('registration-contact', 'select sealed_contact from registration where id = $1')

export const insertContactAccess = statement(
  'registration-contact-access',
  `insert into registration_contact_access (tenant_id, id, registration_id, client_id, actor, purpose)
   values ($1, $2, $3, $4, $5, $6)`,
)

export const decideRegistration = statement(
  'registration-decide',
  `update registration set state = $2, reason = $3, decided_by = $4, decided_at = $5
    where id = $1 and state = 'pending' returning id`,
)
