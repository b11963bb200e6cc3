import { z } from 'zod'
import { type Caller, hasJurisdiction } from '../access/caller.ts'
import { denialOf } from '../access/permissions.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import type { EnterpriseSnapshot } from '../declaration/enterprise-snapshot.ts'
import { unitQuery } from '../declaration/listing.ts'
import { reachOf, type UnitRef } from '../reference/administrative-units.ts'
import type { Language } from '../rules/rule.ts'
import type { AnyForm } from './form.ts'
import { FILED_KINDS, formOf } from './forms.ts'
import { type ReportKnown, reporterOf, withoutDiagnoses } from './known.ts'
import { lookUpReport } from './look-up.ts'
import { lengthOf, PERIOD_TEXT, type Period, readPeriod } from './period.ts'
import { withMeasured } from './programme-annual/draft.ts'
import { programmeAnnualForm } from './programme-annual/form.ts'
import type { MeasureTargets } from './programme-annual/measured.ts'
import { sampleReport } from './sample.ts'
import { type PeriodicReport, periodicReportSchema } from './schema.ts'

export const draftQuery = z.strictObject({
  kind: z.enum(FILED_KINDS),
  period: z
    .string()
    .regex(PERIOD_TEXT)
    .meta({ description: 'A year or its first half.', examples: ['2026', '2026-H1'] }),
  enterprise: z
    .uuid()
    .optional()
    .meta({ description: 'Whose report; for offices. Left out: their own, as of others.' }),
  unit: unitQuery.optional().meta({
    description: 'Of which of its units an office of several drafts its own report.',
    examples: ['VN-2025:19'],
  }),
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

export interface DraftDeps extends Pick<DeclarationDeps, 'database' | 'master' | 'register' | 'ownTenant' | 'clock'> {
  readonly measureTargets: MeasureTargets
}

/**
 * A report as the declarations of its period give it. `not-found`: no such enterprise or unit for this caller;
 * `no-such-period`: the form is not filed for half-years; `not-owed`: it is the report of somebody else.
 */
export async function draftReport(
  deps: DraftDeps,
  caller: Caller,
  { kind, period: text, enterprise, unit }: DraftQuery,
  language: Language,
): Promise<ReportDraft | 'not-found' | 'no-such-period' | 'not-owed'> {
  const form = formOf(kind)
  const period = readPeriod(text)
  if (!form?.periods.includes(lengthOf(period))) return 'no-such-period'
  const office = unit ?? null
  const tenantId = await reporterFor(deps, caller, enterprise, office)
  if (tenantId === null) return 'not-found'
  const { year, half } = period
  const head: PeriodicReport = {
    kind,
    period: half === null ? { year } : { year, half },
    ...(office && { office: { unit: office } }),
  }
  const found = await lookUpReport({
    database: deps.database,
    body: head,
    tenantId,
    self: null,
    pseudonym: (value) => deps.master.pseudonym('person', value),
  })
  if (!form.filedBy.includes(reporterOf(found))) return 'not-owed'
  const known = caller.role === 'labour-office' ? withoutDiagnoses(found) : found
  return {
    draft: {
      ...head,
      ...headFrom(await deps.register.snapshot(tenantId)),
      [form.section]: await sectionOf(form, period, known, deps, caller, language),
    },
    from: sourcesOf(form, known),
  }
}

/** As declarations give it; of programmes with what the register measures, for those who may ask its statistics. */
async function sectionOf(
  form: AnyForm,
  period: Period,
  known: ReportKnown,
  { measureTargets }: DraftDeps,
  caller: Caller,
  language: Language,
): Promise<object> {
  const drafted = form.draft(known, period)
  const unit = known.self?.unit
  if (form !== programmeAnnualForm || unit === undefined || denialOf(caller, 'statistics.ask') !== null) return drafted
  return withMeasured(drafted, (plan) => measureTargets(caller, plan, period.year, unit), language)
}

function sourcesOf(form: AnyForm, known: Awaited<ReturnType<typeof lookUpReport>>): ReportDraft['from'] {
  return [...(form.declared(known)?.figures ?? [])].flatMap(([line, { value, declarations }]) =>
    declarations.length === 0 ? [] : { line, value, declarations: [...declarations] },
  )
}

/** Whose report it is: the caller's own, or an enterprise with its head office in the jurisdiction of an office. */
async function reporterFor(
  { register, ownTenant }: DraftDeps,
  caller: Caller,
  enterprise: string | undefined,
  office: UnitRef | null,
): Promise<string | null> {
  if (enterprise === undefined || enterprise === caller.tenantId) return ownTenant(caller, office)
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
