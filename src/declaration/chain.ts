import { createHash } from 'node:crypto'

/** What an act's hash covers, besides the hash of the act before it. */
export interface ChainedAct {
  readonly tenantId: string
  readonly declarationId: string
  readonly seq: number
  readonly kind: string
  readonly act: string
  readonly revision: number
  readonly status: string
  readonly recordedAt: string
  readonly legalDate: string
  readonly clientId: string
  readonly actor: string | null
  readonly reason: string | null
  readonly ruleSet: string | null
  /** JSON texts exactly as their `json` columns keep them. */
  readonly body: string | null
  readonly snapshot: string | null
  readonly findings: string | null
  readonly confirmations: string | null
  readonly known: string | null
  readonly annex: string | null
  readonly commitment: Buffer | null
}

/** SHA-256 over the act and the hash before it: no act can be changed or left out unnoticed. */
export function chainHash(act: ChainedAct, previous: Buffer | null): Buffer {
  const { commitment, body, known, annex, ...rest } = act
  // Acts from before there were these two have the hash they had then.
  const covered = { ...rest, ...(known === null ? {} : { known }), ...(annex === null ? {} : { annex }) }
  const header = JSON.stringify(Object.entries(covered).sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('sha256')
    .update(previous ?? NOTHING)
    .update(commitment ?? NOTHING)
    .update(`${header.length}:${header}${body ?? ''}`)
    .digest()
}

const NOTHING = Buffer.alloc(32)

/** RFC 8785: the same content gives the same text whatever the order of its fields. */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  const fields = value as Record<string, unknown>
  let text = ''
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalText(fields[key])}`
  }
  return `{${text}}`
}
