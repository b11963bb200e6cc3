import { cite } from '../../law/citation.ts'
import { type DiseaseCriteria, minimumNoiseYears, reachesMinimum, withinGuarantee } from '../../law/disease-criteria.ts'
import { causesVerified, hazardsOfDisease } from '../../law/disease-hazards.ts'
import { hazardFactors } from '../../reference/catalogue.ts'
import { addDays } from '../../reference/legal-date.ts'
import { asDate, type CaseFacts, DAYS_A_YEAR } from '../facts.ts'
import { caseRule, DATED, type DiseaseRule, FROM_ANNEX, FROM_TEXT, OUR_READING } from './define.ts'

const CASE_DATED = ['/cases/*/diagnosedOn', '/cases/*/examinedOn', ...DATED] as const
const FORM = ['/cases/*/disease', '/cases/*/form'] as const
const EXPOSURE = ['/cases/*/exposureStart', '/cases/*/exposureEnd', '/cases/*/exposureYears'] as const
const LEVEL = ['/cases/*/level/value', '/cases/*/level/unit'] as const

const DEAFNESS = 'OD-18'
/** Forms in which a short exposure suffices, if it was strong enough. */
const SHORT_FORMS: ReadonlySet<string> = new Set(['acute'])
/** Years that noise of the level filed needs; null where no level in dBA was filed, or it is no chronic deafness. */
function noiseYears({ filed }: CaseFacts): number | null {
  const { disease, form, level } = filed
  if (disease !== DEAFNESS || form !== 'chronic' || level?.value === undefined || level.unit !== 'dBA') return null
  return minimumNoiseYears(level.value)
}

/** Whether the exposure was shorter than the annex asks for; noise of a known level has a formula instead. */
function isTooShort(one: CaseFacts, criteria: DiseaseCriteria): boolean {
  if (one.exposureDays === null || noiseYears(one) !== null) return false
  const from = addDays(one.legalDate, -Math.round(one.exposureDays))
  return reachesMinimum(criteria, { from, to: one.legalDate }) === false
}

function isAfterGuarantee({ filed }: CaseFacts, criteria: DiseaseCriteria): boolean {
  const exposureEnd = asDate(filed.exposureEnd)
  const diagnosedOn = asDate(filed.diagnosedOn)
  if (exposureEnd === null || diagnosedOn === null || diagnosedOn < exposureEnd) return false
  return withinGuarantee(criteria, { exposureEnd, diagnosedOn }) === false
}

function isTooShortForNoise(one: CaseFacts): { level: number; years: number } | null {
  const years = noiseYears(one)
  if (years === null || one.exposureDays === null || one.exposureDays / DAYS_A_YEAR >= years) return null
  return { level: one.filed.level?.value ?? 0, years: Math.round(years * 100) / 100 }
}

/** Acute byssinosis needs two hours. */
const BYSSINOSIS_2025 = {
  '/examination/from': '2025-09-08',
  '/examination/to': '2025-09-12',
  '/cases/0/diagnosedOn': '2025-09-12',
  '/cases/0/examinedOn': '2025-09-10',
  '/cases/0/disease': 'OD-03',
} as const

