import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { unitQuery } from '../../../src/declaration/listing.ts'
import { code, count, day, EACH_ONCE, instant, line } from '../../../src/declaration/schema-parts.ts'
import { presentShapeErrors, shapeErrors } from '../../../src/http/shape-errors.ts'

const schema = z.strictObject({
  name: line(20).optional(),
  authority: z.enum(['LABOUR', 'POLICE']),
  victims: z
    .array(z.strictObject({ sex: z.string(), workers: count.nullish() }))
    .min(1)
    .max(2),
  on: day.optional(),
  at: instant.optional(),
  unit: unitQuery.optional(),
  taxCode: z
    .string()
    .regex(/^\d{10}$/)
    .meta({ examples: ['4600100003'] })
    .nullish(),
  serial: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  share: z.number().gt(0).max(1).optional(),
  id: z.uuid().optional(),
  codes: z
    .array(code)
    .refine((list) => new Set(list).size === list.length, EACH_ONCE)
    .optional(),
  year: z.coerce.number().int(),
})
const valid = { authority: 'POLICE', victims: [{ sex: 'male' }], year: '2026' }

function told(change: object, language: 'vi' | 'en' = 'en') {
  const given = { ...valid, ...change }
  const issues = schema.safeParse(given).error?.issues ?? []
  return presentShapeErrors(
    issues.flatMap((issue) => shapeErrors(issue, schema, given)),
    language,
  )
}

describe('a shape that is wrong', () => {
  it.each([
    [{ victims: [{}] }, '/victims/0/sex', 'required', 'The field "sex" is missing: it is a string.'],
    [
      { authority: undefined },
      '/authority',
      'required',
      'The field "authority" is missing: it is one of: LABOUR, POLICE.',
    ],
    [{ year: undefined }, '/year', 'required', 'The field "year" is missing: it is a number.'],
    [{ authority: 'ARMY' }, '/authority', 'invalid-value', 'Must be one of: LABOUR, POLICE.'],
    [{ name: 7 }, '/name', 'invalid-type', 'Wrong type: expected a string.'],
    [{ name: '' }, '/name', 'too-small', 'Must not be empty.'],
    [{ name: 'x'.repeat(21) }, '/name', 'too-big', 'Must have at most 20 characters.'],
    [{ victims: [] }, '/victims', 'too-small', 'Must not be empty.'],
    [{ victims: Array(3).fill({ sex: 'x' }) }, '/victims', 'too-big', 'Must have at most 2 elements.'],
    [{ victims: [{ sex: 'x', workers: -1 }] }, '/victims/0/workers', 'too-small', 'Must be at least 0.'],
    [{ share: 0 }, '/share', 'too-small', 'Must be more than 0.'],
    [{ share: 2 }, '/share', 'too-big', 'Must be at most 1.'],
    [{ taxCode: '46' }, '/taxCode', 'invalid-format', 'Wrong format; it is written like 4600100003.'],
    [
      { unit: 'Hà Nội' },
      '/unit',
      'invalid-format',
      'Wrong format; it is written like VN-2025:19 or 19 or VN-2004:063.',
    ],
    [{ serial: 'abc' }, '/serial', 'invalid-format', 'Wrong format; it has to match /^[A-Z]{3}$/.'],
    [{ codes: ['a', 'a'] }, '/codes', 'repeated', 'A list has each code once.'],
  ])('%j is told at %s as %s: %s', (change, pointer, errorCode, message) => {
    expect(told(change)).toEqual([{ pointer, code: errorCode, message }])
  })

  it.each([
    [{ on: '05/10/2026' }, '2026-10-05 for 5 October 2026'],
    [{ on: '2026-02-30' }, '2026-10-05 for 5 October 2026'],
    [{ at: '2026-10-05' }, '2026-10-05T09:40:00+07:00'],
    [{ at: '2026-10-05T99:40:00+07:00' }, '2026-10-05T09:40:00+07:00'],
    [{ id: '12' }, 'a UUID'],
    [{ name: 'a\0' }, 'NUL'],
  ])('%j is told with %s', (change, part) => {
    expect(told(change)).toEqual([expect.objectContaining({ message: expect.stringContaining(part) })])
  })

  it('is told in Vietnamese too', () => {
    expect(
      told({ victims: [{}], authority: undefined, name: '', share: 2 }, 'vi').map(({ message }) => message),
    ).toEqual([
      'Không được để trống.',
      'Thiếu trường "authority": cần một trong: LABOUR, POLICE.',
      'Thiếu trường "sex": cần chuỗi ký tự.',
      'Giá trị lớn nhất là 1.',
    ])
  })
})
