import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src/reference/fold-text.ts'

describe('folded text', () => {
  it('loses case, diacritics and the bar of đ', () => {
    expect(foldText('ĐẶNG Thị Hường')).toBe('dang thi huong')
  })

  it('is the same for composed and decomposed input', () => {
    const name = 'Nguyễn Văn Đức'
    expect(foldText(name.normalize('NFD'))).toBe(foldText(name.normalize('NFC')))
  })

  it('is the same for both ways of placing the tone mark', () => {
    expect(foldText('Hoà Bình')).toBe(foldText('Hòa Bình'))
  })

  it('has single spaces and none at the ends', () => {
    expect(foldText('  Bạch \t Thông\n')).toBe('bach thong')
  })

  it('folds what is folded already to itself', () => {
    expect(foldText(foldText('Cồn Cỏ'))).toBe('con co')
  })
})
