import { describe, expect, it } from 'vitest'
import { problemBody } from '../../../src/http/problem-body.ts'
import { PROBLEMS, type ProblemCode } from '../../../src/http/problem-catalogue.ts'

/** Their findings or errors say, each, how to mend it. */
const TOLD_BY_PARTS = ['validation-failed', 'unanswerable']

describe('a problem', () => {
  it.each((Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => !TOLD_BY_PARTS.includes(code)))(
    '%s says how to mend it, in both languages',
    (code) => {
      const [vi, en] = (['vi', 'en'] as const).map((language) => problemBody(code, language, { requestId: 'r' }).detail)
      expect(vi).toMatch(/\p{Ll}.*\.$/u)
      expect(en).toMatch(/\.$/)
      expect(vi).not.toBe(en)
    },
  )

  it('is told in the language of the request, and by who raised it where that says more', () => {
    const detail = { vi: 'Bản ghi nay ở bản 3.', en: 'The record is at version 3.' }
    const errors = [{ pointer: '/a', code: 'b', message: { vi: 'Sai.', en: 'Wrong.' } }]
    expect(problemBody('stale', 'en', { detail, errors, requestId: 'r' })).toMatchObject({
      detail: detail.en,
      errors: [{ pointer: '/a', code: 'b', message: 'Wrong.' }],
    })
  })
})
