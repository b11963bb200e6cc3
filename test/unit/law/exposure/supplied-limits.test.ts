import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assess } from '../../../../src/law/exposure/assess.ts'
import { builtInLimits } from '../../../../src/law/exposure/limit-book.ts'
import { legalDate } from '../../../../src/reference/legal-date.ts'
import { suppliedFaults, supplyFrom } from '../../../../src/reference/supplied-data.ts'
import { removeDirectory, scratchDirectory } from '../../../support/scratch-directory.ts'

const HEAD = 'id,regulation,factor,cas,vi,en,molar_mass,sample_type,max,unit,corrected_for_shift,valid_from,source'
const ACRYLONITRILE = 'CH-ORG,107-13-1,Acrylonitril,Acrylonitrile,53.06'
const ROWS = [
  `QCVN01-2025/107-13-1/twa,QCVN01-2025-BYT,${ACRYLONITRILE},twa,2,mg/m³,true,2025-10-01,"Bảng 1, dòng 3"`,
  `QCVN01-2025/107-13-1/stel,QCVN01-2025-BYT,${ACRYLONITRILE},stel,4,mg/m³,,2025-10-01,"Bảng 1, dòng 3"`,
  'QCVN99/1/twa,QCVN99,CH-GAS,107-13-2,Chất lạ,Strange,abc,twa,2,mg,true,2025-10-01,Không rõ',
]

const directory = scratchDirectory()

beforeAll(() => {
  mkdirSync(join(directory, 'exposure-limits'))
  writeFileSync(join(directory, 'exposure-limits', 'chemicals.csv'), [HEAD, ...ROWS, ''].join('\n'))
  supplyFrom(directory)
})
afterAll(() => removeDirectory(directory))

describe('a limit the office supplied', () => {
  it('judges in the place of the one that was not known, as verified', () => {
    const measured = { factor: 'CH-ORG', cas: '107-13-1', value: 3, unit: 'mg/m³', on: legalDate('2026-03-10') }
    expect(assess({ ...measured, sampleType: 'twa' }, builtInLimits())).toMatchObject({
      verdict: 'exceed',
      advisory: false,
      limit: { id: 'QCVN01-2025/107-13-1/twa', supplied: true, verified: true, source: 'Bảng 1, dòng 3' },
    })
    expect(assess({ ...measured, sampleType: 'stel' }, builtInLimits())).toMatchObject({ verdict: 'pass' })
  })

  it('is refused with its place and what is wrong in each cell', () => {
    builtInLimits()
    const found = suppliedFaults().map(({ file, line, column, reason }) => [file, line, column, reason.en])
    expect(found).toEqual([
      ['exposure-limits/chemicals.csv', 4, 'regulation', expect.stringContaining('regulation')],
      ['exposure-limits/chemicals.csv', 4, 'factor', expect.stringContaining('monitored-factors')],
      ['exposure-limits/chemicals.csv', 4, 'cas', expect.stringContaining('CAS')],
      ['exposure-limits/chemicals.csv', 4, 'molar_mass', expect.stringContaining('number')],
      ['exposure-limits/chemicals.csv', 4, 'unit', expect.stringContaining('measurement-units')],
    ])
  })
})
