import { citeInForce } from '../law/citation.ts'
import { type MonitoringDueDate, monitoringDueDates } from '../law/environment-due-dates.ts'
import { type LegalDate, legalDate, yearOf } from '../reference/legal-date.ts'
import { type Obligation, PLAIN, type Reason } from './obligation.ts'

/** A monitoring campaign as far as obligations depend on it. */
export interface CampaignOnRecord {
  readonly id: string
  /** Last day of sampling. */
  readonly sampledOn: LegalDate
  /** When the enterprise had the report; null while there are no results. */
  readonly reportedOn: LegalDate | null
  /** Positions above a limit that was read in its text. */
  readonly exceeding: number
  readonly publishedOn: LegalDate | null
  /** Each null while it is not done. */
  readonly measures: readonly (LegalDate | null)[]
  readonly earlyExaminationOn: LegalDate | null
}

type Followed = Extract<MonitoringDueDate['duty'], 'publication' | 'corrective-measures' | 'early-examination'>

/** What follows from one campaign; the yearly monitoring and reports are owed whether or not there was one. */
export function dutiesOfCampaign(campaign: CampaignOnRecord): readonly Obligation[] {
  const { id, sampledOn, reportedOn, exceeding } = campaign
  return monitoringDueDates({ sampledOn, reportedOn, exceeding: exceeding > 0 }).flatMap(
    ({ duty, due, certain, citations, text }): Obligation[] => {
      if (!isFollowed(duty)) return []
      const since = duty === 'publication' && reportedOn !== null ? reportedOn : sampledOn
      const reason: Reason =
        duty === 'publication'
          ? { code: 'sampled', params: { on: sampledOn } }
          : { code: 'exceeded', params: { on: sampledOn, positions: exceeding } }
      return [
        {
          ...PLAIN,
          duty,
          source: { kind: 'environment', id },
          owedBy: 'enterprise',
          owedTo: 'worker',
          since,
          due,
          certain,
          done: DONE[duty](campaign),
          citations,
          reason,
          what: text,
        },
      ]
    },
  )
}

const DONE: Readonly<Record<Followed, (campaign: CampaignOnRecord) => LegalDate | null>> = {
  publication: ({ publishedOn }) => publishedOn,
  'corrective-measures': ({ measures }) => (measures.includes(null) ? null : (measures.toSorted().at(-1) ?? null)),
  'early-examination': ({ earlyExaminationOn }) => earlyExaminationOn,
}

function isFollowed(duty: MonitoringDueDate['duty']): duty is Followed {
  return duty in DONE
}

/** The monitoring of one year: at least once (Law 84/2015 art. 18.2); null before that law. */
export function monitoringOf(year: number, campaigns: readonly Pick<CampaignOnRecord, 'sampledOn'>[]) {
  const due = legalDate(`${year}-12-31`)
  const citations = citeInForce(['L84-2015 18.2'], due)
  const inYear = campaigns.map(({ sampledOn }) => sampledOn).filter((day) => yearOf(day) === year)
  return citations.length === 0 ? null : { due, done: inYear.toSorted()[0] ?? null, citations }
}
