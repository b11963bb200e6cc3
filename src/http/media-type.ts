export const MEDIA_TYPES = { json: 'application/json', csv: 'text/csv' } as const
export type Format = keyof typeof MEDIA_TYPES

/** The format that an Accept header prefers, JSON where it does not say; null when it takes neither. */
export function formatFor(accept: string | undefined): Format | null {
  if (accept === undefined || accept.trim() === '') return 'json'
  const ranges = accept.split(',').map(readRange)
  const ranked = (['json', 'csv'] as const)
    .map((format) => ({ format, quality: qualityOf(MEDIA_TYPES[format], ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return ranked[0]?.format ?? null
}

interface Range {
  readonly type: string
  readonly quality: number
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.map((part) => /^q=([\d.]+)$/.exec(part)?.[1]).find((found) => found !== undefined)
  return { type, quality: quality === undefined ? 1 : Number(quality) }
}

/** The most specific range that covers the type decides (RFC 9110, section 12.5.1). */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [family] = type.split('/')
  for (const pattern of [type, `${family}/*`, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === pattern)
    if (range !== undefined) return range.quality
  }
  return 0
}
