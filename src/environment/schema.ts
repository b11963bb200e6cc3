import { z } from 'zod'
import {
  code,
  codeOf,
  count,
  day,
  filingEnvelope,
  line,
  prose,
  storable,
  UNSTORABLE,
  unit,
} from '../declaration/schema-parts.ts'
import { AXES, LABOUR_CLASSES, PLACE_KINDS, SAMPLE_TYPES, SAMPLINGS, VERDICTS } from './vocabulary.ts'

/**
 * The declaration of one campaign of workplace-environment monitoring (Decree 44/2016, Arts. 35-38, and Form 04 of its
 * Annex III). The schema holds types and shapes only: that a thing is missing is told by a rule with its article.
 */

const taxCode = z
  .string()
  .min(1)
  .max(20)
  .meta({ description: 'Tax code: 10 digits, 10-3 or 12.', examples: ['4600100003'] })

/** A name the report gives to one of its own things. */
const ownId = (of: string) =>
  z
    .string()
    .min(1)
    .max(64)
    .refine(storable, UNSTORABLE)
    .meta({ description: `Of ${of}, unique in this report.` })

const dayOrInstant = z
  .string()
  .regex(
    /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    { abort: true },
  )
  .refine((text) => {
    const date = text.slice(0, 10)
    const at = Date.parse(`${date}T00:00:00Z`)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) && !Number.isNaN(Date.parse(text))
  })
  .meta({
    description: 'Calendar day in Viet Nam, or an instant with an offset where the hour is known.',
    examples: ['2026-03-10', '2026-03-10T09:15:00+07:00'],
  })

/** Beyond any quantity of a workplace; keeps arithmetic finite. */
const GREATEST = 1_000_000_000
const quantity = z.number().min(-GREATEST).max(GREATEST)
const minutes = z.number().min(0).max(100_000)

const establishment = z
  .strictObject({
    name: line().optional(),
    address: line().optional(),
    taxCode: taxCode.optional(),
    type: codeOf('establishment-types').optional(),
    industry: z.strictObject({ version: z.enum(['2018', '2025']).optional(), code }).optional(),
  })
  .meta({
    id: 'MonitoredEstablishment',
    description: 'The establishment that was monitored. What is left out is taken from the register.',
  })

const site = z
  .strictObject({
    unit: unit.optional(),
    name: line().optional(),
    address: line().optional(),
    registered: z.boolean().optional().meta({ description: 'False where the register does not know this site.' }),
  })
  .meta({ id: 'MonitoredSite', description: 'Where samples were taken; the head office when left out.' })

const organisation = z
  .strictObject({
    id: z.uuid().optional().meta({ description: 'In the register of monitoring organisations.' }),
    taxCode: taxCode.optional(),
    name: line().optional(),
    address: line().optional(),
    phone: line(30).optional(),
    representative: line(200).optional().meta({ description: 'Who signs for it. Kept encrypted.' }),
  })
  .meta({
    id: 'MonitoringOrganisationFiled',
    description: 'Who monitored: by id or tax code, and as Form 04 prints it.',
  })

const instrument = z
  .strictObject({
    instrumentId: ownId('an instrument'),
    name: line().optional(),
    model: line(100).optional(),
    serial: line(100).optional(),
    factors: z.array(codeOf('monitored-factors')).max(100).optional(),
    calibration: z
      .strictObject({ certificate: line(100).optional(), validUntil: day.optional() })
      .meta({ id: 'InstrumentCalibration' })
      .optional(),
  })
  .meta({ id: 'MonitoringInstrument' })

const position = z
  .strictObject({
    positionId: ownId('a position'),
    workshop: line().optional(),
    job: line().optional(),
    workers: count.optional().meta({ description: 'Who work there.' }),
    women: count.optional(),
    heavyWork: z.boolean().optional().meta({ description: 'A listed heavy, hazardous or dangerous job.' }),
    labourClass: z.enum(LABOUR_CLASSES).optional(),
    place: z.enum(PLACE_KINDS).optional().meta({ description: 'Indoors when left out.' }),
    lightingWork: code.optional().meta({ description: 'Area or work of QCVN 22:2016/BYT; see /v1/exposure-limits.' }),
    roomType: code.optional().meta({ description: 'Type of room of QCVN 24:2016/BYT; see /v1/exposure-limits.' }),
    shiftHours: z.number().min(0).max(24).optional().meta({ description: '8 when left out.' }),
    weekHours: z.number().min(0).max(168).optional().meta({ description: 'Shift times days when left out.' }),
    daysPerWeek: z.number().min(0).max(7).optional(),
    hazards: z
      .array(codeOf('hazard-factors'))
      .max(100)
      .optional()
      .meta({ description: 'What the hygiene dossier names for this position.' }),
    allowanceInKind: z
      .boolean()
      .optional()
      .meta({ description: 'Whether its workers are given the allowance in kind.' }),
  })
  .meta({ id: 'MonitoredPosition' })

