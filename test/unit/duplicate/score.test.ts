import { describe, expect, it } from 'vitest'
import type { AccidentView, PersonView } from '../../../src/duplicate/accident-view.ts'
import { editDistance } from '../../../src/duplicate/edit-distance.ts'
import { nameLikeness } from '../../../src/duplicate/name-likeness.ts'
import { PROBABLE, score } from '../../../src/duplicate/score.ts'
import { legalDateOf } from '../../../src/reference/legal-date.ts'

describe('the distance of two words', () => {
  it.each([
    ['hung', 'hung', 0],
    ['hung', 'hugn', 1],
    ['hung', 'hun', 1],
    ['hung', 'nam', 4],
    ['', 'lan', 3],
  ])('from %j to %j is %i', (a, b, steps) => {
    expect([editDistance(a, b), editDistance(b, a)]).toEqual([steps, steps])
  })
})

describe('the likeness of two names', () => {
  it.each([
    ['Nguyễn Văn Hùng', 'NGUYEN VAN HUNG'],
    ['Nguyễn Văn Hùng', 'Hùng Nguyễn Văn'],
    ['Đỗ Thị Lan', 'Do Thi Lan'],
  ])('%s and %s are the same', (a, b) => expect(nameLikeness(a, b)).toBe(1))

  it.each([
    ['Trần Quốc Tuấn', 'Trần Quốc Tuấnn'],
    ['Trần Quốc Tuấn', 'TrầnQuốc Tuấn'],
    ['Hồ Công Bình', 'Hồ Bình'],
  ])('%s and %s are nearly the same', (a, b) => expect(nameLikeness(a, b)).toBeGreaterThan(0.8))

  it('agreeing in nothing but what half the country is called is not alike', () => {
    expect(nameLikeness('Nguyễn Văn Hùng', 'Nguyễn Văn Nam')).toBeLessThan(0.7)
  })
})

const person: PersonView = { name: 'Nguyễn Văn Mẫu', sex: 'male', age: 35, key: null }
const at = new Date('2026-05-12T02:40:00Z')
const accident: AccidentView = {
  id: 'a',
  tenantId: 'builder',
  relatedTenants: [],
  occurredAt: at,
  occurredOn: legalDateOf(at),
  province: '19',
  commune: '01849',
  address: 'Lô B2',
  casualties: { dead: 1, serious: 0, light: 0, all: 1 },
  persons: [person],
}
const value = (other: Partial<AccidentView>) => score(accident, { ...accident, id: 'b', ...other })?.value ?? 0

describe('the score of two declarations', () => {
  it('is high for the same words, whoever comes first', () => {
    const other = { ...accident, id: 'b', tenantId: 'owner', relatedTenants: ['builder'], address: null }
    expect(value({})).toBeGreaterThan(0.99)
    expect(score(accident, other)).toEqual(score(other, accident))
  })

  it('is not given more than a day apart', () => {
    const later = new Date('2026-05-14T02:40:00Z')
    expect(score(accident, { ...accident, occurredAt: later, occurredOn: legalDateOf(later) })).toBeNull()
  })

  it.each<[string, Partial<AccidentView>]>([
    ['another person at the same place and hour', { persons: [{ ...person, name: 'Lê Minh Sơn', age: 22 }] }],
    ['a namesake of another age at another enterprise', { tenantId: 'other', persons: [{ ...person, age: 52 }] }],
    ['a place in another province', { province: '01', commune: '00004', persons: [] }],
  ])('stays low for %s', (_, other) => expect(value(other)).toBeLessThan(PROBABLE))

  it('holds the number of identity above a name that was typed wrong', () => {
    const known = { ...person, key: '00ff' }
    const typed = { ...known, name: 'Ngyễn Văm Mẩu' }
    expect(score({ ...accident, persons: [known] }, { ...accident, persons: [typed] })?.value).toBeGreaterThan(0.99)
  })

  it('holds two numbers of identity apart, though the names agree', () => {
    const namesake = { ...person, key: '01ff', age: 40 }
    const known = { ...accident, persons: [{ ...person, key: '00ff' }] }
    expect(score(known, { ...accident, persons: [namesake] })?.value).toBeLessThan(PROBABLE)
  })

  it('says why, with weights that make up the points', () => {
    const { reasons = [] } =
      score(accident, { ...accident, id: 'b', casualties: { dead: 0, serious: 1, light: 0, all: 1 } }) ?? {}
    expect(reasons.map(({ code }) => code)).toEqual([
      'same-enterprise',
      'same-hour',
      'same-commune',
      'same-address',
      'other-deaths',
      'same-name',
      'same-age',
    ])
    expect(reasons.find(({ code }) => code === 'other-deaths')?.weight).toBeLessThan(0)
  })
})
