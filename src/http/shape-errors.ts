import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js'
import type { z } from 'zod'
import { pointerOf } from '../rules/pointer.ts'
import type { Language, Text } from '../rules/rule.ts'

/** A value whose type or shape is wrong: where, and what is expected there. */
export interface ShapeError {
  readonly pointer: string
  readonly code: string
  readonly message: Text
}

/** A part of a request whose shape is wrong; `validationContext`, set by the framework, says which part. */
export class ShapeRefused extends Error {
  declare readonly validationContext?: string

  constructor(readonly errors: readonly ShapeError[]) {
    super('a part of the request has the wrong shape')
  }
}

/** Holds parts of requests to their zod schemas. */
export function validatorCompiler({ schema }: FastifyRouteSchemaDef<z.ZodType>): FastifyValidationResult {
  return (data: unknown) => {
    const parsed = schema.safeParse(data)
    return parsed.success
      ? { value: parsed.data }
      : { error: new ShapeRefused(parsed.error.issues.flatMap(shapeErrors)) }
  }
}

/** What is wrong by one issue of zod, in words of ours. */
export function shapeErrors(issue: z.core.$ZodIssue): ShapeError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      code: 'unknown-property',
      message: {
        vi: `Không có trường "${key}" trong mẫu; hãy bỏ hoặc sửa tên trường.`,
        en: `There is no field "${key}" in the form; remove it or correct its name.`,
      },
    }))
  }
  return [{ pointer: pointerOf(issue.path), code: issue.code.replaceAll('_', '-'), message: expectation(issue) }]
}

const TYPES: Record<string, Text> = {
  string: { vi: 'chuỗi ký tự', en: 'a string' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'an integer' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'an array' },
  object: { vi: 'đối tượng', en: 'an object' },
}

function expectation(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { vi: issue.expected, en: issue.expected }
      return { vi: `Sai kiểu dữ liệu: cần ${type.vi}.`, en: `Wrong type: expected ${type.en}.` }
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ')
      return { vi: `Giá trị phải là một trong: ${allowed}.`, en: `Must be one of: ${allowed}.` }
    }
    case 'too_small':
      return {
        vi: `Giá trị hoặc độ dài tối thiểu là ${issue.minimum}.`,
        en: `The least value or length is ${issue.minimum}.`,
      }
    case 'too_big':
      return {
        vi: `Giá trị hoặc độ dài tối đa là ${issue.maximum}.`,
        en: `The greatest value or length is ${issue.maximum}.`,
      }
    case 'invalid_format':
      return WRITTEN.find(({ example }) => accepts(issue.pattern, example))?.text ?? WRONG_FORMAT
    default:
      return WRONG_FORMAT
  }
}

const WRONG_FORMAT: Text = {
  vi: 'Sai định dạng; xem mô tả của trường trong tài liệu OpenAPI.',
  en: 'Wrong format; see the description of the field in the OpenAPI document.',
}

/** Forms that people write in other ways: told by what the pattern accepts. */
const WRITTEN: readonly { readonly example: string; readonly text: Text }[] = [
  {
    example: '2026-10-05',
    text: {
      vi: 'Ngày phải ghi năm-tháng-ngày và có thật, ví dụ 2026-10-05 cho ngày 05/10/2026.',
      en: 'A day is written year-month-day and must exist, such as 2026-10-05 for 5 October 2026.',
    },
  },
  {
    example: '2026-10-05T09:40:00+07:00',
    text: {
      vi: 'Thời điểm phải có ngày, giờ và múi giờ, ví dụ 2026-10-05T09:40:00+07:00.',
      en: 'An instant has a date, an hour and an offset, such as 2026-10-05T09:40:00+07:00.',
    },
  },
]

/** `pattern` as zod prints it: between slashes, with flags. */
function accepts(pattern: string | undefined, example: string): boolean {
  const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(pattern ?? '') ?? []
  return source !== undefined && new RegExp(source, flags).test(example)
}

export function presentShapeErrors(
  errors: readonly ShapeError[],
  language: Language,
): { pointer: string; code: string; message: string }[] {
  return errors.map(({ pointer, code, message }) => ({ pointer, code, message: message[language] }))
}
