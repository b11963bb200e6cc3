import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second, as Linux reports CPU time to programs. */
const TICKS = 100

interface ProcessTimes {
  readonly pid: number
  readonly parent: number
  readonly seconds: number
  /** Of children that have ended. */
  readonly endedSeconds: number
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    // The command's name stands in parentheses and may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((field) =>
      Number(fields[field]),
    )
    return { pid, parent, seconds: (user + system) / TICKS, endedSeconds: (endedUser + endedSystem) / TICKS }
  } catch {
    // It ended meanwhile.
    return null
  }
}

/** CPU seconds that a process has used. */
export function cpuOf(pid: number): number {
  return timesOf(pid)?.seconds ?? 0
}

/** CPU seconds of a process and its children, living and ended. */
export function cpuOfFamily(pid: number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
  return all.reduce((sum, times) => {
    if (times?.pid === pid) return sum + times.seconds + times.endedSeconds
    return times?.parent === pid ? sum + times.seconds : sum
  }, 0)
}

/** Resident memory in megabytes. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? Number.NaN) / 1_024
}
