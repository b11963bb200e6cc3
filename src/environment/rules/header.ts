import { WRONG_TAX_CODE, wrongTaxCode } from '../../declaration/tax-code-findings.ts'
import { cite } from '../../law/citation.ts'
import { nextMonitoringDue, yearlyReportDue } from '../../law/environment-due-dates.ts'
import { daysBetween, type LegalDate, legalDate, legalDateOf, yearOf } from '../../reference/legal-date.ts'
import type { Violation } from '../../rules/rule.ts'
import type { EnvironmentFacts } from '../facts.ts'
import { BY_ARITHMETIC, BY_POLICY, campaignRule, type EnvironmentRule, FROM_FORM, FROM_TEXT } from './define.ts'
import { afterCampaign, knowing, lastYear, remembering } from './knowing.ts'

/** As Form 04 prints it: `38/MTLĐ`, `Số 38/2026/MTLĐ`. */
const REPORT_NUMBER = /\d+.*MTL[ĐD]/iu
/** A year of days, for a doubt only: the law counts calendar years. */
const DAYS_BETWEEN_CAMPAIGNS = 365

/** The head of the report: what it is, and whether its dates can be. */
export const headerRules: readonly EnvironmentRule[] = [
  {
    ...WRONG_TAX_CODE,
    id: 'ENV-001',
    inputs: ['/establishment/taxCode', '/organisation/taxCode'],
    judge: ({ declaration: { establishment, organisation } }) => [
      ...wrongTaxCode(establishment?.taxCode, '/establishment/taxCode'),
      ...wrongTaxCode(organisation?.taxCode, '/organisation/taxCode'),
    ],
    examples: {
      holds: [{}, { change: { '/establishment/taxCode': undefined } }],
      fails: [{ change: { '/establishment/taxCode': '46001' } }, { change: { '/organisation/taxCode': '0100109107' } }],
    },
  },

  {
    id: 'ENV-002',
    kind: 'error',
    citations: [cite('ND44-2016 PL III, Mẫu số 04')],
    provenance: FROM_FORM,
    inputs: ['/establishment/name', '/establishment/address', '/site/name', '/site/address'],
    needs: ['register'],
    judge: ({ declaration: { establishment, site }, context: { register } }) => [
      ...((establishment?.name ?? site?.name ?? register?.name)
        ? []
        : [{ pointer: '/establishment/name', fix: { vi: 'Ghi tên cơ sở được quan trắc.', en: 'State its name.' } }]),
      ...((site?.address ?? establishment?.address ?? register?.address)
        ? []
        : [{ pointer: '/site/address', fix: { vi: 'Ghi địa chỉ nơi quan trắc.', en: 'State its address.' } }]),
    ],
    message: {
      vi: 'Thiếu tên hoặc địa chỉ cơ sở được quan trắc, trong sổ đăng ký cũng không có.',
      en: 'The name or address of the establishment is missing, and the register does not have it.',
    },
    fix: {
      vi: 'Ghi tên và địa chỉ nơi quan trắc vào establishment hoặc site.',
      en: 'State name and address of the place in establishment or site.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/establishment/name': undefined,
            '/establishment/address': undefined,
            '/site/name': undefined,
            '/site/address': undefined,
          },
        },
      ],
      fails: [
        {
          change: { '/establishment/name': undefined, '/site/name': undefined },
          context: { register: null },
        },
        {
          change: { '/establishment/address': undefined, '/site/address': undefined },
          context: { register: null },
        },
      ],
    },
  },

  campaignRule({
    id: 'ENV-003',
    kind: 'info',
    citations: [cite('ND44-2016 PL III, Mẫu số 04')],
    provenance: FROM_FORM,
    inputs: ['/report/number'],
    at: '/report/number',
    violated: ({ declaration: { report } }) =>
      report?.number !== undefined && !REPORT_NUMBER.test(report.number) && { number: report.number },
    message: {
      vi: 'Số báo cáo "{number}" không theo dạng "Số …/MTLĐ" của Mẫu số 04.',
      en: 'Report number "{number}" is not written as "No. …/MTLĐ" of Form 04.',
    },
    examples: {
      holds: [{}, { change: { '/report/number': 'Số 38/MTLĐ' } }],
      fails: [{ change: { '/report/number': 'TN26.03.123' } }],
    },
  }),

  {
    id: 'ENV-005',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/campaign/sampledFrom', '/campaign/sampledTo', '/report/date', '/report/receivedOn'],
    judge: outOfOrder,
    message: {
      vi: 'Sai thứ tự ngày: ngày {earlier} phải trước hoặc cùng ngày {later} (lấy mẫu, báo cáo, nhận báo cáo, gửi hồ sơ).',
      en: 'Dates out of order: {earlier} must not be after {later} (sampling, report, receipt of the report, filing).',
    },
    fix: {
      vi: 'Sửa ngày ghi nhầm; thứ tự là lấy mẫu từ, đến, ngày báo cáo, ngày nhận báo cáo, ngày gửi.',
      en: 'Correct the wrong day; the order is sampled from, to, report, receipt of the report, filing.',
    },
    examples: {
      holds: [{}, { change: { '/campaign/sampledTo': undefined, '/report/receivedOn': undefined } }],
      fails: [
        { change: { '/campaign/sampledTo': '2026-03-09' } },
        { change: { '/report/date': '2026-03-10' } },
        { change: { '/report/receivedOn': '2026-03-23' } },
        { change: { '/report/receivedOn': '2026-03-31' } },
      ],
    },
  },

  campaignRule({
    id: 'ENV-006',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/campaign/year', '/campaign/sampledFrom', '/campaign/sampledTo'],
    at: '/campaign/year',
    violated: ({ campaign: { year }, dates: { sampled, sampledTo } }) => {
      // A campaign across New Year is of either year.
      const years = [sampled, sampledTo].flatMap((day) => (day === null ? [] : [yearOf(day)]))
      return year !== undefined && years.length > 0 && !years.includes(year) && { year, sampled: years.join(', ') }
    },
    message: {
      vi: 'Báo cáo cho năm {year} nhưng lấy mẫu năm {sampled}.',
      en: 'Reported for {year}, but sampled in {sampled}.',
    },
    fix: { vi: 'Ghi năm lấy mẫu vào year, hoặc bỏ trống.', en: 'State the year of sampling in year, or leave it out.' },
    examples: {
      holds: [
        {},
        { change: { '/campaign/year': undefined } },
        { change: { '/campaign/year': 2025, '/campaign/sampledFrom': '2025-12-30' } },
      ],
      fails: [{ change: { '/campaign/year': 2025 } }],
    },
  }),

  campaignRule({
    id: 'ENV-007',
    kind: 'breach',
    citations: [cite('L84-2015 18.2')],
    provenance: FROM_TEXT,
    inputs: ['/campaign/sampledFrom', '/campaign/sampledTo'],
    needs: ['history'],
    at: '/campaign/sampledFrom',
    violated: (facts) => {
      const last = lastBefore(facts)?.sampledTo
      if (last === undefined) return false
      const due = nextMonitoringDue(last)
      return facts.legalDate > due && { last, from: yearOf(due), to: yearOf(facts.legalDate) - 1 }
    },
    message: {
      vi: 'Lần quan trắc trước là ngày {last}; không có lần nào trong năm {from} đến {to}, trong khi luật buộc mỗi năm ít nhất một lần.',
      en: 'The last monitoring was on {last}; there was none from {from} to {to}, though the law asks for one each year at least.',
    },
    fix: {
      vi: 'Nếu đã quan trắc trong các năm ấy thì gửi cả các đợt đó; nếu không, giữ nguyên.',
      en: 'If there was monitoring in those years, file those campaigns too; if there was none, leave it.',
    },
    examples: {
      holds: [
        {},
        { context: remembering({ campaigns: [] }) },
        { context: afterCampaign({ sampledTo: legalDate('2025-01-02') }) },
      ],
      fails: [
        { context: afterCampaign({ sampledFrom: legalDate('2024-12-01'), sampledTo: legalDate('2024-12-01') }) },
        // What does not count as monitoring fills no year.
        {
          context: remembering({
            campaigns: [
              ...lastYear.map((campaign) => ({ ...campaign, counted: false })),
              ...lastYear.map((campaign) => ({ ...campaign, sampledTo: legalDate('2023-06-01') })),
            ],
          }),
        },
      ],
    },
  }),

  campaignRule({
    id: 'ENV-008',
    kind: 'info',
    citations: [cite('L84-2015 18.2')],
    provenance: FROM_TEXT,
    inputs: ['/campaign/sampledFrom', '/campaign/sampledTo'],
    needs: ['history'],
    at: '/campaign/sampledFrom',
    violated: (facts) => {
      const last = lastBefore(facts)?.sampledTo
      const days = last === undefined ? 0 : daysBetween(last, facts.legalDate)
      return days > DAYS_BETWEEN_CAMPAIGNS && { days, last: last ?? '' }
    },
    message: {
      vi: 'Cách lần quan trắc trước (ngày {last}) {days} ngày, hơn 12 tháng. Luật tính theo năm dương lịch nên đây chỉ là lưu ý.',
      en: '{days} days since the last monitoring (on {last}), more than 12 months. The law counts calendar years, so this is a note only.',
    },
    examples: {
      holds: [{}, { context: remembering({ campaigns: [] }) }],
      fails: [{ context: afterCampaign({ sampledTo: legalDate('2025-03-01') }) }],
    },
  }),

  campaignRule({
    id: 'ENV-009',
    kind: 'breach',
    citations: [cite('ND44-2016 45.3.b')],
    provenance: FROM_TEXT,
    inputs: ['/campaign/sampledFrom', '/campaign/sampledTo', '/campaign/reportedOn'],
    at: '/campaign/reportedOn',
    violated: ({ dates: { sampledTo, reported }, legalDate: sampledOn }) => {
      const { due } = yearlyReportDue(sampledTo ?? sampledOn, 'employer')
      return reported !== null && reported > due && { reported, due }
    },
    message: {
      vi: 'Báo cáo cho Sở Y tế ngày {reported}, chậm nhất phải là ngày {due} (trước ngày 31 tháng 12 hằng năm).',
      en: 'Reported to the Department of Health on {reported}; the last timely day was {due} (before 31 December each year).',
    },
    fix: {
      vi: 'Nếu đã báo cáo bằng cách khác trước đó, ghi ngày ấy vào reportedOn.',
      en: 'If it was reported by another channel before, state that day in reportedOn.',
    },
    examples: {
      holds: [
        {},
        { context: { receivedAt: new Date('2026-12-30T23:00:00+07:00') } },
        {
          change: { '/campaign/reportedOn': '2026-04-02' },
          context: { receivedAt: new Date('2027-02-01T09:00:00+07:00') },
        },
      ],
      fails: [
        { context: { receivedAt: new Date('2026-12-31T09:00:00+07:00') } },
        { change: { '/campaign/reportedOn': '2027-01-04' } },
      ],
    },
  }),

  campaignRule({
    id: 'ENV-012',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [
      '/campaign/sampledFrom',
      '/campaign/sampledTo',
      '/report/number',
      '/organisation/id',
      '/organisation/taxCode',
    ],
    needs: ['history'],
    at: '/report/number',
    violated: ({ declaration, context: { known }, dates, legalDate: from }) => {
      const number = declaration.report?.number
      const organisation = known.organisation?.taxCode ?? declaration.organisation?.taxCode ?? null
      const same = known.history?.campaigns.find(
        (earlier) =>
          earlier.reportNumber === number &&
          earlier.organisation === organisation &&
          earlier.sampledFrom === from &&
          earlier.sampledTo === (dates.sampledTo ?? from),
      )
      return number !== undefined && same !== undefined && { number, declaration: same.id }
    },
    message: {
      vi: 'Báo cáo số {number} của đợt lấy mẫu này đã gửi ở hồ sơ {declaration}.',
      en: 'Report {number} of this campaign was filed already as declaration {declaration}.',
    },
    fix: {
      vi: 'Sửa hồ sơ đã gửi bằng PUT, nêu lý do, thay vì gửi hồ sơ mới.',
      en: 'Amend the declaration filed before with PUT and a reason instead of filing another.',
    },
    examples: {
      holds: [{}, { context: afterCampaign({ reportNumber: '38/2026/MTLĐ' }) }],
      fails: [
        {
          context: afterCampaign({
            reportNumber: '38/2026/MTLĐ',
            sampledFrom: legalDate('2026-03-10'),
            sampledTo: legalDate('2026-03-11'),
          }),
        },
        {
          context: knowing({
            organisation: null,
            history: {
              campaigns: lastYear.map((campaign) => ({
                ...campaign,
                reportNumber: '38/2026/MTLĐ',
                sampledFrom: legalDate('2026-03-10'),
                sampledTo: legalDate('2026-03-11'),
              })),
              screenings: [],
            },
          }),
        },
      ],
    },
  }),
]

/** The latest campaign before this one that counts as monitoring. */
function lastBefore({ context: { known }, legalDate: from }: EnvironmentFacts) {
  return known.history?.campaigns
    .filter(({ counted, sampledTo }) => counted && sampledTo < from)
    .reduce<{ sampledTo: LegalDate } | undefined>(
      (last, campaign) => (last === undefined || campaign.sampledTo > last.sampledTo ? campaign : last),
      undefined,
    )
}

/** Each pair of neighbours in time, whichever days were filed. */
function outOfOrder({ declaration: { campaign, report }, context }: EnvironmentFacts): readonly Violation[] {
  const inTime = [
    { pointer: '/campaign/sampledFrom', day: campaign?.sampledFrom },
    { pointer: '/campaign/sampledTo', day: campaign?.sampledTo },
    { pointer: '/report/date', day: report?.date },
    { pointer: '/report/receivedOn', day: report?.receivedOn },
    { pointer: '', day: legalDateOf(context.receivedAt) as string },
  ].filter(({ day }) => day !== undefined)
  return inTime.flatMap(({ pointer, day = '' }, index) => {
    const later = inTime[index + 1]?.day ?? day
    return day > later ? [{ pointer, params: { earlier: day, later } }] : []
  })
}
