/** Where the server listens: a directory for its Unix socket, or an address. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/**
 * `cluster_name` of every server started here, by which one that outlived its service is told from one that an
 * administrator started by hand.
 */
export const CLUSTER_NAME = 'khai-bao'

/** For one service on a small machine. Commits wait for the disk (fsync, synchronous_commit). */
const SETTINGS = {
  cluster_name: CLUSTER_NAME,
  shared_buffers: '64MB',
  max_connections: '60',
  wal_compression: 'on',
  // Compiling costs more than it saves on the short statements of this service.
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Messages at ERROR quote values, and so persons; the service sees each one itself. `log` is above `error` here.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  // Leaves out DETAIL, which quotes the statement a crashed process was running.
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
}

/** The arguments of `postgres`. `extra` settings win over ours. */
export function serverArguments(
  dataDirectory: string,
  endpoint: Endpoint,
  extra: Readonly<Record<string, string>>,
): string[] {
  const local = isSocketDirectory(endpoint)
  const settings: Record<string, string> = {
    ...SETTINGS,
    port: String(endpoint.port),
    listen_addresses: local ? '' : endpoint.host,
    unix_socket_directories: local ? endpoint.host : '',
    unix_socket_permissions: '0700',
    ...extra,
  }
  return ['-D', dataDirectory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A connection string that libpq, pg and `new URL` read alike: `host` in the query wins over the authority. */
export function connectionString(endpoint: Endpoint, user: string, password: string, database: string): string {
  const authority = isSocketDirectory(endpoint) ? 'localhost' : endpoint.host
  const url = new URL(`postgresql://${user}:${encodeURIComponent(password)}@${authority}:${endpoint.port}/${database}`)
  if (isSocketDirectory(endpoint)) url.searchParams.set('host', endpoint.host)
  return url.href
}

function isSocketDirectory(endpoint: Endpoint): boolean {
  return endpoint.host.startsWith('/')
}
