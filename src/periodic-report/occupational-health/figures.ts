import type { Figure } from '../figures.ts'
import type { OccupationalHealth, Quarters, ReportedPersons } from './schema.ts'

const BASE = '/occupationalHealth'
export const QUARTERS = ['q1', 'q2', 'q3', 'q4'] as const

/** Columns of section IV.1, each with its women. */
export const DISEASE_COLUMNS = [
  ['examined', 'examined'],
  ['suspected', 'suspected'],
  ['diagnosed', 'diagnosed'],
  ['assessed', 'assessed'],
  ['under5', 'bands/under5'],
  ['from5to30', 'bands/from5to30'],
  ['from31', 'bands/from31'],
] as const
export const DUST = ['samplesSilica', 'samplesOther', 'failedSilica', 'failedOther'] as const
export const ABSENCES = ['sick', 'accident', 'disease'] as const

/**
 * Every number of Annex 8 by section, row and column: `II.HZ-PHY-NOISE.samples`, `III.4.sickDays`,
 * `IV.1.OD-01.diagnosedWomen`, `V.3.q2.deaths`, `VI.III.men`.
 */
export function occupationalHealthFigures(report: OccupationalHealth): readonly Figure[] {
  const { factors = [], absences = [], diseases = [], distinct } = report
  return [
    ...sexFigures('I.direct', report.direct, '/direct'),
    ...sexFigures('I.hazardous', report.hazardous, '/hazardous'),
    ...sexFigures('I.firstAiders', report.firstAiders, '/firstAiders'),
    ...factors.flatMap(({ factor, samples, failed, dust, exposed }, index) => [
      ...figure(`II.${factor}.samples`, samples, `/factors/${index}/samples`),
      ...figure(`II.${factor}.failed`, failed, `/factors/${index}/failed`),
      ...DUST.flatMap((part) => figure(`II.${factor}.${part}`, dust?.[part], `/factors/${index}/dust/${part}`)),
      ...sexFigures(`II.${factor}.exposed`, exposed, `/factors/${index}/exposed`),
    ]),
    ...absences.flatMap(({ month, ...absence }, index) =>
      ABSENCES.flatMap((kind) => [
        ...figure(`III.${month}.${kind}Persons`, absence[kind]?.persons, `/absences/${index}/${kind}/persons`),
        ...figure(`III.${month}.${kind}Days`, absence[kind]?.days, `/absences/${index}/${kind}/days`),
      ]),
    ),
    ...diseases.flatMap((row, index) => {
      const columns = { ...row, ...row.bands }
      return DISEASE_COLUMNS.flatMap(([column, place]) =>
        sexFigures(`IV.1.${diseaseKey(row)}.${column}`, columns[column], `/diseases/${index}/${place}`),
      )
    }),
    ...sexFigures('IV.distinct.examined', distinct?.examined, '/distinct/examined'),
    ...sexFigures('IV.distinct.diagnosed', distinct?.diagnosed, '/distinct/diagnosed'),
    ...(report.commonDiseases ?? []).flatMap(({ quarters }, index) =>
      quarterFigures(`V.1.${index + 1}`, quarters, `/commonDiseases/${index}/quarters`),
    ),
    ...(report.diseasesByQuarter ?? []).flatMap(({ disease, quarters }, index) =>
      quarterFigures(`V.2.${disease}`, quarters, `/diseasesByQuarter/${index}/quarters`),
    ),
    ...quarterFigures('V.3.victims', report.accidentsByQuarter?.victims, '/accidentsByQuarter/victims'),
    ...quarterFigures('V.3.deaths', report.accidentsByQuarter?.deaths, '/accidentsByQuarter/deaths'),
    ...(report.healthClasses ?? []).flatMap(({ class: name, men, women }, index) => [
      ...figure(`VI.${name}.men`, men, `/healthClasses/${index}/men`),
      ...figure(`VI.${name}.women`, women, `/healthClasses/${index}/women`),
    ]),
    ...(report.training ?? []).flatMap(({ trained }, index) =>
      sexFigures(`VII.${index + 1}.trained`, trained, `/training/${index}/trained`),
    ),
    ...(report.costs ?? []).flatMap(({ amount }, index) =>
      figure(`VIII.${index + 1}`, amount, `/costs/${index}/amount`),
    ),
  ]
}

/** Diseases outside the list are told apart by where they stand in it: nowhere. Their rows go together. */
function diseaseKey({ disease }: { readonly disease?: string | undefined }): string {
  return disease ?? 'OTHER'
}

function figure(line: string, value: number | undefined, at: string): readonly Figure[] {
  return value === undefined ? [] : [{ line, value, pointer: `${BASE}${at}` }]
}

function sexFigures(line: string, persons: ReportedPersons | undefined, at: string): readonly Figure[] {
  return [...figure(line, persons?.total, `${at}/total`), ...figure(`${line}Women`, persons?.women, `${at}/women`)]
}

function quarterFigures(line: string, quarters: Quarters | undefined, at: string): readonly Figure[] {
  return QUARTERS.flatMap((quarter) => figure(`${line}.${quarter}`, quarters?.[quarter], `${at}/${quarter}`))
}
