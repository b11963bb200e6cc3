import { describe, expect, it } from 'vitest'
import { assess, type Measured, mixtureIndex } from '../../../../src/law/exposure/assess.ts'
import { builtInLimits } from '../../../../src/law/exposure/limit-book.ts'
import { legalDate } from '../../../../src/reference/legal-date.ts'

const ON = legalDate('2026-03-10')

function of(measured: Partial<Measured>) {
  return assess({ factor: 'CH-ORG', sampleType: 'twa', unit: 'mg/m³', on: ON, ...measured }, builtInLimits())
}

const CO = { factor: 'CH-INORG', cas: '630-08-0' }
const BENZENE = { factor: 'CH-ORG', cas: '71-43-2' }
const NOISE = { factor: 'PH-NOISE-LAEQ', unit: 'dBA' }

describe('a chemical', () => {
  it('exceeds above the limit of a shift', () => {
    expect(of({ ...CO, value: 45 })).toMatchObject({
      verdict: 'exceed',
      reason: null,
      advisory: false,
      limit: { id: 'QCVN03-2019/14/twa' },
      limitValue: 20,
      index: 2.25,
    })
  })

  it('passes at the limit', () => {
    expect(of({ ...CO, value: 20 })).toMatchObject({ verdict: 'pass', index: 1 })
  })

  it('is held to its short-term limit over 15 minutes', () => {
    expect(of({ ...CO, sampleType: 'stel', value: 35 })).toMatchObject({ verdict: 'pass', limitValue: 40 })
    expect(of({ ...CO, sampleType: 'stel', value: 41 })).toMatchObject({ verdict: 'exceed', limitValue: 40 })
  })

  it('is converted from parts per million', () => {
    expect(of({ ...CO, value: 20, unit: 'ppm' })).toMatchObject({ verdict: 'exceed', value: 22.9121, unit: 'mg/m³' })
    expect(of({ ...CO, value: 17, unit: 'ppm' })).toMatchObject({ verdict: 'pass' })
  })

  it('is found by its CAS number, whatever group of factors it was filed under', () => {
    expect(of({ ...BENZENE, factor: 'CH-INORG', value: 6 })).toMatchObject({
      verdict: 'exceed',
      limit: { id: 'QCVN03-2019/9/twa' },
    })
  })

  it('only informs where nobody has read its limit', () => {
    expect(of({ cas: '108-88-3', value: 120 })).toMatchObject({ verdict: 'exceed', advisory: true, limitValue: 100 })
    expect(of({ cas: '108-88-3', value: 25.56 })).toMatchObject({ verdict: 'pass', advisory: true })
  })

  it('never passes without a limit', () => {
    expect(of({ cas: '78-93-3', value: 0.06 })).toMatchObject({ verdict: 'not-assessable', reason: 'no-limit' })
  })

  it('is not told apart without a CAS number', () => {
    expect(of({ value: 1 })).toMatchObject({ verdict: 'not-assessable', reason: 'condition-missing' })
  })

  it('may be named by its limit where dust and fume of one metal differ', () => {
    const copper = { factor: 'DU-METAL', cas: '7440-50-8', value: 0.3 }
    expect(of(copper)).toMatchObject({ reason: 'several-limits' })
    expect(of({ ...copper, limitCode: 'QCVN03-2019/23' })).toMatchObject({ verdict: 'pass', limitValue: 0.5 })
    expect(of({ ...copper, limitCode: 'QCVN03-2019/24/twa' })).toMatchObject({ verdict: 'exceed', limitValue: 0.1 })
    expect(of({ ...copper, limitCode: 'QCVN03-2019/9' })).toMatchObject({ reason: 'condition-unknown' })
  })

  it('needs to be averaged as its limit is', () => {
    expect(of({ ...CO, sampleType: 'instantaneous', value: 10 })).toMatchObject({ reason: 'averaging-mismatch' })
    expect(of({ ...CO, sampleType: undefined, value: 10 })).toMatchObject({ reason: 'condition-missing' })
  })

  it('cannot be compared in the unit of another quantity', () => {
    expect(of({ ...CO, value: 10, unit: 'dBA' })).toMatchObject({ reason: 'wrong-unit', unit: 'dBA' })
    expect(of({ ...CO, value: 10, unit: 'mg/Nm3' })).toMatchObject({ reason: 'wrong-unit' })
  })

  it('without a molar mass cannot be given in parts per million', () => {
    expect(of({ cas: '8006-61-9', value: 10, unit: 'ppm' })).toMatchObject({ reason: 'molar-mass-unknown' })
  })

  it('below a detection limit above its limit is not assessable', () => {
    expect(of({ ...BENZENE, belowDetection: { detectionLimit: 6 } })).toMatchObject({
      verdict: 'not-assessable',
      reason: 'detection-limit-above-limit',
      limitValue: 5,
      value: null,
    })
    expect(of({ ...BENZENE, belowDetection: { detectionLimit: 0.5 } })).toMatchObject({ verdict: 'pass', index: null })
  })

  it('without a value is not assessable', () => {
    expect(of(BENZENE)).toMatchObject({ reason: 'value-missing' })
  })
})

