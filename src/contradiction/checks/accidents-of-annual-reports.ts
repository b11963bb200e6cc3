import { cite } from '../../law/citation.ts'
import { OSH_ACCIDENTS } from '../../law/report-cells.ts'
import { statement } from '../../platform/statements.ts'
import { type Check, LABOUR } from '../check.ts'
import { stands, told } from '../sql.ts'

/** Item 2 of Annex II of Circular 07/2016 and Annex XII of Decree 39/2016 count the accidents of the same year. */
export const accidentsOfAnnualReports: Check = {
  id: 'accidents-of-annual-reports',
  rules: [],
  citations: [cite('TT07-2016-BLDTBXH PL II, mục 2'), cite('ND39-2016 PL XII'), { kind: 'arithmetic' }],
  title: {
    vi: 'Số liệu tai nạn lao động khác nhau giữa hai báo cáo năm',
    en: 'The accidents of the two annual reports differ',
  },
  message: {
    vi: 'Báo cáo an toàn, vệ sinh lao động ghi {left} tại ô {subject}; báo cáo tổng hợp tai nạn lao động ghi {right}.',
    en: 'The annual safety report has {left} in cell {subject}; the summary of accidents has {right}.',
  },
  left: 'report',
  right: 'report',
  audience: LABOUR,
  statement: statement(
    'contradiction-accidents-of-annual-reports',
    `${told({
      of: 's',
      subject: 'cell.osh',
      left: { id: 's.declaration_id', field: 'cell.osh', value: 'coalesce((s.figures->>cell.osh)::numeric, 0)' },
      right: {
        id: 'x.declaration_id',
        field: 'cell.summary',
        value: 'coalesce((x.figures->>cell.summary)::numeric, 0)',
      },
      legalDate: 's.period_end',
      since: 'greatest(s.received_on, x.received_on)',
      offices: ['s', 'x'],
    })}
       from periodic_report_fact s
       join periodic_report_fact x on x.tenant_id = s.tenant_id and x.year = s.year and x.half is null
        and x.report_kind = 'accident-summary'
      cross join (values ${Object.entries(OSH_ACCIDENTS)
        .map(([osh, summary]) => `('${osh}', '${summary}')`)
        .join(', ')}) as cell (osh, summary)
      where s.tenant_id = any($1) and s.half is null and s.report_kind = 'osh-annual'
        and coalesce((s.figures->>cell.osh)::numeric, 0) <> coalesce((x.figures->>cell.summary)::numeric, 0)
        and ${stands('periodic_report_fact', 's')} and ${stands('periodic_report_fact', 'x')}`,
  ),
}
