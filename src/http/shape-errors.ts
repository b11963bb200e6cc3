import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js'
import type { z } from 'zod'
import { pointerOf, valueAt } from '../rules/pointer.ts'
import type { Language, Text } from '../rules/rule.ts'
import { examplesAt } from './schema-examples.ts'

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
      : { error: new ShapeRefused(parsed.error.issues.flatMap((issue) => shapeErrors(issue, schema, data))) }
  }
}

type Told = Omit<ShapeError, 'pointer'>

/** The issue by which a schema of ours says in its own words what is wrong with its input. */
export function toldIssue(input: unknown, told: Told): z.core.$ZodRawIssue {
  return { code: 'custom', input, params: { told } }
}

/** The same, for a refinement. */
export function toldBy(told: Told): { readonly params: { readonly told: Told } } {
  return { params: { told } }
}

/** What is wrong with what a schema was given, by one issue of zod, in words of ours. */
export function shapeErrors(issue: z.core.$ZodIssue, schema: z.ZodType, given: unknown): ShapeError[] {
  if (issue.code === 'custom' && issue.params?.told !== undefined) {
    return [{ pointer: pointerOf(issue.path), ...(issue.params.told as Told) }]
  }
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
  const pointer = pointerOf(issue.path)
  const name = issue.path.at(-1)
  if (name !== undefined && valueAt(given, pointer) === undefined) {
    return [{ pointer, code: 'required', message: missing(String(name), issue) }]
  }
  const message = expectation(issue, examplesAt(schema, issue.path))
  return [{ pointer, code: issue.code.replaceAll('_', '-'), message }]
}

function missing(name: string, issue: z.core.$ZodIssue): Text {
  const wanted = issue.code === 'invalid_type' ? typeOf(issue) : issue.code === 'invalid_value' ? oneOf(issue) : null
  return {
    vi: `Thiếu trường "${name}"${wanted === null ? '' : `: cần ${wanted.vi}`}.`,
    en: `The field "${name}" is missing${wanted === null ? '' : `: it is ${wanted.en}`}.`,
  }
}

const TYPES: Record<string, Text> = {
  string: { vi: 'chuỗi ký tự', en: 'a string' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'an integer' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'an array' },
  object: { vi: 'đối tượng', en: 'an object' },
  record: { vi: 'đối tượng', en: 'an object' },
}

function typeOf({ expected }: z.core.$ZodIssueInvalidType): Text {
  return TYPES[expected] ?? { vi: expected, en: expected }
}

function oneOf({ values }: z.core.$ZodIssueInvalidValue): Text {
  const allowed = values.map(String).join(', ')
  return { vi: `một trong: ${allowed}`, en: `one of: ${allowed}` }
}

function expectation(issue: z.core.$ZodIssue, examples: readonly unknown[]): Text {
  switch (issue.code) {
    case 'invalid_type': {
      const { vi, en } = typeOf(issue)
      return { vi: `Sai kiểu dữ liệu: cần ${vi}.`, en: `Wrong type: expected ${en}.` }
    }
    case 'invalid_value': {
      const { vi, en } = oneOf(issue)
      return { vi: `Giá trị phải là ${vi}.`, en: `Must be ${en}.` }
    }
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return WRITTEN.find(({ example }) => accepts(issue.pattern, example))?.text ?? form(examples, issue)
    default:
      return WRITTEN.find(({ example }) => examples.includes(example))?.text ?? form(examples)
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Text {
  switch (origin) {
    case 'string':
      return minimum === 1
        ? NOT_EMPTY
        : { vi: `Cần ít nhất ${minimum} ký tự.`, en: `Must have at least ${minimum} characters.` }
    case 'array':
      return minimum === 1
        ? NOT_EMPTY
        : { vi: `Cần ít nhất ${minimum} phần tử.`, en: `Must have at least ${minimum} elements.` }
    default:
      return inclusive === false
        ? { vi: `Giá trị phải lớn hơn ${minimum}.`, en: `Must be more than ${minimum}.` }
        : { vi: `Giá trị nhỏ nhất là ${minimum}.`, en: `Must be at least ${minimum}.` }
  }
}

const NOT_EMPTY: Text = { vi: 'Không được để trống.', en: 'Must not be empty.' }

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Text {
  switch (origin) {
    case 'string':
      return { vi: `Dài nhất ${maximum} ký tự.`, en: `Must have at most ${maximum} characters.` }
    case 'array':
      return { vi: `Nhiều nhất ${maximum} phần tử.`, en: `Must have at most ${maximum} elements.` }
    default:
      return inclusive === false
        ? { vi: `Giá trị phải nhỏ hơn ${maximum}.`, en: `Must be less than ${maximum}.` }
        : { vi: `Giá trị lớn nhất là ${maximum}.`, en: `Must be at most ${maximum}.` }
  }
}

/** By example where the schema gives one, else by the pattern. */
function form(examples: readonly unknown[], issue?: z.core.$ZodIssueInvalidStringFormat): Text {
  if (issue?.format === 'uuid') return UUID
  const [example, ...others] = examples.map(String)
  if (example !== undefined) {
    return {
      vi: `Sai định dạng; viết như ${[example, ...others].join(' hoặc ')}.`,
      en: `Wrong format; it is written like ${[example, ...others].join(' or ')}.`,
    }
  }
  if (issue?.pattern !== undefined) {
    return {
      vi: `Sai định dạng; phải khớp mẫu ${issue.pattern}.`,
      en: `Wrong format; it has to match ${issue.pattern}.`,
    }
  }
  return { vi: 'Giá trị không hợp lệ.', en: 'Not a valid value.' }
}

const UUID: Text = {
  vi: 'Phải là mã UUID do dịch vụ này cấp, như 0199f3c2-6a51-7c0e-9d43-2f1b8e7a6c55.',
  en: 'Must be a UUID that this service gave, such as 0199f3c2-6a51-7c0e-9d43-2f1b8e7a6c55.',
}

/** Forms that people write in other ways: told by what the pattern accepts, or by the examples of the schema. */
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
