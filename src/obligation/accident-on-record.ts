import { courseOf, firstReceivedAt, policeToldAtOf } from '../accident/course.ts'
import type { Conclusion, InvestigationContent } from '../accident/investigation/schema.ts'
import type { OutcomeContent } from '../accident/outcome/schema.ts'
import { type AnnexOnRecord, type RevisionOnRecord, tellingsOf } from '../accident/tellings.ts'
import type { AccidentSetting, Casualties } from '../law/accident-duties.ts'
import { employmentRelations } from '../reference/catalogue.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { AccidentOnRecord, VictimOnRecord } from './duties-of-accident.ts'
import { type FirstNewsRow, firstNewsOf } from './first-news.ts'

/** A row of `selectAccidents`. */
export interface AccidentRow extends FirstNewsRow {
  readonly id: string
  readonly occurred_on: LegalDate
  readonly special_field: string | null
  readonly deaths: number
  readonly serious: number
  readonly light: number
  readonly missing: number
  readonly victims: number
  readonly conclusion: Conclusion | null
  readonly abroad: boolean
  /** The technical incident that it names. */
  readonly incident: string | null
  /** Role of who filed first. */
  readonly first_filed_as: string
  /** As the revision in force says. */
  readonly recipients: RevisionOnRecord['recipients'] | null
  /** Null where nothing was added to the first filing. */
  readonly revisions: readonly RevisionOnRecord[] | null
  readonly annexes: readonly AnnexOnRecord[] | null
  readonly persons: readonly PersonOnRecord[] | null
}

interface PersonOnRecord {
  readonly victimId: string
  readonly condition: string
  readonly relation: string | null
  readonly assessedOn: LegalDate | null
  readonly decidedOn: LegalDate | null
  /** Thousand VND. */
  readonly decided: number | null
  readonly paidOn: LegalDate | null
  readonly paid: number | null
}

/** What the rows say of an accident, in the terms of the law. */
export function accidentOnRecord(row: AccidentRow): AccidentOnRecord {
  const { id, occurred_on: occurredOn, deaths, serious, light, missing, victims, conclusion } = row
  const annexes = row.annexes ?? []
  const persons = row.persons ?? []
  const present = { dead: deaths, serious, light, missing, unknown: victims - deaths - serious - light - missing }
  const setting = {
    abroad: row.abroad,
    informal: persons.length > 0 && persons.every(({ relation }) => isWithoutContract(relation, occurredOn)),
    // Maritime accidents follow a circular of their own and are not among the fields of Law 84/2015 art. 34.1.c.
    specialField: row.special_field !== null && row.special_field !== 'maritime',
  }
  const versions = annexes
    .filter(({ act }) => act === 'investigate')
    .map(({ recordedAt, content }) => ({
      recordedAt: new Date(recordedAt),
      content: content as InvestigationContent,
    }))
  const visited = versions.findLast(({ content }) => content.sceneVisitedAt !== undefined)?.content.sceneVisitedAt
  const outcomes = tellingsOf([], annexes).flatMap(({ outcome }) => outcome ?? [])
  return {
    ...firstNewsOf(row),
    id,
    occurredOn,
    setting,
    incident: row.incident,
    course: courseOnRecord(row, setting, present),
    present,
    conclusion,
    versions,
    sceneVisitedAt: visited === undefined ? null : new Date(visited),
    policeToldAt: policeToldAtOf(row.revisions ?? [firstRevisionOf(row)]),
    victims: persons.map((person) => victimOf(person, outcomes)),
  }
}

function courseOnRecord(row: AccidentRow, setting: AccidentSetting, present: Casualties): AccidentOnRecord['course'] {
  return row.revisions === null
    ? { declared: present, receivedAt: firstReceivedAt([firstRevisionOf(row)]), worsened: null }
    : courseOf(tellingsOf(row.revisions, row.annexes ?? []), setting)
}

/** Of a record to which nothing was added. */
function firstRevisionOf({ filed_at, first_filed_as, declared_at, recipients }: AccidentRow): RevisionOnRecord {
  return {
    seq: 1,
    recordedAt: filed_at.toISOString(),
    filedAs: first_filed_as,
    declaredAt: declared_at ?? undefined,
    ...(recipients && { recipients }),
  }
}

function isWithoutContract(relation: string | null, on: LegalDate): boolean {
  return relation !== null && employmentRelations.find(relation, on)?.attributes['has-contract'] === 'no'
}

function victimOf(person: PersonOnRecord, outcomes: readonly OutcomeContent[]): VictimOnRecord {
  const { victimId, condition, assessedOn, decidedOn, decided, paidOn, paid } = person
  const files = outcomes.flatMap((told) => (told.victimId === victimId ? (told.compensation?.fileSentOn ?? []) : []))
  const fileSentOn = (files.at(-1) as LegalDate | undefined) ?? null
  const inPart = decided !== null && paid !== null && paid < decided
  return { victimId, dead: condition === 'dead', assessedOn, decidedOn, paidOn: inPart ? null : paidOn, fileSentOn }
}
