import { describe, expect, it } from 'vitest'
import { appliesOn, cite, citeInForce, describeCitation } from '../../../src/law/citation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

describe('citations', () => {
  it.each([
    ['L84-2015 34.1.b', 'Luật 84/2015/QH13, Điều 34 khoản 1 điểm b', 'Law 84/2015/QH13, Art. 34.1.b'],
    ['ND39-2016 10.1', 'Nghị định 39/2016/NĐ-CP, Điều 10 khoản 1', 'Decree 39/2016/NĐ-CP, Art. 10.1'],
    ['ND12-2022 21.3.đ', 'Nghị định 12/2022/NĐ-CP, Điều 21 khoản 3 điểm đ', 'Decree 12/2022/NĐ-CP, Art. 21.3.đ'],
    ['ND44-2016 45.3.b', 'Nghị định 44/2016/NĐ-CP, Điều 45 khoản 3 điểm b', 'Decree 44/2016/NĐ-CP, Art. 45.3.b'],
    ['TT56-2025-BYT 11.1.đ', 'Thông tư 56/2025/TT-BYT, Điều 11 khoản 1 điểm đ', 'Circular 56/2025/TT-BYT, Art. 11.1.đ'],
    ['TT15-2016-BYT PL 18', 'Thông tư 15/2016/TT-BYT, Phụ lục 18', 'Circular 15/2016/TT-BYT, Annex 18'],
    ['ND39-2016 23', 'Nghị định 39/2016/NĐ-CP, Điều 23', 'Decree 39/2016/NĐ-CP, Art. 23'],
    ['TT37-2018-BLDTBXH', 'Thông tư 37/2018/TT-BLĐTBXH', 'Circular 37/2018/TT-BLĐTBXH'],
    ['ND39-2016 PL III', 'Nghị định 39/2016/NĐ-CP, Phụ lục III', 'Decree 39/2016/NĐ-CP, Annex III'],
    [
      'ND39-2016 PL XII, cột 7',
      'Nghị định 39/2016/NĐ-CP, Phụ lục XII, cột 7',
      'Decree 39/2016/NĐ-CP, Annex XII, column 7',
    ],
    [
      'ND129-2025 PL II, Mẫu số 01',
      'Nghị định 129/2025/NĐ-CP, Phụ lục II, Mẫu số 01',
      'Decree 129/2025/NĐ-CP, Annex II, Form 01',
    ],
  ])('%s is told in full in both languages', (text, vi, en) => {
    expect(describeCitation(cite(text), 'vi')).toBe(vi)
    expect(describeCitation(cite(text), 'en')).toBe(en)
  })

  it('tell arithmetic and our own policy from law', () => {
    expect(describeCitation({ kind: 'arithmetic' }, 'vi')).toBe('số học')
    expect(describeCitation({ kind: 'arithmetic' }, 'en')).toBe('arithmetic')
    expect(describeCitation({ kind: 'policy' }, 'vi')).toBe('chính sách của hệ thống')
    expect(describeCitation({ kind: 'policy', note: '24 h' }, 'en')).toBe('policy of this service: 24 h')
  })

  it.each(['L84-2051 34', 'L84-2015 34.', 'L84-2015 điều 34', 'ND39-2016 PL', 'ND39-2016 PL XII, hàng 7'])(
    '%s cannot be read and is a defect of ours',
    (text) => {
      expect(() => cite(text)).toThrow(RangeError)
    },
  )

  it('keep, for a day, only the texts with effect on it', () => {
    const texts = ['ND12-2022 21.3.đ', 'ND283-2026 32.3.đ', 'ND39-2016-DRAFT']
    expect(citeInForce(texts, legalDate('2026-09-09'))).toEqual([cite('ND12-2022 21.3.đ')])
    expect(citeInForce(texts, legalDate('2026-09-10'))).toEqual([cite('ND283-2026 32.3.đ')])
    expect(appliesOn({ kind: 'arithmetic' }, legalDate('1900-01-01'))).toBe(true)
  })
})
