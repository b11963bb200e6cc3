import { cite } from '../../law/citation.ts'
import { valueOn } from '../../law/dated-constant.ts'
import { consultedDiseases } from '../../law/examination-constants.ts'
import { resultsDue } from '../../law/examination-due-dates.ts'
import type { CaseFacts, DiseaseFacts } from '../facts.ts'
import {
  caseRule,
  DATED,
  type DiseaseRule,
  diseaseName,
  FROM_TEXT,
  intervalOf,
  resultRule,
  screeningRule,
} from './define.ts'

/** Rounds at which women have the gynaecological examination. */
const WITH_GYNAECOLOGY: ReadonlySet<string> = new Set(['periodic', 'detection'])

const REFERRAL = [
  '/cases/*/disease',
  '/cases/*/examinedOn',
  '/cases/*/treatmentEndedOn',
  '/cases/*/referredOn',
  '/cases/*/assessment/on',
] as const

/** Null where it was in time, is not due yet, or is not owed. */
function lateReferral({ filed, referral }: CaseFacts, { dates: { received } }: DiseaseFacts): CaseFacts['referral'] {
  const done = filed.referredOn ?? filed.assessment?.on ?? received
  return referral === null || done === null || done <= referral.due ? null : referral
}

const IN_2025 = { '/examination/from': '2025-09-08', '/examination/to': '2025-09-12' } as const

