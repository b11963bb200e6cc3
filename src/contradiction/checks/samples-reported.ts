import { cite } from '../../law/citation.ts'
import { HEALTH_FAILED, HEALTH_SAMPLES, OSH_FAILED, OSH_SAMPLES } from '../../law/report-cells.ts'
import { statement } from '../../platform/statements.ts'
import { BOTH, type Check } from '../check.ts'
import { stands, sumOfCells, told } from '../sql.ts'

/** Cells of a report against the sum of the campaigns of its period. */
function samplesReported(
  kind: 'occupational-health' | 'osh-annual',
  cells: { readonly samples: string; readonly failed: string },
  rest: Pick<Check, 'id' | 'rules' | 'citations'>,
): Check {
  const pair = `(values ('samples', ${sumOfCells('r.figures', cells.samples)}, campaigns.samples),
                        ('failed', ${sumOfCells('r.figures', cells.failed)}, campaigns.failed))`
  return {
    ...rest,
    title: {
      vi: 'Số mẫu quan trắc trong báo cáo khác với các đợt quan trắc đã khai báo',
      en: 'The samples of a report differ from the campaigns declared',
    },
    message: {
      vi: 'Báo cáo ghi {left} mẫu ({subject}); các đợt quan trắc trong kỳ cho {right}.',
      en: 'The report has {left} samples ({subject}); the campaigns of the period give {right}.',
    },
    left: 'report',
    right: 'environment',
    rightStandsForSeveral: true,
    audience: BOTH,
    statement: statement(
      `contradiction-${rest.id}`,
      `${told({
        of: 'r',
        subject: 'told.name',
        left: { id: 'r.declaration_id', field: 'told.name', value: 'told.reported' },
        right: { id: 'campaigns.first_id', field: "'/measurements'", value: 'told.measured' },
        legalDate: 'r.period_end',
        since: 'r.received_on',
        offices: ['r'],
      })}
         from periodic_report_fact r
        cross join lateral (
          select coalesce(sum(f.samples), 0) as samples, coalesce(sum(f.exceeding), 0) as failed, count(*) as campaigns,
                 (array_agg(f.declaration_id order by f.filed_at, f.declaration_id))[1] as first_id
            from environment_fact f
           where f.tenant_id = r.tenant_id and f.sampled_on between make_date(r.year, 1, 1) and r.period_end
             and ${stands('environment_fact', 'f')}) campaigns
        cross join lateral ${pair} as told (name, reported, measured)
        where r.tenant_id = any($1) and r.report_kind = '${kind}' and ${stands('periodic_report_fact', 'r')}
          -- Without any campaign the missing one is an obligation, not a contradiction.
          and campaigns.campaigns > 0 and told.reported <> told.measured`,
    ),
  }
}

export const samplesOfHealthReport = samplesReported(
  'occupational-health',
  { samples: HEALTH_SAMPLES, failed: HEALTH_FAILED },
  {
    id: 'samples-of-health-report',
    rules: ['ENV-141'],
    citations: [cite('TT19-2016-BYT PL 8'), { kind: 'arithmetic' }],
  },
)

export const samplesOfOshReport = samplesReported(
  'osh-annual',
  { samples: OSH_SAMPLES, failed: OSH_FAILED },
  {
    id: 'samples-of-osh-report',
    rules: ['ENV-140'],
    citations: [cite('TT07-2016-BLDTBXH PL II, mục 9'), { kind: 'arithmetic' }],
  },
)
