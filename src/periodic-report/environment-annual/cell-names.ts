import type { Text } from '../../rules/rule.ts'
import { text } from '../names.ts'
import { hazardName } from '../occupational-health/cell-names.ts'

const NAMES: Readonly<Record<string, Text>> = {
  campaigns: { vi: 'số đợt quan trắc', en: 'monitoring campaigns' },
  establishments: { vi: 'số cơ sở được quan trắc', en: 'establishments monitored' },
  positions: { vi: 'số vị trí quan trắc', en: 'positions monitored' },
  samples: { vi: 'số mẫu', en: 'samples' },
  failed: { vi: 'số mẫu không đạt', en: 'samples beyond the limit' },
}

/** By the name of its cell, `HZ-PHY-NOISE.failed`: `HZ-PHY-NOISE (Tiếng ồn), số mẫu không đạt`. */
export function nameOfMonitoringCell(line: string): Text {
  const dot = line.indexOf('.')
  const name = NAMES[line.slice(dot + 1)] ?? { vi: line, en: line }
  if (dot === -1) return name
  const factor = hazardName(line.slice(0, dot))
  return text((language) => `${factor[language]}, ${name[language]}`)
}
