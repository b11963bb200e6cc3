import { cite } from '../../../law/citation.ts'
import { causesVerified, diseasesOfHazard, hazardsOfDisease } from '../../../law/disease-hazards.ts'
import type { LegalDate } from '../../../reference/legal-date.ts'
import type { ReportFacts } from '../../facts.ts'
import { FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import { diseaseName, hazardName } from '../cell-names.ts'
import { sexes } from '../persons.ts'
import type { OccupationalHealth, ReportedDisease, ReportedFactor } from '../schema.ts'
import { annex8, annex8OfYear, diseaseRule, factorRule, of, PERIOD, places } from './define.ts'

const INPUTS = [
  ...PERIOD,
  ...places(
    '/factors/*/factor',
    '/factors/*/samples',
    '/factors/*/failed',
    '/factors/*/exposed/total',
    '/diseases/*/disease',
    '/diseases/*/examined/total',
    '/diseases/*/suspected/total',
    '/diseases/*/diagnosed/total',
  ),
]

const dust = (row: ReportedFactor) => ({ factor: 'HZ-DUST-SILICA', ...row })
const silicosis = (row: ReportedDisease) => ({ disease: 'OD-01', ...row })
const before2026 = { '/period': { year: 2025 } } as const

/** Of those exposed to what may cause a disease; the rows are added up, because other persons may stand in each. */
function exposedToCauses({ factors = [] }: OccupationalHealth, causes: readonly string[]): number {
  return factors
    .filter(({ factor }) => factor !== undefined && causes.includes(factor))
    .reduce((sum, { exposed }) => sum + sexes(exposed).total, 0)
}

/** Rows of IV.1 of the diseases that a factor may cause; null where it causes none that is listed. */
function diseasesOf({ factor }: ReportedFactor, { diseases = [] }: OccupationalHealth, on: LegalDate) {
  const caused = factor === undefined ? [] : diseasesOfHazard(factor, on)
  return caused.length === 0
    ? null
    : diseases.filter(({ disease }) => disease !== undefined && caused.includes(disease))
}

function sumOf(rows: readonly ReportedDisease[], column: 'examined' | 'suspected' | 'diagnosed'): number {
  return rows.reduce((sum, row) => sum + sexes(row[column]).total, 0)
}

function told({ factor, exposed, failed = 0 }: ReportedFactor) {
  return { factor: hazardName(factor), exposed: sexes(exposed).total, failed }
}

const isOfYear = ({ period }: ReportFacts) => period?.half === null

/** Section IV.1 against section II: what the exposed were examined for, and what was found. */
export const diseaseAndExposureRules: readonly ReportRule[] = [
  diseaseRule({
    id: 'KB-OH-25',
    kind: 'warning',
    citations: [cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    at: '/examined/total',
    violated: ({ disease, examined }, { legalDate }, report) => {
      if (disease === undefined || !causesVerified(disease, legalDate)) return false
      const exposed = exposedToCauses(report, hazardsOfDisease(disease, legalDate))
      const { total } = sexes(examined)
      return exposed > 0 && total > exposed && { disease: diseaseName(disease, legalDate), examined: total, exposed }
    },
    message: {
      vi: '{disease}: số được khám ({examined}) lớn hơn số tiếp xúc với các yếu tố gây bệnh ({exposed}).',
      en: '{disease}: more were examined ({examined}) than are exposed to its causes ({exposed}).',
    },
    fix: {
      vi: 'Sửa số liệu; nếu do biến động lao động hoặc khám cả người đã thôi tiếp xúc thì xác nhận và nêu lý do.',
      en: 'Correct it; if people came and went or are no longer exposed, confirm and say so.',
    },
    examples: {
      holds: [annex8({ factors: [dust({ exposed: of(120) })], diseases: [silicosis({ examined: of(120) })] })],
      fails: [annex8({ factors: [dust({ exposed: of(120) })], diseases: [silicosis({ examined: of(121) })] })],
    },
  }),

  diseaseRule({
    id: 'KB-OH-26',
    kind: 'warning',
    citations: [cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    at: '/disease',
    violated: ({ disease, examined, diagnosed }, { legalDate }, report) =>
      disease !== undefined &&
      causesVerified(disease, legalDate) &&
      sexes(examined).total + sexes(diagnosed).total > 0 &&
      exposedToCauses(report, hazardsOfDisease(disease, legalDate)) === 0 && {
        disease: diseaseName(disease, legalDate),
      },
    message: {
      vi: '{disease}: mục II không có người tiếp xúc với yếu tố gây bệnh này.',
      en: '{disease}: section II has nobody exposed to what causes it.',
    },
    fix: {
      vi: 'Bổ sung yếu tố vào mục II; nếu người mắc đã thôi tiếp xúc thì xác nhận và nêu lý do.',
      en: 'Add the factor to section II; if those who have it are no longer exposed, confirm and say so.',
    },
    examples: {
      holds: [
        annex8({ factors: [dust({ exposed: of(120) })], diseases: [silicosis({ diagnosed: of(1) })] }),
        annex8({ diseases: [silicosis({})] }),
      ],
      fails: [
        annex8({ diseases: [silicosis({ diagnosed: of(1) })] }),
        annex8({ diseases: [silicosis({ examined: of(1) })] }),
      ],
    },
  }),

  factorRule({
    id: 'KB-OH-27',
    kind: 'breach',
    citations: [cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    at: '/exposed',
    violated: (row, facts, report) => {
      const rows = diseasesOf(row, report, facts.legalDate)
      return (
        isOfYear(facts) && rows !== null && sexes(row.exposed).total > 0 && sumOf(rows, 'examined') === 0 && told(row)
      )
    },
    message: {
      vi: '{factor}: {exposed} người tiếp xúc nhưng cả năm không ai được khám phát hiện bệnh nghề nghiệp do yếu tố này.',
      en: '{factor}: {exposed} are exposed, and all year nobody was examined for the diseases it causes.',
    },
    fix: {
      vi: 'Tổ chức khám phát hiện bệnh nghề nghiệp; nếu đã khám thì ghi vào mục IV.1.',
      en: 'Have them examined; if it was done, state it in section IV.1.',
    },
    examples: {
      holds: [
        annex8OfYear({ factors: [dust({ exposed: of(120) })], diseases: [silicosis({ examined: of(1) })] }),
        annex8({ factors: [dust({ exposed: of(120) })] }),
        annex8OfYear({ factors: [{ factor: 'HZ-CLIM-HUM', exposed: of(3) }] }),
      ],
      fails: [annex8OfYear({ factors: [dust({ exposed: of(120) })] })],
    },
  }),

  factorRule({
    id: 'KB-OH-28',
    kind: 'breach',
    citations: [cite('ND44-2016 37.4.b')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    at: '/failed',
    // The duty runs into the next period: only a year without any examination has missed it.
    violated: (row, facts, report) => {
      const rows = diseasesOf(row, report, facts.legalDate)
      return isOfYear(facts) && rows !== null && (row.failed ?? 0) > 0 && sumOf(rows, 'examined') === 0 && told(row)
    },
    message: {
      vi: '{factor}: {failed} mẫu không đạt nhưng không ai ở vị trí đó được khám phát hiện sớm bệnh nghề nghiệp.',
      en: '{factor}: {failed} samples failed, and nobody at these positions was examined for early signs.',
    },
    fix: {
      vi: 'Khám phát hiện sớm cho người làm việc tại các vị trí có mẫu không đạt.',
      en: 'Examine those who work at the positions where samples failed.',
    },
    examples: {
      holds: [
        annex8OfYear({ factors: [dust({ samples: 6, failed: 3 })], diseases: [silicosis({ examined: of(1) })] }),
        annex8({ factors: [dust({ samples: 6, failed: 3 })] }),
      ],
      fails: [annex8OfYear({ factors: [dust({ samples: 6, failed: 3 })] })],
    },
  }),

  factorRule({
    id: 'KB-OH-29',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    at: '/failed',
    violated: (row, facts, report) => {
      const rows = diseasesOf(row, report, facts.legalDate)
      return isOfYear(facts) && rows !== null && (row.failed ?? 0) > 0 && sumOf(rows, 'diagnosed') === 0 && told(row)
    },
    message: {
      vi: '{factor}: {failed} mẫu vượt giới hạn nhưng không phát hiện bệnh nghề nghiệp, là một trường hợp xem xét điều tra.',
      en: '{factor}: {failed} samples beyond the limit and no disease found, which is a case for an investigation.',
    },
    examples: {
      holds: [
        annex8OfYear({ factors: [dust({ samples: 6, failed: 3 })], diseases: [silicosis({ diagnosed: of(1) })] }),
        annex8({ factors: [dust({ samples: 6, failed: 3 })] }, {}, before2026),
      ],
      fails: [annex8OfYear({ factors: [dust({ samples: 6, failed: 3 })] })],
    },
  }),

  factorRule({
    id: 'KB-OH-30',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    at: '/exposed',
    violated: (row, facts, report) => {
      const rows = diseasesOf(row, report, facts.legalDate)
      const neither = (row.samples ?? 0) === 0 || (rows !== null && sumOf(rows, 'examined') === 0)
      return isOfYear(facts) && rows !== null && sexes(row.exposed).total > 0 && neither && told(row)
    },
    message: {
      vi: '{factor}: {exposed} người tiếp xúc nhưng không quan trắc hoặc không khám, là một trường hợp xem xét điều tra.',
      en: '{factor}: {exposed} are exposed without monitoring or without examination, which is a case for an investigation.',
    },
    examples: {
      holds: [
        annex8OfYear({
          factors: [dust({ samples: 6, exposed: of(120) })],
          diseases: [silicosis({ examined: of(120) })],
        }),
      ],
      fails: [
        annex8OfYear({ factors: [dust({ exposed: of(120) })], diseases: [silicosis({ examined: of(120) })] }),
        annex8OfYear({ factors: [dust({ samples: 6, exposed: of(120) })] }),
      ],
    },
  }),

  diseaseRule({
    id: 'KB-OH-31',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    at: '/diagnosed',
    violated: (row, facts, { factors = [] }) => {
      const found = sumOf([row], 'suspected') + sumOf([row], 'diagnosed')
      if (row.disease === undefined || found === 0) return false
      const causes = hazardsOfDisease(row.disease, facts.legalDate)
      const measured = factors.filter(({ factor, samples = 0 }) => causes.includes(factor ?? '') && samples > 0)
      return (
        measured.length > 0 &&
        measured.every(({ failed = 0 }) => failed === 0) && { disease: diseaseName(row.disease, facts.legalDate) }
      )
    },
    message: {
      vi: '{disease}: quan trắc không vượt giới hạn nhưng có người nghi mắc hoặc mắc bệnh, là một trường hợp xem xét điều tra.',
      en: '{disease}: no sample beyond the limit, and yet somebody is suspected or diagnosed, which is a case for an investigation.',
    },
    examples: {
      holds: [
        annex8({ factors: [dust({ samples: 6, failed: 1 })], diseases: [silicosis({ diagnosed: of(1) })] }),
        annex8({ factors: [dust({ samples: 6 })], diseases: [silicosis({ diagnosed: of(1) })] }, {}, before2026),
        annex8({ diseases: [silicosis({ diagnosed: of(1) })] }),
      ],
      fails: [annex8({ factors: [dust({ samples: 6 })], diseases: [silicosis({ diagnosed: of(1) })] })],
    },
  }),
]
