import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { investigationRules } from '../../../src/accident/investigation/rules/index.ts'
import { accidentKind } from '../../../src/accident/kind.ts'
import { outcomeRules } from '../../../src/accident/outcome/rules/index.ts'
import { accidentRules } from '../../../src/accident/rules/index.ts'
import { sampleAccident, sampleContext } from '../../../src/accident/sample.ts'
import type { FilingContext } from '../../../src/declaration/filing-context.ts'
import { judge } from '../../../src/declaration/judge.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'

type Change = Readonly<Record<string, unknown>>

async function judged(body: unknown, context: Partial<FilingContext> = {}, absent: readonly string[] = []) {
  return judge(accidentKind, body, {
    context: { ...sampleContext, ...context },
    lookUp: async () => null,
    absent: new Set(absent),
    mintId: () => 'minted',
  })
}

function sampleWith(change: Change): unknown {
  return Object.entries(change).reduce(
    (body: unknown, [pointer, value]) => withValueAt(body, pointer, value),
    sampleAccident,
  )
}

/** What a filer has to answer for: `rule kind pointer`, without what is only worth knowing. */
async function complaints(body: unknown, context: Partial<FilingContext> = {}): Promise<string[]> {
  return (await judged(body, context)).findings
    .filter(({ kind }) => kind !== 'info')
    .map(({ rule, kind, pointer }) => `${rule} ${kind} ${pointer}`)
}

const secondVictim = {
  person: { name: 'Lê Thị Thử', birthYear: 1988, sex: 'female' },
  employmentRelation: 'indefinite-contract',
  occupation: { code: '71' },
  condition: 'serious',
  injuries: ['029'],
}

describe('one mistake is told once', () => {
  it.each<[string, Change, string[]]>([
    ['the mode of death is missing', { '/victims/0/death/mode': undefined }, ['ACC-C04 error /victims/0/death/mode']],
    [
      'a victim without a name and sex',
      { '/victims/0/person': { birthYear: 1991 } },
      ['ACC-B06 error /victims/0/person/name', 'ACC-B06 error /victims/0/person/sex'],
    ],
    ['the class is understated', { '/accident/declaredClass': 'serious' }, ['ACC-C01 error /accident/declaredClass']],
    [
      'a missing worker counted as dead',
      {
        '/victims/1': { ...secondVictim, condition: 'missing', injuries: undefined },
        '/casualties': { dead: 2, missing: 1 },
      },
      ['ACC-C09 error /casualties/dead'],
    ],
    ['the police were not told', { '/recipients/1': undefined }, ['ACC-A04 breach /recipients']],
    [
      'told the province of another place',
      { '/recipients/0/unit': { scheme: 'VN-2025', code: '01' } },
      ['ACC-A03 breach /recipients/0/unit'],
    ],
    [
      'told the district police, who are no more',
      { '/recipients/1': { authority: 'DISTRICT_POLICE' } },
      ['ACC-A05 breach /recipients/1/authority'],
    ],
    [
      'an accident in the future',
      {
        '/accident/occurredAt': '2027-05-12T09:40:00+07:00',
        '/accident/knownAt': undefined,
        '/accident/declaredAt': undefined,
        '/victims/0/death/at': undefined,
        '/recipients/0/notifiedAt': undefined,
        '/recipients/1/notifiedAt': undefined,
      },
      ['ACC-D02 error /accident/occurredAt'],
    ],
    ['an aged victim', { '/victims/0/person/birthYear': 1940 }, ['KB-ACC-16 warning /victims/0/person']],
    [
      'a former code of a commune for an accident of today',
      { '/accident/place/unit': { scheme: 'VN-2004', code: '01849' } },
      ['ACC-B04 error /accident/place/unit'],
    ],
  ])('%s', async (_mistake, change, expected) => {
    expect(await complaints(sampleWith(change))).toEqual(expected)
  })

  it('a value of the wrong kind is told in the words of its rule, once, and hides no other mistake', async () => {
    const body = sampleWith({
      '/victims/0/person/sex': 'Nam',
      '/accident/occurredAt': '12/05/2026',
      '/accident/declaredClass': 'light',
    })
    const { errors } = await judged(body)
    expect(errors).toEqual([])
    expect(await complaints(body)).toEqual([
      'ACC-B03 error /accident/occurredAt',
      'ACC-B07 error /victims/0/person/sex',
      'ACC-C01 error /accident/declaredClass',
    ])
  })
})

