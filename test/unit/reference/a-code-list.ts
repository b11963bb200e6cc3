import { type CodeEntry, CodeList } from '../../../src/reference/code-list.ts'

export function entry(differences: Partial<CodeEntry> & { readonly code: string }): CodeEntry {
  return {
    parent: null,
    level: null,
    vi: differences.code,
    en: null,
    validFrom: null,
    validTo: null,
    verified: true,
    source: 'KB-POLICY',
    supplied: false,
    selectable: true,
    attributes: {},
    ...differences,
  }
}

export function listOf(entries: readonly CodeEntry[]): CodeList {
  return new CodeList(
    { id: 'a-list', title: { vi: 'Danh mục', en: 'A list' }, basis: 'KB-POLICY', complete: true, note: null },
    () => entries,
  )
}
