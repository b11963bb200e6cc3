import { cite } from '../../law/citation.ts'
import { statement } from '../../platform/statements.ts'
import { type Check, LABOUR } from '../check.ts'
import { declaredByCell } from '../declared-accidents.ts'
import { told } from '../sql.ts'

/**
 * A summary may count more than was declared, since only deaths and two seriously injured must be; what was declared it
 * cannot leave out.
 */
export const accidentsSummed: Check = {
  id: 'accidents-summed',
  rules: [],
  citations: [cite('L84-2015 36.1'), { kind: 'arithmetic' }],
  title: {
    vi: 'Báo cáo tổng hợp ghi ít hơn các hồ sơ đã khai báo trong kỳ',
    en: 'The summary has less than was declared of the period',
  },
  message: {
    vi: 'Báo cáo tổng hợp ghi {left} tại ô {subject}, ít hơn {right} theo các hồ sơ đã khai báo.',
    en: 'The summary has {left} in cell {subject}, less than the {right} that were declared.',
  },
  left: 'report',
  right: 'accident',
  rightStandsForSeveral: true,
  audience: LABOUR,
  statement: statement(
    'contradiction-accidents-summed',
    `${declaredByCell}
     ${told({
       of: 'r',
       subject: 'd.cell',
       left: { id: 'r.declaration_id', field: 'd.cell', value: 'd.filed' },
       right: { id: 'd.accident_id', field: 'd.field', value: 'd.declared' },
       legalDate: 'r.period_end',
       since: 'r.received_on',
       offices: ['r'],
     })}
       from compared d join report r using (declaration_id)
      where d.cell !~ '\\.(deaths|fatalAccidents)$' and d.filed < d.declared`,
  ),
}
