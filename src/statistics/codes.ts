import {
  levelOf,
  schemeOn,
  UNIT_SCHEMES,
  type UnitLevel,
  type UnitRef,
  unitName,
} from '../reference/administrative-units.ts'
import { administrativeUnits2004, administrativeUnits2025 } from '../reference/catalogue.ts'
import type { CodeEntry, CodeList } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'
import { own } from './own.ts'

/** The values of a dimension: what they are called and how a filter names them. */
export interface Codes {
  /** Ids of the published code lists they come from. */
  readonly lists: readonly string[]
  /** All values, where they are fixed. */
  readonly values: readonly string[] | null
  /** Every value in force on a day; none where the set is open, as that of periods. */
  readonly listed: (on: LegalDate) => readonly string[]
  /** How a value is written, for the documents. */
  readonly example: string
  readonly label: (code: string) => Text | null
  /** The values a client means by a text; none: no such value. */
  readonly read: (text: string) => readonly string[]
}

/** Values of our own. */
export function fixedCodes(labels: Readonly<Record<string, Text>>): Codes {
  const values = Object.keys(labels)
  return {
    lists: [],
    values,
    listed: () => values,
    example: values[0] ?? '',
    label: (code) => own(labels, code) ?? null,
    read: (text) => (own(labels, text) ? [text] : []),
  }
}

/** Values of a code list, of one level if one is given; `extra` for what the list does not name. */
export function listedCodes(
  list: CodeList,
  { level, extra = {} }: { level?: string; extra?: Readonly<Record<string, Text>> } = {},
): Codes {
  return {
    lists: [list.id],
    values: null,
    listed: (on) => [...inForce(list, on, level), ...Object.keys(extra)],
    example: codesOf(list.entriesOn(), level)[0] ?? '',
    label: (code) => labelIn(list, code) ?? own(extra, code) ?? null,
    read: (text) => (own(extra, text) || mayHold(list, text) ? [text] : []),
  }
}

/** Values `prefix:code`, where several lists stand side by side; a code alone means it in each list that has it. */
export function prefixedCodes(lists: Readonly<Record<string, CodeList>>, level?: string): Codes {
  const all = Object.values(lists)
  return {
    lists: all.map(({ id }) => id),
    values: null,
    listed: (on) =>
      Object.entries(lists).flatMap(([prefix, list]) => inForce(list, on, level).map((code) => `${prefix}:${code}`)),
    example: Object.entries(lists).map(([prefix, list]) => `${prefix}:${codesOf(list.entriesOn(), level)[0]}`)[0] ?? '',
    label: (text) => {
      const [prefix, code] = partsOf(text)
      const list = prefix === null ? undefined : own(lists, prefix)
      return list === undefined ? null : labelIn(list, code)
    },
    read: (text) => {
      const [prefix, code] = partsOf(text)
      if (prefix === null) {
        return Object.entries(lists).flatMap(([name, list]) => (labelIn(list, code) ? [`${name}:${code}`] : []))
      }
      const list = own(lists, prefix)
      return list !== undefined && mayHold(list, code) ? [text] : []
    },
  }
}

/** Units of today, by their code alone. */
export function currentUnitCodes(level: UnitLevel, extra: Readonly<Record<string, Text>> = {}): Codes {
  const isUnit = (code: string) => levelOf({ scheme: 'VN-2025', code }) === level
  return {
    lists: [administrativeUnits2025.id],
    values: null,
    // Of today, whenever the event was.
    listed: () => [...new Set(codesOf(administrativeUnits2025.entriesOn(), level))],
    example: level === 'province' ? '19' : '01849',
    label: (code) => own(extra, code) ?? unitLabel({ scheme: 'VN-2025', code }),
    read: (text) => {
      const code = text.replace(/^VN-2025:/, '')
      return own(extra, code) || isUnit(code) ? [code] : []
    },
  }
}

/**
 * Units as they were on the day of the event, `scheme:code`. A code alone means it in each scheme, because the day
 * decides which was in force.
 */
export function unitCodesAtEvent(level: UnitLevel): Codes {
  return {
    lists: [administrativeUnits2004.id, administrativeUnits2025.id],
    values: null,
    listed: (on) => {
      const scheme = schemeOn(on)
      const units = scheme === 'VN-2004' ? administrativeUnits2004 : administrativeUnits2025
      return inForce(units, on, level).map((code) => `${scheme}:${code}`)
    },
    example: { province: 'VN-2004:19', district: 'VN-2004:063', commune: 'VN-2004:01849' }[level],
    label: (text) => {
      const ref = unitOfKey(text)
      return ref && unitLabel(ref)
    },
    read: (text) => {
      const ref = unitOfKey(text)
      if (ref !== null) return levelOf(ref) === level ? [text] : []
      return UNIT_SCHEMES.filter((scheme) => levelOf({ scheme, code: text }) === level).map(
        (scheme) => `${scheme}:${text}`,
      )
    },
  }
}

/** Values written by a pattern, such as periods of time. */
export function patternCodes(pattern: RegExp, example: string, label: (match: RegExpExecArray) => Text): Codes {
  return {
    lists: [],
    values: null,
    listed: () => [],
    example,
    label: (code) => {
      const match = pattern.exec(code)
      return match && label(match)
    },
    read: (text) => (pattern.test(text) ? [text] : []),
  }
}

function inForce(list: CodeList, on: LegalDate, level: string | undefined): readonly string[] {
  return codesOf(list.entriesOn(on), level)
}

function codesOf(entries: readonly CodeEntry[], level: string | undefined): readonly string[] {
  return entries.filter((entry) => level === undefined || entry.level === level).map(({ code }) => code)
}

function labelIn(list: CodeList, code: string): Text | null {
  const entry = list.versionsOf(code).at(-1)
  return entry ? { vi: entry.vi, en: entry.en ?? entry.vi } : null
}

/** An incomplete list may lack a code that was filed. */
function mayHold(list: CodeList, code: string): boolean {
  return labelIn(list, code) !== null || (!list.complete && /^[\w.-]{1,20}$/.test(code))
}

function partsOf(text: string): readonly [prefix: string | null, code: string] {
  const colon = text.indexOf(':')
  return colon < 0 ? [null, text] : [text.slice(0, colon), text.slice(colon + 1)]
}

function unitOfKey(text: string): UnitRef | null {
  const [prefix, code] = partsOf(text)
  const scheme = UNIT_SCHEMES.find((known) => known === prefix)
  return scheme === undefined ? null : { scheme, code }
}

function unitLabel(ref: UnitRef): Text | null {
  const name = unitName(ref)
  return name === null ? null : { vi: name, en: name }
}
