import { mixtureIndex } from '../law/exposure/assess.ts'
import type { Mixture, PositionFacts } from './facts.ts'

/** Positions at which several substances were held to limits. */
export function mixturesAt(positions: readonly PositionFacts[]): readonly Mixture[] {
  return positions.flatMap((position) => {
    const index = mixtureIndex(position.measurements.flatMap(({ assessment }) => assessment ?? []))
    return index === null ? [] : [{ position, index }]
  })
}
