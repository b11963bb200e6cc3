/** RFC 6901 pointers and patterns over them, in which `*` stands for one array index. */

export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}

export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((token) => `/${escapeToken(String(token))}`).join('')
}

export function tokensOf(pointer: string): string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Whether `pointer` is what the pattern names, lies inside it, or contains it. */
export function touches(pattern: string, pointer: string): boolean {
  const wanted = tokensOf(pattern)
  const given = tokensOf(pointer)
  const shared = Math.min(wanted.length, given.length)
  for (let i = 0; i < shared; i += 1) {
    if (wanted[i] !== '*' && wanted[i] !== given[i]) return false
  }
  return true
}

/** Whether `pointer` is exactly what the pattern names. */
export function matches(pattern: string, pointer: string): boolean {
  return tokensOf(pattern).length === tokensOf(pointer).length && touches(pattern, pointer)
}

export function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const token of tokensOf(pointer)) {
    if (value === null || typeof value !== 'object') return undefined
    value = (value as Record<string, unknown>)[token]
  }
  return value
}

/** A copy of `root` in which the value at `pointer` is replaced, or removed where the value is undefined. */
export function withValueAt(root: unknown, pointer: string, value: unknown): unknown {
  const [head, ...rest] = tokensOf(pointer)
  if (head === undefined) return value
  const below = rest.length === 0 ? '' : `/${rest.map(escapeToken).join('/')}`
  if (Array.isArray(root)) {
    const copy = [...root]
    const index = head === '-' ? copy.length : Number(head)
    if (below === '' && value === undefined) copy.splice(index, 1)
    else copy[index] = withValueAt(copy[index], below, value)
    return copy
  }
  const copy: Record<string, unknown> = { ...(root as Record<string, unknown> | undefined) }
  if (below === '' && value === undefined) delete copy[head]
  else copy[head] = withValueAt(copy[head], below, value)
  return copy
}
