import { describe, expect, it } from 'vitest'
import { isCasNumber } from '../../../src/reference/cas-number.ts'

describe('CAS numbers', () => {
  it.each(['71-43-2', '7439-97-6', '14808-60-7', '1330-20-7'])(
    '%s has the check digit that follows from it',
    (text) => {
      expect(isCasNumber(text)).toBe(true)
    },
  )

  it.each(['71-43-3', '7439-79-6', '71432', '71-43-', 'CH-ORG', ''])('"%s" is none', (text) => {
    expect(isCasNumber(text)).toBe(false)
  })
})
