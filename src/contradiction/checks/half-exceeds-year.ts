import { cite } from '../../law/citation.ts'
import { HEALTH_SUMS, SUMMARY_TOTALS } from '../../law/report-cells.ts'
import { statement } from '../../platform/statements.ts'
import { type Check, HEALTH, LABOUR } from '../check.ts'
import { stands, told } from '../sql.ts'

/** The report of the year holds its first half (Annex XII, Annex 8: what is added up only grows). */
function halfExceedsYear(
  kind: 'accident-summary' | 'occupational-health',
  cells: string,
  rest: Pick<Check, 'id' | 'rules' | 'citations' | 'audience'>,
): Check {
  return {
    ...rest,
    title: {
      vi: 'Số liệu cả năm nhỏ hơn số liệu 6 tháng đầu năm',
      en: 'A figure of the year is below that of its first half',
    },
    message: {
      vi: 'Ô {subject}: báo cáo 6 tháng ghi {left}, báo cáo năm ghi {right}.',
      en: 'Cell {subject}: the first half has {left}, the year {right}.',
    },
    left: 'report',
    right: 'report',
    statement: statement(
      `contradiction-${rest.id}`,
      `${told({
        of: 'h',
        subject: 'cell.key',
        left: { id: 'h.declaration_id', field: 'cell.key', value: 'cell.value::numeric' },
        right: { id: 'y.declaration_id', field: 'cell.key', value: 'coalesce((y.figures->>cell.key)::numeric, 0)' },
        legalDate: 'y.period_end',
        since: 'greatest(h.received_on, y.received_on)',
        offices: ['h', 'y'],
      })}
         from periodic_report_fact h
         join periodic_report_fact y on y.tenant_id = h.tenant_id and y.report_kind = h.report_kind and y.year = h.year
          and y.half is null
        cross join jsonb_each_text(h.figures) cell
        where h.tenant_id = any($1) and h.half = 1 and h.report_kind = '${kind}' and cell.key ~ '${cells}'
          and cell.value::numeric > coalesce((y.figures->>cell.key)::numeric, 0)
          and ${stands('periodic_report_fact', 'h')} and ${stands('periodic_report_fact', 'y')}`,
    ),
  }
}

export const accidentsOfHalf = halfExceedsYear('accident-summary', SUMMARY_TOTALS, {
  id: 'accidents-of-half-exceed-year',
  rules: ['ACC-G27'],
  citations: [cite('L84-2015 36.1'), { kind: 'arithmetic' }],
  audience: LABOUR,
})

export const healthOfHalf = halfExceedsYear('occupational-health', HEALTH_SUMS, {
  id: 'health-of-half-exceeds-year',
  rules: ['OD-R045'],
  citations: [cite('TT19-2016-BYT'), { kind: 'arithmetic' }],
  audience: HEALTH,
})
