/**
 * Statistical disclosure control of a table with margins. A table is a circulation: rows and columns are nodes, each
 * number is an arc, and what enters a node leaves it. So the numbers that can be told from the published ones are
 * exactly those on no cycle of the residual graph of the suppressed arcs, and the cheapest way to hide one is the
 * shortest path that closes such a cycle.
 */

/** A number of the table: an inner cell, a margin, or the grand total. */
export interface Cell {
  readonly id: string
  readonly from: string
  readonly to: string
  /** One count for each measure; a cell is shown or hidden as a whole. */
  readonly counts: readonly number[]
}

/** Counts of 1 to 4 could point at persons; a policy of this service, the usual one of statistical offices. */
export const SUPPRESSION_THRESHOLD = 5

/**
 * Ids of the cells to hide, so that no hidden count has only one possible value, given that counts are whole and not
 * negative. `total` is never hidden to protect another cell, because other tables show it; where it is small itself,
 * everything is hidden. A measure whose total is 0 hides nothing: every count of it is 0.
 */
export function cellsToHide(cells: readonly Cell[], total: Cell): ReadonlySet<string> {
  if (isSmall(total)) return new Set([total.id, ...cells.map(({ id }) => id)])
  const hidden = new Set(cells.filter(isSmall).map(({ id }) => id))
  const measures = total.counts.flatMap((count, measure) => (count > 0 ? [measure] : []))
  let exposed = findExposed(cells, hidden, measures)
  while (exposed !== null) {
    for (const id of cheapestCover(cells, hidden, exposed)) hidden.add(id)
    exposed = findExposed(cells, hidden, measures)
  }
  return hidden
}

function isSmall({ counts }: Cell): boolean {
  return counts.some((count) => count > 0 && count < SUPPRESSION_THRESHOLD)
}

interface Exposed {
  readonly cell: Cell
  readonly measure: number
}

/** A hidden cell and a measure in which its count follows from what is shown. */
function findExposed(cells: readonly Cell[], hidden: ReadonlySet<string>, measures: readonly number[]): Exposed | null {
  const arcs = cells.filter(({ id }) => hidden.has(id))
  for (const cell of arcs) {
    for (const measure of measures) {
      if (coverOf(arcs, hidden, { cell, measure }) === null) return { cell, measure }
    }
  }
  return null
}

/** @throws Error when the cell is the grand total under another name, which no table of two cells or more has. */
function cheapestCover(cells: readonly Cell[], hidden: ReadonlySet<string>, exposed: Exposed): readonly string[] {
  const cover = coverOf(cells, hidden, exposed)
  if (cover === null) throw new Error(`cell ${exposed.cell.id} cannot be hidden`)
  return cover
}

/** The cells of the cheapest cycle through a cell that lets its count be larger, or smaller; null: there is none. */
function coverOf(arcs: readonly Cell[], hidden: ReadonlySet<string>, { cell, measure }: Exposed) {
  const others = arcs.filter(({ id }) => id !== cell.id)
  const steps = others.flatMap((arc) => stepsOf(arc, measure, hidden.has(arc.id) ? 0 : costOf(arc)))
  const larger = shortestPath(steps, cell.to, cell.from)
  const smaller = countOf(cell, measure) > 0 ? shortestPath(steps, cell.from, cell.to) : null
  if (larger === null || smaller === null) return (larger ?? smaller)?.ids ?? null
  return (larger.cost <= smaller.cost ? larger : smaller).ids
}

interface Step {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly cost: number
}

/** A count can always grow, and can shrink unless it is 0. */
function stepsOf(arc: Cell, measure: number, cost: number): Step[] {
  const grow = { id: arc.id, from: arc.from, to: arc.to, cost }
  return countOf(arc, measure) > 0 ? [grow, { ...grow, from: arc.to, to: arc.from }] : [grow]
}

/** A cell without events is often known to be one by those nearby, so it hides little: others are taken first. */
const COST_OF_ZERO = 4 * SUPPRESSION_THRESHOLD

/** What readers lose with a cell. */
function costOf({ counts: [count = 0] }: Cell): number {
  return 1 + (count === 0 ? COST_OF_ZERO : count)
}

function countOf({ counts }: Cell, measure: number): number {
  return counts[measure] ?? 0
}

interface Path {
  readonly cost: number
  readonly ids: readonly string[]
}

/** Dijkstra's algorithm; tables have tens of rows and columns. */
function shortestPath(steps: readonly Step[], start: string, end: string): Path | null {
  const open = new Map<string, Path>([[start, { cost: 0, ids: [] }]])
  const closed = new Set<string>()
  for (;;) {
    const next = cheapest(open)
    if (next === null) return null
    const [node, path] = next
    if (node === end) return path
    open.delete(node)
    closed.add(node)
    for (const step of steps) {
      if (step.from !== node || closed.has(step.to)) continue
      const cost = path.cost + step.cost
      if (cost < (open.get(step.to)?.cost ?? Number.POSITIVE_INFINITY)) {
        open.set(step.to, { cost, ids: [...path.ids, step.id] })
      }
    }
  }
}

function cheapest(open: ReadonlyMap<string, Path>): readonly [string, Path] | null {
  let best: readonly [string, Path] | null = null
  for (const entry of open) if (best === null || entry[1].cost < best[1].cost) best = entry
  return best
}
