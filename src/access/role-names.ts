import type { Text } from '../rules/rule.ts'
import type { Role } from './caller.ts'

/** What people call the holders of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  enterprise: { vi: 'cơ sở sử dụng lao động', en: 'enterprises' },
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: 'communes' },
  'labour-office': { vi: 'cơ quan quản lý lao động', en: 'labour offices' },
  'health-office': { vi: 'cơ quan y tế', en: 'health offices' },
  examiner: { vi: 'cơ sở khám bệnh nghề nghiệp', en: 'examination facilities' },
  monitor: { vi: 'tổ chức quan trắc môi trường lao động', en: 'monitoring organisations' },
  integrator: { vi: 'phần mềm trung gian', en: 'integrators' },
  administrator: { vi: 'đơn vị vận hành', en: 'the administrator' },
}
