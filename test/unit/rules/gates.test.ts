import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { FilingContext } from '../../../src/declaration/filing-context.ts'
import type { Citation } from '../../../src/law/citation.ts'
import { inForce, instrument } from '../../../src/law/instruments.ts'
import { addDays, type Interval, type LegalDate } from '../../../src/reference/legal-date.ts'
import { evaluate } from '../../../src/rules/evaluate.ts'
import { touches, valueAt, withValueAt } from '../../../src/rules/pointer.ts'
import { presentFinding } from '../../../src/rules/present.ts'
import type { AwaitingRule, Dated, Example, Text } from '../../../src/rules/rule.ts'
import { type AnyRule, bodyOf, judgeBody, judgedKinds, judgeExample, rulesOf, withOnly } from './judged-kinds.ts'
import { leavesOf } from './schema-paths.ts'

const everyRule: readonly (AnyRule | AwaitingRule)[] = judgedKinds.flatMap((judged) => [
  ...rulesOf(judged),
  ...judged.kind.rules.awaiting,
])

it('gives an id to one rule only, in whatever sets the rule stands', () => {
  const owners = new Map<string, unknown>()
  const stolen = everyRule.filter((rule) => (owners.get(rule.id) ?? rule) !== rule || !owners.set(rule.id, rule))
  expect(stolen.map(({ id }) => id)).toEqual([])
})

describe.each(judgedKinds.map((judged) => [judged.kind.id, judged] as const))('the rules about %s', (_id, judged) => {
  const rules = rulesOf(judged)
  const named = rules.map((rule) => [rule.id, rule] as const)
  const leaves = leavesOf(judged.kind.schema)

  it('find nothing in the sample but what is worth knowing', async () => {
    const { findings, errors, defects } = await judgeExample(judged, {})
    expect(findings.filter(({ kind }) => kind !== 'info')).toEqual([])
    expect([errors, defects]).toEqual([[], []])
  })

  it('name every field of the schema, or the field is listed as free', () => {
    const isNamed = (leaf: string) => rules.some(({ inputs }) => inputs.includes(leaf))
    const unnamed = leaves.filter((leaf) => !isNamed(leaf))
    expect(unnamed.toSorted()).toEqual(Object.keys(judged.freeFields).toSorted())
  })

  it.each(named)('%s reads places of the schema, and guards only what it reads', (_rule, { inputs, guards = [] }) => {
    const isInSchema = (pattern: string) => leaves.some((leaf) => leaf === pattern || leaf.startsWith(`${pattern}/`))
    expect([...inputs, ...guards].filter((pattern) => !isInSchema(pattern))).toEqual([])
    expect(guards.filter((pattern) => !inputs.includes(pattern))).toEqual([])
  })

  it.each(named)('%s behaves as its examples say', async (id, { examples }) => {
    expect(examples.holds.length * examples.fails.length).toBeGreaterThan(0)
    const found = await Promise.all(
      [...examples.holds, ...examples.fails].map(async (example) => ({
        example,
        finds: (await judgeExample(judged, example)).findings.some(({ rule }) => rule === id),
      })),
    )
    const wrong = found.filter(({ example, finds }) => finds !== examples.fails.includes(example))
    expect(wrong.map(({ example }) => example)).toEqual([])
  })

  it.each(named)('%s changes in its examples only what it reads', (_rule, { inputs, examples }) => {
    const changed = [...examples.holds, ...examples.fails].flatMap(({ change = {} }) => Object.keys(change))
    expect(changed.filter((pointer) => !inputs.some((pattern) => touches(pattern, pointer)))).toEqual([])
  })

  it.each(named)('%s judges the same when everything it does not name is left out', async (_id, rule) => {
    const alone = withOnly(judged, rule)
    const pointersOf = async (body: unknown, example: Example<FilingContext>) =>
      (await judgeBody(alone, body, example)).findings.map(({ pointer }) => pointer)
    for (const example of [...rule.examples.holds, ...rule.examples.fails]) {
      const body = bodyOf(judged, example)
      const named = onlyNamedIn(body, rule, judged.kind.schema)
      expect(await pointersOf(named, example)).toEqual(await pointersOf(body, example))
    }
  })

  it.each(named)(
    '%s is held by its examples: never violated or always violated, some example fails',
    async (id, rule) => {
      const findings = async (mutant: AnyRule, examples: readonly Example<FilingContext>[]) => {
        const judgements = await Promise.all(examples.map((example) => judgeExample(withOnly(judged, mutant), example)))
        return judgements.map((judgement) => judgement.findings.some((finding) => finding.rule === id))
      }
      const never: AnyRule = { ...rule, judge: () => [] }
      const always: AnyRule = { ...rule, judge: () => [{ pointer: '' }] }
      const saysOnlyShapes = (await findings(never, rule.examples.fails)).every((finds) => finds)
      expect(await findings(always, rule.examples.holds)).toContain(true)
      // What the schema alone refuses needs no predicate; then there must be a guard and nothing to negate.
      expect(saysOnlyShapes).toBe(rule.guards !== undefined && rule.judge.toString() === '() => []')
    },
  )

  it.each(named)(
    '%s leaves no placeholder open and cites something in force in each of its findings',
    async (id, rule) => {
      for (const example of rule.examples.fails) {
        for (const finding of (await judgeExample(judged, example)).findings.filter((found) => found.rule === id)) {
          for (const language of ['vi', 'en'] as const) {
            const { message, fix, citations } = presentFinding(finding, rule, language)
            expect(`${message} ${fix ?? ''}`).not.toMatch(/[{}]|undefined|NaN/)
            expect(citations).not.toEqual([])
          }
        }
      }
    },
  )

  it.each(named.filter(([, { kind }]) => kind !== 'info'))('%s says how to mend what it finds', (_id, { fix }) => {
    expect(fix?.vi.trim()).toBeTruthy()
    expect(fix?.en.trim()).toBeTruthy()
  })

  it.each(named)('%s cites law that holds on every day of its interval', (_id, rule) => {
    const interval = judged.kind.rules.intervalOf(rule)
    const cited = instrumentsIn(rule.citations)
    for (const code of cited) expect(overlaps(instrument(code) as Interval, interval), code).toBe(true)
    const daysThatMatter = [interval.validFrom, ...cited.map((code) => dayAfter(instrument(code) as Interval))].filter(
      (day) => day !== null && (interval.validTo === null || day <= interval.validTo),
    ) as LegalDate[]
    const uncited = daysThatMatter.filter((day) => !cited.some((code) => inForce(code, day)))
    expect(cited.length === 0 ? [] : uncited).toEqual([])
  })

  it.each(named)('%s only informs when nobody has read its basis', (_id, { provenance, citations, kind }) => {
    const isRead = provenance.verified && instrumentsIn(citations).every((code) => instrument(code).verified)
    expect(isRead || kind === 'info').toBe(true)
  })

  it('evaluate as a whole in microseconds', async () => {
    const rounds = 200
    const { facts } = (await judgeExample(judged, {})).judged ?? {}
    const inputs = { invalid: [], absent: new Set<string>() }
    const began = process.hrtime.bigint()
    for (let i = 0; i < rounds; i += 1) await evaluate(judged.kind.rules, facts as Dated, inputs)
    const each = Number(process.hrtime.bigint() - began) / rounds / 1_000
    process.stdout.write(`${judged.kind.id}: ${rules.length} rules in ${each.toFixed(0)} µs\n`)
    expect(facts).toBeDefined()
  })
})

