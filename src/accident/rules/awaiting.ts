import { cite } from '../../law/citation.ts'
import type { AwaitingRule, Text } from '../../rules/rule.ts'
import { FROM_QUOTATION } from './define.ts'

const DRAFT: Text = {
  vi: 'Chờ Nghị định thay thế Nghị định 39/2016 được ban hành; hiện là dự thảo.',
  en: 'Awaits the decree that is to replace Decree 39/2016, now a draft.',
}

/** Rules of the catalogue that are not law yet. */
export const awaitingRules: readonly AwaitingRule[] = [
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
]
