import type { Text } from '../rules/rule.ts'
import type { ProblemCode } from './problem-catalogue.ts'

/** How each problem is mended, where the one who tells it says nothing nearer. */
export const REMEDIES: Readonly<Partial<Record<ProblemCode, Text>>> = {
  'malformed-json': {
    vi: 'Gửi một văn bản JSON mã UTF-8; mở bằng một công cụ kiểm tra JSON để biết chỗ sai.',
    en: 'Send JSON in UTF-8; a tool that checks JSON shows where the fault is.',
  },
  'too-deep': {
    vi: 'Không tờ khai nào lồng nhau đến 32 tầng: hãy kiểm tra các dấu ngoặc [ ] và { }.',
    en: 'No form nests 32 deep: look at the brackets [ ] and { }.',
  },
  'invalid-request': {
    vi: 'Sửa từng chỗ nêu ở errors rồi gửi lại; cách viết của từng đường dẫn có ở /docs.',
    en: 'Mend what errors names and send it again; /docs has how each path is written.',
  },
  'idempotency-key-missing': {
    vi: 'Đặt tiêu đề Idempotency-Key là một mã do phần mềm của bạn chọn cho riêng hồ sơ này, chẳng hạn một UUID. Mất kết nối thì gửi lại với cùng mã: hồ sơ không bị nộp hai lần.',
    en: 'Set the header Idempotency-Key to a key that your software chooses for this filing alone, such as a UUID. After a broken connection send it again with the same key: nothing is filed twice.',
  },
  unauthenticated: {
    vi: 'Gửi tiêu đề Authorization: Bearer kèm mã truy cập, lấy tại POST /oauth2/token bằng mã và khóa bí mật của tài khoản.',
    en: 'Send the header Authorization: Bearer with an access token, which POST /oauth2/token gives for the id and secret of a client.',
  },
  forbidden: {
    vi: 'GET /v1/me cho biết tài khoản này được làm gì và ở địa bàn nào.',
    en: 'GET /v1/me tells what this client may do, and where.',
  },
  'purpose-missing': {
    vi: 'Đặt tiêu đề X-Purpose nêu vì sao cần đọc, chữ có dấu viết theo mã phần trăm của URL, ví dụ X-Purpose: %C4%91%E1%BB%91i%20chi%E1%BA%BFu. Mỗi lần đọc đều được ghi lại.',
    en: 'Say in the header X-Purpose why they are read, percent-encoded where it is not ASCII, such as X-Purpose: comparing%20records. Every reading is recorded.',
  },
  'not-found': {
    vi: 'Kiểm tra đường dẫn, phương thức và mã của bản ghi; bản ghi mà tài khoản này không được xem cũng được trả lời như vậy.',
    en: 'Check the path, the method and the id of the record; what this client may not see is answered the same way.',
  },
  'not-acceptable': {
    vi: 'Đặt tiêu đề Accept là application/json hoặc text/csv.',
    en: 'Set the header Accept to application/json or text/csv.',
  },
  'request-timeout': {
    vi: 'Yêu cầu phải đến trọn vẹn trong một phút: kiểm tra đường truyền rồi gửi lại.',
    en: 'A request has to arrive within a minute: check the connection and send it again.',
  },
  conflict: {
    vi: 'Đọc lại bản ghi (GET) để biết trạng thái hiện nay và việc còn làm được.',
    en: 'Read the record again (GET) to see its present state and what may still be done.',
  },
  stale: {
    vi: 'Đọc lại bản ghi (GET), sửa trên bản mới rồi gửi lại với tiêu đề If-Match là ETag vừa đọc.',
    en: 'Read the record again (GET), change what stands now, and send that with the ETag just read as If-Match.',
  },
  'too-large': {
    vi: 'Chia nội dung thành nhiều phần nhỏ hơn, hoặc đề nghị đơn vị vận hành nâng giới hạn.',
    en: 'Send less at once, or ask the operator for a higher limit.',
  },
  'unsupported-media-type': {
    vi: 'Đặt tiêu đề Content-Type đúng kiểu mà đường dẫn này nhận.',
    en: 'Set the header Content-Type to a type that this path takes.',
  },
  'warnings-unconfirmed': {
    vi: 'Với từng cảnh báo ở findings: sửa nội dung nếu sai; nếu đúng thì nộp lại kèm confirmations, mỗi cảnh báo một mục gồm rule, pointer như trong cảnh báo và reason là lý do.',
    en: 'For each warning of findings: correct what is wrong; what is right, file again with an item of confirmations that has the rule and pointer of the warning and your reason.',
  },
  'idempotency-key-reused': {
    vi: 'Mã này đã gắn với một hồ sơ được tiếp nhận trước đây. Hồ sơ khác thì dùng mã khác; muốn nhận lại câu trả lời trước thì gửi đúng nội dung trước.',
    en: 'This key belongs to a filing that was accepted before. Another filing takes another key; the first body again gets the first answer again.',
  },
  unchanged: {
    vi: 'Nội dung này đã được lưu, không cần nộp lại. Muốn sửa thì gửi cả tờ khai với nội dung mới.',
    en: 'This content is on record; there is nothing to file again. To amend it, send the whole declaration as it should read.',
  },
  'if-match-missing': {
    vi: 'Đọc bản ghi (GET), lấy tiêu đề ETag của câu trả lời và gửi nguyên văn, cả dấu ngoặc kép, trong tiêu đề If-Match, ví dụ If-Match: "3".',
    en: 'Read the record (GET), take the header ETag of the answer and send it as it is, with its quotes, as If-Match, such as If-Match: "3".',
  },
  'too-many-requests': {
    vi: 'Chờ hết số giây nêu ở tiêu đề Retry-After rồi gửi lại.',
    en: 'Wait the seconds that the header Retry-After says, then send it again.',
  },
  'headers-too-large': {
    vi: 'Rút ngắn đường dẫn và các tiêu đề: tổng cộng không quá 16 KB.',
    en: 'Shorten the path and the headers: 16 kB in all.',
  },
  'internal-error': {
    vi: 'Gửi lại sau ít phút; nếu vẫn lỗi, báo đơn vị vận hành kèm requestId.',
    en: 'Try again in some minutes; if it fails again, tell the operator the requestId.',
  },
  overloaded: {
    vi: 'Chờ hết số giây nêu ở tiêu đề Retry-After rồi gửi lại với cùng Idempotency-Key nếu có.',
    en: 'Wait the seconds that the header Retry-After says, then send it again, with the same Idempotency-Key if it has one.',
  },
}
