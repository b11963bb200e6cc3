import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/declaration/judge.ts'
import { presentFindings } from '../../../src/declaration/present.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'
import { incidentKind } from '../../../src/technical-incident/kind.ts'
import type { IncidentContext } from '../../../src/technical-incident/rules/define.ts'
import { incidentRules } from '../../../src/technical-incident/rules/index.ts'
import { sampleContext, sampleIncident } from '../../../src/technical-incident/sample.ts'

type Change = Readonly<Record<string, unknown>>

async function judged(change: Change, context: Partial<IncidentContext> = {}, absent: readonly string[] = []) {
  const body = Object.entries(change).reduce(
    (filed: unknown, [pointer, value]) => withValueAt(filed, pointer, value),
    sampleIncident,
  )
  const { known, ...given } = { ...sampleContext, ...context }
  return judge(incidentKind, body, {
    context: given,
    lookUp: async () => known,
    absent: new Set(absent),
    mintId: () => 'minted',
  })
}

/** What a filer has to answer for: `rule kind pointer`, without what is only worth knowing. */
async function complaints(change: Change, context: Partial<IncidentContext> = {}): Promise<string[]> {
  return (await judged(change, context)).findings
    .filter(({ kind }) => kind !== 'info')
    .map(({ rule, kind, pointer }) => `${rule} ${kind} ${pointer}`)
}

