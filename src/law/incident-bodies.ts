import type { Bilingual } from '../reference/code-list.ts'
import { type DatedConstant, since, unverifiedSince } from './dated-constant.ts'

export type IncidentBody =
  | 'PROV_LABOUR'
  | 'POLICE'
  | 'LOCAL_COMMITTEE'
  | 'PROVINCE_COMMITTEE'
  | 'MINISTRY'
  | 'SPECIALISED_AUTHORITY'

/** Who is told of a technical incident, by the name the body had on the day. */
export const incidentBodies: Readonly<Record<IncidentBody, DatedConstant<Bilingual>>> = {
  PROV_LABOUR: [
    since(
      '2016-07-01',
      {
        vi: 'Thanh tra Sở Lao động - Thương binh và Xã hội nơi xảy ra sự cố',
        en: 'Inspectorate of the Department of Labour, Invalids and Social Affairs where the incident happened',
      },
      'ND39-2016 26.1',
    ),
    // Decree 129/2025 art. 45.1 names art. 10 of Decree 39/2016; for art. 26 the new body follows by analogy.
    unverifiedSince(
      '2025-07-01',
      { vi: 'Sở Nội vụ nơi xảy ra sự cố', en: 'Department of Home Affairs where the incident happened' },
      'ND39-2016 26.1',
    ),
  ],
  POLICE: [
    since('2016-07-01', { vi: 'Công an cấp huyện', en: 'District police' }, 'ND39-2016 26.1'),
    since('2025-07-01', { vi: 'Công an cấp xã', en: 'Commune police' }, 'ND129-2025 42.1'),
  ],
  LOCAL_COMMITTEE: [
    since(
      '2016-07-01',
      {
        vi: 'Ủy ban nhân dân cấp huyện nơi xảy ra sự cố',
        en: "People's Committee of the district where the incident happened",
      },
      'ND39-2016 26.3.a',
    ),
    since(
      '2025-07-01',
      {
        vi: 'Ủy ban nhân dân cấp xã nơi xảy ra sự cố',
        en: "People's Committee of the commune where the incident happened",
      },
      'ND128-2025 9',
    ),
  ],
  PROVINCE_COMMITTEE: [
    since(
      '2016-07-01',
      {
        vi: 'Ủy ban nhân dân cấp tỉnh nơi xảy ra sự cố',
        en: "People's Committee of the province where the incident happened",
      },
      'ND39-2016 26.3.b',
    ),
  ],
  MINISTRY: [
    since(
      '2016-07-01',
      { vi: 'Bộ quản lý nhà nước về lao động', en: 'Ministry in charge of labour' },
      'L84-2015 36.3.a',
    ),
  ],
  SPECIALISED_AUTHORITY: [
    since(
      '2016-07-01',
      { vi: 'Cơ quan có thẩm quyền theo luật chuyên ngành', en: 'Authority named by the specialised law' },
      'ND39-2016 26.2',
    ),
  ],
}
