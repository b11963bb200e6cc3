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
    { level, base: null, redact: { paths: REDACTED, censor: '[redacted]' } },
    ...(destination ? [destination] : []),
  )
}
