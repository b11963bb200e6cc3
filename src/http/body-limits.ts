import fp from 'fastify-plugin'
import secureJson from 'secure-json-parse'
import { jsonFault } from './json-fault.ts'
import { ProblemError } from './problems.ts'

/** Deeper than any form of ours; what is deeper is an attack or a mistake. */
const MAX_DEPTH = 32
/** Characters. */
const LONG = 200_000
/** Characters: in a longer text the search for the fault would keep others waiting. */
const SEARCHED = 1_000_000

/** Parses JSON bodies; refuses too deep a nesting before anything recurses over it. */
export const bodyLimits = fp(
  async (app) => {
    app.removeContentTypeParser(['application/json', 'text/plain'])
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
      const text = String(body)
      if (text.length < LONG) return parse(text, done)
      // Reading a body of megabytes takes tens of milliseconds: others get their turn before and after it.
      setImmediate(() => parse(text, (error, parsed) => setImmediate(() => done(error, parsed))))
    })
  },
  { name: 'body-limits', dependencies: ['problems'] },
)

function parse(text: string, done: (error: Error | null, body?: unknown) => void): void {
  const read = readJson(text)
  if (read instanceof ProblemError) done(read)
  else done(null, read)
}

function readJson(text: string): unknown {
  if (deeperThan(text, MAX_DEPTH)) return new ProblemError('too-deep')
  try {
    return secureJson.parse(text, null, { protoAction: 'error', constructorAction: 'error' })
  } catch {
    return new ProblemError('malformed-json', text.length > SEARCHED ? {} : { detail: jsonFault(text) })
  }
}

function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i)
    if (inString) {
      if (char === 0x5c) i += 1
      else if (char === 0x22) inString = false
    } else if (char === 0x22) inString = true
    else if (char === 0x7b || char === 0x5b) {
      depth += 1
      if (depth > limit) return true
    } else if (char === 0x7d || char === 0x5d) depth -= 1
  }
  return false
}
