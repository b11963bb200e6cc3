import { cite } from '../../law/citation.ts'
import { statement } from '../../platform/statements.ts'
import { type Check, LABOUR } from '../check.ts'
import { stands, told } from '../sql.ts'

/** One accident has one main cause, and is counted in its row (Annex XII, row 1.1). */
export const causesSummed: Check = {
  id: 'causes-summed',
  rules: [],
  citations: [cite('ND39-2016 PL XII, mục 1.1'), { kind: 'arithmetic' }],
  title: {
    vi: 'Số vụ theo nguyên nhân trong báo cáo ít hơn các hồ sơ đã khai báo',
    en: 'The summary has fewer accidents of a cause than were declared',
  },
  message: {
    vi: 'Báo cáo tổng hợp ghi {left} vụ tại ô {subject}, ít hơn {right} vụ đã khai báo với nguyên nhân đó.',
    en: 'The summary has {left} accidents in cell {subject}, fewer than the {right} declared with that cause.',
  },
  left: 'report',
  right: 'accident',
  rightStandsForSeveral: true,
  audience: LABOUR,
  statement: statement(
    'contradiction-causes-summed',
    `with declared as (
       select r.declaration_id, '1.1.' || f.cause || '.accidents' as cell, count(*)::int as declared,
              (array_agg(f.declaration_id order by f.filed_at, f.declaration_id))[1] as accident_id
         from periodic_report_fact r
         join accident_fact f on f.tenant_id = r.tenant_id and f.context <> 'commuting' and f.cause is not null
          and f.occurred_on between make_date(r.year, 1, 1) and r.period_end
        where r.tenant_id = any($1) and r.report_kind = 'accident-summary'
          and ${stands('periodic_report_fact', 'r')} and ${stands('accident_fact', 'f')}
        group by r.declaration_id, f.cause)
     ${told({
       of: 'r',
       subject: 'd.cell',
       left: { id: 'r.declaration_id', field: 'd.cell', value: 'coalesce((r.figures->>d.cell)::int, 0)' },
       right: { id: 'd.accident_id', field: "'/accident/cause'", value: 'd.declared' },
       legalDate: 'r.period_end',
       since: 'r.received_on',
       offices: ['r'],
     })}
       from declared d join periodic_report_fact r using (declaration_id)
      where r.tenant_id = any($1) and ${stands('periodic_report_fact', 'r')}
        and coalesce((r.figures->>d.cell)::int, 0) < d.declared`,
  ),
}
