import type { DeclarationKind } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import { diseaseConsequences, diseaseConsequencesSchema } from './consequences.ts'
import { type DiseaseFacts, diseaseFacts } from './facts.ts'
import type { DiseaseKnown } from './known.ts'
import { lookUpScreening } from './look-up.ts'
import { projectScreening } from './projection.ts'
import { diseaseRules } from './rules/index.ts'
import { amendedSample, sampleContext, sampleScreening } from './sample.ts'
import { type DiseaseScreening, diseaseScreeningSchema, diseaseSealedFields } from './schema.ts'
import { whyScreeningCounted } from './why-counted.ts'

const fileDisease = statement(
  'file-disease',
  'select outcome, declaration_id, response from file_disease($1, $2, $3, $4, $5, $6, $7, $8)',
)

const compareDisease = statement(
  'compare-disease',
  `with filed as (select * from json_populate_record(null::disease_fact, $4)),
        filed_hazards as (select * from disease_hazard_rows($4, $5)),
        filed_results as (select * from disease_result_rows($4, $6)),
        filed_cases as (select * from disease_case_rows($4, $7)),
        kept as (select * from disease_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3)),
        kept_hazards as (select * from disease_hazard_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3)),
        kept_results as (select * from disease_result_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3)),
        kept_cases as (select * from disease_case_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3))
   select (select count(*) from (select * from kept except select * from filed) a)
        + (select count(*) from (select * from filed except select * from kept) b)
        + (select count(*) from (select * from kept_hazards except select * from filed_hazards) c)
        + (select count(*) from (select * from filed_hazards except select * from kept_hazards) d)
        + (select count(*) from (select * from kept_results except select * from filed_results) e)
        + (select count(*) from (select * from filed_results except select * from kept_results) f)
        + (select count(*) from (select * from kept_cases except select * from filed_cases) g)
        + (select count(*) from (select * from filed_cases except select * from kept_cases) h) as differing`,
)

/** One round of examinations for occupational diseases. */
export const diseaseKind: DeclarationKind<DiseaseScreening, DiseaseFacts, DiseaseKnown> = {
  id: 'disease',
  path: 'disease-screenings',
  schema: diseaseScreeningSchema,
  longArrays: ['cases'],
  sealed: diseaseSealedFields,
  rules: diseaseRules,
  sample: structuredClone(sampleScreening) as unknown as DiseaseScreening,
  sampleContext,
  amendment: structuredClone(amendedSample) as unknown as DiseaseScreening & { reason: string },
  ownName: ['enterprise'],
  delegation: 'disease-screening',
  complete: (body, mintId) => ({
    ...body,
    ...(body.cases && { cases: body.cases.map((one) => ({ ...one, caseId: one.caseId ?? mintId() })) }),
  }),
  lookUp: lookUpScreening,
  facts: diseaseFacts,
  reach: (facts) => facts.place?.reach ?? [],
  offices: () => ({ reviewers: ['health-office'], wholeFor: ['health-office'], citations: [] }),
  victimIds: () => [],
  partyTaxCodes: () => [],
  viewFor: () => null,
  consequences: diseaseConsequences,
  consequencesSchema: diseaseConsequencesSchema,
  whyCounted: whyScreeningCounted,
  additions: () => [],
  writeStatement: fileDisease,
  compareStatement: compareDisease,
  project: projectScreening,
}
