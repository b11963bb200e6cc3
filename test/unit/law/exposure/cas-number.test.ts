import { expect, it } from 'vitest'
import { isCasNumber } from '../../../../src/law/exposure/cas-number.ts'

it.each(['71-43-2', '630-08-0', '7664-41-7', '14808-60-7'])('%s is a CAS number', (text) => {
  expect(isCasNumber(text)).toBe(true)
})

it.each(['71-43-3', '71432', '71-43-', '', '71-43-2 ', '6300-8-0'])('"%s" is none', (text) => {
  expect(isCasNumber(text)).toBe(false)
})
