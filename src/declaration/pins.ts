import { pointerOf, tokensOf, valueAt } from '../rules/pointer.ts'

/**
 * Where a place of one revision stands in another: elements that have an id are found by it wherever they moved, the
 * others by their place. Null when the element is gone. `/victims/1/injuries` follows the victim.
 */
export function carriedPin(pointer: string, before: unknown, after: unknown): string | null {
  const tokens = tokensOf(pointer)
  const carried: string[] = []
  for (const [depth, token] of tokens.entries()) {
    const list = valueAt(after, pointerOf(carried))
    if (!Array.isArray(list)) {
      carried.push(token)
      continue
    }
    const id = elementId(valueAt(before, pointerOf(tokens.slice(0, depth + 1))), tokens[depth - 1] ?? '')
    const index =
      id === null ? Number(token) : list.findIndex((item) => elementId(item, tokens[depth - 1] ?? '') === id)
    if (!(index in list)) return null
    carried.push(String(index))
  }
  return pointerOf(carried)
}

/** Elements of `victims` carry a `victimId`, those of `measurements` a `measurementId`. */
function elementId(element: unknown, listName: string): string | null {
  if (element === null || typeof element !== 'object') return null
  const id = (element as Record<string, unknown>)[`${listName.replace(/s$/, '')}Id`]
  return typeof id === 'string' ? id : null
}
