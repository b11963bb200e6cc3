import type { Text, Violation } from '../../rules/rule.ts'
import type { IncidentFacts } from '../facts.ts'

/**
 * What the full declaration asks for and this filing does not have, each at its pointer with what to write there.
 * A full declaration is refused for it; a first notice is told what remains.
 */
export interface Missing {
  readonly inputs: readonly string[]
  readonly of: (facts: IncidentFacts) => readonly Violation[]
}

export const missingTime: Missing = {
  inputs: ['/incident/occurredAt'],
  of: ({ occurredAt }) =>
    unless(occurredAt, '/incident/occurredAt', {
      vi: 'Ghi đủ ngày, giờ, phút theo dạng 2026-05-12T07:20:00+07:00.',
      en: 'State day, hour and minute as in 2026-05-12T07:20:00+07:00.',
    }),
}

export const missingPlace: Missing = {
  inputs: ['/incident/place/unit/code'],
  of: ({ incident }) =>
    unless(incident.place?.unit, '/incident/place/unit', {
      vi: 'Chọn xã, phường, đặc khu nơi xảy ra sự cố.',
      en: 'Choose the commune where the incident happened.',
    }),
}

export const missingKind: Missing = {
  inputs: ['/incident/kind'],
  of: ({ incident }) =>
    unless(incident.kind, '/incident/kind', {
      vi: 'Chọn loại sự cố, như fire (cháy), explosion (nổ), collapse (sập đổ); không thuộc loại nào thì chọn other.',
      en: 'Choose the kind of incident, such as fire, explosion, collapse; other where none fits.',
    }),
}

export const missingNameOrAddress: Missing = {
  inputs: ['/establishment/name', '/establishment/address'],
  of: ({ declaration: { establishment }, context: { register } }) => [
    ...unless(establishment?.name ?? register?.name, '/establishment/name', {
      vi: 'Ghi tên cơ sở xảy ra sự cố.',
      en: 'State the name of the establishment.',
    }),
    ...unless(establishment?.address ?? register?.address, '/establishment/address', {
      vi: 'Ghi địa chỉ cơ sở xảy ra sự cố.',
      en: 'State the address of the establishment.',
    }),
  ],
}

/** Counts of nought say that nobody was hurt; silence says nothing. */
export const missingCasualties: Missing = {
  inputs: [
    '/casualties/unknown',
    '/casualties/workers/dead',
    '/casualties/workers/serious',
    '/casualties/workers/light',
    '/casualties/workers/missing',
    '/casualties/others/dead',
    '/casualties/others/serious',
    '/casualties/others/light',
    '/casualties/others/missing',
  ],
  of: ({ declaration: { casualties } }) => {
    const stated = (group: object | undefined) => Object.values(group ?? {}).some((number) => number !== undefined)
    return casualties?.unknown === true || stated(casualties?.workers) || stated(casualties?.others)
      ? []
      : [
          {
            pointer: '/casualties',
            fix: {
              vi: 'Ghi số người lao động của cơ sở và số người khác bị nạn, bằng 0 nếu không có; nếu người lao động bị nạn mà chưa rõ thương vong thì đặt unknown = true.',
              en: 'State how many own workers and how many others were hurt, nought if nobody; if workers are in distress and nothing is known yet, set unknown to true.',
            },
          },
        ]
  },
}

export const missingDeclarant: Missing = {
  inputs: ['/declarant/name', '/declarant/position', '/onBehalf/enterpriseId'],
  of: ({ declaration: { declarant, onBehalf } }) =>
    onBehalf !== undefined
      ? []
      : [
          ...unless(declarant?.name, '/declarant/name', {
            vi: 'Ghi họ tên người khai báo.',
            en: 'State the name of the declarant.',
          }),
          ...unless(declarant?.position, '/declarant/position', {
            vi: 'Ghi chức vụ người khai báo.',
            en: 'State the position of the declarant.',
          }),
        ],
}

export const missingContact: Missing = {
  inputs: [
    '/declarant/phone',
    '/declarant/email',
    '/establishment/phone',
    '/establishment/email',
    '/onBehalf/enterpriseId',
  ],
  of: ({ declaration: { declarant, establishment, onBehalf } }) =>
    onBehalf !== undefined
      ? []
      : unless(
          [declarant, establishment].find((who) => who?.phone ?? who?.email),
          '/declarant/phone',
          {
            vi: 'Ghi số điện thoại hoặc thư điện tử của người có thể liên hệ.',
            en: 'State a telephone number or e-mail address of somebody to reach.',
          },
        ),
}

function unless(value: unknown, pointer: string, fix: Text): readonly Violation[] {
  return value === undefined || value === null ? [{ pointer, fix }] : []
}
