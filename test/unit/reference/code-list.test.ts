import { describe, expect, it } from 'vitest'
import { type CodeEntry, CodeList } from '../../../src/reference/code-list.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import { entry, listOf } from './a-code-list.ts'

const BEFORE = legalDate('2025-06-30')
const AFTER = legalDate('2025-07-01')

const renamed = listOf([
  entry({ code: '01', vi: 'Đất cũ', validTo: BEFORE }),
  entry({ code: '01', vi: 'Đất mới', validFrom: AFTER }),
  entry({ code: '011', parent: '01', vi: 'Bãi', en: 'Shore', attributes: { type: 'Xã' } }),
])

const names = (entries: readonly CodeEntry[]) => entries.map(({ vi }) => vi)

describe('a code list', () => {
  it('answers with the version in force on the day, both ends included', () => {
    expect(renamed.find('01', BEFORE)?.vi).toBe('Đất cũ')
    expect(renamed.find('01', AFTER)?.vi).toBe('Đất mới')
  })

  it('knows a code outside its dates only when asked whether it ever was', () => {
    const ended = listOf([entry({ code: '7', validTo: BEFORE })])
    expect(ended.find('7', AFTER)).toBeUndefined()
    expect(ended.findEver('7')?.code).toBe('7')
    expect(ended.findEver('8')).toBeUndefined()
  })

  it('never takes a code for a number', () => {
    expect(renamed.find('1', AFTER)).toBeUndefined()
    expect(renamed.find('001', AFTER)).toBeUndefined()
  })

  it('lists one version a code on a date and every version without one', () => {
    expect(names(renamed.entriesOn(AFTER))).toEqual(['Đất mới', 'Bãi'])
    expect(names(renamed.entriesOn())).toEqual(['Đất cũ', 'Đất mới', 'Bãi'])
  })

  it('lists what lies under a code, and the top under null', () => {
    expect(names(renamed.childrenOf('01', AFTER))).toEqual(['Bãi'])
    expect(names(renamed.childrenOf(null, BEFORE))).toEqual(['Đất cũ'])
    expect(renamed.childrenOf('011')).toEqual([])
  })

  it('is searched by name in either language, by type and name, and by the beginning of a code', () => {
    expect(names(renamed.search('DAT MOI'))).toEqual(['Đất mới'])
    expect(names(renamed.search('shore'))).toEqual(['Bãi'])
    expect(names(renamed.search('xã bãi'))).toEqual(['Bãi'])
    expect(names(renamed.search('011'))).toEqual(['Bãi'])
    expect(names(renamed.search('dat', BEFORE))).toEqual(['Đất cũ'])
  })

  it('finds nothing for an empty search', () => {
    expect(renamed.search('  ')).toEqual([])
  })

  it('reads its entries once, and only when asked', () => {
    let reads = 0
    const list = new CodeList(
      { id: 'x', title: { vi: 'x', en: 'x' }, basis: 'KB-POLICY', complete: true, note: null },
      () => {
        reads += 1
        return [entry({ code: 'a' })]
      },
    )
    expect(reads).toBe(0)
    list.find('a', AFTER)
    list.search('a')
    list.childrenOf(null)
    expect(reads).toBe(1)
  })
})
