import { describe, expect, it } from 'vitest'
import { judgeProviderTaxCode } from '../../../src/provider/judge.ts'
import { judgeFacility } from '../../../src/provider/judge-facility.ts'
import { judgeMonitoringOrganisation } from '../../../src/provider/judge-monitoring-organisation.ts'
import { sampleFacility, sampleMonitoringOrganisation } from '../../../src/provider/sample.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import { withValueAt } from '../../../src/rules/pointer.ts'

const TODAY = legalDate('2026-05-12')
type Told = readonly [pointer: string, code: string]

function changed<B>(sample: B, change: Record<string, unknown>): B {
  return Object.entries(change).reduce((body: unknown, [at, value]) => withValueAt(body, at, value), sample) as B
}
const told = ({ errors }: { errors: readonly { pointer: string; code: string }[] }): Told[] =>
  errors.map(({ pointer, code }) => [pointer, code])

describe('a facility', () => {
  it('of the sample is faultless', () => {
    expect(told(judgeFacility(sampleFacility, TODAY))).toEqual([])
  })

  it.each<[string, Record<string, unknown>, Told]>([
    ['an unknown unit', { '/unit': { code: '99999' } }, ['/unit/code', 'unknown-code']],
    [
      'a licence that will be issued',
      { '/licences/0/issuedOn': '2026-05-13', '/licences/0/validFrom': '2026-05-13' },
      ['/licences/0/issuedOn', 'date-in-future'],
    ],
    [
      'a licence in force before it was issued',
      { '/licences/0/validFrom': '2024-02-19' },
      ['/licences/0/validFrom', 'dates-out-of-order'],
    ],
    [
      'a licence that ends before it begins',
      { '/licences/0/validTo': '2024-02-19' },
      ['/licences/0/validTo', 'dates-out-of-order'],
    ],
    [
      'a licence revoked before it began',
      { '/licences/0/revokedOn': '2024-02-19' },
      ['/licences/0/revokedOn', 'dates-out-of-order'],
    ],
    [
      'mobile examination to be declared',
      { '/mobileExamination/declaredOn': '2026-05-13' },
      ['/mobileExamination/declaredOn', 'date-in-future'],
    ],
    [
      'mobile examination that ends before it was declared',
      { '/mobileExamination/validTo': '2024-04-09' },
      ['/mobileExamination/validTo', 'dates-out-of-order'],
    ],
  ])('cannot have %s', (_what, change, error) => {
    expect(told(judgeFacility(changed(sampleFacility, change), TODAY))).toEqual([error])
  })

  it('is in the unit of today when it names no scheme', () => {
    const { facts } = judgeFacility({ ...sampleFacility, unit: { code: '19' } }, TODAY)
    expect(facts.unit).toEqual({ scheme: 'VN-2025', code: '19' })
  })
})

describe('a monitoring organisation', () => {
  it('of the sample is faultless', () => {
    expect(told(judgeMonitoringOrganisation(sampleMonitoringOrganisation, TODAY))).toEqual([])
  })

  it.each<[string, Record<string, unknown>, Told]>([
    [
      'an announcement to come',
      { '/announcement/announcedOn': '2026-05-13', '/announcement/listSentOn': null },
      ['/announcement/announcedOn', 'date-in-future'],
    ],
    [
      'an announcement before its dossier',
      { '/announcement/announcedOn': '2024-02-14' },
      ['/announcement/announcedOn', 'dates-out-of-order'],
    ],
    ['a dossier to come', { '/dossierReceivedOn': '2026-05-13' }, ['/dossierReceivedOn', 'date-in-future']],
    [
      'a list sent before the announcement',
      { '/announcement/listSentOn': '2024-03-04' },
      ['/announcement/listSentOn', 'dates-out-of-order'],
    ],
    ['a withdrawal before the announcement', { '/withdrawnOn': '2024-03-04' }, ['/withdrawnOn', 'dates-out-of-order']],
    ['an unknown factor', { '/factors/1': 'ON' }, ['/factors/1', 'unknown-code']],
    ['a CAS number with a wrong check digit', { '/factors/2': '71-43-3' }, ['/factors/2', 'cas-check-digit']],
    [
      'a suspension that ends before it begins',
      { '/suspensions/0': { from: '2025-02-02', to: '2025-02-01', decision: 'QĐ-7' } },
      ['/suspensions/0/to', 'dates-out-of-order'],
    ],
    [
      'a suspension before the announcement',
      { '/suspensions/0': { from: '2024-03-04', decision: 'QĐ-7' } },
      ['/suspensions/0/from', 'dates-out-of-order'],
    ],
    [
      'a report cancelled tomorrow',
      { '/cancelledReports/0': { reportNumber: '1', decision: 'QĐ-7', on: '2026-05-13' } },
      ['/cancelledReports/0/on', 'date-in-future'],
    ],
    ['a refresher course to come', { '/headRefreshedOn': '2026-05-13' }, ['/headRefreshedOn', 'date-in-future']],
    ['a notice of no move', { '/moveNoticedOn': '2026-05-01' }, ['/movedOn', 'required']],
    [
      'a notice to come',
      { '/movedOn': '2026-05-20', '/moveNoticedOn': '2026-05-13' },
      ['/moveNoticedOn', 'date-in-future'],
    ],
  ])('cannot have %s', (_what, change, error) => {
    const { errors } = judgeMonitoringOrganisation(changed(sampleMonitoringOrganisation, change), TODAY)
    expect(told({ errors })).toContainEqual(error)
  })

  it('may be withdrawn or suspended on a day to come', () => {
    const change = { '/withdrawnOn': '2026-12-01', '/suspensions/0': { from: '2026-06-01', decision: 'QĐ-7' } }
    expect(told(judgeMonitoringOrganisation(changed(sampleMonitoringOrganisation, change), TODAY))).toEqual([])
  })

  it('is told the article and what to do, in both languages', () => {
    const change = { '/withdrawnOn': '2024-03-04' }
    const { errors } = judgeMonitoringOrganisation(changed(sampleMonitoringOrganisation, change), TODAY)
    expect(errors[0]?.message).toEqual({
      vi: 'Ngày thôi công bố (2024-03-04) trước ngày công bố đủ điều kiện (2024-03-05); sửa một trong hai ngày (Nghị định 44/2016/NĐ-CP, Điều 34 khoản 4).',
      en: 'The day of withdrawal (2024-03-04) is before the day of the announcement (2024-03-05); correct one of the two (Decree 44/2016/NĐ-CP, Art. 34.4).',
    })
  })
})

describe('the tax code of a provider', () => {
  it.each([
    ['0101218690', '0101218690', null],
    ['0314409058002', '0314409058-002', null],
    ['0101218691', null, 'tax-code-check-digit'],
    ['001185000123', null, 'tax-code-of-person'],
  ])('%s', (text, taxCode, code) => {
    const judged = judgeProviderTaxCode(text)
    expect([judged.taxCode, judged.error?.code ?? null]).toEqual([taxCode, code])
  })
})
