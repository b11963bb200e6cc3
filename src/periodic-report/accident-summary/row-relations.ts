import type { Params, Text } from '../../rules/rule.ts'
import { COLUMN_NAMES } from './cell-names.ts'
import { COLUMNS, type Column, type FullRow } from './columns.ts'

/**
 * What the columns of one row must be to each other: in the summary of an establishment, and in that of an office.
 * Sentences have `{row}` as the form numbers it, and each column by its name: `{deaths}`.
 */
export interface RowRelation {
  readonly columns: readonly Column[]
  /** The column that is wrong. */
  readonly at: Column
  readonly violated: (row: FullRow) => boolean | Params
  readonly message: Text
  readonly fix: Text
}

export const ROW_RELATIONS = {
  accidentsWithinAll: {
    columns: ['accidents', 'fatalAccidents', 'multiVictimAccidents'],
    at: 'accidents',
    violated: ({ accidents, fatalAccidents, multiVictimAccidents }) =>
      fatalAccidents > accidents || multiVictimAccidents > accidents,
    message: {
      vi: 'Dòng {row}: tổng số {accidents} vụ, ít hơn {fatalAccidents} vụ có người chết hoặc {multiVictimAccidents} vụ có từ 2 người bị nạn.',
      en: 'Row {row}: {accidents} accidents, fewer than the {fatalAccidents} with deaths or the {multiVictimAccidents} with several victims.',
    },
    fix: {
      vi: 'Vụ có người chết và vụ có từ 2 người bị nạn đều nằm trong tổng số vụ: sửa tổng số vụ, hoặc sửa cột sai.',
      en: 'Accidents with deaths or with several victims are among the accidents: correct these, or the column that is wrong.',
    },
  },

  enoughVictims: {
    columns: ['accidents', 'multiVictimAccidents', 'victims'],
    at: 'victims',
    violated: ({ accidents, multiVictimAccidents, victims }) =>
      victims < accidents + multiVictimAccidents && { least: accidents + multiVictimAccidents },
    message: {
      vi: 'Dòng {row}: {victims} người bị nạn, ít nhất phải {least}: {accidents} vụ, trong đó {multiVictimAccidents} vụ có từ 2 người bị nạn.',
      en: 'Row {row}: {victims} victims, {least} at least: {accidents} accidents, of which {multiVictimAccidents} with several victims.',
    },
    fix: {
      vi: 'Mỗi vụ có ít nhất một người bị nạn, vụ ở cột "từ 2 người bị nạn" có ít nhất hai: sửa số người hoặc số vụ.',
      en: 'Each accident has a victim at least, one with several victims has two: correct the victims or the accidents.',
    },
  },

  victimsOfSingleAccidents: {
    columns: ['accidents', 'multiVictimAccidents', 'victims'],
    at: 'victims',
    violated: ({ accidents, multiVictimAccidents, victims }) => multiVictimAccidents === 0 && victims > accidents,
    message: {
      vi: 'Dòng {row}: {victims} người bị nạn trong {accidents} vụ, nhưng cột vụ có từ 2 người bị nạn là 0.',
      en: 'Row {row}: {victims} victims of {accidents} accidents, and none with several victims.',
    },
    fix: {
      vi: 'Ghi số vụ có từ 2 người bị nạn trở lên, hoặc sửa số người bị nạn.',
      en: 'State the accidents with two victims or more, or correct the victims.',
    },
  },

  deathsOfFatalAccidents: {
    columns: ['fatalAccidents', 'deaths'],
    at: 'deaths',
    violated: ({ fatalAccidents, deaths }) => deaths < fatalAccidents || (fatalAccidents === 0 && deaths > 0),
    message: {
      vi: 'Dòng {row}: {deaths} người chết trong {fatalAccidents} vụ có người chết là không thể.',
      en: 'Row {row}: {deaths} deaths in {fatalAccidents} accidents with deaths cannot be.',
    },
    fix: {
      vi: 'Mỗi vụ có người chết có ít nhất một người chết, và không ai chết ngoài các vụ đó: sửa số người chết hoặc số vụ có người chết.',
      en: 'Each accident with deaths killed one at least, and no other killed anybody: correct the deaths or these accidents.',
    },
  },

  deathsWithinVictims: {
    columns: ['accidents', 'fatalAccidents', 'victims', 'deaths'],
    at: 'deaths',
    violated: ({ accidents, fatalAccidents, victims, deaths }) => {
      const most = Math.max(0, victims - (accidents - fatalAccidents))
      return deaths > most && { most }
    },
    message: {
      vi: 'Dòng {row}: {deaths} người chết, nhiều nhất chỉ có thể {most}: {victims} người bị nạn trong {accidents} vụ, trong đó {fatalAccidents} vụ có người chết.',
      en: 'Row {row}: {deaths} deaths, {most} at most: {victims} victims of {accidents} accidents, {fatalAccidents} of them with deaths.',
    },
    fix: {
      vi: 'Mỗi vụ không có người chết cũng có một người bị nạn còn sống: sửa số người chết, số vụ có người chết hoặc số người bị nạn.',
      en: 'Each accident without deaths has a victim who lives: correct the deaths, the accidents with deaths or the victims.',
    },
  },

  deadAndInjuredWithinVictims: {
    columns: ['victims', 'deaths', 'serious'],
    at: 'victims',
    violated: ({ victims, deaths, serious }) => deaths + serious > victims,
    message: {
      vi: 'Dòng {row}: {deaths} người chết và {serious} người bị thương nặng nhiều hơn tổng số {victims} người bị nạn.',
      en: 'Row {row}: {deaths} dead and {serious} seriously injured are more than the {victims} victims.',
    },
    fix: {
      vi: 'Mỗi nạn nhân ghi ở một cột, người đã chết không ghi ở cột bị thương nặng; tổng số người bị nạn gồm cả hai.',
      en: 'Count each victim once, the dead not among the injured; the victims are both together and the slightly injured.',
    },
  },

  womenWithinVictims: {
    columns: ['victims', 'women'],
    at: 'women',
    violated: ({ victims, women }) => women > victims,
    message: {
      vi: 'Dòng {row}: {women} nạn nhân nữ, nhiều hơn tổng số {victims} người bị nạn.',
      en: 'Row {row}: {women} women among {victims} victims.',
    },
    fix: {
      vi: 'Số nữ là một phần của số người bị nạn: sửa một trong hai.',
      en: 'The women are part of the victims: correct one of the two.',
    },
  },

  nothingWithoutAccidents: {
    columns: COLUMNS,
    at: 'accidents',
    violated: ({ accidents, ...others }) => {
      const [column] = COLUMNS.filter((name) => name !== 'accidents' && others[name] > 0)
      return accidents === 0 && column !== undefined && { column: COLUMN_NAMES[column], count: others[column as never] }
    },
    message: {
      vi: 'Dòng {row}: số vụ là 0 nhưng cột "{column}" ghi {count}.',
      en: 'Row {row}: no accident, and {count} in the column "{column}".',
    },
    fix: {
      vi: 'Ghi số vụ, hoặc bỏ các số còn lại của dòng.',
      en: 'State the accidents, or leave the other figures of the row out.',
    },
  },
} as const satisfies Readonly<Record<string, RowRelation>>
