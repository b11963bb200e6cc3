import type { FactHeader } from '../declaration/kind.ts'
import { sizeClassOf } from '../declaration/size-class.ts'
import { inForce } from '../law/instruments.ts'
import { currentUnit, unitName } from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import { isTimely, type ReportFacts } from './facts.ts'
import { NO_TOTALS } from './form.ts'
import { periodText } from './period.ts'
import type { periodicReportFact } from './tables.ts'

type ReportRow = Record<keyof typeof periodicReportFact.$inferInsert, unknown>

/** The fact row of one act: what search, statistics and obligations see. */
export function projectReport(facts: ReportFacts, header: FactHeader): readonly [report: string] {
  return [JSON.stringify(reportColumns(facts, header))]
}

function reportColumns(facts: ReportFacts, header: FactHeader): ReportRow {
  const { declaration, context, form, period, place, workforce } = facts
  const { establishment } = declaration
  const { register, known } = context
  if (form === null || period === null) throw new Error('a report without kind or period is refused before')
  const current = place === null ? null : currentUnit(place.unit)
  const industry = establishment?.industry ?? register?.industry
  const name = establishment?.name ?? register?.name ?? known.self?.name ?? (place && unitName(place.unit)) ?? ''
  const section = declaration[form.section]
  const totals = section ? form.totals(section) : NO_TOTALS
  return {
    tenant_id: header.tenantId,
    declaration_id: header.declarationId,
    seq: header.seq,
    revision: header.inForce ?? header.revision,
    status: header.status,
    counted: header.inForce !== null,
    recorded_at: header.recordedAt,
    filed_at: header.filedAt,
    client_id: header.clientId,
    report_kind: form.kind,
    year: period.year,
    half: period.half,
    period: periodText(period),
    period_end: facts.legalDate,
    attempt: known.own?.attempt ?? known.history?.withdrawn ?? 0,
    received_on: facts.receivedOn,
    due_on: facts.due?.due ?? null,
    timely: isTimely(facts),
    unit_scheme: place?.lineage ? place.unit.scheme : null,
    province: place?.lineage?.province ?? null,
    district: place?.lineage?.district ?? null,
    commune: place?.lineage?.commune ?? null,
    current_province: current?.province ?? null,
    current_commune: current?.commune ?? null,
    reach: place?.reach ?? [],
    office_reach: header.officeReach,
    establishment: name,
    search_text: foldText([name, register?.taxCode, place && unitName(place.unit)].filter((part) => part).join(' ')),
    ownership: establishment?.type ?? register?.ownership ?? null,
    industry_version: industry ? (industry.version ?? (inForce('QD36-2025', facts.legalDate) ? '2025' : '2018')) : null,
    industry: industry?.code ?? null,
    size_class: sizeClassOf(workforce.total),
    on_behalf: declaration.onBehalf !== undefined,
    zero: declaration.zero === true,
    workers: workforce.total,
    workers_women: workforce.women,
    accidents: totals.accidents,
    fatal_accidents: totals.fatalAccidents,
    victims: totals.victims,
    deaths: totals.deaths,
    serious: totals.serious,
    days_off: totals.daysOff,
    costs: totals.costs,
    property_damage: totals.propertyDamage,
    figures: Object.fromEntries(facts.figures.map(({ line, value }) => [line, value])),
    differing: facts.differences?.length ?? null,
    breaches: header.breaches,
  }
}
