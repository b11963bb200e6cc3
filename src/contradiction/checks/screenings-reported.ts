import { cite } from '../../law/citation.ts'
import { HEALTH_DIAGNOSED } from '../../law/report-cells.ts'
import { statement } from '../../platform/statements.ts'
import { occupationalDiseases } from '../../reference/catalogue.ts'
import { type Check, HEALTH } from '../check.ts'
import { partOf, stands, told } from '../sql.ts'

/**
 * Annex 8 holds what the rounds of its period found, person by disease. Rounds may find somebody again, so what was
 * reported lies between the new diagnoses and all of them.
 */
export const screeningsReported: Check = {
  id: 'screenings-reported',
  rules: [],
  citations: [cite('TT19-2016-BYT PL 8'), { kind: 'arithmetic' }],
  title: {
    vi: 'Số người được chẩn đoán trong báo cáo y tế lao động khác với các đợt khám đã khai báo',
    en: 'Diagnoses of the occupational-health report differ from the screenings',
  },
  message: {
    vi: '{subject}: báo cáo y tế lao động ghi {left} người được chẩn đoán, các đợt khám đã khai báo cho {right}.',
    en: '{subject}: the occupational-health report has {left} diagnosed, the screenings give {right}.',
  },
  left: 'report',
  right: 'disease',
  rightStandsForSeveral: true,
  audience: HEALTH,
  subjects: occupationalDiseases,
  statement: statement(
    'contradiction-screenings-reported',
    `with report as materialized (
       select * from periodic_report_fact r
        where r.tenant_id = any($1) and r.report_kind = 'occupational-health' and ${stands('periodic_report_fact', 'r')}),
     screened as (
       select r.declaration_id, d.disease, sum(d.diagnosed) as diagnosed, sum(d.diagnosed_new) as diagnosed_new,
              (array_agg(f.declaration_id order by f.filed_at, f.declaration_id) filter (where d.diagnosed > 0))[1] as round_id
         from report r
         join disease_fact f on f.tenant_id = r.tenant_id and f.examined_on between make_date(r.year, 1, 1) and r.period_end
          and ${stands('disease_fact', 'f')}
         join disease_result_fact d on ${partOf('f', 'd')}
        group by r.declaration_id, d.disease),
     named as (
       select declaration_id, disease from screened
       union
       select r.declaration_id, split_part(cell.key, '.', 3) from report r cross join jsonb_each_text(r.figures) cell
        where cell.key ~ '${HEALTH_DIAGNOSED}'),
     compared as (
       select declaration_id, disease, s.round_id, coalesce(s.diagnosed, 0) as diagnosed,
              coalesce(s.diagnosed_new, 0) as diagnosed_new,
              coalesce((r.figures->>('IV.1.' || disease || '.diagnosed'))::int, 0) as reported
         from named join report r using (declaration_id) left join screened s using (declaration_id, disease))
     ${told({
       of: 'r',
       subject: 'c.disease',
       left: { id: 'r.declaration_id', field: "'IV.1.' || c.disease || '.diagnosed'", value: 'c.reported' },
       right: { id: 'c.round_id', field: "'/diseases'", value: 'c.diagnosed' },
       legalDate: 'r.period_end',
       since: 'r.received_on',
       offices: ['r'],
     })}
       from compared c join report r using (declaration_id)
      where c.reported < c.diagnosed_new or c.reported > c.diagnosed`,
  ),
}
