import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { errorCode } from './embedded-postgres-error.ts'

/**
 * What tells a process from a later one that was given the same pid: the boot and the moment it began.
 * Undefined when no such process exists.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  const stat = readProc(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${boot}:${startTicks(stat)}`
}

/** Field 22 of `/proc/<pid>/stat`. Field 2, the name, may itself hold spaces and brackets: count from its last one. */
export function startTicks(stat: string): string | undefined {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

/** The command line of a process, its words separated by spaces; undefined when no such process exists. */
export function commandLine(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command=')
  return readProc(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ')
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    // ESRCH: the process ended between opening and reading.
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return undefined
    throw error
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-ww', '-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C' },
    }).trim()
  } catch {
    return undefined
  }
}
