import type { diseaseFact, diseaseHazardFact, diseaseResultFact } from '../../src/disease/tables.ts'
import type { UnitRef } from '../../src/reference/administrative-units.ts'
import { commonColumns, insertRows } from './fact-rows.ts'

type RoundRow = typeof diseaseFact.$inferInsert
type ResultOf = Partial<typeof diseaseResultFact.$inferInsert> & { readonly disease: string }
type HazardOf = Partial<typeof diseaseHazardFact.$inferInsert> & { readonly factor: string }

/** One act of one round; what is not said is ordinary, and counts are 0. */
export interface ScreeningOf extends Partial<RoundRow> {
  readonly place?: UnitRef
  readonly results?: readonly ResultOf[]
  readonly hazards?: readonly HazardOf[]
}

const NOTHING_FOUND = {
  insured: true,
  examined: 0,
  examined_women: 0,
  suspected: 0,
  suspected_women: 0,
  diagnosed: 0,
  diagnosed_women: 0,
  diagnosed_new: 0,
  diagnosed_new_women: 0,
  assessed: 0,
  assessed_women: 0,
  under5: 0,
  under5_women: 0,
  from5to30: 0,
  from5to30_women: 0,
  from31: 0,
  from31_women: 0,
  former_examined: 0,
  former_diagnosed: 0,
}

/** Writes rounds with their results and hazards. */
export async function insertScreenings(ownerUrl: string, screenings: readonly ScreeningOf[]): Promise<void> {
  const rows = screenings.map(({ place, results = [], hazards = [], ...given }) => {
    const examinedOn = given.examined_on ?? '2026-05-12'
    const round = {
      ...commonColumns(place),
      examined_from: examinedOn,
      examined_on: examinedOn,
      exam_kind: 'detection',
      exposed: 0,
      exposed_women: 0,
      examined: 0,
      examined_women: 0,
      former_examined: 0,
      former_examined_women: 0,
      suspected: 0,
      diagnosed: 0,
      diagnosed_new: 0,
      assessed: 0,
      cases: 0,
      ...given,
    }
    const { tenant_id, declaration_id, seq, client_id, reach, office_reach } = round
    const part = { tenant_id, declaration_id, seq, client_id, reach, office_reach }
    return {
      round,
      results: results.map((result, index) => ({ ...part, ordinal: index + 1, ...NOTHING_FOUND, ...result })),
      hazards: hazards.map((hazard, index) => ({
        ...part,
        ordinal: index + 1,
        exposed: 0,
        exposed_women: 0,
        examined: 0,
        examined_women: 0,
        ...hazard,
      })),
    }
  })
  await insertRows(ownerUrl, {
    disease_fact: rows.map(({ round }) => round),
    disease_result_fact: rows.flatMap(({ results }) => results),
    disease_hazard_fact: rows.flatMap(({ hazards }) => hazards),
  })
}
