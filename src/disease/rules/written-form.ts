import { BY_POLICY, type DiseaseRule } from './define.ts'

const DAYS = [
  '/examination/from',
  '/examination/to',
  '/examination/resultsReturnedOn',
  '/hazards/*/monitoringOn',
  '/consultation/on',
  '/cases/*/person/birthDate',
  '/cases/*/prePlacementOn',
  '/cases/*/exposureStart',
  '/cases/*/exposureEnd',
  '/cases/*/examinedOn',
  '/cases/*/diagnosedOn',
  '/cases/*/certificate/on',
  '/cases/*/assessment/on',
  '/cases/*/assessment/previousOn',
  '/cases/*/treatmentEndedOn',
  '/cases/*/referredOn',
] as const

const DECIMALS = ['/cases/*/level/value', '/cases/*/level/limit', '/cases/*/exposureYears'] as const

/** How a spreadsheet writes what the schema reads otherwise. */
export const writtenFormRules: readonly DiseaseRule[] = [
  {
    id: 'KB-DIS-39',
    kind: 'error',
    citations: [{ kind: 'policy', note: 'ISO 8601' }],
    provenance: BY_POLICY,
    inputs: DAYS,
    guards: DAYS,
    judge: () => [],
    message: {
      vi: 'Ngày phải có trong lịch và viết theo thứ tự năm-tháng-ngày.',
      en: 'A day is one of the calendar, written year-month-day.',
    },
    fix: {
      vi: 'Viết 2026-09-18 cho ngày 18/09/2026; chỉ biết năm sinh thì ghi birthYear.',
      en: 'Write 2026-09-18 for 18 September 2026; where only the year of birth is known use birthYear.',
    },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/cases/0/diagnosedOn': '18/09/2026' } },
        { change: { '/examination/from': '2026-02-30' } },
        { change: { '/cases/0/person/birthDate': '1974' } },
      ],
    },
  },

  {
    id: 'KB-DIS-40',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: DECIMALS,
    guards: DECIMALS,
    judge: () => [],
    message: {
      vi: 'Giá trị không phải là số, hoặc ngoài khoảng có thể. Số viết trong dấu nháy, như "1,234", không rõ dấu phẩy là hàng nghìn hay phần thập phân.',
      en: 'The value is not a number, or outside what is possible. One in quotes, like "1,234", does not tell whether the comma means thousands or decimals.',
    },
    fix: {
      vi: 'Ghi số không có dấu nháy, dấu chấm là dấu thập phân: 0.32.',
      en: 'Write a number without quotes and with a point for decimals: 0.32.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/level/value': 0.45 } }],
      fails: [{ change: { '/cases/0/level/value': '0,32' } }, { change: { '/cases/0/exposureYears': '10 năm' } }],
    },
  },
]
