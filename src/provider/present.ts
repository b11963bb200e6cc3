import type { LegalDate } from '../reference/legal-date.ts'
import type { Language } from '../rules/rule.ts'
import { obstacleText } from './eligibility-text.ts'
import type { ProviderFacts } from './facts.ts'
import type { ProviderRow } from './provider-row.ts'
import type { ProviderRegister } from './register.ts'
import { SAMPLE_DAY } from './sample.ts'

/** A record of a register as it is answered, with what follows from it on a day. */
export async function viewOf<B, F extends ProviderFacts>(
  { obstacle, computed }: ProviderRegister<B, F>,
  row: ProviderRow<F>,
  on: LegalDate,
  language: Language,
): Promise<object> {
  const met = obstacle(row.facts, on)
  return {
    id: row.id,
    version: row.version,
    taxCode: row.tax_code,
    ...row.facts,
    eligibility: {
      on,
      eligible: met === null,
      obstacle: met && { reason: met.reason, message: obstacleText(met, language) },
    },
    ...(await computed(row.facts, on, language)),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** The example of the document. */
export function sampleViewOf<B, F extends ProviderFacts>({ sample, sampleComputed }: ProviderRegister<B, F>) {
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    version: 1,
    ...sample,
    eligibility: { on: SAMPLE_DAY, eligible: true, obstacle: null },
    ...sampleComputed,
    createdAt: `${SAMPLE_DAY}T02:00:00.000Z`,
    updatedAt: `${SAMPLE_DAY}T02:00:00.000Z`,
  }
}
