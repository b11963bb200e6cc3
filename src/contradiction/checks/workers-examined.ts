import { cite } from '../../law/citation.ts'
import { diseasesOfHazards } from '../../law/disease-hazards.ts'
import { statement } from '../../platform/statements.ts'
import { hazardFactors, monitoredFactors } from '../../reference/catalogue.ts'
import { type Check, HEALTH } from '../check.ts'
import { partOf, stands, told } from '../sql.ts'

/** Rounds `f` of the enterprise that examined for one of the hazard factors within the days given. */
const rounds = (hazards: string, from: string, to: string) => `
  from disease_fact f join disease_hazard_fact h on ${partOf('f', 'h')}
   where f.tenant_id = e.tenant_id and h.factor = any(${hazards}) and h.examined > 0 and ${stands('disease_fact', 'f')}
     and f.examined_on between ${from} and ${to}`

/**
 * Campaigns `e` with each measured factor of which samples exceed a verified limit, and the hazard factors it stands for:
 * an examination for one of them is one for all, since benzene is measured as one and is two on the list of hazards.
 */
const exceeding = `environment_fact e
  cross join lateral (
    select m.factor, sum(m.samples)::int as samples, array_agg(distinct hazard.code) as hazards
      from environment_measurement_fact m cross join unnest(m.hazards) hazard (code)
     where ${partOf('e', 'm')} and m.verdict = 'exceed' and not m.advisory
     group by m.factor) over_limit`

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
    vi: '{subject}: {left} mẫu vượt giới hạn; trong 12 tháng sau đó không có đợt khám nào về yếu tố này.',
    en: '{subject}: {left} samples above the limit; no screening for it followed within 12 months.',
  },
  left: 'environment',
  right: 'disease',
  audience: HEALTH,
  subjects: monitoredFactors,
  law: diseasesOfHazards,
  statement: statement(
    'contradiction-exceeded-without-examination',
    `${told({
      of: 'e',
      subject: 'over_limit.factor',
      left: { id: 'e.declaration_id', field: "'/measurements'", value: 'over_limit.samples' },
      right: NO_SCREENING,
      legalDate: 'e.sampled_to',
      since: `e.sampled_to + ${GRACE} + interval '1 day'`,
      offices: ['e'],
    })}
       from ${exceeding}
      where e.tenant_id = any($1) and $2::jsonb ?| over_limit.hazards and ${stands('environment_fact', 'e')}
        and not exists (select ${rounds('over_limit.hazards', 'e.sampled_to', `e.sampled_to + ${GRACE}`)})`,
  ),
}

/** Who is exposed to a declared hazard that may cause a disease is examined for it every year (Law 84/2015, Art. 21.2). */
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
       from environment_fact e
       join enterprise x on x.tenant_id = e.tenant_id
      cross join unnest(e.hazards) hazard (code)
      where e.tenant_id = any($1) and e.workers > 0 and $2::jsonb ? hazard.code and x.hazard_factors @> array[hazard.code]
        and not e.exceeding_hazards @> array[hazard.code] and ${stands('environment_fact', 'e')}
        and not exists (select ${rounds('array[hazard.code]', `e.sampled_to - ${GRACE}`, `e.sampled_to + ${GRACE}`)})`,
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
    vi: '{subject}: {left} mẫu vượt giới hạn; đợt khám sau đó cho {right} người nghi mắc hoặc được chẩn đoán.',
    en: '{subject}: {left} samples above the limit; the screening that followed found {right} suspected or diagnosed.',
  },
  left: 'environment',
  right: 'disease',
  rightStandsForSeveral: true,
  audience: HEALTH,
  subjects: monitoredFactors,
  law: diseasesOfHazards,
  statement: statement(
    'contradiction-exceeded-without-disease',
    `${told({
      of: 'e',
      subject: 'over_limit.factor',
      left: { id: 'e.declaration_id', field: "'/measurements'", value: 'over_limit.samples' },
      right: { id: 'r.declaration_id', field: "'/diseases'", value: '0' },
      legalDate: 'r.examined_on',
      since: 'r.examined_on',
      offices: ['e', 'r'],
    })}
       from ${exceeding}
      cross join lateral (
        select f.declaration_id, f.examined_on, f.reach, f.office_reach
        ${rounds('over_limit.hazards', 'e.sampled_to', `e.sampled_to + ${GRACE}`)}
         order by f.examined_on, f.declaration_id limit 1) r
      where e.tenant_id = any($1) and $2::jsonb ?| over_limit.hazards and ${stands('environment_fact', 'e')}
        and not exists (
          select from disease_fact f join disease_result_fact d on ${partOf('f', 'd')}
           cross join unnest(over_limit.hazards) hazard (code)
           where f.tenant_id = e.tenant_id and ($2::jsonb->hazard.code) ? d.disease and d.suspected + d.diagnosed > 0
             and ${stands('disease_fact', 'f')} and f.examined_on between e.sampled_to and e.sampled_to + ${GRACE})`,
  ),
}
