import type { ReportRule } from '../../rules/define.ts'
import { wrongRows } from '../../rules/wrong-rows.ts'
import { BASE, eachPlan, FROM_PLAN, PERIOD, PLAN, PROGRAMME } from './define.ts'
import { IN_BACH_THONG, naming, OF_BACH_THONG, reporting, yearly } from './examples.ts'

const GROUP = `${BASE}/*/groups/*/group`
const WORKERS = `${BASE}/*/groups/*/workers`

/** The groups of workers that a plan has told apart. */
export const groupRules: readonly ReportRule[] = [
  {
    id: 'KB-PA-12',
    kind: 'error',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME, GROUP],
    judge: eachPlan(({ plan, reported, pointer }) =>
      wrongRows(
        reported.groups ?? [],
        ({ group }) => group,
        (group) => plan.breakdowns.includes(group),
      ).map(({ code, index }) => ({
        pointer: `${pointer}/groups/${index}/group`,
        params: { programme: plan.id, group: code },
      })),
    ),
    message: {
      vi: 'Chương trình, kế hoạch {programme} không tách nhóm lao động {group}, hoặc nhóm được ghi hai lần.',
      en: 'Programme {programme} does not tell the group {group} apart, or the group stands there twice.',
    },
    fix: {
      vi: 'Chọn một mã trong breakdowns tại /v1/programmes.',
      en: 'Choose one of its breakdowns in /v1/programmes.',
    },
    examples: {
      holds: [yearly()],
      fails: [
        reporting({ groups: [{ group: 'men' }] }),
        reporting({ groups: [{ group: 'women' }, { group: 'women' }] }),
        reporting({ groups: [{ workers: 4 }] }),
      ],
    },
  },

  {
    id: 'KB-PA-13',
    kind: 'info',
    citations: [PLAN],
    provenance: FROM_PLAN,
    inputs: [...PERIOD, PROGRAMME, GROUP, WORKERS],
    judge: eachPlan(({ plan, reported, pointer }) => {
      const told = (reported.groups ?? []).filter(({ workers }) => workers !== undefined)
      const untold = plan.breakdowns.filter((group) => !told.some((one) => one.group === group))
      return untold.length === 0
        ? []
        : [{ pointer: `${pointer}/groups`, params: { programme: plan.id, untold: untold.join(', ') } }]
    }),
    message: {
      vi: 'Chương trình, kế hoạch {programme} yêu cầu tách riêng các nhóm lao động; chưa có số của: {untold}.',
      en: 'Programme {programme} has groups of workers told apart; there is no number of: {untold}.',
    },
    examples: {
      holds: [yearly(), naming(OF_BACH_THONG, IN_BACH_THONG, 2025)],
      fails: [reporting({ groups: [{ group: 'women', workers: 4 }] }), reporting({ groups: undefined })],
    },
  },
]
