import { describe, expect, it } from 'vitest'
import {
  causesVerified,
  diseasesOfHazard,
  diseasesOfHazards,
  diseasesOfMonitoredFactor,
  hazardsOfDisease,
  hazardsOfMonitoredFactor,
  isMeasurable,
  measurableHazards,
  measurableHazardsOfDiseases,
  monitoredFactorsOf,
} from '../../../src/law/disease-hazards.ts'
import { hazardFactors, monitoredFactors, occupationalDiseases } from '../../../src/reference/catalogue.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const IN_2020 = legalDate('2020-06-01')
const IN_2026 = legalDate('2026-06-01')

describe('hazard factors and the diseases they may cause', () => {
  it('silica dust causes silicosis, asbestos dust asbestosis and mesothelioma', () => {
    expect(diseasesOfHazard('HZ-DUST-SILICA', IN_2026)).toEqual(['OD-01'])
    expect(diseasesOfHazard('HZ-DUST-ASBESTOS', IN_2026)).toEqual(['OD-02', 'OD-34'])
  })

  it('SARS-CoV-2 causes no disease of the list before 1 April 2023', () => {
    expect(diseasesOfHazard('HZ-BIO-SARS2', legalDate('2023-03-31'))).toEqual([])
    expect(diseasesOfHazard('HZ-BIO-SARS2', legalDate('2023-04-01'))).toEqual(['OD-35'])
  })

  it('contact dermatitis is due to chromium only until 14 February 2026, and to what skin agent after is inferred', () => {
    expect(hazardsOfDisease('OD-26', legalDate('2026-02-14'))).toEqual(['HZ-CHEM-CR6'])
    expect(causesVerified('OD-26', legalDate('2026-02-14'))).toBe(true)
    expect(hazardsOfDisease('OD-26', legalDate('2026-02-15'))).toContain('HZ-CHEM-OIL')
    expect(causesVerified('OD-26', legalDate('2026-02-15'))).toBe(false)
  })

  it('that of mesothelioma is inferred under both lists', () => {
    expect([causesVerified('OD-34', IN_2020), causesVerified('OD-34', IN_2026)]).toEqual([false, false])
    expect([causesVerified('OD-01', IN_2020), causesVerified('OD-01', IN_2026)]).toEqual([true, true])
  })

  it('a disease outside the list, and one unknown, have no causes', () => {
    expect(hazardsOfDisease('OTHER', IN_2026)).toEqual([])
    expect(hazardsOfDisease('OD-99', IN_2026)).toEqual([])
  })

  it('every disease of the list has a cause, and every cause leads back to it', () => {
    for (const on of [IN_2020, IN_2026]) {
      for (const { code, attributes } of occupationalDiseases.entriesOn(on)) {
        if (attributes.insured === 'no') continue
        const causes = hazardsOfDisease(code, on)
        expect(causes, code).not.toEqual([])
        for (const hazard of causes) expect(diseasesOfHazard(hazard, on)).toContain(code)
      }
    }
  })
})

describe('what is measured and the hazard it stands for', () => {
  it('every monitored factor stands for a hazard, which is measured by it', () => {
    for (const { code } of monitoredFactors.entriesOn()) {
      const hazards = hazardsOfMonitoredFactor(code)
      expect(hazards, code).not.toEqual([])
      for (const hazard of hazards) expect(monitoredFactorsOf(hazard)).toContain(code)
    }
  })

  it('a chemical stands for that of its CAS number first, and for those of its kind', () => {
    expect(hazardsOfMonitoredFactor('CH-ORG', '71-43-2')).toEqual(['HZ-CHEM-BTX', 'HZ-CHEM-IRRGAS', 'HZ-EXP-SOLV'])
    expect(hazardsOfMonitoredFactor('CH-ORG')).toEqual(['HZ-CHEM-IRRGAS', 'HZ-EXP-SOLV'])
    expect(hazardsOfMonitoredFactor('CH-INORG', '000-00-0')).toEqual(['HZ-CHEM-IRRGAS'])
  })

  it('lead in metal dust stands for lead too', () => {
    expect(hazardsOfMonitoredFactor('DU-METAL', '7439-92-1')).toEqual(['HZ-CHEM-PB', 'HZ-DUST-METAL'])
  })

  it('an octave band is noise, and whole-body vibration is vibration', () => {
    expect(hazardsOfMonitoredFactor('PH-NOISE-OCT-1000')).toEqual(['HZ-PHY-NOISE'])
    expect(hazardsOfMonitoredFactor('PH-VIB-WB-A-31.5')).toEqual(['HZ-PHY-VIB', 'HZ-PHY-VIB-WB'])
  })

  it('viruses are recorded, not measured', () => {
    expect(monitoredFactorsOf('HZ-BIO-HBV')).toEqual([])
    expect(hazardFactors.findEver('HZ-BIO-HBV')?.parent).toBe('HZ-EXP-BIO')
  })

  it.each([
    ['DU-SIO2-RESP', undefined, ['OD-01']],
    ['DU-ASB', undefined, ['OD-02', 'OD-34']],
    ['DU-COTTON', undefined, ['OD-03']],
    ['DU-TALC', undefined, ['OD-04']],
    ['DU-COAL-TOT', undefined, ['OD-05']],
    ['DU-TOT', undefined, ['OD-06']],
    ['CH-INORG', '7439-97-6', ['OD-10']],
    ['DU-METAL', '7439-96-5', ['OD-11']],
    ['CH-ORG', '118-96-7', ['OD-12']],
    ['CH-INORG', '630-08-0', ['OD-16']],
    ['DU-METAL', '7440-43-9', ['OD-17']],
    ['PH-NOISE-LAEQ', undefined, ['OD-18']],
    ['PH-VIB-WB-AW', undefined, ['OD-20']],
    ['PH-VIB-LOC-AHW', undefined, ['OD-21']],
    ['RA-DOSE-YEAR', undefined, ['OD-22', 'OD-23']],
    ['RA-UV-EFF', undefined, ['OD-23']],
  ])('%s %s leads to %s', (factor, cas, expected) => {
    expect(diseasesOfMonitoredFactor(factor, cas, IN_2026)).toEqual(expect.arrayContaining(expected))
  })
})

describe('what checks across filings are made from', () => {
  it('causes of a disease by any version of the list, as far as they are measured', () => {
    expect(measurableHazardsOfDiseases()['OD-18']).toEqual(['HZ-PHY-NOISE'])
    // Since 15 February 2026 a skin disease has other causes than chromium.
    expect(measurableHazardsOfDiseases()['OD-26']).toContain('HZ-CHEM-CR6')
    expect(Object.values(measurableHazardsOfDiseases()).flat().every(isMeasurable)).toBe(true)
    expect(measurableHazards()).toContain('HZ-PHY-NOISE')
    expect(measurableHazards()).not.toContain('HZ-BIO-HBV')
  })

  it('diseases of a factor, and none for a factor that causes none', () => {
    expect(diseasesOfHazards()['HZ-PHY-NOISE']).toEqual(['OD-18'])
    expect(diseasesOfHazards()).not.toHaveProperty('HZ-PHY-LIGHT')
  })
})
