import { describe, expect, it } from 'vitest'
import {
  dailyNoiseLevel,
  dailyShiftFactor,
  electricFieldAllowed,
  electricFieldMinutesAllowed,
  freeSilica,
  MICROTESLA_OF_AMPERE,
  milligramsOfPpm,
  mixtureSum,
  noiseDose,
  noiseLevelAllowed,
  noiseMinutesAllowed,
  ppmOfMilligrams,
  sumOfLevels,
  timeWeightedAverage,
  ultravioletAllowed,
  ultravioletSecondsAllowed,
  uvaAllowed,
  vibrationVelocity,
  WATTS_OF_CALORIE,
  wbgtIndoors,
  wbgtOutdoors,
  weeklyShiftFactor,
} from '../../../../src/law/exposure/formulas.ts'

describe('what was computed by hand', () => {
  it.each<[string, number, number]>([
    ['TWAn of 100 for 10 hours', 100 * dailyShiftFactor(10), 70],
    ['TWAn of 5 for 12 hours', 5 * dailyShiftFactor(12), 2.5],
    ['TWAt of 20 for 48 hours', 20 * weeklyShiftFactor(48), 15.625],
    ['TWAn of 20 for 8 hours', 20 * dailyShiftFactor(8), 20],
    ['minutes allowed at 91 dBA', noiseMinutesAllowed(91), 120],
    ['minutes allowed at 85 dBA', noiseMinutesAllowed(85), 480],
    ['dBA allowed for 12 hours', noiseLevelAllowed(720), 83.25],
    [
      'dose of three levels',
      noiseDose([
        { level: 91, minutes: 60 },
        { level: 88, minutes: 120 },
        { level: 85, minutes: 300 },
      ]),
      162.5,
    ],
    ['level over 8 hours of 88 dBA for 4', dailyNoiseLevel(88, 240), 84.99],
    ['90 dB and 90 dB', sumOfLevels([90, 90]), 93.01],
    ['WBGT indoors', wbgtIndoors(28, 40), 31.6],
    ['WBGT in sunshine', wbgtOutdoors(28, 45, 36), 32.2],
    ['20 ppm of CO', milligramsOfPpm(20, 28.01), 22.91],
    ['5,000 ppm of CO2', milligramsOfPpm(5_000, 44.01), 9_000],
    ['free silica of 4 mg/m³ with 9.28 %', freeSilica(4, 9.28), 0.3712],
    ['minutes allowed at 10 kV/m', electricFieldMinutesAllowed(10), 180],
    ['minutes allowed at 19.9 kV/m', electricFieldMinutesAllowed(19.9), 30.75],
    ['seconds allowed at 10 µW/cm²', ultravioletSecondsAllowed(10), 300],
    ['W/m² of one calorie', WATTS_OF_CALORIE, 697.8],
    [
      'benzene, toluene and xylene together',
      mixtureSum([
        { concentration: 2.5, limit: 5 },
        { concentration: 40, limit: 100 },
        { concentration: 20, limit: 100 },
      ]),
      1.1,
    ],
    [
      'mean of 30 and 10 for 4 hours each',
      timeWeightedAverage([
        { concentration: 30, hours: 4 },
        { concentration: 10, hours: 4 },
      ]),
      20,
    ],
    ['ppm of 5 mg/m³ of NO2', ppmOfMilligrams(5, 46.01), 2.66],
  ])('%s', (_, computed, expected) => {
    expect(computed).toBeCloseTo(expected, 2)
  })
})

describe('QCVN 24:2016/BYT, table 1', () => {
  it.each([
    [480, 85],
    [240, 88],
    [120, 91],
    [60, 94],
    [30, 97],
    [15, 100],
    [7, 103],
    [3, 106],
    [2, 109],
    [1, 112],
    [0.5, 115],
  ])('%d minutes allow %d dBA, within the rounding of the printed times', (minutes, level) => {
    expect(Math.abs(noiseLevelAllowed(minutes) - level)).toBeLessThan(1)
    expect(noiseMinutesAllowed(level) / minutes).toBeGreaterThan(0.9)
  })

  it('allows no more than 115 dBA for however short', () => {
    expect(noiseLevelAllowed(0.1)).toBe(115)
  })
})

describe('QCVN 23:2016/BYT', () => {
  it.each([
    [28_800, 0.1],
    [14_400, 0.2],
    [7_200, 0.4],
    [3_600, 0.8],
    [1_800, 1.7],
    [900, 3.3],
    [600, 5],
    [300, 10],
    [60, 50],
    [30, 100],
    [10, 300],
    [1, 3_000],
    [0.5, 6_000],
    [0.1, 30_000],
  ])('%d seconds allow %d µW/cm², as table 3 rounds it', (seconds, irradiance) => {
    expect(ultravioletAllowed(seconds) / irradiance).toBeCloseTo(1, 1)
  })

  it('allows UVA at the eye 1 J/cm² below 1,000 seconds and 1 mW/cm² from then on', () => {
    expect(uvaAllowed(500)).toBe(2)
    expect(uvaAllowed(1_000)).toBe(1)
    expect(uvaAllowed(28_800)).toBe(1)
  })
})

describe('QCVN 25:2016/BYT', () => {
  it('allows an electric field for as long as the time it allows in it', () => {
    for (const field of [6, 10, 15, 20]) {
      expect(electricFieldAllowed(electricFieldMinutesAllowed(field))).toBeCloseTo(field)
    }
  })

  it('has steps at 5, 20 and 25 kV/m', () => {
    expect(electricFieldMinutesAllowed(5)).toBe(Number.POSITIVE_INFINITY)
    expect(electricFieldMinutesAllowed(22)).toBe(10)
    expect(electricFieldMinutesAllowed(25)).toBe(0)
    expect(electricFieldAllowed(20)).toBe(20)
    expect(electricFieldAllowed(480)).toBe(5)
  })
})

it('relates vibration, magnetic field and their other quantities', () => {
  expect(vibrationVelocity(1.14, 16)).toBeCloseTo(1.13, 2)
  expect(80 * MICROTESLA_OF_AMPERE).toBeCloseTo(100.5, 1)
})