describe('the version of the law', () => {
  const acrylonitrile = { cas: '107-13-1', value: 0.6 }

  it('is that of the day of the sample', () => {
    expect(of({ ...acrylonitrile, on: legalDate('2025-09-30') })).toMatchObject({
      verdict: 'exceed',
      limit: { id: 'QD3733-2002/3/twa' },
    })
    expect(of({ ...acrylonitrile, on: legalDate('2025-10-01') })).toMatchObject({ reason: 'limit-not-known' })
  })

  it('knows arsenic at 0.03 until QCVN 03:2019/BYT made it 0.01', () => {
    const arsenic = { factor: 'CH-INORG', cas: '7440-38-2', value: 0.02 }
    expect(of({ ...arsenic, on: legalDate('2019-12-08') })).toMatchObject({ verdict: 'pass', limitValue: 0.03 })
    expect(of({ ...arsenic, on: legalDate('2019-12-09') })).toMatchObject({ verdict: 'exceed', limitValue: 0.01 })
  })

  it('only informs of Decision 3733 once 42 names of its successor are unknown', () => {
    const acid24d = { cas: '94-75-7', value: 6 }
    expect(of({ ...acid24d, on: legalDate('2025-09-30') })).toMatchObject({ verdict: 'exceed', advisory: false })
    expect(of({ ...acid24d, on: legalDate('2025-10-01') })).toMatchObject({ verdict: 'exceed', advisory: true })
  })

  it('holds "each time" of Decision 3733 against a short sample', () => {
    expect(of({ ...acrylonitrile, sampleType: 'stel', value: 2, on: legalDate('2025-01-05') })).toMatchObject({
      verdict: 'pass',
      limitValue: 2.5,
    })
  })

  it('has no limit before the first text', () => {
    expect(of({ ...CO, value: 1, on: legalDate('2001-01-01') })).toMatchObject({ reason: 'no-limit' })
  })
})

describe('the correction for long shifts', () => {
  it('makes the verdict advisory where it alone decides', () => {
    expect(of({ ...BENZENE, value: 3, shiftHours: 12 })).toMatchObject({
      verdict: 'exceed',
      advisory: true,
      limitValue: 2.5,
      correction: { formula: 'F-TWAN', factor: 0.5 },
    })
  })

  it('leaves official what exceeds or passes without it too', () => {
    expect(of({ ...BENZENE, value: 6, shiftHours: 12 })).toMatchObject({ verdict: 'exceed', advisory: false })
    expect(of({ ...BENZENE, value: 2, shiftHours: 12 })).toMatchObject({ verdict: 'pass', advisory: false })
  })

  it('is the smaller of that of the day and that of the week', () => {
    expect(of({ ...CO, value: 16, weekHours: 48 })).toMatchObject({
      limitValue: 15.625,
      correction: { formula: 'F-TWAT', factor: 0.78125 },
    })
    expect(of({ ...CO, value: 16, shiftHours: 12, weekHours: 48 })).toMatchObject({ limitValue: 10 })
  })

  it('does not touch short-term limits, nor a shift of 8 hours', () => {
    expect(of({ ...CO, sampleType: 'stel', value: 39, shiftHours: 12 })).toMatchObject({ limitValue: 40 })
    expect(of({ ...CO, value: 19, shiftHours: 8, weekHours: 40 })).toMatchObject({ limitValue: 20, correction: null })
  })
})

