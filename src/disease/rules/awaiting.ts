import { cite } from '../../law/citation.ts'
import type { AwaitingRule, Provenance, Text } from '../../rules/rule.ts'
import { FROM_TEXT } from './define.ts'

const OBLIGATIONS: Text = {
  vi: 'Chờ danh mục nghĩa vụ báo cáo và thời hạn.',
  en: 'Awaits the register of reports owed and their due dates.',
}
const BENEFITS: Text = {
  vi: 'Chờ dữ liệu bồi thường, trợ cấp, hỗ trợ của người mắc bệnh.',
  en: 'Awaits the data on compensation, allowances and subsidies of those with a disease.',
}
const EACH_WORKER: Text = {
  vi: 'Chờ dữ liệu tiếp xúc và khám của từng người lao động; hồ sơ này chỉ liệt kê người mắc bệnh.',
  en: 'Awaits exposure and examinations of each worker; a screening lists only those with a disease.',
}

/** Rules of the catalogue that one screening, the registers and what was filed before do not suffice to judge. */
export const awaitingRules: readonly AwaitingRule[] = [
  of('OD-R070', BENEFITS, FROM_TEXT, [cite('L84-2015 46.1.b')], {
    vi: 'Suy giảm dưới 5% nhưng có ghi trợ cấp từ quỹ.',
    en: 'Reduced by less than 5 %, yet an allowance of the fund is recorded.',
  }),
  of('OD-R086', EACH_WORKER, FROM_TEXT, [cite('TT56-2025-BYT 7.1')], {
    vi: 'Có người tiếp xúc quá 6 tháng mà chưa khám phát hiện bệnh nghề nghiệp.',
    en: 'Somebody was exposed for more than 6 months without an examination.',
  }),
  of('OD-R089', EACH_WORKER, FROM_TEXT, [cite('L84-2015 21.3')], {
    vi: 'Có người trở lại làm việc sau khi mắc bệnh mà chưa khám sức khỏe, chưa giám định.',
    en: 'Somebody returned to work after a disease without an examination or assessment.',
  }),
  of('OD-R093', OBLIGATIONS, FROM_TEXT, [cite('TT19-2016-BYT 10'), cite('TT07-2016-BLDTBXH 10.2')], {
    vi: 'Hết hạn mà cơ sở chưa gửi báo cáo.',
    en: 'The report is overdue.',
  }),
  of('OD-R094', OBLIGATIONS, FROM_TEXT, [cite('TT19-2016-BYT 11'), cite('TT19-2016-BYT 12')], {
    vi: 'Hết hạn mà cơ quan chưa gửi báo cáo tổng hợp.',
    en: 'The consolidated report of an office is overdue.',
  }),
  of('OD-R102', BENEFITS, FROM_TEXT, [cite('L84-2015 38.4'), cite('TT28-2021-BLDTBXH 3.3')], {
    vi: 'Tiền bồi thường thấp hơn mức tối thiểu theo tỷ lệ suy giảm.',
    en: 'The compensation is below the least that the reduced capacity calls for.',
  }),
  of('OD-R103', BENEFITS, FROM_TEXT, [cite('L84-2015 38.7')], {
    vi: 'Bồi thường muộn hơn 5 ngày sau kết luận giám định.',
    en: 'The compensation was paid later than 5 days after the conclusion of the board.',
  }),
  of('OD-R104', BENEFITS, FROM_TEXT, [cite('ND88-2020 16'), cite('ND88-2020 17')], {
    vi: 'Hỗ trợ chi phí khám vượt mức, vượt số lần hoặc chưa đủ thời gian đóng.',
    en: 'The subsidy of an examination exceeds its amount or times, or contributions are too short.',
  }),
  of('OD-R108', BENEFITS, FROM_TEXT, [cite('TT28-2021-BLDTBXH 3.2')], {
    vi: 'Từ lần giám định thứ hai, bồi thường không tính theo phần tăng thêm.',
    en: 'From the second assessment on, the compensation is not of the increase.',
  }),
]

function of(
  id: string,
  awaits: Text,
  provenance: Provenance,
  citations: AwaitingRule['citations'],
  message: Text,
): AwaitingRule {
  return { id, awaits, provenance, citations, message }
}
