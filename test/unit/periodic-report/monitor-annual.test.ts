import { describe, expect, it } from 'vitest'
import { draftMonitorAnnual, filedFigures } from '../../../src/periodic-report/monitor-annual/draft.ts'
import { sampleFiledCampaigns } from '../../../src/periodic-report/monitor-annual/sample.ts'

const [first, second] = sampleFiledCampaigns.map(({ id }) => id)

describe('what a monitoring organisation filed', () => {
  it('counts an enterprise once and adds up positions and samples', () => {
    expect(draftMonitorAnnual(sampleFiledCampaigns)).toEqual({
      establishments: 1,
      campaigns: 2,
      positions: 8,
      factors: [
        { factor: 'HZ-DUST-SILICA', samples: 12, failed: 5 },
        { factor: 'HZ-PHY-NOISE', samples: 8, failed: 2 },
      ],
    })
  })

  it('names the campaigns of each cell, and tells of no staff', () => {
    const { figures, tellsOf } = filedFigures(sampleFiledCampaigns)
    expect(figures.get('establishments')).toEqual({ value: 1, declarations: [first, second] })
    expect(figures.get('HZ-DUST-SILICA.failed')).toEqual({ value: 5, declarations: [first, second] })
    expect(['positions', 'HZ-PHY-NOISE.failed'].every(tellsOf)).toBe(true)
    expect(['staff.total', 'instruments.used', 'new.0.establishments'].some(tellsOf)).toBe(false)
  })

  it('is nothing where nothing was filed', () => {
    expect(draftMonitorAnnual([])).toEqual({ establishments: 0, campaigns: 0, positions: 0, factors: [] })
  })
})