describe('an excursion where no short-term limit is printed', () => {
  const arsenic = { factor: 'CH-INORG', cas: '7440-38-2', sampleType: 'stel' as const }

  it.each([
    [0.03, undefined, { verdict: 'pass', limitValue: 0.03 }],
    [0.04, undefined, { verdict: 'not-assessable', reason: 'exposure-time-missing' }],
    [0.04, 30, { verdict: 'pass', limitValue: 0.05 }],
    [0.04, 45, { verdict: 'exceed', limitValue: 0.03 }],
    [0.051, undefined, { verdict: 'exceed', limitValue: 0.05, correction: { formula: 'F-EXC', factor: 5 } }],
  ])('of %d mg/m³ for %s minutes', (value, exposureMinutes, expected) => {
    expect(of({ ...arsenic, value, exposureMinutes })).toMatchObject(expected)
  })

  it('is unknown to Decision 3733/2002', () => {
    expect(of({ ...arsenic, value: 1, on: legalDate('2019-01-05') })).toMatchObject({ reason: 'averaging-mismatch' })
  })

  it('is known of a reading only beyond 5 times the limit', () => {
    expect(of({ ...arsenic, sampleType: 'instantaneous', value: 0.051 })).toMatchObject({ verdict: 'exceed' })
    expect(of({ ...arsenic, sampleType: 'instantaneous', value: 0.001 })).toMatchObject({
      reason: 'averaging-mismatch',
    })
  })
})

describe('noise', () => {
  it.each([
    [88, 480, 'exceed'],
    [88, 240, 'pass'],
    [88.04, 240, 'pass'],
    [88.1, 240, 'exceed'],
    [82, 480, 'pass'],
    [115.5, 0.1, 'exceed'],
  ])('of %d dBA for %d minutes', (value, exposureMinutes, verdict) => {
    expect(of({ ...NOISE, value, exposureMinutes })).toMatchObject({ verdict, advisory: false })
  })

  it('needs the time of exposure', () => {
    expect(of({ ...NOISE, value: 90 })).toMatchObject({ reason: 'exposure-time-missing' })
    expect(of({ ...NOISE, value: 90, exposureMinutes: 0 })).toMatchObject({ reason: 'exposure-time-missing' })
  })

  it('beyond 8 hours is extrapolated, which only informs', () => {
    expect(of({ ...NOISE, value: 84, exposureMinutes: 720 })).toMatchObject({
      verdict: 'exceed',
      advisory: true,
      limitValue: 83.2451,
    })
    expect(of({ ...NOISE, value: 86, exposureMinutes: 720 })).toMatchObject({ verdict: 'exceed', advisory: false })
  })

  it('counts as dose: 3 dB more is twice as much', () => {
    expect(of({ ...NOISE, value: 91, exposureMinutes: 480 })).toMatchObject({ index: 4 })
  })

  it('of a room has the limit of its type', () => {
    expect(of({ ...NOISE, value: 60, exposureMinutes: 480, roomType: 'intellectual' })).toMatchObject({
      verdict: 'exceed',
      limitValue: 55,
    })
    expect(of({ ...NOISE, value: 60, exposureMinutes: 480, roomType: 'functional' })).toMatchObject({ verdict: 'pass' })
    expect(of({ ...NOISE, value: 87, exposureMinutes: 240, roomType: 'production' })).toMatchObject({
      verdict: 'pass',
      limitValue: 88,
    })
  })

  it('never reaches more than 115 dBA at its loudest', () => {
    expect(of({ factor: 'PH-NOISE-LMAX', unit: 'dBA', value: 116 })).toMatchObject({ verdict: 'exceed' })
    expect(of({ factor: 'PH-NOISE-LMAX', unit: 'dBA', value: 115 })).toMatchObject({ verdict: 'pass' })
  })

  it('in octave bands only informs', () => {
    expect(
      of({ factor: 'PH-NOISE-OCT-1000', unit: 'dB', value: 81, roomType: 'production', exposureMinutes: 480 }),
    ).toMatchObject({ verdict: 'exceed', advisory: true, limitValue: 80 })
    expect(of({ factor: 'PH-NOISE-OCT-1000', unit: 'dB', value: 81 })).toMatchObject({ reason: 'condition-missing' })
  })
})

