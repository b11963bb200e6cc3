import { MOST_THOUSAND_DONG } from '../../../declaration/schema-parts.ts'
import { cite } from '../../../law/citation.ts'
import { establishmentTypes } from '../../../reference/catalogue.ts'
import { groupBy } from '../../../reference/group-by.ts'
import { totalOf } from '../../reports-held.ts'
import { BY_ARITHMETIC, BY_READING, FROM_FORM, type ReportRule } from '../../rules/define.ts'
import { numberRule } from '../../rules/numbers.ts'
import { nameOfTypeRow, numberedTypeColumn } from '../cell-names.ts'
import { nameOfType } from '../figures.ts'
import { LOSS_COLUMNS, MOST_IN_PROVINCE, PART_I_COLUMNS, VICTIM_COLUMNS } from '../filed-schema.ts'
import { PART_II_COLUMNS } from '../held-rows.ts'
import { CODE, cellsOf, officeRule, PART_I, PART_II, ROW, sampleRow, summary, typeRule } from './define.ts'

const FORM = [cite('ND39-2016 PL XIV'), { kind: 'arithmetic' }] as const
const [DAYS_OFF, ...OF_MONEY] = LOSS_COLUMNS
const NUMBERS = [...cellsOf(PART_I, PART_I_COLUMNS), ...cellsOf(PART_II, [...PART_II_COLUMNS, DAYS_OFF])]
const MONEY = cellsOf(PART_II, OF_MONEY)
const TOTAL = `${PART_I}/0`
const TYPE = `${PART_I}/1`

