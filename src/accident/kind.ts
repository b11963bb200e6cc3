import type { DeclarationKind } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import { accidentAdditions } from './additions.ts'
import { accidentConsequences, accidentConsequencesSchema } from './consequences.ts'
import { type AccidentFacts, accidentFacts } from './facts.ts'
import type { AccidentKnown } from './known.ts'
import { lookUpAccident } from './look-up.ts'
import { projectAccident } from './projection.ts'
import { accidentRules } from './rules/index.ts'
import { amendedSample, sampleAccident, sampleContext } from './sample.ts'
import { type AccidentDeclaration, accidentDeclarationSchema, accidentSealedFields } from './schema.ts'
import { whyAccidentCounted } from './why-counted.ts'

const fileAccident = statement(
  'file-accident',
  'select outcome, declaration_id, response from file_accident($1, $2, $3, $4, $5, $6)',
)

const compareAccident = statement(
  'compare-accident',
  `with filed as (select * from json_populate_record(null::accident_fact, $4)),
        filed_victims as (select * from json_populate_recordset(null::accident_victim_fact, $5)),
        kept as (select * from accident_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3)),
        kept_victims as (select * from accident_victim_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3))
   select (select count(*) from (select * from kept except select * from filed) a)
        + (select count(*) from (select * from filed except select * from kept) b)
        + (select count(*) from (select * from kept_victims except select * from filed_victims) c)
        + (select count(*) from (select * from filed_victims except select * from kept_victims) d) as differing`,
)

/** The declaration of one accident. */
export const accidentKind: DeclarationKind<AccidentDeclaration, AccidentFacts, AccidentKnown> = {
  id: 'accident',
  path: 'accident-declarations',
  schema: accidentDeclarationSchema,
  longArrays: [],
  sealed: accidentSealedFields,
  rules: accidentRules,
  sample: structuredClone(sampleAccident) as unknown as AccidentDeclaration,
  sampleContext,
  amendment: structuredClone(amendedSample) as unknown as AccidentDeclaration & { reason: string },
  ownName: ['enterprise', 'commune'],
  delegation: null,
  complete: (body, mintId) => ({
    ...body,
    ...(body.victims && {
      victims: body.victims.map((victim) => ({ ...victim, victimId: victim.victimId ?? mintId() })),
    }),
  }),
  lookUp: lookUpAccident,
  facts: accidentFacts,
  reach: (facts) => facts.place?.reach ?? [],
  offices: () => ({ reviewers: ['labour-office'], wholeFor: ['labour-office', 'commune'], citations: [] }),
  victimIds: ({ victims = [] }) => victims.flatMap(({ victimId }) => victimId ?? []),
  partyTaxCodes: ({ accident, victims = [] }) =>
    [accident?.place?.premisesOwner?.taxCode, ...victims.map((victim) => victim.employer?.taxCode)].filter(
      (taxCode) => taxCode !== undefined,
    ),
  viewFor: (body, own) => {
    if (own.has(body.accident?.place?.premisesOwner?.taxCode ?? '')) return body
    const victims = body.victims?.filter((victim) => own.has(victim.employer?.taxCode ?? ''))
    if (victims === undefined || victims.length === 0) return null
    const { occurredAt, place, context } = body.accident ?? {}
    return { establishment: body.establishment, accident: { occurredAt, place, context }, victims }
  },
  consequences: accidentConsequences,
  consequencesSchema: accidentConsequencesSchema,
  whyCounted: whyAccidentCounted,
  additions: accidentAdditions,
  writeStatement: fileAccident,
  compareStatement: compareAccident,
  project: projectAccident,
}