describe('a faultless declaration', () => {
  it('of an accident before 1 July 2025 names the bodies and units of its day', async () => {
    const body = sampleWith({
      '/accident/occurredAt': '2024-05-12T09:40:00+07:00',
      '/accident/knownAt': '2024-05-12T09:50:00+07:00',
      '/accident/declaredAt': '2024-05-12T11:15:00+07:00',
      '/accident/place/unit': { code: '01849' },
      '/victims/0/death/at': '2024-05-12T09:45:00+07:00',
      '/victims/0/training/lastOn': '2024-01-15',
      '/establishment/industry': { code: '41' },
      '/recipients': [
        { authority: 'PROV_LABOUR_DOLISA', unit: { code: '06' } },
        { authority: 'DISTRICT_POLICE', unit: { code: '063' } },
      ],
    })
    expect(await complaints(body, { receivedAt: new Date('2024-05-12T11:45:00+07:00') })).toEqual([])
  })

  it('of a commune about a farmer asks for no establishment', async () => {
    const body = sampleWith({ '/establishment': undefined, '/victims/0/employmentRelation': 'farmer' })
    expect(await complaints(body, { filedAs: 'commune', register: null })).toEqual([])
  })

  it('of an accident abroad goes to the head office within its working days', async () => {
    const body = sampleWith({
      '/accident/abroad': true,
      '/accident/country': 'LA',
      '/accident/place/unit': undefined,
      '/recipients': [{ authority: 'PROV_HOME_AFFAIRS', unit: { code: '19' } }],
    })
    expect(await complaints(body, { receivedAt: new Date('2026-05-19T16:00:00+07:00') })).toEqual([])
    expect(await complaints(body, { receivedAt: new Date('2026-05-20T08:00:00+07:00') })).toEqual([
      'ACC-Y01 breach /accident/declaredAt',
    ])
  })

  it('of an accident on the way home stands in section 2', async () => {
    const body = sampleWith({
      '/accident/context': 'commuting',
      '/accident/reportSection': 2,
      '/accident/commute': { fault: 'other-person', reasonableRoute: true, reasonableTime: true },
      '/accident/traffic': true,
      '/accident/trafficPapers': ['traffic-police-file'],
      '/accident/place/premises': 'on-the-way',
    })
    expect(await complaints(body)).toEqual([])
  })

  it('leaves to the register what the register has', async () => {
    const body = sampleWith({ '/establishment': undefined })
    expect(await complaints(body)).toEqual([])
    expect(await complaints(body, { register: null })).toEqual([
      'ACC-B01 error /establishment/name',
      'ACC-B01 error /establishment/address',
      'ACC-B11 error /establishment/type',
    ])
  })

  it('with one seriously injured is welcome, and told that it need not be declared', async () => {
    const body = sampleWith({
      '/victims': [{ ...secondVictim, occupation: { code: '7115' } }],
      '/accident/declaredClass': 'serious',
      '/recipients': undefined,
    })
    expect(await complaints(body)).toEqual([])
    expect((await judged(body)).findings.map(({ rule }) => rule)).toContain('ACC-A01')
  })

  it('with casualties not known yet lists no victim', async () => {
    expect(
      await complaints(
        sampleWith({ '/victims': undefined, '/casualtiesUnknown': true, '/accident/declaredClass': undefined }),
      ),
    ).toEqual([])
  })
})

describe('a first notice', () => {
  const firstNotice = {
    preliminary: true,
    accident: { occurredAt: '2026-05-12T09:40:00+07:00', place: { unit: { code: '01849' } } },
    casualties: { serious: 2 },
    declarant: { phone: '0912000111' },
  }

  it('of who, where, when and how many is enough', async () => {
    expect(await complaints(firstNotice)).toEqual([])
  })

  it('is told what remains, each at its place', async () => {
    const remaining = (
      await judged({ ...firstNotice, victims: [{ condition: 'dead' }], casualties: undefined })
    ).findings
      .filter(({ rule }) => rule === 'KB-ACC-02')
      .map(({ pointer }) => pointer)
    expect(remaining).toEqual([
      '/victims/0/person/name',
      '/victims/0/person/birthYear',
      '/victims/0/person/sex',
      '/victims/0/occupation',
      '/victims/0/death/mode',
      '/declarant/name',
      '/declarant/position',
    ])
  })

  it('without place and contact is refused for both', async () => {
    const { place: _place, ...accident } = firstNotice.accident
    expect(await complaints({ ...firstNotice, accident, declarant: {} })).toEqual([
      'KB-ACC-01 error /accident/place/unit',
      'KB-ACC-01 error /declarant/phone',
    ])
  })

  it('does not spare what is known and impossible', async () => {
    const body = { ...firstNotice, casualties: undefined, victims: [{ condition: 'dead', death: { mode: 'D' } }] }
    expect(await complaints(body)).toEqual(['ACC-C08 error /victims/0/death/courtDecision'])
  })

  it('that comes late is late', async () => {
    expect(await complaints(firstNotice, { receivedAt: new Date('2026-05-14T09:40:00+07:00') })).toEqual([
      'ACC-D03 breach /accident/declaredAt',
    ])
  })
})

