import { describe, expect, it } from 'vitest'
import { presentDuties } from '../../../src/accident/duties.ts'
import { type AccidentFacts, accidentFacts } from '../../../src/accident/facts.ts'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import type { InvestigationContent } from '../../../src/accident/investigation/schema.ts'
import type { OutcomeContent } from '../../../src/accident/outcome/schema.ts'
import { sampleAccident, sampleContext } from '../../../src/accident/sample.ts'
import type { AccidentDeclaration } from '../../../src/accident/schema.ts'
import type { RevisionOnRecord } from '../../../src/accident/tellings.ts'
import type { Annex } from '../../../src/declaration/annex.ts'

const [builder] = sampleAccident.victims
const { death: _death, ...alive } = builder

/** Three builders: one seriously, one lightly injured, of one nothing is known. */
const DECLARED = {
  ...sampleAccident,
  victims: [
    { ...alive, victimId: 'a', condition: 'serious', daysLost: 2 },
    { ...alive, victimId: 'b', condition: 'light', injuries: [] },
    { ...alive, victimId: 'c', condition: 'unknown', injuries: [] },
  ],
} as unknown as AccidentDeclaration

function now(annexes: readonly Annex[], declaration = DECLARED): AccidentFacts {
  return accidentFacts(declaration, sampleContext as AccidentFacts['context'], annexes)
}

function annex(act: 'outcome' | 'investigate', seq: number, content: OutcomeContent | InvestigationContent): Annex {
  const recordedAt = new Date(`2026-06-${String(seq).padStart(2, '0')}T09:00:00+07:00`)
  return { act, seq, revision: 1, recordedAt, clientId: 'c', actor: null, actedAs: 'enterprise', content }
}

const dead = (victimId: string, knownOn: string): OutcomeContent => ({
  victimId,
  condition: { now: 'dead', knownAt: `${knownOn}T08:00:00+07:00` },
  death: { at: `${knownOn}T07:00:00+07:00`, mode: 'C' },
})
const conditions = (facts: AccidentFacts) => facts.present.victims.map(({ condition }) => condition)
const file = (change: Partial<InvestigationContent>): InvestigationContent => ({
  ...(structuredClone(sampleInvestigation) as unknown as InvestigationContent),
  ...change,
})

describe('an accident as things stand now', () => {
  it('is as declared while nothing was added', () => {
    const facts = now([])
    expect(facts.present).toMatchObject({ counts: facts.counts, class: facts.class, worsened: null, counted: true })
    expect(conditions(facts)).toEqual(['serious', 'light', 'unknown'])
  })

  it('follows the outcomes in the order they were told, and leaves the declaration as it was', () => {
    const facts = now([
      annex('outcome', 2, dead('b', '2026-06-01')),
      annex('outcome', 3, { victimId: 'a', daysLost: 9, costs: { medical: 100 } }),
      annex('outcome', 4, { victimId: 'a', costs: { other: 50 } }),
    ])
    expect(conditions(facts)).toEqual(['serious', 'dead', 'unknown'])
    expect(facts.present).toMatchObject({ class: 'fatal', counts: { dead: 1, serious: 1, light: 0, unknown: 1 } })
    expect(facts.present.victims[0]).toMatchObject({ daysLost: 9, costs: { medical: 100, other: 50 } })
    expect(facts.counts).toMatchObject({ dead: 0, serious: 1, light: 1 })
  })

  it('takes the news that made it gravest for the beginning of new clocks', () => {
    const annexes = [
      annex('outcome', 2, { victimId: 'b', condition: { now: 'serious', knownAt: '2026-05-20T08:00:00+07:00' } }),
      annex('outcome', 3, dead('c', '2026-05-25')),
      annex('outcome', 4, dead('a', '2026-06-04')),
    ]
    expect(now(annexes.slice(0, 1)).present.worsened?.knownOn).toBe('2026-05-20')
    expect(now(annexes).present.worsened?.knownOn).toBe('2026-05-25')
  })

  it('is no graver once the outcome that made it so was corrected', () => {
    const facts = now([
      annex('outcome', 2, dead('a', '2026-06-01')),
      annex('outcome', 3, { corrects: 2, victimId: 'a', returnedOn: '2026-06-02' }),
    ])
    expect(facts.present).toMatchObject({ worsened: null, class: 'undetermined' })
    expect(facts.present.victims[0]?.returnedOn).toBe('2026-06-02')
  })

  it('ignores outcomes of a victim who is listed no more, and remembers them when he is listed again', () => {
    const told = [annex('outcome', 2, dead('b', '2026-06-01'))]
    const without = { ...DECLARED, victims: DECLARED.victims?.filter(({ victimId }) => victimId !== 'b') }
    expect(now(told, without as AccidentDeclaration).present.counts.dead).toBe(0)
    expect(now(told).present.counts.dead).toBe(1)
  })
})

