import { cite } from '../../../law/citation.ts'
import { occupationalDiseases, occupations } from '../../../reference/catalogue.ts'
import type { Violation } from '../../../rules/rule.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_FORM, type ReportRule } from '../../rules/define.ts'
import { type Sexes, sexes } from '../persons.ts'
import type { OccupationalHealth, ReportedCase } from '../schema.ts'
import { annex8, BASE, bothOf, caseRule, of, PERIOD, places } from './define.ts'

const SECTION = cite('TT19-2016-BYT PL 8, mục IV.2')
/** Nobody works regularly before that age; ours, for what is improbable. */
const YOUNGEST = 13

const NAME_MISSING = {
  at: '/name',
  what: { vi: 'họ tên', en: 'the name' },
  fix: { vi: 'Ghi họ tên người mắc bệnh; họ tên được mã hóa.', en: 'State the name; it is kept encrypted.' },
}
const SEX_MISSING = {
  at: '/sex',
  what: { vi: 'giới tính', en: 'the sex' },
  fix: { vi: 'Ghi male (nam) hoặc female (nữ).', en: 'State male or female.' },
}
const DISEASE_MISSING = {
  at: '/disease',
  what: { vi: 'mã bệnh có trong danh mục của kỳ báo cáo', en: 'a code of the list of the period' },
  fix: {
    vi: 'Chọn mã tại /v1/code-lists/occupational-diseases.',
    en: 'Choose a code from /v1/code-lists/occupational-diseases.',
  },
}

const someone: ReportedCase = {
  name: 'Nguyễn Văn Đá',
  sex: 'male',
  age: 52,
  occupation: { code: '81' },
  yearsInOccupation: 18,
  detectedOn: '2026-04-20',
  disease: 'OD-01',
}
const listing = (change: Partial<Record<keyof ReportedCase, unknown>>) => annex8({ cases: [{ ...someone, ...change }] })

function listedOf({ cases = [] }: OccupationalHealth, asked: string): Sexes {
  const ofIt = cases.filter(({ disease, fromEarlierPeriod }) => disease === asked && fromEarlierPeriod !== true)
  return { total: ofIt.length, women: ofIt.filter(({ sex }) => sex === 'female').length }
}

