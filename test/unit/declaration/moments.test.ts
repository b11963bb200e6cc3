import { expect, it } from 'vitest'
import { duration } from '../../../src/declaration/moments.ts'

it.each([
  [1.9, '1 giờ', '1 hour'],
  [72, '72 giờ', '72 hours'],
  [72.5, '3 ngày', '3 days'],
  [4_656, '194 ngày', '194 days'],
])('%s hours are told as %s', (hours, vi, en) => {
  expect(duration(hours)).toEqual({ vi, en })
})
