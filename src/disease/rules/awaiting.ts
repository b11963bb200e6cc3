import { type Citation, cite } from '../../law/citation.ts'
import type { AwaitingRule, Provenance, Text } from '../../rules/rule.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_FORM, FROM_TEXT } from './define.ts'

/** Annex 8 of Circular 19/2016, half-yearly and yearly. */
const HEALTH_REPORT: Text = {
  vi: 'Chờ báo cáo y tế lao động định kỳ (Phụ lục 8 Thông tư 19/2016).',
  en: 'Awaits the periodic report on occupational health (Annex 8 of Circular 19/2016).',
}
/** Annex II of Circular 07/2016, yearly. */
const OSH_REPORT: Text = {
  vi: 'Chờ báo cáo công tác an toàn, vệ sinh lao động hằng năm (Phụ lục II Thông tư 07/2016).',
  en: 'Awaits the yearly report on occupational safety and health (Annex II of Circular 07/2016).',
}
const BOTH_REPORTS: Text = {
  vi: 'Chờ cả hai báo cáo định kỳ để đối chiếu.',
  en: 'Awaits both periodic reports, to be compared.',
}
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
const POLICY: Citation = { kind: 'policy' }
const ARITHMETIC: Citation = { kind: 'arithmetic' }
const PL8 = 'TT19-2016-BYT PL 8'
const PL2 = 'TT07-2016-BLDTBXH PL II'

