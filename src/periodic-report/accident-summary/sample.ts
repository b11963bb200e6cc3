import { EMPTY_ROW, type FullRow } from './columns.ts'
import type { DeclaredAccident } from './declared-accident.ts'
import type { AccidentSummary } from './schema.ts'

/** The fatal fall of the sample accident. */
const FALL: FullRow = { ...EMPTY_ROW, accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1 }
/** A woman slightly injured on her way home: no accident that must be declared. */
const WAY_HOME: FullRow = { ...EMPTY_ROW, accidents: 1, victims: 1, women: 1 }

export const sampleAccidentSummary: AccidentSummary = {
  payroll: 21_600,
  atWork: {
    total: FALL,
    byCause: [{ cause: '1', ...FALL }],
    byFactor: [{ factor: { list: 'injury-factors-kb', code: 'fall-from-height' }, ...FALL }],
    byOccupation: [{ occupation: '71', ...FALL }],
  },
  commuting: WAY_HOME,
  total: { ...FALL, accidents: 2, victims: 2, women: 1 },
  losses: {
    daysOff: 12,
    costs: { total: 706_500, medical: 3_000, wages: 1_500, compensation: 702_000 },
    propertyDamage: 0,
  },
}

/** What the enterprise declared of the period. */
export const sampleAccidents: readonly DeclaredAccident[] = [
  {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
    section: 1,
    cause: '1',
    factor: { list: 'injury-factors-kb', code: 'fall-from-height' },
    row: FALL,
    occupations: [{ occupation: '71', row: FALL }],
    daysOff: 0,
    medical: 0,
    wages: 0,
    compensation: 702_000,
    propertyDamage: 0,
  },
]
