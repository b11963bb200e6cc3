import { cite } from '../../law/citation.ts'
import { measurableHazards } from '../../law/disease-hazards.ts'
import { statement } from '../../platform/statements.ts'
import { hazardFactors } from '../../reference/catalogue.ts'
import { BOTH, type Check } from '../check.ts'
import { stands, told } from '../sql.ts'

/** The last year in which the enterprise monitored, with what was measured in it. The register has no earlier years. */
const lastYear = `cross join lateral (
  select extract(year from max(c.sampled_on))::int as year from environment_fact c
   where c.tenant_id = e.tenant_id and ${stands('environment_fact', 'c')}) last
 cross join lateral (
  select c.declaration_id, c.sampled_on, c.establishment, c.reach, c.office_reach, c.tenant_id from environment_fact c
   where c.tenant_id = e.tenant_id and extract(year from c.sampled_on) = last.year and ${stands('environment_fact', 'c')}
   order by c.sampled_on desc, c.declaration_id limit 1) latest`

/** Every factor of the hygiene dossier is measured each year. */
export const declaredNotMeasured: Check = {
  id: 'declared-not-measured',
  rules: ['ENV-040', 'ENV-170'],
  citations: [cite('ND44-2016 35.1'), cite('TT56-2025-BYT 11.1')],
  title: {
    vi: 'Yếu tố có hại đã khai trong hồ sơ vệ sinh lao động nhưng không được quan trắc',
    en: 'A declared hazard factor was not measured',
  },
  message: {
    vi: '{subject} có trong sổ đăng ký của doanh nghiệp nhưng không được đo trong năm quan trắc gần nhất ({right}).',
    en: '{subject} is in the register of the enterprise, and was not measured in the last year of monitoring ({right}).',
  },
  left: 'enterprise',
  right: 'environment',
  rightStandsForSeveral: true,
  audience: BOTH,
  subjects: hazardFactors,
  law: measurableHazards,
  statement: statement(
    'contradiction-declared-not-measured',
    `${told({
      of: 'latest',
      subject: 'hazard.code',
      left: { id: 'e.id', field: "'/hazardFactors'", value: 'hazard.code' },
      right: { id: 'latest.declaration_id', field: "'/measurements'", value: 'last.year' },
      legalDate: 'latest.sampled_on',
      since: 'make_date(last.year + 1, 1, 1)',
      offices: ['latest'],
    })}
       from enterprise e ${lastYear} cross join unnest(e.hazard_factors) hazard (code)
      where e.tenant_id = any($1) and $2::jsonb ? hazard.code
        and not exists (
          select from environment_fact c
           where c.tenant_id = e.tenant_id and c.hazards @> array[hazard.code] and ${stands('environment_fact', 'c')}
             and extract(year from c.sampled_on) = last.year)`,
  ),
}

/** What exceeds a limit belongs into the dossier. */
export const exceedingNotDeclared: Check = {
  id: 'exceeding-not-declared',
  rules: ['ENV-041'],
  citations: [cite('ND44-2016 35.4'), cite('ND44-2016 45.1')],
  title: {
    vi: 'Yếu tố vượt giới hạn không có trong danh mục yếu tố có hại của doanh nghiệp',
    en: 'A factor above its limit is not among the hazards the enterprise declares',
  },
  message: {
    vi: '{subject} vượt giới hạn (đợt quan trắc có {left} mẫu vượt) nhưng không có trong sổ đăng ký của doanh nghiệp.',
    en: '{subject} exceeded its limit ({left} samples of the campaign do), and is not in the register of the enterprise.',
  },
  left: 'environment',
  right: 'enterprise',
  audience: BOTH,
  subjects: hazardFactors,
  statement: statement(
    'contradiction-exceeding-not-declared',
    `${told({
      of: 'c',
      subject: 'hazard.code',
      left: { id: 'c.declaration_id', field: "'/measurements'", value: 'c.exceeding' },
      right: { id: 'e.id', field: "'/hazardFactors'", value: 'cardinality(e.hazard_factors)' },
      legalDate: 'c.sampled_on',
      since: 'c.sampled_to',
      offices: ['c'],
    })}
       from environment_fact c
       join enterprise e on e.tenant_id = c.tenant_id
      cross join unnest(c.exceeding_hazards) hazard (code)
      where c.tenant_id = any($1) and ${stands('environment_fact', 'c')}
        and not e.hazard_factors && c.exceeding_hazards`,
  ),
}
