import { type Chance, seeded } from './seeded.ts'

/**
 * Accidents as several hands report them, each filing labelled with the event it tells of. Made from what happens to
 * reports on their way (haste, telephone, capital letters, another employer's eyes), not from how they are compared:
 * nothing here is shared with the matcher.
 */

export interface CorpusEnterprise {
  readonly name: string
  readonly province: string
  readonly commune: string
}

export interface CorpusPerson {
  readonly name?: string
  readonly birthYear?: number
  readonly sex?: 'male' | 'female'
  readonly idNumber?: string
}

export interface CorpusVictim {
  readonly person?: CorpusPerson
  /** Position in `enterprises`; only where another employs the victim. */
  readonly employer?: number
  readonly condition: 'dead' | 'serious' | 'light'
}

/** What one declaration says. */
export interface CorpusReport {
  /** Whose record it is: position in `enterprises`. */
  readonly enterprise: number
  /** Position in `enterprises` of the owner of the premises, where the report names it. */
  readonly premisesOwner?: number
  readonly occurredAt: string
  /** Province or commune, of the scheme in force. */
  readonly unit: string
  readonly address?: string
  readonly victims: readonly CorpusVictim[]
  /** In place of `victims`, where nobody is named yet. */
  readonly casualties?: { readonly dead: number; readonly serious: number; readonly light: number }
}

export interface LabelledReport {
  /** Two reports of one event are duplicates; all others are not. */
  readonly event: string
  /** How the report came about, for whoever looks at a miss. */
  readonly how: string
  readonly report: CorpusReport
}

export interface DuplicateCorpus {
  readonly enterprises: readonly CorpusEnterprise[]
  readonly reports: readonly LabelledReport[]
}

interface Person {
  readonly name: string
  readonly birthYear: number
  readonly sex: 'male' | 'female'
  readonly idNumber: string
}

