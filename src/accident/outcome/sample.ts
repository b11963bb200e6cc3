import type { DeclarationSoFar } from '../../declaration/annex-kind.ts'
import type { FilingContext } from '../../declaration/filing-context.ts'
import { withValueAt } from '../../rules/pointer.ts'
import { sampleInvestigation } from '../investigation/sample.ts'
import { sampleContext as declared, sampleAccident } from '../sample.ts'
import type { Outcome } from './schema.ts'

/** Of the sample accident: the family of the dead builder is compensated. */
export const sampleOutcome: Outcome = {
  victimId: 'v1',
  costs: { funeral: 20_000 },
  compensation: {
    benefit: 'compensation',
    ownFault: 'none',
    monthlySalary: 23_400,
    amount: 702_000,
    decidedOn: '2026-06-15',
    paidOn: '2026-06-18',
    paid: 702_000,
    fileSentOn: '2026-06-19',
  },
}

const investigated = {
  act: 'investigate',
  seq: 2,
  revision: 1,
  recordedAt: new Date('2026-06-12T16:00:00+07:00'),
  clientId: '01890a5d-ac96-774b-bcce-b302099a8057',
  actor: null,
  actedAs: 'labour-office',
  content: sampleInvestigation,
} as const

/** The context in which the sample is faultless: told when everything was done, after the announcement. */
export const outcomeContext: FilingContext<DeclarationSoFar> = {
  ...declared,
  receivedAt: new Date('2026-06-20T09:00:00+07:00'),
  known: { body: sampleAccident, context: declared, annexes: [investigated] },
}

/** The declaration changed at some pointers, with other annexes: for examples of rules. */
export function knownWith(
  change: Readonly<Record<string, unknown>>,
  annexes: DeclarationSoFar['annexes'] = [],
): { readonly known: DeclarationSoFar } {
  const body = Object.entries(change).reduce<unknown>(
    (made, [at, value]) => withValueAt(made, at, value),
    sampleAccident,
  )
  return { known: { body, context: declared, annexes } }
}

/** The builder was seriously injured and lived; nobody has investigated yet. */
export const INJURED = {
  '/victims/0/condition': 'serious',
  '/victims/0/death': undefined,
  '/accident/declaredClass': 'serious',
} as const
