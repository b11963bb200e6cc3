import type { Text } from '../rules/rule.ts'
import type { Lifecycle } from './lifecycle.ts'

/** What a state means to whoever reads it, in one plain sentence. */
export function stateSentence({ status, revision, inForce }: Lifecycle): Text {
  switch (status) {
    case 'needs-review':
      return {
        vi: 'Đã nhận nhưng chưa được tính vào số liệu: chờ cơ quan quản lý xác nhận.',
        en: 'Received, and not in the figures yet: it waits for an office to confirm it.',
      }
    case 'withdrawn':
      return {
        vi: 'Đã rút; vẫn được lưu và không được tính.',
        en: 'Withdrawn; kept on record, and never counted.',
      }
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
      return inForce === null || inForce === revision
        ? {
            vi: `Cơ quan quản lý đã trả lại bản ${revision} kèm ý kiến: hãy trả lời hoặc sửa đổi; trong khi chờ, bản này vẫn được tính.`,
            en: `The office returned revision ${revision} with comments: answer or amend; meanwhile it goes on counting.`,
          }
        : {
            vi: `Cơ quan quản lý đã trả lại bản ${revision} kèm ý kiến; bản ${inForce} đã chấp nhận vẫn có hiệu lực.`,
            en: `The office returned revision ${revision} with comments; the accepted revision ${inForce} stays in force.`,
          }
    case 'filed':
      return inForce === null || inForce === revision
        ? {
            vi: `Bản ${revision} đã được tiếp nhận và đang được tính; cơ quan quản lý chưa xem xét.`,
            en: `Revision ${revision} was received and counts; the office has not reviewed it yet.`,
          }
        : {
            vi: `Bản ${revision} chờ cơ quan quản lý xem xét; bản ${inForce} đã chấp nhận vẫn có hiệu lực.`,
            en: `Revision ${revision} waits for the office; the accepted revision ${inForce} stays in force.`,
          }
  }
}
