import type { Bilingual } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { type AccidentBody, accidentBodies } from './accident-bodies.ts'
import { type AccidentSetting, type Casualties, isDeclarable } from './accident-duties.ts'
import { type Citation, citeInForce } from './citation.ts'
import { valueOn } from './dated-constant.ts'

export interface Recipient {
  readonly code: AccidentBody
  /** The name the body has on the day. */
  readonly name: Bilingual
  /** False where it follows by analogy only that this body is the one. */
  readonly verified: boolean
  readonly toldBy: 'employer' | 'family' | 'commune'
  readonly citations: readonly Citation[]
}

/**
 * Who must be told of an accident known on the day, and by whom. Empty where nobody must be: below the threshold of
 * declaration, and before Law 84/2015.
 */
export function whoIsTold(
  { dead, serious, abroad, informal, specialField }: Pick<Casualties, 'dead' | 'serious'> & AccidentSetting,
  on: LegalDate,
): readonly Recipient[] {
  const declarable = isDeclarable({ dead, serious }, on)
  const recipient = (
    when: boolean,
    code: AccidentBody,
    toldBy: Recipient['toldBy'],
    citations: readonly string[],
  ): readonly Recipient[] => {
    const body = valueOn(accidentBodies[code], on)
    if (!when || body === undefined) return []
    const { value: name, verified } = body
    return [{ code, name, verified, toldBy, citations: citeInForce(citations, on) }]
  }

  if (abroad) return recipient(declarable, 'ABROAD', 'employer', ['ND39-2016 19.2.b'])
  if (informal) {
    const forwarded = ['L84-2015 34.1.d', 'ND39-2016 10.3.b']
    return [
      ...recipient(dead > 0 || serious > 0, 'COMMUNE', 'family', ['L84-2015 34.1.d', 'ND39-2016 10.3.a']),
      ...recipient(declarable, 'PROV_LABOUR', 'commune', [...forwarded, 'ND129-2025 45.1']),
      ...recipient(declarable, 'POLICE', 'commune', [...forwarded, 'ND129-2025 42.2']),
    ]
  }
  const [law, decree] = specialField
    ? (['L84-2015 34.1.c', 'ND39-2016 10.2.a'] as const)
    : (['L84-2015 34.1.b', 'ND39-2016 10.1.a'] as const)
  return [
    ...recipient(declarable, 'PROV_LABOUR', 'employer', [law, decree, 'ND129-2025 45.1']),
    ...recipient(dead > 0, 'POLICE', 'employer', [law, decree, 'ND129-2025 45.1']),
    ...recipient(declarable && specialField, 'SPECIAL_FIELD', 'employer', [law, decree, 'ND39-2016 21.2']),
  ]
}
