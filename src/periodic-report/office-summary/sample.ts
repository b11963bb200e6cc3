import { EMPTY_ROW } from '../accident-summary/columns.ts'
import { filedAsHeld } from './figures.ts'
import type { FiguresOfOffice } from './figures-of-office.ts'

/** One joint-stock company with one fatal accident, which declared it. */
export const sampleHeld: FiguresOfOffice = {
  reported: [{ ownership: '3', establishments: 1, workers: 240, women: 35, victims: 1, deaths: 1, serious: 0 }],
  establishments: [{ ownership: '3', establishments: 2, workers: 300 }],
  cells: new Map(
    ['1', '1.1.1', '1.2.injury-factors-kb:fall-from-height', '1.3.71', '3'].flatMap((row) =>
      Object.entries({ ...EMPTY_ROW, accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1 }).map(
        ([column, value]) => [`${row}.${column}`, value] as const,
      ),
    ),
  ),
  declared: { accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, serious: 0 },
}

export const sampleOfficeSummary = filedAsHeld(sampleHeld)
