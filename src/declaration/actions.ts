import type { Caller } from '../access/caller.ts'
import { denialOf, type Operation } from '../access/permissions.ts'
import type { Dated } from '../rules/rule.ts'
import type { DeclarationDeps } from './deps.ts'
import type { AnyKind, KindId } from './kind.ts'
import { type Act, nextActs } from './lifecycle.ts'
import type { DeclarationRecord } from './record.ts'
import { mayChange, mayContest, mayReview, sideOf, visibilityOf } from './visibility.ts'
import { withdrawalBar } from './withdraw.ts'

/** Of what the state allows, what this caller may do: what is named here works, and nothing else does. */
export async function actionsFor(
  kind: AnyKind,
  deps: DeclarationDeps,
  caller: Caller,
  record: DeclarationRecord,
  facts: Dated,
): Promise<Act[]> {
  const reviews = mayReview(caller, record)
  const seesWhole = visibilityOf(caller, record) === 'whole'
  const speaks = sideOf(caller, record) !== null
  const owns = caller.tenantId === record.tenantId
  const additions = kind.additions(facts, { role: caller.role, owns, reviews, seesWhole })
  const may: Partial<Record<Act, boolean>> = {
    amend: await mayChange(kind, deps, caller, record),
    withdraw: (await withdrawalBar(kind, deps, caller, record)) === null,
    contest: mayContest(caller, record),
    comment: speaks,
    're-evaluate': reviews,
    return: reviews,
    accept: reviews && !(await isUnconfirmed(deps, record.tenantId)),
    investigate: additions.includes('investigate'),
    outcome: additions.includes('outcome'),
    attach: speaks,
  }
  const operations = operationsOf(kind.id)
  return nextActs(record.state).filter((act) => {
    const operation = operations[act]
    return may[act] && operation !== undefined && denialOf(caller, operation) === null
  })
}

/** Whether the enterprise has still to be confirmed: until then what it filed is not accepted. */
export async function isUnconfirmed({ register }: DeclarationDeps, tenantId: string): Promise<boolean> {
  return (await register.snapshot(tenantId))?.provisional === true
}

/** By which permission each act is done. */
function operationsOf(kind: KindId): Partial<Record<Act, Operation>> {
  return {
    amend: `${kind}.file`,
    withdraw: `${kind}.withdraw`,
    contest: `${kind}.contest`,
    comment: `${kind}.comment`,
    're-evaluate': `${kind}.re-evaluate`,
    return: `${kind}.review`,
    accept: `${kind}.review`,
    investigate: 'accident.investigate',
    outcome: 'accident.outcome',
    attach: 'file.attach',
  }
}
