import { afterAll, expect, it } from 'vitest'
import { supplyFrom } from '../../../src/reference/supplied-data.ts'
import { officeData } from '../../support/office-data.ts'
import { removeDirectory } from '../../support/scratch-directory.ts'

const directory = officeData({
  'constants.csv': [
    'name,value,unit,valid-from,source',
    'minimum-workin-age,15,years,2021-01-01,L45-2019 3.1',
    'complaint,ninety,calendar-days,2016-07-01,ND39-2016 17.1',
    'scene-visit,3,hours,2016-07-01,Điều 11',
    'report-before-commune,07-05 02-30,month-and-day,2016-07-01,ND39-2016 24.2',
  ].join('\n'),
  'public-holidays.csv': [
    'date,kind,vi,basis,certainty,source',
    '2031-02-30,statutory,Tết,,fixed,x',
    '2031-01-01,statutry,Tết,,fixed,x',
  ].join('\n'),
  'serious-injuries.csv': [
    'code,parent,vi,selectable,order,source',
    '0391,93,Vỡ xương,yes,1,x',
    '0392,03,Vỡ xương,maybe,1,x',
    '0393,03,Vỡ xương,yes,"1,5",x',
    '0394,03,,yes,1,x',
  ].join('\n'),
  'exposure-limits/noise.csv': [
    'id,regulation,factor,vi,en,sample_type,max,unit,valid_from,source',
    'OWN/1/laeq,QCVN99,PH-NOISE-LAEQ,Ồn,Noise,twa,"85,5",dBA,2027-01-01,x',
  ].join('\n'),
})
supplyFrom(directory)
afterAll(() => removeDirectory(directory))
const { faultsOfData } = await import('../../../src/data-faults.ts')

it('tells every row that does not fit, with file, line, column and reason', () => {
  const english = faultsOfData().map((fault) => fault.split('\n    ')[1])
  expect(english).toEqual([
    'constants.csv, line 2, column "name": the table has no "minimum-workin-age"; did you mean "minimum-working-age"?.',
    'constants.csv, line 3, column "value": "ninety" cannot be read; expected a whole number.',
    expect.stringContaining('constants.csv, line 4, column "source": "Điều 11" cannot be read; expected a code of'),
    expect.stringContaining('constants.csv, line 5, column "value": "07-05 02-30" cannot be read; expected two days'),
    expect.stringContaining('exposure-limits/noise.csv, line 2, column "regulation": "QCVN99": '),
    expect.stringContaining('exposure-limits/noise.csv, line 2, column "max": "85,5": '),
    'public-holidays.csv, line 2, column "date": "2031-02-30": Invalid ISO date.',
    expect.stringContaining('public-holidays.csv, line 3, column "kind": "statutry": Invalid option: expected one of'),
    'serious-injuries.csv, line 2, column "parent": the list has no code "93"; did you mean "03"?.',
    'serious-injuries.csv, line 3, column "selectable": "maybe" must be yes or no.',
    'serious-injuries.csv, line 4, column "order": "1,5" must be a number, as 0.5.',
    'serious-injuries.csv, line 5, column "vi": the name of the code is missing.',
  ])
})
