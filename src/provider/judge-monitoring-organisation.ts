import type { ShapeError } from '../http/shape-errors.ts'
import { monitoredFactors } from '../reference/catalogue.ts'
import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import type { MonitoringOrganisationFacts } from './facts.ts'
import {
  articleOf,
  dayOrNull,
  futureError,
  type JudgedFacts,
  type NamedDay,
  orderError,
  providerFacts,
  told,
  unitError,
} from './judge.ts'
import type { MonitoringOrganisationChange } from './schema.ts'

export function judgeMonitoringOrganisation(
  body: MonitoringOrganisationChange,
  today: LegalDate,
): JudgedFacts<MonitoringOrganisationFacts> {
  const { announcement } = body
  const facts: MonitoringOrganisationFacts = {
    ...providerFacts(body, today),
    representative: body.representative ?? null,
    dossierReceivedOn: dayOrNull(body.dossierReceivedOn),
    announcement: {
      number: announcement.number,
      announcedOn: legalDate(announcement.announcedOn),
      announcedBy: announcement.announcedBy,
      listSentOn: dayOrNull(announcement.listSentOn),
    },
    withdrawnOn: dayOrNull(body.withdrawnOn),
    factors: body.factors,
    suspensions: (body.suspensions ?? []).map(({ from, to, decision }) => ({
      from: legalDate(from),
      to: dayOrNull(to),
      decision,
    })),
    lead: body.lead ?? null,
    qualifiedStaff: body.qualifiedStaff ?? null,
    headRefreshedOn: dayOrNull(body.headRefreshedOn),
    cancelledReports: (body.cancelledReports ?? []).map((report) => ({ ...report, on: legalDate(report.on) })),
    movedOn: dayOrNull(body.movedOn),
    moveNoticedOn: dayOrNull(body.moveNoticedOn),
  }
  const errors = [
    unitError(facts.unit),
    ...announcementErrors(facts, today),
    ...facts.factors.map((factor, index) => factorError(factor, `/factors/${index}`, today)),
    ...suspensionErrors(facts),
    ...noticeErrors(facts, today),
  ]
  return { facts, errors: told(errors) }
}

function announced({ announcement }: MonitoringOrganisationFacts): NamedDay {
  return {
    pointer: '/announcement/announcedOn',
    day: announcement.announcedOn,
    name: { vi: 'ngày công bố đủ điều kiện', en: 'the day of the announcement' },
  }
}

function announcementErrors(facts: MonitoringOrganisationFacts, today: LegalDate): (ShapeError | null)[] {
  const received = {
    pointer: '/dossierReceivedOn',
    day: facts.dossierReceivedOn,
    name: { vi: 'ngày nhận hồ sơ', en: 'the day on which the dossier came' },
  }
  const listSent = {
    pointer: '/announcement/listSentOn',
    day: facts.announcement.listSentOn,
    name: { vi: 'ngày gửi danh sách', en: 'the day on which the list was sent' },
  }
  const withdrawn = {
    pointer: '/withdrawnOn',
    day: facts.withdrawnOn,
    name: { vi: 'ngày thôi công bố', en: 'the day of withdrawal' },
  }
  return [
    futureError(received, today, 'ND44-2016 34.2'),
    futureError(announced(facts), today, 'ND44-2016 34.4'),
    orderError(received, announced(facts), 'ND44-2016 34.2'),
    futureError(listSent, today, 'TT19-2016-BYT 12'),
    orderError(announced(facts), listSent, 'TT19-2016-BYT 12'),
    orderError(announced(facts), withdrawn, 'ND44-2016 34.4'),
  ]
}

/** A CAS number names a substance; everything else is a code. */
function factorError(factor: string, pointer: string, today: LegalDate): ShapeError | null {
  const cas = /^(\d{2,7})-(\d\d)-(\d)$/.exec(factor)
  if (cas) return casError(`${cas[1]}${cas[2]}`, Number(cas[3]), factor, pointer)
  if (monitoredFactors.find(factor, today)) return null
  const article = articleOf('ND44-2016 33.3.a')
  return {
    pointer,
    code: 'unknown-code',
    message: {
      vi: `Không có yếu tố quan trắc "${factor}"; ghi mã tra tại /v1/code-lists/monitored-factors, hoặc số CAS của hóa chất (${article.vi}).`,
      en: `There is no monitored factor "${factor}"; give a code of /v1/code-lists/monitored-factors, or the CAS number of a substance (${article.en}).`,
    },
  }
}

/** The last digit of a CAS number is the sum of the others, each times its place from the right, modulo ten. */
function casError(digits: string, stated: number, factor: string, pointer: string): ShapeError | null {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (digits.length - index), 0)
  const expected = sum % 10
  if (expected === stated) return null
  return {
    pointer,
    code: 'cas-check-digit',
    message: {
      vi: `Số CAS "${factor}" sai chữ số kiểm tra: chữ số cuối phải là ${expected}; hãy xem lại cả số.`,
      en: `The check digit of the CAS number "${factor}" is wrong: the last digit is ${expected}; check the whole number.`,
    },
  }
}

function suspensionErrors(facts: MonitoringOrganisationFacts): (ShapeError | null)[] {
  return facts.suspensions.flatMap((suspension, index) => {
    const from = {
      pointer: `/suspensions/${index}/from`,
      day: suspension.from,
      name: { vi: 'ngày bắt đầu đình chỉ', en: 'the first day of the suspension' },
    }
    const to = {
      pointer: `/suspensions/${index}/to`,
      day: suspension.to,
      name: { vi: 'ngày hết đình chỉ', en: 'the last day of the suspension' },
    }
    return [orderError(announced(facts), from, 'ND44-2016 40.4'), orderError(from, to, 'ND44-2016 40.4')]
  })
}

function noticeErrors(facts: MonitoringOrganisationFacts, today: LegalDate): (ShapeError | null)[] {
  const refreshed = {
    pointer: '/headRefreshedOn',
    day: facts.headRefreshedOn,
    name: { vi: 'ngày tập huấn cập nhật của người đứng đầu', en: "the day of the head's refresher course" },
  }
  const noticed = {
    pointer: '/moveNoticedOn',
    day: facts.moveNoticedOn,
    name: { vi: 'ngày thông báo đổi địa chỉ', en: 'the day of the notice of the new address' },
  }
  const cancelled = facts.cancelledReports.map(({ on }, index) =>
    futureError(
      {
        pointer: `/cancelledReports/${index}/on`,
        day: on,
        name: { vi: 'ngày quyết định hủy kết quả', en: 'the day of the decision that made the report void' },
      },
      today,
      'ND44-2016 40.4',
    ),
  )
  return [
    futureError(refreshed, today, 'ND44-2016 44.9'),
    ...cancelled,
    futureError(noticed, today, 'ND44-2016 44.5'),
    facts.moveNoticedOn !== null && facts.movedOn === null ? MOVE_WANTED : null,
  ]
}

const MOVE_WANTED: ShapeError = {
  pointer: '/movedOn',
  code: 'required',
  message: {
    vi: `Có ngày thông báo đổi địa chỉ mà thiếu ngày đổi; ghi cả hai hoặc bỏ cả hai (${articleOf('ND44-2016 44.5').vi}).`,
    en: `There is a day of notice of a new address and none of the move; give both or neither (${articleOf('ND44-2016 44.5').en}).`,
  },
}