const measurement = z
  .strictObject({
    measurementId: ownId('a measurement').optional(),
    positionId: ownId('a position').optional(),
    sampleId: ownId('a sample').optional().meta({
      description: 'Where several measurements come from one sample: total and respirable dust, bands of one spectrum.',
    }),
    factor: codeOf('monitored-factors').optional(),
    cas: z
      .string()
      .min(1)
      .max(20)
      .refine(storable, UNSTORABLE)
      .optional()
      .meta({ description: 'CAS number of a chemical.' }),
    substance: line(200).optional(),
    limitCode: line(60).optional().meta({ description: 'Id of the limit, where several would fit.' }),
    dustGroup: code.optional().meta({ description: 'Group of QCVN 02:2019/BYT; see /v1/exposure-limits.' }),
    sampleType: z.enum(SAMPLE_TYPES).optional(),
    sampling: z.enum(SAMPLINGS).optional(),
    areaReason: line(500).optional().meta({ description: 'Why an area was sampled rather than a worker; no names.' }),
    representativeness: line(500)
      .optional()
      .meta({ description: 'Why a sample of less than half the shift stands for it; no names.' }),
    rapid: z.boolean().optional().meta({ description: 'By rapid detection (Decree 44/2016, Art. 35.3).' }),
    doubtful: z.boolean().optional(),
    confirmedByLaboratory: z.boolean().optional(),
    method: line(200)
      .optional()
      .meta({ examples: ['TCVN 9799:2013'] }),
    instrumentId: ownId('an instrument').optional(),
    sampledAt: dayOrInstant.optional(),
    durationMinutes: minutes.optional().meta({ description: 'How long was sampled.' }),
    exposureMinutes: minutes.optional().meta({ description: 'How long a worker is exposed in a shift.' }),
    value: quantity.optional(),
    belowDetection: z.boolean().optional().meta({ description: 'In place of a value; with detectionLimit.' }),
    detectionLimit: quantity.optional(),
    unit: z.string().min(1).max(30).refine(storable, UNSTORABLE).optional(),
    axis: z.enum(AXES).optional(),
    frequencyHz: z.number().min(0).max(1e15).optional(),
    bodyShare: z.number().min(0).max(100).optional().meta({ description: 'Share of the body irradiated by heat, %.' }),
    printedLimit: z
      .strictObject({ min: quantity.optional(), max: quantity.optional() })
      .optional()
      .meta({ id: 'PrintedLimit', description: 'The limit as the report prints it, in the unit of the value.' }),
    printedText: line(200).optional().meta({ description: 'The regulation as the report cites it.' }),
    verdict: z.enum(VERDICTS).optional().meta({ description: 'As the report prints it.' }),
  })
  .meta({ id: 'EnvironmentMeasurement' })

const factorCounts = z
  .strictObject({ factor: codeOf('monitored-factors'), samples: count, exceeding: count })
  .meta({ id: 'MonitoredFactorCounts' })

const measure = z
  .strictObject({
    description: prose(2_000).optional(),
    positionIds: z.array(ownId('a position')).max(2_000).optional(),
    factor: codeOf('monitored-factors').optional(),
    responsible: line(200).optional().meta({ description: 'The role that answers for it, not a name.' }),
    deadline: day.optional(),
    doneOn: day.optional(),
  })
  .meta({ id: 'CorrectiveMeasure' })

