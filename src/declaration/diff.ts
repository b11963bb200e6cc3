import { createPatch, type Operation } from 'rfc6902'

/**
 * RFC 6902 patch from one body to the next. Long arrays are compared place by place: the least patch of two lists
 * takes as long as one length times the other.
 */
export function diffOf(before: object, after: object, longArrays: readonly string[]): Operation[] {
  const changes = createPatch(without(before, longArrays), without(after, longArrays))
  for (const name of longArrays) {
    const [old, now] = [listIn(before, name), listIn(after, name)]
    if (now === undefined) {
      if (old !== undefined) changes.push({ op: 'remove', path: `/${name}` })
    } else if (old === undefined) {
      changes.push({ op: 'add', path: `/${name}`, value: now })
    } else {
      changes.push(...changesOfList(`/${name}`, old, now))
    }
  }
  return changes
}

function changesOfList(path: string, old: readonly unknown[], now: readonly unknown[]): Operation[] {
  const replaced = now
    .slice(0, old.length)
    .flatMap((value, index): Operation[] =>
      JSON.stringify(value) === JSON.stringify(old[index]) ? [] : [{ op: 'replace', path: `${path}/${index}`, value }],
    )
  const added = now.slice(old.length).map((value): Operation => ({ op: 'add', path: `${path}/-`, value }))
  const removed = old
    .slice(now.length)
    .map((_, index): Operation => ({ op: 'remove', path: `${path}/${now.length + index}` }))
  return [...replaced, ...added, ...removed.toReversed()]
}

function without(body: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
}

function listIn(body: object, name: string): readonly unknown[] | undefined {
  const list = (body as Record<string, unknown>)[name]
  return Array.isArray(list) ? list : undefined
}
