import type { OshAnnual } from './schema.ts'
import type { DeclaredYear } from './year-declared.ts'

/** The year of the builder of the sample report: 240 workers, 35 of them women. */
export const sampleOshAnnual: OshAnnual = {
  groups: { safetyStaff: 2, medicalStaff: 1, heavyWork: 90, minors: 0, under15: 0, disabled: 1, elderly: 3 },
  accidents: { accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, costs: 702, daysOff: 12 },
  diseases: { total: 3, new: 1, daysOff: 20, earlyRetirements: 0, costs: 18.5 },
  healthClasses: { I: 60, II: 110, III: 48, IV: 6, V: 1 },
  training: {
    managers: { trained: 4, present: 6 },
    safetyStaff: { trained: 2, present: 2 },
    strictJobs: { trained: 38, present: 40 },
    others: { trained: 170, present: 180 },
    medicalStaff: { trained: 1, present: 1 },
    representatives: { trained: 11, present: 11 },
    byItself: 170,
    byProvider: 56,
    costs: 64.5,
  },
  equipment: { total: 60, strictInUse: 14, inspected: 14, uninspected: 0, declared: 14, undeclared: 0 },
  overtime: { workers: 120, hours: 14_400, mostInMonth: 32 },
  allowanceInKind: { workers: 90, costs: 216 },
  environment: {
    samples: 6,
    failed: 1,
    light: { samples: 2, failed: 0 },
    noise: { samples: 2, failed: 1 },
    dust: { samples: 2, failed: 0 },
  },
  planCosts: {
    technicalSafety: 310,
    hygiene: 95,
    protectiveEquipment: 180,
    healthCare: 301,
    training: 64.5,
    riskAssessment: 20,
    other: 12,
  },
  services: { health: 'Trung tâm Kiểm soát bệnh tật tỉnh Thái Nguyên' },
  riskAssessedIn: '2026-03',
  management: { oshSystem: true, informed: true, selfInspections: 2, firstAiders: { trained: 8, present: 8 } },
}

/** What the enterprise declared of the same year beside the accident. */
export const sampleDeclaredYear: DeclaredYear = {
  diseases: { total: 3, new: 1, declarations: ['0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a11'] },
  samples: [
    { id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a21', factor: 'light', samples: 2, failed: 0 },
    { id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a21', factor: 'noise', samples: 2, failed: 1 },
    { id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a21', factor: 'dust', samples: 2, failed: 0 },
  ],
}
