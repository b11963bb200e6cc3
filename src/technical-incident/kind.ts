import type { DeclarationKind } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import { incidentConsequences, incidentConsequencesSchema } from './consequences.ts'
import { type IncidentFacts, incidentFacts } from './facts.ts'
import type { IncidentKnown } from './known.ts'
import { lookUpIncident } from './look-up.ts'
import { projectIncident } from './projection.ts'
import { incidentRules } from './rules/index.ts'
import { amendedIncident, sampleContext, sampleIncident } from './sample.ts'
import { type IncidentDeclaration, incidentDeclarationSchema, incidentSealedFields } from './schema.ts'
import { whyIncidentCounted } from './why-counted.ts'

const fileIncident = statement(
  'file-technical-incident',
  'select outcome, declaration_id, response from file_technical_incident($1, $2, $3, $4, $5)',
)

const compareIncident = statement(
  'compare-technical-incident',
  `with filed as (select * from json_populate_record(null::technical_incident_fact, $4)),
        kept as (select * from technical_incident_fact where (tenant_id, declaration_id, seq) = ($1, $2, $3))
   select (select count(*) from (select * from kept except select * from filed) a)
        + (select count(*) from (select * from filed except select * from kept) b) as differing`,
)

/** The declaration of one technical incident that caused a lack of safety or hygiene. */
export const incidentKind: DeclarationKind<IncidentDeclaration, IncidentFacts, IncidentKnown> = {
  id: 'incident',
  path: 'technical-incidents',
  schema: incidentDeclarationSchema,
  longArrays: [],
  sealed: incidentSealedFields,
  rules: incidentRules,
  sample: structuredClone(sampleIncident) as unknown as IncidentDeclaration,
  sampleContext,
  amendment: structuredClone(amendedIncident) as unknown as IncidentDeclaration & { reason: string },
  ownName: ['enterprise', 'commune'],
  delegation: null,
  complete: (body) => body,
  lookUp: lookUpIncident,
  facts: incidentFacts,
  reach: (facts) => facts.place?.reach ?? [],
  offices: () => ({ reviewers: ['labour-office'], wholeFor: ['labour-office', 'commune'], citations: [] }),
  victimIds: () => [],
  partyTaxCodes: ({ incident }) =>
    (incident?.otherEstablishments ?? []).map(({ taxCode }) => taxCode).filter((taxCode) => taxCode !== undefined),
  viewFor: (body, own) => {
    const { occurredAt, place, kind, serious, otherEstablishments = [] } = body.incident ?? {}
    const named = otherEstablishments.filter(({ taxCode }) => own.has(taxCode ?? ''))
    if (named.length === 0) return null
    const { establishment } = body
    return { establishment, incident: { occurredAt, place, kind, serious, otherEstablishments: named } }
  },
  consequences: incidentConsequences,
  consequencesSchema: incidentConsequencesSchema,
  whyCounted: whyIncidentCounted,
  additions: () => [],
  writeStatement: fileIncident,
  compareStatement: compareIncident,
  project: projectIncident,
}
