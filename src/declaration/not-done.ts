import type { FastifyReply, FastifyRequest } from 'fastify'
import { standsAt } from '../http/conditional.ts'
import type { ProblemDetails } from '../http/problem-body.ts'
import type { Text } from '../rules/rule.ts'
import type { Lifecycle, Status } from './lifecycle.ts'
import { stateSentence } from './state-sentences.ts'

/** Answers what was not done to a declaration, from how it stood when it was asked for. */
export function answerNotDone(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: 'not-found' | 'stale' | 'conflict',
  state: Lifecycle | null,
): FastifyReply {
  return reply.problem(outcome, state === null ? {} : detailsOf(request, outcome, state))
}

function detailsOf(
  request: FastifyRequest,
  outcome: 'not-found' | 'stale' | 'conflict',
  state: Lifecycle,
): ProblemDetails {
  switch (outcome) {
    case 'not-found':
      return {}
    case 'stale':
      return standsAt(request, state.seq)
    case 'conflict': {
      const stands = stateSentence(state)
      const next = NEXT[state.status]
      return { detail: { vi: `${stands.vi} ${next.vi}`, en: `${stands.en} ${next.en}` } }
    }
  }
}

const AS_IT_STANDS: Text = {
  vi: 'Ở trạng thái này không làm được việc vừa yêu cầu; những việc làm được nêu ở trường actions khi đọc hồ sơ (GET).',
  en: 'In this state what was asked for cannot be done; the field actions of the declaration (GET) names what can.',
}

/** What whoever was refused may do instead. */
const NEXT: Readonly<Record<Status, Text>> = {
  filed: AS_IT_STANDS,
  'needs-review': AS_IT_STANDS,
  returned: AS_IT_STANDS,
  accepted: {
    vi: 'Không cần chấp nhận lần nữa; muốn thay đổi thì bên khai báo sửa đổi, cơ quan quản lý trả lại kèm ý kiến hoặc rút.',
    en: 'It need not be accepted again; to change it, the filer amends it, and the office returns it with comments or withdraws it.',
  },
  withdrawn: {
    vi: 'Hồ sơ đã rút chỉ còn nhận ý kiến; nếu rút nhầm thì nộp hồ sơ mới.',
    en: 'It takes nothing but comments any more; if it was withdrawn by mistake, file anew.',
  },
  merged: {
    vi: 'Gửi bổ sung vào hồ sơ còn được tính; nếu đây thật ra là hai việc khác nhau thì đề nghị cơ quan quản lý tách lại.',
    en: 'Add to the declaration that goes on counting; if they are two events after all, ask the office to part them.',
  },
}
