import { describe, expect, it } from 'vitest'
import {
  type AccidentSetting,
  type Casualties,
  classify,
  investigationAuthority,
  investigationCase,
  isDeclarable,
} from '../../../src/law/accident-duties.ts'
import { whoIsTold } from '../../../src/law/accident-recipients.ts'
import { cite } from '../../../src/law/citation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const nobody: Casualties = { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0 }
const ordinary: AccidentSetting = { abroad: false, informal: false, specialField: false }
const lastDayOfDistricts = legalDate('2025-06-30')
const since = legalDate('2025-07-01')

describe('class of an accident', () => {
  it.each([
    [{ dead: 1, serious: 3, light: 2 }, 'fatal', 'FATAL'],
    [{ dead: 1, missing: 4 }, 'fatal', 'FATAL'],
    [{ serious: 2, light: 1 }, 'serious', 'SERIOUS_2PLUS'],
    [{ serious: 1, light: 5 }, 'serious', 'SERIOUS_1'],
    [{ light: 1 }, 'light', 'LIGHT'],
    [{ serious: 2, unknown: 1 }, 'undetermined', null],
    [{ light: 3, missing: 1 }, 'undetermined', null],
    [{}, 'undetermined', null],
  ] as const)('%o is %s', (hurt, accidentClass, kind) => {
    expect(classify({ ...nobody, ...hurt })).toBe(accidentClass)
    expect(investigationCase({ ...nobody, ...hurt })).toBe(kind)
  })
})

describe('duty to declare', () => {
  it.each([
    [1, 0, true],
    [0, 2, true],
    [0, 1, false],
    [0, 0, false],
  ])('%i dead and %i seriously injured: %s', (dead, serious, declarable) => {
    expect(isDeclarable({ dead, serious }, since)).toBe(declarable)
  })
})

describe('who investigates', () => {
  const of = (hurt: Partial<Casualties>, setting: Partial<AccidentSetting> = {}, on = since) =>
    investigationAuthority({ ...nobody, ...hurt }, { ...ordinary, ...setting }, on)

  it('the employer: light accidents and one seriously injured, in special fields too', () => {
    expect(of({ light: 3 })?.authority).toBe('base')
    expect(of({ serious: 1, light: 1 })?.authority).toBe('base')
    expect(of({ serious: 1 }, { specialField: true })?.authority).toBe('base')
  })

  it('the province: deaths and two seriously injured, without contract and abroad too', () => {
    expect(of({ dead: 1 })?.authority).toBe('provincial')
    expect(of({ serious: 2 })?.authority).toBe('provincial')
    expect(of({ dead: 1 }, { informal: true })?.authority).toBe('provincial')
    expect(of({ dead: 1 }, { abroad: true })?.body.vi).toBe('Sở Nội vụ nơi đặt trụ sở chính')
  })

  it('the province under the name it has on the day', () => {
    expect(of({ dead: 1 }, {}, lastDayOfDistricts)?.body.vi).toMatch(/^Thanh tra Sở Lao động/)
    expect(of({ dead: 1 }, {}, since)?.body.vi).toBe('Sở Nội vụ nơi xảy ra tai nạn')
  })

  it('the province by Circular 06/2026 from its first day', () => {
    const circular = cite('TT06-2026-BNV 1.9')
    expect(of({ dead: 1 }, {}, legalDate('2026-06-14'))?.citations).not.toContainEqual(circular)
    expect(of({ dead: 1 }, {}, legalDate('2026-06-15'))?.citations).toContainEqual(circular)
  })

  it('possibly a ministry: deaths and two seriously injured in a special field', () => {
    expect(of({ serious: 2 }, { specialField: true })?.authority).toBe('central-possible')
  })

  it('the commune, by a record: one seriously injured without contract', () => {
    expect(of({ serious: 1 }, { informal: true })?.authority).toBe('commune-record')
  })

  it('nobody: lightly hurt without contract, class not yet known, before Law 84/2015', () => {
    expect(of({ light: 1 }, { informal: true })).toBeNull()
    expect(of({ unknown: 1 })).toBeNull()
    expect(of({ dead: 1 }, {}, legalDate('2016-06-30'))).toBeNull()
  })
})

describe('who is told', () => {
  const of = (dead: number, serious: number, setting: Partial<AccidentSetting> = {}, on = since) =>
    whoIsTold({ dead, serious, ...ordinary, ...setting }, on).map(({ code, toldBy }) => `${code} by ${toldBy}`)

  it.each([
    ['one seriously injured', 0, 1, {}, []],
    ['two seriously injured', 0, 2, {}, ['PROV_LABOUR by employer']],
    ['a death', 1, 0, {}, ['PROV_LABOUR by employer', 'POLICE by employer']],
    ['a death abroad', 1, 0, { abroad: true }, ['ABROAD by employer']],
    ['one seriously injured abroad', 0, 1, { abroad: true }, []],
    [
      'two seriously injured in a special field',
      0,
      2,
      { specialField: true },
      ['PROV_LABOUR by employer', 'SPECIAL_FIELD by employer'],
    ],
    ['one seriously injured without contract', 0, 1, { informal: true }, ['COMMUNE by family']],
    [
      'two seriously injured without contract',
      0,
      2,
      { informal: true },
      ['COMMUNE by family', 'PROV_LABOUR by commune', 'POLICE by commune'],
    ],
  ])('%s', (_, dead, serious, setting, expected) => {
    expect(of(dead, serious, setting)).toEqual(expected)
  })

  it('by the names and texts of the day', () => {
    const names = (on: typeof since) => whoIsTold({ dead: 1, serious: 0, ...ordinary }, on)
    expect(names(lastDayOfDistricts).map(({ name }) => name.en)).toEqual([
      'Inspectorate of the Department of Labour, Invalids and Social Affairs where the accident happened',
      'District police',
    ])
    expect(names(since).map(({ name }) => name.en)).toEqual([
      'Department of Home Affairs where the accident happened',
      'Commune police',
    ])
    expect(names(lastDayOfDistricts)[0]?.citations).not.toContainEqual(cite('ND129-2025 45.1'))
    expect(names(since)[0]?.citations).toContainEqual(cite('ND129-2025 45.1'))
  })

  it('nobody before Law 84/2015', () => {
    expect(of(1, 0, {}, legalDate('2016-06-30'))).toEqual([])
  })
})
