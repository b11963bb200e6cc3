import { pointerOf, tokensOf } from '../rules/pointer.ts'

/** Whether a pointer names a value of a document. */
export function standsIn(root: unknown, pointer: string): boolean {
  return nearestPlace(root, pointer) === pointer
}

/** As much of a pointer as names a value. */
export function nearestPlace(root: unknown, pointer: string): string {
  const found: string[] = []
  let value = root
  for (const token of tokensOf(pointer)) {
    value = childOf(value, token)
    if (value === undefined) break
    found.push(token)
  }
  return pointerOf(found)
}

/**
 * Where a place of one revision stands in another: `/victims/1/injuries` follows the victim wherever it moved. Null when
 * it is gone, and when nothing tells which row it is now: a pin on a wrong row would be worse than none.
 */
export function carriedPin(pointer: string, before: unknown, after: unknown): string | null {
  if (before === after) return standsIn(after, pointer) ? pointer : null
  const carried: string[] = []
  let [old, now] = [before, after]
  let name = ''
  for (const token of tokensOf(pointer)) {
    const place = Array.isArray(now) ? rowIn(now, old, Number(token), name) : token
    if (place === null) return null
    now = childOf(now, place)
    if (now === undefined) return null
    old = childOf(old, token)
    carried.push(place)
    name = token
  }
  return pointerOf(carried)
}

function childOf(value: unknown, token: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

type KeyOf = (row: unknown) => string | null

/** The row of a list that `old[index]` is: by its id, by the code that the form gives it, by what it says. */
function rowIn(now: readonly unknown[], old: unknown, index: number, listName: string): string | null {
  if (!Array.isArray(old) || !(index in old)) return null
  const ownId = idOf(listName)
  for (const keyOf of [ownId, codeOf]) {
    const key = keyOf(old[index])
    if (key === null || placesOf(old, keyOf, key).length > 1) continue
    const places = placesOf(now, keyOf, key)
    if (places.length <= 1) return places[0] ?? null
  }
  const text = JSON.stringify(old[index])
  const [was, is] = [placesOf(old, JSON.stringify, text), placesOf(now, JSON.stringify, text)]
  if (was.length === 1 && is.length === 1) return is[0] ?? null
  return isMendedInPlace(old, now, index, [ownId, codeOf]) ? String(index) : null
}

function placesOf(rows: readonly unknown[], keyOf: KeyOf, key: string): string[] {
  return rows.flatMap((row, place) => (keyOf(row) === key ? [String(place)] : []))
}

/** Elements of `victims` carry a `victimId`, those of `measurements` a `measurementId`. */
function idOf(listName: string): KeyOf {
  const property = `${listName.replace(/s$/, '')}Id`
  return (row) => {
    const id = isObject(row) ? row[property] : undefined
    return typeof id === 'string' ? id : null
  }
}

/** What names a row of a form; where several do, all of them together. */
const ROW_CODES = ['cause', 'factor', 'occupation', 'disease', 'month', 'class', 'kind', 'code']

function codeOf(row: unknown): string | null {
  if (!isObject(row)) return null
  const codes = ROW_CODES.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]]))
  return codes.length === 0 ? null : JSON.stringify(codes)
}

/**
 * Whether rows stand as they stood, so that the one at a place is the same one amended: as many of them, none moved, and
 * the one in question names itself as before and still says something of what it said.
 */
function isMendedInPlace(
  old: readonly unknown[],
  now: readonly unknown[],
  index: number,
  keys: readonly KeyOf[],
): boolean {
  if (old.length !== now.length || !keys.every((keyOf) => keyOf(old[index]) === keyOf(now[index]))) return false
  const was = old.map((row) => JSON.stringify(row))
  const is = now.map((row) => JSON.stringify(row))
  if (was[index] !== is[index] && (was.includes(is[index] ?? '') || !haveInCommon(old[index], now[index]))) return false
  const standing = new Set(is)
  return was.every((text, place) => text === is[place] || !standing.has(text))
}

function haveInCommon(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return false
  return Object.entries(one).some(([name, value]) => JSON.stringify(value) === JSON.stringify(other[name]))
}
