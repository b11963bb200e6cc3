import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly said: string
}

/** The commands of `bin/khai-bao`, compiled into a directory of their own, so that no test runs what is half compiled. */
export class CommandLine {
  constructor(private readonly directory: string) {
    for (const name of ['src', 'migrations', 'openapi', 'node_modules', 'package.json']) {
      symlinkSync(join(PROJECT, name), join(directory, name))
    }
    const compiler = join(PROJECT, 'node_modules/.bin/tsc')
    const output = ['--outDir', join(directory, 'dist'), '--tsBuildInfoFile', join(directory, 'dist/.tsbuildinfo')]
    spawnSync(compiler, ['-p', join(PROJECT, 'tsconfig.build.json'), ...output])
  }

  start(args: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
    const program = join(this.directory, 'dist/cli.js')
    const env = { ...process.env, KHAIBAO_DATA_DIR: join(this.directory, 'data'), ...environment }
    return spawn(process.execPath, [program, ...args], { env, cwd: this.directory, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** Runs a command to its end. */
  async run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const child = this.start(args, environment)
    let said = ''
    child.stdout?.on('data', (text) => (said += String(text)))
    child.stderr?.on('data', (text) => (said += String(text)))
    const [code] = await once(child, 'close')
    return { code, said }
  }
}

/** Waits until a service that was started answers. */
export async function untilReady(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return
    await sleep(50)
  }
  throw new Error(`the service ended with ${child.exitCode}`)
}
