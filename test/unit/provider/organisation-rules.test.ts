import { describe, expect, it } from 'vitest'
import { CAPABILITIES, missingCapabilities, shareCovered } from '../../../src/provider/capabilities.ts'
import { judgeMonitoringOrganisation } from '../../../src/provider/judge-monitoring-organisation.ts'
import { organisationFacts, organisationRules } from '../../../src/provider/rules.ts'
import { sampleMonitoringOrganisation } from '../../../src/provider/sample.ts'
import type { MonitoringOrganisationChange } from '../../../src/provider/schema.ts'
import { monitoredFactors } from '../../../src/reference/catalogue.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import { evaluate } from '../../../src/rules/evaluate.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'
import { presentFinding } from '../../../src/rules/present.ts'
import type { Example } from '../../../src/rules/rule.ts'

const TODAY = legalDate('2026-11-21')
const ON = legalDate('2026-05-12')

async function findingsOf({ change = {}, context }: Example<{ on: typeof ON }>) {
  const body = Object.entries(change).reduce(
    (changed: unknown, [pointer, value]) => withValueAt(changed, pointer, value),
    sampleMonitoringOrganisation,
  )
  const { facts, errors } = judgeMonitoringOrganisation(body as MonitoringOrganisationChange, TODAY)
  const judged = organisationFacts(facts, { on: context?.on ?? ON })
  const { findings, defects } = await evaluate(organisationRules, judged, { invalid: [], absent: new Set() })
  expect([errors, defects]).toEqual([[], []])
  return findings
}

describe('the rules about monitoring organisations', () => {
  it('find nothing in the sample', async () => {
    expect(await findingsOf({})).toEqual([])
  })

  it.each(organisationRules.rules.map((rule) => [rule.id, rule] as const))(
    '%s is as its examples say',
    async (id, rule) => {
      for (const example of rule.examples.holds) {
        expect((await findingsOf(example)).filter((found) => found.rule === id)).toEqual([])
      }
      for (const example of rule.examples.fails) {
        const found = (await findingsOf(example)).find((finding) => finding.rule === id)
        if (found === undefined) throw new Error(`${id} does not find ${JSON.stringify(example)}`)
        for (const language of ['vi', 'en'] as const) {
          const { message, fix, citations } = presentFinding(found, rule, language)
          expect(`${message} ${fix}`).not.toMatch(/[{}]|undefined|NaN/)
          expect(citations.length).toBeGreaterThan(0)
        }
      }
    },
  )
})

describe('the list of capabilities', () => {
  it('has 34, each once', () => {
    expect(new Set(CAPABILITIES.map(({ code }) => code)).size).toBe(34)
    expect(CAPABILITIES.length).toBe(34)
  })

  it('is written in codes of the list of monitored factors, and in right CAS numbers', () => {
    const factors = [...new Set(CAPABILITIES.flatMap(({ by }) => by.flat()))]
    const { errors } = judgeMonitoringOrganisation({ ...sampleMonitoringOrganisation, factors }, TODAY)
    expect(errors).toEqual([])
    expect(shareCovered(factors)).toBe(1)
    expect(factors.some((factor) => monitoredFactors.find(factor, TODAY))).toBe(true)
  })

  it('wants benzene, toluene and xylene together', () => {
    const lacking = (...factors: string[]) => missingCapabilities(factors).map(({ code }) => code)
    expect(lacking('71-43-2', '108-88-3')).toContain('benzene-toluene-xylene')
    expect(lacking('71-43-2', '108-88-3', '1330-20-7')).not.toContain('benzene-toluene-xylene')
  })

  it('counts what an organisation can do of it', () => {
    expect(shareCovered([])).toBe(0)
    expect(shareCovered(['PH-NOISE-LAEQ', 'PH-NOISE-LMAX'])).toBeCloseTo(1 / 34)
  })
})
