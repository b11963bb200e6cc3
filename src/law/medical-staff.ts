import { type Citation, cite } from './citation.ts'

/** Who does medical work in an establishment, the better trained first. */
export const QUALIFICATIONS = ['doctor', 'assistant-doctor', 'intermediate', 'other'] as const
export type Qualification = (typeof QUALIFICATIONS)[number]

export interface MedicalStaffMinimum {
  /** Doctors. */
  readonly doctors: number
  /** Doctors and assistant doctors together. */
  readonly assistantsOrBetter: number
  /** All with at least intermediate training. */
  readonly staff: number
  /** A medical facility of its own is asked for, whatever the staff. */
  readonly ownFacility: boolean
  readonly citation: Citation
}

/** Sectors of `high-risk-sectors` that Art. 37.1 names too; it names neither construction nor electricity. */
const SECTORS_OF_37_1: ReadonlySet<string> = new Set([
  'HR-01',
  'HR-02',
  'HR-03',
  'HR-04',
  'HR-06',
  'HR-08',
  'HR-09',
  'HR-10',
  'HR-11',
])

/** Whether Art. 37.1 of Decree 39/2016 names one of the sectors; the link to Circular 07/2016, Art. 8, is our reading. */
export function isStaffedAsHazardous(sectors: readonly string[]): boolean {
  return sectors.some((sector) => SECTORS_OF_37_1.has(sector))
}

/** The least medical staff of establishments in general, by number of workers (Decree 39/2016, Art. 37.2). */
export function generalStaffMinimum(workers: number): MedicalStaffMinimum {
  const citation = cite('ND39-2016 37.2')
  if (workers < 500) return { doctors: 0, assistantsOrBetter: 0, staff: 1, ownFacility: false, citation }
  if (workers <= 1_000) return { doctors: 0, assistantsOrBetter: 1, staff: 2, ownFacility: false, citation }
  return { doctors: 1, assistantsOrBetter: 1, staff: 2, ownFacility: false, citation }
}

/** The same in the hazardous sectors of Art. 37.1; of 500 workers and more somebody is wanted on each shift besides. */
export function hazardousStaffMinimum(workers: number): MedicalStaffMinimum {
  const citation = cite('ND39-2016 37.1')
  if (workers < 300) return { doctors: 0, assistantsOrBetter: 0, staff: 1, ownFacility: false, citation }
  if (workers < 500) return { doctors: 0, assistantsOrBetter: 1, staff: 2, ownFacility: false, citation }
  if (workers < 1_000) return { doctors: 1, assistantsOrBetter: 1, staff: 2, ownFacility: false, citation }
  return { doctors: 1, assistantsOrBetter: 1, staff: 2, ownFacility: true, citation }
}

/** Whether the staff, by qualification, come to the minimum. */
export function isStaffedEnough(
  qualifications: readonly Qualification[],
  { doctors, assistantsOrBetter, staff }: MedicalStaffMinimum,
): boolean {
  const has = (...asked: readonly Qualification[]) => qualifications.filter((one) => asked.includes(one)).length
  return (
    has('doctor') >= doctors &&
    has('doctor', 'assistant-doctor') >= assistantsOrBetter &&
    has('doctor', 'assistant-doctor', 'intermediate') >= staff
  )
}
