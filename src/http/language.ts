import type { FastifyRequest } from 'fastify'
import type { Language } from '../rules/rule.ts'

/** Vietnamese unless English is preferred. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const header = request.headers['accept-language']
  if (header === undefined) return 'vi'
  const preferred = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined)
      return { tag: tag.trim().slice(0, 2), q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ tag, q }) => (tag === 'vi' || tag === 'en') && q > 0)
    .sort((a, b) => b.q - a.q)[0]
  return preferred?.tag === 'en' ? 'en' : 'vi'
}
