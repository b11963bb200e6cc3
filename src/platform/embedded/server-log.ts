import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs'

const LIMIT_BYTES = 5_000_000
const LINES_REMEMBERED = 20

/**
 * The log file of the server, at most twice `LIMIT_BYTES` on disk: the present file and `<path>.1`.
 * PostgreSQL's own collector rotates by name and never deletes by size.
 */
export class ServerLog {
  readonly #path: string
  #size: number
  #lines: string[] = []

  constructor(path: string) {
    this.#path = path
    this.#size = existsSync(path) ? statSync(path).size : 0
  }

  append(line: string): void {
    this.#lines = [...this.#lines, line].slice(-LINES_REMEMBERED)
    try {
      this.#write(`${line}\n`)
    } catch {
      // A full disk is reported by what PostgreSQL itself cannot write; its log must not be what stops the service.
    }
  }

  #write(text: string): void {
    if (this.#size > LIMIT_BYTES) {
      renameSync(this.#path, `${this.#path}.1`)
      this.#size = 0
    }
    appendFileSync(this.#path, text, { mode: 0o600 })
    this.#size += Buffer.byteLength(text)
  }

  /** The last lines, oldest first. */
  tail(): string {
    return this.#lines.join('\n')
  }
}
