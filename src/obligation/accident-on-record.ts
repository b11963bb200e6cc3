import type { Investigator } from '../law/accident-investigation.ts'
import { employmentRelations } from '../reference/catalogue.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import type { AccidentOnRecord, GraverTurn, InvestigationOnRecord, VictimOnRecord } from './duties-of-accident.ts'

/** A row of `selectAccidents`. */
export interface AccidentRow {
  readonly id: string
  readonly occurred_on: LegalDate
  readonly filed_at: Date
  readonly special_field: string | null
  readonly deaths: number
  readonly serious: number
  readonly light: number
  readonly missing: number
  readonly victims: number
  readonly declared_deaths: number | null
  readonly declared_serious: number | null
  readonly declared_light: number | null
  readonly declared_missing: number | null
  readonly declared_victims: number | null
  readonly worsened_on: LegalDate | null
  readonly investigation_authority: Investigator | null
  readonly investigation_started_on: LegalDate | null
  readonly investigation_due: LegalDate | null
  readonly announced_on: LegalDate | null
  readonly minutes_sent_on: LegalDate | null
  readonly known_at: string | null
  readonly declared_at: string | null
  readonly abroad: boolean
  readonly channel: string | null
  readonly first_notice: boolean
  readonly completed_at: Date | null
  readonly own_filing_at: Date | null
  readonly annexes: readonly AnnexOnRecord[] | null
  readonly persons: readonly PersonOnRecord[] | null
}

interface AnnexOnRecord {
  readonly act: 'investigate' | 'outcome'
  readonly seq: number
  readonly recordedAt: string
  readonly filedAs: string
  /** As much of it as is asked here; none of this is sealed. */
  readonly content: {
    readonly corrects?: number
    readonly victimId?: string
    readonly condition?: object
    readonly notice?: { readonly policeToldAt?: string; readonly fileHandedOverOn?: LegalDate }
    readonly compensation?: { readonly fileSentOn?: LegalDate }
    readonly sceneVisitedAt?: string
    readonly announcement?: { readonly meetingOn?: LegalDate }
  }
}

interface PersonOnRecord {
  readonly victimId: string
  readonly condition: string
  readonly relation: string | null
  readonly assessedOn: LegalDate | null
  readonly decidedOn: LegalDate | null
  readonly paidOn: LegalDate | null
}

/** Channels by which an office learnt of an accident from others than who owed the declaration. */
const FROM_OTHERS = new Set(['POLICE', 'PRESS', 'HOSPITAL'])

/** What the rows say of an accident, in the terms of the law. */
export function accidentOnRecord(row: AccidentRow): AccidentOnRecord {
  const annexes = row.annexes ?? []
  const persons = row.persons ?? []
  const corrected = new Set(annexes.map(({ content }) => content.corrects))
  const outcomes = annexes.filter(({ act, seq }) => act === 'outcome' && !corrected.has(seq))
  const occurredOn = row.occurred_on
  const present = casualties(row.deaths, row.serious, row.light, row.missing, row.victims)
  const fromOthers = row.channel !== null && FROM_OTHERS.has(row.channel)
  const declaredAt = row.declared_at === null ? row.filed_at : new Date(row.declared_at)
  const declaredOn = fromOthers ? row.own_filing_at && legalDateOf(row.own_filing_at) : legalDateOf(declaredAt)
  return {
    id: row.id,
    occurredOn,
    knownOn: row.known_at === null ? occurredOn : legalDateOf(new Date(row.known_at)),
    receivedAt: row.filed_at,
    setting: {
      abroad: row.abroad,
      informal: persons.length > 0 && persons.every(({ relation }) => isWithoutContract(relation, occurredOn)),
      // Maritime accidents follow a circular of their own and are not among the fields of Law 84/2015 art. 34.1.c.
      specialField: row.special_field !== null && row.special_field !== 'maritime',
    },
    declared:
      row.declared_victims === null
        ? present
        : casualties(
            row.declared_deaths ?? 0,
            row.declared_serious ?? 0,
            row.declared_light ?? 0,
            row.declared_missing ?? 0,
            row.declared_victims,
          ),
    present,
    declaredOn,
    channel: fromOthers ? row.channel : null,
    firstNotice: row.first_notice ? { at: row.filed_at, completedAt: row.completed_at } : null,
    worsened: row.worsened_on && graverTurn(row.worsened_on, outcomes),
    investigation: investigationOf(row, annexes),
    victims: persons.map((person) => victimOf(person, outcomes)),
  }
}

function casualties(dead: number, serious: number, light: number, missing: number, victims: number) {
  return { dead, serious, light, missing, unknown: victims - dead - serious - light - missing }
}

function isWithoutContract(relation: string | null, on: LegalDate): boolean {
  return relation !== null && employmentRelations.find(relation, on)?.attributes['has-contract'] === 'no'
}

function graverTurn(knownOn: LegalDate, outcomes: readonly AnnexOnRecord[]): GraverTurn {
  const told = outcomes.filter(({ content }) => content.condition !== undefined)
  const byParty = told.find(({ filedAs }) => filedAs === 'enterprise' || filedAs === 'commune')
  const notices = outcomes.map(({ content }) => content.notice)
  const policeToldAt = notices.findLast((notice) => notice?.policeToldAt !== undefined)?.policeToldAt
  return {
    knownOn,
    receivedAt: new Date(told[0]?.recordedAt ?? `${knownOn}T00:00:00+07:00`),
    declaredOn: byParty === undefined ? null : legalDateOf(new Date(byParty.recordedAt)),
    policeToldOn: policeToldAt === undefined ? null : legalDateOf(new Date(policeToldAt)),
    handedOverOn: notices.findLast((notice) => notice?.fileHandedOverOn !== undefined)?.fileHandedOverOn ?? null,
  }
}

function investigationOf(row: AccidentRow, annexes: readonly AnnexOnRecord[]): InvestigationOnRecord | null {
  const files = annexes.filter(({ act }) => act === 'investigate')
  const visited = files.at(-1)?.content.sceneVisitedAt
  if (files.length === 0) return null
  const meetings = files.map(({ content }) => content.announcement?.meetingOn ?? null)
  const before = meetings.filter((day) => day !== null && row.worsened_on !== null && day < row.worsened_on)
  return {
    authority: row.investigation_authority,
    startedOn: row.investigation_started_on,
    sceneVisitedAt: visited === undefined ? null : new Date(visited),
    due: row.investigation_due,
    announcedOn: row.announced_on,
    announcedBeforeOn: before.at(-1) ?? null,
    minutesSentOn: row.minutes_sent_on,
  }
}

function victimOf(person: PersonOnRecord, outcomes: readonly AnnexOnRecord[]): VictimOnRecord {
  const { victimId, condition, assessedOn, decidedOn, paidOn } = person
  const sent = outcomes.findLast(
    ({ content }) => content.victimId === victimId && content.compensation?.fileSentOn !== undefined,
  )
  const fileSentOn = sent?.content.compensation?.fileSentOn ?? null
  return { victimId, dead: condition === 'dead', assessedOn, decidedOn, paidOn, fileSentOn }
}
