import type { Investigator, MinutesForm, MinutesRecipient } from '../law/accident-investigation.ts'
import type { Text } from '../rules/rule.ts'
import type { Conclusion } from './investigation/schema.ts'
import type { AccidentClass } from './vocabulary.ts'

/** What codes are called in sentences; those of code lists have their names there. */

export const CLASS_NAMES: Readonly<Record<AccidentClass, Text>> = {
  fatal: { vi: 'tai nạn lao động chết người', en: 'a fatal accident' },
  serious: { vi: 'tai nạn lao động nặng', en: 'a serious accident' },
  light: { vi: 'tai nạn lao động nhẹ', en: 'a light accident' },
  undetermined: { vi: 'tai nạn lao động chưa rõ mức độ', en: 'an accident not known how grave' },
}

export const INVESTIGATOR_NAMES: Readonly<Record<Investigator, Text>> = {
  base: { vi: 'Đoàn điều tra cấp cơ sở', en: "the employer's team" },
  provincial: { vi: 'Đoàn điều tra cấp tỉnh', en: 'the provincial team' },
  central: { vi: 'Đoàn điều tra cấp trung ương', en: 'the central team' },
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: 'the commune' },
}

export const CONCLUSION_NAMES: Readonly<Record<Conclusion, Text>> = {
  occupational: { vi: 'tai nạn lao động', en: 'a work accident' },
  commuting: { vi: 'tai nạn trên đường đi và về', en: 'an accident on the way to or from work' },
  'not-occupational': { vi: 'không phải tai nạn lao động', en: 'no work accident' },
}

export const MINUTES_FORM_NAMES: Readonly<Record<MinutesForm, Text>> = {
  'ND39-PL9': { vi: 'Phụ lục IX Nghị định 39/2016/NĐ-CP', en: 'Annex IX of Decree 39/2016' },
  'ND39-PL10': { vi: 'Phụ lục X Nghị định 39/2016/NĐ-CP', en: 'Annex X of Decree 39/2016' },
}

export const MINUTES_RECIPIENT_NAMES: Readonly<Record<MinutesRecipient, Text>> = {
  'victim-or-family': { vi: 'nạn nhân hoặc thân nhân', en: 'the victim or the family' },
  'head-office-department': { vi: 'Sở nơi đặt trụ sở chính', en: 'the department of the head office' },
  'place-department': { vi: 'Sở nơi xảy ra tai nạn', en: 'the department of the place' },
  'members-bodies': { vi: 'cơ quan có người tham gia Đoàn', en: 'the bodies that have members in the team' },
  ministry: { vi: 'Bộ quản lý nhà nước về lao động', en: 'the ministry in charge of labour' },
  employer: { vi: 'người sử dụng lao động', en: 'the employer' },
}
