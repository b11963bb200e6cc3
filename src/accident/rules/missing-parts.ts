import type { Text, Violation } from '../../rules/rule.ts'
import type { AccidentFacts } from '../facts.ts'
import { ofEachVictim } from './define.ts'

/**
 * What the full declaration asks for and this filing does not have, each at its pointer with what to write there.
 * A full declaration is refused for it; a first notice is told what remains.
 */
export interface Missing {
  readonly inputs: readonly string[]
  readonly of: (facts: AccidentFacts) => readonly Violation[]
}

/** The commune's form for workers without contract names no establishment. */
export const missingNameOrAddress: Missing = {
  inputs: ['/establishment/name', '/establishment/address', '/victims/*/employmentRelation'],
  of: ({ declaration: { establishment }, context: { register }, informal }) =>
    informal
      ? []
      : [
          ...unless(establishment?.name ?? register?.name, '/establishment/name', {
            vi: 'Ghi tên cơ sở xảy ra tai nạn.',
            en: 'State the name of the establishment.',
          }),
          ...unless(establishment?.address ?? register?.address, '/establishment/address', {
            vi: 'Ghi địa chỉ cơ sở xảy ra tai nạn.',
            en: 'State the address of the establishment.',
          }),
        ],
}

export const missingEstablishmentType: Missing = {
  inputs: ['/establishment/type', '/victims/*/employmentRelation'],
  of: ({ declaration: { establishment }, context: { register }, informal }) =>
    informal
      ? []
      : unless(establishment?.type ?? register?.ownership, '/establishment/type', {
          vi: 'Chọn loại hình cơ sở trong danh mục establishment-types.',
          en: 'Choose the type of establishment from the list establishment-types.',
        }),
}

export const missingTime: Missing = {
  inputs: ['/accident/occurredAt'],
  of: ({ occurredAt }) =>
    unless(occurredAt, '/accident/occurredAt', {
      vi: 'Ghi đủ ngày, giờ, phút theo dạng 2026-05-12T09:40:00+07:00.',
      en: 'State day, hour and minute as in 2026-05-12T09:40:00+07:00.',
    }),
}

export const missingPlace: Missing = {
  inputs: ['/accident/place/unit/code', '/accident/abroad'],
  of: ({ accident, setting }) =>
    setting.abroad
      ? []
      : unless(accident.place?.unit, '/accident/place/unit', {
          vi: 'Chọn xã, phường, đặc khu nơi xảy ra tai nạn.',
          en: 'Choose the commune where the accident happened.',
        }),
}

export const missingVictims: Missing = {
  inputs: ['/victims', '/casualtiesUnknown'],
  of: ({ victims, declaration }) =>
    victims.length > 0 || declaration.casualtiesUnknown === true
      ? []
      : [
          {
            pointer: '/victims',
            fix: {
              vi: 'Ghi từng nạn nhân; nếu chưa rõ thương vong thì đặt casualtiesUnknown = true.',
              en: 'List each victim; where the casualties are not known yet, set casualtiesUnknown to true.',
            },
          },
        ],
}

export const missingPerson: Missing = {
  inputs: [
    '/victims/*/person/name',
    '/victims/*/person/birthYear',
    '/victims/*/person/birthDate',
    '/victims/*/person/sex',
    '/victims/*/condition',
  ],
  of: (facts) =>
    ofEachVictim(facts, ({ person, condition }, at) => [
      ...unless(person?.name, `${at}/person/name`, {
        vi: 'Ghi họ và tên nạn nhân.',
        en: 'State the full name of the victim.',
      }),
      ...unless(person?.birthYear ?? person?.birthDate, `${at}/person/birthYear`, {
        vi: 'Ghi năm sinh của nạn nhân.',
        en: 'State the year of birth of the victim.',
      }),
      ...unless(person?.sex, `${at}/person/sex`, {
        vi: 'Ghi giới tính: male (nam) hoặc female (nữ).',
        en: 'State the sex: male or female.',
      }),
      ...unless(condition, `${at}/condition`, {
        vi: 'Ghi tình trạng: dead (chết), serious (nặng), light (nhẹ), missing (mất tích) hoặc unknown (chưa rõ).',
        en: 'State the condition: dead, serious, light, missing or unknown.',
      }),
    ]),
}

export const missingOccupation: Missing = {
  inputs: ['/victims/*/occupation/code'],
  of: (facts) =>
    ofEachVictim(facts, ({ occupation }, at) =>
      unless(occupation, `${at}/occupation`, {
        vi: 'Ghi mã và tên nghề của nạn nhân theo danh mục nghề nghiệp.',
        en: 'State the code and name of the occupation from the list of occupations.',
      }),
    ),
}

export const missingDeathMode: Missing = {
  inputs: ['/victims/*/condition', '/victims/*/death/mode'],
  of: (facts) =>
    ofEachVictim(facts, ({ condition, death }, at) =>
      condition !== 'dead'
        ? []
        : unless(death?.mode, `${at}/death/mode`, {
            vi: 'Chọn A (chết tại chỗ), B (khi cấp cứu), C (khi điều trị hoặc vết thương tái phát), D (Tòa án tuyên bố).',
            en: 'Choose A (at the scene), B (emergency care), C (treatment or recurrence of the wound), D (declared by a court).',
          }),
    ),
}

export const missingInjury: Missing = {
  inputs: ['/victims/*/condition', '/victims/*/injuries'],
  of: (facts) =>
    ofEachVictim(facts, ({ condition, injuries = [] }, at) =>
      condition !== 'serious'
        ? []
        : unless(injuries[0], `${at}/injuries`, {
            vi: 'Chọn ít nhất một chấn thương trong danh mục serious-injuries; nếu không có thì xếp là bị thương nhẹ.',
            en: 'Choose at least one injury from the list serious-injuries; if there is none, the victim is lightly injured.',
          }),
    ),
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

export function unless(value: unknown, pointer: string, fix: Text): readonly Violation[] {
  return value === undefined || value === null ? [{ pointer, fix }] : []
}
