import type { Duplicate } from './schema.ts'

/** What the document shows: a contractor and the owner of the site tell of one fall. */
export const sampleDuplicate: Duplicate = {
  id: '5d41402abc4b2a76b9719d911017c592',
  state: 'open',
  score: 0.998,
  reasons: [
    { code: 'named-as-party', text: 'Doanh nghiệp này được hồ sơ kia nêu là bên liên quan.', weight: 1.5 },
    { code: 'same-hour', text: 'Xảy ra cách nhau không quá 2 giờ.', weight: 2 },
    { code: 'same-commune', text: 'Cùng xã, phường.', weight: 1.5 },
    { code: 'same-name', text: 'Tên người bị nạn trùng nhau.', weight: 4.5 },
    { code: 'same-age', text: 'Tuổi phù hợp.', weight: 1 },
  ],
  left: {
    declarationId: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
    enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
    establishment: 'Công ty Cổ phần Xây dựng Bắc Sơn',
    occurredAt: '2026-05-12T02:40:00.000Z',
    filedAt: '2026-05-12T04:45:00.000Z',
    status: 'filed',
    unit: { scheme: 'VN-2025', code: '01849' },
    victims: 1,
    deaths: 1,
  },
  right: {
    declarationId: '0199f4d1-7a20-7c2d-8b63-4f7e8d9c0b12',
    enterpriseId: '01890a5e-c2d3-7e4f-8a51-6b7c8d9e0f1a',
    establishment: 'Ban Quản lý dự án nhà ở xã hội',
    occurredAt: '2026-05-12T03:00:00.000Z',
    filedAt: '2026-05-12T08:10:00.000Z',
    status: 'filed',
    unit: { scheme: 'VN-2025', code: '01849' },
    victims: 1,
    deaths: 1,
  },
  decision: null,
}

/** As decided: two accidents. */
export const sampleDecided: Duplicate = {
  ...sampleDuplicate,
  state: 'distinct',
  decision: {
    decision: 'distinct',
    keep: null,
    reason: 'Hai vụ khác nhau: đã đối chiếu biên bản hiện trường.',
    at: '2026-05-14T02:00:00.000Z',
    by: { clientId: '01890a5d-ac96-774b-bcce-b302099a8057', actor: null },
  },
}
