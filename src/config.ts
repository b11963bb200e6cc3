import { resolve } from 'node:path'
import { z } from 'zod'
import { clientIdSchema } from './access/caller.ts'

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
const wholeNumber = (least: number, most: number, otherwise: number) =>
  z.coerce.number().int().min(least).max(most).default(otherwise)

/** Every setting, from the environment only. `secret` ones are masked when the configuration is shown. */
const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  PORT: wholeNumber(0, 65_535, 8080).describe('Port to listen on; 0 picks a free one'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({ secret: true })
    .describe('PostgreSQL 15 or newer, as the owner of the schema; an embedded one is started when left out'),
  DATABASE_READ_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({ secret: true })
    .describe('A replica for statistics asked with asOf; the primary when left out'),
  KHAIBAO_DATA_DIR: z
    .string()
    .min(1)
    .default('.khai-bao')
    .describe('Directory of the embedded database, keys and first credentials'),
  KHAIBAO_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')
    .optional()
    .meta({ secret: true })
    .describe('Key that seals personal data; made and kept in the data directory when left out'),
  KHAIBAO_BOOTSTRAP_CLIENT_ID: clientIdSchema.optional().describe('Id of the first administrator client'),
  KHAIBAO_BOOTSTRAP_CLIENT_SECRET: z
    .string()
    .min(8, 'must have 8 characters or more')
    .optional()
    .meta({ secret: true })
    .describe('Secret of the first administrator client'),
  KHAIBAO_PUBLIC_URL: z.url().optional().describe('Address by which clients reach the service; issuer of its tokens'),
  KHAIBAO_RATE_LIMIT: wholeNumber(0, 1_000_000, 600).describe(
    'Requests a minute for one client; 0 turns the limit off',
  ),
  KHAIBAO_LAW_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Directory of tables that complete or correct limits, code lists and constants (docs/LAW-DATA.md)'),
  KHAIBAO_BODY_LIMIT: wholeNumber(1_024, 268_435_456, 16_777_216).describe('Largest request body in bytes'),
  KHAIBAO_FILE_LIMIT: wholeNumber(1_024, 104_857_600, 10_485_760).describe('Largest attached file in bytes'),
  KHAIBAO_DB_CONNECTIONS: wholeNumber(2, 200, 10).describe('Connections to the database'),
  KHAIBAO_TRUSTED_ISSUERS: z
    .string()
    .optional()
    .describe('JSON list of external token issuers: issuer, audience, jwksUri, claims'),
  KHAIBAO_CORS_ORIGIN: z
    .string()
    .optional()
    .describe('Origin of a browser application that may call; none when left out'),
  KHAIBAO_SANDBOX: flag.describe('Whole service is a sandbox: marked on every page and receipt'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
})

type Settings = z.infer<typeof settings>

export interface Config extends Settings {
  /** Absolute. */
  readonly dataDirectory: string
  /** Absolute; null when the office supplies no data of its own. */
  readonly lawDirectory: string | null
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly complaints: readonly string[] }

/** Names of ours that are set but unknown are complaints too: a misspelt setting must not be silently ignored. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('KHAIBAO_') && !(name in settings.shape))
    .map((name) => `${name}: there is no such setting`)
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success || unknown.length > 0) {
    const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
    return { ok: false, complaints: [...wrong, ...unknown] }
  }
  const { KHAIBAO_DATA_DIR, KHAIBAO_LAW_DIR } = parsed.data
  const lawDirectory = KHAIBAO_LAW_DIR === undefined ? null : resolve(KHAIBAO_LAW_DIR)
  return { ok: true, config: { ...parsed.data, dataDirectory: resolve(KHAIBAO_DATA_DIR), lawDirectory } }
}

/** One line a setting, for the operator; secrets are masked. */
export function describeConfig(config: Config): string[] {
  return Object.entries(settings.shape).map(([name, schema]) => {
    const value = config[name as keyof Settings]
    const shown = value === undefined ? '(not set)' : isSecret(schema) ? '***' : String(value)
    return `${name}=${shown}`
  })
}

function isSecret(schema: z.ZodType): boolean {
  return z.globalRegistry.get(schema)?.secret === true
}

/** Name, meaning and default of every setting, for the documentation. */
export function listSettings(): { name: string; otherwise: string; description: string }[] {
  return Object.entries(settings.shape).map(([name, schema]) => {
    const otherwise = z.toJSONSchema(schema, { io: 'input' }).default
    return { name, otherwise: otherwise === undefined ? '' : `\`${otherwise}\``, description: schema.description ?? '' }
  })
}