export const environmentMonitoringSchema = z
  .strictObject({
    onBehalf: z
      .strictObject({ enterpriseId: z.uuid() })
      .meta({
        id: 'OnBehalfOfMonitored',
        description: 'The enterprise in whose name a monitoring organisation or an office files; it owns the record.',
      })
      .optional(),
    establishment: establishment.optional(),
    site: site.optional(),
    organisation: organisation.optional(),
    contract: z
      .strictObject({ number: line(100).optional(), date: day.optional() })
      .meta({ id: 'Contract' })
      .optional(),
    plan: z
      .strictObject({ id: line(100).optional(), agreedOn: day.optional() })
      .meta({
        id: 'MonitoringPlan',
        description: 'Agreed by both parties before the work (Decree 44/2016, Art. 35.2).',
      })
      .optional(),
    report: z
      .strictObject({
        number: line(100).optional(),
        date: day.optional(),
        receivedOn: day.optional().meta({ description: 'When the enterprise got it; its date when left out.' }),
        copies: count.optional(),
        signed: z.boolean().optional(),
        retainedAt: line().optional().meta({ description: 'Where the report is kept.' }),
      })
      .meta({ id: 'MonitoringReport', description: 'Form 04 as the organisation issued it.' })
      .optional(),
    campaign: z
      .strictObject({
        year: z.int().min(1900).max(2200).optional().meta({ description: 'Year the monitoring is reported for.' }),
        sampledFrom: day.optional(),
        sampledTo: day.optional(),
        productionRunning: z.boolean().optional().meta({ description: 'While samples were taken.' }),
        reportedOn: day.optional().meta({
          description: 'When the result was first reported to the health office, by whatever channel.',
        }),
      })
      .meta({ id: 'MonitoringCampaign' })
      .optional(),
    dossier: z
      .strictObject({
        exists: z.boolean().optional(),
        updatedOn: day.optional(),
        technologyChangedOn: day.optional(),
      })
      .meta({ id: 'HygieneDossier', description: 'Decree 39/2016, Art. 5.3 and Annex I.' })
      .optional(),
    workforce: z
      .strictObject({
        total: count.optional(),
        women: count.optional(),
        direct: count.optional(),
        heavy: count.optional().meta({ description: 'In heavy, hazardous or dangerous jobs.' }),
      })
      .meta({ id: 'MonitoredWorkforce' })
      .optional(),
    asbestosUser: z.boolean().optional(),
    instruments: z.array(instrument).max(500).optional(),
    positions: z.array(position).max(2_000).optional(),
    measurements: z.array(measurement).max(10_000).optional().meta({ description: 'One per sample and factor.' }),
    counts: z
      .array(factorCounts)
      .max(100)
      .optional()
      .meta({ description: 'Only of factors whose single results an old form does not hold.' }),
    summary: z
      .strictObject({
        samples: count.optional(),
        exceeding: count.optional(),
        byFactor: z.array(factorCounts).max(100).optional(),
      })
      .meta({ id: 'MonitoringSummary', description: 'As the report prints it; compared with the measurements.' })
      .optional(),
    measures: z.array(measure).max(500).optional(),
    publication: z
      .strictObject({ publishedOn: day.optional(), where: line().optional() })
      .meta({ id: 'ResultsPublication', description: 'At the place monitored (Law 84/2015, Art. 18.4).' })
      .optional(),
    earlyExamination: z
      .strictObject({ plannedOn: day.optional(), doneOn: day.optional() })
      .meta({
        id: 'EarlyExamination',
        description: 'Of workers at positions beyond a limit (Decree 44/2016, Art. 37.4).',
      })
      .optional(),
    allowanceInKind: z
      .strictObject({
        granted: z.boolean().optional(),
        biologicalAgents: z
          .boolean()
          .optional()
          .meta({ description: 'Because of infectious agents of class 4 or more (Circular 24/2022, Art. 3).' }),
      })
      .meta({ id: 'AllowanceInKind' })
      .optional(),
    newFactorNotice: z
      .strictObject({ notifiedOn: day.optional(), reference: line(100).optional() })
      .meta({
        id: 'NewFactorNotice',
        description: 'Told to the health office: a factor without a limit (Decree 44/2016, Arts. 35.6 and 44.4).',
      })
      .optional(),
    note: prose().optional(),
    ...filingEnvelope,
  })
  .meta({ id: 'EnvironmentMonitoring' })

export type EnvironmentMonitoring = z.infer<typeof environmentMonitoringSchema>
export type Measurement = z.infer<typeof measurement>
export type Position = z.infer<typeof position>
export type Instrument = z.infer<typeof instrument>

/** What is encrypted: the one person a report names, and running text in which others may be named. */
export const environmentSealedFields = {
  identity: ['/organisation/representative'],
  shown: [
    '/note',
    '/measures/*/description',
    '/measures/*/responsible',
    // Of a household it is the number of a person.
    '/establishment/taxCode',
  ],
  special: [],
} as const
