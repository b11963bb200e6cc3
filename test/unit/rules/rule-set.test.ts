import { describe, expect, it } from 'vitest'
import { cite } from '../../../src/law/citation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import type { Dated, Rule } from '../../../src/rules/rule.ts'
import { ruleSet } from '../../../src/rules/rule-set.ts'

function rule(change: Partial<Rule<Dated>> = {}): Rule<Dated> {
  return {
    id: 'T-01',
    kind: 'info',
    citations: [cite('ND129-2025 45.1')],
    provenance: { verified: true, source: 'policy' },
    message: { vi: 'Lời', en: 'Words' },
    inputs: [],
    judge: () => [],
    examples: { holds: [], fails: [] },
    ...change,
  }
}

function intervalOf(change: Partial<Rule<Dated>>) {
  const only = rule(change)
  return ruleSet('test', [only], []).intervalOf(only)
}

describe('a rule without dates of its own', () => {
  it('has the interval of the text it cites', () => {
    expect(intervalOf({})).toEqual({ validFrom: '2025-07-01', validTo: null })
  })

  it('runs from the first day of any text it cites to the last', () => {
    const citations = [cite('QD27-2018'), cite('QD36-2025')] as const
    expect(intervalOf({ citations })).toEqual({ validFrom: '2018-08-20', validTo: null })
    expect(intervalOf({ citations: [citations[0]] })).toEqual({ validFrom: '2018-08-20', validTo: '2025-11-14' })
  })

  it('always holds when it rests on arithmetic or on our policy', () => {
    const always = { validFrom: null, validTo: null }
    expect(intervalOf({ citations: [{ kind: 'arithmetic' }] })).toEqual(always)
    expect(intervalOf({ citations: [{ kind: 'policy' }] })).toEqual(always)
  })

  it('holds on no day when all it cites is a draft', () => {
    const { validFrom, validTo } = intervalOf({ citations: [cite('ND39-2016-DRAFT')] })
    expect(String(validFrom) > String(validTo)).toBe(true)
  })
})

describe('a rule set', () => {
  it('prefers the interval a rule states', () => {
    const interval = { validFrom: legalDate('2026-01-01'), validTo: legalDate('2026-12-31') }
    expect(intervalOf({ interval })).toEqual(interval)
  })

  it('refuses an id that stands twice, also among the rules that wait', () => {
    expect(() => ruleSet('test', [rule(), rule()], [])).toThrow('T-01')
    const waiting = { ...rule(), awaits: { vi: 'Chờ', en: 'Waits' } }
    expect(() => ruleSet('test', [rule()], [waiting])).toThrow('T-01')
  })

  it('has a hash that changes with the words, the kind, the dates and the judgement, and with nothing else', () => {
    const hashOf = (change: Partial<Rule<Dated>>) => ruleSet('test', [rule(change)], []).hash
    const hash = hashOf({})
    expect(hashOf({ examples: { holds: [{}], fails: [] } })).toBe(hash)
    expect(hashOf({ message: { vi: 'Lời khác', en: 'Words' } })).not.toBe(hash)
    expect(hashOf({ kind: 'error' })).not.toBe(hash)
    expect(hashOf({ citations: [cite('ND128-2025 9')] })).not.toBe(hash)
    expect(hashOf({ judge: () => [{ pointer: '' }] })).not.toBe(hash)
  })
})