/** What truly happened. */
interface Event {
  readonly id: string
  readonly employer: number
  readonly premisesOwner: number | null
  readonly at: number
  readonly commune: string
  readonly province: string
  readonly address: string
  readonly victims: readonly { readonly person: Person; readonly condition: CorpusVictim['condition'] }[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

const COMMUNES: Readonly<Record<string, readonly string[]>> = {
  '01': ['00004', '00008', '00025', '00070', '00082'],
  '19': ['01840', '01843', '01849', '01864', '01879'],
  '24': ['07210', '07228', '07246', '07264', '07282'],
  '79': ['25747', '25750', '25760', '25768', '25771'],
}
const FAMILY = 'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(
  ' ',
)
const MIDDLE = {
  male: 'Văn Văn Văn Văn Đức Hữu Minh Quốc Thanh Xuân Công Đình'.split(' '),
  female: 'Thị Thị Thị Thị Ngọc Thanh Kim Thu Bích Mỹ'.split(' '),
}
const GIVEN = {
  male: 'Hùng Hưng Dũng Cường Tuấn Tú Nam Sơn Long Hải Hà Thành Thắng Trung Bình Phúc Khánh Quân Việt Đạt Tiến Toàn'.split(
    ' ',
  ),
  female: 'Lan Hoa Hương Hường Mai Linh Loan Nga Thủy Thùy Trang Yến Hạnh Hằng Phượng Dung Oanh Tâm Tuyết Vân'.split(
    ' ',
  ),
}
const PLACES = [
  'Công trường khu B',
  'Xưởng cơ khí số 2',
  'Phân xưởng nghiền',
  'Bãi xe nâng',
  'Kho nguyên liệu',
  'Khai trường phía đông',
]

export function duplicateCorpus(seed: number, events: number): DuplicateCorpus {
  const chance = seeded(seed)
  const enterprises = makeEnterprises(chance, Math.max(4, Math.round(events / 8)))
  const reports: LabelledReport[] = []
  for (let i = 0; i < events; i += 1) {
    const event = makeEvent(chance, enterprises, `e${i}`)
    reports.push(labelled(event, 'own declaration', fullReport(chance, event)))
    for (const [how, again] of repetitions(chance)) reports.push(labelled(event, how, again(chance, event)))
    if (chance.happens(0.4)) {
      const [how, other] = nearMiss(chance, event, enterprises)
      reports.push(labelled(other, how, fullReport(chance, other)))
    }
  }
  return { enterprises, reports }
}

function labelled(event: Event, how: string, report: CorpusReport): LabelledReport {
  return { event: event.id, how, report }
}

function makeEnterprises(chance: Chance, count: number): CorpusEnterprise[] {
  return Array.from({ length: count }, (_, i) => {
    const province = chance.pick(Object.keys(COMMUNES))
    return { name: `Công ty TNHH Số ${i + 1}`, province, commune: chance.pick(COMMUNES[province] ?? []) }
  })
}

function makePerson(chance: Chance): Person {
  const sex = chance.happens(0.8) ? 'male' : 'female'
  const birthYear = chance.whole(1964, 2006)
  return { name: makeName(chance, sex), birthYear, sex, idNumber: makeIdNumber(chance, sex, birthYear) }
}

function makeName(chance: Chance, sex: Person['sex']): string {
  return `${chance.pick(FAMILY)} ${chance.pick(MIDDLE[sex])} ${chance.pick(GIVEN[sex])}`
}

/** Province of birth, century and sex, year, six digits (Decree 137/2015, Art. 13). */
function makeIdNumber(chance: Chance, sex: Person['sex'], birthYear: number): string {
  const century = (birthYear < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0)
  return `019${century}${String(birthYear % 100).padStart(2, '0')}${String(chance.whole(0, 999_999)).padStart(6, '0')}`
}

function makeEvent(chance: Chance, enterprises: readonly CorpusEnterprise[], id: string): Event {
  const employer = chance.whole(0, enterprises.length - 1)
  const elsewhere = chance.happens(0.25)
  const province = enterprises[employer]?.province ?? '19'
  const commune = elsewhere ? chance.pick(COMMUNES[province] ?? []) : (enterprises[employer]?.commune ?? '01849')
  const owners = enterprises.map((_, index) => index).filter((index) => index !== employer)
  return {
    id,
    employer,
    premisesOwner: elsewhere ? chance.pick(owners) : null,
    at: Date.parse('2026-01-05T00:00:00Z') + chance.whole(0, 280) * DAY + chance.whole(0, 10) * HOUR,
    province,
    commune,
    address: chance.pick(PLACES),
    victims: makeVictims(chance),
  }
}

function makeVictims(chance: Chance): Event['victims'] {
  const count = chance.happens(0.8) ? 1 : chance.whole(2, 4)
  const conditions = ['dead', 'serious', 'serious', 'light'] as const
  return Array.from({ length: count }, () => ({ person: makePerson(chance), condition: chance.pick(conditions) }))
}

/** As the employer declares it with care. */
function fullReport(chance: Chance, event: Event): CorpusReport {
  return {
    enterprise: event.employer,
    ...(event.premisesOwner !== null && chance.happens(0.7) ? { premisesOwner: event.premisesOwner } : {}),
    occurredAt: instant(event.at + chance.whole(0, 59) * 60_000),
    unit: event.commune,
    address: event.address,
    victims: event.victims.map(({ person, condition }) => ({
      condition,
      person: {
        name: person.name,
        birthYear: person.birthYear,
        sex: person.sex,
        ...(chance.happens(0.7) ? { idNumber: person.idNumber } : {}),
      },
    })),
  }
}

type Retelling = (chance: Chance, event: Event) => CorpusReport

function repetitions(chance: Chance): [string, Retelling][] {
  if (chance.happens(0.55)) return []
  const first = chance.pick(RETELLINGS)
  return chance.happens(0.15) ? [first, chance.pick(RETELLINGS)] : [first]
}

const RETELLINGS: [string, Retelling][] = [
  ['typed again with errors', typedAgain],
  ['names swapped', namesSwapped],
  ['fields missing', fieldsMissing],
  ['nobody named yet', nobodyNamed],
  ['by telephone', byTelephone],
  ['by another employer', byAnotherEmployer],
]

function typedAgain(chance: Chance, event: Event): CorpusReport {
  const report = fullReport(chance, event)
  return {
    ...report,
    occurredAt: instant(event.at + chance.pick([0, 0, 1, -1, 12]) * HOUR + chance.whole(0, 59) * 60_000),
    address: withTypingError(chance, event.address),
    victims: report.victims.map((victim) => changed(victim, (name) => withTypingError(chance, name))),
  }
}

/** The given name first, as in the West; the victims in another order; capitals. */
function namesSwapped(chance: Chance, event: Event): CorpusReport {
  const report = fullReport(chance, event)
  const swap = (name: string) => {
    const [family = '', middle = '', given = ''] = name.split(' ')
    return chance.pick([`${given} ${family} ${middle}`, `${given} ${middle} ${family}`, `${family} ${given}`])
  }
  const victims = report.victims.map((victim) =>
    changed(victim, (name) => (chance.happens(0.3) ? name.toUpperCase() : swap(name))),
  )
  return { ...report, victims: victims.reverse() }
}

function fieldsMissing(chance: Chance, event: Event): CorpusReport {
  const { address: _address, ...report } = fullReport(chance, event)
  return {
    ...report,
    unit: chance.happens(0.3) ? event.province : event.commune,
    victims: report.victims.map(({ condition, person }) => ({
      condition,
      person: {
        name: person?.name,
        ...(chance.happens(0.5) ? { sex: person?.sex } : {}),
        ...(chance.happens(0.3) ? { birthYear: person?.birthYear } : {}),
      },
    })),
  }
}

/** A first notice: how many, and how badly, and no more. */
function nobodyNamed(chance: Chance, event: Event): CorpusReport {
  const having = (condition: CorpusVictim['condition']) =>
    event.victims.filter((victim) => victim.condition === condition).length
  return {
    enterprise: event.employer,
    occurredAt: instant(event.at + chance.whole(-30, 60) * 60_000),
    unit: event.commune,
    address: event.address,
    victims: [],
    casualties: { dead: having('dead'), serious: having('serious'), light: having('light') },
  }
}

/** An officer writes down what is said: no diacritics, an age by ear, an hour by guess, sometimes the day before. */
function byTelephone(chance: Chance, event: Event): CorpusReport {
  return {
    enterprise: event.employer,
    occurredAt: instant(event.at + (chance.happens(0.2) ? -DAY : 0) + chance.whole(-3, 3) * HOUR),
    unit: event.commune,
    victims: event.victims.map(({ person, condition }) => ({
      condition,
      person: {
        name: withoutMarks(person.name),
        birthYear: person.birthYear + chance.pick([0, 0, 0, 1, -1]),
        sex: person.sex,
      },
    })),
  }
}

/** The owner of the premises, or a contractor beside, reports the same accident as it saw it. */
function byAnotherEmployer(chance: Chance, event: Event): CorpusReport {
  if (event.premisesOwner === null) return typedAgain(chance, event)
  const report = fullReport(chance, event)
  return {
    enterprise: event.premisesOwner,
    occurredAt: instant(event.at + chance.whole(-1, 1) * HOUR),
    unit: event.commune,
    address: event.address,
    victims: report.victims.map((victim) => ({
      ...changed(victim, (name) => (chance.happens(0.3) ? withTypingError(chance, name) : name)),
      condition: victim.condition !== 'dead' && chance.happens(0.3) ? 'serious' : victim.condition,
      employer: event.employer,
    })),
  }
}

/** Another event that looks much like the first. */
function nearMiss(chance: Chance, event: Event, enterprises: readonly CorpusEnterprise[]): [string, Event] {
  const id = `${event.id}n`
  const others = makeVictims(chance)
  switch (chance.whole(0, 5)) {
    case 0:
      return ['the next day at the same place', { ...event, id, at: event.at + DAY, victims: others }]
    case 1:
      return ['the same day at the same employer', { ...event, id, at: event.at + 6 * HOUR, victims: others }]
    case 2: {
      // A brother, or a namesake by all but the last word.
      const victims = event.victims.map(({ person, condition }) => {
        const sex = person.sex
        const birthYear = person.birthYear + chance.pick([-7, -5, 4, 6])
        const name = `${person.name.split(' ').slice(0, 2).join(' ')} ${chance.pick(GIVEN[sex])}`
        return { condition, person: { name, sex, birthYear, idNumber: makeIdNumber(chance, sex, birthYear) } }
      })
      return ['a relative at the same employer', { ...event, id, at: event.at + DAY, victims }]
    }
    case 3: {
      const victims = event.victims.map(({ person, condition }) => {
        const birthYear = chance.pick([person.birthYear - 11, person.birthYear + 8])
        return { condition, person: { ...person, birthYear, idNumber: makeIdNumber(chance, person.sex, birthYear) } }
      })
      const employer = (event.employer + 1) % enterprises.length
      return ['a namesake at another employer', { ...event, id, employer, premisesOwner: null, victims }]
    }
    case 4: {
      const employer = (event.employer + 1) % enterprises.length
      const address = chance.pick(PLACES)
      return [
        'another employer in the same commune',
        { ...event, id, employer, address, premisesOwner: null, victims: others },
      ]
    }
    default:
      return ['the same person weeks later', { ...event, id, at: event.at + chance.whole(12, 40) * DAY }]
  }
}

function changed(victim: CorpusVictim, rename: (name: string) => string): CorpusVictim {
  const { person } = victim
  return person?.name === undefined ? victim : { ...victim, person: { ...person, name: rename(person.name) } }
}

function withTypingError(chance: Chance, text: string): string {
  const at = chance.whole(1, text.length - 2)
  switch (chance.whole(0, 4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
    case 2:
      return text.slice(0, at) + chance.pick('aeiouhng'.split('')) + text.slice(at + 1)
    case 3:
      return text.slice(0, at) + (text[at] ?? '') + text.slice(at)
    default:
      return withoutMarks(text)
  }
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
