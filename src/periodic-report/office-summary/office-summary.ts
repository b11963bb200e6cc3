import { periodicReportDue } from '../../law/accident-due-dates.ts'
import { establishmentTypes } from '../../reference/catalogue.ts'
import { presentCitation } from '../../rules/present.ts'
import type { Language } from '../../rules/rule.ts'
import { nameOfRow } from '../accident-summary/cell-names.ts'
import { lastDayOf, type Period, periodText } from '../period.ts'
import { TOTAL, TYPE_NOT_STATED } from './cell-names.ts'
import type { FiguresOfOffice } from './figures-of-office.ts'
import { partIHeld, partIIHeld, type TypeFigures } from './held-rows.ts'
import type { OfficeSummary } from './schema.ts'

/** Accidents or deaths by this many workers; the form names neither the formula nor the multiplier of deaths. */
const PER_WORKERS = 1_000

/** Annex XIV of Decree 39/2016 from what an office holds. */
export function officeSummary(
  held: FiguresOfOffice,
  period: Period,
  unit: string | null,
  language: Language,
): OfficeSummary {
  const on = lastDayOf(period)
  const due = periodicReportDue(on, 'province')
  const { total, types } = partIHeld(held)
  return {
    form: 'ND39-2016 PL XIV',
    period: periodText(period),
    unit,
    perWorkers: PER_WORKERS,
    due: due
      ? {
          due: due.due,
          strictlyBefore: due.strictlyBefore,
          citations: [presentCitation(due.citation, language)],
        }
      : null,
    partI: [
      { code: null, name: TOTAL[language], ...withFrequencies(total) },
      ...types.map(({ code, ...figures }) => ({
        code,
        name: (code && establishmentTypes.find(code, on)?.[language]) ?? code ?? TYPE_NOT_STATED[language],
        ...withFrequencies(figures),
      })),
    ],
    partII: partIIHeld(held).map(({ row, ...figures }) => ({
      row,
      name: nameOfRow(row)[language],
      ...NO_LOSSES,
      ...figures,
    })),
    declared: held.declared,
  }
}

function withFrequencies(figures: TypeFigures) {
  const { victims, deaths, workersReporting } = figures
  return { ...figures, k: rate(victims, workersReporting), kDeaths: rate(deaths, workersReporting) }
}

/** Null where nobody reported workers. */
function rate(count: number, workers: number): number | null {
  return workers === 0 ? null : Math.round((count * PER_WORKERS * 10_000) / workers) / 10_000
}

/** Of the rows that have none. */
const NO_LOSSES = { daysOff: null, costs: null, medical: null, wages: null, compensation: null, propertyDamage: null }
