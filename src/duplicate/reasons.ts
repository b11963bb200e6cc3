import type { Text } from '../rules/rule.ts'

/** What speaks for or against two declarations telling of one accident. */
export const REASONS = {
  'same-enterprise': { vi: 'Cùng một doanh nghiệp.', en: 'The same enterprise.' },
  'named-as-party': {
    vi: 'Doanh nghiệp này được hồ sơ kia nêu là bên liên quan.',
    en: 'One enterprise is named as a party by the other declaration.',
  },
  'common-party': { vi: 'Hai hồ sơ cùng nêu một bên liên quan.', en: 'Both declarations name the same third party.' },
  'other-enterprise': { vi: 'Hai doanh nghiệp không liên quan.', en: 'Enterprises that do not name each other.' },
  'same-hour': { vi: 'Xảy ra cách nhau không quá 2 giờ.', en: 'At most two hours apart.' },
  'same-shift': { vi: 'Cùng ngày, cách nhau không quá 4 giờ.', en: 'The same day, at most four hours apart.' },
  'same-day': { vi: 'Cùng ngày nhưng khác giờ.', en: 'The same day at another hour.' },
  'next-day': { vi: 'Cách nhau một ngày.', en: 'One day apart.' },
  'same-commune': { vi: 'Cùng xã, phường.', en: 'The same commune.' },
  'same-province': {
    vi: 'Cùng tỉnh, một hồ sơ không nêu xã.',
    en: 'The same province; one does not tell the commune.',
  },
  'other-place': { vi: 'Khác địa bàn.', en: 'Another place.' },
  'same-address': { vi: 'Địa chỉ giống nhau.', en: 'Alike addresses.' },
  'other-address': { vi: 'Địa chỉ khác nhau.', en: 'Other addresses.' },
  'same-casualties': {
    vi: 'Cùng số người chết, bị thương nặng, bị thương nhẹ.',
    en: 'The same numbers of dead, seriously and slightly injured.',
  },
  'same-victims': { vi: 'Cùng tổng số người bị nạn.', en: 'The same number of victims.' },
  'other-deaths': { vi: 'Khác số người chết.', en: 'Other numbers of dead.' },
  'other-victims': { vi: 'Khác số người bị nạn.', en: 'Other numbers of victims.' },
  'same-identity': { vi: 'Cùng số định danh cá nhân.', en: 'The same identity number.' },
  'other-identity': { vi: 'Khác số định danh cá nhân.', en: 'Other identity numbers.' },
  'same-name': { vi: 'Tên người bị nạn trùng nhau.', en: 'The names of victims agree.' },
  'alike-name': { vi: 'Tên người bị nạn gần giống nhau.', en: 'The names of victims are nearly alike.' },
  'other-name': { vi: 'Tên người bị nạn khác nhau.', en: 'The names of victims differ.' },
  'same-age': { vi: 'Tuổi phù hợp.', en: 'The ages agree.' },
  'other-age': { vi: 'Tuổi khác nhau.', en: 'The ages differ.' },
  'other-sex': { vi: 'Khác giới tính.', en: 'The sexes differ.' },
} as const satisfies Record<string, Text>

export type ReasonCode = keyof typeof REASONS
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]

export interface Reason {
  readonly code: ReasonCode
  /** Points: for one accident when positive, for two when negative. */
  readonly weight: number
}
