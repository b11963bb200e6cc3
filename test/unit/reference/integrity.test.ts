import { describe, expect, it } from 'vitest'
import { checkReferenceIntegrity, faultsOfList } from '../../../src/reference/integrity.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import { entry, listOf } from './a-code-list.ts'

const JUNE_30 = legalDate('2025-06-30')
const JULY_1 = legalDate('2025-07-01')

describe('integrity of the reference data', () => {
  it('holds for everything the service is shipped with', () => {
    expect(checkReferenceIntegrity()).toEqual([])
  })

  it('allows versions that meet and parents that change with their children', () => {
    const sound = listOf([
      entry({ code: '1', validTo: JUNE_30 }),
      entry({ code: '1', validFrom: JULY_1 }),
      entry({ code: '11', parent: '1' }),
    ])
    expect(faultsOfList(sound)).toEqual([])
  })

  it('names versions of one code that share a day', () => {
    const list = listOf([entry({ code: '1', validTo: JULY_1 }), entry({ code: '1', validFrom: JULY_1 })])
    expect(faultsOfList(list)).toEqual(['a-list 1: versions overlap'])
  })

  it('names an interval that ends before it begins', () => {
    const list = listOf([entry({ code: '1', validFrom: JULY_1, validTo: JUNE_30 })])
    expect(faultsOfList(list)).toEqual(['a-list 1: valid to 2025-06-30 but from 2025-07-01'])
  })

  it('names a parent that is missing, or ended before its child', () => {
    const list = listOf([
      entry({ code: '1', validTo: JUNE_30 }),
      entry({ code: '11', parent: '1' }),
      entry({ code: '21', parent: '2' }),
    ])
    expect(faultsOfList(list)).toEqual([
      'a-list 11: parent 1 is not there all the time',
      'a-list 21: parent 2 is not there all the time',
    ])
  })
})
