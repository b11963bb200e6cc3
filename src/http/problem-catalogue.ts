import type { Text } from '../rules/rule.ts'

/** Every problem this service answers with. A code never changes its meaning. */
export const PROBLEMS = {
  'malformed-json': { status: 400, vi: 'Nội dung gửi lên không phải JSON hợp lệ', en: 'The body is not valid JSON' },
  'too-deep': { status: 400, vi: 'JSON lồng quá sâu', en: 'The JSON is nested too deeply' },
  'invalid-request': {
    status: 400,
    vi: 'Tham số hoặc tiêu đề không hợp lệ',
    en: 'A query, path or header value is not valid',
  },
  'idempotency-key-missing': {
    status: 400,
    vi: 'Thiếu tiêu đề Idempotency-Key',
    en: 'The Idempotency-Key header is missing',
  },
  unauthenticated: { status: 401, vi: 'Chưa xác thực', en: 'Not authenticated' },
  forbidden: { status: 403, vi: 'Không có quyền thực hiện', en: 'Not allowed' },
  'purpose-missing': {
    status: 403,
    vi: 'Đọc dữ liệu cá nhân phải nêu mục đích',
    en: 'Reading personal data needs a purpose',
  },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'not-acceptable': { status: 406, vi: 'Không có định dạng được yêu cầu', en: 'No representation of that type' },
  'request-timeout': { status: 408, vi: 'Yêu cầu gửi quá chậm', en: 'The request took too long to arrive' },
  conflict: { status: 409, vi: 'Xung đột với trạng thái hiện tại', en: 'In conflict with the present state' },
  stale: { status: 412, vi: 'Bản ghi đã thay đổi từ lần đọc trước', en: 'The record has changed since it was read' },
  'too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn', en: 'The body is too large' },
  'unsupported-media-type': { status: 415, vi: 'Kiểu nội dung không được hỗ trợ', en: 'Unsupported media type' },
  'validation-failed': {
    status: 422,
    vi: 'Nội dung có lỗi, chưa được tiếp nhận',
    en: 'The content has errors and was not accepted',
  },
  'warnings-unconfirmed': {
    status: 422,
    vi: 'Hồ sơ có điểm bất thường cần xác nhận kèm lý do',
    en: 'The filing has improbable points to be confirmed with a reason',
  },
  'idempotency-key-reused': {
    status: 422,
    vi: 'Idempotency-Key đã dùng cho nội dung khác',
    en: 'The Idempotency-Key was used with another body',
  },
  unanswerable: {
    status: 422,
    vi: 'Câu hỏi thống kê không có câu trả lời đúng nghĩa',
    en: 'The statistical question has no meaningful answer',
  },
  unchanged: {
    status: 422,
    vi: 'Bản sửa đổi giống hệt bản đã nộp',
    en: 'The amendment is identical to what was filed',
  },
  'if-match-missing': { status: 428, vi: 'Thiếu tiêu đề If-Match', en: 'The If-Match header is missing' },
  'too-many-requests': { status: 429, vi: 'Gửi quá nhiều yêu cầu', en: 'Too many requests' },
  'headers-too-large': { status: 431, vi: 'Tiêu đề quá lớn', en: 'The headers are too large' },
  'internal-error': { status: 500, vi: 'Lỗi hệ thống', en: 'Internal error' },
  overloaded: { status: 503, vi: 'Hệ thống đang quá tải, hãy thử lại sau', en: 'Overloaded; try again later' },
} as const satisfies Record<string, Text & { status: number }>

export type ProblemCode = keyof typeof PROBLEMS
