import { createRequire } from 'node:module'
import type { CodeEntry } from './code-list.ts'

interface LocaleFile {
  readonly countries: Readonly<Record<string, string | readonly string[]>>
}

/**
 * ISO 3166-1 alpha-2 with Vietnamese and English names. The two language files are read directly because the
 * package's own entry point loads some seventy languages.
 */
export function readCountries(): readonly CodeEntry[] {
  const require = createRequire(import.meta.url)
  const vi: LocaleFile = require('i18n-iso-countries/langs/vi.json')
  const en: LocaleFile = require('i18n-iso-countries/langs/en.json')
  return Object.keys(en.countries).map((code) => {
    const english = firstName(en, code) ?? code
    return {
      code,
      parent: null,
      level: null,
      vi: firstName(vi, code) ?? english,
      en: english,
      validFrom: null,
      validTo: null,
      verified: true,
      source: 'ISO 3166-1',
      supplied: false,
      selectable: true,
      attributes: {},
    }
  })
}

function firstName(file: LocaleFile, code: string): string | undefined {
  const names = file.countries[code]
  return typeof names === 'string' ? names : names?.[0]
}
