import { concerns, runsIn } from '../../../law/programmes.ts'
import { BY_POLICY, type ReportRule, reportRule } from '../../rules/define.ts'
import { wrongRows } from '../../rules/wrong-rows.ts'
import { owedBefore, planOf, plansOwed } from '../plans.ts'
import { sampleProgrammeAnnual } from '../sample.ts'
import { BASE, eachPlan, FROM_PLAN, PERIOD, PLAN, PROGRAMME } from './define.ts'
import { BY_OFFICE, IN_BACH_THONG, IN_HA_NOI, naming, OF_BACH_THONG, OF_DIRECTIVE, yearly } from './examples.ts'

/** Which plans are reported on, by whom and by when. */
export const planRules: readonly ReportRule[] = [
  {
    id: 'KB-PA-02',
    kind: 'error',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME],
    judge: ({ section: { programmeAnnual } }) =>
      wrongRows(
        programmeAnnual?.programmes ?? [],
        ({ programme }) => programme,
        (programme) => planOf({ programme }) !== undefined,
      ).map(({ code, index }) => ({ pointer: `${BASE}/${index}/programme`, params: { programme: code } })),
    message: {
      vi: 'Không có chương trình, kế hoạch {programme} trong danh mục, hoặc được báo cáo hai lần.',
      en: 'There is no programme {programme}, or it is reported twice.',
    },
    fix: { vi: 'Chọn một mã tại /v1/programmes.', en: 'Choose a code from /v1/programmes.' },
    examples: {
      holds: [yearly()],
      fails: [
        naming('chuong-trinh'),
        yearly({ programmes: [{}] }),
        yearly({ programmes: [{ programme: OF_DIRECTIVE }, { programme: OF_DIRECTIVE }] }),
      ],
    },
  },

  {
    id: 'KB-PA-03',
    kind: 'error',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME],
    judge: eachPlan(({ plan, pointer }, { period }) =>
      period === null || runsIn(plan, period.year)
        ? []
        : [
            {
              pointer: `${pointer}/programme`,
              params: {
                programme: plan.id,
                year: period.year,
                from: plan.validFrom,
                to: plan.validTo ?? '…',
              },
            },
          ],
    ),
    message: {
      vi: 'Chương trình, kế hoạch {programme} thực hiện từ {from} đến {to}, không có năm {year}.',
      en: 'Programme {programme} runs from {from} to {to}, and so not in {year}.',
    },
    fix: {
      vi: 'Sửa năm của kỳ báo cáo, hoặc bỏ chương trình, kế hoạch này khỏi báo cáo.',
      en: 'Correct the year of the period, or leave this programme out.',
    },
    examples: {
      holds: [yearly(), naming(OF_BACH_THONG, BY_OFFICE, 2025)],
      fails: [naming(OF_BACH_THONG), naming(OF_DIRECTIVE, BY_OFFICE, 2023)],
    },
  },

  {
    id: 'KB-PA-04',
    kind: 'error',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME],
    needs: ['history'],
    judge: eachPlan(({ plan, pointer }, { place }) =>
      place === null || concerns(plan, place.reach)
        ? []
        : [{ pointer: `${pointer}/programme`, params: { programme: plan.id } }],
    ),
    message: {
      vi: 'Chương trình, kế hoạch {programme} là của địa bàn khác.',
      en: 'Programme {programme} is one of another area.',
    },
    fix: {
      vi: 'Bỏ chương trình, kế hoạch này khỏi báo cáo; các chương trình, kế hoạch và địa bàn có tại /v1/programmes.',
      en: 'Leave this programme out; /v1/programmes has every programme with its area.',
    },
    examples: {
      holds: [yearly(), naming(OF_BACH_THONG, IN_BACH_THONG, 2025), naming(OF_DIRECTIVE, IN_HA_NOI)],
      fails: [naming(OF_BACH_THONG, IN_HA_NOI, 2025)],
    },
  },

  reportRule({
    id: 'KB-PA-05',
    kind: 'error',
    citations: [PLAN],
    provenance: BY_POLICY,
    inputs: [...PERIOD, PROGRAMME],
    at: BASE,
    violated: ({ section: { programmeAnnual } }) =>
      !!programmeAnnual && (programmeAnnual.programmes ?? []).length === 0,
    message: {
      vi: 'Báo cáo không nêu chương trình, kế hoạch nào; không có báo cáo không phát sinh cho loại này.',
      en: 'The report names no programme; there is no zero report of this kind.',
    },
    fix: {
      vi: 'Nêu ít nhất một chương trình, kế hoạch đang thực hiện tại địa bàn (/v1/programmes).',
      en: 'Name a programme that runs in the area (/v1/programmes).',
    },
    examples: { holds: [yearly()], fails: [yearly({ programmes: [] }), yearly({})] },
  }),

  {
    id: 'KB-PA-09',
    kind: 'breach',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME, '/sentAs/on'],
    needs: ['history'],
    judge: eachPlan(({ plan, pointer }, { period, receivedOn, context: { known } }) => {
      const before = period && owedBefore(plan, known, period.year)
      return before !== null && receivedOn >= before
        ? [{ pointer: `${pointer}/programme`, params: { programme: plan.id, before, receivedOn } }]
        : []
    }),
    message: {
      vi: 'Báo cáo chương trình, kế hoạch {programme} ngày {receivedOn} là muộn: phải gửi TRƯỚC ngày {before}.',
      en: 'The report on programme {programme} came on {receivedOn}, which is late: it is due BEFORE {before}.',
    },
    fix: {
      vi: 'Vẫn gửi ngay và nêu lý do chậm ở note; nếu cơ quan đã gửi bằng văn bản trước đó thì ghi số, ngày văn bản ở sentAs.',
      en: 'Send it now all the same and say in note why it is late; an office that sent it by letter before states the letter in sentAs.',
    },
    examples: {
      holds: [
        yearly(sampleProgrammeAnnual, { ...BY_OFFICE, receivedAt: new Date('2026-12-24T23:59:00+07:00') }),
        naming(OF_DIRECTIVE, { ...IN_BACH_THONG, filedAs: 'commune' }),
        // The plan asks the labour office for no report.
        naming(OF_BACH_THONG, BY_OFFICE, 2025),
        {
          ...yearly(sampleProgrammeAnnual, { ...BY_OFFICE, receivedAt: new Date('2027-01-05T09:00:00+07:00') }),
          change: { ...yearly().change, '/sentAs': { on: '2026-12-20' } },
        },
      ],
      fails: [
        yearly(sampleProgrammeAnnual, { ...BY_OFFICE, receivedAt: new Date('2026-12-25T00:00:00+07:00') }),
        naming(OF_DIRECTIVE, {
          ...IN_BACH_THONG,
          filedAs: 'commune',
          receivedAt: new Date('2026-12-15T00:00:00+07:00'),
        }),
        naming(
          OF_BACH_THONG,
          { ...IN_BACH_THONG, filedAs: 'commune', receivedAt: new Date('2025-12-10T00:00:00+07:00') },
          2025,
        ),
      ],
    },
  },

  {
    id: 'KB-PA-14',
    kind: 'info',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME],
    needs: ['history'],
    judge: ({ section: { programmeAnnual }, period, context: { known } }) => {
      if (!programmeAnnual || period === null) return []
      const named = new Set((programmeAnnual.programmes ?? []).map(({ programme }) => programme))
      return plansOwed(known, period.year)
        .filter(({ plan }) => !named.has(plan.id))
        .map(({ plan, before }) => ({ pointer: BASE, params: { programme: plan.id, before } }))
    },
    message: {
      vi: 'Còn phải báo cáo chương trình, kế hoạch {programme} trước ngày {before}.',
      en: 'Programme {programme} is also to be reported on, before {before}.',
    },
    fix: {
      vi: 'Sửa đổi báo cáo này (PUT) để bổ sung: mỗi năm một báo cáo cho mọi chương trình, kế hoạch.',
      en: 'Amend this report (PUT) to add it: there is one report a year on all programmes.',
    },
    examples: {
      holds: [yearly(), naming(OF_DIRECTIVE, IN_BACH_THONG), naming(OF_DIRECTIVE, IN_HA_NOI, 2025)],
      fails: [naming(OF_DIRECTIVE, IN_BACH_THONG, 2025), naming(OF_BACH_THONG, BY_OFFICE, 2025)],
    },
  },
]
