import { type LegalDate, legalDateOf } from '../../../reference/legal-date.ts'
import { BY_ARITHMETIC } from '../../rules/define.ts'
import type { InvestigationFacts } from '../facts.ts'
import type { InvestigationRule } from './define.ts'

interface Moment {
  readonly pointer: string
  readonly on: LegalDate
}

const MOMENTS = [
  '/reportedAt',
  '/decision/on',
  '/startedOn',
  '/sceneVisitedAt',
  '/sceneCleared/on',
  '/sceneCleared/consentOn',
  '/expertise/*/requestedOn',
  '/expertise/*/receivedOn',
  '/police/repliedOn',
  '/police/prosecutedOn',
  '/police/notProsecutedOn',
  '/police/fileCompleteOn',
  '/extensions/*/consentedOn',
  '/announcement/meetingOn',
  '/minutes/sent/*/on',
  '/handling/prosecutionProposedOn',
  '/complaint/receivedOn',
  '/complaint/answeredOn',
] as const

function at(pointer: string, day: string | undefined): readonly Moment[] {
  return day === undefined ? [] : [{ pointer, on: day as LegalDate }]
}

function atInstant(pointer: string, instant: string | undefined): readonly Moment[] {
  return instant === undefined ? [] : [{ pointer, on: legalDateOf(new Date(instant)) }]
}

function moments({ file }: InvestigationFacts): readonly Moment[] {
  const { decision, sceneCleared, police, announcement, handling, complaint } = file
  return [
    ...atInstant('/reportedAt', file.reportedAt),
    ...at('/decision/on', decision?.on),
    ...at('/startedOn', file.startedOn),
    ...atInstant('/sceneVisitedAt', file.sceneVisitedAt),
    ...at('/sceneCleared/on', sceneCleared?.on),
    ...at('/sceneCleared/consentOn', sceneCleared?.consentOn),
    ...(file.expertise ?? []).flatMap(({ requestedOn, receivedOn }, index) => [
      ...at(`/expertise/${index}/requestedOn`, requestedOn),
      ...at(`/expertise/${index}/receivedOn`, receivedOn),
    ]),
    ...at('/police/repliedOn', police?.repliedOn),
    ...at('/police/prosecutedOn', police?.prosecutedOn),
    ...at('/police/notProsecutedOn', police?.notProsecutedOn),
    ...at('/police/fileCompleteOn', police?.fileCompleteOn),
    ...(file.extensions ?? []).flatMap(({ consentedOn }, index) => at(`/extensions/${index}/consentedOn`, consentedOn)),
    ...at('/announcement/meetingOn', announcement?.meetingOn),
    ...(file.minutes?.sent ?? []).flatMap(({ on }, index) => at(`/minutes/sent/${index}/on`, on)),
    ...at('/handling/prosecutionProposedOn', handling?.prosecutionProposedOn),
    ...at('/complaint/receivedOn', complaint?.receivedOn),
    ...at('/complaint/answeredOn', complaint?.answeredOn),
  ]
}

/** Pairs of which the second cannot come before the first, besides that nothing comes before the accident. */
function ordered({ file }: InvestigationFacts): readonly (readonly [string | undefined, readonly Moment[]])[] {
  const { startedOn, announcement, minutes, complaint, police, expertise = [] } = file
  return [
    [startedOn, at('/announcement/meetingOn', announcement?.meetingOn)],
    [announcement?.meetingOn, (minutes?.sent ?? []).flatMap(({ on }, index) => at(`/minutes/sent/${index}/on`, on))],
    [announcement?.meetingOn, at('/complaint/receivedOn', complaint?.receivedOn)],
    [complaint?.receivedOn, at('/complaint/answeredOn', complaint?.answeredOn)],
    [police?.notProsecutedOn, at('/police/fileCompleteOn', police?.fileCompleteOn)],
    ...expertise.map(
      ({ requestedOn, receivedOn }, index) => [requestedOn, at(`/expertise/${index}/receivedOn`, receivedOn)] as const,
    ),
  ]
}

/** The order of the steps of an investigation. */
export const timeRules: readonly InvestigationRule[] = [
  {
    id: 'KB-INV-08',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: MOMENTS,
    judge: (facts) => {
      const accident = facts.before.legalDate
      const tooEarly = moments(facts)
        .filter(({ on }) => on < accident)
        .map((moment) => ({ ...moment, before: accident as string }))
      const swapped = ordered(facts).flatMap(([first, later]) =>
        later.flatMap((moment) => (first !== undefined && moment.on < first ? [{ ...moment, before: first }] : [])),
      )
      return [...tooEarly, ...swapped].map(({ pointer, on, before }) => ({ pointer, params: { date: on, before } }))
    },
    message: { vi: 'Ngày {date} không thể trước ngày {before}.', en: '{date} cannot lie before {before}.' },
    fix: { vi: 'Sửa lại thứ tự các ngày.', en: 'Correct the order of the dates.' },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/startedOn': '2026-05-11' } },
        { change: { '/minutes/sent/0/on': '2026-06-09' } },
        { change: { '/expertise': [{ kind: 'technical', requestedOn: '2026-05-20', receivedOn: '2026-05-19' }] } },
      ],
    },
  },
  {
    id: 'KB-INV-09',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: MOMENTS,
    judge: (facts) =>
      moments(facts)
        .filter(({ on }) => on > facts.received)
        .map(({ pointer, on }) => ({ pointer, params: { date: on, received: facts.received } })),
    message: {
      vi: 'Ngày {date} ở sau ngày gửi {received}.',
      en: '{date} lies after the day of filing, {received}.',
    },
    fix: { vi: 'Chỉ ghi việc đã xảy ra.', en: 'Tell only what has happened.' },
    examples: { holds: [{}], fails: [{ change: { '/announcement/meetingOn': '2026-06-13' } }] },
  },
]
