import type { z } from 'zod'
import { pointerOf, tokensOf, valueAt } from '../rules/pointer.ts'
import type { Language, Text } from '../rules/rule.ts'

/** A value whose type or shape is wrong: where, and what is expected there. */
export interface ShapeError {
  readonly pointer: string
  readonly code: string
  readonly message: Text
}

export interface LenientResult<T> {
  /** What was filed, without the parts named in `errors`; null when not even the outermost shape is right. */
  readonly value: T | null
  readonly errors: readonly ShapeError[]
}

/**
 * Parses a filing so that one malformed value does not hide what else is wrong: bad parts are cut out and named, the
 * rules then judge the rest. Nothing with an error is ever stored.
 */
export function parseLeniently<T>(schema: z.ZodType<T>, body: unknown): LenientResult<T> {
  const first = schema.safeParse(body)
  if (first.success) return { value: first.data, errors: [] }

  const errors = first.error.issues.flatMap(shapeErrors)
  const pruned = structuredClone(body)
  for (let issues = first.error.issues; ; ) {
    // Later array elements first, so that cutting one does not renumber another.
    for (const pointer of issues.flatMap(shapeErrors).toReversed()) {
      if (!cut(pruned, tokensOf(pointer.pointer))) return { value: null, errors }
    }
    const again = schema.safeParse(pruned)
    if (again.success) return { value: again.data, errors }
    issues = again.error.issues
  }
}

function shapeErrors(issue: z.core.$ZodIssue): ShapeError[] {
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
    default:
      return {
        vi: 'Sai định dạng; xem mô tả của trường trong tài liệu OpenAPI.',
        en: 'Wrong format; see the description of the field in the OpenAPI document.',
      }
  }
}

/**
 * Removes the value at a path, or what should have held it where there is none; false when nothing is left to remove.
 * Elements after a removed one move up; no finding shows it, because a rule that reads an array is skipped when one
 * of its elements is invalid.
 */
function cut(root: unknown, path: readonly string[]): boolean {
  const last = path.at(-1)
  if (last === undefined) return false
  const above = path.slice(0, -1)
  const parent = valueAt(root, pointerOf(above))
  if (parent === null || typeof parent !== 'object' || !(last in parent)) return cut(root, above)
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete (parent as Record<string, unknown>)[last]
  return true
}

export function presentShapeErrors(
  errors: readonly ShapeError[],
  language: Language,
): { pointer: string; code: string; message: string }[] {
  return errors.map(({ pointer, code, message }) => ({ pointer, code, message: message[language] }))
}
