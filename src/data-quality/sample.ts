import { cite } from '../law/citation.ts'
import { presentCitation } from '../rules/present.ts'
import type { ConfirmedWarning, QualityRow } from './schema.ts'

export const sampleQuality: QualityRow = {
  key: 'ACC-Y01',
  label: 'Tai nạn ở nước ngoài được khai báo ngày …, sau hạn … tính theo ngày làm việc từ khi nhận tin.',
  citations: [presentCitation(cite('ND39-2016 19.2.b'), 'vi')],
  declarations: 12,
  findings: 12,
  breaches: 12,
  warnings: 0,
  confirmed: 0,
  infos: 0,
}

export const sampleConfirmed: ConfirmedWarning = {
  rule: 'KB-ACC-16',
  message: 'Theo năm sinh, nạn nhân thứ … đã … tuổi.',
  declaration: { kind: 'accident', id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01', revision: 1 },
  enterprise: { id: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f', name: 'Công ty Cổ phần Xây dựng Bắc Sơn' },
  legalDate: '2026-05-12',
  confirmedAt: '2026-05-12T04:45:00.000Z',
  filedAs: 'enterprise',
  reasons: [{ pointer: '/victims/0/person', reason: 'Đã đối chiếu giấy tờ tùy thân.' }],
}
