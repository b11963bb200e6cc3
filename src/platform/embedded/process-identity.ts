import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { errorCode } from './embedded-postgres-error.ts'

/**
 * What tells a process from a later one that was given the same pid: the boot and the moment it began.
 * Undefined when no such process runs: one that ended, and that its parent has not taken notice of yet, keeps its pid
 * (a container whose first process reaps nobody is full of them) and holds nothing.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform !== 'linux') return runs(ps(pid, 'state=')) ? ps(pid, 'lstart=') : undefined
  const stat = readProc(`/proc/${pid}/stat`)
  if (stat === undefined || !runs(fieldsFromState(stat)[0])) return undefined
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${boot}:${startTicks(stat)}`
}

/** Whether a process in this state, as `ps` and `/proc` write it, still runs: `Z` and `X` have ended. */
function runs(state: string | undefined): boolean {
  return state !== undefined && !/^[ZX]/.test(state)
}

/** Field 22 of `/proc/<pid>/stat`. */
export function startTicks(stat: string): string | undefined {
  return fieldsFromState(stat)[19]
}

/** From field 3 on. Field 2, the name, may itself hold spaces and brackets: count from its last one. */
function fieldsFromState(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
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