describe('microclimate', () => {
  const air = { factor: 'MC-TEMP', unit: '°C', sampleType: 'instantaneous' as const }

  it('is judged by the class of labour', () => {
    expect(of({ ...air, labourClass: 'light', value: 33 })).toMatchObject({ verdict: 'pass' })
    expect(of({ ...air, labourClass: 'heavy', value: 33 })).toMatchObject({ verdict: 'exceed', limitValue: 30 })
    expect(of({ ...air, labourClass: 'light', value: 91.4, unit: '°F' })).toMatchObject({ value: 33 })
  })

  it('is too cold below the minimum', () => {
    expect(of({ ...air, labourClass: 'light', value: 18 })).toMatchObject({
      verdict: 'exceed',
      limitValue: 20,
      isMinimum: true,
      index: 1.11111,
    })
  })

  it('without the class cannot be judged', () => {
    expect(of({ ...air, value: 25 })).toMatchObject({ reason: 'labour-class-missing' })
  })

  it.each(['outdoor', 'construction', 'mine', 'vehicle', 'cold-store'])(
    'is not judged at a place of kind %s',
    (place) => {
      expect(of({ ...air, labourClass: 'light', value: 37, place })).toMatchObject({ reason: 'place-outside-scope' })
    },
  )

  it('of humidity and heat radiation does not ask for the class', () => {
    expect(of({ factor: 'MC-RH', unit: '%', value: 85 })).toMatchObject({ verdict: 'exceed', limitValue: 80 })
    const heat = { factor: 'MC-RADH', unit: 'W/m²', value: 60 }
    expect(of({ ...heat, bodyShare: 60 })).toMatchObject({ verdict: 'exceed', limitValue: 35 })
    expect(of({ ...heat, bodyShare: 25 })).toMatchObject({ verdict: 'pass', limitValue: 70 })
    expect(of({ ...heat, bodyShare: 10 })).toMatchObject({ limitValue: 100 })
    expect(of(heat)).toMatchObject({ reason: 'condition-missing' })
  })

  it('allows stronger wind in hot and humid air to who names that limit', () => {
    const wind = { factor: 'MC-AIRV', unit: 'm/s', labourClass: 'heavy', value: 1.8 }
    expect(of(wind)).toMatchObject({ verdict: 'exceed', limitValue: 1.5 })
    expect(of({ ...wind, limitCode: 'QCVN26-2016/heavy/air-speed-hot-humid' })).toMatchObject({ verdict: 'pass' })
  })
})

describe('light', () => {
  it('is too weak below the minimum of the work', () => {
    const light = { factor: 'PH-LIGHT', unit: 'lux', lightingWork: 'LT-G02' }
    expect(of({ ...light, value: 180 })).toMatchObject({ verdict: 'exceed', limitValue: 200, isMinimum: true })
    expect(of({ ...light, value: 200 })).toMatchObject({ verdict: 'pass', index: 1 })
    expect(of({ ...light, lightingWork: undefined, value: 200 })).toMatchObject({ reason: 'condition-missing' })
    expect(of({ ...light, lightingWork: 'LT-99', value: 200 })).toMatchObject({ reason: 'condition-unknown' })
  })
})

