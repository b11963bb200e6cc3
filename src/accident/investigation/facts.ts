import type { Annex } from '../../declaration/annex.ts'
import type { DeclarationSoFar } from '../../declaration/annex-kind.ts'
import type { FilingContext } from '../../declaration/filing-context.ts'
import type { InvestigationAuthority } from '../../law/accident-duties.ts'
import type { InvestigationLimitCounted } from '../../law/accident-investigation.ts'
import { type LegalDate, legalDateOf } from '../../reference/legal-date.ts'
import type { Dated } from '../../rules/rule.ts'
import { limitOf, presentDuties } from '../duties.ts'
import { type AccidentFacts, accidentFacts } from '../facts.ts'
import type { AccidentDeclaration } from '../schema.ts'
import type { Investigation, InvestigationContent } from './schema.ts'

/** Everything a rule about the file of an investigation may look at. */
export interface InvestigationFacts extends Dated {
  readonly file: Investigation
  readonly context: FilingContext<DeclarationSoFar>
  /** As things stood before this version of the file. */
  readonly before: AccidentFacts
  readonly after: AccidentFacts
  /** Who investigates by law; null where it names nobody. */
  readonly lawful: InvestigationAuthority | null
  readonly limit: InvestigationLimitCounted | null
  readonly announcedOn: LegalDate | null
  /** The day the server received it. */
  readonly received: LegalDate
  readonly dates: Readonly<Record<'formed' | 'announced' | 'received', LegalDate | null>>
}

/** Its seq is not known before it is written, and is later than all. */
const NOT_YET_WRITTEN = Number.MAX_SAFE_INTEGER

export function investigationFacts(file: Investigation, context: FilingContext<DeclarationSoFar>): InvestigationFacts {
  const { body, context: filedIn, annexes } = context.known
  const { confirmations: _confirmations, reason: _reason, ...content } = file
  const added: Annex = {
    act: 'investigate',
    seq: NOT_YET_WRITTEN,
    revision: 0,
    recordedAt: context.receivedAt,
    clientId: '',
    actor: null,
    actedAs: context.filedAs,
    content: content satisfies InvestigationContent,
  }
  const withAnnexes = (more: readonly Annex[]) =>
    accidentFacts(body as AccidentDeclaration, filedIn as AccidentFacts['context'], [...annexes, ...more])
  const before = withAnnexes([])
  const after = withAnnexes([added])
  const announcedOn = (file.announcement?.meetingOn as LegalDate | undefined) ?? null
  const received = legalDateOf(context.receivedAt)
  const formed = file.decision?.on ?? file.startedOn
  return {
    file,
    context,
    before,
    after,
    lawful: presentDuties(before).investigator,
    limit: limitOf(after),
    announcedOn,
    received,
    legalDate: before.legalDate,
    dates: { formed: (formed as LegalDate | undefined) ?? null, announced: announcedOn, received },
  }
}