describe('the texts of every rule', () => {
  it.each(everyRule.map((rule) => [rule.id, rule] as const))('%s says the same in both languages', (_id, rule) => {
    const texts = [rule.message, rule.fix, 'awaits' in rule ? rule.awaits : undefined].filter(
      (text) => text !== undefined,
    )
    for (const text of texts) {
      expect(text.vi.trim().length * text.en.trim().length).toBeGreaterThan(0)
      expect(placeholdersIn(text, 'vi')).toEqual(placeholdersIn(text, 'en'))
    }
  })

  it.each(everyRule.map((rule) => [rule.id, rule] as const))('%s cites texts that exist', (_id, { citations }) => {
    expect(instrumentsIn(citations).map((code) => instrument(code).code)).toEqual(instrumentsIn(citations))
  })
})

function placeholdersIn(text: Text, language: keyof Text): string[] {
  return [...text[language].matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted()
}

function instrumentsIn(citations: readonly Citation[]): string[] {
  return citations.flatMap((citation) => ('instrument' in citation ? [citation.instrument] : []))
}

function overlaps(a: Interval, b: Interval): boolean {
  const startsInTime = (from: LegalDate | null, to: LegalDate | null) => from === null || to === null || from <= to
  return startsInTime(a.validFrom, b.validTo) && startsInTime(b.validFrom, a.validTo)
}

function dayAfter({ validTo }: Interval): LegalDate | null {
  return validTo === null ? null : addDays(validTo, 1)
}

/** A copy of the body with those values only that the rule names, and those that the schema insists on beside them. */
function onlyNamedIn(body: unknown, { inputs }: AnyRule, schema: z.ZodType): unknown {
  const faultsOf = (candidate: unknown) => schema.safeParse(candidate).error?.issues.length ?? 0
  const isNamed = (at: string) => inputs.some((pattern) => touches(pattern, at))
  const allowed = faultsOf(body)
  const bare = withOnlyPlaces(body, isNamed)
  if (faultsOf(bare) <= allowed) return bare
  // Some value is required beside a named one: one by one, which takes a look at the whole for each.
  return placesIn(body).reduce((copy, at) => {
    if (isNamed(at) || valueAt(copy, at) === undefined) return copy
    const less = withValueAt(copy, at, undefined)
    return faultsOf(less) > allowed ? copy : less
  }, body)
}

/** A copy with those properties only that are kept. */
function withOnlyPlaces(value: unknown, isKept: (at: string) => boolean, at = ''): unknown {
  if (Array.isArray(value)) return value.map((element, index) => withOnlyPlaces(element, isKept, `${at}/${index}`))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      isKept(`${at}/${key}`) ? [[key, withOnlyPlaces(part, isKept, `${at}/${key}`)]] : [],
    ),
  )
}

/** Pointers of every property in a body, the outer ones first. */
function placesIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => placesIn(element, `${at}/${index}`))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => [`${at}/${key}`, ...placesIn(part, `${at}/${key}`)])
}
