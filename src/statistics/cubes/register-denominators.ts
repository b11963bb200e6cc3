import type { Text } from '../../rules/rule.ts'
import type { Denominator } from '../cube.ts'
import { registerCube } from './register.ts'

const PERIODS = ['year', 'half', 'quarter', 'month']

/**
 * A number of the register of enterprises as a denominator. `unaffectedBy`: dimensions of the asking cube that select
 * events only.
 */
export function ofRegister(measure: keyof typeof TITLES, unaffectedBy: readonly string[]): Denominator {
  const { basis, title } = TITLES[measure]
  return { basis, title, cube: registerCube, measure, constantOver: PERIODS, unaffectedBy }
}

const TITLES = {
  workers: {
    basis: 'register-headcount',
    title: {
      vi: 'Số lao động hiện ghi trong sổ đăng ký, theo nơi đặt trụ sở chính của doanh nghiệp',
      en: 'Workers as the register has them now, by head office of the enterprise',
    },
  },
  enterprisesWithHazards: {
    basis: 'register-hazards',
    title: {
      vi: 'Số doanh nghiệp mà sổ đăng ký hiện ghi có yếu tố có hại, theo nơi đặt trụ sở chính',
      en: 'Enterprises that the register now says have harmful factors, by head office',
    },
  },
  enterprisesOfHighRisk: {
    basis: 'register-high-risk',
    title: {
      vi: 'Số doanh nghiệp mà sổ đăng ký hiện ghi thuộc ngành nghề nguy cơ cao (Điều 8 Thông tư 07/2016/TT-BLĐTBXH), theo nơi đặt trụ sở chính',
      en: 'Enterprises that the register now says are in a high-risk sector (Circular 07/2016/TT-BLĐTBXH, Art. 8), by head office',
    },
  },
} as const satisfies Record<string, { basis: string; title: Text }>
