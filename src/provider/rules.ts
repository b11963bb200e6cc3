import { addWorkingDays } from '../law/calendar.ts'
import { cite } from '../law/citation.ts'
import { valueOn } from '../law/dated-constant.ts'
import { addDays, type LegalDate, legalDate, yearOf } from '../reference/legal-date.ts'
import type { Dated, Params, Provenance, Rule } from '../rules/rule.ts'
import { type RuleSet, ruleSet } from '../rules/rule-set.ts'
import { MINIMUM_SHARE, missingCapabilities, shareCovered } from './capabilities.ts'
import type { Lead, MonitoringOrganisationFacts } from './facts.ts'

/** A monitoring organisation as the register has it; the legal date is the day it is looked at. */
export interface OrganisationFacts extends Dated {
  readonly organisation: MonitoringOrganisationFacts
}

/** What examples of these rules may change besides the organisation. */
export interface OrganisationContext {
  readonly on: LegalDate
}

export function organisationFacts(
  organisation: MonitoringOrganisationFacts,
  { on }: OrganisationContext,
): OrganisationFacts {
  return { organisation, legalDate: on, dates: { announced: organisation.announcement.announcedOn } }
}

type OrganisationRule = Rule<OrganisationFacts, OrganisationContext>
type Head = Omit<OrganisationRule, 'judge' | 'provenance'>

const FROM_TEXT: Provenance = { verified: true, source: 'public copy of the text' }

/** Days that the law gives; each stands in the article its rule cites. */
const ANNOUNCEMENT_DAYS = 30
const LIST_WORKING_DAYS = 3
const NOTICE_WORKING_DAYS = 7
const REFRESHER_YEARS = 2
const QUALIFIED_STAFF = 5
const LEAD_FIELDS: readonly Lead['field'][] = ['health', 'environment', 'biochemistry']
const LEAD_DEGREES: readonly Lead['degree'][] = ['university', 'postgraduate']
const LEAD_YEARS = { monitoring: 2, preventiveMedicine: 3 }

/** A rule judged once on an organisation; what the register does not tell is never violated. */
function organisationRule(
  head: Head & { readonly at: string; readonly violated: (facts: OrganisationFacts) => false | Params },
): OrganisationRule {
  const { at, violated } = head
  return {
    ...head,
    provenance: FROM_TEXT,
    judge: (facts) => {
      const params = violated(facts)
      return params === false ? [] : [{ pointer: at, params }]
    },
  }
}

