import { fill } from '../rules/present.ts'
import type { Language, Text } from '../rules/rule.ts'
import type { FacilityObstacle, OrganisationObstacle } from './eligibility.ts'

type Obstacle = FacilityObstacle | OrganisationObstacle

const TEXTS: Record<Obstacle['reason'], Text> = {
  'no-licence': {
    vi: 'Không có giấy phép nào có phạm vi khám bệnh nghề nghiệp.',
    en: 'There is no licence that covers occupational diseases.',
  },
  scope: {
    vi: 'Giấy phép {licence} không có phạm vi khám bệnh nghề nghiệp.',
    en: 'Licence {licence} does not cover occupational diseases.',
  },
  'not-yet-licensed': {
    vi: 'Giấy phép {licence} có hiệu lực từ ngày {validFrom}.',
    en: 'Licence {licence} begins on {validFrom}.',
  },
  expired: { vi: 'Giấy phép {licence} hết hạn ngày {validTo}.', en: 'Licence {licence} ended on {validTo}.' },
  revoked: {
    vi: 'Giấy phép {licence} bị thu hồi từ ngày {revokedOn}.',
    en: 'Licence {licence} was revoked from {revokedOn} on.',
  },
  'not-yet-announced': {
    vi: 'Ngày {announcedOn} mới được công bố đủ điều kiện.',
    en: 'It was announced on {announcedOn} only.',
  },
  withdrawn: {
    vi: 'Không còn được công bố đủ điều kiện từ ngày {withdrawnOn}.',
    en: 'Its announcement was withdrawn from {withdrawnOn} on.',
  },
  suspended: {
    vi: 'Bị đình chỉ từ ngày {from} đến {to} theo quyết định {decision}.',
    en: 'It is suspended from {from} until {to} by decision {decision}.',
  },
}
const FURTHER_NOTICE: Text = { vi: 'khi có thông báo mới', en: 'further notice' }

/** Why a provider may not work, in a sentence. */
export function obstacleText(obstacle: Obstacle, language: Language): string {
  const params = 'to' in obstacle ? { ...obstacle, to: obstacle.to ?? FURTHER_NOTICE[language] } : { ...obstacle }
  return fill(TEXTS[obstacle.reason][language], params, language)
}
