import type { WorkCounts, WorkItem } from './schema.ts'

const enterprise = { id: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f', name: 'Công ty Cổ phần Xây dựng Bắc Sơn' }

/** A report nobody has sent, and an accident nobody has reviewed: 10 July 2026, 9:00 in Viet Nam. */
export const sampleWork: readonly WorkItem[] = [
  {
    sort: 'overdue-obligation',
    what: 'Người sử dụng lao động đã quá hạn báo cáo tổng hợp tình hình tai nạn lao động (2026-H1).',
    record: { kind: 'obligation', id: '6f1c2a90-3b7d-8e41-9a52-7c0d1e2f3a4b' },
    enterprise,
    since: '2025-12-31T17:00:00.000Z',
    due: '2026-07-04T17:00:00.000Z',
    left: { over: true, days: 5, hours: 9, minutes: 0 },
    link: '/v1/obligations?enterprise=01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f&duty=accident-summary',
  },
  {
    sort: 'review',
    what: 'Khai báo tai nạn lao động chết người ngày 12/05/2026 mới nhận, chưa được xem xét.',
    record: { kind: 'accident', id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01' },
    enterprise,
    since: '2026-05-12T04:45:00.000Z',
    due: null,
    left: null,
    link: '/v1/accident-declarations/0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
  },
]

export const sampleCounts: WorkCounts = {
  review: { all: 1, overdue: 0 },
  'own-obligation': { all: 0, overdue: 0 },
  'overdue-obligation': { all: 1, overdue: 1 },
}