describe('the conclusion that counts', () => {
  it('is that of announced minutes, and has effect until others are announced', () => {
    const draft = file({ announcement: undefined, conclusion: 'not-occupational' })
    expect(now([annex('investigate', 2, draft)]).present).toMatchObject({ conclusion: null, counted: true })
    const concluded = file({ conclusion: 'not-occupational' })
    expect(now([annex('investigate', 2, concluded)]).present.counted).toBe(false)
    const reopened = file({ announcement: undefined, conclusion: undefined })
    expect(now([annex('investigate', 2, concluded), annex('investigate', 3, reopened)]).present.counted).toBe(false)
    const again = [annex('investigate', 2, concluded), annex('investigate', 3, file({ conclusion: 'commuting' }))]
    expect(now(again).present).toMatchObject({ counted: true, conclusion: 'commuting', context: 'commuting' })
  })
})

describe('the limit on file', () => {
  const limitOf = (facts: AccidentFacts) => presentDuties(facts).due.find(({ duty }) => duty === 'investigation')?.due

  it('runs from the news for the employer, from the declaration for the province, from a graver turn for both', () => {
    const one = { ...DECLARED, victims: DECLARED.victims?.slice(0, 1) } as AccidentDeclaration
    const base = annex('investigate', 2, file({ authority: 'base', reportedAt: '2026-05-11T08:00:00+07:00' }))
    expect(limitOf(now([base], one))).toBe('2026-05-18')
    const died = annex('outcome', 3, dead('a', '2026-05-31'))
    const provincial = annex('investigate', 4, file({}))
    expect(limitOf(now([base, died, provincial], one))).toBe('2026-07-03')
  })

  it('counts no extension that nobody consented to', () => {
    const asked = annex('investigate', 2, file({ extensions: [{ days: 20 }] }))
    const granted = annex('investigate', 2, file({ extensions: [{ days: 20, consentedOn: '2026-06-08' }] }))
    const fatal = sampleAccident as unknown as AccidentDeclaration
    expect([limitOf(now([asked], fatal)), limitOf(now([granted], fatal))]).toEqual(['2026-06-11', '2026-07-01'])
  })
})

describe('the answer to a filing', () => {
  const fatal = sampleAccident as unknown as AccidentDeclaration
  const alone = { ...DECLARED, victims: DECLARED.victims?.slice(0, 1) } as AccidentDeclaration
  const dues = (facts: AccidentFacts, duty: string) =>
    presentDuties(facts)
      .due.filter((one) => one.duty === duty)
      .map(({ owedBy, due }) => `${owedBy} ${due}`)
  const first = { seq: 1, recordedAt: '2026-05-12T11:45:00+07:00', filedAs: 'enterprise' }
  /** An amendment of 1 June. */
  const amended = (declaration: AccidentDeclaration, earlier: readonly RevisionOnRecord[], annexes: Annex[] = []) =>
    accidentFacts(
      declaration,
      {
        ...sampleContext,
        receivedAt: new Date('2026-06-01T09:00:00+07:00'),
        known: { incident: null, victims: [], reports: [], earlier },
      } as AccidentFacts['context'],
      annexes,
    )

  it('counts from the first receipt, however often it is amended', () => {
    expect(
      dues(amended(fatal, [{ ...first, victims: [{ victimId: 'v1', condition: 'dead' }] }]), 'investigation'),
    ).toEqual(dues(now([], fatal), 'investigation'))
  })

  it('counts from the amendment that tells of a death, owed by the province though the employer has a file', () => {
    const died = {
      ...alone,
      victims: [{ ...alone.victims?.[0], condition: 'dead', death: { mode: 'C', at: '2026-05-31T06:00:00+07:00' } }],
    } as AccidentDeclaration
    const base = { ...annex('investigate', 2, file({ authority: 'base' })), revision: 1 }
    const facts = amended(died, [{ ...first, victims: [{ victimId: 'a', condition: 'serious' }] }], [base])
    expect(dues(facts, 'investigation')).toEqual(['province 2026-07-01'])
    expect(dues(facts, 'supplementary-declaration')).toEqual(['employer 2026-06-01'])
    expect(dues(facts, 'compensation-decision')).toEqual([])
  })

  it('asks for no compensation of what was found to be no work accident', () => {
    const concluded = (conclusion: InvestigationContent['conclusion']) =>
      dues(now([annex('investigate', 2, file({ conclusion }))], fatal), 'compensation-decision')
    expect(concluded('not-occupational')).toEqual([])
    expect(concluded('commuting')).toEqual(concluded('occupational'))
    expect(concluded('occupational')).toEqual(['employer 2026-06-17'])
  })
})
