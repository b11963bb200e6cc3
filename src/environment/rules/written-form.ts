import { BY_POLICY, type EnvironmentRule, shapeRule } from './define.ts'

const DAYS = [
  '/contract/date',
  '/plan/agreedOn',
  '/report/date',
  '/report/receivedOn',
  '/campaign/sampledFrom',
  '/campaign/sampledTo',
  '/campaign/reportedOn',
  '/dossier/updatedOn',
  '/dossier/technologyChangedOn',
  '/instruments/*/calibration/validUntil',
  '/measurements/*/sampledAt',
  '/measures/*/deadline',
  '/measures/*/doneOn',
  '/publication/publishedOn',
  '/earlyExamination/plannedOn',
  '/earlyExamination/doneOn',
  '/newFactorNotice/notifiedOn',
] as const

/** How a spreadsheet writes what the schema reads otherwise. */
export const writtenFormRules: readonly EnvironmentRule[] = [
  shapeRule({
    id: 'KB-ENV-23',
    kind: 'error',
    citations: [{ kind: 'policy', note: 'ISO 8601' }],
    provenance: BY_POLICY,
    inputs: DAYS,
    guards: DAYS,
    message: {
      vi: 'Ngày phải có trong lịch và viết theo thứ tự năm-tháng-ngày.',
      en: 'A day is one of the calendar, written year-month-day.',
    },
    fix: {
      vi: 'Viết 2026-03-24 cho ngày 24/03/2026; giờ lấy mẫu thì viết 2026-03-24T09:15:00+07:00.',
      en: 'Write 2026-03-24 for 24 March 2026; with the hour of a sample 2026-03-24T09:15:00+07:00.',
    },
    examples: {
      holds: [{}, { change: { '/measurements/0/sampledAt': '2026-03-10T09:15:00+07:00' } }],
      fails: [
        { change: { '/report/date': '24/03/2026' } },
        { change: { '/measurements/0/sampledAt': '10/03/2026' } },
        { change: { '/campaign/sampledTo': '2026-02-30' } },
      ],
    },
  }),
]
