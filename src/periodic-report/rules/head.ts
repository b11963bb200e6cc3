import { MOST_COUNT } from '../../declaration/schema-parts.ts'
import { cite } from '../../law/citation.ts'
import { establishmentTypes, industries2018, industries2025 } from '../../reference/catalogue.ts'
import { written } from '../../rules/present.ts'
import type { Text, Violation } from '../../rules/rule.ts'
import type { ReportFacts } from '../facts.ts'
import { basisOf } from '../forms.ts'
import { reporterOf } from '../known.ts'
import { text } from '../names.ts'
import type { PeriodicReport } from '../schema.ts'
import { BY_ARITHMETIC, BY_POLICY, type ReportRule, reportRule } from './define.ts'
import { numberRule } from './numbers.ts'

const POLICY = { kind: 'policy' } as const
const WORKFORCE = ['/workforce/total', '/workforce/women'] as const

const SIGNATURE = [
  {
    part: 'name',
    fix: {
      vi: 'Ghi họ tên người ký báo cáo vào declarant.name.',
      en: 'State in declarant.name who signs the report.',
    },
  },
  {
    part: 'position',
    fix: {
      vi: 'Ghi chức vụ người ký báo cáo vào declarant.position.',
      en: 'State in declarant.position what position the signer has.',
    },
  },
] as const

/** What every report states of the establishment, its workers and who signs. */
export const headRules: readonly ReportRule[] = [
  reportRule({
    id: 'KB-REP-12',
    kind: 'info',
    citations: [cite('ND39-2016 PL XII, chú thích 2')],
    provenance: BY_POLICY,
    inputs: ['/establishment/type', '/period'],
    at: '/establishment/type',
    violated: ({ declaration: { establishment }, legalDate }) =>
      establishment?.type !== undefined &&
      establishmentTypes.find(establishment.type, legalDate) === undefined && { code: establishment.type },
    message: {
      vi: 'Mã loại hình cơ sở {code} không có trong danh mục hiện biết.',
      en: 'The type of establishment {code} is not in the list as far as it is known.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/type': undefined } }],
      fails: [{ change: { '/establishment/type': '99' } }],
    },
  }),

  reportRule({
    id: 'KB-REP-13',
    kind: 'info',
    citations: [cite('ND39-2016 PL XII, chú thích 3')],
    provenance: BY_POLICY,
    inputs: ['/establishment/industry/version', '/establishment/industry/code', '/period'],
    at: '/establishment/industry/code',
    violated: ({ declaration: { establishment }, legalDate }) => {
      const { version, code } = establishment?.industry ?? {}
      if (code === undefined) return false
      const lists =
        version === undefined
          ? [industries2025, industries2018]
          : [version === '2018' ? industries2018 : industries2025]
      return lists.every((list) => list.longestKnownPrefix(code, legalDate) === undefined) && { code }
    },
    message: {
      vi: 'Mã ngành {code} không có trong Hệ thống ngành kinh tế.',
      en: 'The classification of industries has no code {code}.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/industry': undefined } }],
      fails: [{ change: { '/establishment/industry/code': 'Z9' } }],
    },
  }),

  numberRule({
    id: 'KB-REP-16',
    citations: [{ kind: 'arithmetic' }],
    inputs: WORKFORCE,
    guards: WORKFORCE,
    what: { vi: 'Số lao động', en: 'Workers' },
    most: MOST_COUNT,
    examples: {
      holds: [{}],
      fails: [{ change: { '/workforce/total': '240 người' } }, { change: { '/workforce/women': -1 } }],
    },
  }),

  {
    id: 'ACC-G06',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', ...WORKFORCE],
    needs: ['register'],
    judge: ({ form, period, declaration, workforce, context: { known } }): readonly Violation[] => {
      // A commune reports on workers whom nobody employs; offices and organisations on those of others.
      const wrong = reporterOf(known) === 'enterprise' ? wrongWorkforce(workforce, declaration.workforce ?? {}) : null
      const basis = form === null ? [] : basisOf(form, period)
      return wrong === null ? [] : [{ ...wrong, ...(basis.length > 0 && { citations: basis }) }]
    },
    message: {
      vi: 'Tổng số lao động phải từ 1 trở lên và không ít hơn số lao động nữ: {stated}.',
      en: 'There is one worker at least, and no more women than workers: {stated}.',
    },
    fix: {
      vi: 'Ghi số lao động cuối kỳ vào workforce: total gồm cả nam và nữ, women là một phần của total.',
      en: 'State in workforce who works at the end of the period: total is men and women, women are part of it.',
    },
    examples: {
      holds: [{}, { change: { '/workforce': undefined } }],
      fails: [
        { change: { '/workforce/total': 0 } },
        { change: { '/workforce/women': 241 } },
        { change: { '/workforce': undefined }, context: { register: null } },
      ],
    },
  },

  {
    id: 'KB-REP-14',
    kind: 'info',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind', '/period/year', '/declarant/name', '/declarant/position'],
    judge: ({ form, period, declaration: { declarant } }) => {
      const basis = form === null ? [] : basisOf(form, period)
      return SIGNATURE.filter(({ part }) => declarant?.[part] === undefined).map(({ part, fix }) => ({
        pointer: `/declarant/${part}`,
        fix,
        ...(basis.length > 0 && { citations: basis }),
      }))
    },
    message: {
      vi: 'Báo cáo do người đại diện của đơn vị ký, ghi họ tên và chức vụ; báo cáo này chưa ghi đủ.',
      en: 'The head of the unit signs the report with name and position, which are not both stated here.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/declarant/name': undefined } }, { change: { '/declarant': undefined } }],
    },
  },
]

/** What is wrong with the numbers of workers, and by whose word; null where nothing is. */
function wrongWorkforce(
  { total, women }: ReportFacts['workforce'],
  filed: NonNullable<PeriodicReport['workforce']>,
): Violation | null {
  const from = (name: 'total' | 'women') => (filed[name] === undefined ? BY_REGISTER : BY_REPORT)
  if (total === null) return { pointer: '/workforce/total', params: { stated: NOBODY_SAYS } }
  const all = text((language) => `${written(total, language)} ${TOLD.total[language]} ${from('total')[language]}`)
  if (total < 1) return { pointer: '/workforce/total', params: { stated: all } }
  if (women === null || women <= total) return null
  const of = text((language) => `${written(women, language)} ${TOLD.women[language]} ${from('women')[language]}`)
  return { pointer: '/workforce/women', params: { stated: text((language) => `${all[language]}, ${of[language]}`) } }
}

const TOLD = { total: { vi: 'lao động', en: 'workers' }, women: { vi: 'lao động nữ', en: 'women' } } as const
const BY_REPORT: Text = { vi: 'theo báo cáo', en: 'by the report' }
const BY_REGISTER: Text = { vi: 'theo sổ đăng ký', en: 'by the register' }
const NOBODY_SAYS: Text = {
  vi: 'báo cáo chưa ghi tổng số, sổ đăng ký cũng không có',
  en: 'the report does not state them, and neither does the register',
}
