import { datedNames } from './constants.ts'

const BODIES = ['PROV_LABOUR', 'ABROAD', 'POLICE', 'COMMUNE', 'SPECIAL_FIELD'] as const

export type AccidentBody = (typeof BODIES)[number]

/** Who is told of an accident, by the name the body had on the day. */
export const accidentBodies = datedNames('accident-bodies.csv', BODIES)