/** Section IV.2, and against the counts of section IV.1. */
export const caseRules: readonly ReportRule[] = [
  {
    id: 'KB-OH-32',
    kind: 'error',
    citations: [SECTION],
    provenance: FROM_FORM,
    inputs: [...PERIOD, ...places('/cases/*/name', '/cases/*/sex', '/cases/*/disease')],
    judge: ({ section: { occupationalHealth }, legalDate }): readonly Violation[] =>
      (occupationalHealth?.cases ?? []).flatMap(({ name, sex, disease }, index) => {
        const isListed = disease !== undefined && occupationalDiseases.find(disease, legalDate) !== undefined
        return [
          ...(name === undefined ? [NAME_MISSING] : []),
          ...(sex === undefined ? [SEX_MISSING] : []),
          ...(isListed ? [] : [DISEASE_MISSING]),
        ].map(({ at, what, fix }) => ({
          pointer: `${BASE}/cases/${index}${at}`,
          params: { ordinal: index + 1, what },
          fix,
        }))
      }),
    message: { vi: 'Trường hợp thứ {ordinal}: thiếu {what}.', en: 'Case {ordinal}: {what} is missing.' },
    fix: {
      vi: 'Mỗi trường hợp ghi họ tên, giới tính và mã bệnh nghề nghiệp.',
      en: 'State name, sex and the code of the disease for each case.',
    },
    examples: {
      holds: [listing({})],
      fails: [listing({ name: undefined }), listing({ sex: undefined }), listing({ disease: 'OD-99' })],
    },
  },

  caseRule({
    id: 'KB-OH-33',
    kind: 'info',
    citations: [SECTION],
    provenance: FROM_FORM,
    inputs: [...PERIOD, ...places('/cases/*/occupation/code')],
    at: '/occupation/code',
    violated: ({ occupation }, { legalDate }, _report, index) =>
      occupation?.code !== undefined &&
      occupations.longestKnownPrefix(occupation.code, legalDate) === undefined && { ordinal: index + 1 },
    message: {
      vi: 'Trường hợp thứ {ordinal}: mã nghề không thuộc nhóm nào của danh mục nghề nghiệp.',
      en: 'Case {ordinal}: the occupation lies in no group of the list.',
    },
    examples: { holds: [listing({})], fails: [listing({ occupation: { code: 'X1' } })] },
  }),

  caseRule({
    id: 'KB-OH-34',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places('/cases/*/detectedOn')],
    at: '/detectedOn',
    violated: ({ detectedOn }, { dates: { ends } }, _report, index) =>
      detectedOn !== undefined && ends !== null && detectedOn > ends && { ordinal: index + 1, ends },
    message: {
      vi: 'Trường hợp thứ {ordinal}: ngày phát hiện bệnh sau khi hết kỳ báo cáo ({ends}).',
      en: 'Case {ordinal}: the disease was detected after the period ended ({ends}).',
    },
    fix: {
      vi: 'Ghi ngày phát hiện trong kỳ báo cáo; trường hợp phát hiện sau thì để kỳ sau.',
      en: 'State a day within the period; who was detected later belongs to the next report.',
    },
    examples: { holds: [listing({ detectedOn: '2026-06-30' })], fails: [listing({ detectedOn: '2026-07-01' })] },
  }),

  caseRule({
    id: 'KB-OH-35',
    kind: 'warning',
    citations: [SECTION],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places('/cases/*/detectedOn', '/cases/*/fromEarlierPeriod')],
    at: '/detectedOn',
    violated: ({ detectedOn, fromEarlierPeriod }, { dates: { begins } }, _report, index) =>
      fromEarlierPeriod !== true &&
      detectedOn !== undefined &&
      begins !== null &&
      detectedOn < begins && { ordinal: index + 1, begins },
    message: {
      vi: 'Trường hợp thứ {ordinal}: bệnh được phát hiện trước kỳ báo cáo ({begins}).',
      en: 'Case {ordinal}: the disease was detected before the period ({begins}).',
    },
    fix: {
      vi: 'Nếu đã báo cáo ở kỳ trước, đặt fromEarlierPeriod = true; nếu không, xác nhận và nêu lý do.',
      en: 'If it was reported before, set fromEarlierPeriod to true; else confirm and say why.',
    },
    examples: {
      holds: [listing({}), listing({ detectedOn: '2025-12-31', fromEarlierPeriod: true })],
      fails: [listing({ detectedOn: '2025-12-31' })],
    },
  }),

  caseRule({
    id: 'KB-OH-36',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: places('/cases/*/age', '/cases/*/yearsInOccupation'),
    at: '/yearsInOccupation',
    violated: ({ age, yearsInOccupation }, _facts, _report, index) =>
      age !== undefined &&
      yearsInOccupation !== undefined &&
      age - yearsInOccupation < YOUNGEST && { ordinal: index + 1 },
    message: {
      vi: 'Trường hợp thứ {ordinal}: tuổi nghề không phù hợp với tuổi.',
      en: 'Case {ordinal}: the years in the occupation do not fit the age.',
    },
    fix: {
      vi: 'Kiểm tra tuổi và tuổi nghề (năm); nếu đúng thì xác nhận và nêu lý do.',
      en: 'Check the age and the years in the occupation; if they are right, confirm them and say why.',
    },
    examples: { holds: [listing({ age: 31 })], fails: [listing({ age: 30 })] },
  }),

  {
    id: 'KB-OH-37',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.1'), SECTION],
    provenance: FROM_FORM,
    inputs: places(
      '/cases/*/disease',
      '/cases/*/sex',
      '/cases/*/fromEarlierPeriod',
      '/diseases/*/disease',
      ...bothOf('/diseases/*/diagnosed'),
    ),
    judge: ({ section: { occupationalHealth: report } }) => {
      if (!report) return []
      const rows = (report.diseases ?? []).map(({ disease, diagnosed }, index) => ({
        disease,
        diagnosed: sexes(diagnosed),
        pointer: `${BASE}/diseases/${index}/diagnosed`,
      }))
      const counted = new Set(rows.map(({ disease }) => disease))
      const uncounted = [...new Set((report.cases ?? []).map(({ disease }) => disease))].filter(
        (disease) => disease !== undefined && !counted.has(disease) && listedOf(report, disease).total > 0,
      )
      const missing = uncounted.map((disease) => ({ disease, diagnosed: of(0), pointer: `${BASE}/cases` }))
      return [...rows, ...missing].flatMap(({ disease, diagnosed, pointer }) => {
        const listed = listedOf(report, disease ?? '')
        if (disease === undefined || disease === 'OTHER') return []
        if (listed.total === diagnosed.total && listed.women === diagnosed.women) return []
        const params = {
          listed: listed.total,
          listedWomen: listed.women,
          diagnosed: diagnosed.total,
          diagnosedWomen: diagnosed.women,
        }
        return [{ pointer, params }]
      })
    },
    message: {
      vi: 'Mục IV.2 liệt kê {listed} người mắc mới (nữ {listedWomen}), mục IV.1 ghi {diagnosed} người được chẩn đoán (nữ {diagnosedWomen}).',
      en: 'Section IV.2 lists {listed} new cases (women {listedWomen}), section IV.1 has {diagnosed} diagnosed (women {diagnosedWomen}).',
    },
    fix: {
      vi: 'Bổ sung danh sách, đánh dấu trường hợp của kỳ trước bằng fromEarlierPeriod; nếu danh sách gửi sau thì xác nhận và nêu lý do.',
      en: 'Complete the list, mark those of earlier periods by fromEarlierPeriod; if the list follows later, confirm and say so.',
    },
    examples: {
      holds: [
        annex8({ cases: [someone], diseases: [{ disease: 'OD-01', diagnosed: of(1) }] }),
        annex8({ cases: [{ ...someone, fromEarlierPeriod: true }] }),
      ],
      fails: [
        annex8({ diseases: [{ disease: 'OD-01', diagnosed: of(1) }] }),
        annex8({ cases: [{ ...someone, sex: 'female' }], diseases: [{ disease: 'OD-01', diagnosed: of(1) }] }),
        annex8({ cases: [someone] }),
      ],
    },
  },
]
