import { createHash, randomBytes } from 'node:crypto'
import { seal, unseal } from '../platform/cipher.ts'
import { escapeToken, tokensOf, valueAt, withValueAt } from '../rules/pointer.ts'

/** Which parts of a body are encrypted at rest, as pointer patterns. */
export interface SealedFields {
  /** Who a person is: shown only for a stated purpose. */
  readonly identity: readonly string[]
  /** Running text, and what may name a person: shown to who sees the whole, with the names of the filing masked. */
  readonly shown: readonly string[]
  /** Sealed as one value each, because all of it tells of persons' health; shown to who sees the whole. */
  readonly special: readonly string[]
}

/** The sealed values by pointer. */
export type SealedValues = Readonly<Record<string, unknown>>

const SALT = 16

/** Takes the sealed fields out of a body. */
export function separate<B>(body: B, fields: SealedFields): { open: B; values: SealedValues } {
  const values: Record<string, unknown> = {}
  const open = withoutSealedParts(body, treeOf(fields), '', values)
  return { open: open as B, values }
}

/** Patterns as a tree of tokens, so that one walk over a body finds them all. */
interface PatternTree {
  sealed: boolean
  readonly below: Map<string, PatternTree>
}

const trees = new WeakMap<SealedFields, PatternTree>()

function treeOf(fields: SealedFields): PatternTree {
  const known = trees.get(fields)
  if (known !== undefined) return known
  const root: PatternTree = { sealed: false, below: new Map() }
  for (const pattern of [...fields.identity, ...fields.shown, ...fields.special]) {
    let node = root
    for (const token of tokensOf(pattern)) {
      const next = node.below.get(token) ?? { sealed: false, below: new Map() }
      node.below.set(token, next)
      node = next
    }
    node.sealed = true
  }
  trees.set(fields, root)
  return root
}

/** A copy of `value` without what the tree names; what was named goes into `found` by its pointer. */
function withoutSealedParts(
  value: unknown,
  tree: PatternTree,
  pointer: string,
  found: Record<string, unknown>,
): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const each = tree.below.get('*')
    if (each === undefined) return value
    return value.map((item, index) => withoutSealedParts(item, each, `${pointer}/${index}`, found))
  }
  const copy: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    const below = tree.below.get(key)
    if (below === undefined) copy[key] = inner
    else if (below.sealed) found[`${pointer}/${escapeToken(key)}`] = inner
    else copy[key] = withoutSealedParts(inner, below, `${pointer}/${escapeToken(key)}`, found)
  }
  return copy
}

/** Puts sealed values back. */
export function join<B>(open: B, values: SealedValues): B {
  return Object.entries(values).reduce<unknown>(
    (body, [pointer, value]) => withValueAt(body, pointer, value),
    open,
  ) as B
}

export interface SealedPart {
  readonly sealed: Buffer
  /** Salted hash: binds the hash chain to what is sealed without telling it, also after its key is destroyed. */
  readonly commitment: Buffer
}

export function sealValues(values: SealedValues, key: Buffer, context: string): SealedPart {
  const plain = Buffer.concat([randomBytes(SALT), Buffer.from(JSON.stringify(values))])
  return { sealed: seal(key, plain, context), commitment: commitmentTo(plain) }
}

/** @throws Unsealable */
export function openValues(sealed: Buffer, key: Buffer, context: string): { values: SealedValues; commitment: Buffer } {
  const plain = unseal(key, sealed, context)
  return { values: JSON.parse(plain.subarray(SALT).toString()), commitment: commitmentTo(plain) }
}

function commitmentTo(plain: Buffer): Buffer {
  return createHash('sha256').update(plain).digest()
}

/**
 * A body without identities, and with the names and numbers of the persons it names masked in running text.
 * `withheld` names what was left out.
 */
export function withoutIdentity<B>(body: B, fields: SealedFields): { body: B; withheld: string[] } {
  const { open, values } = separate(body, identityOf(fields))
  const secrets = Object.values(values)
    .flatMap(textsIn)
    .filter((text) => text.length >= 3)
    .map((text) => ({ lower: text.toLowerCase(), pattern: escapeRegExp(text) }))
  let shown: unknown = open
  for (const pattern of fields.shown) {
    for (const pointer of existing(shown, pattern)) {
      shown = withValueAt(shown, pointer, masked(valueAt(shown, pointer), secrets))
    }
  }
  return { body: shown as B, withheld: Object.keys(values) }
}

/** One object for each kind, because trees are remembered by it. */
function identityOf(fields: SealedFields): SealedFields {
  const known = identities.get(fields)
  if (known !== undefined) return known
  const made = { identity: fields.identity, shown: [], special: [] }
  identities.set(fields, made)
  return made
}

const identities = new WeakMap<SealedFields, SealedFields>()

/** A body without identities and without running text. */
export function withoutSealed<B>(body: B, fields: SealedFields): { body: B; withheld: string[] } {
  const { open, values } = separate(body, fields)
  return { body: open, withheld: Object.keys(values) }
}

const MASK = '[…]'

interface Secret {
  readonly lower: string
  readonly pattern: string
}

function masked(value: unknown, secrets: readonly Secret[]): unknown {
  if (typeof value === 'string') {
    // A screening names thousands of persons: an expression is made for those only that the text holds.
    const lower = value.toLowerCase()
    return secrets
      .filter((secret) => lower.includes(secret.lower))
      .reduce((text, { pattern }) => text.replace(new RegExp(pattern, 'giu'), MASK), value)
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner, secrets)]))
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** The pointers that a pattern names in a body. */
function existing(body: unknown, pattern: string): string[] {
  return tokensOf(pattern).reduce<string[]>(
    (pointers, token) =>
      pointers.flatMap((pointer) => {
        const value = valueAt(body, pointer)
        if (token === '*') return Array.isArray(value) ? value.map((_, index) => `${pointer}/${index}`) : []
        return value !== null && typeof value === 'object' && token in value ? [`${pointer}/${token}`] : []
      }),
    [''],
  )
}
