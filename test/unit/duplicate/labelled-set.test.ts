import { describe, expect, it } from 'vitest'
import type { AccidentView } from '../../../src/duplicate/accident-view.ts'
import { PROBABLE, score } from '../../../src/duplicate/score.ts'
import { currentUnit } from '../../../src/reference/administrative-units.ts'
import { legalDateOf } from '../../../src/reference/legal-date.ts'
import { type CorpusReport, duplicateCorpus, type LabelledReport } from '../../support/duplicate-corpus.ts'

function viewOf(report: CorpusReport, index: number): AccidentView {
  const count = (condition: string) => report.victims.filter((victim) => victim.condition === condition).length
  const casualties = report.casualties ?? { dead: count('dead'), serious: count('serious'), light: count('light') }
  const employers = report.victims.map(({ employer }) => employer)
  const unit = currentUnit({ scheme: 'VN-2025', code: report.unit })
  return {
    id: String(index),
    tenantId: String(report.enterprise),
    relatedTenants: [report.premisesOwner, ...employers].filter((each) => each !== undefined).map(String),
    occurredAt: new Date(report.occurredAt),
    occurredOn: legalDateOf(new Date(report.occurredAt)),
    province: unit.province,
    commune: unit.commune,
    address: report.address ?? null,
    casualties: { ...casualties, all: casualties.dead + casualties.serious + casualties.light },
    persons: report.victims.map(({ person }) => ({
      name: person?.name ?? null,
      sex: person?.sex ?? null,
      age: person?.birthYear === undefined ? null : 2026 - person.birthYear,
      key: person?.idNumber ?? null,
    })),
  }
}

interface Judged {
  readonly same: boolean
  readonly found: boolean
}

function judged(seed: number): Judged[] {
  const { reports } = duplicateCorpus(seed, 1_000)
  return pairsOf(
    reports,
    reports.map(({ report }, index) => viewOf(report, index)),
  )
}

function pairsOf(reports: readonly LabelledReport[], views: readonly AccidentView[]): Judged[] {
  const pairs: Judged[] = []
  for (const [i, left] of reports.entries()) {
    for (let j = i + 1; j < reports.length; j += 1) {
      const [right, a, b] = [reports[j], views[i], views[j]]
      if (right === undefined || a === undefined || b === undefined) continue
      if (Math.abs(a.occurredAt.getTime() - b.occurredAt.getTime()) > 3 * 86_400_000) continue
      const same = left.event === right.event
      const found = (score(a, b)?.value ?? 0) >= PROBABLE
      if (same || found) {
        pairs.push({ same, found })
      }
    }
  }
  return pairs
}

/** The weights were fitted to sets 1 to 3. */
describe('the score, on sets it was not fitted to', () => {
  it.each([201, 202, 203])('finds the duplicates of set %i and little else', (seed) => {
    const pairs = judged(seed)
    const found = pairs.filter((pair) => pair.found)
    const right = found.filter((pair) => pair.same).length
    const recall = right / pairs.filter((pair) => pair.same).length
    const precision = right / found.length
    process.stdout.write(`set ${seed}: recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}\n`)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.95)
  })
})
