import { cite } from '../../../law/citation.ts'
import { BY_ARITHMETIC, type ReportRule, shapeRule } from '../../rules/define.ts'
import { COLUMNS } from '../columns.ts'
import { ROW_RELATIONS } from '../row-relations.ts'
import { ALL_ROWS, cellsOf, ROWS, rowRule } from './define.ts'

const FORM = [cite('ND39-2016 PL XII'), { kind: 'arithmetic' }] as const

const LOSSES = [
  '/accidentSummary/losses/daysOff',
  '/accidentSummary/losses/costs/total',
  '/accidentSummary/losses/costs/medical',
  '/accidentSummary/losses/costs/wages',
  '/accidentSummary/losses/costs/compensation',
  '/accidentSummary/losses/propertyDamage',
] as const

const TOTAL = ROWS.commuting

/** What the columns of one row must be to each other. */
export const rowRules: readonly ReportRule[] = [
  shapeRule({
    id: 'ACC-G07',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    inputs: [...cellsOf(ALL_ROWS, COLUMNS), '/accidentSummary/payroll', ...LOSSES],
    guards: [...cellsOf(ALL_ROWS, COLUMNS).slice(1), '/accidentSummary/payroll', ...LOSSES],
    message: { vi: 'Số liệu phải là số nguyên không âm.', en: 'A figure is a whole number, not below nought.' },
    examples: {
      holds: [{}],
      fails: [
        { change: { [`${ROWS.atWork}/deaths`]: -1 } },
        { change: { '/accidentSummary/losses/daysOff': 1.5 } },
        { change: { '/accidentSummary/atWork/byCause/0/victims': 'một' } },
      ],
    },
  }),

  rowRule({
    id: 'ACC-G08',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    ...ROW_RELATIONS.accidentsWithinAll,
    examples: {
      holds: [{}],
      fails: [{ change: { [`${TOTAL}/fatalAccidents`]: 2 } }, { change: { [`${TOTAL}/multiVictimAccidents`]: 2 } }],
    },
  }),

  rowRule({
    id: 'ACC-G09',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    ...ROW_RELATIONS.enoughVictims,
    examples: {
      holds: [{}, { change: { [`${TOTAL}/multiVictimAccidents`]: 1, [`${TOTAL}/victims`]: 2 } }],
      fails: [{ change: { [`${TOTAL}/victims`]: 0 } }, { change: { [`${TOTAL}/multiVictimAccidents`]: 1 } }],
    },
  }),

  rowRule({
    id: 'ACC-G10',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    ...ROW_RELATIONS.victimsOfSingleAccidents,
    examples: {
      holds: [{}, { change: { [`${TOTAL}/multiVictimAccidents`]: 1, [`${TOTAL}/victims`]: 2 } }],
      fails: [{ change: { [`${TOTAL}/victims`]: 2 } }],
    },
  }),

  rowRule({
    id: 'ACC-G11',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    ...ROW_RELATIONS.deathsOfFatalAccidents,
    examples: {
      holds: [{}],
      fails: [{ change: { [`${TOTAL}/deaths`]: 1 } }, { change: { [`${ROWS.atWork}/deaths`]: 0 } }],
    },
  }),

  rowRule({
    id: 'ACC-G12',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    ...ROW_RELATIONS.deathsWithinVictims,
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

  rowRule({
    id: 'ACC-G13',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    ...ROW_RELATIONS.deadAndInjuredWithinVictims,
    examples: {
      holds: [{}, { change: { [`${TOTAL}/serious`]: 1 } }],
      fails: [{ change: { [`${ROWS.atWork}/serious`]: 1 } }],
    },
  }),

  rowRule({
    id: 'ACC-G14',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    ...ROW_RELATIONS.womenWithinVictims,
    examples: { holds: [{}], fails: [{ change: { [`${TOTAL}/women`]: 2 } }] },
  }),

  rowRule({
    id: 'ACC-G15',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    columns: [
      'victims',
      'victimsOutside',
      'women',
      'womenOutside',
      'deaths',
      'deathsOutside',
      'serious',
      'seriousOutside',
    ],
    at: 'victimsOutside',
    violated: (row) =>
      row.victimsOutside > row.victims ||
      row.womenOutside > row.women ||
      row.deathsOutside > row.deaths ||
      row.seriousOutside > row.serious,
    message: {
      vi: "Dòng {row}: một cột 'không thuộc quyền quản lý' lớn hơn cột tổng tương ứng.",
      en: "Row {row}: a column 'not under management' is greater than the column it is part of.",
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
    at: 'victimsOutside',
    violated: ({ victimsOutside, womenOutside, deathsOutside, seriousOutside }) =>
      womenOutside > victimsOutside || deathsOutside + seriousOutside > victimsOutside,
    message: {
      vi: "Dòng {row}: các cột 'không thuộc quyền quản lý' không khớp nhau.",
      en: "Row {row}: the columns 'not under management' do not agree with each other.",
    },
    examples: {
      holds: [{}, { change: { [`${TOTAL}/victimsOutside`]: 1, [`${TOTAL}/womenOutside`]: 1 } }],
      fails: [{ change: { [`${TOTAL}/womenOutside`]: 1 } }, { change: { [`${ROWS.atWork}/deathsOutside`]: 1 } }],
    },
  }),

  rowRule({
    id: 'ACC-G17',
    kind: 'error',
    citations: FORM,
    provenance: BY_ARITHMETIC,
    rows: ALL_ROWS,
    ...ROW_RELATIONS.nothingWithoutAccidents,
    examples: {
      holds: [{}, { change: { [TOTAL]: {}, [ROWS.total]: undefined } }],
      fails: [{ change: { [`${TOTAL}/accidents`]: 0 } }, { change: { [`${TOTAL}/accidents`]: undefined } }],
    },
  }),
]
