import { describe, expect, it } from 'vitest'
import { nearest } from '../../../src/reference/nearest.ts'
import { allCubes } from '../../../src/statistics/all-cubes.ts'
import { isOwn, UNITS_MODES } from '../../../src/statistics/cube.ts'
import { accidentsCube } from '../../../src/statistics/cubes/accidents.ts'
import { readQuestion } from '../../../src/statistics/read-question.ts'

describe.each(allCubes.map((cube) => [cube.id, cube] as const))('the cube %s', (_id, cube) => {
  const names = [...Object.keys(cube.dimensions), ...Object.keys(cube.measures), ...Object.keys(cube.ratios)]

  it('gives every dimension, measure and rate a name of its own', () => {
    expect(new Set(names).size).toBe(names.length)
  })

  it('takes no name that a question uses otherwise', () => {
    const taken = ['measures', 'by', 'from', 'to', 'asOf', 'units', 'format', 'labels', 'event', 'published']
    expect(names.filter((name) => taken.includes(name))).toEqual([])
  })

  it('has titles in both languages', () => {
    const texts = [...Object.values(cube.dimensions), ...Object.values(cube.measures), ...Object.values(cube.ratios)]
    for (const { title } of texts) expect([title.vi, title.en].every((text) => text.length > 1)).toBe(true)
  })

  it('reads the example of every dimension, and labels it', () => {
    for (const { view } of Object.values(cube.dimensions)) {
      for (const mode of UNITS_MODES) {
        const codes = view(mode)?.codes
        if (codes === undefined) continue
        expect(codes.read(codes.example)).toEqual([codes.example])
        expect(codes.label(codes.example)).not.toBeNull()
      }
    }
  })

  it('makes rates of measures and denominators that exist', () => {
    for (const { numerator, denominator } of Object.values(cube.ratios)) {
      expect(Object.keys(cube.measures)).toContain(numerator)
      if (isOwn(denominator)) {
        expect(Object.keys(cube.measures)).toContain(denominator.measure)
        continue
      }
      expect(Object.keys(denominator.cube.measures)).toContain(denominator.measure)
      const named = [...denominator.constantOver, ...denominator.unaffectedBy]
      expect(named.filter((name) => !(name in cube.dimensions))).toEqual([])
    }
  })

  it('asks for its default measures when none are named', () => {
    expect(readQuestion(cube, {}, {}).question.measures).toEqual(cube.defaultMeasures)
  })
})

describe('reading a question', () => {
  const read = (by: string, filters: Record<string, string> = {}) => readQuestion(accidentsCube, { by }, filters)

  it('keeps names once, in the order given, without spaces', () => {
    expect(read('sex, year,sex').question.by).toEqual(['sex', 'year'])
  })

  it('shows a commune with its province', () => {
    expect(read('year,commune').question.by).toEqual(['year', 'province', 'commune'])
  })

  it('reads a bare factor as that of every list that has it', () => {
    expect(read('', { factor: '1' }).question.filters.get('factor')).toEqual([
      'injury-factors-tt13-2020:1',
      'injury-factors-software-old:1',
    ])
  })

  it('accepts a code that an incomplete list may lack, and none that a complete one lacks', () => {
    expect(read('', { factor: 'injury-factors-tt13-2020:9.9' }).errors).toEqual([])
    expect(read('', { cause: '99' }).errors).toMatchObject([{ code: 'unknown-value' }])
  })
})

describe('what was probably meant', () => {
  it.each([
    ['victim', 'victims'],
    ['Deaths', 'deaths'],
    ['provnce', 'province'],
    ['xyz', null],
  ])('%s means %s', (text, meant) => {
    expect(nearest(text, ['victims', 'deaths', 'province', 'sex'])).toBe(meant)
  })
})