describe('one mistake is told once', () => {
  it.each<[string, Change, string[]]>([
    ['the commune was not told', { '/recipients/1': undefined }, ['KB-INC-06 breach /recipients']],
    [
      'told the district, which is no more',
      { '/recipients/1/authority': 'DISTRICT_PC' },
      ['KB-INC-10 breach /recipients/1/authority'],
    ],
    [
      'told the province of another place',
      { '/recipients/0/unit': { scheme: 'VN-2025', code: '01' } },
      ['KB-INC-09 breach /recipients/0/unit'],
    ],
    ['somebody else died, unknown to the police', { '/casualties/others/dead': 1 }, ['KB-INC-08 breach /recipients']],
    ['a worker died, and no accident is declared', { '/casualties/workers/dead': 1 }, ['ACC-K04 breach /accidents']],
    [
      'several are involved in what is no serious incident',
      { '/incident/serious': false },
      ['KB-INC-02 error /incident/serious'],
    ],
    ['nothing is said of casualties', { '/casualties': undefined }, ['KB-INC-18 error /casualties']],
    [
      'an incident in the future',
      {
        '/incident/occurredAt': '2027-05-12T07:20:00+07:00',
        '/incident/knownAt': undefined,
        '/incident/declaredAt': undefined,
        '/recipients/0/notifiedAt': undefined,
        '/recipients/1/notifiedAt': undefined,
      },
      ['KB-INC-24 error /incident/occurredAt'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await complaints(change)).toEqual(expected)
  })
})

describe('the day of the incident', () => {
  const before = {
    '/incident/occurredAt': '2025-06-12T07:20:00+07:00',
    '/incident/knownAt': '2025-06-12T07:25:00+07:00',
    '/incident/declaredAt': '2025-06-12T08:30:00+07:00',
    '/incident/place/unit': { code: '063' },
    '/incident/homeAffairsInformed': undefined,
    '/recipients': [{ authority: 'PROV_LABOUR_DOLISA' }, { authority: 'DISTRICT_PC' }],
  }
  const inTime = { receivedAt: new Date('2025-06-12T11:45:00+07:00') }

  it('chooses the bodies: before 1 July 2025 the district is told, and the commune reports nothing on', async () => {
    expect(await complaints(before, inTime)).toEqual([])
  })

  it('is judged by the law in force when the incident became known, whenever it is filed', async () => {
    expect(await complaints(before, { receivedAt: new Date('2026-05-12T11:45:00+07:00') })).toEqual([
      'KB-INC-25 breach /incident/declaredAt',
    ])
  })
})

describe('a first notice', () => {
  const FIRST = { '/preliminary': true, '/recipients': undefined, '/incident/homeAffairsInformed': undefined }

  it('is taken without what nobody can know yet', async () => {
    expect(
      await complaints({
        ...FIRST,
        '/incident/kind': undefined,
        '/declarant/name': undefined,
        '/incident/course': undefined,
      }),
    ).toEqual([])
  })

  it('says who was hurt as far as known', async () => {
    expect(await complaints({ ...FIRST, '/casualties': undefined })).toEqual(['KB-INC-20 error /casualties'])
  })
})

describe('without a token', () => {
  it('rules that need the register or the history are named as not executed, the others judge', async () => {
    const { findings, notExecuted } = await judged(
      { '/incident/serious': false },
      { filedAs: 'anonymous', register: null, known: { accidents: null } },
      ['register', 'history'],
    )
    expect(findings.map(({ rule }) => rule)).toContain('KB-INC-02')
    expect(notExecuted.map(({ rule }) => rule).toSorted()).toEqual([
      'KB-GEN-01',
      'KB-INC-04',
      'KB-INC-05',
      'KB-INC-14',
      'KB-INC-21',
    ])
  })
})

describe('another establishment that is involved', () => {
  it('sees where and when it happened and that it is named, and nothing of the others', () => {
    const others = [
      ...sampleIncident.incident.otherEstablishments,
      { name: 'Hộ kinh doanh khác', taxCode: '0100109106' },
    ]
    const body = withValueAt(incidentKind.sample, '/incident/otherEstablishments', others) as typeof incidentKind.sample
    const seen = incidentKind.viewFor(body, new Set(['4600777885']))
    expect(Object.keys(seen ?? {}).toSorted()).toEqual(['establishment', 'incident'])
    expect(Object.keys(seen?.incident ?? {}).toSorted()).toEqual([
      'kind',
      'occurredAt',
      'otherEstablishments',
      'place',
      'serious',
    ])
    expect(seen?.incident?.otherEstablishments).toEqual(sampleIncident.incident.otherEstablishments)
  })

  it('that is not named sees nothing', () => {
    expect(incidentKind.viewFor(incidentKind.sample, new Set(['0100109106']))).toBeNull()
  })
})

describe('the table of kinds in docs/rules', () => {
  const table = readFileSync(new URL('../../../docs/rules/incident-rule-kinds.md', import.meta.url), 'utf8')
  const documented = [...table.matchAll(/^\| ((?:ACC|KB)-\S+) \| \S+ \| (\S+) \|/gm)].map(
    ([, id, kind]) => `${id} ${kind}`,
  )

  it('has every rule with the kind it has in the code', () => {
    expect(documented.toSorted()).toEqual(incidentRules.rules.map(({ id, kind }) => `${id} ${kind}`).toSorted())
  })
})

describe('a declaration that is late', () => {
  it('is told after how many days, and that the portal goes by its own receipt', async () => {
    const { findings } = await judged({ '/channel': 'PORTAL' }, { receivedAt: new Date('2026-11-22T11:00:00+07:00') })
    const [late] = presentFindings(incidentKind, findings, 'vi').filter(({ rule }) => rule === 'KB-INC-25')
    expect(late?.message).toContain('Khai báo lúc 22/11/2026 11:00, 194 ngày sau khi biết tin')
    expect(late?.fix).toContain('khai qua cổng này thì tính lúc hệ thống nhận, không tính declaredAt')
  })
})

describe('a first notice', () => {
  it('is told what may follow later, whether or not it is received', async () => {
    const { findings } = await judged({ '/preliminary': true, '/incident/kind': undefined })
    const [later] = presentFindings(incidentKind, findings, 'vi').filter(({ rule }) => rule === 'KB-INC-21')
    expect(later?.message).toBe('Báo tin ban đầu chưa cần phần này, bản khai đầy đủ thì phải có.')
  })
})
