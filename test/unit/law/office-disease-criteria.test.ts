import { afterAll, describe, expect, it } from 'vitest'
import { legalDate } from '../../../src/reference/legal-date.ts'
import { suppliedFaults, supplyFrom } from '../../../src/reference/supplied-data.ts'
import { officeData } from '../../support/office-data.ts'
import { removeDirectory } from '../../support/scratch-directory.ts'

const directory = officeData({
  'disease-criteria.csv': [
    'id,disease,form,valid-from,minimum-exposure,guarantee,citation,source',
    'OD-01/chronic,OD-01,chronic,2026-02-15,5 year,35 year,TT60-2025-BYT PL 1,the annex as gazetted',
    'OD-05/chronic,OD-05,chronic,2026-02-15,five years,35 year,TT60-2025-BYT PL 5,the annex as gazetted',
    'OD-06/chronic,OD-06,chronic,2026-02-15,3 year,12 month,Phụ lục 6,the annex as gazetted',
  ].join('\n'),
})
supplyFrom(directory)
afterAll(() => removeDirectory(directory))
const { criteriaOf } = await import('../../../src/law/disease-criteria.ts')

describe('criteria of a disease that the office supplied', () => {
  it('hold from their day on, verified, and the older ones until then', () => {
    expect(criteriaOf('OD-01', legalDate('2026-02-15'))).toMatchObject([
      { form: 'chronic', minimumExposure: { value: 5, unit: 'year' }, verified: true },
    ])
    expect(criteriaOf('OD-01', legalDate('2026-02-14')).map(({ minimumExposure }) => minimumExposure)).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it('are refused with line and column where a period or an article cannot be read', () => {
    expect(suppliedFaults().map(({ line, column, reason }) => [line, column, reason.en])).toEqual([
      [3, 'minimum-exposure', expect.stringContaining('no period: five years')],
      [4, 'citation', expect.stringContaining('unknown legal instrument: Phụ')],
    ])
  })
})
