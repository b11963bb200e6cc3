import { reachOf, type UnitScheme } from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import type { EnterpriseFacts, Industry } from './judge.ts'
import type { EnterpriseView } from './schema.ts'

export interface EnterpriseRow {
  readonly id: string
  readonly version: number
  readonly tax_code: string | null
  readonly name: string
  readonly address: string | null
  readonly ownership: string | null
  readonly industry_version: Industry['version'] | null
  readonly industry: string | null
  readonly head_office_scheme: UnitScheme | null
  readonly head_office_unit: string | null
  readonly reach: readonly string[]
  readonly workers: number | null
  readonly women: number | null
  readonly hazard_factors: readonly string[]
  readonly cooperative: boolean
  readonly high_risk: readonly string[]
  readonly osh_system: boolean | null
  readonly defence: boolean
  readonly provisional: boolean
  readonly created_at: Date
  readonly updated_at: Date
}

/** The columns that state facts, as JSON for `json_populate_record`. */
export function factColumns(facts: EnterpriseFacts): string {
  return JSON.stringify({
    name: facts.name,
    address: facts.address,
    ownership: facts.ownership,
    industry_version: facts.industry?.version ?? null,
    industry: facts.industry?.code ?? null,
    head_office_scheme: facts.headOffice?.scheme ?? null,
    head_office_unit: facts.headOffice?.code ?? null,
    reach: facts.headOffice === null ? [] : reachOf(facts.headOffice),
    workers: facts.workers,
    women: facts.women,
    hazard_factors: facts.hazardFactors,
    cooperative: facts.cooperative,
    high_risk: facts.highRisk,
    osh_system: facts.oshManagementSystem,
    defence: facts.defence,
    search_text: foldText(facts.name),
  })
}

export function factsOf(row: EnterpriseRow): EnterpriseFacts {
  return {
    name: row.name,
    address: row.address,
    ownership: row.ownership,
    industry: row.industry_version && row.industry ? { version: row.industry_version, code: row.industry } : null,
    headOffice:
      row.head_office_scheme && row.head_office_unit
        ? { scheme: row.head_office_scheme, code: row.head_office_unit }
        : null,
    workers: row.workers,
    women: row.women,
    hazardFactors: row.hazard_factors,
    cooperative: row.cooperative,
    highRisk: row.high_risk,
    oshManagementSystem: row.osh_system,
    defence: row.defence,
  }
}

export function viewOf(row: EnterpriseRow): EnterpriseView {
  const facts = factsOf(row)
  return {
    id: row.id,
    version: row.version,
    taxCode: row.tax_code,
    ...facts,
    hazardFactors: [...facts.hazardFactors],
    highRisk: [...facts.highRisk],
    provisional: row.provisional,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
