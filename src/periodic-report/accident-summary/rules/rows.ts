import { MOST_COUNT, MOST_THOUSAND_DONG } from '../../../declaration/schema-parts.ts'
import { cite } from '../../../law/citation.ts'
import { text } from '../../names.ts'
import { BY_ARITHMETIC, type ReportRule } from '../../rules/define.ts'
import { numberRule } from '../../rules/numbers.ts'
import { numberedColumn } from '../cell-names.ts'
import { COLUMNS, type Column } from '../columns.ts'
import { ROW_RELATIONS } from '../row-relations.ts'
import { MOST_DAYS, MOST_PAYROLL } from '../schema.ts'
import { ALL_ROWS, cellsOf, ROWS, relationRule, rowRule } from './define.ts'

const FORM = [cite('ND39-2016 PL XII'), { kind: 'arithmetic' }] as const

const MONEY_LOST = [
  '/accidentSummary/losses/costs/total',
  '/accidentSummary/losses/costs/medical',
  '/accidentSummary/losses/costs/wages',
  '/accidentSummary/losses/costs/compensation',
  '/accidentSummary/losses/propertyDamage',
] as const

/** Each column "not under management", and the column that it is part of. */
const OUTSIDE = [
  ['victimsOutside', 'victims'],
  ['womenOutside', 'women'],
  ['deathsOutside', 'deaths'],
  ['seriousOutside', 'serious'],
] as const satisfies readonly (readonly [Column, Column])[]

/** What victims not under management are parted into. */
const PARTS_OUTSIDE = [
  ['womenOutside'],
  ['deathsOutside', 'seriousOutside'],
] as const satisfies readonly (readonly Column[])[]

const TOTAL = ROWS.commuting

