import { describe, expect, it } from 'vitest'
import { formOf } from '../../../src/periodic-report/forms.ts'
import { reportKind } from '../../../src/periodic-report/kind.ts'
import { describeKinds } from '../../../src/periodic-report/kinds-described.ts'
import type { Reporter, SelfReporter } from '../../../src/periodic-report/known.ts'
import { BY_COMMUNE, reporting } from '../../../src/periodic-report/rules/knowing.ts'
import { sampleContext, sampleKnown } from '../../../src/periodic-report/sample.ts'
import { sampleReports } from '../../../src/periodic-report/samples.ts'
import { REPORT_KINDS, type ReportKind } from '../../../src/periodic-report/vocabulary.ts'
import { judgeBody } from '../rules/judged-kinds.ts'

const judged = { kind: reportKind, context: sampleContext, freeFields: {} }

/** As its reporter files it, before anything was declared. */
function contextOf(reporter: Reporter | undefined) {
  const { known } = reporter === 'commune' ? BY_COMMUNE : isSelf(reporter) ? reporting(reporter) : {}
  return { known: { ...sampleKnown, ...known, accidents: null } }
}

function isSelf(reporter: Reporter | undefined): reporter is SelfReporter['kind'] {
  return reporter !== undefined && reporter !== 'enterprise' && reporter !== 'commune'
}

/** Of plans, which have each a day of its own; other reports are late at their period. */
const LATE = 'KB-PA-09'

describe('the sample of each kind of report', () => {
  it.each(Object.entries(sampleReports))('%s is faultless, but for the day it comes on', async (kind, report) => {
    const form = formOf(kind as ReportKind)
    const { findings, errors } = await judgeBody(judged, report, { context: contextOf(form?.filedBy.at(-1)) })
    expect(errors).toEqual([])
    const faults = findings.filter(
      ({ kind, rule, pointer }) => kind !== 'info' && pointer !== '/period' && rule !== LATE,
    )
    expect(faults.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([])
    expect(report.kind).toBe(kind)
  })
})

describe('the description of the kinds', () => {
  it('has each with its section, who files it, to whom and by when', () => {
    const lines = describeKinds().split('\n')
    expect(lines).toHaveLength(1 + REPORT_KINDS.length)
    expect(lines).toContain(
      '- `osh-annual`: Annual report on occupational safety and health, in `oshAnnual`. Filed by the enterprise, sent to the provincial labour office and the provincial health office; of the year, due before 10 January of the next.',
    )
  })
})