const rules: readonly OrganisationRule[] = [
  organisationRule({
    id: 'ENV-024',
    // How the share is counted the decree leaves open, so it informs.
    kind: 'info',
    citations: [cite('ND44-2016 33.3.a'), cite('ND140-2018')],
    interval: { validFrom: legalDate('2018-10-08'), validTo: null },
    inputs: ['/factors'],
    at: '/factors',
    violated: ({ organisation: { factors }, legalDate: on }) => {
      const minimum = valueOn(MINIMUM_SHARE, on)?.value
      if (minimum === undefined || shareCovered(factors) >= minimum) return false
      return {
        percent: Math.floor(shareCovered(factors) * 100),
        minimum: Math.round(minimum * 100),
        missing: missingCapabilities(factors).length,
      }
    },
    message: {
      vi: 'Tổ chức làm được {percent} % số yếu tố phải làm được, còn thiếu {missing}; cần ít nhất {minimum} %.',
      en: 'The organisation can do {percent} % of the factors it must be able to do and lacks {missing}; it needs {minimum} %.',
    },
    fix: {
      vi: 'Bổ sung yếu tố đã công bố vào sổ, hoặc yêu cầu tổ chức bổ sung năng lực.',
      en: 'Enter the factors that were announced, or have the organisation add to its capability.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/factors': ['PH-NOISE-LAEQ', 'PH-LIGHT', 'MC-TEMP'] } }],
    },
  }),

  organisationRule({
    id: 'ENV-025',
    kind: 'breach',
    citations: [cite('ND44-2016 33.2.a')],
    inputs: ['/lead'],
    at: '/lead',
    violated: ({ organisation: { lead } }) =>
      lead !== null &&
      !isQualified(lead) && { monitoring: LEAD_YEARS.monitoring, preventive: LEAD_YEARS.preventiveMedicine },
    message: {
      vi: 'Người phụ trách chưa đủ điều kiện: cần trình độ đại học trở lên về y tế, môi trường hoặc hóa sinh, ít nhất {monitoring} năm quan trắc hoặc {preventive} năm y học dự phòng, và chứng chỉ đào tạo.',
      en: 'Who is in charge does not qualify: a university degree in health, environment or biochemistry, {monitoring} years of monitoring or {preventive} of preventive medicine, and a certificate are needed.',
    },
    fix: {
      vi: 'Tổ chức cử người phụ trách đủ điều kiện và báo cho cơ quan y tế.',
      en: 'The organisation puts somebody in charge who qualifies, and tells the health office.',
    },
    examples: {
      holds: [
        {},
        { change: { '/lead': undefined } },
        { change: { '/lead/yearsMonitoring': 0, '/lead/yearsPreventiveMedicine': 3 } },
      ],
      fails: [
        { change: { '/lead/degree': 'college' } },
        { change: { '/lead/field': 'other' } },
        { change: { '/lead/certificate': false } },
        { change: { '/lead/yearsMonitoring': 1, '/lead/yearsPreventiveMedicine': 2 } },
      ],
    },
  }),

  organisationRule({
    id: 'ENV-026',
    kind: 'breach',
    citations: [cite('ND44-2016 33.2.b')],
    inputs: ['/qualifiedStaff'],
    at: '/qualifiedStaff',
    violated: ({ organisation: { qualifiedStaff: staff } }) =>
      staff !== null && staff < QUALIFIED_STAFF && { staff, least: QUALIFIED_STAFF },
    message: {
      vi: 'Tổ chức có {staff} người đủ điều kiện thực hiện quan trắc; cần ít nhất {least}.',
      en: 'The organisation has {staff} qualified staff; it needs {least}.',
    },
    fix: {
      vi: 'Bổ sung người có hợp đồng từ 12 tháng, trình độ trung cấp trở lên và chứng chỉ.',
      en: 'Employ people with a contract of 12 months, intermediate level and a certificate.',
    },
    examples: {
      holds: [{}, { change: { '/qualifiedStaff': undefined } }, { change: { '/qualifiedStaff': 5 } }],
      fails: [{ change: { '/qualifiedStaff': 4 } }],
    },
  }),

  organisationRule({
    id: 'ENV-029',
    kind: 'breach',
    citations: [cite('ND44-2016 44.9')],
    inputs: ['/headRefreshedOn'],
    at: '/headRefreshedOn',
    violated: ({ organisation: { headRefreshedOn: last }, legalDate: on }) =>
      last !== null && yearsAfter(last, REFRESHER_YEARS) < on && { last, years: REFRESHER_YEARS },
    message: {
      vi: 'Người đứng đầu tập huấn cập nhật lần cuối ngày {last}; phải {years} năm một lần.',
      en: 'The last refresher course of the head was on {last}; one is due every {years} years.',
    },
    fix: {
      vi: 'Tập huấn cập nhật và ghi ngày mới vào sổ.',
      en: 'Take the course and have its day entered.',
    },
    examples: {
      holds: [{}, { change: { '/headRefreshedOn': undefined } }],
      fails: [{ context: { on: legalDate('2027-03-11') } }],
    },
  }),

  organisationRule({
    id: 'ENV-030',
    kind: 'breach',
    citations: [cite('ND44-2016 44.5')],
    inputs: ['/movedOn', '/moveNoticedOn'],
    at: '/moveNoticedOn',
    violated: ({ organisation: { movedOn, moveNoticedOn } }) =>
      movedOn !== null && !isNoticedInTime(movedOn, moveNoticedOn) && { movedOn, days: NOTICE_WORKING_DAYS },
    message: {
      vi: 'Đổi địa chỉ ngày {movedOn} mà không thông báo trước ít nhất {days} ngày làm việc.',
      en: 'The address changed on {movedOn} without notice {days} working days before.',
    },
    fix: {
      vi: 'Ghi ngày nhận thông báo nếu có; lần sau thông báo đúng hạn.',
      en: 'Enter the day of the notice if there was one; give notice in time when moving again.',
    },
    examples: {
      holds: [{}, { change: { '/movedOn': '2026-03-12', '/moveNoticedOn': '2026-03-03' } }],
      fails: [
        { change: { '/movedOn': '2026-03-11', '/moveNoticedOn': '2026-03-03' } },
        { change: { '/movedOn': '2026-03-12' } },
      ],
    },
  }),

  organisationRule({
    id: 'ENV-163',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND44-2016 34.2')],
    inputs: ['/dossierReceivedOn', '/announcement/announcedOn'],
    at: '/announcement/announcedOn',
    violated: ({ organisation: { dossierReceivedOn: received, announcement } }) =>
      received !== null &&
      announcement.announcedOn > addDays(received, ANNOUNCEMENT_DAYS) && {
        received,
        announced: announcement.announcedOn,
        days: ANNOUNCEMENT_DAYS,
      },
    message: {
      vi: 'Công bố ngày {announced}, quá {days} ngày kể từ ngày nhận hồ sơ {received}.',
      en: 'Announced on {announced}, more than {days} days after the dossier came on {received}.',
    },
    fix: {
      vi: 'Xem lại hai ngày; cơ quan y tế công bố trong {days} ngày.',
      en: 'Check both days; the health office announces within {days} days.',
    },
    examples: {
      holds: [{}, { change: { '/dossierReceivedOn': undefined } }, { change: { '/dossierReceivedOn': '2024-02-04' } }],
      fails: [{ change: { '/dossierReceivedOn': '2024-02-03' } }],
    },
  }),

  organisationRule({
    id: 'KB-PRO-01',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('TT19-2016-BYT 12')],
    inputs: ['/announcement/announcedOn', '/announcement/listSentOn'],
    at: '/announcement/listSentOn',
    violated: ({ organisation: { announcement } }) => {
      const { announcedOn: announced, listSentOn: sent } = announcement
      const last = addWorkingDays(announced, LIST_WORKING_DAYS)
      // A holiday that is not known yet could only make the last day later.
      if (sent === null || !last.certain || sent <= last.date) return false
      return { announced, sent, days: LIST_WORKING_DAYS }
    },
    message: {
      vi: 'Danh sách gửi Bộ Y tế ngày {sent}, quá {days} ngày làm việc kể từ ngày công bố {announced}.',
      en: 'The list went to the Ministry on {sent}, more than {days} working days after the announcement on {announced}.',
    },
    fix: {
      vi: 'Xem lại hai ngày; lần sau gửi danh sách đúng hạn.',
      en: 'Check both days; send the list in time after the next announcement.',
    },
    examples: {
      holds: [
        {},
        { change: { '/announcement/announcedOn': '2026-03-03', '/announcement/listSentOn': '2026-03-06' } },
        // The holidays of 2024 are not at hand.
        { change: { '/announcement/listSentOn': '2024-04-30' } },
      ],
      fails: [{ change: { '/announcement/announcedOn': '2026-03-03', '/announcement/listSentOn': '2026-03-09' } }],
    },
  }),
]

/** Conditions and duties of monitoring organisations that the register itself shows; KB-PRO-01 is half of ENV-163. */
export const organisationRules: RuleSet<OrganisationFacts, OrganisationContext> = ruleSet(
  'monitoring-organisation',
  rules,
  [],
)

function isQualified({ degree, field, yearsMonitoring, yearsPreventiveMedicine, certificate }: Lead): boolean {
  const experienced =
    yearsMonitoring >= LEAD_YEARS.monitoring || yearsPreventiveMedicine >= LEAD_YEARS.preventiveMedicine
  return certificate && experienced && LEAD_DEGREES.includes(degree) && LEAD_FIELDS.includes(field)
}

/** Holidays that are not known yet would make the day later, so nobody is blamed for them. */
function isNoticedInTime(movedOn: LegalDate, noticedOn: LegalDate | null): boolean {
  return noticedOn !== null && addWorkingDays(noticedOn, NOTICE_WORKING_DAYS).date <= movedOn
}

/** The same day years later; 29 February stands as it is, for comparing only. */
function yearsAfter(date: LegalDate, years: number): string {
  return `${yearOf(date) + years}${date.slice(4)}`
}