describe('timeliness', () => {
  const nextWeek = { receivedAt: new Date('2026-05-19T11:45:00+07:00') }

  it("is measured by the server's receipt when the accident is declared here", async () => {
    expect(await complaints(sampleAccident, nextWeek)).toEqual(['ACC-D03 breach /accident/declaredAt'])
  })

  it('is measured by the earlier call when it was told by telephone', async () => {
    expect(await complaints(sampleWith({ '/channel': 'PHONE' }), nextWeek)).toEqual([])
  })

  it("is not held against what nobody declared: an office's record from the press", async () => {
    const body = sampleWith({
      '/accident/declaredAt': undefined,
      '/onBehalf': { enterpriseId: sampleContext.register?.id, channel: 'PRESS', source: 'Báo Thái Nguyên' },
    })
    expect(await complaints(body, { ...nextWeek, filedAs: 'labour-office' })).toEqual([
      'ACC-A02 breach /onBehalf/channel',
    ])
  })
})

describe('without a token', () => {
  it('rules that need the register or the history are named as not executed, the others judge', async () => {
    const { findings, notExecuted } = await judged(
      sampleWith({ '/accident/declaredClass': 'light' }),
      { filedAs: 'anonymous', register: null },
      ['register', 'history'],
    )
    expect(findings.map(({ rule }) => rule)).toContain('ACC-C01')
    expect(notExecuted.map(({ rule }) => rule).toSorted()).toEqual(
      [
        'ACC-A06',
        'ACC-B01',
        'ACC-B11',
        'KB-ACC-02',
        'KB-ACC-03',
        'KB-ACC-23',
        'KB-ACC-24',
        'KB-ACC-31',
        'KB-ACC-32',
        'KB-ACC-33',
        'KB-ACC-34',
        'ENV-148',
        'KB-GEN-01',
      ].toSorted(),
    )
  })
})

interface ListedRules {
  readonly rules: readonly { readonly id: string; readonly kind: string }[]
  readonly awaiting: readonly { readonly id: string }[]
}

describe('the tables of kinds in docs/rules', () => {
  const page = readFileSync(new URL('../../../docs/rules/accident-rule-kinds.md', import.meta.url), 'utf8')
  const [declaration = '', ...others] = page.split(/^## /m)
  const sets: readonly [ListedRules, string][] = [
    [accidentRules, declaration],
    [outcomeRules, others.find((part) => part.includes('accident-outcome')) ?? ''],
    [investigationRules, others.find((part) => part.includes('accident-investigation')) ?? ''],
  ]
  const documented = (part: string) =>
    [...part.matchAll(/^\| ((?:ACC|ENV|KB)-\S+) \| \S+ \| (\S+) \|/gm)].map(([, id, kind]) => `${id} ${kind}`)

  it.each(sets)('have every rule with the kind it has in the code, in the set it lives in', (set, part) => {
    const coded = [
      ...set.rules.map(({ id, kind }) => `${id} ${kind}`),
      ...set.awaiting.map(({ id }) => `${id} awaiting`),
    ]
    const judgedHere = documented(part).filter((line) => !line.endsWith(' elsewhere'))
    expect(judgedHere.toSorted()).toEqual(coded.toSorted())
  })

  it('have every rule of the groups A to F, K, X and Y of the collection', async () => {
    const groups = { A: 18, B: 15, C: 20, D: 14, E: 15, F: 8, K: 4, X: 2, Y: 10 }
    const expected = Object.entries(groups).flatMap(([group, last]) =>
      Array.from({ length: last }, (_, index) => `ACC-${group}${String(index + 1).padStart(2, '0')}`),
    )
    const ids = documented(page).map((line) => line.split(' ')[0])
    const aboutIncidents = ['ACC-A17', 'ACC-K04']
    const here = expected.filter((id) => !aboutIncidents.includes(id))
    expect(ids.filter((id) => id?.startsWith('ACC-')).toSorted()).toEqual(here.toSorted())
  })
})
