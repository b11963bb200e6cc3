import type { ObligationView } from './schema.ts'

/** A report nobody has sent yet. */
export const sampleObligation: ObligationView = {
  id: '6f1c2a90-3b7d-8e41-9a52-7c0d1e2f3a4b',
  status: 'overdue',
  duty: 'accident-summary',
  owedBy: 'enterprise',
  owedTo: 'labour-office',
  party: 'Công ty Cổ phần Xây dựng Bắc Sơn',
  enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  source: { kind: 'enterprise', id: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f', subject: '2026-H1' },
  period: '2026-H1',
  since: '2026-01-01',
  dueOn: '2026-07-04',
  dueAt: null,
  before: '2026-07-05',
  certain: true,
  daysLeft: -6,
  doneOn: null,
  citations: [
    {
      kind: 'law',
      instrument: 'ND39-2016',
      article: '24.1',
      text: 'Nghị định 39/2016/NĐ-CP, Điều 24 khoản 1',
    },
  ],
  reason: { code: 'employs-workers', text: 'cơ sở đăng ký sử dụng 240 lao động' },
  explanation:
    'Người sử dụng lao động phải báo cáo tổng hợp tình hình tai nạn lao động, kỳ 6 tháng đầu năm 2026; nơi nhận: Sở Nội vụ; trước ngày 2026-07-05 (chậm nhất 2026-07-04); căn cứ Nghị định 39/2016/NĐ-CP, Điều 24 khoản 1; vì cơ sở đăng ký sử dụng 240 lao động. Đã quá hạn.',
  waiver: null,
}

export const sampleWaiver = { reason: 'Cơ sở tạm ngừng hoạt động từ ngày 02/01/2026 theo thông báo đã tiếp nhận.' }

export const sampleWaived: ObligationView = {
  ...sampleObligation,
  status: 'waived',
  explanation: sampleObligation.explanation.replace('Đã quá hạn', 'Được miễn'),
  waiver: {
    reason: sampleWaiver.reason,
    at: '2026-07-10T02:00:00.000Z',
    by: { clientId: '01890a5d-ac96-774b-bcce-b302099a8057', actor: null },
  },
}

export const sampleCounts = {
  due: 4,
  'due-soon': 0,
  overdue: 1,
  'done-on-time': 2,
  'done-late': 0,
  waived: 0,
}
