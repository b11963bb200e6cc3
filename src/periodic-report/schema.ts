import { z } from 'zod'
import { code, codeOf, count, day, filingEnvelope, line, prose, unit } from '../declaration/schema-parts.ts'
import { describeKinds } from './kinds-described.ts'
import { occupationalHealthSealed } from './occupational-health/schema.ts'
import { programmeAnnualSealed } from './programme-annual/schema.ts'
import { sections } from './sections.ts'
import { ON_BEHALF_CHANNELS, REPORT_KINDS } from './vocabulary.ts'

/**
 * A periodic report: a common head and the one section of its kind. The schema holds types and shapes only: that a
 * thing is missing is told by a rule with its article.
 */

const ZERO = [
  'Nothing occurred in the period, and the section may be left out.',
  'It says of accidents and diseases that there were no accidents, victims, deaths or new cases; of monitoring, that there was none; of an office, that no report came; of programmes, that none is reported on.',
  'Only that is kept as nought: payroll, costs, days off, workers, training, inspections, yes and no are not told by it, stay absent, and may stand in the section beside it.',
].join(' ')

const period = z
  .strictObject({
    year: z
      .int()
      .min(2000)
      .max(2100)
      .optional()
      .meta({ description: 'Calendar year; without `half` the whole of it.' }),
    half: z.literal(1).optional().meta({
      description: 'The first half-year; left out: the whole year. The law knows no report of a second half.',
    }),
  })
  .meta({ id: 'ReportPeriod' })

const establishment = z
  .strictObject({
    name: line().optional().meta({ description: 'As it calls itself.' }),
    address: line().optional().meta({ description: 'Of the head office.' }),
    type: codeOf('establishment-types').optional(),
    industry: z
      .strictObject({
        version: z
          .enum(['2018', '2025'])
          .optional()
          .meta({ description: 'Edition of the classification; both are looked up when left out.' }),
        code: code.meta({ description: 'Of `vsic-2018` or `vsic-2025`; a wider one too.', examples: ['41'] }),
      })
      .optional()
      .meta({ description: 'Main industry, by the classification of industries of Viet Nam.' }),
  })
  .meta({ id: 'ReportEstablishment', description: 'What is left out is taken from the register.' })

export const periodicReportSchema = z
  .strictObject({
    kind: z.enum(REPORT_KINDS).optional().meta({ description: describeKinds() }),
    period: period.optional().meta({ description: 'What the report covers.' }),
    office: z.strictObject({ unit }).optional().meta({
      id: 'ReportOffice',
      description: "Whose own report it is, for an office of several units; one of the caller's jurisdiction.",
    }),
    sentAs: z
      .strictObject({ number: line(100).optional().meta({ description: 'Number of the document.' }), on: day })
      .optional()
      .meta({
        id: 'ReportSentAs',
        description: 'The document by which an office sent its own report; by its day the report is timely or late.',
      }),
    zero: z.literal(true).optional().meta({ description: ZERO }),
    onBehalf: z
      .strictObject({
        enterpriseId: z.uuid().meta({ description: 'Whose report it is, by its id in the register.' }),
        channel: z.enum(ON_BEHALF_CHANNELS).meta({ description: 'How it reached the office.' }),
        receivedOn: day.optional().meta({ description: 'The day the paper came; by it the report is timely or late.' }),
      })
      .optional()
      .meta({ id: 'ReportOnBehalf', description: 'An office records a report that reached it otherwise.' }),
    establishment: establishment.optional(),
    workforce: z
      .strictObject({
        total: count.optional().meta({ description: 'Men and women.' }),
        women: count.optional().meta({ description: 'Of the total.' }),
      })
      .optional()
      .meta({
        id: 'ReportWorkforce',
        description: 'Workers at the end of the period; from the register when left out.',
      }),
    recipient: z
      .strictObject({
        name: line().optional().meta({ description: 'The office as the report calls it.' }),
        unit: unit.optional(),
      })
      .optional()
      .meta({ id: 'ReportRecipient', description: 'To whom the report is addressed; a province or what lies in it.' }),
    ...sections,
    declarant: z
      .strictObject({
        name: line(200).optional(),
        position: line(200).optional(),
        phone: line(30).optional(),
        email: line(200).optional(),
      })
      .meta({
        id: 'ReportDeclarant',
        description: 'The head of the unit, who signs; name, telephone and e-mail are kept encrypted.',
      })
      .optional(),
    note: prose(2_000).optional().meta({ description: 'What the office should know, such as why the report is late.' }),
    ...filingEnvelope,
  })
  .meta({ id: 'PeriodicReport' })

export type PeriodicReport = z.infer<typeof periodicReportSchema>

/** What is encrypted: who signed, and running text in which persons may be named. */
export const reportSealedFields = {
  identity: ['/declarant/name', '/declarant/phone', '/declarant/email', ...occupationalHealthSealed.identity],
  shown: [
    '/note',
    '/environmentAnnual/measures',
    '/monitorAnnual/remarks',
    ...programmeAnnualSealed,
    ...occupationalHealthSealed.shown,
  ],
  // A summary of few reports tells of those who are in them.
  special: [...occupationalHealthSealed.special, '/receivedReports/cells'],
} as const
