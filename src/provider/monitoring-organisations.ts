import { page } from '../http/route-schema.ts'
import { valueOn } from '../law/dated-constant.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { evaluate } from '../rules/evaluate.ts'
import { type PresentedFinding, presentFinding } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import { MINIMUM_SHARE, missingCapabilities, shareCovered } from './capabilities.ts'
import { organisationMayMonitor, organisationPeriods } from './eligibility.ts'
import type { MonitoringOrganisationFacts } from './facts.ts'
import { judgeMonitoringOrganisation } from './judge-monitoring-organisation.ts'
import type { ProviderRegister } from './register.ts'
import { organisationFacts, organisationRules } from './rules.ts'
import { SAMPLE_DAY, sampleMonitoringOrganisation } from './sample.ts'
import {
  type MonitoringOrganisationChange,
  monitoringOrganisationBody,
  monitoringOrganisationChange,
  monitoringOrganisationVersions,
  monitoringOrganisationView,
} from './schema.ts'

/** Decree 44/2016, Art. 34, 40.4: who was announced as able to monitor, and who may not at times. */
export const monitoringOrganisations: ProviderRegister<MonitoringOrganisationChange, MonitoringOrganisationFacts> = {
  id: 'monitoring-organisation',
  path: 'monitoring-organisations',
  noun: ['MonitoringOrganisation', 'MonitoringOrganisations'],
  words: ['a monitoring organisation', 'monitoring organisations'],
  body: monitoringOrganisationBody,
  change: monitoringOrganisationChange,
  view: monitoringOrganisationView,
  list: page(monitoringOrganisationView).meta({ id: 'MonitoringOrganisationList' }),
  versions: monitoringOrganisationVersions,
  sample: sampleMonitoringOrganisation,
  judge: judgeMonitoringOrganisation,
  periods: organisationPeriods,
  obstacle: (facts, on) => organisationMayMonitor(facts, on, on),
  computed: async (facts, on, language) => ({
    capability: capabilityOf(facts, on, language),
    findings: await findingsOf(facts, on, language),
  }),
  sampleComputed: {
    capability: capabilityOf(sampleMonitoringOrganisation, SAMPLE_DAY, 'vi'),
    findings: [],
  },
}

function capabilityOf({ factors }: Pick<MonitoringOrganisationFacts, 'factors'>, on: LegalDate, language: Language) {
  return {
    share: Math.floor(shareCovered(factors) * 100) / 100,
    minimum: valueOn(MINIMUM_SHARE, on)?.value ?? null,
    missing: missingCapabilities(factors).map(({ code, name }) => ({ code, name: name[language] })),
  }
}

async function findingsOf(
  organisation: MonitoringOrganisationFacts,
  on: LegalDate,
  language: Language,
): Promise<PresentedFinding[]> {
  const facts = organisationFacts(organisation, { on })
  const { findings, defects } = await evaluate(organisationRules, facts, { invalid: [], absent: new Set() })
  const [defect] = defects
  if (defect) throw new Error(`rule ${defect.rule} failed`, { cause: defect.error })
  const byId = new Map(organisationRules.rules.map((rule) => [rule.id, rule]))
  return findings.flatMap((finding) => {
    const rule = byId.get(finding.rule)
    return rule === undefined ? [] : [presentFinding(finding, rule, language)]
  })
}
