import { describe, expect, it } from 'vitest'
import {
  faultsOfCodes,
  faultsOfCrossReferences,
  faultsOfFactor,
  faultsOfUnits,
} from '../../../src/reference/cross-references.ts'
import { entry, listOf } from './a-code-list.ts'

const factor = (attributes: Record<string, string>) =>
  entry({ code: 'PH-X', attributes: { unit: 'dBA', 'accepted-units': 'dB dBA', ...attributes } })

describe('cross references of the lists', () => {
  it('all lead somewhere', () => {
    expect(faultsOfCrossReferences()).toEqual([])
  })

  it('that lead nowhere are named, one by one', () => {
    const list = listOf([entry({ code: 'a', attributes: { causes: 'x y z' } }), entry({ code: 'b' })])
    expect(faultsOfCodes(list, 'causes', (word) => word === 'y')).toEqual([
      'a-list a: causes has unknown x',
      'a-list a: causes has unknown z',
    ])
  })

  it.each<[string, Record<string, string>, string[]]>([
    ['without ranges', {}, []],
    ['with ranges in order', { 'hard-min': '0', 'usual-min': '0', 'usual-max': '5', 'hard-max': '9' }, []],
    ['with the possible range only', { 'hard-min': '-5', 'hard-max': '9' }, []],
    [
      'with the usual outside the possible',
      { 'hard-min': '1', 'usual-min': '0', 'usual-max': '5', 'hard-max': '9' },
      ['ranges'],
    ],
    ['with half a range', { 'hard-min': '1' }, ['ranges']],
    ['with a unit it does not accept', { unit: 'lux' }, ['own unit']],
  ])('a factor %s', (_what, attributes, expected) => {
    const faults = faultsOfFactor(factor(attributes))
    expect(faults).toEqual(expected.map((part) => expect.stringContaining(part)))
  })

  it('a way of writing that means two units is named', () => {
    const list = listOf([
      entry({ code: 'mg', attributes: { aliases: 'mgr' } }),
      entry({ code: 'g', attributes: { aliases: 'mgr;gr' } }),
    ])
    expect(faultsOfUnits(list)).toEqual(['a-list: "mgr" means mg and g'])
  })
})
