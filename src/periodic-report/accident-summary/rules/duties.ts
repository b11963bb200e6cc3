import { publicationCutoffs } from '../../../law/accident-constants.ts'
import { lastDayBefore } from '../../../law/calendar.ts'
import { cite } from '../../../law/citation.ts'
import { valueOn } from '../../../law/dated-constant.ts'
import { currentUnit, schemeOn, TWO_LEVELS_SINCE } from '../../../reference/administrative-units.ts'
import { type LegalDate, legalDate } from '../../../reference/legal-date.ts'
import type { ReportFacts } from '../../facts.ts'
import { FROM_TEXT, type ReportRule, reportRule } from '../../rules/define.ts'
import { amending } from '../../rules/knowing.ts'
import { PUBLICATION_CONTENTS } from '../schema.ts'
import { summaryRule } from './define.ts'

const KIND = 'accident-summary'
const PUBLISHED_ON = '/accidentSummary/publication/publishedOn'
const CONTENTS = '/accidentSummary/publication/contents'
const PERIOD = ['/kind', '/period/year', '/period/half'] as const

/** The last day on which the workers are told in time; null before Circular 13/2020. */
function publicationDue({ form, period, legalDate: on }: ReportFacts): LegalDate | null {
  const cutoffs = valueOn(publicationCutoffs[form?.filedBy.includes('commune') ? 'commune' : 'employer'], on)
  if (cutoffs === undefined || period === null) return null
  const { firstHalf, year } = cutoffs.value
  return lastDayBefore(legalDate(period.half === null ? `${period.year + 1}-${year}` : `${period.year}-${firstHalf}`))
}

/** To whom and by when the report goes, and what the workers are told. Missed duties are true reports. */
export const dutyRules: readonly ReportRule[] = [
  reportRule({
    id: 'ACC-G01',
    kind: 'breach',
    citations: [cite('ND39-2016 24.1')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, '/recipient/unit/scheme', '/recipient/unit/code'],
    needs: ['register'],
    at: '/recipient/unit',
    violated: ({ form, declaration, place, dates: { received } }) => {
      const { scheme = schemeOn(received ?? TWO_LEVELS_SINCE), code } = declaration.recipient?.unit ?? {}
      if (form?.kind !== KIND || code === undefined || place === null) return false
      // By where both lie today, so that an old code and a new one of the same place agree.
      return currentUnit({ scheme, code }).province !== currentUnit(place.unit).province && { code }
    },
    message: {
      vi: 'Báo cáo gửi đến {code}: phải gửi cơ quan lao động cấp tỉnh nơi đặt trụ sở chính.',
      en: 'The report is addressed to {code}: it goes to the labour office of the province of the head office.',
    },
    examples: {
      holds: [{}, { change: { '/recipient': undefined } }],
      fails: [{ change: { '/recipient/unit/code': '01' } }],
    },
  }),

  reportRule({
    id: 'ACC-G03',
    kind: 'breach',
    citations: [cite('ND39-2016 24.1')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, '/onBehalf/receivedOn'],
    at: '/period',
    violated: ({ form, due, receivedOn }) =>
      form?.kind === KIND && due !== null && receivedOn > due.due && { before: due.strictlyBefore, receivedOn },
    message: {
      vi: 'Báo cáo nhận ngày {receivedOn} là muộn: phải gửi TRƯỚC ngày {before}.',
      en: 'The report came on {receivedOn}, which is late: it is due BEFORE {before}.',
    },
    examples: {
      holds: [
        {},
        { context: { receivedAt: new Date('2026-07-04T23:59:00+07:00') } },
        { context: { ...amending(), receivedAt: new Date('2026-08-01T09:00:00+07:00') } },
      ],
      fails: [{ context: { receivedAt: new Date('2026-07-05T00:00:00+07:00') } }],
    },
  }),

  summaryRule({
    id: 'ACC-G33',
    kind: 'breach',
    citations: [cite('TT13-2020-BLDTBXH 4.1.a'), cite('TT13-2020-BLDTBXH 4.2.a')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, PUBLISHED_ON],
    at: PUBLISHED_ON,
    // Not said is not known: only a day that is named can be late.
    violated: ({ publication }, facts) => {
      const due = publicationDue(facts)
      return due !== null && (publication?.publishedOn ?? due) > due && { due }
    },
    message: {
      vi: 'Công bố tình hình tai nạn lao động muộn: hạn cuối là ngày {due}.',
      en: 'The accidents were published late: the last timely day was {due}.',
    },
    examples: {
      holds: [{}, { change: { [PUBLISHED_ON]: '2026-07-09' } }],
      fails: [{ change: { [PUBLISHED_ON]: '2026-07-10' } }],
    },
  }),

  summaryRule({
    id: 'ACC-G34',
    kind: 'breach',
    citations: [cite('TT13-2020-BLDTBXH 4.6')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, PUBLISHED_ON, CONTENTS],
    at: CONTENTS,
    violated: ({ publication }) => {
      if (publication?.publishedOn === undefined || publication.contents === undefined) return false
      const missing = PUBLICATION_CONTENTS.filter((content) => !publication.contents?.includes(content))
      return missing.length > 0 && { missing: missing.join(', ') }
    },
    message: {
      vi: 'Nội dung công bố cho người lao động còn thiếu: {missing}.',
      en: 'What was published to the workers lacks: {missing}.',
    },
    fix: {
      vi: 'Công bố đủ: số vụ, số nạn nhân, nguyên nhân chính, thiệt hại, so sánh với kỳ trước.',
      en: 'Publish accidents, victims, main causes, losses, and the change against the earlier period.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/accidentSummary/publication': { publishedOn: '2026-07-02', contents: [...PUBLICATION_CONTENTS] },
          },
        },
        { change: { '/accidentSummary/publication': { publishedOn: '2026-07-02' } } },
      ],
      fails: [{ change: { '/accidentSummary/publication': { publishedOn: '2026-07-02', contents: ['accidents'] } } }],
    },
  }),
]