describe('dust', () => {
  it('with free silica is judged by it', () => {
    expect(of({ factor: 'DU-TOT', value: 4, freeSilicaPercent: 9.28 })).toMatchObject({
      verdict: 'exceed',
      advisory: false,
      value: 0.3712,
      limit: { id: 'QCVN02-2019/silica-total/twa' },
    })
    expect(of({ factor: 'DU-RESP', value: 2, freeSilicaPercent: 4 })).toMatchObject({ verdict: 'pass', advisory: true })
  })

  it('without silica is judged by its group', () => {
    expect(of({ factor: 'DU-TOT', value: 4, dustGroup: 'DU-NS-2' })).toMatchObject({ verdict: 'pass', limitValue: 4 })
    expect(of({ factor: 'DU-TOT', value: 4, dustGroup: 'DU-NS-2', freeSilicaPercent: 0 })).toMatchObject({
      limitValue: 4,
    })
    expect(of({ factor: 'DU-TOT', value: 4 })).toMatchObject({ reason: 'condition-missing' })
  })

  it('of coal has a limit up to 5 % of silica, beyond it the silica has', () => {
    const coal = { factor: 'DU-COAL-RESP', value: 1.9 }
    expect(of({ ...coal, freeSilicaPercent: 5 })).toMatchObject({ verdict: 'pass', limitValue: 2, advisory: false })
    expect(of({ ...coal, freeSilicaPercent: 10 })).toMatchObject({ verdict: 'exceed', limitValue: 0.1 })
    expect(of(coal)).toMatchObject({ reason: 'condition-missing' })
  })

  it('was judged by classes of silica content before QCVN 02:2019/BYT', () => {
    const before = { factor: 'DU-TOT', value: 3, on: legalDate('2019-09-21') }
    expect(of({ ...before, sampleType: 'instantaneous', freeSilicaPercent: 30 })).toMatchObject({
      verdict: 'exceed',
      advisory: true,
      limitValue: 2,
    })
  })

  it('of asbestos may hold 0.1 fibre of chrysotile and none of amphibole', () => {
    const fibres = { factor: 'DU-ASB', unit: 'f/cm³' }
    expect(of({ ...fibres, cas: '12001-29-5', value: 0.09 })).toMatchObject({ verdict: 'pass', limitValue: 0.1 })
    expect(of({ ...fibres, dustGroup: 'DU-ASB-AMPH', value: 0.001 })).toMatchObject({ verdict: 'exceed', index: null })
    expect(of({ ...fibres, dustGroup: 'DU-ASB-AMPH', belowDetection: { detectionLimit: 0.01 } })).toMatchObject({
      verdict: 'pass',
    })
  })
})

describe('vibration', () => {
  it('is judged by axis and band, acceleration and velocity each by its own', () => {
    const band = { factor: 'PH-VIB-WB-A-4', unit: 'm/s²', value: 0.6 }
    expect(of({ ...band, axis: 'z' })).toMatchObject({ verdict: 'exceed', limitValue: 0.57 })
    expect(of({ ...band, axis: 'y' })).toMatchObject({ verdict: 'pass', limitValue: 0.8 })
    expect(of({ ...band, axis: 'z', unit: 'cm/s', value: 2.6 })).toMatchObject({ verdict: 'exceed', limitValue: 2.5 })
    expect(of(band)).toMatchObject({ reason: 'condition-missing' })
    expect(of({ factor: 'PH-VIB-WB-AW', unit: 'm/s²', axis: 'z', value: 0.54 })).toMatchObject({ verdict: 'pass' })
  })

  it('of the hands is allowed more for shorter, which only informs', () => {
    const grip = { factor: 'PH-VIB-LOC-A-16', unit: 'm/s²', value: 2 }
    expect(of(grip)).toMatchObject({ verdict: 'exceed', advisory: true, limitValue: 1.4 })
    expect(of({ ...grip, exposureMinutes: 120 })).toMatchObject({ verdict: 'pass', limitValue: 2.8 })
    expect(of({ factor: 'PH-VIB-LOC-AHW', unit: 'm/s²', value: 3 })).toMatchObject({ reason: 'limit-not-known' })
  })
})

