import pg from 'pg'
import { type DestinationStream, type Logger, pino } from 'pino'

/** Never in a log, wherever they turn up: persons, credentials, running text. */
const REDACTED = [
  'authorization',
  'headers.authorization',
  'req.headers.authorization',
  'err.request',
  'body',
  '*.body',
  '*.name',
  '*.idNumber',
  '*.phone',
  '*.email',
  '*.address',
  '*.narrative',
  '*.clientSecret',
  '*.secret',
  'err.parameters',
  'err.detail',
  'err.where',
  'err.cause.detail',
]

export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: REDACTED, censor: '[redacted]' },
      serializers: { err: describeError },
    },
    ...(destination ? [destination] : []),
  )
}

/** PostgreSQL quotes values in its messages, and they may be persons': of its errors only which and where is kept. */
function describeError(error: Error): object {
  if (!(error instanceof pg.DatabaseError)) return pino.stdSerializers.err(error)
  const { code, table, column, constraint, routine, stack = '' } = error
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { type: 'DatabaseError', code, table, column, constraint, routine, stack: frames.join('\n') }
}
