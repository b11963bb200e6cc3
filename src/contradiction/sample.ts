import { presentCitation } from '../rules/present.ts'
import { deathsSummed } from './checks/deaths-summed.ts'
import type { Contradiction } from './schema.ts'

/** What the document shows: a half-year summary that left out the death of the sample accident. */
export const sampleContradiction: Contradiction = {
  id: '7d793037a0760186574b0282f2f435e7',
  check: deathsSummed.id,
  rules: [...deathsSummed.rules],
  title: deathsSummed.title.vi,
  message: 'Báo cáo tổng hợp ghi 0 tại ô 1.deaths; các hồ sơ khai báo trong kỳ cho 1.',
  citations: deathsSummed.citations.map((citation) => presentCitation(citation, 'vi')),
  state: 'open',
  holds: true,
  settledOn: null,
  establishment: 'Công ty Cổ phần Xây dựng Bắc Sơn',
  legalDate: '2026-06-30',
  since: '2026-07-03',
  left: {
    kind: 'report',
    id: '0199f5e3-8b31-7d4e-9c75-5a8f9e0d1c23',
    enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
    field: '1.deaths',
    value: 0,
  },
  right: {
    kind: 'accident',
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
    enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
    field: '/victims/*/condition',
    value: 1,
  },
  decision: null,
}

export const sampleExplanation = {
  state: 'explained',
  explanation: 'Nạn nhân chết sau khi báo cáo 6 tháng đã gửi; doanh nghiệp sẽ sửa đổi báo cáo.',
} as const

export const sampleExplained: Contradiction = {
  ...sampleContradiction,
  state: 'explained',
  decision: {
    ...sampleExplanation,
    at: '2026-07-06T02:00:00.000Z',
    by: { clientId: '01890a5d-ac96-774b-bcce-b302099a8057', actor: null },
  },
}
