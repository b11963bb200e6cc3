/** The system account that PostgreSQL runs under, where it is not that of the service. */
export interface Account {
  readonly uid: number
  readonly gid: number
}