/** Whether the exposure was what the disease needs: Circular 15/2016, Art. 2 and the annex of the disease. */
export const exposureRules: readonly DiseaseRule[] = [
  caseRule({
    id: 'OD-R060',
    kind: 'warning',
    citations: [cite('TT15-2016-BYT 2.2'), cite('TT60-2025-BYT')],
    provenance: FROM_ANNEX,
    inputs: [...FORM, ...EXPOSURE, ...LEVEL, ...CASE_DATED],
    at: '/exposureStart',
    violated: (one) => one.criteria?.verified === true && isTooShort(one, one.criteria),
    message: {
      vi: 'Trường hợp thứ {ordinal}: thời gian tiếp xúc ngắn hơn thời gian tối thiểu của bệnh theo phụ lục Thông tư 15/2016.',
      en: 'Case {ordinal}: the exposure was shorter than the minimum of the disease in the annexes of Circular 15/2016.',
    },
    fix: {
      vi: 'Kiểm tra ngày tiếp xúc và thể bệnh; nếu đúng thì xác nhận và nêu căn cứ chẩn đoán.',
      en: 'Check the exposure and the form; if they are right, confirm and say what the diagnosis rests on.',
    },
    examples: {
      holds: [
        {},
        { change: { ...BYSSINOSIS_2025, '/cases/0/exposureYears': 5 } },
        // The annexes of Circular 60/2025 are not known.
        { change: { '/cases/0/disease': 'OD-03', '/cases/0/exposureYears': 4 } },
      ],
      fails: [{ change: { ...BYSSINOSIS_2025, '/cases/0/exposureYears': 4 } }],
    },
  }),

  caseRule({
    id: 'KB-DIS-30',
    kind: 'info',
    citations: [cite('TT60-2025-BYT')],
    provenance: OUR_READING,
    inputs: [...FORM, ...EXPOSURE, ...LEVEL, ...CASE_DATED],
    at: '/exposureStart',
    violated: (one) => one.criteria?.verified === false && isTooShort(one, one.criteria),
    message: {
      vi: 'Trường hợp thứ {ordinal}: thời gian tiếp xúc ngắn hơn mức của Thông tư 15/2016; chưa có phụ lục Thông tư 60/2025 để đối chiếu.',
      en: 'Case {ordinal}: the exposure was shorter than Circular 15/2016 asked for; the annexes of Circular 60/2025 are not at hand.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/disease': 'OD-03', '/cases/0/exposureYears': 5 } }],
      fails: [{ change: { '/cases/0/disease': 'OD-03', '/cases/0/exposureYears': 4 } }],
    },
  }),

  caseRule({
    id: 'OD-R061',
    kind: 'warning',
    citations: [cite('TT15-2016-BYT 2.3'), cite('ND88-2020 5.4')],
    provenance: FROM_ANNEX,
    inputs: [...FORM, '/cases/*/exposureEnd', ...CASE_DATED],
    at: '/diagnosedOn',
    violated: (one) => one.criteria?.verified === true && isAfterGuarantee(one, one.criteria),
    message: {
      vi: 'Trường hợp thứ {ordinal} được chẩn đoán sau thời gian bảo đảm của bệnh: có thể không được hưởng chế độ.',
      en: 'Case {ordinal} was diagnosed after the guarantee period of the disease: there may be no entitlement.',
    },
    fix: {
      vi: 'Kiểm tra ngày thôi tiếp xúc; nếu đúng thì xác nhận và nêu lý do.',
      en: 'Check when the exposure ended; if it is right, confirm and say why.',
    },
    examples: {
      holds: [{}, { change: { ...BYSSINOSIS_2025, '/cases/0/exposureEnd': '2020-09-12' } }],
      fails: [{ change: { ...BYSSINOSIS_2025, '/cases/0/exposureEnd': '2020-09-11' } }],
    },
  }),

  caseRule({
    id: 'KB-DIS-31',
    kind: 'info',
    citations: [cite('TT60-2025-BYT')],
    provenance: OUR_READING,
    inputs: [...FORM, '/cases/*/exposureEnd', ...CASE_DATED],
    at: '/diagnosedOn',
    violated: (one) => one.criteria?.verified === false && isAfterGuarantee(one, one.criteria),
    message: {
      vi: 'Trường hợp thứ {ordinal} được chẩn đoán sau thời gian bảo đảm của Thông tư 15/2016; chưa có phụ lục Thông tư 60/2025 để đối chiếu.',
      en: 'Case {ordinal} was diagnosed after the guarantee period of Circular 15/2016; the annexes of Circular 60/2025 are not at hand.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/disease': 'OD-03', '/cases/0/exposureEnd': '2022-01-01' } }],
      fails: [{ change: { '/cases/0/disease': 'OD-03', '/cases/0/exposureEnd': '2020-01-01' } }],
    },
  }),

  caseRule({
    id: 'OD-R062',
    kind: 'warning',
    citations: [cite('TT15-2016-BYT 2.1'), cite('TT56-2025-BYT 8.1')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/form', '/cases/*/exposureConfirmation', '/cases/*/level/value', '/cases/*/level/limit'],
    at: '/exposureConfirmation',
    violated: ({ filed: { form, level, exposureConfirmation } }) => {
      if (form === undefined || !SHORT_FORMS.has(form) || exposureConfirmation === true) return false
      return level?.value === undefined || (level.limit !== undefined && level.value <= level.limit)
    },
    message: {
      vi: 'Trường hợp thứ {ordinal}: bệnh cấp tính cần kết quả đo vượt giới hạn hoặc biên bản xác nhận tiếp xúc (Phụ lục IV).',
      en: 'Case {ordinal}: an acute disease needs a measurement above the limit or the confirmation of exposure (Annex IV).',
    },
    fix: {
      vi: 'Ghi level, hoặc đặt exposureConfirmation = true nếu đã lập biên bản; nếu chưa có thì xác nhận và nêu lý do.',
      en: 'State level, or set exposureConfirmation to true where the minutes were made; if there are none, confirm and say why.',
    },
    examples: {
      holds: [
        {},
        { change: { '/cases/0/form': 'acute' } },
        { change: { '/cases/0/form': 'acute', '/cases/0/level': undefined, '/cases/0/exposureConfirmation': true } },
      ],
      fails: [
        { change: { '/cases/0/form': 'acute', '/cases/0/level': undefined } },
        { change: { '/cases/0/form': 'acute', '/cases/0/level/value': 0.05 } },
      ],
    },
  }),

  caseRule({
    id: 'OD-R065',
    kind: 'warning',
    citations: [cite('TT15-2016-BYT PL 18'), cite('TT60-2025-BYT')],
    provenance: FROM_ANNEX,
    inputs: [...FORM, ...EXPOSURE, ...LEVEL, ...CASE_DATED],
    at: '/exposureStart',
    violated: (one) => (one.criteria?.verified === true ? (isTooShortForNoise(one) ?? false) : false),
    message: {
      vi: 'Trường hợp thứ {ordinal}: tiếng ồn {level} dBA cần ít nhất {years} năm tiếp xúc liên tục.',
      en: 'Case {ordinal}: noise of {level} dBA needs at least {years} years of continuous exposure.',
    },
    fix: {
      vi: 'Kiểm tra mức ồn trung bình 8 giờ và số năm tiếp xúc; nếu đúng thì xác nhận và nêu căn cứ chẩn đoán.',
      en: 'Check the level over 8 hours and the years; if they are right, confirm and say what the diagnosis rests on.',
    },
    examples: {
      holds: [{}, { change: { '/cases/1/diagnosedOn': '2025-09-12', '/cases/1/exposureYears': 0.8 } }],
      fails: [
        { change: { '/cases/1/diagnosedOn': '2025-09-12', '/cases/1/exposureYears': 0.7 } },
        { change: { '/cases/1/diagnosedOn': '2025-09-12', '/cases/1/exposureYears': 1.9, '/cases/1/level/value': 88 } },
      ],
    },
  }),

  caseRule({
    id: 'KB-DIS-32',
    kind: 'info',
    citations: [cite('TT60-2025-BYT')],
    provenance: OUR_READING,
    inputs: [...FORM, ...EXPOSURE, ...LEVEL, ...CASE_DATED],
    at: '/exposureStart',
    violated: (one) => (one.criteria?.verified === false ? (isTooShortForNoise(one) ?? false) : false),
    message: {
      vi: 'Trường hợp thứ {ordinal}: theo Thông tư 15/2016, tiếng ồn {level} dBA cần ít nhất {years} năm; chưa có phụ lục Thông tư 60/2025 để đối chiếu.',
      en: 'Case {ordinal}: by Circular 15/2016 noise of {level} dBA needs at least {years} years; the annexes of Circular 60/2025 are not at hand.',
    },
    examples: {
      holds: [{}, { change: { '/cases/1/exposureYears': 0.8 } }],
      fails: [{ change: { '/cases/1/exposureYears': 0.7 } }],
    },
  }),

  caseRule({
    id: 'KB-DIS-33',
    kind: 'warning',
    citations: [cite('L84-2015 3.9'), cite('TT15-2016-BYT 3')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/factor', '/cases/*/disease', ...CASE_DATED],
    at: '/factor',
    violated: ({ filed: { factor, disease }, legalDate }) =>
      factor !== undefined &&
      disease !== undefined &&
      hazardFactors.findEver(factor) !== undefined &&
      causesVerified(disease, legalDate) &&
      !hazardsOfDisease(disease, legalDate).includes(factor),
    message: {
      vi: 'Trường hợp thứ {ordinal}: yếu tố khai không phải là yếu tố gây bệnh này theo danh mục.',
      en: 'Case {ordinal}: by the list the factor stated does not cause the disease.',
    },
    fix: {
      vi: 'Sửa yếu tố hoặc bệnh; xem /v1/code-lists/occupational-diseases.',
      en: 'Correct the factor or the disease; see /v1/code-lists/occupational-diseases.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/factor': undefined } }],
      fails: [{ change: { '/cases/0/factor': 'HZ-PHY-NOISE' } }],
    },
  }),

  caseRule({
    id: 'KB-DIS-34',
    kind: 'info',
    citations: [cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/factor', '/hazards/*/factor', '/cases/*/exposureEnd'],
    at: '/factor',
    violated: ({ filed: { factor, exposureEnd } }, { hazards }) =>
      factor !== undefined && exposureEnd === undefined && !hazards.some((hazard) => hazard.filed.factor === factor),
    message: {
      vi: 'Trường hợp thứ {ordinal} còn tiếp xúc với yếu tố không có trong hazards.',
      en: 'Case {ordinal} is still exposed to a factor that is not in hazards.',
    },
    fix: {
      vi: 'Thêm yếu tố vào hazards, hoặc ghi ngày thôi tiếp xúc.',
      en: 'Add the factor to hazards, or state when the exposure ended.',
    },
    examples: {
      holds: [{}, { change: { '/cases/0/factor': 'HZ-DUST-COAL' } }],
      fails: [{ change: { '/cases/1/factor': 'HZ-DUST-COAL' } }],
    },
  }),
]