/** What must follow an examination, and its papers. */
export const processRules: readonly DiseaseRule[] = [
  screeningRule({
    id: 'OD-R079',
    kind: 'breach',
    citations: [cite('TT28-2016-BYT 9.1.e'), cite('TT56-2025-BYT 9.1.e')],
    provenance: FROM_TEXT,
    inputs: [...DATED, '/examination/resultsReturnedOn'],
    at: '/examination/resultsReturnedOn',
    violated: ({ dates: { returned }, legalDate }) => {
      const due = resultsDue(legalDate)
      return due !== undefined && returned !== null && returned > due.date && { returned, due: due.date }
    },
    message: {
      vi: 'Kết quả khám được trả ngày {returned}, chậm hơn ngày cuối cùng {due}.',
      en: 'The results were returned on {returned}, after the last day, {due}.',
    },
    fix: {
      vi: 'Cơ sở khám trả kết quả trong 20 ngày kể từ khi kết thúc đợt khám (trước 15/02/2026: 20 ngày làm việc).',
      en: 'The facility returns the results within 20 days of the end of the round (working days before 15 February 2026).',
    },
    examples: {
      holds: [
        {},
        { change: { '/examination/resultsReturnedOn': '2026-10-01' } },
        { change: { ...IN_2025, '/examination/resultsReturnedOn': '2025-10-10' } },
      ],
      fails: [
        { change: { '/examination/resultsReturnedOn': '2026-10-02' } },
        { change: { ...IN_2025, '/examination/resultsReturnedOn': '2025-10-11' } },
      ],
    },
  }),

  caseRule({
    id: 'OD-R067',
    kind: 'breach',
    citations: [cite('TT15-2016-BYT 4.2'), cite('TT28-2016-BYT 22.4'), cite('TT56-2025-BYT 18.4')],
    provenance: FROM_TEXT,
    inputs: [...REFERRAL],
    at: '/referredOn',
    violated: (one, facts) => {
      const late = lateReferral(one, facts)
      return late?.immediate === true && { due: late.due }
    },
    message: {
      vi: 'Trường hợp thứ {ordinal} mắc bệnh phải giám định ngay: chưa được giới thiệu đi giám định chậm nhất ngày {due}.',
      en: 'Case {ordinal} has a disease that is assessed at once: the referral to assessment was due by {due}.',
    },
    fix: {
      vi: 'Giới thiệu người lao động đi giám định và ghi referredOn.',
      en: 'Refer the worker to assessment and state referredOn.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/referredOn': '2026-09-28' } }],
      fails: [{ change: { '/cases/0/referredOn': '2026-09-29' } }, { change: { '/cases/0/referredOn': undefined } }],
    },
  }),

  caseRule({
    id: 'OD-R068',
    kind: 'breach',
    citations: [cite('TT28-2016-BYT 22.4'), cite('TT56-2025-BYT 18.4')],
    provenance: FROM_TEXT,
    inputs: [...REFERRAL],
    at: '/referredOn',
    violated: (one, facts) => {
      const late = lateReferral(one, facts)
      return late?.immediate === false && { due: late.due }
    },
    message: {
      vi: 'Trường hợp thứ {ordinal} đã điều trị xong: chưa được giới thiệu đi giám định chậm nhất ngày {due}.',
      en: 'Case {ordinal}: treatment has ended, and the referral to assessment was due by {due}.',
    },
    fix: {
      vi: 'Giới thiệu người lao động đi giám định và ghi referredOn.',
      en: 'Refer the worker to assessment and state referredOn.',
    },
    examples: {
      holds: [
        {},
        { change: { '/cases/0/disease': 'OD-08', '/cases/0/referredOn': undefined } },
        {
          change: {
            '/cases/0/disease': 'OD-08',
            '/cases/0/treatmentEndedOn': '2026-09-10',
            '/cases/0/referredOn': '2026-09-30',
          },
        },
      ],
      fails: [
        {
          change: {
            '/cases/0/disease': 'OD-08',
            '/cases/0/treatmentEndedOn': '2026-09-10',
            '/cases/0/referredOn': '2026-10-01',
          },
        },
      ],
    },
  }),

  screeningRule({
    id: 'OD-R054',
    kind: 'breach',
    citations: [cite('L84-2015 21.2'), cite('TT56-2025-BYT 9.2')],
    provenance: FROM_TEXT,
    inputs: ['/persons/examined/women', '/gynaecologyExamined', '/examination/kind'],
    at: '/gynaecologyExamined',
    violated: ({ declaration: { gynaecologyExamined }, examination: { kind = '' }, examined: { women } }) =>
      gynaecologyExamined !== undefined &&
      WITH_GYNAECOLOGY.has(kind) &&
      gynaecologyExamined < women && { examined: gynaecologyExamined, women },
    message: {
      vi: 'Chỉ {examined} trên {women} lao động nữ được khám chuyên khoa phụ sản.',
      en: 'Only {examined} of the {women} women examined had the gynaecological examination.',
    },
    fix: {
      vi: 'Khám chuyên khoa phụ sản cho lao động nữ còn lại.',
      en: 'Have the other women examined.',
    },
    examples: {
      holds: [{}, { change: { '/gynaecologyExamined': undefined } }],
      fails: [{ change: { '/gynaecologyExamined': 14 } }],
    },
  }),

  {
    id: 'OD-R080',
    kind: 'breach',
    citations: [cite('TT56-2025-BYT 8.1')],
    provenance: FROM_TEXT,
    inputs: ['/files/missing', '/files/investigationMinutes'],
    judge: ({ declaration: { files } }) =>
      files?.investigationMinutes === true
        ? []
        : (files?.missing ?? []).map((document, index) => ({
            pointer: `/files/missing/${index}`,
            params: { document },
          })),
    message: {
      vi: 'Hồ sơ khám thiếu giấy tờ: {document}.',
      en: 'The file of the examination lacks a document: {document}.',
    },
    fix: {
      vi: 'Bổ sung: phiếu khám trước khi bố trí (PL II), sổ khám (PL III), kết quả quan trắc, biên bản xác nhận tiếp xúc (PL IV) khi cấp tính; biên bản điều tra có thể thay thế.',
      en: 'Complete it: pre-placement form (Annex II), book (Annex III), monitoring result, for acute cases the confirmation (Annex IV); minutes of an investigation may stand in.',
    },
    examples: {
      holds: [{}, { change: { '/files': { missing: ['examination-book'], investigationMinutes: true } } }],
      fails: [{ change: { '/files/missing': ['monitoring-result'] } }],
    },
  },

  screeningRule({
    id: 'OD-R082',
    kind: 'warning',
    citations: [cite('TT56-2025-BYT 9.1.d'), cite('TT56-2025-BYT 9.1.đ')],
    provenance: FROM_TEXT,
    inputs: ['/files/certificates', '/files/caseReports', '/diseases/*/diagnosed/total'],
    at: '/files',
    violated: ({ declaration: { files }, results }) => {
      const diagnosed = results.reduce((sum, row) => sum + row.diagnosed.total, 0)
      const certificates = files?.certificates ?? diagnosed
      const reports = files?.caseReports ?? diagnosed
      return (certificates !== diagnosed || reports !== diagnosed) && { certificates, reports, diagnosed }
    },
    message: {
      vi: 'Số giấy khám bệnh nghề nghiệp ({certificates}), số báo cáo trường hợp ({reports}) và số được chẩn đoán ({diagnosed}) phải bằng nhau.',
      en: 'Certificates ({certificates}), case reports ({reports}) and diagnoses ({diagnosed}) ought to be the same number.',
    },
    fix: {
      vi: 'Sửa số, hoặc xác nhận và nêu lý do (người mắc nhiều bệnh, giấy tờ còn chờ).',
      en: 'Correct them, or confirm and say why (somebody with several diseases, papers still to come).',
    },
    examples: {
      holds: [{}, { change: { '/files': undefined } }],
      fails: [{ change: { '/files/certificates': 1 } }, { change: { '/files/caseReports': 3 } }],
    },
  }),

  resultRule({
    id: 'OD-R084',
    kind: 'breach',
    citations: [cite('TT28-2016-BYT 10.1')],
    provenance: FROM_TEXT,
    inputs: ['/diseases/*/disease', '/diseases/*/diagnosed/total', '/consultation/held', ...DATED],
    at: '/diagnosed',
    violated: ({ filed, diagnosed }, { declaration, legalDate }) =>
      filed.disease !== undefined &&
      diagnosed.total > 0 &&
      declaration.consultation?.held !== true &&
      valueOn(consultedDiseases, legalDate)?.value.includes(filed.disease) === true && {
        disease: diseaseName(filed.disease, legalDate),
      },
    message: {
      vi: '{disease}: bệnh bụi phổi, phế quản, rung phải hội chẩn trước khi kết luận.',
      en: '{disease}: diseases of the lungs, the bronchi and of vibration call for a consultation.',
    },
    fix: { vi: 'Tổ chức hội chẩn và ghi consultation.', en: 'Hold a consultation and state it in consultation.' },
    examples: {
      holds: [{}, { change: { ...IN_2025 } }],
      fails: [{ change: { ...IN_2025, '/consultation/held': false } }],
    },
  }),

  screeningRule({
    id: 'OD-R085',
    kind: 'breach',
    citations: [cite('TT56-2025-BYT 22')],
    interval: intervalOf('TT56-2025-BYT'),
    provenance: FROM_TEXT,
    inputs: ['/files/forms', ...DATED],
    at: '/files/forms',
    violated: ({ declaration: { files } }) => files?.forms === 'TT28',
    message: {
      vi: 'Đợt khám từ ngày 15/02/2026 còn dùng mẫu của Thông tư 28/2016, nay đã hết hiệu lực.',
      en: 'A round since 15 February 2026 used the forms of Circular 28/2016, which is no longer in force.',
    },
    fix: {
      vi: 'Dùng mẫu của Thông tư 56/2025; hồ sơ lập trước đó vẫn có giá trị khi giám định.',
      en: 'Use the forms of Circular 56/2025; files made before remain valid for assessment.',
    },
    examples: {
      holds: [{}, { change: { ...IN_2025, '/files/forms': 'TT28' } }],
      fails: [{ change: { '/files/forms': 'TT28' } }],
    },
  }),

  caseRule({
    id: 'OD-R088',
    kind: 'breach',
    citations: [cite('L84-2015 21.3')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/prePlacementOn', '/cases/*/exposureStart'],
    at: '/prePlacementOn',
    violated: ({ filed: { prePlacementOn, exposureStart } }) =>
      prePlacementOn !== undefined &&
      exposureStart !== undefined &&
      exposureStart >= (intervalOf('L84-2015').validFrom ?? '') &&
      prePlacementOn > exposureStart,
    message: {
      vi: 'Trường hợp thứ {ordinal} bắt đầu tiếp xúc trước khi được khám sức khỏe bố trí việc làm.',
      en: 'Case {ordinal} was exposed before the examination that must come before placement.',
    },
    fix: {
      vi: 'Khám sức khỏe trước khi bố trí làm việc có yếu tố có hại.',
      en: 'Examine before placing somebody in exposed work.',
    },
    examples: {
      holds: [
        {},
        { change: { '/cases/0/prePlacementOn': '2008-04-01' } },
        { change: { '/cases/0/prePlacementOn': '2020-01-01', '/cases/0/exposureStart': '2020-01-01' } },
      ],
      fails: [{ change: { '/cases/0/prePlacementOn': '2020-01-02', '/cases/0/exposureStart': '2020-01-01' } }],
    },
  }),
]
