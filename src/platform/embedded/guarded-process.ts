import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { Account } from './system-account.ts'

/**
 * A shell is the real child: it starts the program, and its keeper waits on a pipe that only this process holds open.
 * However this process ends, the kernel closes the pipe, and the keeper shuts PostgreSQL down: SIGINT is a fast
 * shutdown (clients are cut off, the data is consistent), SIGQUIT an immediate one (recovery at the next start).
 * The shell ignores the signals of a terminal or a service manager, so that PostgreSQL outlives the service's draining.
 */
const GUARD = `
trap '' HUP INT TERM
exec 3<&0 </dev/null
"$@" 3<&- 2>&1 &
program=$!
(
  read -r released <&3
  kill -INT "$program"
  for second in 1 2 3 4 5 6 7 8 9 10; do
    sleep 1
    kill -0 "$program" || exit 0
  done
  kill -QUIT "$program"
) >/dev/null 2>&1 &
keeper=$!
exec 3<&-
wait "$program"
status=$?
kill -KILL "$keeper"
exit "$status"
`

/** No secret of the service reaches the database's processes; messages stay in English, times in UTC. */
export const PROGRAM_ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export interface GuardedProcess {
  /** What the program writes, stdout and stderr. */
  readonly output: Readable
  /** How the program ended, in words. */
  readonly exited: Promise<string>
  /** Resolves once every process that shared the output is gone too. */
  readonly closed: Promise<void>
  /** Asks the program to end: at once, and by force after ten seconds. */
  release(): void
}

/**
 * Starts a PostgreSQL program that ends when this process ends, even by SIGKILL.
 * The session is its own: Ctrl-C reaches a terminal's foreground group only.
 */
export function spawnGuarded(command: string, args: readonly string[], account: Account | undefined): GuardedProcess {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    '/bin/sh',
    ['-c', GUARD, 'khai-bao-guard', command, ...args],
    // The directory the service works in may be closed to the account.
    { ...account, cwd: '/', detached: true, env: PROGRAM_ENVIRONMENT, stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const release = () => {
    child.stdin.destroy()
  }
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => {
      // Were the shell itself killed, its keeper is still there to shut PostgreSQL down.
      release()
      resolve(signal === null ? `exit status ${code}` : `signal ${signal}`)
    })
  })
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  return { output: child.stdout, exited, closed, release }
}
