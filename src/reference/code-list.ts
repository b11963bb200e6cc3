import { foldText } from './fold-text.ts'
import { groupBy } from './group-by.ts'
import { covers, type Interval, type LegalDate } from './legal-date.ts'
import { once } from './once.ts'

export interface Bilingual {
  readonly vi: string
  readonly en: string
}

/** One version of one code. A code whose meaning changed has several, with intervals that do not overlap. */
export interface CodeEntry extends Interval {
  /** Opaque: never a number, never taken apart except by the list's own `widerCodes`. */
  readonly code: string
  readonly parent: string | null
  readonly level: string | null
  /** The English title where no Vietnamese one is known. */
  readonly vi: string
  readonly en: string | null
  /** False: nobody read it in the text it comes from, so it may inform and never refuse. */
  readonly verified: boolean
  readonly source: string
  /** True: from the office's own data, which add to the list or correct it. */
  readonly supplied: boolean
  /** False for headings, which group codes and are no answer themselves. */
  readonly selectable: boolean
  readonly attributes: Readonly<Record<string, string>>
}

export interface CodeListDefinition {
  /** Stable: stored beside every code that was filed from this list. */
  readonly id: string
  readonly title: Bilingual
  /** Code of the legal instrument or standard the list comes from; `KB-POLICY` for lists of our own. */
  readonly basis: string
  /** False: the official list has codes that are not here, so an unknown code is not a wrong code. */
  readonly complete: boolean
  readonly note: Bilingual | null
  /** The codes that contain a code, nearest first, as its notation shows them. Absent: the notation shows none. */
  readonly widerCodes?: (code: string) => readonly string[]
}

/** A classification whose codes are judged by date. Entries are read on first use; lookups by code are O(1). */
export class CodeList {
  readonly id: string
  readonly title: Bilingual
  readonly basis: string
  readonly complete: boolean
  readonly note: Bilingual | null
  readonly #widerCodes: (code: string) => readonly string[]
  readonly #entries: () => readonly CodeEntry[]
  readonly #byCode = once(() => groupBy(this.#entries(), (entry) => entry.code))
  readonly #byParent = once(() => groupBy(this.#entries(), (entry) => entry.parent))
  readonly #searchable = once(() => this.#entries().map((entry) => ({ entry, text: searchTextOf(entry) })))

  constructor(definition: CodeListDefinition, readEntries: () => readonly CodeEntry[]) {
    this.id = definition.id
    this.title = definition.title
    this.basis = definition.basis
    this.complete = definition.complete
    this.note = definition.note
    this.#widerCodes = definition.widerCodes ?? (() => [])
    this.#entries = once(readEntries)
  }

  /** In the order of the official list. Without a date: every version of every code. */
  entriesOn(date?: LegalDate): readonly CodeEntry[] {
    return inForce(this.#entries(), date)
  }

  find(code: string, on: LegalDate): CodeEntry | undefined {
    return this.#byCode()
      .get(code)
      ?.find((entry) => covers(entry, on))
  }

  /** The first version of a code, whatever its dates. */
  findEver(code: string): CodeEntry | undefined {
    return this.versionsOf(code)[0]
  }

  /** Oldest first; empty for a code the list never had. */
  versionsOf(code: string): readonly CodeEntry[] {
    return this.#byCode().get(code) ?? []
  }

  /**
   * The entry itself, or else the nearest known entry that contains it by notation: what can still be vouched for
   * when a list is incomplete. `0119` of the serious injuries lies under `01`, not under `011`.
   */
  longestKnownPrefix(code: string, on: LegalDate): CodeEntry | undefined {
    for (const candidate of [code, ...this.#widerCodes(code)]) {
      const entry = this.find(candidate, on)
      if (entry) return entry
    }
    return undefined
  }

  /** `null` asks for the top of the list. */
  childrenOf(parent: string | null, on?: LegalDate): readonly CodeEntry[] {
    return inForce(this.#byParent().get(parent) ?? [], on)
  }

  /** Entries whose name holds the words in this order, or whose code starts with them; accents and case do not matter. */
  search(query: string, on?: LegalDate): readonly CodeEntry[] {
    const wanted = foldText(query)
    if (wanted === '') return []
    const hits = this.#searchable()
      .filter(({ entry, text }) => text.includes(wanted) || foldText(entry.code).startsWith(wanted))
      .map(({ entry }) => entry)
    return inForce(hits, on)
  }
}

function inForce(entries: readonly CodeEntry[], date: LegalDate | undefined): readonly CodeEntry[] {
  return date === undefined ? entries : entries.filter((entry) => covers(entry, date))
}

/** The type comes first because people say `quận 1`, `huyện Bạch Thông`. */
function searchTextOf(entry: CodeEntry): string {
  return foldText([entry.attributes.type, entry.vi, entry.en].filter(Boolean).join(' '))
}
