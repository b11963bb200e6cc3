import { cite } from '../../law/citation.ts'
import { measurableHazards, measurableHazardsOfDiseases } from '../../law/disease-hazards.ts'
import { statement } from '../../platform/statements.ts'
import { hazardFactors, occupationalDiseases } from '../../reference/catalogue.ts'
import { type Check, HEALTH } from '../check.ts'
import { partOf, stands, told } from '../sql.ts'

/** Years back in which a cause should have been measured, as the source of the rule has it. */
const BEFORE = "interval '3 years'"

/** Campaigns of the enterprise in those years that measured a cause of the disease. */
const campaigns = (column: 'hazards' | 'exceeding_hazards') => `
  select c.declaration_id, c.exceeding, c.sampled_to, c.reach, c.office_reach from environment_fact c
   where c.tenant_id = f.tenant_id and c.sampled_to between f.examined_on - ${BEFORE} and f.examined_on
     and c.${column} && causes.codes and ${stands('environment_fact', 'c')}`

const causes = `cross join lateral (
  select array(select jsonb_array_elements_text($2::jsonb->d.disease)) as codes) causes`

/** A disease was found at a workplace that never measured its cause. */
export const diseaseWithoutMonitoring: Check = {
  id: 'disease-without-monitoring',
  rules: ['ENV-145'],
  citations: [cite('ND44-2016 35.1'), cite('L84-2015 18.2')],
  title: {
    vi: 'Có bệnh nghề nghiệp nhưng yếu tố gây bệnh chưa được quan trắc',
    en: 'A disease was found, and its cause was never measured',
  },
  message: {
    vi: '{subject}: {left} người được chẩn đoán mới; trong 3 năm trước không có đợt quan trắc nào đo yếu tố gây bệnh.',
    en: '{subject}: {left} newly diagnosed; no campaign of the 3 years before measured a cause of it.',
  },
  left: 'disease',
  right: 'environment',
  audience: HEALTH,
  subjects: occupationalDiseases,
  law: measurableHazardsOfDiseases,
  statement: statement(
    'contradiction-disease-without-monitoring',
    `${told({
      of: 'f',
      subject: 'd.disease',
      left: { id: 'f.declaration_id', field: "'/diseases'", value: 'd.diagnosed_new' },
      right: { id: 'null', field: "'/measurements'", value: 'null::int' },
      legalDate: 'f.examined_on',
      since: 'f.examined_on',
      offices: ['f'],
    })}
       from disease_fact f join disease_result_fact d on ${partOf('f', 'd')} ${causes}
      where f.tenant_id = any($1) and d.diagnosed_new > 0 and cardinality(causes.codes) > 0 and ${stands('disease_fact', 'f')}
        and not exists (${campaigns('hazards')})`,
  ),
}

/** Somebody fell ill, or may have, where every measurement was within the limits. */
export const diseaseWithinLimits: Check = {
  id: 'disease-within-limits',
  rules: ['ENV-145', 'ENV-171'],
  citations: [cite('TT56-2025-BYT 11.1'), cite('L84-2015 18.2')],
  title: {
    vi: 'Quan trắc không vượt giới hạn nhưng có người mắc hoặc nghi mắc bệnh nghề nghiệp',
    en: 'Measurements within the limits, and somebody ill or suspected to be',
  },
  message: {
    vi: '{subject}: {left} người nghi mắc hoặc được chẩn đoán mới; các đợt quan trắc 3 năm trước có {right} mẫu vượt giới hạn.',
    en: '{subject}: {left} suspected or newly diagnosed; the campaigns of the 3 years before had {right} samples above a limit.',
  },
  left: 'disease',
  right: 'environment',
  rightStandsForSeveral: true,
  audience: HEALTH,
  subjects: occupationalDiseases,
  law: measurableHazardsOfDiseases,
  statement: statement(
    'contradiction-disease-within-limits',
    `${told({
      of: 'f',
      subject: 'd.disease',
      left: { id: 'f.declaration_id', field: "'/diseases'", value: '(d.suspected + d.diagnosed_new)' },
      right: { id: 'c.declaration_id', field: "'/measurements'", value: '0' },
      legalDate: 'f.examined_on',
      since: 'f.examined_on',
      offices: ['f', 'c'],
    })}
       from disease_fact f join disease_result_fact d on ${partOf('f', 'd')} ${causes}
      cross join lateral (${campaigns('hazards')} order by c.sampled_to desc, c.declaration_id limit 1) c
      where f.tenant_id = any($1) and d.suspected + d.diagnosed_new > 0 and ${stands('disease_fact', 'f')}
        and not exists (${campaigns('exceeding_hazards')})`,
  ),
}

/** A screening needs the year's measurements of the factor it examines for. */
export const screeningWithoutMonitoring: Check = {
  id: 'screening-without-monitoring',
  rules: ['ENV-144', 'ENV-170'],
  citations: [cite('TT28-2016-BYT 8.3'), cite('TT56-2025-BYT 11.1'), cite('ND44-2016 35.1')],
  title: {
    vi: 'Khám bệnh nghề nghiệp theo một yếu tố không được quan trắc trong năm',
    en: 'Workers were examined for a factor that was not measured in the year',
  },
  message: {
    vi: '{subject}: {left} người được khám; trong năm không có đợt quan trắc hợp lệ nào đo yếu tố này.',
    en: '{subject}: {left} examined; no valid campaign of the year measured it.',
  },
  left: 'disease',
  right: 'environment',
  audience: HEALTH,
  subjects: hazardFactors,
  law: measurableHazards,
  statement: statement(
    'contradiction-screening-without-monitoring',
    `${told({
      of: 'f',
      subject: 'h.factor',
      left: { id: 'f.declaration_id', field: "'/hazards'", value: 'h.examined' },
      right: { id: 'null', field: "'/measurements'", value: 'null::int' },
      legalDate: 'f.examined_on',
      since: 'make_date(extract(year from f.examined_on)::int + 1, 1, 1)',
      offices: ['f'],
    })}
       from disease_fact f join disease_hazard_fact h on ${partOf('f', 'h')}
      where f.tenant_id = any($1) and h.examined > 0 and $2::jsonb ? h.factor and ${stands('disease_fact', 'f')}
        and not exists (
          select from environment_fact c
           where c.tenant_id = f.tenant_id and c.hazards @> array[h.factor] and ${stands('environment_fact', 'c')}
             and extract(year from c.sampled_on) = extract(year from f.examined_on))`,
  ),
}