/** What the columns of one row must be to each other. */
export const rowRules: readonly ReportRule[] = [
  numberRule({
    id: 'ACC-G07',
    citations: FORM,
    inputs: cellsOf(ALL_ROWS, COLUMNS),
    guards: cellsOf(ALL_ROWS, COLUMNS).slice(1),
    what: { vi: 'Số vụ, số người', en: 'Accidents and persons' },
    most: MOST_COUNT,
    examples: {
      holds: [{}],
      fails: [
        { change: { [`${ROWS.atWork}/deaths`]: -1 } },
        { change: { '/accidentSummary/atWork/byCause/0/victims': 'một' } },
      ],
    },
  }),

  numberRule({
    id: 'KB-SUM-09',
    citations: FORM,
    inputs: ['/kind', '/accidentSummary/payroll'],
    guards: ['/accidentSummary/payroll'],
    what: { vi: 'Tổng quỹ lương', en: 'The payroll' },
    most: MOST_PAYROLL,
    money: 'million',
    examples: {
      holds: [{}],
      fails: [
        { change: { '/accidentSummary/payroll': 25_000_000_000 } },
        { change: { '/accidentSummary/payroll': '21.600' } },
      ],
    },
  }),

  numberRule({
    id: 'KB-SUM-10',
    citations: FORM,
    inputs: ['/kind', ...MONEY_LOST],
    guards: MONEY_LOST,
    what: { vi: 'Chi phí, thiệt hại', en: 'Costs and damage' },
    most: MOST_THOUSAND_DONG,
    money: 'thousand',
    examples: {
      holds: [{}],
      fails: [
        { change: { '/accidentSummary/losses/costs/medical': '3 triệu' } },
        { change: { '/accidentSummary/losses/propertyDamage': 2_000_000_000_000 } },
      ],
    },
  }),

  numberRule({
    id: 'KB-SUM-11',
    citations: FORM,
    inputs: ['/kind', '/accidentSummary/losses/daysOff'],
    guards: ['/accidentSummary/losses/daysOff'],
    what: { vi: 'Số ngày nghỉ', en: 'Days off' },
    most: MOST_DAYS,
    examples: { holds: [{}], fails: [{ change: { '/accidentSummary/losses/daysOff': 1.5 } }] },
  }),

  relationRule({
    id: 'ACC-G08',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    relation: ROW_RELATIONS.accidentsWithinAll,
    examples: {
      holds: [{}],
      fails: [{ change: { [`${TOTAL}/fatalAccidents`]: 2 } }, { change: { [`${TOTAL}/multiVictimAccidents`]: 2 } }],
    },
  }),

  relationRule({
    id: 'ACC-G09',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    relation: ROW_RELATIONS.enoughVictims,
    examples: {
      holds: [{}, { change: { [`${TOTAL}/multiVictimAccidents`]: 1, [`${TOTAL}/victims`]: 2 } }],
      fails: [{ change: { [`${TOTAL}/victims`]: 0 } }, { change: { [`${TOTAL}/multiVictimAccidents`]: 1 } }],
    },
  }),

  relationRule({
    id: 'ACC-G10',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    relation: ROW_RELATIONS.victimsOfSingleAccidents,
    examples: {
      holds: [{}, { change: { [`${TOTAL}/multiVictimAccidents`]: 1, [`${TOTAL}/victims`]: 2 } }],
      fails: [{ change: { [`${TOTAL}/victims`]: 2 } }],
    },
  }),

  relationRule({
    id: 'ACC-G11',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    relation: ROW_RELATIONS.deathsOfFatalAccidents,
    examples: {
      holds: [{}],
      fails: [{ change: { [`${TOTAL}/deaths`]: 1 } }, { change: { [`${ROWS.atWork}/deaths`]: 0 } }],
    },
  }),

  relationRule({
    id: 'ACC-G12',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    relation: ROW_RELATIONS.deathsWithinVictims,
    examples: {
      holds: [{}],
      fails: [
        {
          change: {
            [`${ROWS.total}/fatalAccidents`]: 1,
            [`${ROWS.total}/accidents`]: 2,
            [`${ROWS.total}/victims`]: 2,
            [`${ROWS.total}/deaths`]: 2,
          },
        },
      ],
    },
  }),

  relationRule({
    id: 'ACC-G13',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    relation: ROW_RELATIONS.deadAndInjuredWithinVictims,
    examples: {
      holds: [{}, { change: { [`${TOTAL}/serious`]: 1 } }],
      fails: [{ change: { [`${ROWS.atWork}/serious`]: 1 } }],
    },
  }),

  relationRule({
    id: 'ACC-G14',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    relation: ROW_RELATIONS.womenWithinVictims,
    examples: { holds: [{}], fails: [{ change: { [`${TOTAL}/women`]: 2 } }] },
  }),

  rowRule({
    id: 'ACC-G15',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    columns: OUTSIDE.flat(),
    wrong: (row) =>
      OUTSIDE.filter(([part, whole]) => row[part] > row[whole]).map(([at, whole]) => ({
        at,
        params: { part: row[at], whole: row[whole], column: numberedColumn(at), ofColumn: numberedColumn(whole) },
      })),
    message: {
      vi: 'Dòng {row}: cột {column} là {part}, lớn hơn {whole} ở cột {ofColumn} mà nó là một phần.',
      en: 'Row {row}: column {column} has {part}, more than the {whole} of column {ofColumn}, which it is part of.',
    },
    fix: {
      vi: 'Ghi ở cột "không thuộc quyền quản lý" chỉ những người của cơ sở khác trong số đã ghi ở cột kia, hoặc sửa cột kia.',
      en: 'State "not under management" only those of other employers among the persons of the other column, or correct that.',
    },
    examples: {
      holds: [{}, { change: { [`${TOTAL}/victimsOutside`]: 1 } }],
      fails: [
        { change: { [`${TOTAL}/victimsOutside`]: 2 } },
        { change: { [`${TOTAL}/womenOutside`]: 2 } },
        { change: { [`${TOTAL}/deathsOutside`]: 1 } },
        { change: { [`${TOTAL}/seriousOutside`]: 1 } },
      ],
    },
  }),

  rowRule({
    id: 'ACC-G16',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    columns: ['victimsOutside', 'womenOutside', 'deathsOutside', 'seriousOutside'],
    wrong: (row) =>
      PARTS_OUTSIDE.flatMap((columns) => {
        const part = columns.reduce((sum, column) => sum + row[column], 0)
        const at = columns.find((column) => row[column] > 0)
        const column = text((language) => columns.map((name) => numberedColumn(name)[language]).join(', '))
        return at !== undefined && part > row.victimsOutside ? [{ at, params: { part, column } }] : []
      }),
    message: {
      vi: 'Dòng {row}: {part} người ở cột {column}, nhiều hơn {victimsOutside} người bị nạn không thuộc quyền quản lý (cột 7).',
      en: 'Row {row}: {part} persons in column {column}, more than the {victimsOutside} victims not under management (column 7).',
    },
    fix: {
      vi: 'Người nữ, người chết, người bị thương nặng không thuộc quyền quản lý đều phải có trong cột 7: sửa cột 7 hoặc cột sai.',
      en: 'Women, dead and injured not under management are all among those of column 7: correct it, or the column that is wrong.',
    },
    examples: {
      holds: [{}, { change: { [`${TOTAL}/victimsOutside`]: 1, [`${TOTAL}/womenOutside`]: 1 } }],
      fails: [{ change: { [`${TOTAL}/womenOutside`]: 1 } }, { change: { [`${ROWS.atWork}/deathsOutside`]: 1 } }],
    },
  }),

  relationRule({
    id: 'ACC-G17',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    relation: ROW_RELATIONS.nothingWithoutAccidents,
    examples: {
      holds: [{}, { change: { [TOTAL]: {}, [ROWS.total]: undefined } }],
      fails: [{ change: { [`${TOTAL}/accidents`]: 0 } }, { change: { [`${TOTAL}/accidents`]: undefined } }],
    },
  }),
]
