import { cite } from '../../law/citation.ts'
import type { AwaitingRule, Text } from '../../rules/rule.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_QUOTATION, FROM_TEXT } from './define.ts'

const INVESTIGATION: Text = {
  vi: 'Chờ hồ sơ điều tra: bản khai báo không có dữ liệu này.',
  en: 'Awaits the investigation file: a declaration does not hold these facts.',
}
const OUTCOMES: Text = {
  vi: 'Chờ diễn biến sau khai báo của từng nạn nhân.',
  en: 'Awaits the outcomes of the victims after the declaration.',
}
const INCIDENTS: Text = {
  vi: 'Chờ sổ đăng ký sự cố kỹ thuật.',
  en: 'Awaits the register of technical incidents.',
}
const COMPENSATION: Text = {
  vi: 'Chờ dữ liệu bồi thường, trợ cấp.',
  en: 'Awaits the data on compensation and allowances.',
}
const DRAFT: Text = {
  vi: 'Chờ Nghị định thay thế Nghị định 39/2016 được ban hành; hiện là dự thảo.',
  en: 'Awaits the decree that is to replace Decree 39/2016, now a draft.',
}

/** Rules of the catalogue that one declaration and the register do not suffice to judge. */
export const awaitingRules: readonly AwaitingRule[] = [
  {
    id: 'ACC-A17',
    citations: [cite('ND39-2016 26.1')],
    provenance: FROM_TEXT,
    awaits: INCIDENTS,
    message: {
      vi: 'Sự cố làm chết người, làm bị thương nặng nhiều người không thuộc cơ sở, hoặc chưa rõ thương vong, nhưng chưa được khai báo.',
      en: 'An incident that killed or seriously injured several who are not workers of the establishment, or whose casualties are unknown, was not declared.',
    },
  },
  {
    id: 'ACC-A18',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    awaits: {
      vi: 'Chờ đối chiếu với hồ sơ của cơ sở khác; kết quả chỉ dành cho cán bộ.',
      en: 'Awaits the comparison with filings of other establishments, which is for officers only.',
    },
    message: {
      vi: 'Một cơ sở khác có thể đã khai báo chính vụ tai nạn này.',
      en: 'Another establishment may have declared the same accident.',
    },
  },
  {
    id: 'ACC-C19',
    citations: [cite('ND39-2016 22'), cite('ND39-2016 10.1')],
    provenance: FROM_TEXT,
    awaits: OUTCOMES,
    message: {
      vi: 'Nạn nhân bị thương đã chết sau đó nhưng chưa khai báo bổ sung và chưa bàn giao hồ sơ cho Đoàn điều tra cấp tỉnh.',
      en: 'An injured victim has died since, without a further declaration and without the file going to the provincial team.',
    },
  },
  {
    id: 'ACC-C20',
    citations: [cite('L84-2015 3.8')],
    provenance: FROM_QUOTATION,
    awaits: INVESTIGATION,
    message: {
      vi: 'Đã kết luận không phải tai nạn lao động nhưng vụ tai nạn vẫn được thống kê.',
      en: 'Concluded not to be a work accident, yet still counted.',
    },
  },
  {
    id: 'ACC-D06',
    citations: [cite('L84-2015 35.6')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: { vi: 'Điều tra quá thời hạn luật định.', en: 'The investigation went past its time limit.' },
  },
  {
    id: 'ACC-D07',
    citations: [cite('L84-2015 35.6.d')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Áp dụng thời hạn dành cho vụ cần giám định nhưng không có giám định kỹ thuật hay pháp y.',
      en: 'The limit for accidents that need expertise was used without technical or forensic expertise.',
    },
  },
  {
    id: 'ACC-D08',
    citations: [cite('L84-2015 35.6')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Gia hạn điều tra không đúng điều kiện: số lần, thời gian, loại tai nạn hoặc sự đồng ý.',
      en: 'The extension does not meet its conditions: how often, how long, for which class, with whose consent.',
    },
  },
  {
    id: 'ACC-D09',
    citations: [cite('L84-2015 35.6.d')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Sau khi cơ quan điều tra không khởi tố, thời hạn phải tính từ ngày Đoàn điều tra nhận đủ hồ sơ.',
      en: 'After a decision not to prosecute, the limit runs from the day the team has the complete file.',
    },
  },
  {
    id: 'ACC-D10',
    citations: [cite('ND39-2016 13.9'), cite('ND39-2016 14.6'), cite('ND39-2016 15.5')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Biên bản được gửi chậm so với ngày họp công bố.',
      en: 'The minutes were sent too long after the announcement meeting.',
    },
  },
  {
    id: 'ACC-D11',
    citations: [cite('ND39-2016 11.2.a')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Cơ quan lao động cấp tỉnh không cử người đến hiện trường kịp thời.',
      en: 'The provincial labour authority did not send anybody to the scene in time.',
    },
  },
  {
    id: 'ACC-D12',
    citations: [cite('ND39-2016 11.1')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Đoàn điều tra cấp cơ sở không được thành lập ngay.',
      en: 'The team of the establishment was not formed at once.',
    },
  },
  {
    id: 'ACC-D13',
    citations: [cite('ND39-2016 17')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Khiếu nại về biên bản điều tra nộp quá thời hạn.',
      en: 'A complaint about the minutes came after its time limit.',
    },
  },
  {
    id: 'ACC-D14',
    citations: [cite('L84-2015 35.6'), { kind: 'policy' }],
    provenance: BY_POLICY,
    awaits: INVESTIGATION,
    message: {
      vi: 'Loại tai nạn thay đổi khi đang điều tra nhưng chưa tính lại thời hạn.',
      en: 'The class changed during the investigation and the limit was not counted anew.',
    },
  },
  {
    id: 'ACC-K04',
    citations: [cite('L84-2015 34.1'), cite('ND39-2016 10')],
    provenance: BY_ARITHMETIC,
    awaits: INCIDENTS,
    message: {
      vi: 'Sự cố có nạn nhân nhưng không gắn với bản khai báo tai nạn nào.',
      en: 'An incident with victims to which no accident declaration belongs.',
    },
  },
  {
    id: 'ACC-X01',
    citations: [cite('ND39-2016-DRAFT')],
    provenance: FROM_QUOTATION,
    awaits: DRAFT,
    message: {
      vi: '(Dự thảo) Vụ tai nạn có ngày nghỉ hoặc có người chết chưa được cập nhật vào cơ sở dữ liệu điện tử trong thời hạn.',
      en: '(Draft) An accident with a day off or a death was not entered in the electronic database in time.',
    },
  },
  {
    id: 'ACC-X02',
    citations: [cite('ND39-2016-DRAFT')],
    provenance: FROM_QUOTATION,
    awaits: DRAFT,
    message: {
      vi: '(Dự thảo) Đã có biên bản điều tra nhưng cơ sở dữ liệu điện tử chưa được bổ sung.',
      en: '(Draft) The minutes are out, and the electronic database was not brought up to date.',
    },
  },
  {
    id: 'ACC-Y04',
    citations: [cite('ND39-2016 13.5'), cite('ND39-2016 14.2'), cite('ND39-2016 15.3'), cite('ND39-2016 19.3.b')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Biên bản điều tra không đúng mẫu của cấp Đoàn điều tra.',
      en: 'The minutes are not on the form of the team that wrote them.',
    },
  },
  {
    id: 'ACC-Y05',
    citations: [cite('ND39-2016 13.9')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Biên bản của Đoàn cấp cơ sở chưa gửi đủ nạn nhân hoặc thân nhân và hai Sở.',
      en: 'The minutes of the team of the establishment did not go to the victim or family and to both departments.',
    },
  },
  {
    id: 'ACC-Y07',
    citations: [cite('TT28-2021-BLDTBXH 7.1'), cite('L84-2015 38.7')],
    provenance: FROM_TEXT,
    awaits: COMPENSATION,
    message: {
      vi: 'Quyết định bồi thường, trợ cấp ban hành chậm.',
      en: 'The decision on compensation or allowance came late.',
    },
  },
  {
    id: 'ACC-Y08',
    citations: [cite('L84-2015 40')],
    provenance: FROM_TEXT,
    awaits: COMPENSATION,
    message: {
      vi: 'Đã chi trả cho trường hợp không được hưởng chế độ từ người sử dụng lao động.',
      en: 'Paid in a case in which the employer owes nothing.',
    },
  },
  {
    id: 'ACC-Y09',
    citations: [cite('ND39-2016 20.1')],
    provenance: FROM_TEXT,
    awaits: INVESTIGATION,
    message: {
      vi: 'Cơ quan điều tra chưa kết luận nhưng Đoàn cấp tỉnh đã ban hành biên bản.',
      en: 'The police had not decided yet, and the provincial team issued its minutes.',
    },
  },
  {
    id: 'ACC-Y10',
    citations: [cite('ND283-2026 66'), cite('ND283-2026 67')],
    provenance: FROM_TEXT,
    awaits: {
      vi: 'Chờ dữ liệu xử phạt; bản khai báo không có dữ liệu này.',
      en: 'Awaits the data on penalties, which a declaration does not hold.',
    },
    message: {
      vi: 'Nghị định xử phạt được dẫn không phải là nghị định có hiệu lực khi xảy ra hành vi.',
      en: 'The decree on penalties cited is not the one in force at the time of the act.',
    },
  },
]