/** Part I: establishments, workers and victims by type of establishment. */
export const partOneRules: readonly ReportRule[] = [
  numberRule({
    id: 'KB-OS-01',
    citations: FORM,
    inputs: ['/kind', ...NUMBERS],
    guards: NUMBERS,
    what: { vi: 'Số cơ sở, số người, số vụ, số ngày', en: 'Establishments, persons, accidents and days' },
    most: MOST_IN_PROVINCE,
    examples: {
      holds: [summary()],
      fails: [summary({ [`${TOTAL}/reporting`]: -1 }), summary({ [`${sampleRow('3')}/deaths`]: 'một' })],
    },
  }),

  numberRule({
    id: 'KB-OS-27',
    citations: FORM,
    inputs: ['/kind', ...MONEY],
    guards: MONEY,
    what: { vi: 'Chi phí, thiệt hại', en: 'Costs and damage' },
    most: MOST_THOUSAND_DONG,
    money: 'thousand',
    examples: {
      holds: [summary()],
      fails: [
        summary({ [`${sampleRow('3')}/costs`]: '702 triệu' }),
        summary({ [`${sampleRow('3')}/propertyDamage`]: 2_000_000_000_000 }),
      ],
    },
  }),

  officeRule({
    id: 'KB-OS-02',
    kind: 'error',
    citations: [cite('ND39-2016 PL XIV')],
    provenance: FROM_FORM,
    inputs: [CODE],
    judged: ({ partI = [] }) => {
      const rows = partI.map((row, index) => ({ row, index }))
      return [...groupBy(rows, ({ row }) => nameOfType(row))].flatMap(([row, ofIt]) =>
        (typeof ofIt[0]?.row.code === 'string' && establishmentTypes.findEver(row) === undefined
          ? ofIt
          : ofIt.slice(1)
        ).map(({ index }) => ({ pointer: `${PART_I}/${index}/code`, params: { row: nameOfTypeRow(row) } })),
      )
    },
    message: {
      vi: 'Phần I: không có loại hình cơ sở {row}, hoặc loại hình này được ghi hai dòng.',
      en: 'Part I: there is no type of establishment {row}, or it stands in two rows.',
    },
    fix: {
      vi: 'Mã tại /v1/code-lists/establishment-types; dòng tổng số ghi code = null, cơ sở chưa rõ loại hình thì bỏ code.',
      en: 'For codes see /v1/code-lists/establishment-types; the total has code null, types not stated have none.',
    },
    examples: {
      holds: [summary()],
      fails: [
        summary({ [`${TYPE}/code`]: 'X9' }),
        summary({ [`${TYPE}/code`]: null }),
        summary({ [`${PART_I}/2`]: { code: '3' } }),
      ],
    },
  }),

  officeRule({
    id: 'KB-OS-03',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    inputs: [CODE, ...cellsOf(PART_I, PART_I_COLUMNS)],
    judged: ({ partI = [] }) => {
      const at = partI.findIndex(({ code }) => code === null)
      const types = partI.filter(({ code }) => code !== null)
      return PART_I_COLUMNS.flatMap((column) => {
        const [sum, total] = [totalOf(types, column), partI[at]?.[column] ?? 0]
        const pointer = at === -1 ? PART_I : `${PART_I}/${at}/${column}`
        return sum === total ? [] : [{ pointer, params: { column: numberedTypeColumn(column), sum, total } }]
      })
    },
    message: {
      vi: 'Phần I, cột {column}: dòng tổng số là {total}, cộng các loại hình cơ sở là {sum}.',
      en: 'Part I, column {column}: the total is {total}, the types of establishment come to {sum}.',
    },
    fix: {
      vi: 'Sửa số liệu; cơ sở chưa rõ loại hình ghi thành một dòng không có code.',
      en: 'Correct the figures; establishments that state no type have a row of their own, without code.',
    },
    examples: {
      holds: [summary(), summary({ [PART_I]: undefined })],
      fails: [summary({ [`${TOTAL}/women`]: 36 }), summary({ [`${TOTAL}/code`]: '2' })],
    },
  }),

  typeRule({
    id: 'KB-OS-04',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    columns: ['establishments', 'reporting'],
    at: 'reporting',
    violated: ({ establishments, reporting }) => reporting > establishments,
    message: {
      vi: 'Phần I, dòng {row}: {reporting} cơ sở tham gia báo cáo, nhiều hơn {establishments} cơ sở.',
      en: 'Part I, row {row}: {reporting} establishments reported, more than the {establishments} there are.',
    },
    fix: {
      vi: 'Cột 3 gồm mọi cơ sở, kể cả cơ sở chưa báo cáo: sửa một trong hai số.',
      en: 'Column 3 has all establishments, with those that did not report: correct one of the two.',
    },
    examples: { holds: [summary()], fails: [summary({ [`${TYPE}/reporting`]: 3 })] },
  }),

  typeRule({
    id: 'KB-OS-05',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    columns: ['workersReporting', 'women'],
    at: 'women',
    violated: ({ workersReporting, women }) => women > workersReporting,
    message: {
      vi: 'Phần I, dòng {row}: {women} lao động nữ, nhiều hơn {workersReporting} lao động của cơ sở tham gia báo cáo.',
      en: 'Part I, row {row}: {women} women, more than the {workersReporting} workers of those that reported.',
    },
    fix: {
      vi: 'Lao động nữ là một phần của cột 6: sửa một trong hai số.',
      en: 'The women are part of column 6: correct one of the two.',
    },
    examples: { holds: [summary()], fails: [summary({ [`${TYPE}/women`]: 241 })] },
  }),

  typeRule({
    id: 'KB-OS-06',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    columns: ['victims', 'deaths', 'serious'],
    at: 'victims',
    violated: ({ victims, deaths, serious }) => deaths + serious > victims,
    message: {
      vi: 'Phần I, dòng {row}: {deaths} người chết và {serious} người bị thương nặng nhiều hơn {victims} người bị nạn.',
      en: 'Part I, row {row}: {deaths} dead and {serious} seriously injured are more than the {victims} victims.',
    },
    fix: {
      vi: 'Người chết và người bị thương nặng nằm trong tổng số người bị nạn, mỗi người ở một cột: sửa số sai.',
      en: 'The dead and the seriously injured are among the victims, each in one column: correct what is wrong.',
    },
    examples: { holds: [summary()], fails: [summary({ [`${TYPE}/serious`]: 1 })] },
  }),

  typeRule({
    id: 'KB-OS-07',
    kind: 'info',
    citations: [cite('ND39-2016 PL XIV')],
    provenance: FROM_FORM,
    columns: ['workers', 'workersReporting'],
    at: 'workersReporting',
    // The register has the workers of today, the reports those of the period.
    violated: ({ workers, workersReporting }) => workersReporting > workers,
    message: {
      vi: 'Phần I, dòng {row}: {workersReporting} lao động của cơ sở tham gia báo cáo, nhiều hơn tổng số {workers} lao động theo sổ đăng ký.',
      en: 'Part I, row {row}: {workersReporting} workers of those that reported, more than the {workers} in the register.',
    },
    examples: { holds: [summary()], fails: [summary({ [`${TYPE}/workers`]: 239 })] },
  }),

  officeRule({
    id: 'KB-OS-08',
    kind: 'info',
    citations: [cite('ND39-2016 PL XIV')],
    provenance: BY_READING,
    inputs: [CODE, ROW, ...cellsOf(PART_I, VICTIM_COLUMNS), ...cellsOf(PART_II, VICTIM_COLUMNS)],
    // What part I and row 3 of part II both tell.
    judged: ({ partI = [], partII = [] }) => {
      const at = partI.findIndex(({ code }) => code === null)
      const total = partII.find(({ row }) => row === '3')
      if (at === -1 || total === undefined) return []
      return VICTIM_COLUMNS.flatMap((column) => {
        const [one, two] = [partI[at]?.[column] ?? 0, total[column] ?? 0]
        const params = { column: numberedTypeColumn(column), one, two }
        return one === two ? [] : [{ pointer: `${PART_I}/${at}/${column}`, params }]
      })
    },
    message: {
      vi: 'Phần I, cột {column}, dòng tổng số là {one}; phần II, dòng 3 là {two}.',
      en: 'Part I, column {column}, has {one} in its total; row 3 of part II has {two}.',
    },
    examples: {
      holds: [summary(), summary({ [PART_II]: undefined })],
      fails: [summary({ [`${TOTAL}/victims`]: 2 })],
    },
  }),
]
