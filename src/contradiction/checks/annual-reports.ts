import { type Citation, cite } from '../../law/citation.ts'
import {
  HEALTH_CLASSES,
  HEALTH_DIAGNOSED,
  HEALTH_FAILED,
  HEALTH_SAMPLES,
  OSH_FAILED,
  OSH_NEW_DISEASES,
  OSH_SAMPLES,
} from '../../law/report-cells.ts'
import { statement } from '../../platform/statements.ts'
import type { Text } from '../../rules/rule.ts'
import { type Check, HEALTH } from '../check.ts'
import { stands, sumOfCells, told } from '../sql.ts'

/** Annex II of Circular 07/2016 against Annex 8 of Circular 19/2016, of one enterprise and year: both live. */

const ANNEXES: readonly [Citation, Citation] = [cite('TT07-2016-BLDTBXH PL II'), cite('TT19-2016-BYT PL 8')]

const MESSAGE: Text = {
  vi: 'Báo cáo an toàn, vệ sinh lao động ghi {left} tại ô {subject}; báo cáo y tế lao động cho {right}.',
  en: 'The annual safety report has {left} in cell {subject}; the occupational-health report gives {right}.',
}

interface Compared {
  readonly cell: string
  readonly osh: string
  readonly healthCell: string
  readonly health: string
}

/** One select for each pair of cells, by expressions over the figures of both reports. */
function compare(name: string, cells: readonly Compared[], contradicts: string) {
  const selects = cells.map(
    ({ cell, osh, healthCell, health }) => `
      ${told({
        of: 's',
        subject: `'${cell}'`,
        left: { id: 's.declaration_id', field: `'${cell}'`, value: 'compared.osh' },
        right: { id: 'h.declaration_id', field: `'${healthCell}'`, value: 'compared.health' },
        legalDate: 's.period_end',
        since: 'greatest(s.received_on, h.received_on)',
        offices: ['s', 'h'],
      })}
        from both_reports b
        join periodic_report_fact s on s.declaration_id = b.osh_id and s.seq = b.osh_seq and s.tenant_id = b.tenant_id
        join periodic_report_fact h on h.declaration_id = b.health_id and h.seq = b.health_seq and h.tenant_id = b.tenant_id
       cross join lateral (select ${osh} as osh, ${health} as health) compared
       where ${contradicts}`,
  )
  return statement(
    name,
    `with both_reports as materialized (
       select s.tenant_id, s.declaration_id as osh_id, s.seq as osh_seq, h.declaration_id as health_id, h.seq as health_seq
         from periodic_report_fact s
         join periodic_report_fact h on h.tenant_id = s.tenant_id and h.year = s.year and h.half is null
          and h.report_kind = 'occupational-health'
        where s.tenant_id = any($1) and s.half is null and s.report_kind = 'osh-annual'
          and ${stands('periodic_report_fact', 's')} and ${stands('periodic_report_fact', 'h')})
     ${selects.join(' union all ')}`,
  )
}

const NEW_DISEASES: Compared = {
  cell: '3.new',
  osh: sumOfCells('s.figures', OSH_NEW_DISEASES),
  healthCell: 'IV.1.*.diagnosed',
  health: sumOfCells('h.figures', HEALTH_DIAGNOSED),
}

export const newDiseasesDenied: Check = {
  id: 'new-diseases-denied',
  rules: ['OD-R046'],
  citations: ANNEXES,
  title: {
    vi: 'Một báo cáo có người mắc mới bệnh nghề nghiệp, báo cáo kia không có',
    en: 'One report has new occupational diseases, the other none',
  },
  message: MESSAGE,
  left: 'report',
  right: 'report',
  audience: HEALTH,
  statement: compare(
    'contradiction-new-diseases-denied',
    [NEW_DISEASES],
    '(compared.osh = 0) <> (compared.health = 0)',
  ),
}

/** Annex II counts persons, Annex 8 persons x disease: the first cannot be the greater. */
export const newDiseasesExceed: Check = {
  id: 'new-diseases-exceed-diagnoses',
  rules: ['OD-R047'],
  citations: [{ kind: 'arithmetic' }, ...ANNEXES],
  title: {
    vi: 'Số người mắc mới bệnh nghề nghiệp lớn hơn tổng số lượt chẩn đoán',
    en: 'More persons with a new disease than diagnoses',
  },
  message: MESSAGE,
  left: 'report',
  right: 'report',
  audience: HEALTH,
  statement: compare(
    'contradiction-new-diseases-exceed',
    [NEW_DISEASES],
    'compared.health > 0 and compared.osh > compared.health',
  ),
}

export const healthClassesDiffer: Check = {
  id: 'health-classes-differ',
  rules: ['OD-R053'],
  citations: [{ kind: 'arithmetic' }, ...ANNEXES],
  title: {
    vi: 'Phân loại sức khỏe khác nhau giữa hai báo cáo năm',
    en: 'The health classes of the two annual reports differ',
  },
  message: MESSAGE,
  left: 'report',
  right: 'report',
  audience: HEALTH,
  statement: compare(
    'contradiction-health-classes',
    HEALTH_CLASSES.map((name) => ({
      cell: `4.${name}`,
      osh: sumOfCells('s.figures', `^4\\.${name}$`),
      healthCell: `VI.${name}`,
      health: sumOfCells('h.figures', `^VI\\.${name}(\\.|$)`),
    })),
    'compared.osh <> compared.health',
  ),
}

export const samplesOfReportsDiffer: Check = {
  id: 'samples-of-reports-differ',
  rules: ['ENV-140', 'ENV-141'],
  citations: [{ kind: 'arithmetic' }, ...ANNEXES],
  title: {
    vi: 'Số mẫu quan trắc khác nhau giữa hai báo cáo năm',
    en: 'The samples of the two annual reports differ',
  },
  message: MESSAGE,
  left: 'report',
  right: 'report',
  audience: HEALTH,
  statement: compare(
    'contradiction-samples-of-reports',
    [
      {
        cell: '9.samples',
        osh: sumOfCells('s.figures', OSH_SAMPLES),
        healthCell: 'II.*.samples',
        health: sumOfCells('h.figures', HEALTH_SAMPLES),
      },
      {
        cell: '9.failed',
        osh: sumOfCells('s.figures', OSH_FAILED),
        healthCell: 'II.*.failed',
        health: sumOfCells('h.figures', HEALTH_FAILED),
      },
    ],
    'compared.osh <> compared.health',
  ),
}
