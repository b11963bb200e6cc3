import { describe, expect, it } from 'vitest'
import { cite } from '../../../src/law/citation.ts'
import {
  type DiagnosedCase,
  type ExaminationRound,
  examinationDueDates,
  firstDetectionDue,
  periodicExaminationDue,
  referralCountsFrom,
  resultsDue,
} from '../../../src/law/examination-due-dates.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const day = legalDate
const ROUND: ExaminationRound = { kind: 'detection', endedOn: day('2026-03-10'), groups: ['general'], diagnosed: [] }

const dueOf = (round: Partial<ExaminationRound>) => examinationDueDates({ ...ROUND, ...round })
const short = (round: Partial<ExaminationRound>) =>
  dueOf(round).map(({ duty, owedBy, due, cases }) => `${duty} by ${owedBy}: ${due} ${cases.join(' ')}`.trimEnd())

const silicosis: DiagnosedCase = {
  id: 'a',
  disease: 'OD-01',
  examinedOn: day('2026-03-09'),
  treatmentEndedOn: null,
  settled: false,
}
const bronchitis: DiagnosedCase = { ...silicosis, id: 'b', disease: 'OD-06' }

describe('return of results', () => {
  it.each([
    ['2026-03-02', '2026-03-22', true, 'TT56-2025-BYT 9.1.e'],
    ['2026-02-15', '2026-03-07', true, 'TT56-2025-BYT 9.1.e'],
    ['2025-11-03', '2025-12-01', true, 'TT28-2016-BYT 9.1.e'],
    ['2024-06-03', '2024-07-01', false, 'TT28-2016-BYT 9.1.e'],
  ])('of a round that ended on %s: %s, certain: %s, by %s', (endedOn, date, certain, basis) => {
    const counted = resultsDue(day(endedOn))
    expect(counted).toMatchObject({ date, certain })
    expect(counted?.limit.citation).toEqual(cite(basis))
  })

  it('skips the holidays of the lunar new year while working days are counted', () => {
    const counted = resultsDue(day('2026-02-09'))
    expect(counted?.date).toBe('2026-03-16')
  })

  it('has no limit before Circular 28/2016', () => {
    expect(resultsDue(day('2016-11-30'))).toBeUndefined()
  })
})

describe('referral to assessment', () => {
  it('counts from the examination where treatment cannot help, else from the end of treatment', () => {
    expect(referralCountsFrom(silicosis)).toBe('2026-03-09')
    expect(referralCountsFrom({ ...bronchitis, treatmentEndedOn: day('2026-05-01') })).toBe('2026-05-01')
    expect(referralCountsFrom(bronchitis)).toBeNull()
  })

  it('concerns nobody with a disease outside the insured list, or with HIV', () => {
    expect(referralCountsFrom({ ...silicosis, disease: 'OTHER' })).toBeUndefined()
    expect(referralCountsFrom({ ...silicosis, disease: 'OD-32' })).toBeUndefined()
  })

  it('is one duty for all that are counted from the same day, in the order of the cases', () => {
    const diagnosed = [
      silicosis,
      { ...silicosis, id: 'c', disease: 'OD-18' },
      { ...silicosis, id: 'd', examinedOn: day('2026-03-10') },
      bronchitis,
      { ...silicosis, id: 'e', settled: true },
    ]
    expect(short({ diagnosed }).filter((line) => line.startsWith('assessment'))).toEqual([
      'assessment-referral by employer: 2026-03-29 a c',
      'assessment-referral by employer: 2026-03-30 d',
      'assessment-referral by employer: null b',
    ])
  })

  it('names the limit of the day on which the counting starts', () => {
    const earlier = { ...silicosis, examinedOn: day('2026-02-13') }
    const [referral] = dueOf({ diagnosed: [earlier] }).filter(({ duty }) => duty === 'assessment-referral')
    expect(referral?.text.en).toBe('Refer the diagnosed (1) to assessment within 20 working days of 2026-02-13')
    expect(referral?.citations).toEqual([cite('TT28-2016-BYT 22.4')])
  })
})

describe('next examination', () => {
  it('is due after twelve months, after six for those in heavy work and the like', () => {
    expect(periodicExaminationDue(day('2026-03-10'), 'general')?.date).toBe('2027-03-10')
    expect(periodicExaminationDue(day('2026-08-31'), 'frequent')?.date).toBe('2027-02-28')
    expect(periodicExaminationDue(day('2016-06-30'), 'general')).toBeUndefined()
  })

  it('for diseases is due six months after exposure begins, which advises only', () => {
    expect(firstDetectionDue(day('2026-03-10'))).toMatchObject({ date: '2026-09-10', limit: { verified: false } })
    expect(firstDetectionDue(day('2026-02-14'))).toBeUndefined()
  })
})

describe('due dates of a round', () => {
  it('of detection: results, and the next examination of each group', () => {
    expect(short({ groups: ['general', 'frequent'] })).toEqual([
      'results by facility: 2026-03-30',
      'periodic-examination by employer: 2027-03-10',
      'periodic-examination by employer: 2026-09-10',
    ])
  })

  it('before placement: also the first examination for diseases, on a day not known yet', () => {
    const due = dueOf({ kind: 'pre-placement' })
    expect(due.at(-1)).toMatchObject({ duty: 'first-detection', due: null, verified: false })
  })

  it.each(['after-failed-monitoring', 'acute-suspicion'])('%s: no periodic examination follows from it', (kind) => {
    expect(short({ kind })).toEqual(['results by facility: 2026-03-30'])
  })

  it('are told in both languages, each with an article', () => {
    for (const { text, citations } of dueOf({ kind: 'pre-placement', diagnosed: [silicosis, bronchitis] })) {
      expect(text).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
      expect(citations).toHaveLength(1)
    }
  })
})
