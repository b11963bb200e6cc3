/**
 * Text as people type it when looking for something: lower case, no Vietnamese diacritics, single spaces.
 * The same for composed (NFC) and decomposed (NFD) input. `đ` is a letter of its own without a decomposition.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim()
}
