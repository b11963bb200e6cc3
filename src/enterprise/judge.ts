import type { ShapeError } from '../http/shape-errors.ts'
import {
  isKnownUnit,
  LAST_DAY_OF_DISTRICTS,
  schemeOn,
  TWO_LEVELS_SINCE,
  UNIT_SCHEMES,
  type UnitRef,
} from '../reference/administrative-units.ts'
import {
  establishmentTypes,
  hazardFactors,
  highRiskSectors,
  industries2018,
  industries2025,
} from '../reference/catalogue.ts'
import type { Bilingual, CodeList } from '../reference/code-list.ts'
import { addDays, type LegalDate, legalDate } from '../reference/legal-date.ts'
import { nearest } from '../reference/nearest.ts'
import type { EnterpriseChange } from './schema.ts'

/** What the register keeps of an enterprise, besides its tax code. */
export interface EnterpriseFacts {
  readonly name: string
  readonly address: string | null
  readonly ownership: string | null
  readonly industry: Industry | null
  readonly headOffice: UnitRef | null
  readonly workers: number | null
  readonly women: number | null
  readonly hazardFactors: readonly string[]
  readonly cooperative: boolean
  readonly highRisk: readonly string[]
  readonly oshManagementSystem: boolean | null
  readonly defence: boolean
}

export interface Industry {
  readonly version: '2018' | '2025'
  readonly code: string
}

/** Decision 36/2025/QĐ-TTg replaced VSIC 2018 on 15 November 2025. */
const VSIC_2018_LAST_DAY = legalDate('2025-11-14')

/** The facts with what is implied filled in, and what in them is impossible. */
export function judgeFacts(
  body: EnterpriseChange,
  today: LegalDate,
): { readonly facts: EnterpriseFacts; readonly errors: readonly ShapeError[] } {
  const industry = body.industry
    ? { version: body.industry.version ?? vsicVersionOn(today), code: body.industry.code }
    : null
  const headOffice = body.headOffice
    ? { scheme: body.headOffice.scheme ?? schemeOn(today), code: body.headOffice.code }
    : null
  const facts: EnterpriseFacts = {
    name: body.name,
    address: body.address ?? null,
    ownership: body.ownership ?? null,
    industry,
    headOffice,
    workers: body.workers ?? null,
    women: body.women ?? null,
    hazardFactors: body.hazardFactors ?? [],
    cooperative: body.cooperative ?? false,
    highRisk: body.highRisk ?? [],
    oshManagementSystem: body.oshManagementSystem ?? null,
    defence: body.defence ?? false,
  }
  const errors = [
    ownershipError(facts, today),
    industry && industryError(industry, today),
    headOffice && headOfficeError(headOffice, today),
    womenError(facts),
    ...codeErrors('/hazardFactors', facts.hazardFactors, hazardFactors, HAZARD_FACTOR, today),
    ...codeErrors('/highRisk', facts.highRisk, highRiskSectors, HIGH_RISK_SECTOR, today),
  ].filter((error) => error !== null)
  return { facts, errors }
}

function vsicVersionOn(today: LegalDate): Industry['version'] {
  return today > VSIC_2018_LAST_DAY ? '2025' : '2018'
}

function ownershipError({ ownership }: EnterpriseFacts, today: LegalDate): ShapeError | null {
  if (ownership === null || establishmentTypes.find(ownership, today)) return null
  const known = establishmentTypes.entriesOn(today).map(({ code }) => code)
  return {
    pointer: '/ownership',
    code: 'unknown-code',
    message: {
      vi: `Không có loại hình cơ sở "${ownership}"; chọn một trong ${known.join(', ')} (/v1/code-lists/establishment-types).`,
      en: `There is no type of establishment "${ownership}"; choose one of ${known.join(', ')} (/v1/code-lists/establishment-types).`,
    },
  }
}

const HAZARD_FACTOR: Bilingual = { vi: 'yếu tố có hại', en: 'hazard factor' }
const HIGH_RISK_SECTOR: Bilingual = { vi: 'ngành nghề có nguy cơ cao', en: 'high-risk sector' }

