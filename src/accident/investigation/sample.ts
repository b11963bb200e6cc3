import type { DeclarationSoFar } from '../../declaration/annex-kind.ts'
import type { FilingContext } from '../../declaration/filing-context.ts'
import { sampleContext as declared, sampleAccident } from '../sample.ts'
import type { Investigation } from './schema.ts'

/** The file of the sample accident: by the provincial team, announced after 29 days. */
export const sampleInvestigation = {
  authority: 'provincial',
  decision: { number: '128/QĐ-SNV', on: '2026-05-13' },
  startedOn: '2026-05-12',
  team: [
    { role: 'home-affairs-department', leader: true },
    { role: 'health-department' },
    { role: 'provincial-trade-union' },
  ],
  sceneVisitedAt: '2026-05-12T13:00:00+07:00',
  sceneCleared: { on: '2026-05-15', consentBy: 'provincial-team', consentOn: '2026-05-14' },
  police: { reply: 'occupational', repliedOn: '2026-05-28' },
  limit: { days: 30, from: '2026-05-12' },
  announcement: { meetingOn: '2026-06-10', dissent: false },
  minutes: {
    form: 'ND39-PL10',
    sent: [
      { to: 'members-bodies', on: '2026-06-12' },
      { to: 'ministry', on: '2026-06-12' },
      { to: 'employer', on: '2026-06-11' },
      { to: 'victim-or-family', on: '2026-06-11' },
    ],
  },
  conclusion: 'occupational',
  cause: '1',
  injuryFactor: { list: 'injury-factors-kb', code: 'fall-from-height' },
  findings: 'Mép sàn tầng 5 chưa lắp lan can; tổ cốp pha làm việc trên cao khi chưa có biện pháp chống rơi ngã.',
  victims: [
    {
      victimId: 'v1',
      ownFault: 'none',
      papers: [
        'scene-sketch',
        'photographs',
        'body-examination',
        'statements',
        'investigation-minutes',
        'announcement-minutes',
      ],
    },
  ],
  keepUntil: '2041-05-12',
  handling: {
    measures: [{ text: 'Lắp lan can và lưới chống rơi cho toàn bộ mép sàn.', by: '2026-06-30' }],
    penalties: [{ decree: 'ND12-2022', article: '21.3.đ', actEndedOn: '2026-05-12', amount: 50_000 }],
  },
} as const satisfies DeepReadonly<Investigation>

type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

/** The context in which the sample is faultless: kept by the office two days after the meeting. */
export const investigationContext: FilingContext<DeclarationSoFar> = {
  ...declared,
  receivedAt: new Date('2026-06-12T16:00:00+07:00'),
  filedAs: 'labour-office',
  known: { body: sampleAccident, context: declared, annexes: [] },
}
