import { z } from 'zod'
import { toldBy } from '../http/shape-errors.ts'

/** Pieces of schema that every kind of declaration uses. Missing things are findings with an article, so all is optional. */

export const instant = z
  .string()
  .regex(/^(19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/, { abort: true })
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .meta({
    description: 'Instant with an offset, to the minute or finer (RFC 3339; seconds may be left out).',
    examples: ['2026-10-05T09:40:00+07:00'],
  })

export const day = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/, { abort: true })
  .refine((text) => {
    const at = Date.parse(`${text}T00:00:00Z`)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
  })
  .meta({ description: 'Calendar day in Viet Nam.', examples: ['2026-10-05'] })

/** PostgreSQL can hold neither NUL nor half a surrogate pair. */
export const storable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
export const UNSTORABLE = toldBy({
  code: 'unstorable',
  message: {
    vi: 'Có ký tự không lưu được: bỏ ký tự NUL (\\u0000) và nửa cặp surrogate (\\ud800 đến \\udfff đứng lẻ).',
    en: 'There are characters that cannot be stored: leave out NUL (\\u0000) and lone surrogates (\\ud800 to \\udfff).',
  },
})
export const code = z.string().min(1).max(40).refine(storable, UNSTORABLE)
/** For lists of codes. */
export const EACH_ONCE = toldBy({
  code: 'repeated',
  message: { vi: 'Mỗi mã chỉ ghi một lần trong danh sách.', en: 'A list has each code once.' },
})
/** One line of text: a name, an address. */
export const line = (max = 300) => z.string().min(1).max(max).refine(storable, UNSTORABLE)
/** Running text. */
export const prose = (max = 10_000) => line(max)
export const MOST_COUNT = 1_000_000
export const count = z.int().min(0).max(MOST_COUNT)
/** Thousands of dong, the unit of Annex XII of Decree 39/2016. */
export const MOST_THOUSAND_DONG = 1_000_000_000_000
export const thousandDong = z.int().min(0).max(MOST_THOUSAND_DONG).meta({ description: 'Thousand VND.' })

export const unit = z
  .strictObject({
    scheme: z
      .enum(['VN-2004', 'VN-2025'])
      .optional()
      .meta({ description: 'Code list the unit is from; the one in force on the day of the event when left out.' }),
    code: z
      .string()
      .regex(/^\d{2,5}$/)
      .meta({ description: 'Province, district or commune.', examples: ['01849'] }),
  })
  .meta({ description: 'Administrative unit. Codes were given other meanings on 1 July 2025, hence the scheme.' })

export const codeOf = (list: string) =>
  code.meta({ description: `Code of the list \`${list}\` (/v1/code-lists/${list}).` })

/** What accompanies the content of a filing and is not part of it. */
export const filingEnvelope = {
  confirmations: z
    .array(
      z.strictObject({
        rule: code.meta({ description: 'Id of the rule that warns.' }),
        pointer: z.string().max(300).meta({ description: 'Where it warns, as its finding says.' }),
        reason: line(2_000).meta({ description: 'Why it is right all the same.' }),
      }),
    )
    .max(200)
    .optional()
    .meta({ description: 'Warnings that the filer confirms, each with a reason that the officer will read.' }),
  reason: line(2_000).optional().meta({ description: 'Why the declaration is amended; required by PUT.' }),
}
export type Confirmation = { readonly rule: string; readonly pointer: string; readonly reason: string }
