import type { Caller } from '../access/caller.ts'
import type { Dated, Text } from '../rules/rule.ts'
import { actWithoutBody, type ChangeOutcome } from './change.ts'
import type { DeclarationDeps } from './deps.ts'
import type { AnyKind, DeclarationKind, FilingEnvelope } from './kind.ts'
import { type Act, nextActs } from './lifecycle.ts'
import type { DeclarationRecord } from './record.ts'
import type { Side } from './side.ts'
import { mayChange, mayReview } from './visibility.ts'

/**
 * Why a declaration is not to be withdrawn.
 * - `not-theirs`: the caller neither filed it nor reviews it.
 * - `recorded`, `accepted`, `taken-up`: an office answers for it, and the filer alone would undo that.
 * - `kept`: others are merged into it, so the event would be counted nowhere.
 */
export type WithdrawalBar = 'not-theirs' | 'recorded' | 'accepted' | 'taken-up' | 'kept'

/** What an office does with a declaration, after which it is not the filer's alone. */
const TAKES_UP: readonly Act[] = ['return', 'investigate', 'outcome']

/** Null when the caller may withdraw it: the filer what no office has dealt with, the office that reviews it anything. */
export async function withdrawalBar(
  kind: AnyKind,
  deps: Pick<DeclarationDeps, 'delegated' | 'isOwnOffice'>,
  caller: Caller,
  record: DeclarationRecord,
): Promise<WithdrawalBar | null> {
  const { acts, keepsMerged } = record
  if (mayReview(caller, record)) return keepsMerged ? 'kept' : null
  if (!(await mayChange(kind, deps, caller, record))) return 'not-theirs'
  if (acts.some(({ act }) => act === 'accept')) return 'accepted'
  const ofOffice = acts.filter(({ side, filedAs }) => side === 'office' && filedAs !== caller.role)
  if (ofOffice.some(({ contentHash }) => contentHash !== null)) return 'recorded'
  return keepsMerged || ofOffice.some(({ act }) => TAKES_UP.includes(act)) ? 'taken-up' : null
}

/** Withdraws a declaration, where nothing bars it; with whose word it was, for the office that is to know of it. */
export async function withdraw<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { caller, reason, expectedSeq }: { caller: Caller; reason: string; expectedSeq: number },
): Promise<ChangeOutcome | { readonly outcome: 'barred'; readonly bar: WithdrawalBar }> {
  const bar = await withdrawalBar(kind, deps, caller, record)
  const isEnded = !nextActs(record.state).includes('withdraw')
  if (bar !== null && (bar === 'not-theirs' || !isEnded)) return { outcome: 'barred', bar }
  // A commune that takes back what it recorded does so as its filer: the office that reviews is to know of it.
  const side: Side = mayReview(caller, record) ? 'office' : 'filer'
  return actWithoutBody(kind, deps, record, {
    act: 'withdraw',
    caller,
    reason,
    expectedSeq,
    annex: { content: { side }, sealed: { identity: [], shown: [], special: [] } },
  })
}

/** What may be done instead. */
export const WITHDRAWAL_BARS: Readonly<Record<Exclude<WithdrawalBar, 'not-theirs'>, Text>> = {
  accepted: {
    vi: 'Cơ quan quản lý đã chấp nhận hồ sơ này nên bên khai báo không tự rút được nữa. Nếu số liệu sai, hãy sửa đổi (PUT); nếu phải rút, hãy nêu lý do bằng ý kiến (POST …/comments) để cơ quan quản lý rút.',
    en: 'The office accepted this, so the filer cannot withdraw it alone any more. Amend it (PUT) where something in it is wrong; where it has to be withdrawn, say why in a comment (POST …/comments), and the office withdraws it.',
  },
  recorded: {
    vi: 'Hồ sơ này do cơ quan quản lý ghi nhận nên bên khai báo không tự rút được. Nếu số liệu sai, hãy sửa đổi (PUT); nếu không phải của mình, hãy phản đối (POST …/contestation) hoặc gửi ý kiến (POST …/comments) để cơ quan quản lý quyết định.',
    en: 'An office recorded this, so it is not for the enterprise to withdraw. Amend it (PUT) where something in it is wrong; where it is not yours, contest it (POST …/contestation) or comment on it (POST …/comments), and the office decides.',
  },
  'taken-up': {
    vi: 'Cơ quan quản lý đã xử lý hồ sơ này (trả lại, điều tra, ghi diễn biến hoặc giữ làm hồ sơ được tính của vụ việc) nên bên khai báo không tự rút được nữa. Nếu số liệu sai, hãy sửa đổi (PUT); nếu phải rút, hãy nêu lý do bằng ý kiến (POST …/comments) để cơ quan quản lý rút.',
    en: 'The office has dealt with this (returned it, investigated, told an outcome, or keeps it as what is counted of the event), so the filer cannot withdraw it alone any more. Amend it (PUT) where something in it is wrong; where it has to be withdrawn, say why in a comment (POST …/comments), and the office withdraws it.',
  },
  kept: {
    vi: 'Hồ sơ khác về cùng vụ việc đã được gộp vào hồ sơ này, nên rút hồ sơ này thì vụ việc không còn được tính ở đâu. Trước hết hãy bỏ gộp: quyết định lại cặp hồ sơ là "distinct" (GET /v1/duplicates?state=merged, POST /v1/duplicates/{id}/decision).',
    en: 'Another declaration of the same event is merged into this one, so that the event would be counted nowhere. Undo the merge first: decide that the pair is "distinct" (GET /v1/duplicates?state=merged, POST /v1/duplicates/{id}/decision).',
  },
}
