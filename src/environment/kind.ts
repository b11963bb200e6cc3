import type { DeclarationKind } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import { environmentFacts } from './assemble-facts.ts'
import { environmentConsequences, environmentConsequencesSchema } from './consequences.ts'
import type { EnvironmentFacts } from './facts.ts'
import type { EnvironmentKnown } from './known.ts'
import { lookUpCampaign } from './look-up.ts'
import { projectCampaign } from './projection.ts'
import { environmentRules } from './rules/index.ts'
import { amendedCampaign, sampleCampaign, sampleContext } from './sample.ts'
import { type EnvironmentMonitoring, environmentMonitoringSchema, environmentSealedFields } from './schema.ts'
import { whyCampaignCounted } from './why-counted.ts'

const fileEnvironment = statement(
  'file-environment',
  'select outcome, declaration_id, response from file_environment($1, $2, $3, $4, $5, $6, $7)',
)

const compareEnvironment = statement(
  'compare-environment',
  `with filed as (select * from json_populate_record(null::environment_fact, $4)),
        filed_measurements as (select * from environment_measurement_rows($4, $5)),
        filed_positions as (select * from environment_position_rows($4, $6)),
        kept as (select * from environment_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3)),
        kept_measurements as (
          select * from environment_measurement_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3)),
        kept_positions as (
          select * from environment_position_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3))
   select (select count(*) from (select * from kept except select * from filed) a)
        + (select count(*) from (select * from filed except select * from kept) b)
        + (select count(*) from (select * from kept_measurements except select * from filed_measurements) c)
        + (select count(*) from (select * from filed_measurements except select * from kept_measurements) d)
        + (select count(*) from (select * from kept_positions except select * from filed_positions) e)
        + (select count(*) from (select * from filed_positions except select * from kept_positions) f) as differing`,
)

/** The declaration of one campaign of workplace-environment monitoring. */
export const environmentKind: DeclarationKind<EnvironmentMonitoring, EnvironmentFacts, EnvironmentKnown> = {
  id: 'environment',
  path: 'environment-monitorings',
  schema: environmentMonitoringSchema,
  longArrays: ['measurements'],
  sealed: environmentSealedFields,
  rules: environmentRules,
  sample: structuredClone(sampleCampaign) as unknown as EnvironmentMonitoring,
  sampleContext,
  amendment: structuredClone(amendedCampaign) as unknown as EnvironmentMonitoring & { reason: string },
  ownName: ['enterprise'],
  delegation: 'environment-monitoring',
  complete: (body) => ({ ...body, ...(body.measurements && { measurements: named(body.measurements) }) }),
  lookUp: lookUpCampaign,
  facts: environmentFacts,
  reach: (facts) => facts.place?.reach ?? [],
  offices: () => ({
    reviewers: ['labour-office', 'health-office'],
    wholeFor: ['labour-office', 'health-office'],
    citations: [],
  }),
  victimIds: () => [],
  partyTaxCodes: () => [],
  viewFor: () => null,
  consequences: environmentConsequences,
  consequencesSchema: environmentConsequencesSchema,
  whyCounted: whyCampaignCounted,
  additions: () => [],
  writeStatement: fileEnvironment,
  compareStatement: compareEnvironment,
  project: projectCampaign,
}

/** A measurement without an id is called by its place: the shortest name that no other one has. */
function named(measurements: NonNullable<EnvironmentMonitoring['measurements']>) {
  const taken = new Set(measurements.map(({ measurementId }) => measurementId))
  return measurements.map((measurement, index) => {
    if (measurement.measurementId !== undefined) return measurement
    const own = String(index + 1)
    return { ...measurement, measurementId: taken.has(own) ? `${own}-${index + 1}` : own }
  })
}
