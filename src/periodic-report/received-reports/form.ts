import { cite } from '../../law/citation.ts'
import { type PeriodicReport, periodicReportDuties } from '../../law/periodic-report-duties.ts'
import { unitKey } from '../../reference/administrative-units.ts'
import type { Text } from '../../rules/rule.ts'
import type { DeclaredFigures, Figure } from '../figures.ts'
import { NO_TOTALS, type ReportForm } from '../form.ts'
import type { ReportKnown } from '../known.ts'
import { nameOfHealthCell } from '../occupational-health/cell-names.ts'
import { nameOfOshCell } from '../osh-annual/cell-names.ts'
import { type ReportsHeld, reportsHeld, totalOf } from '../reports-held.ts'
import type { ReportKind } from '../vocabulary.ts'
import type { ReceivedReports } from './schema.ts'
import { isSummedHealth, isSummedOsh } from './summed-cells.ts'

const BASE = '/receivedReports'
const COUNTS = ['establishments', 'reporting', 'workers'] as const
const COUNT_NAMES: Readonly<Record<string, Text>> = {
  establishments: { vi: 'số cơ sở trên địa bàn', en: 'establishments of the area' },
  reporting: { vi: 'số cơ sở đã báo cáo', en: 'establishments that reported' },
  workers: { vi: 'số lao động của các cơ sở đã báo cáo', en: 'workers of those that reported' },
}

/** `establishments`, `reporting`, `workers`, and each cell by the name it has in the reports. */
function figuresOf(received: ReceivedReports): readonly Figure[] {
  const counts = COUNTS.flatMap((line) => {
    const value = received[line]
    return value === undefined ? [] : [{ line, value, pointer: `${BASE}/${line}` }]
  })
  const cells = (received.cells ?? []).flatMap(({ line, value }, index) =>
    line === undefined || value === undefined ? [] : [{ line, value, pointer: `${BASE}/cells/${index}/value` }],
  )
  return [...counts, ...cells]
}

/** Which reports a cell comes from is not told: they are those of the whole province. */
function declaredOf({ receivedHeld }: ReportKnown): DeclaredFigures | null {
  if (receivedHeld === undefined) return null
  return {
    figures: new Map(figuresOf(receivedHeld).map(({ line, value }) => [line, { value, declarations: [] }])),
    tellsOf: () => true,
  }
}

const inOrder = new Intl.Collator('en', { numeric: true })

function sumsOf(
  { establishments, reported, cells }: ReportsHeld,
  isSummed: (line: string) => boolean,
): ReceivedReports {
  return {
    establishments: totalOf(establishments, 'establishments'),
    reporting: totalOf(reported, 'establishments'),
    workers: totalOf(reported, 'workers'),
    cells: [...cells]
      .filter(([line, value]) => value !== 0 && isSummed(line))
      .sort(([a], [b]) => inOrder.compare(a, b))
      .map(([line, value]) => ({ line, value })),
  }
}

interface ReceivedForm extends ReportForm<ReceivedReports> {
  cellName(line: string): Text
  /** Whether reports of the kind that is summed up can have a cell of this name that adds up. */
  readonly isSummed: (line: string) => boolean
}

/** The report of an office on the reports of one kind that it received. */
function receivedReportsForm(
  head: Pick<ReceivedForm, 'kind' | 'name' | 'basis' | 'periods' | 'filedBy' | 'isSummed' | 'cellName'> & {
    readonly of: ReportKind
    readonly duty: PeriodicReport
  },
): ReceivedForm {
  const { of, duty: report, ...form } = head
  const duty = periodicReportDuties.find((known) => known.report === report)
  return {
    ...form,
    section: 'receivedReports',
    recipient: null,
    due: (period) => duty?.limit(period) ?? null,
    zero: { reporting: 0, workers: 0, cells: [] },
    zeroTells: (line) => line !== 'establishments',
    figures: figuresOf,
    cellName: (line) => COUNT_NAMES[line] ?? form.cellName(line),
    // The establishments' own reports are counted; the sum of them would count everything twice.
    totals: () => NO_TOTALS,
    lookUp: async (session, _tenantId, period, self) =>
      self === undefined
        ? {}
        : {
            receivedHeld: sumsOf(
              await reportsHeld(session, of, period, { reach: [unitKey(self.unit)], unit: null }),
              form.isSummed,
            ),
          },
    declared: declaredOf,
    draft: ({ receivedHeld }) => receivedHeld ?? {},
  }
}

/** To the ministry of labour (Circular 07/2016, Art. 10.3, Annex III). */
export const officeOshSummaryForm = receivedReportsForm({
  kind: 'office-osh-summary',
  of: 'osh-annual',
  duty: 'province-osh-summary',
  name: {
    vi: 'Báo cáo tổng hợp công tác an toàn, vệ sinh lao động của cơ quan lao động cấp tỉnh',
    en: 'Summary of the annual reports on safety and health of a provincial labour office',
  },
  basis: [cite('TT07-2016-BLDTBXH 10.3')],
  periods: ['year'],
  filedBy: ['labour-office'],
  isSummed: isSummedOsh,
  cellName: nameOfOshCell,
})

/** To the ministry of health (Circular 19/2016, Art. 12, Annex 10). */
export const officeHealthSummaryForm = receivedReportsForm({
  kind: 'office-health-summary',
  of: 'occupational-health',
  duty: 'province-health-summary',
  name: {
    vi: 'Báo cáo y tế lao động của cơ quan y tế cấp tỉnh',
    en: 'Summary of the reports on occupational health of a provincial health office',
  },
  basis: [cite('TT19-2016-BYT 12')],
  periods: ['half', 'year'],
  filedBy: ['health-office'],
  isSummed: isSummedHealth,
  cellName: nameOfHealthCell,
})
