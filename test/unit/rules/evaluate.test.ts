import { describe, expect, it } from 'vitest'
import { type LegalDate, legalDate } from '../../../src/reference/legal-date.ts'
import { evaluate, type Inputs } from '../../../src/rules/evaluate.ts'
import type { Dated, Rule } from '../../../src/rules/rule.ts'
import { ruleSet } from '../../../src/rules/rule-set.ts'

interface Facts extends Dated {
  readonly workers: number
}

const NOTHING_ODD: Inputs = { invalid: [], absent: new Set() }

function facts(workers: number, day = '2026-05-12', declared: string | null = null): Facts {
  return { workers, legalDate: legalDate(day), dates: { declared: declared === null ? null : legalDate(declared) } }
}

function rule(change: Partial<Rule<Facts>> = {}): Rule<Facts> {
  return {
    id: 'T-01',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: { verified: true, source: 'arithmetic' },
    message: { vi: 'Có {workers} người', en: 'There are {workers}' },
    inputs: ['/workers'],
    judge: ({ workers }) => (workers < 0 ? [{ pointer: '/workers', params: { workers } }] : []),
    examples: { holds: [], fails: [] },
    ...change,
  }
}

async function judged(rules: readonly Rule<Facts>[], given: Facts, inputs: Partial<Inputs> = {}) {
  return evaluate(ruleSet('test', rules, []), given, { ...NOTHING_ODD, ...inputs })
}

describe('one pass over a rule set', () => {
  it('finds what is violated, where and with which values, and nothing where the rule holds', async () => {
    expect((await judged([rule()], facts(-1))).findings).toEqual([
      { rule: 'T-01', kind: 'error', pointer: '/workers', legalDate: '2026-05-12', params: { workers: -1 } },
    ])
    expect(await judged([rule()], facts(1))).toMatchObject({ findings: [], notExecuted: [], defects: [] })
  })

  it('tells all findings, those that refuse first', async () => {
    const kinds = ['info', 'breach', 'warning', 'error'] as const
    const rules = kinds.map((kind, index) => rule({ id: `T-0${index}`, kind }))
    expect((await judged(rules, facts(-1))).findings.map(({ kind }) => kind)).toEqual([
      'error',
      'warning',
      'breach',
      'info',
    ])
  })

  it('keeps every violation of one rule', async () => {
    const twice = rule({ judge: () => [{ pointer: '/a' }, { pointer: '/b' }] })
    expect((await judged([twice], facts(1))).findings.map(({ pointer }) => pointer)).toEqual(['/a', '/b'])
  })
})

describe('a rule one of whose inputs is invalid', () => {
  it.each(['/workers', '/workers/0', ''])('is not executed when %j is invalid, and says so', async (pointer) => {
    const { findings, notExecuted } = await judged([rule()], facts(-1), { invalid: [pointer] })
    expect(findings).toEqual([])
    expect(notExecuted).toEqual([{ rule: 'T-01', reason: 'invalid-input', because: [pointer] }])
  })

  it('is judged all the same when what is invalid is no input of it', async () => {
    expect((await judged([rule()], facts(-1), { invalid: ['/name'] })).findings).toHaveLength(1)
  })

  it('explains the malformed value in its own words where it guards it', async () => {
    const guarding = rule({ inputs: ['/victims/*/sex'], guards: ['/victims/*/sex'] })
    const { findings, notExecuted, explained } = await judged([guarding], facts(1), { invalid: ['/victims/1/sex'] })
    expect(findings).toMatchObject([{ rule: 'T-01', pointer: '/victims/1/sex' }])
    expect(notExecuted).toEqual([])
    expect([...explained]).toEqual(['/victims/1/sex'])
  })

  it('guards exactly the value it names, not what contains it', async () => {
    const guarding = rule({ inputs: ['/victims/*/sex'], guards: ['/victims/*/sex'] })
    const { findings, notExecuted, explained } = await judged([guarding], facts(1), { invalid: ['/victims'] })
    expect([findings, explained.size]).toEqual([[], 0])
    expect(notExecuted).toMatchObject([{ reason: 'invalid-input' }])
  })
})

describe('a rule that needs a fact', () => {
  const needing = rule({ needs: ['register'] })

  it('is not executed where the fact is not at hand, and names it', async () => {
    const { findings, notExecuted } = await judged([needing], facts(-1), { absent: new Set(['register', 'history']) })
    expect(findings).toEqual([])
    expect(notExecuted).toEqual([{ rule: 'T-01', reason: 'fact-not-at-hand', because: ['register'] }])
  })

  it('is judged where it is at hand', async () => {
    expect((await judged([needing], facts(-1), { absent: new Set(['history']) })).findings).toHaveLength(1)
  })
})

describe('a rule that throws', () => {
  const broken = rule({
    id: 'T-02',
    judge: () => {
      throw new RangeError('no such day')
    },
  })

  it('is a defect of ours: named, not executed, and no obstacle to the other rules', async () => {
    const { findings, notExecuted, defects } = await judged([broken, rule()], facts(-1))
    expect(findings.map((finding) => finding.rule)).toEqual(['T-01'])
    expect(notExecuted).toEqual([{ rule: 'T-02', reason: 'rule-failed', because: [] }])
    expect(defects).toMatchObject([{ rule: 'T-02', error: expect.any(RangeError) }])
  })
})

describe('the version of a rule', () => {
  const until = (day: string, change: Partial<Rule<Facts>> = {}) =>
    rule({ id: 'T-OLD', interval: { validFrom: null, validTo: legalDate(day) }, ...change })
  const since = (day: string, change: Partial<Rule<Facts>> = {}) =>
    rule({ id: 'T-NEW', interval: { validFrom: legalDate(day), validTo: null }, ...change })
  const found = async (given: Facts, change?: Partial<Rule<Facts>>) =>
    (await judged([until('2025-06-30', change), since('2025-07-01', change)], given)).findings.map(
      (finding) => finding.rule,
    )

  it('is chosen by the legal date inside the filing, both ends inclusive', async () => {
    expect(await found(facts(-1, '2025-06-30'))).toEqual(['T-OLD'])
    expect(await found(facts(-1, '2025-07-01'))).toEqual(['T-NEW'])
  })

  it("is chosen by the date the rule names, and by the filing's own where that is not told", async () => {
    expect(await found(facts(-1, '2025-06-30', '2025-07-01'), { datedBy: 'declared' })).toEqual(['T-NEW'])
    expect(await found(facts(-1, '2025-06-30', null), { datedBy: 'declared' })).toEqual(['T-OLD'])
  })

  it('stands in the finding with the date that chose it', async () => {
    const byDeclaration = rule({ datedBy: 'declared' })
    const [finding] = (await judged([byDeclaration], facts(-1, '2025-06-30', '2025-07-01'))).findings
    expect(finding?.legalDate).toBe('2025-07-01' as LegalDate)
  })
})
