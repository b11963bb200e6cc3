import { z } from 'zod'
import { type Caller, hasJurisdiction } from '../access/caller.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import type { EnterpriseSnapshot } from '../declaration/enterprise-snapshot.ts'
import { reachOf } from '../reference/administrative-units.ts'
import type { AnyForm } from './form.ts'
import { FILED_KINDS, formOf } from './forms.ts'
import { withoutDiagnoses } from './known.ts'
import { lookUpReport } from './look-up.ts'
import { lengthOf, PERIOD_TEXT, readPeriod } from './period.ts'
import { sampleReport } from './sample.ts'
import { type PeriodicReport, periodicReportSchema } from './schema.ts'

export const draftQuery = z.strictObject({
  kind: z.enum(FILED_KINDS),
  period: z
    .string()
    .regex(PERIOD_TEXT)
    .meta({ description: 'A year or its first half.', examples: ['2026', '2026-H1'] }),
  enterprise: z.uuid().optional().meta({ description: 'Whose report; for offices. Filers draft their own.' }),
})
export type DraftQuery = z.infer<typeof draftQuery>

export const draftSchema = z
  .object({
    draft: periodicReportSchema.meta({ description: 'A body to complete and file.' }),
    from: z.array(
      z.object({
        line: z.string().meta({ description: 'Row and column of the form, such as `1.1.7.deaths`.' }),
        value: z.number(),
        declarations: z.array(z.uuid()),
      }),
    ),
  })
  .meta({ id: 'ReportDraft', description: 'What was declared of the period, in the cells of the form.' })

type ReportDraft = z.infer<typeof draftSchema>

/** The draft of the sample report. */
export const sampleDraft: ReportDraft = {
  draft: sampleReport,
  from: [{ line: '1.deaths', value: 1, declarations: ['0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'] }],
}

/**
 * A report as the declarations of its period give it. `not-found`: no such enterprise for this caller;
 * `no-such-period`: the form is not filed for half-years.
 */
export async function draftReport(
  deps: Pick<DeclarationDeps, 'database' | 'master' | 'register'>,
  caller: Caller,
  { kind, period: text, enterprise }: DraftQuery,
): Promise<ReportDraft | 'not-found' | 'no-such-period'> {
  const form = formOf(kind)
  const period = readPeriod(text)
  if (!form?.periods.includes(lengthOf(period))) return 'no-such-period'
  const tenantId = await reporterFor(deps, caller, enterprise)
  if (tenantId === null) return 'not-found'
  const { year, half } = period
  const head: PeriodicReport = { kind, period: half === null ? { year } : { year, half } }
  const found = await lookUpReport({
    database: deps.database,
    body: head,
    tenantId,
    self: null,
    pseudonym: (value) => deps.master.pseudonym('person', value),
  })
  const known = caller.role === 'labour-office' ? withoutDiagnoses(found) : found
  return {
    draft: {
      ...head,
      ...headFrom(await deps.register.snapshot(tenantId)),
      [form.section]: form.draft(known),
    },
    from: sourcesOf(form, known),
  }
}

function sourcesOf(form: AnyForm, known: Awaited<ReturnType<typeof lookUpReport>>): ReportDraft['from'] {
  return [...(form.declared(known)?.figures ?? [])].flatMap(([line, { value, declarations }]) =>
    declarations.length === 0 ? [] : { line, value, declarations: [...declarations] },
  )
}

/** Whose report it is: the filer's own, or an enterprise with its head office in the jurisdiction of an office. */
async function reporterFor(
  { register }: Pick<DeclarationDeps, 'register'>,
  caller: Caller,
  enterprise: string | undefined,
): Promise<string | null> {
  if (enterprise === undefined || enterprise === caller.tenantId) return caller.tenantId
  const headOffice = (await register.snapshot(enterprise))?.headOffice
  const isTheirs =
    caller.jurisdiction !== null && headOffice && hasJurisdiction(caller.jurisdiction, reachOf(headOffice))
  return isTheirs ? enterprise : null
}

function headFrom(register: EnterpriseSnapshot | null): Pick<PeriodicReport, 'workforce'> {
  const { workers, women } = register ?? {}
  if (workers === null || workers === undefined) return {}
  return { workforce: { total: workers, ...(typeof women === 'number' && { women }) } }
}
