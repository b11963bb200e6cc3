import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { inForce, instrument } from './instruments.ts'

/** What a rule, a limit or a duty rests on. */
export type Citation =
  /** `article` is article, clause and point: `34.1.b`; absent where the whole text is meant. */
  | { readonly kind: 'law'; readonly instrument: string; readonly article?: string }
  /** `form` names an annex, and what is meant in it: `PL XII, cột 7`. */
  | { readonly kind: 'form'; readonly instrument: string; readonly form: string }
  | { readonly kind: 'arithmetic' }
  | { readonly kind: 'policy'; readonly note?: string }

const ARTICLE = /^\d+[a-z]?(\.\d+[a-z]?(\.[a-zđ])?)?$/

/** The words that locate a place in a form: Vietnamese abbreviation or word, in full, English. */
const PLACES: Readonly<Record<string, Bilingual>> = {
  PL: { vi: 'Phụ lục', en: 'Annex' },
  'Mẫu số': { vi: 'Mẫu số', en: 'Form' },
  Bảng: { vi: 'Bảng', en: 'Table' },
  phần: { vi: 'phần', en: 'part' },
  mục: { vi: 'mục', en: 'section' },
  cột: { vi: 'cột', en: 'column' },
  dòng: { vi: 'dòng', en: 'row' },
  'chú thích': { vi: 'chú thích', en: 'note' },
}
const PLACE = new RegExp(`^(${Object.keys(PLACES).join('|')}) ([0-9A-Z][0-9A-Za-z.-]*)$`)

/**
 * A citation of a legal text from its short writing: `L84-2015 34.1.b`, `ND39-2016 PL XII, cột 7`, `TT37-2018-BLDTBXH`.
 * @throws RangeError on an unknown instrument or a place that cannot be read: a defect of ours.
 */
export function cite(text: string): Citation {
  const known = citations.get(text)
  if (known !== undefined) return known
  const read = readCitation(text)
  citations.set(text, read)
  return read
}

/** The texts stand in the source code, so there are few; reading and describing them made half the cost of a filing. */
const citations = new Map<string, Citation>()

function readCitation(text: string): Citation {
  const space = text.indexOf(' ')
  const code = instrument(space < 0 ? text : text.slice(0, space)).code
  if (space < 0) return { kind: 'law', instrument: code }
  const place = text.slice(space + 1)
  if (ARTICLE.test(place)) return { kind: 'law', instrument: code, article: place }
  placesOf(place)
  return { kind: 'form', instrument: code, form: place }
}

/** Whether what is cited has effect on the day; arithmetic and our policy always have. */
export function appliesOn(citation: Citation, on: LegalDate): boolean {
  return citation.kind === 'arithmetic' || citation.kind === 'policy' || inForce(citation.instrument, on)
}

/** Of texts in short writing, those that have effect on the day. */
export function citeInForce(texts: readonly string[], on: LegalDate): readonly Citation[] {
  return texts.map(cite).filter((citation) => appliesOn(citation, on))
}

/** @throws RangeError on an instrument or a place in a form that is unknown. */
export function describeCitation(citation: Citation, language: 'vi' | 'en'): string {
  switch (citation.kind) {
    case 'arithmetic':
      return language === 'vi' ? 'số học' : 'arithmetic'
    case 'policy': {
      const policy = language === 'vi' ? 'chính sách của hệ thống' : 'policy of this service'
      return citation.note === undefined ? policy : `${policy}: ${citation.note}`
    }
    case 'law':
    case 'form': {
      const text = instrument(citation.instrument)
      const name = language === 'vi' ? text.shortVi : text.shortEn
      if (citation.kind === 'form') {
        return [name, ...placesOf(citation.form).map((place) => `${place[language]} ${place.number}`)].join(', ')
      }
      return citation.article === undefined ? name : `${name}, ${describeArticle(citation.article, language)}`
    }
  }
}

function placesOf(form: string) {
  return form.split(', ').map((part) => {
    const [, word = '', number = ''] = PLACE.exec(part) ?? []
    const place = PLACES[word]
    if (place === undefined) throw new RangeError(`cannot read the place in a form: ${part}`)
    return { ...place, number }
  })
}

function describeArticle(article: string, language: 'vi' | 'en'): string {
  if (language === 'en') return `Art. ${article}`
  const words = ['Điều', 'khoản', 'điểm']
  return article
    .split('.')
    .map((part, depth) => `${words[depth]} ${part}`)
    .join(' ')
}
