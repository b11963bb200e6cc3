import { cite } from '../../law/citation.ts'
import { statement } from '../../platform/statements.ts'
import { type Check, LABOUR } from '../check.ts'
import { declaredByCell } from '../declared-accidents.ts'
import { told } from '../sql.ts'

/** Every death is declared, so the summary holds exactly the deaths that were. */
export const deathsSummed: Check = {
  id: 'deaths-summed',
  rules: ['ACC-G28'],
  citations: [cite('L84-2015 36.1'), cite('ND39-2016 24.1')],
  title: {
    vi: 'Số người chết, số vụ chết người trong báo cáo khác với các hồ sơ khai báo',
    en: 'Deaths or fatal accidents of the summary differ from those declared',
  },
  message: {
    vi: 'Báo cáo tổng hợp ghi {left} tại ô {subject}; các hồ sơ khai báo trong kỳ cho {right}.',
    en: 'The summary has {left} in cell {subject}; the declarations of the period give {right}.',
  },
  left: 'report',
  right: 'accident',
  rightStandsForSeveral: true,
  audience: LABOUR,
  statement: statement(
    'contradiction-deaths-summed',
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
      where d.cell ~ '\\.(deaths|fatalAccidents)$' and d.filed <> d.declared`,
  ),
}
