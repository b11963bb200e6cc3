import type { ShapeError } from '../http/shape-errors.ts'
import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import type { FacilityFacts, Licence } from './facts.ts'
import { dayOrNull, futureError, type JudgedFacts, orderError, providerFacts, told, unitError } from './judge.ts'
import type { FacilityChange } from './schema.ts'

/** Scope of a facility's licence, and declaring examination away from its premises. */
const LICENCE = 'TT56-2025-BYT 2.1'
const MOBILE = 'ND96-2023 82'

export function judgeFacility(body: FacilityChange, today: LegalDate): JudgedFacts<FacilityFacts> {
  const facts: FacilityFacts = {
    ...providerFacts(body, today),
    licences: body.licences.map((licence) => ({
      number: licence.number,
      issuedOn: legalDate(licence.issuedOn),
      issuedBy: licence.issuedBy,
      validFrom: legalDate(licence.validFrom),
      validTo: dayOrNull(licence.validTo),
      revokedOn: dayOrNull(licence.revokedOn),
      coversOccupationalDiseases: licence.coversOccupationalDiseases,
    })),
    mobileExamination: body.mobileExamination
      ? { declaredOn: legalDate(body.mobileExamination.declaredOn), validTo: dayOrNull(body.mobileExamination.validTo) }
      : null,
  }
  const errors = [
    unitError(facts.unit),
    ...facts.licences.flatMap((licence, index) => licenceErrors(licence, `/licences/${index}`, today)),
    ...mobileErrors(facts, today),
  ]
  return { facts, errors: told(errors) }
}

function licenceErrors(licence: Licence, at: string, today: LegalDate): (ShapeError | null)[] {
  const issued = {
    pointer: `${at}/issuedOn`,
    day: licence.issuedOn,
    name: { vi: 'ngày cấp giấy phép', en: 'the day of issue' },
  }
  const from = {
    pointer: `${at}/validFrom`,
    day: licence.validFrom,
    name: { vi: 'ngày giấy phép có hiệu lực', en: 'the first day of the licence' },
  }
  const to = {
    pointer: `${at}/validTo`,
    day: licence.validTo,
    name: { vi: 'ngày giấy phép hết hạn', en: 'the last day of the licence' },
  }
  const revoked = {
    pointer: `${at}/revokedOn`,
    day: licence.revokedOn,
    name: { vi: 'ngày thu hồi giấy phép', en: 'the day of revocation' },
  }
  return [
    futureError(issued, today, LICENCE),
    orderError(issued, from, LICENCE),
    orderError(from, to, LICENCE),
    orderError(from, revoked, LICENCE),
  ]
}

function mobileErrors({ mobileExamination }: FacilityFacts, today: LegalDate): (ShapeError | null)[] {
  if (mobileExamination === null) return []
  const declared = {
    pointer: '/mobileExamination/declaredOn',
    day: mobileExamination.declaredOn,
    name: { vi: 'ngày công bố khám lưu động', en: 'the day on which mobile examination was declared' },
  }
  const to = {
    pointer: '/mobileExamination/validTo',
    day: mobileExamination.validTo,
    name: { vi: 'ngày hết hạn khám lưu động', en: 'the last day of mobile examination' },
  }
  return [futureError(declared, today, MOBILE), orderError(declared, to, MOBILE)]
}
