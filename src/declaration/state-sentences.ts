import { written } from '../rules/present.ts'
import type { Text } from '../rules/rule.ts'
import type { Lifecycle } from './lifecycle.ts'
import { PLAIN, type Standing } from './standing.ts'

/** What a state means to whoever reads it, in one plain sentence. */
export function stateSentence(state: Lifecycle, { returned, withdrawnBy }: Standing = PLAIN): Text {
  const { status, revision } = state
  switch (status) {
    case 'withdrawn':
      return withdrawnBy === 'office' ? WITHDRAWN_BY_OFFICE : WITHDRAWN
    case 'merged':
      return {
        vi: 'Cơ quan quản lý xác định trùng với một hồ sơ khác về cùng vụ việc và đã gộp: vẫn được lưu, không tính riêng.',
        en: 'The office found that another declaration tells of the same event and merged the two: kept on record, and not counted apart.',
      }
    case 'accepted':
      return {
        vi: `Bản ${revision} đã được cơ quan quản lý chấp nhận và đang có hiệu lực.`,
        en: `Revision ${revision} was accepted by the office and is in force.`,
      }
    case 'returned':
      return returnedSentence(state, returned)
    case 'needs-review':
      return returned === null ? unconfirmedSentence(state) : returnedSentence(state, returned)
    case 'filed':
      return acceptedBefore(state) === null
        ? {
            vi: `Bản ${revision} đã được tiếp nhận và đang được tính; cơ quan quản lý chưa xem xét.`,
            en: `Revision ${revision} was received and counts; the office has not reviewed it yet.`,
          }
        : {
            vi: `Bản ${revision} chờ cơ quan quản lý xem xét; bản ${state.inForce} đã chấp nhận vẫn có hiệu lực.`,
            en: `Revision ${revision} waits for the office; the accepted revision ${state.inForce} stays in force.`,
          }
  }
}

const WITHDRAWN: Text = {
  vi: 'Đã rút; vẫn được lưu và không được tính.',
  en: 'Withdrawn; kept on record, and never counted.',
}

const WITHDRAWN_BY_OFFICE: Text = {
  vi: 'Cơ quan quản lý đã rút hồ sơ này, lý do nêu trong lịch sử hồ sơ; vẫn được lưu và không được tính. Nếu thấy không đúng, hãy gửi ý kiến.',
  en: 'The office withdrew this, for the reason in its history; kept on record, and never counted. Whoever disagrees comments on it.',
}

function unconfirmedSentence({ revision, inForce }: Lifecycle): Text {
  return inForce === null
    ? {
        vi: 'Đã nhận nhưng chưa được tính vào số liệu: chờ cơ quan quản lý xác nhận.',
        en: 'Received, and not in the figures yet: it waits for an office to confirm it.',
      }
    : {
        vi: `Bản ${revision} đã nhận, chờ cơ quan quản lý xác nhận; bản ${inForce} đã chấp nhận vẫn có hiệu lực.`,
        en: `Revision ${revision} was received and waits for an office to confirm it; the accepted revision ${inForce} stays in force.`,
      }
}

function returnedSentence(state: Lifecycle, returned: Standing['returned']): Text {
  const { revision, inForce } = state
  const dueOn = returned?.dueOn ?? null
  const by =
    dueOn === null ? { vi: '', en: '' } : { vi: `, chậm nhất ngày ${written(dueOn, 'vi')}`, en: ` by ${dueOn}` }
  const meanwhile =
    acceptedBefore(state) !== null
      ? { vi: `bản ${inForce} đã chấp nhận vẫn có hiệu lực`, en: `the accepted revision ${inForce} stays in force` }
      : inForce === null
        ? { vi: 'hồ sơ chưa được tính vào số liệu', en: 'it is not in the figures yet' }
        : { vi: 'trong khi chờ, bản này vẫn được tính', en: 'meanwhile it goes on counting' }
  return {
    vi: `Cơ quan quản lý đã trả lại bản ${revision} kèm ý kiến: hãy trả lời hoặc sửa đổi${by.vi}; ${meanwhile.vi}.`,
    en: `The office returned revision ${revision} with comments: answer or amend${by.en}; ${meanwhile.en}.`,
  }
}

/** The accepted revision that an amendment has not replaced yet. */
function acceptedBefore({ revision, inForce }: Lifecycle): number | null {
  return inForce === revision ? null : inForce
}