/** A code in words, or misspelt, is answered with the one that was probably meant. */
function codeErrors(
  pointer: string,
  codes: readonly string[],
  list: CodeList,
  what: Bilingual,
  today: LegalDate,
): readonly ShapeError[] {
  return codes.flatMap((code, index) => {
    if (list.find(code, today)) return []
    const meant = list.search(code, today)[0] ?? nearestEntry(code, list, today)
    const look = `/v1/code-lists/${list.id}`
    return {
      pointer: `${pointer}/${index}`,
      code: 'unknown-code',
      message: {
        vi: `Không có ${what.vi} "${code}"; ${meant ? `có phải ${meant.code} (${meant.vi})? Tra` : 'tra'} tại ${look}.`,
        en: `There is no ${what.en} "${code}"; ${meant ? `did you mean ${meant.code} (${meant.en ?? meant.vi})? Look it up` : 'look it up'} in ${look}.`,
      },
    }
  })
}

function nearestEntry(code: string, list: CodeList, today: LegalDate) {
  const known = list.entriesOn(today).map((entry) => entry.code)
  const near = nearest(code, known)
  return near === null ? undefined : list.find(near, today)
}

/** Of VSIC 2018 only two levels are known, so a longer code is judged by its beginning. */
function industryError({ version, code }: Industry, today: LegalDate): ShapeError | null {
  const known =
    version === '2018'
      ? industries2018.longestKnownPrefix(code, earlier(today, VSIC_2018_LAST_DAY))
      : industries2025.find(code, later(today, addDays(VSIC_2018_LAST_DAY, 1)))
  if (known) return null
  return {
    pointer: '/industry/code',
    code: 'unknown-code',
    message: {
      vi: `VSIC ${version} không có ngành "${code}"; tra tại /v1/code-lists/vsic-${version}.`,
      en: `VSIC ${version} has no activity "${code}"; look it up in /v1/code-lists/vsic-${version}.`,
    },
  }
}

/** Codes of the old scheme are judged by its last day: an enterprise may still know itself by them. */
function headOfficeError(ref: UnitRef, today: LegalDate): ShapeError | null {
  if (isKnownUnit(ref, dayOf(ref, today))) return null
  const other = UNIT_SCHEMES.find(
    (scheme) => scheme !== ref.scheme && isKnownUnit({ ...ref, scheme }, dayOf({ ...ref, scheme }, today)),
  )
  const list = `/v1/code-lists/administrative-units-${ref.scheme.toLowerCase()}`
  return {
    pointer: '/headOffice/code',
    code: 'unknown-code',
    message: {
      vi: `Danh mục ${ref.scheme} không có đơn vị "${ref.code}"; ${other ? `nếu là mã của ${other} thì ghi scheme là ${other}` : `tra tại ${list}`}.`,
      en: `${ref.scheme} has no unit "${ref.code}"; ${other ? `if it is a code of ${other}, give that as the scheme` : `look it up in ${list}`}.`,
    },
  }
}

function dayOf({ scheme }: UnitRef, today: LegalDate): LegalDate {
  return scheme === 'VN-2004' ? earlier(today, LAST_DAY_OF_DISTRICTS) : later(today, TWO_LEVELS_SINCE)
}

function earlier(a: LegalDate, b: LegalDate): LegalDate {
  return a < b ? a : b
}

function later(a: LegalDate, b: LegalDate): LegalDate {
  return a > b ? a : b
}

function womenError({ workers, women }: EnterpriseFacts): ShapeError | null {
  if (workers === null || women === null || women <= workers) return null
  return {
    pointer: '/women',
    code: 'women-exceed-workers',
    message: {
      vi: `Số lao động nữ (${women}) lớn hơn tổng số lao động (${workers}); hãy xem lại hai số này.`,
      en: `There are more women (${women}) than workers (${workers}); check both numbers.`,
    },
  }
}