describe('fields and radiation', () => {
  it.each([
    [10, 200, 'exceed'],
    [10, 180, 'pass'],
    [4.9, 700, 'pass'],
    [22, 10, 'pass'],
    [25, 1, 'exceed'],
  ])('an electric field of %d kV/m for %d minutes', (value, exposureMinutes, verdict) => {
    expect(of({ factor: 'EM-50HZ-E', unit: 'kV/m', value, exposureMinutes })).toMatchObject({ verdict })
  })

  it('an electric field is allowed without end up to 5 kV/m', () => {
    expect(of({ factor: 'EM-50HZ-E', unit: 'V/m', value: 4_900 })).toMatchObject({ verdict: 'pass', limitValue: 5 })
    expect(of({ factor: 'EM-50HZ-E', unit: 'kV/m', value: 6 })).toMatchObject({ reason: 'exposure-time-missing' })
  })

  it('a magnetic field is read from the column of its time', () => {
    const field = { factor: 'EM-50HZ-H', unit: 'A/m', value: 500 }
    expect(of({ ...field, exposureMinutes: 120 })).toMatchObject({ verdict: 'pass', limitValue: 800, advisory: true })
    expect(of({ ...field, exposureMinutes: 300 })).toMatchObject({ verdict: 'exceed', limitValue: 80 })
    expect(of({ ...field, exposureMinutes: 300, limitCode: 'QCVN25-2016/magnetic-8-h/local' })).toMatchObject({
      verdict: 'pass',
    })
    expect(of(field)).toMatchObject({ reason: 'exposure-time-missing' })
  })

  it('a field of high frequency is allowed less the faster it swings', () => {
    const field = { factor: 'EM-HF-E', unit: 'V/m', value: 130 }
    expect(of({ ...field, frequencyHz: 5_000_000 })).toMatchObject({ verdict: 'exceed', limitValue: 122.8 })
    expect(of({ ...field, frequencyHz: 1_000_000 })).toMatchObject({ verdict: 'pass', limitValue: 614 })
    expect(of({ factor: 'EM-HF-S', unit: 'mW/cm²', value: 1.1, frequencyHz: 9e8 })).toMatchObject({ verdict: 'exceed' })
    expect(of({ ...field, frequencyHz: 50 })).toMatchObject({ reason: 'condition-unknown' })
  })

  it('ultraviolet is a dose', () => {
    const uv = { factor: 'RA-UV-EFF', unit: 'µW/cm²', value: 0.2 }
    expect(of({ ...uv, exposureMinutes: 240 })).toMatchObject({ verdict: 'pass', limitValue: 0.208333 })
    expect(of({ ...uv, exposureMinutes: 480 })).toMatchObject({ verdict: 'exceed', limitValue: 0.104167 })
    expect(of({ ...uv, exposureMinutes: 240, limitCode: 'QCVN23-2016/254-nm/dose' })).toMatchObject({
      limitValue: 0.416667,
    })
    expect(of({ factor: 'RA-UVA', unit: 'mW/cm²', value: 1.5, exposureMinutes: 10 })).toMatchObject({
      verdict: 'pass',
    })
  })

  it('a dose of a year is 50 mSv at most', () => {
    const dose = { factor: 'RA-DOSE-YEAR', unit: 'mSv/năm', value: 51 }
    expect(of(dose)).toMatchObject({ verdict: 'exceed', advisory: false })
    expect(of({ ...dose, value: 21, limitCode: 'QCVN29-2016/effective/five-year-mean' })).toMatchObject({
      verdict: 'exceed',
      limitValue: 20,
    })
  })
})

describe('a mixture', () => {
  const vapour = (cas: string, value: number) => of({ cas, value })

  it('adds up the organic vapours of a position', () => {
    const found = [vapour('71-43-2', 2.5), vapour('108-88-3', 40), vapour('1330-20-7', 20)]
    expect(mixtureIndex(found)).toBe(1.1)
  })

  it('takes each substance once, at its greatest, and nothing else', () => {
    const noise = of({ ...NOISE, value: 90, exposureMinutes: 480 })
    expect(mixtureIndex([vapour('71-43-2', 1), vapour('71-43-2', 2.5), vapour('108-88-3', 40), noise])).toBe(0.9)
  })

  it('is none of a single substance', () => {
    expect(mixtureIndex([vapour('71-43-2', 2.5), of({ cas: '78-93-3', value: 1 })])).toBeNull()
  })
})