/** Rules of the catalogue that one screening, the registers and what was filed before do not suffice to judge. */
export const awaitingRules: readonly AwaitingRule[] = [
  of('OD-R001', HEALTH_REPORT, FROM_TEXT, [cite('TT19-2016-BYT 10.3')], {
    vi: 'Kỳ báo cáo không phải 6 tháng đầu năm hay cả năm, hoặc là năm chưa có mẫu hay chưa đến.',
    en: 'The period is neither the first half-year nor the year, or a year before the form or still to come.',
  }),
  of('OD-R002', HEALTH_REPORT, BY_POLICY, [cite('TT19-2016-BYT 10.3')], {
    vi: 'Gửi báo cáo khi kỳ báo cáo chưa hết.',
    en: 'The report came before its period had ended.',
  }),
  of('OD-R006', OSH_REPORT, FROM_FORM, [cite(`${PL2}, mục 1`)], {
    vi: 'Một nhóm lao động lớn hơn tổng số, hoặc số dưới 15 tuổi lớn hơn số chưa thành niên.',
    en: 'A group is larger than the whole workforce, or those under 15 outnumber the minors.',
  }),
  of('OD-R007', BOTH_REPORTS, BY_POLICY, [POLICY], {
    vi: 'Tổng số lao động trong hai báo cáo lệch nhau quá 10%.',
    en: 'The workforce differs by more than 10 % between the two reports.',
  }),
  of('OD-R008', HEALTH_REPORT, FROM_TEXT, [cite('TT19-2016-BYT 1.1.a')], {
    vi: 'Có người tiếp xúc với yếu tố có hại mà chưa lập hồ sơ vệ sinh lao động.',
    en: 'People are exposed and there is no hygiene dossier.',
  }),
  of('OD-R009', HEALTH_REPORT, FROM_TEXT, [cite('L84-2015 73.1'), cite('ND39-2016 37')], {
    vi: 'Không có người làm công tác y tế và cũng không có hợp đồng với cơ sở khám bệnh.',
    en: 'There are neither medical staff nor a contract with a facility.',
  }),
  of('OD-R010', HEALTH_REPORT, FROM_TEXT, [cite('ND39-2016 37.1'), cite('ND39-2016 37.2')], {
    vi: 'Số người làm công tác y tế ít hơn mức tối thiểu theo quy mô và ngành.',
    en: 'There are fewer medical staff than the size and the sector call for.',
  }),
  of('OD-R011', HEALTH_REPORT, FROM_TEXT, [cite('ND39-2016 37.3.b')], {
    vi: 'Có người làm công tác y tế chưa có chứng chỉ chuyên môn về y tế lao động.',
    en: 'Some medical staff have no certificate of occupational health.',
  }),
  of('OD-R012', HEALTH_REPORT, FROM_FORM, [cite(`${PL8}, mục II`)], {
    vi: 'Một yếu tố có số mẫu không đạt lớn hơn số mẫu đã đo.',
    en: 'A factor has more samples that failed than were taken.',
  }),
  of('OD-R013', HEALTH_REPORT, FROM_FORM, [cite(`${PL8}, mục II`)], {
    vi: 'Mẫu bụi silic và bụi khác cộng lại không bằng số mẫu bụi.',
    en: 'Samples of silica dust and of other dust do not add up to those of dust.',
  }),
  of('OD-R018', HEALTH_REPORT, FROM_TEXT, [cite('L84-2015 18.2'), cite('ND44-2016 35.1')], {
    vi: 'Có người tiếp xúc với một yếu tố mà cả năm không quan trắc.',
    en: 'People are exposed to a factor that was not monitored all year.',
  }),
  of('OD-R019', HEALTH_REPORT, BY_POLICY, [POLICY], {
    vi: 'Có mẫu quan trắc của một yếu tố nhưng không khai ai tiếp xúc.',
    en: 'A factor was sampled and nobody is stated as exposed to it.',
  }),
  of('OD-R024', OSH_REPORT, FROM_FORM, [cite(`${PL2}, mục 9`)], {
    vi: 'Mẫu không đạt theo từng yếu tố cộng lại khác tổng số mẫu không đạt.',
    en: 'Samples that failed, by factor, do not add up to their total.',
  }),
  of('OD-R043', HEALTH_REPORT, FROM_FORM, [cite(`${PL8}, mục V.2`)], {
    vi: 'Số mắc bệnh theo bốn quý cộng lại khác số được chẩn đoán.',
    en: 'Cases by quarter do not add up to those diagnosed.',
  }),
  of('OD-R044', HEALTH_REPORT, FROM_TEXT, [cite('TT19-2016-BYT 10.3.a')], {
    vi: 'Báo cáo 6 tháng đầu năm có số liệu của nửa cuối năm.',
    en: 'The report of the first half-year has figures of the second.',
  }),
  of('OD-R045', HEALTH_REPORT, BY_ARITHMETIC, [ARITHMETIC], {
    vi: 'Một số liệu cả năm nhỏ hơn số liệu 6 tháng đầu năm.',
    en: 'A figure of the year is smaller than that of its first half.',
  }),
  of('OD-R046', BOTH_REPORTS, FROM_TEXT, [cite('TT56-2025-BYT 10'), cite(`${PL2}, mục 3`)], {
    vi: 'Một báo cáo có người mắc mới, báo cáo kia không có.',
    en: 'One report has new cases and the other has none.',
  }),
  of('OD-R047', BOTH_REPORTS, BY_ARITHMETIC, [ARITHMETIC], {
    vi: 'Số người mắc mới lớn hơn tổng số chẩn đoán theo bệnh.',
    en: 'More persons are new cases than there are diagnoses by disease.',
  }),
  of('OD-R048', OSH_REPORT, FROM_FORM, [cite(`${PL2}, mục 3`)], {
    vi: 'Số mắc mới lớn hơn số cộng dồn.',
    en: 'There are more new cases than cases in all.',
  }),
  of('OD-R049', OSH_REPORT, BY_ARITHMETIC, [ARITHMETIC], {
    vi: 'Số cộng dồn lớn hơn số năm trước cộng số mắc mới.',
    en: 'There are more cases in all than last year and the new ones together.',
  }),
  of('OD-R050', HEALTH_REPORT, FROM_FORM, [cite(`${PL8}, mục III`)], {
    vi: 'Số ngày nghỉ vì bệnh nghề nghiệp của một tháng không thể có với số người nghỉ.',
    en: 'The days off of a month cannot be with the number of persons who were off.',
  }),
  of('OD-R051', OSH_REPORT, FROM_FORM, [cite(`${PL2}, mục 3`)], {
    vi: 'Có người nghỉ hưu sớm hoặc chi phí vì bệnh nghề nghiệp nhưng không đủ người mắc.',
    en: 'There are early retirements or costs without as many cases.',
  }),
  of('OD-R053', BOTH_REPORTS, BY_POLICY, [POLICY], {
    vi: 'Số người của một loại sức khỏe khác nhau giữa hai báo cáo.',
    en: 'A health class differs between the two reports.',
  }),
  of('OD-R070', BENEFITS, FROM_TEXT, [cite('L84-2015 46.1.b')], {
    vi: 'Suy giảm dưới 5% nhưng có ghi trợ cấp từ quỹ.',
    en: 'Reduced by less than 5 %, yet an allowance of the fund is recorded.',
  }),
  of('OD-R083', HEALTH_REPORT, BY_ARITHMETIC, [ARITHMETIC], {
    vi: 'Số khám, số chẩn đoán của các đợt khám trong kỳ khác báo cáo của cơ sở.',
    en: 'Examined and diagnosed in the rounds of the period differ from the report.',
  }),
  of('OD-R086', EACH_WORKER, FROM_TEXT, [cite('TT56-2025-BYT 7.1')], {
    vi: 'Có người tiếp xúc quá 6 tháng mà chưa khám phát hiện bệnh nghề nghiệp.',
    en: 'Somebody was exposed for more than 6 months without an examination.',
  }),
  of('OD-R089', EACH_WORKER, FROM_TEXT, [cite('L84-2015 21.3')], {
    vi: 'Có người trở lại làm việc sau khi mắc bệnh mà chưa khám sức khỏe, chưa giám định.',
    en: 'Somebody returned to work after a disease without an examination or assessment.',
  }),
  of('OD-R090', OBLIGATIONS, FROM_TEXT, [cite('TT19-2016-BYT 10.3.a')], {
    vi: 'Báo cáo y tế lao động 6 tháng gửi từ ngày 05/7 trở đi.',
    en: 'The half-yearly report on occupational health came on 5 July or later.',
  }),
  of('OD-R091', OBLIGATIONS, FROM_TEXT, [cite('TT19-2016-BYT 10.3.b')], {
    vi: 'Báo cáo y tế lao động năm gửi từ ngày 10/01 năm sau trở đi.',
    en: 'The yearly report on occupational health came on 10 January or later.',
  }),
  of('OD-R092', OBLIGATIONS, FROM_TEXT, [cite('TT07-2016-BLDTBXH 10.2'), cite('TT56-2025-BYT 10')], {
    vi: 'Báo cáo an toàn, vệ sinh lao động năm gửi từ ngày 10/01 năm sau trở đi.',
    en: 'The yearly report on safety and health came on 10 January or later.',
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
