import { cite } from '../../law/citation.ts'
import { statement } from '../../platform/statements.ts'
import { hazardFactors } from '../../reference/catalogue.ts'
import { type Check, HEALTH } from '../check.ts'
import { diseasesOfHazards } from '../law.ts'
import { partOf, stands, told } from '../sql.ts'

/** Screenings of the enterprise that examined for the factor `hazard.code` within the days given. */
const examined = (from: string, to: string) => `exists (
  select from disease_fact f join disease_hazard_fact h on ${partOf('f', 'h')}
   where f.tenant_id = e.tenant_id and h.factor = hazard.code and h.examined > 0 and ${stands('disease_fact', 'f')}
     and f.examined_on between ${from} and ${to})`

/** A year to examine in, as the source of the rule has it. */
const GRACE = "interval '12 months'"

const NO_SCREENING = { id: 'null', field: "'/hazards'", value: 'null::int' }

/** Where measurements exceed a limit, workers of the position are examined early (Decree 44/2016, Art. 37.4). */
export const exceededWithoutExamination: Check = {
  id: 'exceeded-without-examination',
  rules: ['ENV-142'],
  citations: [cite('ND44-2016 37.4'), cite('L84-2015 21.2')],
  title: {
    vi: 'Vượt giới hạn nhưng không khám phát hiện sớm bệnh nghề nghiệp',
    en: 'A limit was exceeded and no early examination followed',
  },
  message: {
    vi: '{subject} vượt giới hạn tại vị trí có {left} người lao động; trong 12 tháng sau đó không có đợt khám nào về yếu tố này.',
    en: '{subject} exceeded its limit at positions of {left} workers; no screening for it followed within 12 months.',
  },
  left: 'environment',
  right: 'disease',
  audience: HEALTH,
  subjects: hazardFactors,
  law: diseasesOfHazards,
  statement: statement(
    'contradiction-exceeded-without-examination',
    `${told({
      of: 'e',
      subject: 'hazard.code',
      left: { id: 'e.declaration_id', field: "'/measurements'", value: 'e.workers_exceeding' },
      right: NO_SCREENING,
      legalDate: 'e.sampled_to',
      since: `e.sampled_to + ${GRACE} + interval '1 day'`,
      offices: ['e'],
    })}
       from environment_fact e cross join unnest(e.exceeding_hazards) hazard (code)
      where e.tenant_id = any($1) and $2::jsonb ? hazard.code and ${stands('environment_fact', 'e')}
        and not ${examined('e.sampled_to', `e.sampled_to + ${GRACE}`)}`,
  ),
}

/** Who is exposed to what may cause a disease is examined for it at least every year (Law 84/2015, Art. 21.2). */
export const exposedWithoutExamination: Check = {
  id: 'exposed-without-examination',
  rules: ['ENV-172'],
  citations: [cite('L84-2015 21.2'), cite('TT56-2025-BYT 11.1')],
  title: {
    vi: 'Có người lao động tiếp xúc nhưng không được khám phát hiện bệnh nghề nghiệp',
    en: 'Workers are exposed and were not examined',
  },
  message: {
    vi: '{subject}: {left} người lao động tại các vị trí quan trắc; không có đợt khám nào về yếu tố này trong 12 tháng trước và sau.',
    en: '{subject}: {left} workers at the positions monitored; no screening for it within 12 months before and after.',
  },
  left: 'environment',
  right: 'disease',
  audience: HEALTH,
  subjects: hazardFactors,
  law: diseasesOfHazards,
  statement: statement(
    'contradiction-exposed-without-examination',
    `${told({
      of: 'e',
      subject: 'hazard.code',
      left: { id: 'e.declaration_id', field: "'/positions'", value: 'e.workers' },
      right: NO_SCREENING,
      legalDate: 'e.sampled_to',
      since: `e.sampled_to + ${GRACE} + interval '1 day'`,
      offices: ['e'],
    })}
       from environment_fact e cross join unnest(e.hazards) hazard (code)
      where e.tenant_id = any($1) and e.workers > 0 and $2::jsonb ? hazard.code
        and not e.exceeding_hazards @> array[hazard.code] and ${stands('environment_fact', 'e')}
        and not ${examined(`e.sampled_to - ${GRACE}`, `e.sampled_to + ${GRACE}`)}`,
  ),
}

/** Above the limit, and nobody found ill: a case for an investigation of occupational disease. */
export const exceededWithoutDisease: Check = {
  id: 'exceeded-without-disease',
  rules: ['ENV-143'],
  citations: [cite('TT28-2016-BYT 14.1'), cite('TT56-2025-BYT 11.1')],
  title: {
    vi: 'Vượt giới hạn nhưng không phát hiện trường hợp bệnh nào: thuộc trường hợp điều tra bệnh nghề nghiệp',
    en: 'A limit was exceeded and nobody was found ill: a case for an investigation of occupational disease',
  },
  message: {
    vi: '{subject} vượt giới hạn tại vị trí có {left} người lao động; đợt khám sau đó cho {right} người nghi mắc hoặc được chẩn đoán.',
    en: '{subject} exceeded its limit at positions of {left} workers; the screening that followed found {right} suspected or diagnosed.',
  },
  left: 'environment',
  right: 'disease',
  audience: HEALTH,
  subjects: hazardFactors,
  law: diseasesOfHazards,
  statement: statement(
    'contradiction-exceeded-without-disease',
    `${told({
      of: 'e',
      subject: 'hazard.code',
      left: { id: 'e.declaration_id', field: "'/measurements'", value: 'e.workers_exceeding' },
      right: { id: 'r.declaration_id', field: "'/diseases'", value: '0' },
      legalDate: 'r.examined_on',
      since: 'r.examined_on',
      offices: ['e', 'r'],
    })}
       from environment_fact e
      cross join unnest(e.exceeding_hazards) hazard (code)
      cross join lateral (
        select f.declaration_id, f.examined_on, f.reach, f.office_reach
          from disease_fact f join disease_hazard_fact h on ${partOf('f', 'h')}
         where f.tenant_id = e.tenant_id and h.factor = hazard.code and h.examined > 0 and ${stands('disease_fact', 'f')}
           and f.examined_on between e.sampled_to and e.sampled_to + ${GRACE}
         order by f.examined_on, f.declaration_id limit 1) r
      where e.tenant_id = any($1) and $2::jsonb ? hazard.code and ${stands('environment_fact', 'e')}
        and not exists (
          select from disease_fact f join disease_result_fact d on ${partOf('f', 'd')}
           where f.tenant_id = e.tenant_id and ($2::jsonb->hazard.code) ? d.disease and d.suspected + d.diagnosed > 0
             and ${stands('disease_fact', 'f')} and f.examined_on between e.sampled_to and e.sampled_to + ${GRACE})`,
  ),
}
