import { describe, expect, it } from 'vitest'
import { cite } from '../../../src/law/citation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import type { Finding } from '../../../src/rules/evaluate.ts'
import { fill, presentFinding, presentNotExecuted, type RuleTexts } from '../../../src/rules/present.ts'

const texts: RuleTexts = {
  citations: [cite('QD27-2018'), cite('QD36-2025'), { kind: 'arithmetic' }],
  message: { vi: 'Mã {code} sai', en: 'Code {code} is wrong' },
  fix: { vi: 'Sửa {code}', en: 'Mend {code}' },
}

function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'T-01',
    kind: 'error',
    pointer: '/code',
    legalDate: legalDate('2026-05-12'),
    params: { code: 'ZZ' },
    ...change,
  }
}

describe('a finding as it is shown', () => {
  it('speaks the language asked for, with the values filled in', () => {
    expect(presentFinding(finding(), texts, 'vi')).toMatchObject({ message: 'Mã ZZ sai', fix: 'Sửa ZZ' })
    expect(presentFinding(finding(), texts, 'en')).toMatchObject({ message: 'Code ZZ is wrong', fix: 'Mend ZZ' })
  })

  it('gives the advice of the violation before that of the rule, and none where neither has any', () => {
    const own = { vi: 'Bỏ {code}', en: 'Drop {code}' }
    expect(presentFinding(finding({ fix: own }), texts, 'en').fix).toBe('Drop ZZ')
    const { fix: _fix, ...without } = texts
    expect(presentFinding(finding(), without, 'en')).not.toHaveProperty('fix')
  })

  it.each([
    ['2025-11-14', 'QD27-2018'],
    ['2025-11-15', 'QD36-2025'],
  ])('cites of %s only what was in force: %s', (day, code) => {
    const { citations } = presentFinding(finding({ legalDate: legalDate(day) }), texts, 'en')
    expect(citations.map((citation) => ('instrument' in citation ? citation.instrument : citation.kind))).toEqual([
      code,
      'arithmetic',
    ])
  })

  it('cites the articles of the violation before those of the rule', () => {
    const own = [cite('L84-2015 34.1.b')]
    const { citations } = presentFinding(finding({ citations: own }), texts, 'en')
    expect(citations).toMatchObject([{ instrument: 'L84-2015', article: '34.1.b' }])
  })

  it('writes each citation as a lawyer would', () => {
    const { citations } = presentFinding(finding(), { ...texts, citations: [cite('L84-2015 34.1.b')] }, 'vi')
    expect(citations).toMatchObject([{ text: 'Luật 84/2015/QH13, Điều 34 khoản 1 điểm b' }])
  })
})

describe('a placeholder', () => {
  it.each([
    ['2026-11-22', '22/11/2026', '2026-11-22'],
    ['2026-11-22 09:40', '22/11/2026 09:40', '2026-11-22 09:40'],
    ['2026-H1', '2026-H1', '2026-H1'],
    [86_805_555_556, '86.805.555.556', '86,805,555,556'],
    [0.00005, '0,00005', '0.00005'],
    [2026, '2026', '2026'],
    [{ vi: 'người chết', en: 'deaths' }, 'người chết', 'deaths'],
  ] as const)('is filled with %j as people write it', (param, vi, en) => {
    expect([fill('{it}', { it: param }, 'vi'), fill('{it}', { it: param }, 'en')]).toEqual([vi, en])
  })

  it('stays visible where no value is given, rather than reading "undefined"', () => {
    expect(fill('{a} and {b}', { a: 0 }, 'en')).toBe('0 and {b}')
  })

  it('is not looked for in the values themselves', () => {
    expect(fill('{a} {b}', { a: '{b}', b: 'x' }, 'en')).toBe('{b} x')
  })
})

it('says in words why a rule was not executed', () => {
  const item = { rule: 'T-01', reason: 'fact-not-at-hand', because: ['register'] } as const
  expect(presentNotExecuted(item, 'en')).toEqual({
    rule: 'T-01',
    reason: 'a fact it needs is not at hand',
    because: ['register'],
  })
})
