import { z } from 'zod'
import { type Citation, cite } from './citation.ts'
import { booleanCell, readTable } from './table.ts'

/** A paper of the dossier that is kept for each victim. */
export interface DossierPaper {
  readonly code: string
  /** Of the accident (Decree 39/2016 art. 16), or of compensation and allowance (Circular 28/2021 art. 6.1). */
  readonly dossier: 'investigation' | 'compensation'
  /**
   * - `always`.
   * - `unless-declared-dead`: not of a missing person whom a court declared dead.
   * - `if-any`: where there is one.
   */
  readonly required: 'always' | 'unless-declared-dead' | 'if-any'
  readonly vi: string
  readonly en: string
  readonly verified: boolean
  readonly citation: Citation
}

export const dossierPapers: readonly DossierPaper[] = readTable(
  'dossier-papers.csv',
  z.object({
    code: z.string().min(1),
    dossier: z.enum(['investigation', 'compensation']),
    required: z.enum(['always', 'unless-declared-dead', 'if-any']),
    vi: z.string().min(1),
    en: z.string().min(1),
    verified: booleanCell,
    source: z.string().transform((text) => cite(text)),
  }),
).map(({ source: citation, ...paper }) => ({ ...paper, citation }))

/** The papers without which a dossier of the accident is incomplete. */
export function requiredPapers({ declaredDead }: { readonly declaredDead: boolean }): readonly DossierPaper[] {
  return dossierPapers.filter(
    ({ dossier, required }) =>
      dossier === 'investigation' && (required === 'always' || (required === 'unless-declared-dead' && !declaredDead)),
  )
}
