import { execFile } from 'node:child_process'
import { PROGRAM_ENVIRONMENT } from './guarded-process.ts'
import type { Account } from './system-account.ts'

export interface ProgramResult {
  readonly succeeded: boolean
  readonly output: string
}

/** Runs a short program to its end, under another account if one is given. One that cannot be started has not succeeded. */
export function runProgram(command: string, args: readonly string[], account?: Account): Promise<ProgramResult> {
  return new Promise((resolve) => {
    execFile(command, args, { ...account, cwd: '/', env: PROGRAM_ENVIRONMENT }, (error, stdout, stderr) => {
      resolve({ succeeded: error === null, output: stdout + stderr })
    })
  })
}
