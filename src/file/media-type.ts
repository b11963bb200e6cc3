/** What may be attached, by content: what a client calls it is not believed. */
export const MEDIA_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

const SIGNATURES: readonly (readonly [MediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
]

/** Null for anything else, office documents with macros among it. */
export function mediaTypeOf(content: Buffer): MediaType | null {
  const known = SIGNATURES.find(([, signature]) => content.subarray(0, signature.length).equals(signature))
  return known?.[0] ?? officeTypeOf(entriesOf(content))
}

function officeTypeOf(entries: readonly string[]): MediaType | null {
  if (!entries.includes('[Content_Types].xml') || entries.some((name) => /vbaProject\.bin$/i.test(name))) return null
  if (entries.includes('word/document.xml')) return MEDIA_TYPES[3]
  return entries.includes('xl/workbook.xml') ? MEDIA_TYPES[4] : null
}

/** Signatures, lengths and places of fields in a ZIP archive (APPNOTE 4.3). */
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const CENTRAL_LENGTH = 46
const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const END_LENGTH = 22
const MOST_ENTRIES = 10_000

/** Names in the directory of a ZIP archive; none where it is no archive, or not a whole one. */
function entriesOf(content: Buffer): readonly string[] {
  if (content.length < END_LENGTH || content.readUInt32LE(0) !== LOCAL_HEADER) return []
  const end = content.lastIndexOf(END_RECORD)
  if (end < 0 || end + END_LENGTH > content.length) return []
  const names: string[] = []
  for (let at = content.readUInt32LE(end + 16); names.length < MOST_ENTRIES; ) {
    if (at + CENTRAL_LENGTH > end || content.readUInt32LE(at) !== CENTRAL_HEADER) break
    const nameLength = content.readUInt16LE(at + 28)
    names.push(content.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength))
    at += CENTRAL_LENGTH + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
  return names
}
