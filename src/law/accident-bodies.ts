import type { Bilingual } from '../reference/code-list.ts'
import { type DatedConstant, since, unverifiedSince } from './dated-constant.ts'

export type AccidentBody = 'PROV_LABOUR' | 'ABROAD' | 'POLICE' | 'COMMUNE' | 'SPECIAL_FIELD'

/** First day of two-level local government: no districts, the Department of Home Affairs in charge of labour. */
const TWO_LEVELS = '2025-07-01'

/** Who is told of an accident, by the name the body had on the day. */
export const accidentBodies: Readonly<Record<AccidentBody, DatedConstant<Bilingual>>> = {
  PROV_LABOUR: [
    since(
      '2016-07-01',
      {
        vi: 'Thanh tra Sở Lao động - Thương binh và Xã hội nơi xảy ra tai nạn',
        en: 'Inspectorate of the Department of Labour, Invalids and Social Affairs where the accident happened',
      },
      'ND39-2016 10.1.a',
    ),
    since(
      TWO_LEVELS,
      { vi: 'Sở Nội vụ nơi xảy ra tai nạn', en: 'Department of Home Affairs where the accident happened' },
      'ND129-2025 45.1',
    ),
  ],
  ABROAD: [
    since(
      '2016-07-01',
      {
        vi: 'Thanh tra Sở Lao động - Thương binh và Xã hội nơi đặt trụ sở chính',
        en: 'Inspectorate of the Department of Labour, Invalids and Social Affairs of the head office',
      },
      'ND39-2016 19.2.b',
    ),
    // Decree 129/2025 art. 45.1 names art. 10 of Decree 39/2016 only; for art. 19 the new body follows by analogy.
    unverifiedSince(
      TWO_LEVELS,
      { vi: 'Sở Nội vụ nơi đặt trụ sở chính', en: 'Department of Home Affairs of the head office' },
      'ND39-2016 19.2.b',
    ),
  ],
  POLICE: [
    since('2016-07-01', { vi: 'Công an cấp huyện', en: 'District police' }, 'L84-2015 34.1.b'),
    since(TWO_LEVELS, { vi: 'Công an cấp xã', en: 'Commune police' }, 'ND129-2025 42'),
  ],
  COMMUNE: [
    since(
      '2016-07-01',
      {
        vi: 'Ủy ban nhân dân cấp xã nơi xảy ra tai nạn',
        en: "People's Committee of the commune where the accident happened",
      },
      'L84-2015 34.1.d',
    ),
  ],
  SPECIAL_FIELD: [
    since(
      '2016-07-01',
      { vi: 'Bộ quản lý ngành, lĩnh vực', en: 'Ministry in charge of the field' },
      'ND39-2016 10.2.a',
    ),
  ],
}
