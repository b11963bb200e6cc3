import { publicationCutoffs } from '../../../law/accident-constants.ts'
import { lastDayBefore } from '../../../law/calendar.ts'
import { cite } from '../../../law/citation.ts'
import { valueOn } from '../../../law/dated-constant.ts'
import { currentUnit, schemeOn, TWO_LEVELS_SINCE, unitName } from '../../../reference/administrative-units.ts'
import { type LegalDate, legalDate } from '../../../reference/legal-date.ts'
import type { Text, Violation } from '../../../rules/rule.ts'
import type { AnyForm } from '../../form.ts'
import { text } from '../../names.ts'
import { lastDayOf, type Period, periodAfter } from '../../period.ts'
import { FROM_TEXT, type ReportRule, reportRule } from '../../rules/define.ts'
import { amending } from '../../rules/knowing.ts'
import { lateRule, publishBy } from '../../rules/late.ts'
import { PUBLICATION_CONTENTS } from '../schema.ts'
import { summaryRule } from './define.ts'

const KIND = 'accident-summary'
const PUBLISHED_ON = '/accidentSummary/publication/publishedOn'
const CONTENTS = '/accidentSummary/publication/contents'
const PERIOD = ['/kind', '/period/year', '/period/half'] as const

const CONTENTS_NAMED: Readonly<Record<(typeof PUBLICATION_CONTENTS)[number], Text>> = {
  accidents: { vi: 'số vụ tai nạn', en: 'accidents' },
  victims: { vi: 'số người bị nạn', en: 'victims' },
  causes: { vi: 'nguyên nhân chính', en: 'main causes' },
  losses: { vi: 'thiệt hại', en: 'losses' },
  comparison: { vi: 'so sánh với kỳ trước', en: 'the change against the earlier period' },
}

function contentsNamed(contents: readonly (typeof PUBLICATION_CONTENTS)[number][]): Text {
  return text((language) => contents.map((content) => CONTENTS_NAMED[content][language]).join(', '))
}

/** The last day on which the workers are told in time; null before Circular 13/2020. */
function publicationDue(form: AnyForm | null, period: Period | null): LegalDate | null {
  if (form === null || period === null) return null
  const cutoffs = valueOn(
    publicationCutoffs[form.filedBy.includes('commune') ? 'commune' : 'employer'],
    lastDayOf(period),
  )
  if (cutoffs === undefined) return null
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
      return (
        currentUnit({ scheme, code }).province !== currentUnit(place.unit).province && {
          code: unitName({ scheme, code }) ?? code,
        }
      )
    },
    message: {
      vi: 'Báo cáo gửi đến {code}: phải gửi cơ quan lao động cấp tỉnh nơi đặt trụ sở chính.',
      en: 'The report is addressed to {code}: it goes to the labour office of the province of the head office.',
    },
    fix: {
      vi: 'Sửa recipient.unit thành tỉnh nơi đặt trụ sở chính, hoặc bỏ recipient; bản đã gửi nhầm nơi thì gửi lại cho đúng cơ quan.',
      en: 'Set recipient.unit to the province of the head office, or leave recipient out; what went elsewhere is sent to the right office again.',
    },
    examples: {
      holds: [{}, { change: { '/recipient': undefined } }],
      fails: [{ change: { '/recipient/unit/code': '01' } }],
    },
  }),

  lateRule({
    id: 'ACC-G03',
    citations: [cite('ND39-2016 24.1')],
    of: KIND,
    paper: '/onBehalf/receivedOn',
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

  {
    id: 'ACC-G33',
    kind: 'breach',
    citations: [cite('TT13-2020-BLDTBXH 4.1.a'), cite('TT13-2020-BLDTBXH 4.2.a')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, PUBLISHED_ON],
    judge: ({ form, period, section: { accidentSummary } }): readonly Violation[] => {
      const due = publicationDue(form, period)
      // Not said is not known: only a day that is named can be late.
      if (form === null || period === null || due === null) return []
      if ((accidentSummary?.publication?.publishedOn ?? due) <= due) return []
      const next = publicationDue(form, periodAfter(period, form.periods))
      return [{ pointer: PUBLISHED_ON, params: { due }, ...(next !== null && { fix: publishBy(next) }) }]
    },
    message: {
      vi: 'Công bố tình hình tai nạn lao động muộn: hạn cuối là ngày {due}.',
      en: 'The accidents were published late: the last timely day was {due}.',
    },
    fix: {
      vi: 'Kiểm tra ngày công bố; nếu đúng thì giữ nguyên, kỳ sau công bố đúng hạn.',
      en: 'Check the day; if it is right, leave it, and publish in time from now on.',
    },
    examples: {
      holds: [{}, { change: { [PUBLISHED_ON]: '2026-07-09' } }],
      fails: [{ change: { [PUBLISHED_ON]: '2026-07-10' } }],
    },
  },

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
      return missing.length > 0 && { missing: contentsNamed(missing) }
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
