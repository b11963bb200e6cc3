import { cite } from '../../law/citation.ts'
import { BY_ARITHMETIC, BY_POLICY, DATED, type DiseaseRule, hazardName, hazardRule, screeningRule } from './define.ts'

/** The days of the round fit one another and today. */
export const timeRules: readonly DiseaseRule[] = [
  screeningRule({
    id: 'KB-DIS-10',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...DATED],
    at: '/examination/to',
    violated: ({ dates: { from, examined } }) =>
      from !== null && examined !== null && examined < from && { from, to: examined },
    message: {
      vi: 'Đợt khám kết thúc ngày {to}, trước khi bắt đầu ngày {from}.',
      en: 'The round ended on {to}, before it began on {from}.',
    },
    fix: { vi: 'Sửa một trong hai ngày.', en: 'Correct one of the two days.' },
    examples: {
      holds: [{}, { change: { '/examination/to': '2026-09-07' } }],
      fails: [{ change: { '/examination/to': '2026-09-06' } }],
    },
  }),

  {
    id: 'KB-DIS-11',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...DATED, '/examination/resultsReturnedOn', '/consultation/on'],
    judge: ({ declaration, dates: { received } }) => {
      const { examination, consultation } = declaration
      const days = [
        ['/examination/to', examination?.to ?? examination?.from],
        ['/examination/resultsReturnedOn', examination?.resultsReturnedOn],
        ['/consultation/on', consultation?.on],
      ] as const
      return days.flatMap(([pointer, day]) =>
        day !== undefined && received !== null && day > received ? [{ pointer, params: { day, received } }] : [],
      )
    },
    message: {
      vi: 'Ngày {day} ở sau ngày gửi hồ sơ ({received}): chỉ khai việc đã làm.',
      en: 'Day {day} is after the filing ({received}): declare what has been done.',
    },
    fix: {
      vi: 'Sửa ngày, hoặc gửi hồ sơ khi đợt khám đã xong.',
      en: 'Correct the day, or file when the round is over.',
    },
    examples: {
      holds: [{}, { change: { '/examination/resultsReturnedOn': '2026-10-02' } }],
      fails: [
        { change: { '/examination/to': '2026-10-03' } },
        { change: { '/examination/resultsReturnedOn': '2026-10-03' } },
        { change: { '/consultation/on': '2026-10-03' } },
      ],
    },
  },

  screeningRule({
    id: 'KB-DIS-12',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...DATED, '/examination/resultsReturnedOn'],
    at: '/examination/resultsReturnedOn',
    violated: ({ dates: { from, returned } }) =>
      from !== null && returned !== null && returned < from && { returned, from },
    message: {
      vi: 'Kết quả được trả ngày {returned}, trước khi đợt khám bắt đầu ngày {from}.',
      en: 'The results were returned on {returned}, before the round began on {from}.',
    },
    fix: { vi: 'Sửa ngày trả kết quả.', en: 'Correct the day of the return.' },
    examples: {
      holds: [{}, { change: { '/examination/resultsReturnedOn': undefined } }],
      fails: [{ change: { '/examination/resultsReturnedOn': '2026-09-06' } }],
    },
  }),

  hazardRule({
    id: 'KB-DIS-13',
    kind: 'warning',
    citations: [cite('TT56-2025-BYT 8.1')],
    provenance: BY_POLICY,
    inputs: ['/hazards/*/factor', '/hazards/*/monitoringOn', ...DATED],
    at: '/monitoringOn',
    violated: ({ filed }, { dates: { examined } }) =>
      filed.monitoringOn !== undefined &&
      examined !== null &&
      filed.monitoringOn > examined && { factor: hazardName(filed.factor), monitored: filed.monitoringOn, examined },
    message: {
      vi: '{factor}: kết quả quan trắc ngày {monitored} có sau khi khám xong ({examined}), không thể dùng cho đợt khám này.',
      en: '{factor}: the monitoring of {monitored} came after the examination ended ({examined}) and could not serve it.',
    },
    fix: {
      vi: 'Ghi kết quả quan trắc đã dùng khi khám.',
      en: 'State the monitoring that the examination relied on.',
    },
    examples: {
      holds: [{}, { change: { '/hazards/0/monitoringOn': '2026-09-11' } }],
      fails: [{ change: { '/hazards/0/monitoringOn': '2026-09-12' } }],
    },
  }),
]
